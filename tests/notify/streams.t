# Which events the commands of streams send.
> CONFIG SET notify-keyspace-events EAmn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> XADD x 1-1 a b
"1-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
> XADD x 2-1 a b
"2-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
> XADD x NOMKSTREAM 2-2 a b
"2-2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
> XADD none NOMKSTREAM 2-2 a b
(nil)
> XADD x MAXLEN 2 3-1 a b
"3-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xtrim"
   4) "x"
> XADD x MINID 1 4-1 a b
"4-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
> XTRIM x MAXLEN 2
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xtrim"
   4) "x"
> XTRIM x MAXLEN 2
(integer) 0
> XDEL x 3-1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xdel"
   4) "x"
> XDEL x 3-1
(integer) 0
> XSETID x 9-9
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xsetid"
   4) "x"
> XGROUP CREATE x g 0
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-create"
   4) "x"
> XGROUP CREATE y g 0 MKSTREAM
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "y"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-create"
   4) "y"
> XGROUP CREATECONSUMER x g c
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XGROUP CREATECONSUMER x g c
(integer) 0
> XREADGROUP GROUP g c STREAMS x >
1) 1) "x"
   2) 1) 1) "4-1"
         2) 1) "a"
            2) "b"
> XREADGROUP GROUP g d STREAMS x >
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XREADGROUP GROUP g e STREAMS x 0
1) 1) "x"
   2) (empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XADD x 10-1 a b
"10-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
> XREADGROUP GROUP g f COUNT 1 STREAMS x >
1) 1) "x"
   2) 1) 1) "10-1"
         2) 1) "a"
            2) "b"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XREADGROUP GROUP g f NOACK STREAMS x >
(nil)
> XACK x g 10-1
(integer) 1
> XADD x 11-1 a b
"11-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
> XREADGROUP GROUP g f STREAMS x >
1) 1) "x"
   2) 1) 1) "11-1"
         2) 1) "a"
            2) "b"
> XCLAIM x g h 0 11-1
1) 1) "11-1"
   2) 1) "a"
      2) "b"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XCLAIM x g h 0 11-1
1) 1) "11-1"
   2) 1) "a"
      2) "b"
> XAUTOCLAIM x g i 0 0
1) "0-0"
2) 1) 1) "4-1"
      2) 1) "a"
         2) "b"
   2) 1) "11-1"
      2) 1) "a"
         2) "b"
3) (empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XPENDING x g
1) (integer) 2
2) "4-1"
3) "11-1"
4) 1) 1) "i"
      2) "2"
> XGROUP SETID x g 0
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-setid"
   4) "x"
> XGROUP DELCONSUMER x g h
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-delconsumer"
   4) "x"
> XGROUP DELCONSUMER x g h
(integer) 0
> XGROUP DESTROY x g
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-destroy"
   4) "x"
> XGROUP DESTROY x g
(integer) 0
> XREAD STREAMS x 0
1) 1) "x"
   2) 1) 1) "4-1"
         2) 1) "a"
            2) "b"
      2) 1) "10-1"
         2) 1) "a"
            2) "b"
      3) 1) "11-1"
         2) 1) "a"
            2) "b"
> XRANGE none - +
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> XLEN none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> XINFO STREAM none
(error) ERR no such key
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
w> XREAD BLOCK 0 STREAMS x $
> XADD x 12-1 a b
"12-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
w: (anything)
> XGROUP CREATE x w $
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-create"
   4) "x"
w> XREADGROUP GROUP w someone BLOCK 0 STREAMS x >
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XADD x 13-1 a b
"13-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
w: (anything)
> XTRIM x MAXLEN 0
(integer) 5
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xtrim"
   4) "x"
> DEL x
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "x"
a: (nothing)
