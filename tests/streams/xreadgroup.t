# XREADGROUP: > is what nobody was given yet, an ID what this consumer has not acknowledged.
> XADD s 1-1 a 1
"1-1"
> XADD s 2-1 a 2
"2-1"
> XADD s 3-1 a 3
"3-1"
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g alice COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
> XREADGROUP GROUP g bob STREAMS s >
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"
      2) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREADGROUP GROUP g bob STREAMS s >
(nil)
> XREADGROUP GROUP g alice STREAMS s 0
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
> XREADGROUP GROUP g bob STREAMS s 0
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"
      2) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREADGROUP GROUP g bob COUNT 1 STREAMS s 0
1) 1) "s"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "2"
> XREADGROUP GROUP g bob STREAMS s 2-1
1) 1) "s"
   2) 1) 1) "3-1"
         2) 1) "a"
            2) "3"
> XREADGROUP GROUP g bob STREAMS s 3-1
1) 1) "s"
   2) (empty array)
> XREADGROUP GROUP g carol STREAMS s 0
1) 1) "s"
   2) (empty array)
> XACK s g 2-1
(integer) 1
> XREADGROUP GROUP g bob STREAMS s 0
1) 1) "s"
   2) 1) 1) "3-1"
         2) 1) "a"
            2) "3"

# An entry deleted since.
> XDEL s 3-1
(integer) 1
> XREADGROUP GROUP g bob STREAMS s 0
1) 1) "s"
   2) 1) 1) "3-1"
         2) (nil)

# NOACK leaves nothing pending.
> XADD s 4-1 a 4
"4-1"
> XREADGROUP GROUP g dave NOACK STREAMS s >
1) 1) "s"
   2) 1) 1) "4-1"
         2) 1) "a"
            2) "4"
> XREADGROUP GROUP g dave STREAMS s 0
1) 1) "s"
   2) (empty array)

# A group set back gives entries again, to another.
> XGROUP SETID s g 0
OK
> XREADGROUP GROUP g dave STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
      2) 1) "2-1"
         2) 1) "a"
            2) "2"
      3) 1) "4-1"
         2) 1) "a"
            2) "4"
> XPENDING s g
1) (integer) 4
2) "1-1"
3) "4-1"
4) 1) 1) "bob"
      2) "1"
   2) 1) "dave"
      2) "3"
> XREADGROUP GROUP g alice STREAMS s 0
1) 1) "s"
   2) (empty array)

# Two streams, one answer.
> XADD t 1-1 b 1
"1-1"
> XGROUP CREATE t g $
OK
> XADD s 5-1 a 5
"5-1"
> XREADGROUP GROUP g alice STREAMS s t > >
1) 1) "s"
   2) 1) 1) "5-1"
         2) 1) "a"
            2) "5"
> XADD t 2-1 b 2
"2-1"
> XREADGROUP GROUP g alice STREAMS s t > >
1) 1) "t"
   2) 1) 1) "2-1"
         2) 1) "b"
            2) "2"
> XREADGROUP GROUP g alice STREAMS s t > 0
1) 1) "t"
   2) 1) 1) "2-1"
         2) 1) "b"
            2) "2"
!resp 3
> XADD t 3-1 b 2
"3-1"
> XREADGROUP GROUP g alice STREAMS s t > >
1# "t" => 
   1) 1) "3-1"
      2) 1) "b"
         2) "2"
!resp 2

# Errors.
> XREADGROUP GROUP none c STREAMS s >
(error) NOGROUP No such key 's' or consumer group 'none' in XREADGROUP with GROUP option
> XREADGROUP GROUP g c STREAMS missing >
(error) NOGROUP No such key 'missing' or consumer group 'g' in XREADGROUP with GROUP option
> XREADGROUP GROUP g c STREAMS s missing > >
(error) NOGROUP No such key 'missing' or consumer group 'g' in XREADGROUP with GROUP option
> XREADGROUP GROUP g c STREAMS s $
(error) ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The $ ID would just return an empty result set.
> XREADGROUP GROUP g c STREAMS s +
(error) ERR The + ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The + ID would just return an empty result set.
> XREADGROUP GROUP g c STREAMS s -
(error) ERR Invalid stream ID specified as stream command argument
> XREADGROUP GROUP g c STREAMS s x
(error) ERR Invalid stream ID specified as stream command argument
> XREADGROUP GROUP g c STREAMS s
(error) ERR wrong number of arguments for 'xreadgroup' command
> XREADGROUP GROUP g c STREAMS s t 0
(error) ERR Unbalanced 'xreadgroup' list of streams: for each stream key an ID or '>' must be specified.
> XREADGROUP GROUP g c COUNT x STREAMS s 0
(error) ERR value is not an integer or out of range
> XREADGROUP GROUP g c BLOCK x STREAMS s 0
(error) ERR timeout is not an integer or out of range
> XREADGROUP GROUP g c BLOCK -1 STREAMS s 0
(error) ERR timeout is negative
> XREADGROUP GROUP g c FOO STREAMS s 0
(error) ERR syntax error
> XREADGROUP COUNT 1 COUNT 1 STREAMS s >
(error) ERR Missing GROUP option for XREADGROUP
> SET str x
OK
> XREADGROUP GROUP g c STREAMS str >
(error) WRONGTYPE Operation against a key holding the wrong kind of value
