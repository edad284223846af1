!skip oracle
# CLAIM: first what others have had for too long, then what is new; with idle time and deliveries.
!repeat 5 > XADD s $i-0 n $i
"5-0"
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g alice COUNT 2 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
> XREADGROUP GROUP g bob CLAIM 1000000 COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "3-0"
         2) 1) "n"
            2) "3"
         3) (integer) 0
         4) (integer) 0
> XREADGROUP GROUP g bob CLAIM 0 COUNT 2 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
         3) (integer) 0..20000
         4) (integer) 1
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
         3) (integer) 0..20000
         4) (integer) 1
> XDEL s 1-0
(integer) 1
> XREADGROUP GROUP g alice CLAIM 0 STREAMS s >
1) 1) "s"
   2) 1) 1) "3-0"
         2) 1) "n"
            2) "3"
         3) (integer) 0..20000
         4) (integer) 1
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
         3) (integer) 0..20000
         4) (integer) 2
      3) 1) "4-0"
         2) 1) "n"
            2) "4"
         3) (integer) 0
         4) (integer) 0
      4) 1) "5-0"
         2) 1) "n"
            2) "5"
         3) (integer) 0
         4) (integer) 0
> XPENDING s g
1) (integer) 4
2) "2-0"
3) "5-0"
4) 1) 1) "alice"
      2) "4"

# Waiting ends when an entry has been pending for long enough.
b> XREADGROUP GROUP g bob BLOCK 10000 CLAIM 200 COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "3-0"
         2) 1) "n"
            2) "3"
         3) (integer) 200..9000
         4) (integer) 2
a> XREADGROUP GROUP g bob BLOCK 50 CLAIM 100000 STREAMS s >
(nil)
> XREADGROUP GROUP g bob CLAIM x STREAMS s >
(error) ERR Invalid min-idle-time argument for XREADGROUP
> XREAD CLAIM 5 STREAMS s 0
(error) ERR syntax error

# MAXCOUNT bounds all streams together, MAXSIZE the bytes, but for the first entry.
> XADD t 1-0 n 1
"1-0"
> XADD t 2-0 n 2
"2-0"
> XREAD MAXCOUNT 3 STREAMS t s 0 0
1) 1) "t"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
2) 1) "s"
   2) 1) 1) "2-0"
         2) 1) "n"
            2) "2"
> XREAD COUNT 1 MAXCOUNT 1 STREAMS t s 0 0
1) 1) "t"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
> XREAD MAXSIZE 1 STREAMS t s 0 0
1) 1) "t"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
> XREAD MAXSIZE 11 STREAMS t s 0 0
1) 1) "t"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
> XREAD MAXCOUNT 0 STREAMS t 0
(error) ERR MAXCOUNT must be a positive integer
> XREAD MAXSIZE x STREAMS t 0
(error) ERR MAXSIZE must be a positive integer
> XREAD COUNT 5 MAXCOUNT 3 STREAMS t 0
(error) ERR MAXCOUNT must be greater than or equal to COUNT
> XGROUP CREATE t g 0
OK
> XREADGROUP GROUP g bob MAXCOUNT 1 STREAMS t >
1) 1) "t"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
> XREADGROUP GROUP g bob MAXSIZE 1 STREAMS t >
1) 1) "t"
   2) 1) 1) "2-0"
         2) 1) "n"
            2) "2"
> XREADGROUP GROUP g bob MAXCOUNT 1 STREAMS t 0
1) 1) "t"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
