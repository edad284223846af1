# ZADD and ZINCRBY: adding members, changing scores, conditions.
> ZADD z 1 a 2 b 3 c
(integer) 3
> ZADD z 1 a 5 b 4 d
(integer) 1
> ZADD z CH 1 a 6 b 7 e
(integer) 2
> ZRANGE z 0 -1 WITHSCORES
 1) "a"
 2) "1"
 3) "c"
 4) "3"
 5) "d"
 6) "4"
 7) "b"
 8) "6"
 9) "e"
10) "7"
> ZADD z NX 100 a 8 f
(integer) 1
> ZADD z XX 9 a 100 nobody
(integer) 0
> ZADD z XX CH 10 a 100 nobody
(integer) 1
> ZADD z GT 5 a 11 b
(integer) 0
> ZADD z GT CH 15 a 5 b 1 new
(integer) 2
> ZADD z LT CH 1 a 50 b 2 new2
(integer) 2
> ZADD z XX GT CH 3 a 3 nobody
(integer) 1
> ZADD z INCR 5 a
"8"
> ZADD z INCR 5 fresh
"5"
> ZADD z NX INCR 5 fresh
(nil)
> ZADD z XX INCR 5 nobody
(nil)
> ZADD z GT INCR -1 a
(nil)
> ZADD z LT INCR -1 a
"7"
> ZADD missing XX INCR 5 nobody
(nil)
> ZADD missing XX 5 nobody
(integer) 0
> EXISTS missing
(integer) 0
> ZRANGE z 0 -1 WITHSCORES
 1) "new"
 2) "1"
 3) "new2"
 4) "2"
 5) "c"
 6) "3"
 7) "d"
 8) "4"
 9) "fresh"
10) "5"
11) "a"
12) "7"
13) "e"
14) "7"
15) "f"
16) "8"
17) "b"
18) "11"
> ZINCRBY z 2.5 a
"9.5"
> ZINCRBY z -0.1 brand
"-0.1"
> ZINCRBY z inf a
"inf"
> ZINCRBY z -inf a
(error) ERR resulting score is not a number (NaN)
> ZADD z INCR -inf a
(error) ERR resulting score is not a number (NaN)
> ZSCORE z a
"inf"
# Errors.
> ZADD z
(error) ERR wrong number of arguments for 'zadd' command
> ZADD z 1
(error) ERR wrong number of arguments for 'zadd' command
> ZADD z 1 a 2
(error) ERR syntax error
> ZADD z NX
(error) ERR wrong number of arguments for 'zadd' command
> ZADD z NX CH
(error) ERR syntax error
> ZADD z NX XX 1 a
(error) ERR XX and NX options at the same time are not compatible
> ZADD z GT LT 1 a
(error) ERR GT, LT, and/or NX options at the same time are not compatible
> ZADD z NX GT 1 a
(error) ERR GT, LT, and/or NX options at the same time are not compatible
> ZADD z NX LT 1 a
(error) ERR GT, LT, and/or NX options at the same time are not compatible
> ZADD z INCR 1 a 2 b
(error) ERR INCR option supports a single increment-element pair
> ZADD z x a
(error) ERR value is not a valid float
> ZADD z nan a
(error) ERR value is not a valid float
> ZADD z 1 a nan b
(error) ERR value is not a valid float
> ZADD z " 1" a
(error) ERR value is not a valid float
> ZADD z "" a
(error) ERR value is not a valid float
> ZINCRBY z x a
(error) ERR value is not a valid float
> ZINCRBY z 1
(error) ERR wrong number of arguments for 'zincrby' command
> SET text x
OK
> ZADD text 1 a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZADD text XX 1 a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZINCRBY text 1 a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
# Forms of numbers.
> ZADD n 0x10 hex 1e3 exp +5 plus .5 half -0 zero inf inf -INF minf 5e-324 tiny
(integer) 8
> ZRANGE n 0 -1 WITHSCORES
 1) "minf"
 2) "-inf"
 3) "zero"
 4) "0"
 5) "tiny"
 6) "5e-324"
 7) "half"
 8) "0.5"
 9) "plus"
10) "5"
11) "hex"
12) "16"
13) "exp"
14) "1000"
15) "inf"
16) "inf"
> ZADD m 0.1 a 0.30000000000000004 b 1e17 c 1e22 d 123456789012345680 e 4611686018427387904 f 4611686018427387905 g 1e-7 h 0.00001234 i 3.0 j 1.5e300 k
(integer) 11
> ZRANGE m 0 -1 WITHSCORES
 1) "h"
 2) "1e-7"
 3) "i"
 4) "1.234e-5"
 5) "a"
 6) "0.1"
 7) "b"
 8) "0.30000000000000004"
 9) "j"
10) "3"
11) "c"
12) "100000000000000000"
13) "e"
14) "123456789012345680"
15) "f"
16) "4611686018427387904"
17) "g"
18) "4611686018427387904"
19) "d"
20) "1e+22"
21) "k"
22) "1.5e+300"
> DEBUG DIGEST-VALUE n m
1) f05971dc323ec4ecd9bed6d9a3c64ba25b89daf3
2) 788ea5f1a62ee53d397d15030982d01717537d03
> OBJECT ENCODING m
"listpack"
!config zset-max-listpack-entries 128
> CONFIG SET zset-max-listpack-entries 2
OK
> ZADD m 1 z
(integer) 1
> OBJECT ENCODING m
"skiplist"
> ZRANGE m 0 -1 WITHSCORES
 1) "h"
 2) "1e-7"
 3) "i"
 4) "1.234e-5"
 5) "a"
 6) "0.1"
 7) "b"
 8) "0.30000000000000004"
 9) "z"
10) "1"
11) "j"
12) "3"
13) "c"
14) "100000000000000000"
15) "e"
16) "123456789012345680"
17) "f"
18) "4611686018427387904"
19) "g"
20) "4611686018427387904"
21) "d"
22) "1e+22"
23) "k"
24) "1.5e+300"
> DEBUG DIGEST-VALUE n m
1) f05971dc323ec4ecd9bed6d9a3c64ba25b89daf3
2) 2ae5dc50e145cab178ab49765c9eb8085bf244d5
> ZADD small 1 a 2 b
(integer) 2
> OBJECT ENCODING small
"listpack"
> ZADD big 1 a 2 b 3 c
(integer) 3
> OBJECT ENCODING big
"skiplist"
> ZREM big c b
(integer) 2
> OBJECT ENCODING big
"skiplist"
> CONFIG SET zset-max-listpack-value 3
OK
> ZADD wide 1 abcd
(integer) 1
> OBJECT ENCODING wide
"skiplist"
> ZADD small 3 abcd
(integer) 1
> OBJECT ENCODING small
"skiplist"
> ZADD b2 1 10 2 9 1 9 1 aa 1 a 1 "" 1 -5
(integer) 6
> ZRANGE b2 0 -1 WITHSCORES
 1) ""
 2) "1"
 3) "-5"
 4) "1"
 5) "10"
 6) "1"
 7) "9"
 8) "1"
 9) "a"
10) "1"
11) "aa"
12) "1"
