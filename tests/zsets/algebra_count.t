# AGGREGATE COUNT, newer than 8.0: scores do not matter, each input counts with its weight.
!skip oracle
> ZADD z1 5 a 7 b
(integer) 2
> ZADD z2 9 b
(integer) 1
> SADD s b c
(integer) 2
> ZUNION 2 z1 z2 AGGREGATE COUNT WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2"
> ZUNION 2 z1 z2 WEIGHTS 10 1 AGGREGATE COUNT WITHSCORES
1) "a"
2) "10"
3) "b"
4) "11"
> ZINTER 3 z1 z2 s AGGREGATE COUNT WITHSCORES
1) "b"
2) "3"
> ZINTER 2 z1 z2 AGGREGATE COUNT WEIGHTS inf -inf WITHSCORES
1) "b"
2) "0"
> ZUNIONSTORE to 3 z1 z2 s AGGREGATE COUNT
(integer) 3
> ZRANGE to 0 -1 WITHSCORES
1) "a"
2) "1"
3) "c"
4) "1"
5) "b"
6) "3"
