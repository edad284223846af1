# Which events the commands of lists send.
> CONFIG SET notify-keyspace-events EAmn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> LPUSH l 1 2 3
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "l"
> RPUSH l 4
(integer) 4
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "l"
> LPUSHX l 0
(integer) 5
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "l"
> RPUSHX l 5
(integer) 6
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "l"
> LPUSHX none 1
(integer) 0
> LPOP l
"0"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "l"
> RPOP l
"5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "l"
> LPOP l 2
1) "3"
2) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "l"
> LPOP l 0
(empty array)
> LPOP none
(nil)
> LINSERT l BEFORE 1 x
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:linsert"
   4) "l"
> LINSERT l BEFORE nowhere x
(integer) -1
> LINSERT none BEFORE 1 x
(integer) 0
> LSET l 0 y
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lset"
   4) "l"
> LREM l 1 y
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lrem"
   4) "l"
> LREM l 1 nothing
(integer) 0
> LTRIM l 0 0
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:ltrim"
   4) "l"
> LTRIM l 5 9
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:ltrim"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "l"
> RPUSH l 1 2 3 4 5 6 7 8
(integer) 8
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "l"
> LMOVE l m LEFT RIGHT
"1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "l"
> LMOVE l m RIGHT LEFT
"8"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "l"
> LMOVE l l LEFT RIGHT
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "l"
> RPOPLPUSH l m
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "l"
> RPOPLPUSH none m
(nil)
> LMPOP 2 none l LEFT
1) "l"
2) 1) "3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "l"
> LMPOP 1 l RIGHT COUNT 9
1) "l"
2) 1) "7"
   2) "6"
   3) "5"
   4) "4"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "l"
> LMPOP 1 none LEFT
(nil)
> BLPOP m 1
1) "m"
2) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "m"
> BRPOP m 1
1) "m"
2) "1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "m"
> BLMPOP 1 1 m LEFT
1) "m"
2) 1) "8"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "m"
> RPUSH l 1 2
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "l"
> BLMOVE l m LEFT LEFT 1
"1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "l"
> BRPOPLPUSH l m 1
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "l"
w> BLPOP late 0
> RPUSH late 1 2
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "late"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "late"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "late"
w: (anything)
w> BRPOP later 0
> LPUSH later 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "later"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "later"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "later"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "later"
w: (anything)
w> BLMOVE last other LEFT RIGHT 0
> RPUSH last v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "last"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "last"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "other"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "other"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "last"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "last"
w: (anything)
w> BLMPOP 0 1 many RIGHT COUNT 2
> RPUSH many 1 2 3
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "many"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "many"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "many"
w: (anything)
> SORT many STORE sorted
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "sorted"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sortstore"
   4) "sorted"
> SORT none STORE sorted
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "sorted"
> SORT none STORE sorted
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> LRANGE none 0 1
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> LLEN none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> LINDEX none 0
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> LPOS none x
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: (nothing)
