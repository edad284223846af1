# XACK takes entries off the list of what is pending.
!repeat 4 > XADD s $i-0 n $i
"4-0"
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g c COUNT 3 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
      3) 1) "3-0"
         2) 1) "n"
            2) "3"
> XACK s g 1-0
(integer) 1
> XACK s g 1-0 2-0 2-0 4-0 9
(integer) 1
> XPENDING s g
1) (integer) 1
2) "3-0"
3) "3-0"
4) 1) 1) "c"
      2) "1"
> XACK s g 3 x
(error) ERR Invalid stream ID specified as stream command argument
> XPENDING s g
1) (integer) 1
2) "3-0"
3) "3-0"
4) 1) 1) "c"
      2) "1"
> XACK s none 1
(integer) 0
> XACK missing g 1
(integer) 0
> XACK missing g x
(integer) 0
> XACK s g
(error) ERR wrong number of arguments for 'xack' command
> SET str x
OK
> XACK str g 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
