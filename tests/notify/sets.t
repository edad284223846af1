# Which events the commands of sets send.
> CONFIG SET notify-keyspace-events EAmn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> SADD a 1 2 3 4
(integer) 4
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sadd"
   4) "a"
> SADD a 1
(integer) 0
> SADD b 3 4 5
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "b"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sadd"
   4) "b"
> SREM a 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:srem"
   4) "a"
> SREM a 1
(integer) 0
> SREM none 1
(integer) 0
> SMOVE a b 2
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:srem"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sadd"
   4) "b"
> SMOVE a b 2
(integer) 0
> SMOVE a new 3
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:srem"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "new"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sadd"
   4) "new"
> SPOP a
"4"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:spop"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "a"
> SPOP a 5
(empty array)
> SPOP a
(nil)
> SADD a 3 4
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sadd"
   4) "a"
> SINTERSTORE c a b
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sinterstore"
   4) "c"
> SUNIONSTORE c a b
(integer) 4
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sunionstore"
   4) "c"
> SDIFFSTORE c b a
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sdiffstore"
   4) "c"
> SINTERSTORE c a none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "c"
> SINTERSTORE c a none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SUNIONSTORE c none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SREM a 3 4
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:srem"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "a"
> SISMEMBER none x
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SMISMEMBER none x
1) (integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SCARD none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SMEMBERS none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SRANDMEMBER none
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SINTER a none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SUNION none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SDIFF none b
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SINTERCARD 1 none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SSCAN none 0
1) "0"
2) (empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: (nothing)
