# XREAD gives what stands behind an ID, of several streams at once.
> XADD s 1-1 a 1
"1-1"
> XADD s 2-1 a 2
"2-1"
> XADD s 3-1 a 3
"3-1"
> XADD t 5-5 b 1
"5-5"
> XREAD STREAMS s 0
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
      2) 1) "2-1"
         2) 1) "a"
            2) "2"
      3) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREAD STREAMS s t 1-1 0
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"
      2) 1) "3-1"
         2) 1) "a"
            2) "3"
2) 1) "t"
   2) 1) 1) "5-5"
         2) 1) "b"
            2) "1"
> XREAD COUNT 1 STREAMS s t 0 0
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
2) 1) "t"
   2) 1) 1) "5-5"
         2) 1) "b"
            2) "1"
> XREAD STREAMS s t 3-1 0
1) 1) "t"
   2) 1) 1) "5-5"
         2) 1) "b"
            2) "1"
> XREAD STREAMS s 3-1
(nil)
> XREAD STREAMS s missing 2 0
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"
      2) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREAD STREAMS missing 0
(nil)
> XREAD STREAMS s $
(nil)
> XREAD COUNT 0 STREAMS s 2
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"
      2) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREAD COUNT -1 STREAMS s 2
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"
      2) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREAD COUNT 1 COUNT 2 STREAMS s 0
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
      2) 1) "2-1"
         2) 1) "a"
            2) "2"
> XREAD STREAMS s 18446744073709551615-18446744073709551615
(nil)
> XREAD STREAMS s 1
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
      2) 1) "2-1"
         2) 1) "a"
            2) "2"
      3) 1) "3-1"
         2) 1) "a"
            2) "3"

# + is the last entry.
> XREAD STREAMS s +
1) 1) "s"
   2) 1) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREAD STREAMS s t + +
1) 1) "s"
   2) 1) 1) "3-1"
         2) 1) "a"
            2) "3"
2) 1) "t"
   2) 1) 1) "5-5"
         2) 1) "b"
            2) "1"
> XREAD COUNT 5 STREAMS s +
1) 1) "s"
   2) 1) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREAD STREAMS missing +
(nil)
> XDEL s 3-1
(integer) 1
> XREAD STREAMS s +
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"

# RESP3 has a map.
!resp 3
> XREAD STREAMS s t 1-1 0
1# "s" => 
   1) 1) "2-1"
      2) 1) "a"
         2) "2"
2# "t" => 
   1) 1) "5-5"
      2) 1) "b"
         2) "1"
> XREAD STREAMS missing 0
(nil)
!resp 2

# Errors.
> XREAD STREAMS s >
(error) ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.
> XREAD STREAMS s -
(error) ERR Invalid stream ID specified as stream command argument
> XREAD STREAMS s x
(error) ERR Invalid stream ID specified as stream command argument
> XREAD GROUP g c STREAMS s 0
(error) ERR The GROUP option is only supported by XREADGROUP. You called XREAD instead.
> XREAD NOACK STREAMS s 0
(error) ERR The NOACK option is only supported by XREADGROUP. You called XREAD instead.
> XREAD STREAMS s
(error) ERR wrong number of arguments for 'xread' command
> XREAD STREAMS s t 0
(error) ERR Unbalanced 'xread' list of streams: for each stream key an ID, '+', or '$' must be specified.
> XREAD COUNT 1 BLOCK 10
(error) ERR syntax error
> XREAD COUNT
(error) ERR wrong number of arguments for 'xread' command
> XREAD COUNT x STREAMS s 0
(error) ERR value is not an integer or out of range
> XREAD COUNT 5 s 0 f
(error) ERR syntax error
> XREAD BLOCK x STREAMS s 0
(error) ERR timeout is not an integer or out of range
> XREAD BLOCK -1 STREAMS s 0
(error) ERR timeout is negative
> SET str x
OK
> XREAD STREAMS str 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XREAD STREAMS missing str 0 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XREAD STREAMS s str 9 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
