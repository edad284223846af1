!skip oracle
# XNACK gives entries back: they have no owner, and go first to whoever claims.
!repeat 4 > XADD s $i-0 n $i
"4-0"
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
> XNACK s g FAIL IDS 1 2-0
(integer) 1
> XNACK s g FATAL IDS 2 1-0 9-0
(integer) 1
> XPENDING s g
1) (integer) 3
2) "1-0"
3) "3-0"
4) 1) 1) "alice"
      2) "1"
> XPENDING s g - + 2
1) 1) "1-0"
   2) ""
   3) (integer) -1
   4) (integer) 9223372036854775807
2) 1) "2-0"
   2) ""
   3) (integer) -1
   4) (integer) 1
> XNACK s g SILENT IDS 1 3-0
(integer) 1
> XNACK s g FAIL IDS 1 4-0
(integer) 0
> XNACK s g FAIL IDS 1 4-0 FORCE
(integer) 1
> XNACK s g SILENT IDS 1 2-0 RETRYCOUNT 5
(integer) 1
> XPENDING s g - + 10
1) 1) "1-0"
   2) ""
   3) (integer) -1
   4) (integer) 9223372036854775807
2) 1) "2-0"
   2) ""
   3) (integer) -1
   4) (integer) 5
3) 1) "3-0"
   2) ""
   3) (integer) -1
   4) (integer) 0
4) 1) "4-0"
   2) ""
   3) (integer) -1
   4) (integer) 0
> XREADGROUP GROUP g bob COUNT 2 CLAIM 1000000 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
         3) (integer) -1
         4) (integer) 9223372036854775807
      2) 1) "3-0"
         2) 1) "n"
            2) "3"
         3) (integer) -1
         4) (integer) 0
> XCLAIM s g bob 1000000 4-0
1) 1) "4-0"
   2) 1) "n"
      2) "4"
> XAUTOCLAIM s g carol 1000000 0 JUSTID
1) "0-0"
2) 1) "2-0"
3) (empty array)
> XPENDING s g
1) (integer) 4
2) "1-0"
3) "4-0"
4) 1) 1) "bob"
      2) "3"
   2) 1) "carol"
      2) "1"
> XNACK s g FAIL IDS 1 4-0
(integer) 1
> XGROUP DELCONSUMER s g bob
(integer) 2
> XPENDING s g
1) (integer) 2
2) "2-0"
3) "4-0"
4) 1) 1) "carol"
      2) "1"
> DEBUG RELOAD
OK
> XPENDING s g - + 10
(any)
> XNACK s g FOO IDS 1 1-0
(error) ERR syntax error
> XNACK s g FAIL IDS 1 1-0 RETRYCOUNT -1
(error) ERR value is out of range, must be positive
> XNACK s g FAIL IDS 1 1-0 RETRYCOUNT
(error) ERR syntax error
> XNACK s g FAIL IDS 2 1-0
(error) ERR The `numids` parameter must match the number of arguments
> XNACK s none FAIL IDS 1 1-0
(error) NOGROUP No such key 's' or consumer group 'none'
> XNACK missing g FAIL IDS 1 1-0
(error) NOGROUP No such key 'missing' or consumer group 'g'
