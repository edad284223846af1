# ZRANGE in all its forms, and the older commands for each.
> ZADD z 1 a 2 b 3 c 4 d 5 e
(integer) 5
> ZRANGE z 0 -1
1) "a"
2) "b"
3) "c"
4) "d"
5) "e"
> ZRANGE z 1 2 WITHSCORES
1) "b"
2) "2"
3) "c"
4) "3"
> ZRANGE z -2 100
1) "d"
2) "e"
> ZRANGE z -100 1
1) "a"
2) "b"
> ZRANGE z 3 1
(empty array)
> ZRANGE z 10 20
(empty array)
> ZRANGE z 0 0 REV
1) "e"
> ZRANGE z 1 2 REV WITHSCORES
1) "d"
2) "4"
3) "c"
4) "3"
> ZRANGE z 0 -1 REV
1) "e"
2) "d"
3) "c"
4) "b"
5) "a"
> ZREVRANGE z 0 1
1) "e"
2) "d"
> ZREVRANGE z 0 1 WITHSCORES
1) "e"
2) "5"
3) "d"
4) "4"
> ZREVRANGE z -1 -1
1) "a"
> ZRANGE z 2 4 BYSCORE
1) "b"
2) "c"
3) "d"
> ZRANGE z (2 (4 BYSCORE WITHSCORES
1) "c"
2) "3"
> ZRANGE z -inf +inf BYSCORE LIMIT 1 2
1) "b"
2) "c"
> ZRANGE z -inf +inf BYSCORE LIMIT 1 -1
1) "b"
2) "c"
3) "d"
4) "e"
> ZRANGE z -inf +inf BYSCORE LIMIT -1 2
(empty array)
> ZRANGE z -inf +inf BYSCORE LIMIT 9 2
(empty array)
> ZRANGE z -inf +inf BYSCORE LIMIT 0 0
(empty array)
> ZRANGE z 4 2 BYSCORE REV
1) "d"
2) "c"
3) "b"
> ZRANGE z 4 2 BYSCORE REV LIMIT 1 1 WITHSCORES
1) "c"
2) "3"
> ZRANGE z 2 4 BYSCORE REV
(empty array)
> ZRANGEBYSCORE z 2 4
1) "b"
2) "c"
3) "d"
> ZRANGEBYSCORE z 2 4 WITHSCORES LIMIT 1 1
1) "c"
2) "3"
> ZRANGEBYSCORE z (1 3
1) "b"
2) "c"
> ZRANGEBYSCORE z "" 3
1) "a"
2) "b"
3) "c"
> ZRANGEBYSCORE z ( 3
1) "a"
2) "b"
3) "c"
> ZREVRANGEBYSCORE z 4 2
1) "d"
2) "c"
3) "b"
> ZREVRANGEBYSCORE z +inf (4 WITHSCORES
1) "e"
2) "5"
> ZREVRANGEBYSCORE z 4 2 LIMIT 1 5
1) "c"
2) "b"
> ZREVRANGEBYSCORE z 2 4
(empty array)
> ZADD l 0 a 0 b 0 c 0 d 0 ab
(integer) 5
> ZRANGE l - + BYLEX
1) "a"
2) "ab"
3) "b"
4) "c"
5) "d"
> ZRANGE l [a (c BYLEX
1) "a"
2) "ab"
3) "b"
> ZRANGE l (a [b BYLEX
1) "ab"
2) "b"
> ZRANGE l + - BYLEX REV
1) "d"
2) "c"
3) "b"
4) "ab"
5) "a"
> ZRANGE l + - BYLEX
(empty array)
> ZRANGE l + - BYLEX REV LIMIT 1 2
1) "c"
2) "b"
> ZRANGE l [ + BYLEX
1) "a"
2) "ab"
3) "b"
4) "c"
5) "d"
> ZRANGE l - ( BYLEX
(empty array)
> ZRANGEBYLEX l - [b
1) "a"
2) "ab"
3) "b"
> ZRANGEBYLEX l - + LIMIT 1 2
1) "ab"
2) "b"
> ZRANGEBYLEX l (a +
1) "ab"
2) "b"
3) "c"
4) "d"
> ZRANGEBYLEX l - -
(empty array)
> ZRANGEBYLEX l + +
(empty array)
> ZREVRANGEBYLEX l [c [ab
1) "c"
2) "b"
3) "ab"
> ZREVRANGEBYLEX l + - LIMIT 0 2
1) "d"
2) "c"
# Errors.
> ZRANGE z 0
(error) ERR wrong number of arguments for 'zrange' command
> ZRANGE z 0 x
(error) ERR value is not an integer or out of range
> ZRANGE z 0 1 x
(error) ERR syntax error
> ZRANGE z 0 1 LIMIT 0 1
(error) ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX
> ZRANGE z 0 1 LIMIT 0 -1
1) "a"
2) "b"
> ZRANGE z 0 1 LIMIT 0
(error) ERR syntax error
> ZRANGE z 0 1 BYSCORE LIMIT x 1
(error) ERR value is not an integer or out of range
> ZRANGE z 0 1 BYSCORE LIMIT 1 x
(error) ERR value is not an integer or out of range
> ZRANGE z 0 1 BYSCORE BYLEX
(error) ERR syntax error
> ZRANGE z 0 1 REV REV
(error) ERR syntax error
> ZRANGE z x 1 BYSCORE
(error) ERR min or max is not a float
> ZRANGE z 0 1 BYLEX
(error) ERR min or max not valid string range item
> ZRANGE z - + BYLEX WITHSCORES
(error) ERR syntax error, WITHSCORES not supported in combination with BYLEX
> ZRANGE z nan 1 BYSCORE
(error) ERR min or max is not a float
> ZREVRANGE z 0 1 REV
(error) ERR syntax error
> ZREVRANGE z 0 1 LIMIT 0 1
(error) ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX
> ZRANGEBYSCORE z 0 1 BYSCORE
(error) ERR syntax error
> ZRANGEBYSCORE z 0 1 LIMIT 0
(error) ERR syntax error
> ZRANGEBYLEX z - + WITHSCORES
(error) ERR syntax error, WITHSCORES not supported in combination with BYLEX
> ZRANGEBYLEX z a b
(error) ERR min or max not valid string range item
> ZRANGEBYLEX z "" +
(error) ERR min or max not valid string range item
> ZRANGE none 0 -1
(empty array)
> ZRANGE none 0 -1 WITHSCORES
(empty array)
> ZRANGE none x -1
(error) ERR value is not an integer or out of range
> SET text x
OK
> ZRANGE text 0 -1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZRANGE text 0 x
(error) ERR value is not an integer or out of range
> ZRANGEBYSCORE text 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZREVRANGE text 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZRANGEBYLEX text - +
(error) WRONGTYPE Operation against a key holding the wrong kind of value
# Storing.
> ZRANGESTORE to z 1 2
(integer) 2
> ZRANGE to 0 -1 WITHSCORES
1) "b"
2) "2"
3) "c"
4) "3"
> ZRANGESTORE to z 2 4 BYSCORE LIMIT 0 2
(integer) 2
> ZRANGE to 0 -1 WITHSCORES
1) "b"
2) "2"
3) "c"
4) "3"
> ZRANGESTORE to z 0 1 REV
(integer) 2
> ZRANGE to 0 -1 WITHSCORES
1) "d"
2) "4"
3) "e"
4) "5"
> ZRANGESTORE to z 5 1 BYSCORE REV LIMIT 1 2
(integer) 2
> ZRANGE to 0 -1 WITHSCORES
1) "c"
2) "3"
3) "d"
4) "4"
> ZRANGESTORE to l [b + BYLEX
(integer) 3
> ZRANGE to 0 -1
1) "b"
2) "c"
3) "d"
> ZRANGESTORE text z 0 0
(integer) 1
> TYPE text
zset
> ZRANGESTORE to none 0 1
(integer) 0
> EXISTS to
(integer) 0
> ZRANGESTORE z z 0 2
(integer) 3
> ZRANGE z 0 -1
1) "a"
2) "b"
3) "c"
> ZRANGESTORE to z 0 1 WITHSCORES
(error) ERR syntax error
> ZRANGESTORE to z 0 x
(error) ERR value is not an integer or out of range
> SET text x
OK
> ZRANGESTORE to text 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
# Removing.
> ZADD r 1 a 2 b 3 c 4 d 5 e 6 f
(integer) 6
> ZREMRANGEBYRANK r 0 0
(integer) 1
> ZREMRANGEBYRANK r -1 -1
(integer) 1
> ZREMRANGEBYRANK r 5 9
(integer) 0
> ZREMRANGEBYSCORE r (2 3
(integer) 1
> ZREMRANGEBYSCORE r 10 20
(integer) 0
> ZRANGE r 0 -1 WITHSCORES
1) "b"
2) "2"
3) "d"
4) "4"
5) "e"
6) "5"
> ZREMRANGEBYSCORE r -inf inf
(integer) 3
> EXISTS r
(integer) 0
> ZREMRANGEBYLEX l (a [b
(integer) 2
> ZRANGE l 0 -1
1) "a"
2) "c"
3) "d"
> ZREMRANGEBYLEX l - +
(integer) 3
> EXISTS l
(integer) 0
> ZREMRANGEBYRANK none 0 1
(integer) 0
> ZREMRANGEBYSCORE none 0 1
(integer) 0
> ZREMRANGEBYLEX none - +
(integer) 0
> ZREMRANGEBYRANK z x 1
(error) ERR value is not an integer or out of range
> ZREMRANGEBYSCORE z x 1
(error) ERR min or max is not a float
> ZREMRANGEBYLEX z x +
(error) ERR min or max not valid string range item
> ZREMRANGEBYRANK text 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZREMRANGEBYSCORE text 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZREMRANGEBYLEX text - +
(error) WRONGTYPE Operation against a key holding the wrong kind of value
!resp 3
> ZRANGE z 0 -1 WITHSCORES
1) 1) "a"
   2) (double) 1
2) 1) "b"
   2) (double) 2
3) 1) "c"
   2) (double) 3
> ZRANGEBYSCORE z 1 2 WITHSCORES
1) 1) "a"
   2) (double) 1
2) 1) "b"
   2) (double) 2
> ZREVRANGE z 0 0 WITHSCORES
1) 1) "c"
   2) (double) 3
> ZRANGE none 0 -1 WITHSCORES
(empty array)
