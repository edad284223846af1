# Listpack, tree and back again: COPY, digests, big sets.
> ZADD z 1 a 2.5 b -0 zero inf i 10 10
(integer) 5
> DEBUG DIGEST-VALUE z
1) 633951b5665f2536d9b7c30dce613c43ed593f9e
> CONFIG SET zset-max-listpack-entries 3
OK
> ZADD t 1 a 2.5 b -7 c 100 100
(integer) 4
> OBJECT ENCODING t
"skiplist"
> DEBUG DIGEST-VALUE t
1) 8a0f8684fe6db9c2bd9424f191f4941259d26c7e
> COPY t u
(integer) 1
> ZRANGE u 0 -1 WITHSCORES
1) "c"
2) "-7"
3) "a"
4) "1"
5) "b"
6) "2.5"
7) "100"
8) "100"
> OBJECT ENCODING u
"skiplist"
> CONFIG SET zset-max-listpack-entries 128
OK
> ZUNIONSTORE v 1 t
(integer) 4
> OBJECT ENCODING v
"listpack"
> ZRANGESTORE w t 0 -1
(integer) 4
> OBJECT ENCODING w
"listpack"
!repeat 300 > ZADD big $i m$i
(integer) 1
> OBJECT ENCODING big
"skiplist"
> ZCARD big
(integer) 300
> ZRANK big m200
(integer) 199
> ZRANGE big 149 151
1) "m150"
2) "m151"
3) "m152"
> ZRANGEBYSCORE big (250 +inf LIMIT 3 2
1) "m254"
2) "m255"
> ZCOUNT big 100 199
(integer) 100
> ZREMRANGEBYRANK big 10 289
(integer) 280
> ZRANGE big 0 -1
 1) "m1"
 2) "m2"
 3) "m3"
 4) "m4"
 5) "m5"
 6) "m6"
 7) "m7"
 8) "m8"
 9) "m9"
10) "m10"
11) "m291"
12) "m292"
13) "m293"
14) "m294"
15) "m295"
16) "m296"
17) "m297"
18) "m298"
19) "m299"
20) "m300"
> OBJECT ENCODING big
"skiplist"
> DEL big
(integer) 1
> CONFIG SET zset-max-listpack-entries 128
OK
> ZADD minus 1 a 0 b
(integer) 2
> ZUNION 1 minus WEIGHTS -0 WITHSCORES
1) "a"
2) "-0"
3) "b"
4) "-0"
> ZUNIONSTORE minus 1 minus WEIGHTS -0
(integer) 2
> ZRANGE minus 0 -1 WITHSCORES
1) "a"
2) "0"
3) "b"
4) "0"
> ZADD mixed 1 m 2 a 3 z 4 b
(integer) 4
> ZRANGE mixed - (c BYLEX
(empty array)
> ZRANGE mixed [c + BYLEX
(empty array)
> ZRANGE mixed - + BYLEX
1) "m"
2) "a"
3) "z"
4) "b"
> ZLEXCOUNT mixed [a [y
(integer) 2
