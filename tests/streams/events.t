# What streams tell those who listen to the keyspace.
> CONFIG SET notify-keyspace-events Etn
OK
e> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> XADD s 1-1 a b
"1-1"
> XADD s 2-1 a b
"2-1"
> XADD s MAXLEN 2 3-1 a b
"3-1"
> XADD s MAXLEN 9 4-1 a b
"4-1"
> XDEL s 4-1 9-9
(integer) 1
> XDEL s 9-9
(integer) 0
> XTRIM s MAXLEN 1
(integer) 1
> XTRIM s MAXLEN 1
(integer) 0
> XSETID s 9-1
OK
> XGROUP CREATE s g 0
OK
> XGROUP CREATECONSUMER s g c
(integer) 1
> XGROUP SETID s g 0
OK
> XREADGROUP GROUP g d STREAMS s >
1) 1) "s"
   2) 1) 1) "3-1"
         2) 1) "a"
            2) "b"
> XACK s g 3-1
(integer) 1
> XCLAIM s g e 0 3-1
(empty array)
> XGROUP DELCONSUMER s g c
(integer) 0
> XGROUP DELCONSUMER s g c
(integer) 0
> XGROUP DESTROY s g
(integer) 1
> XGROUP CREATE new g 0 MKSTREAM
OK
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xtrim"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xdel"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xtrim"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xsetid"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-create"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-setid"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-delconsumer"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-destroy"
   4) "s"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "new"
e: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-create"
   4) "new"
e: (nothing)
e: (nothing)
