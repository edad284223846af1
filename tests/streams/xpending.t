# XPENDING: in short, and entry by entry.
!repeat 5 > XADD s $i-0 n $i
"5-0"
> XGROUP CREATE s g 0
OK
> XPENDING s g
1) (integer) 0
2) (nil)
3) (nil)
4) (nil)
> XREADGROUP GROUP g alice COUNT 2 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
> XREADGROUP GROUP g bob COUNT 2 STREAMS s >
1) 1) "s"
   2) 1) 1) "3-0"
         2) 1) "n"
            2) "3"
      2) 1) "4-0"
         2) 1) "n"
            2) "4"
> XGROUP CREATECONSUMER s g carol
(integer) 1
> XPENDING s g
1) (integer) 4
2) "1-0"
3) "4-0"
4) 1) 1) "alice"
      2) "2"
   2) 1) "bob"
      2) "2"
> XPENDING s g - + 10 nobody
(empty array)
> XPENDING s g - + 0
(empty array)
> XPENDING s g - + -1
(empty array)
> XPENDING s g 7 + 10
(empty array)
> XPENDING s g IDLE 1000000 - + 10
(empty array)
> XPENDING s none
(error) NOGROUP No such key 's' or consumer group 'none'
> XPENDING missing g
(error) NOGROUP No such key 'missing' or consumer group 'g'
> XPENDING missing g - + 10
(error) NOGROUP No such key 'missing' or consumer group 'g'
> XPENDING s g - +
(error) ERR syntax error
> XPENDING s g x + 10
(error) ERR Invalid stream ID specified as stream command argument
> XPENDING s g - + x
(error) ERR value is not an integer or out of range
> XPENDING s g IDLE x - + 10
(error) ERR value is not an integer or out of range
> XPENDING s g IDLE 5 - +
(error) ERR syntax error
> XPENDING s g IDLE 0 - + 10 c1 x
(error) ERR syntax error
> XPENDING s g (18446744073709551615-18446744073709551615 + 10
(error) ERR invalid start ID for the interval
> XPENDING s g - (0 10
(empty array)
> SET str x
OK
> XPENDING str g
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# Idle times differ from run to run.
> XPENDING s g - + 10
1) 1) "1-0"
   2) "alice"
   3) (integer) 0..20000
   4) (integer) 1
2) 1) "2-0"
   2) "alice"
   3) (integer) 0..20000
   4) (integer) 1
3) 1) "3-0"
   2) "bob"
   3) (integer) 0..20000
   4) (integer) 1
4) 1) "4-0"
   2) "bob"
   3) (integer) 0..20000
   4) (integer) 1
> XPENDING s g (1-0 3 10 bob
1) 1) "3-0"
   2) "bob"
   3) (integer) 0..20000
   4) (integer) 1
> XPENDING s g IDLE 0 - + 1
1) 1) "1-0"
   2) "alice"
   3) (integer) 0..20000
   4) (integer) 1
