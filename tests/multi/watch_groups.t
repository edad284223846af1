# Which commands about a stream's groups make a watched key a changed one.
> XADD s 1-1 a b
"1-1"
> XADD s 2-1 a b
"2-1"
> XADD s 3-1 a b
"3-1"
> XADD s 4-1 a b
"4-1"
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g c1 COUNT 2 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"
      2) 1) "2-1"
         2) 1) "a"
            2) "b"
> WATCH s
OK
> XGROUP CREATE s h 0
OK
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XGROUP SETID s g 0
OK
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XGROUP CREATECONSUMER s g c9
(integer) 1
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XGROUP DELCONSUMER s g c9
(integer) 0
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XGROUP DELCONSUMER s g c1
(integer) 2
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XGROUP DESTROY s h
(integer) 1
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XREADGROUP GROUP g c2 COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XREADGROUP GROUP g c2 COUNT 1 STREAMS s 0
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XACK s g 1-1
(integer) 1
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XCLAIM s g c3 0 2-1
(empty array)
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XAUTOCLAIM s g c4 0 0
1) "0-0"
2) (empty array)
3) (empty array)
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XSETID s 9-0
OK
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XDEL s 3-1
(integer) 1
> MULTI
OK
> EXEC
(nil)
> WATCH s
OK
> XTRIM s MAXLEN 100
(integer) 0
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XTRIM s MAXLEN 1
(integer) 2
> MULTI
OK
> EXEC
(nil)
> WATCH s
OK
> XADD s NOMKSTREAM 10-1 a b
"10-1"
> MULTI
OK
> EXEC
(nil)
> WATCH s
OK
> XGROUP DESTROY s nope
(integer) 0
> MULTI
OK
> EXEC
(empty array)
> WATCH s
OK
> XREADGROUP GROUP g c7 COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "4-1"
         2) 1) "a"
            2) "b"
> MULTI
OK
> EXEC
(empty array)
> WATCH fresh
OK
> XGROUP CREATE fresh g $ MKSTREAM
OK
> MULTI
OK
> EXEC
(nil)
