# ZSCAN tells the scores of a listpack as all commands do, those of a tree with seventeen digits.
> CONFIG SET zset-max-listpack-entries 128
OK
> ZADD z 0.1 a 3 b -inf d 12345678901234567 g -0 h
(integer) 5
> ZSCAN z 0
1) "0"
2)  1) "d"
    2) "-inf"
    3) "h"
    4) "0"
    5) "a"
    6) "0.1"
    7) "b"
    8) "3"
    9) "g"
   10) "12345678901234568"
> CONFIG SET zset-max-listpack-entries 0
OK
> ZADD t 0.1 a 3 b 1e300 c -inf d inf e 9223372036854775808 f 12345678901234567 g -0 h 1e20 i 1.5e-9 j
(integer) 10
> OBJECT ENCODING t
"skiplist"
> ZSCAN t 0 COUNT 100 MATCH a
1) "0"
2) 1) "a"
   2) "0.10000000000000001"
> ZSCAN t 0 COUNT 100 MATCH b
1) "0"
2) 1) "b"
   2) "3"
> ZSCAN t 0 COUNT 100 MATCH c
1) "0"
2) 1) "c"
   2) "1.0000000000000001e+300"
> ZSCAN t 0 COUNT 100 MATCH d
1) "0"
2) 1) "d"
   2) "-inf"
> ZSCAN t 0 COUNT 100 MATCH e
1) "0"
2) 1) "e"
   2) "inf"
> ZSCAN t 0 COUNT 100 MATCH f
1) "0"
2) 1) "f"
   2) "9.2233720368547758e+18"
> ZSCAN t 0 COUNT 100 MATCH g
1) "0"
2) 1) "g"
   2) "12345678901234568"
> ZSCAN t 0 COUNT 100 MATCH h
1) "0"
2) 1) "h"
   2) "-0"
> ZSCAN t 0 COUNT 100 MATCH i
1) "0"
2) 1) "i"
   2) "1e+20"
> ZSCAN t 0 COUNT 100 MATCH j
1) "0"
2) 1) "j"
   2) "1.5e-09"
> ZRANGE t 0 -1 WITHSCORES
 1) "d"
 2) "-inf"
 3) "h"
 4) "-0"
 5) "j"
 6) "1.5e-9"
 7) "a"
 8) "0.1"
 9) "b"
10) "3"
11) "g"
12) "12345678901234568"
13) "f"
14) "9223372036854776000"
15) "i"
16) "1e+20"
17) "c"
18) "1e+300"
19) "e"
20) "inf"
