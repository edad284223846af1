!skip oracle
# XACKDEL acknowledges, then deletes.
!repeat 6 > XADD s $i-0 n $i
"6-0"
> XGROUP CREATE s g 0
OK
> XGROUP CREATE s h 0
OK
> XREADGROUP GROUP g c COUNT 4 STREAMS s >
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
> XREADGROUP GROUP h c COUNT 4 STREAMS s >
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
> XACKDEL s g IDS 2 1-0 6-0
1) (integer) 1
2) (integer) -1
> XPENDING s h
1) (integer) 4
2) "1-0"
3) "4-0"
4) 1) 1) "c"
      2) "4"
> XACKDEL s g ACKED IDS 1 2-0
1) (integer) 2
> XACKDEL s h ACKED IDS 1 2-0
1) (integer) 1
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
> XACKDEL s g DELREF IDS 1 3-0
1) (integer) 1
> XPENDING s h
1) (integer) 2
2) "1-0"
3) "4-0"
4) 1) 1) "c"
      2) "2"
> XACKDEL s g IDS 1 3-0
1) (integer) -1
> XACKDEL s g IDS 2 4-0 4-0
1) (integer) 1
2) (integer) -1
> XACKDEL s none IDS 1 1-0
1) (integer) -1
> XACKDEL missing g IDS 2 1-0 2-0
1) (integer) -1
2) (integer) -1
> XACKDEL s g IDS 1 x
(error) ERR Invalid stream ID specified as stream command argument
> XACKDEL s g IDS 2 5-0
(error) ERR The `numids` parameter must match the number of arguments
> XACKDEL s g
(error) ERR wrong number of arguments for 'xackdel' command
