# XAUTOCLAIM walks through what is pending and claims it.
!repeat 6 > XADD s $i-0 n $i
"6-0"
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g alice STREAMS s >
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
      4) 1) "4-0"
         2) 1) "n"
            2) "4"
      5) 1) "5-0"
         2) 1) "n"
            2) "5"
      6) 1) "6-0"
         2) 1) "n"
            2) "6"
> XAUTOCLAIM s g bob 0 0 COUNT 2
1) "3-0"
2) 1) 1) "1-0"
      2) 1) "n"
         2) "1"
   2) 1) "2-0"
      2) 1) "n"
         2) "2"
3) (empty array)
> XAUTOCLAIM s g bob 0 3-0 COUNT 2 JUSTID
1) "5-0"
2) 1) "3-0"
   2) "4-0"
3) (empty array)
> XDEL s 5-0
(integer) 1
> XAUTOCLAIM s g bob 0 (4-0 COUNT 1
1) "6-0"
2) (empty array)
3) 1) "5-0"
> XAUTOCLAIM s g bob 0 6-0
1) "0-0"
2) 1) 1) "6-0"
      2) 1) "n"
         2) "6"
3) (empty array)
> XAUTOCLAIM s g bob 1000000 -
1) "0-0"
2) (empty array)
3) (empty array)
> XAUTOCLAIM s g bob 0 +
1) "0-0"
2) (empty array)
3) (empty array)
> XPENDING s g
1) (integer) 5
2) "1-0"
3) "6-0"
4) 1) 1) "bob"
      2) "5"
> XAUTOCLAIM s g bob 0 0 COUNT 0
(error) ERR COUNT must be > 0
> XAUTOCLAIM s g bob 0 0 COUNT x
(error) ERR COUNT must be > 0
> XAUTOCLAIM s g bob 0 0 COUNT 1000000000000000000
(error) ERR COUNT must be > 0
> XAUTOCLAIM s g bob 0 0 FOO
(error) ERR syntax error
> XAUTOCLAIM s g bob 0 x
(error) ERR Invalid stream ID specified as stream command argument
> XAUTOCLAIM s g bob x 0
(error) ERR Invalid min-idle-time argument for XAUTOCLAIM
> XAUTOCLAIM s none bob 0 -
(error) NOGROUP No such key 's' or consumer group 'none'
> XAUTOCLAIM missing g bob 0 -
(error) NOGROUP No such key 'missing' or consumer group 'g'
> SET str x
OK
> XAUTOCLAIM str g bob 0 -
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# It looks at ten entries for each one wanted.
!repeat 30 > XADD many $i-0 n $i
"30-0"
> XGROUP CREATE many g 0
OK
> XREADGROUP GROUP g alice COUNT 1 STREAMS many >
1) 1) "many"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
> XAUTOCLAIM many g bob 1000000 - COUNT 1
1) "0-0"
2) (empty array)
3) (empty array)
