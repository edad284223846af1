# XCLAIM gives a consumer what another has had for too long.
!repeat 5 > XADD s $i-0 n $i
"5-0"
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g alice COUNT 3 STREAMS s >
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
> XCLAIM s g bob 0 1-0
1) 1) "1-0"
   2) 1) "n"
      2) "1"
> XCLAIM s g bob 0 2-0 3-0 JUSTID
1) "2-0"
2) "3-0"
> XCLAIM s g bob 1000000 1-0
(empty array)
> XCLAIM s g bob -5 1-0 JUSTID
1) "1-0"
> XCLAIM s g bob 0 4-0
(empty array)
> XCLAIM s g bob 0 4-0 FORCE
1) 1) "4-0"
   2) 1) "n"
      2) "4"
> XCLAIM s g bob 0 9-0 FORCE
(empty array)
> XCLAIM s g bob 0 1-0 RETRYCOUNT 7 IDLE 50000
1) 1) "1-0"
   2) 1) "n"
      2) "1"
> XCLAIM s g bob 0 2-0 TIME 1000 JUSTID
1) "2-0"
> XPENDING s g
1) (integer) 4
2) "1-0"
3) "4-0"
4) 1) 1) "bob"
      2) "4"
> XPENDING s g IDLE 40000 - + 10
1) 1) "1-0"
   2) "bob"
   3) (integer) 50000..90000
   4) (integer) 7
2) 1) "2-0"
   2) "bob"
   3) (integer) 1000000000..9000000000000
   4) (integer) 1

# An entry that was deleted is not pending any longer.
> XDEL s 1-0
(integer) 1
> XCLAIM s g alice 0 1-0
(empty array)
> XPENDING s g
1) (integer) 3
2) "2-0"
3) "4-0"
4) 1) 1) "bob"
      2) "3"

# LASTID moves the group on, never back.
> XCLAIM s g alice 0 9-9 LASTID 4-0
(empty array)
> XCLAIM s g alice 0 9-9 LASTID 1-0
(empty array)
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 2
    5) "pending"
    6) (integer) 3
    7) "last-delivered-id"
    8) "4-0"
    9) "entries-read"
   10) (integer) 3
   11) "lag"
   12) (integer) 2

# Errors.
> XCLAIM s g bob x 1-0
(error) ERR Invalid min-idle-time argument for XCLAIM
> XCLAIM s g bob 0 x
(error) ERR Unrecognized XCLAIM option 'x'
> XCLAIM s g bob 0 1-0 FOO
(error) ERR Unrecognized XCLAIM option 'FOO'
> XCLAIM s g bob 0 1-0 IDLE
(error) ERR Unrecognized XCLAIM option 'IDLE'
> XCLAIM s g bob 0 1-0 IDLE x
(error) ERR Invalid IDLE option argument for XCLAIM
> XCLAIM s g bob 0 1-0 TIME x
(error) ERR Invalid TIME option argument for XCLAIM
> XCLAIM s g bob 0 1-0 RETRYCOUNT x
(error) ERR Invalid RETRYCOUNT option argument for XCLAIM
> XCLAIM s g bob 0 3-0 RETRYCOUNT -1
1) 1) "3-0"
   2) 1) "n"
      2) "3"
> XCLAIM s g bob 0 1-0 LASTID x
(error) ERR Invalid stream ID specified as stream command argument
> XCLAIM s none bob 0 1-0
(error) NOGROUP No such key 's' or consumer group 'none'
> XCLAIM missing g bob 0 1-0
(error) NOGROUP No such key 'missing' or consumer group 'g'
> SET str x
OK
> XCLAIM str g bob 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
