!skip oracle
# Trimming with ACKED passes over what some group still needs; with DELREF it takes the references along.
!repeat 5 > XADD s $i-0 n $i
"5-0"
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
> XACK s g 1-0 2-0
(integer) 2
> XADD s ACKED MAXLEN 3 6-0 n 6
"6-0"
> XLEN s
(integer) 4
> XRANGE s - +
1) 1) "3-0"
   2) 1) "n"
      2) "3"
2) 1) "4-0"
   2) 1) "n"
      2) "4"
3) 1) "5-0"
   2) 1) "n"
      2) "5"
4) 1) "6-0"
   2) 1) "n"
      2) "6"
> XTRIM s MAXLEN 1 ACKED
(integer) 0
> XACK s g 3-0
(integer) 1
> XTRIM s MAXLEN 1 ACKED
(integer) 1
> XREADGROUP GROUP g c STREAMS s >
1) 1) "s"
   2) 1) 1) "4-0"
         2) 1) "n"
            2) "4"
      2) 1) "5-0"
         2) 1) "n"
            2) "5"
      3) 1) "6-0"
         2) 1) "n"
            2) "6"
> XTRIM s MINID 6 DELREF
(integer) 2
> XPENDING s g
1) (integer) 1
2) "6-0"
3) "6-0"
4) 1) 1) "c"
      2) "1"
> XADD s KEEPREF MAXLEN 0 7-0 n 7
"7-0"
> XPENDING s g
1) (integer) 1
2) "6-0"
3) "6-0"
4) 1) 1) "c"
      2) "1"
> XADD s DELREF 8-0 n 8
"8-0"
> XADD s DELREF ACKED 9-0 n 9
(error) ERR syntax error
> XTRIM s MAXLEN 1 FOO
(error) ERR syntax error
