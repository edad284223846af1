# ZREM ZCARD ZSCORE ZMSCORE ZRANK ZREVRANK ZCOUNT ZLEXCOUNT ZRANDMEMBER ZSCAN.
> ZADD z 1 a 2 b 3 c 3.5 d inf e
(integer) 5
> ZCARD z
(integer) 5
> ZCARD none
(integer) 0
> ZSCORE z d
"3.5"
> ZSCORE z e
"inf"
> ZSCORE z none
(nil)
> ZSCORE none a
(nil)
> ZMSCORE z a none d
1) "1"
2) (nil)
3) "3.5"
> ZMSCORE none a b
1) (nil)
2) (nil)
> ZRANK z a
(integer) 0
> ZRANK z c
(integer) 2
> ZREVRANK z a
(integer) 4
> ZRANK z none
(nil)
> ZRANK none a
(nil)
> ZRANK z c WITHSCORE
1) (integer) 2
2) "3"
> ZREVRANK z c withscore
1) (integer) 2
2) "3"
> ZRANK z none WITHSCORE
(nil)
> ZRANK none a WITHSCORE
(nil)
> ZRANK z a WITHSCORES
(error) ERR syntax error
> ZRANK z a WITHSCORE x
(error) ERR wrong number of arguments for 'zrank' command
> ZCOUNT z -inf +inf
(integer) 5
> ZCOUNT z 2 3
(integer) 2
> ZCOUNT z (2 3
(integer) 1
> ZCOUNT z (2 (3
(integer) 0
> ZCOUNT z 3 2
(integer) 0
> ZCOUNT z 5 inf
(integer) 1
> ZCOUNT z x 3
(error) ERR min or max is not a float
> ZCOUNT z 1 (x
(error) ERR min or max is not a float
> ZCOUNT none 1 2
(integer) 0
> ZADD l 0 a 0 b 0 c 0 d
(integer) 4
> ZLEXCOUNT l - +
(integer) 4
> ZLEXCOUNT l [b (d
(integer) 2
> ZLEXCOUNT l (b +
(integer) 2
> ZLEXCOUNT l + -
(integer) 0
> ZLEXCOUNT l b c
(error) ERR min or max not valid string range item
> ZLEXCOUNT l [b c
(error) ERR min or max not valid string range item
> ZLEXCOUNT none - +
(integer) 0
> ZREM z a none e
(integer) 2
> ZREM none a
(integer) 0
> ZREM z b c d
(integer) 3
> EXISTS z
(integer) 0
> ZADD one 1 m
(integer) 1
> ZRANDMEMBER one
"m"
> ZRANDMEMBER one 5
1) "m"
> ZRANDMEMBER one -3
1) "m"
2) "m"
3) "m"
> ZRANDMEMBER one -2 WITHSCORES
1) "m"
2) "1"
3) "m"
4) "1"
> ZRANDMEMBER one 1 WITHSCORES
1) "m"
2) "1"
> ZRANDMEMBER one 0
(empty array)
> ZRANDMEMBER none
(nil)
> ZRANDMEMBER none 3
(empty array)
> ZRANDMEMBER none -3 WITHSCORES
(empty array)
> ZRANDMEMBER one x
(error) ERR value is not an integer or out of range
> ZRANDMEMBER one 1 x
(error) ERR syntax error
> ZRANDMEMBER one 1 WITHSCORES x
(error) ERR syntax error
> ZRANDMEMBER one -9223372036854775808
(error) ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807
> ZRANDMEMBER one -9223372036854775807 WITHSCORES
(error) ERR value is out of range
> ZADD some 1 a 2 b 3 c
(integer) 3
> ZRANDMEMBER some 10 WITHSCORES
(pairs in any order)
1) "a"
2) "1"
3) "b"
4) "2"
5) "c"
6) "3"
> ZSCAN some 0
1) "0"
2) 1) "a"
   2) "1"
   3) "b"
   4) "2"
   5) "c"
   6) "3"
> ZSCAN some 0 MATCH b COUNT 1
1) "0"
2) 1) "b"
   2) "2"
> ZSCAN some 77 MATCH [ab]
1) "0"
2) 1) "a"
   2) "1"
   3) "b"
   4) "2"
> ZSCAN none 0
1) "0"
2) (empty array)
> ZSCAN some x
(error) ERR invalid cursor
> ZSCAN some 0 COUNT 0
(error) ERR syntax error
> ZSCAN some 0 NOVALUES
(error) ERR NOVALUES option can only be used in HSCAN
> ZSCAN some 0 TYPE zset
(error) ERR syntax error
> SET text x
OK
> ZREM text a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZCARD text
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZSCORE text a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZMSCORE text a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZRANK text a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZCOUNT text 1 2
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZLEXCOUNT text - +
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZRANDMEMBER text
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZSCAN text 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZREM z
(error) ERR wrong number of arguments for 'zrem' command
> ZCARD
(error) ERR wrong number of arguments for 'zcard' command
> ZSCORE z
(error) ERR wrong number of arguments for 'zscore' command
> ZMSCORE z
(error) ERR wrong number of arguments for 'zmscore' command
!resp 3
> ZSCORE some b
(double) 2
> ZMSCORE some b none
1) (double) 2
2) (nil)
> ZRANK some b WITHSCORE
1) (integer) 1
2) (double) 2
> ZRANK some none WITHSCORE
(nil)
> ZADD some INCR 1 a
(double) 2
> ZADD some NX INCR 1 a
(nil)
> ZINCRBY some 0.5 a
(double) 2.5
> ZRANDMEMBER one 1 WITHSCORES
1) 1) "m"
   2) (double) 1
> ZRANDMEMBER one -2 WITHSCORES
1) 1) "m"
   2) (double) 1
2) 1) "m"
   2) (double) 1
> ZSCAN some 0
1) "0"
2) 1) "b"
   2) "2"
   3) "a"
   4) "2.5"
   5) "c"
   6) "3"
> ZSCORE none x
(nil)
