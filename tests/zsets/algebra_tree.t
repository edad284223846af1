# The same, on sets that are trees and tables.
> CONFIG SET zset-max-listpack-entries 0
OK
> CONFIG SET set-max-listpack-entries 0
OK
> ZADD z1 1 a 2 b 3 c
(integer) 3
> ZADD z2 10 b 20 c 30 d
(integer) 3
> SADD s1 a b x
(integer) 3
> ZUNION 2 z1 z2
1) "a"
2) "b"
3) "c"
4) "d"
> ZUNION 2 z1 z2 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "12"
5) "c"
6) "23"
7) "d"
8) "30"
> ZUNION 2 z1 s1 WITHSCORES
1) "x"
2) "1"
3) "a"
4) "2"
5) "b"
6) "3"
7) "c"
8) "3"
> ZUNION 2 s1 s1 WITHSCORES
1) "a"
2) "2"
3) "b"
4) "2"
5) "x"
6) "2"
> ZUNION 1 none
(empty array)
> ZUNION 2 z1 none WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2"
5) "c"
6) "3"
> ZUNION 2 z1 z1 WITHSCORES
1) "a"
2) "2"
3) "b"
4) "4"
5) "c"
6) "6"
> ZUNION 2 z1 z2 WEIGHTS 2 0.5 WITHSCORES
1) "a"
2) "2"
3) "b"
4) "9"
5) "d"
6) "15"
7) "c"
8) "16"
> ZUNION 2 z1 z2 AGGREGATE MIN WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2"
5) "c"
6) "3"
7) "d"
8) "30"
> ZUNION 2 z1 z2 AGGREGATE MAX WITHSCORES
1) "a"
2) "1"
3) "b"
4) "10"
5) "c"
6) "20"
7) "d"
8) "30"
> ZUNION 2 z1 z2 WEIGHTS 1 -1 AGGREGATE MAX WITHSCORES
1) "d"
2) "-30"
3) "a"
4) "1"
5) "b"
6) "2"
7) "c"
8) "3"
> ZINTER 2 z1 z2
1) "b"
2) "c"
> ZINTER 2 z1 z2 WITHSCORES
1) "b"
2) "12"
3) "c"
4) "23"
> ZINTER 2 z1 s1 WITHSCORES
1) "a"
2) "2"
3) "b"
4) "3"
> ZINTER 2 z1 none
(empty array)
> ZINTER 2 z1 z2 WEIGHTS 2 3 AGGREGATE SUM WITHSCORES
1) "b"
2) "34"
3) "c"
4) "66"
> ZINTER 3 z1 z2 s1 AGGREGATE MIN WITHSCORES
1) "b"
2) "1"
> ZINTER 2 z1 z1 WITHSCORES
1) "a"
2) "2"
3) "b"
4) "4"
5) "c"
6) "6"
> ZDIFF 2 z1 z2
1) "a"
> ZDIFF 2 z1 z2 WITHSCORES
1) "a"
2) "1"
> ZDIFF 2 z1 s1 WITHSCORES
1) "c"
2) "3"
> ZDIFF 2 s1 z1 WITHSCORES
1) "x"
2) "1"
> ZDIFF 2 none z1
(empty array)
> ZDIFF 1 z1 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2"
5) "c"
6) "3"
> ZDIFF 2 z1 z1
(empty array)
> ZDIFF 3 z1 none s1
1) "c"
> ZINTERCARD 2 z1 z2
(integer) 2
> ZINTERCARD 2 z1 z2 LIMIT 1
(integer) 1
> ZINTERCARD 2 z1 z2 LIMIT 0
(integer) 2
> ZINTERCARD 2 z1 none
(integer) 0
> ZADD i inf a -inf b
(integer) 2
> ZADD j -inf a inf b 0 c
(integer) 3
> ZUNION 2 i j WITHSCORES
1) "a"
2) "0"
3) "b"
4) "0"
5) "c"
6) "0"
> ZUNION 2 i j WEIGHTS 0 1 WITHSCORES
1) "a"
2) "-inf"
3) "c"
4) "0"
5) "b"
6) "inf"
> ZINTER 2 i j WEIGHTS 1 0 WITHSCORES
1) "a"
2) "0"
3) "b"
4) "0"
> ZUNIONSTORE to 2 z1 z2
(integer) 4
> ZRANGE to 0 -1 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "12"
5) "c"
6) "23"
7) "d"
8) "30"
> OBJECT ENCODING to
"skiplist"
> ZINTERSTORE to 2 z1 z2 WEIGHTS 1 2
(integer) 2
> ZRANGE to 0 -1 WITHSCORES
1) "b"
2) "22"
3) "c"
4) "43"
> ZDIFFSTORE to 2 z1 z2
(integer) 1
> ZRANGE to 0 -1 WITHSCORES
1) "a"
2) "1"
> ZUNIONSTORE z1 2 z1 z2 AGGREGATE MAX
(integer) 4
> ZRANGE z1 0 -1 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "10"
5) "c"
6) "20"
7) "d"
8) "30"
> ZINTERSTORE to 2 z1 none
(integer) 0
> EXISTS to
(integer) 0
> SET text x
OK
> ZUNIONSTORE text 1 z1
(integer) 4
> TYPE text
zset
# Errors.
> SET text x
OK
> ZUNION 0 z1
(error) ERR at least 1 input key is needed for 'zunion' command
> ZUNION -1 z1
(error) ERR at least 1 input key is needed for 'zunion' command
> ZUNION x z1
(error) ERR value is not an integer or out of range
> ZUNION 2 z1
(error) ERR syntax error
> ZUNION 3 z1 z2
(error) ERR syntax error
> ZUNION 2 z1 text
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZUNION 1 z1 x
(error) ERR syntax error
> ZUNION 1 z1 WEIGHTS
(error) ERR syntax error
> ZUNION 2 z1 z2 WEIGHTS 1
(error) ERR syntax error
> ZUNION 1 z1 WEIGHTS x
(error) ERR weight value is not a float
> ZUNION 1 z1 WEIGHTS nan
(error) ERR weight value is not a float
> ZUNION 1 z1 AGGREGATE
(error) ERR syntax error
> ZUNION 1 z1 AGGREGATE avg
(error) ERR syntax error
> ZUNION 1 z1 WEIGHTS 1 2
(error) ERR syntax error
> ZUNIONSTORE to 1 z1 WITHSCORES
(error) ERR syntax error
> ZUNIONSTORE to 0 z1
(error) ERR at least 1 input key is needed for 'zunionstore' command
> ZINTERSTORE to x z1
(error) ERR value is not an integer or out of range
> ZINTERSTORE to 2 z1
(error) ERR syntax error
> ZDIFF 1 z1 WEIGHTS 1
(error) ERR syntax error
> ZDIFF 1 z1 AGGREGATE SUM
(error) ERR syntax error
> ZDIFF 0 z1
(error) ERR at least 1 input key is needed for 'zdiff' command
> ZDIFFSTORE to 0 z1
(error) ERR at least 1 input key is needed for 'zdiffstore' command
> ZDIFFSTORE to 1 z1 WITHSCORES
(error) ERR syntax error
> ZINTER 0 z1
(error) ERR at least 1 input key is needed for 'zinter' command
> ZINTER 1 text
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZINTERCARD 0 z1
(error) ERR at least 1 input key is needed for 'zintercard' command
> ZINTERCARD 1 z1 LIMIT
(error) ERR syntax error
> ZINTERCARD 1 z1 LIMIT -1
(error) ERR LIMIT can't be negative
> ZINTERCARD 1 z1 LIMIT x
(error) ERR LIMIT can't be negative
> ZINTERCARD 1 z1 WITHSCORES
(error) ERR syntax error
> ZINTERCARD 1 text
(error) WRONGTYPE Operation against a key holding the wrong kind of value
!resp 3
> ZUNION 2 z2 s1 WITHSCORES
1) 1) "a"
   2) (double) 1
2) 1) "x"
   2) (double) 1
3) 1) "b"
   2) (double) 11
4) 1) "c"
   2) (double) 20
5) 1) "d"
   2) (double) 30
> ZINTER 2 z2 z1 WITHSCORES
1) 1) "b"
   2) (double) 20
2) 1) "c"
   2) (double) 40
3) 1) "d"
   2) (double) 60
> ZDIFF 1 z2 WITHSCORES
1) 1) "b"
   2) (double) 10
2) 1) "c"
   2) (double) 20
3) 1) "d"
   2) (double) 30
> ZDIFF 1 z2
1) "b"
2) "c"
3) "d"
