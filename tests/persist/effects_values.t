!config appendonly yes

# Lists: what blocks or chooses is written as what it came to.
> RPUSH l a b c d e f g h i j k l m n o p
(integer) 16
> LPUSHX l z
(integer) 17
> LPUSHX missing z
(integer) 0
> LPOP l
"z"
> RPOP l 2
1) "p"
2) "o"
> LMPOP 2 missing l LEFT COUNT 2
1) "l"
2) 1) "a"
   2) "b"
> LMPOP 1 l RIGHT COUNT 1
1) "l"
2) 1) "n"
> BLPOP l 0
1) "l"
2) "c"
> BRPOP missing l 0
1) "l"
2) "m"
> BLMPOP 0 1 l LEFT COUNT 2
1) "l"
2) 1) "d"
   2) "e"
> BLMOVE l m LEFT RIGHT 0
"f"
> BRPOPLPUSH l m 0
"l"
> LMOVE m m LEFT RIGHT
"l"
> RPOPLPUSH m l
"l"
> LINSERT l BEFORE a x
(integer) -1
> RPUSH l a b c
(integer) 9
> LINSERT l BEFORE b x
(integer) 10
> LREM l 1 b
(integer) 1
> LREM l 1 zzz
(integer) 0
> LSET l 0 s
OK
> LTRIM l 0 1
OK
> LTRIM l 5 9
OK
> EXISTS l
(integer) 0
> SORT m ALPHA STORE sorted
(integer) 1
> SORT missing STORE sorted
(integer) 0
!effects
SELECT 0
RPUSH l a b c d e f g h i j k l m n o p
LPUSHX l z
LPOP l
RPOP l 2
LPOP l 2
RPOP l 1
LPOP l
RPOP l
LPOP l 2
LMOVE l m LEFT RIGHT
RPOPLPUSH l m
LMOVE m m LEFT RIGHT
RPOPLPUSH m l
RPUSH l a b c
LINSERT l BEFORE b x
LREM l 1 b
LSET l 0 s
LTRIM l 0 1
LTRIM l 5 9
SORT m ALPHA STORE sorted
SORT missing STORE sorted

# Whoever was waiting does its part after the one who woke it.
b> BLPOP q 0
c> BLMOVE q2 q3 LEFT RIGHT 0
d> BRPOPLPUSH q2 q3 0
e> BLMPOP 0 1 q4 RIGHT COUNT 5
> RPUSH q 1 2
(integer) 2
b: 1) "q"
   2) "1"
> RPUSH q2 1 2
(integer) 2
c: "1"
d: "2"
> MULTI
OK
> RPUSH q4 1 2 3
QUEUED
> SET other v
QUEUED
> EXEC
1) (integer) 3
2) OK
e: 1) "q4"
   2) 1) "3"
      2) "2"
      3) "1"
!effects
RPUSH q 1 2
LPOP q
RPUSH q2 1 2
LMOVE q2 q3 LEFT RIGHT
RPOPLPUSH q2 q3
MULTI
RPUSH q4 1 2 3
SET other v
EXEC
RPOP q4 3

# Sets: what was chosen by chance is named.
> SADD s a
(integer) 1
> SADD s a
(integer) 0
> SPOP s
"a"
> SADD s b
(integer) 1
> SPOP s 5
1) "b"
> SADD s x y
(integer) 2
> SREM s y zz
(integer) 1
> SREM s zz
(integer) 0
> SMOVE s t x
(integer) 1
> SMOVE s t x
(integer) 0
> SADD s 1 2 3
(integer) 3
> SINTERSTORE d s t
(integer) 0
> SUNIONSTORE d s t
(integer) 4
> SDIFFSTORE d t t
(integer) 0
!effects
SADD s a
SREM s a
SADD s b
DEL s
SADD s x y
SREM s y zz
SMOVE s t x
SADD s 1 2 3
SUNIONSTORE d s t
SDIFFSTORE d t t

# Hashes.
> HSET h f 1 g 2
(integer) 2
> HMSET h f 1
OK
> HSETNX h f 2
(integer) 0
> HSETNX h n 2
(integer) 1
> HINCRBY h f 5
(integer) 6
> HINCRBYFLOAT h f 0.5
"6.5"
> HDEL h g nothing
(integer) 1
> HDEL h nothing
(integer) 0
> HEXPIRE h 100 FIELDS 2 f missing
1) (integer) 1
2) (integer) -2
> HPEXPIRE h 100000 NX FIELDS 2 f n
1) (integer) 0
2) (integer) 1
> HEXPIREAT h 4102444800 FIELDS 1 n
1) (integer) 1
> HPEXPIREAT h 4102444800000 GT FIELDS 2 f n
1) (integer) 1
2) (integer) 0
> HPERSIST h FIELDS 2 f missing
1) (integer) 1
2) (integer) -2
> HPERSIST h FIELDS 1 f
1) (integer) -1
> HSET h a 1 b 2
(integer) 2
> HEXPIRE h 0 FIELDS 2 a b
1) (integer) 2
2) (integer) 2
> HPEXPIREAT h 1 FIELDS 1 n
1) (integer) 2
> HGETEX h EX 100 FIELDS 2 f missing
1) "6.5"
2) (nil)
> HGETEX h PERSIST FIELDS 1 f
1) "6.5"
> HGETEX h FIELDS 1 f
1) "6.5"
> HGETEX h EXAT 1 FIELDS 1 f
1) "6.5"
> EXISTS h
(integer) 0
> HSETEX h EX 100 FIELDS 2 a 1 b 2
(integer) 1
> HSETEX h FNX PX 100000 FIELDS 1 c 2
(integer) 1
> HSETEX h FNX PX 100000 FIELDS 1 c 2
(integer) 0
> HSETEX h FXX EXAT 4102444800 FIELDS 1 c 3
(integer) 1
> HSETEX h KEEPTTL FIELDS 1 c 4
(integer) 1
> HSETEX h FIELDS 1 c 5
(integer) 1
> HSETEX h EXAT 1 FIELDS 2 c 5 d 6
(integer) 1
> HGETDEL h FIELDS 2 a missing
1) "1"
2) (nil)
> HGETDEL h FIELDS 1 missing
1) (nil)
!effects
HSET h f 1 g 2
HMSET h f 1
HSETNX h n 2
HINCRBY h f 5
HSET h f 6.5
HDEL h g nothing
HPEXPIREAT h ... FIELDS 1 f
HPEXPIREAT h ... NX FIELDS 1 n
HPEXPIREAT h 4102444800000 FIELDS 1 n
HPEXPIREAT h 4102444800000 GT FIELDS 1 f
HPERSIST h FIELDS 2 f missing
HSET h a 1 b 2
MULTI
HDEL h a
HDEL h b
EXEC
HDEL h n
HPEXPIREAT h ... FIELDS ... f...
HPERSIST h FIELDS 1 f
HDEL h f
HSETEX h PXAT ... FIELDS 2 a 1 b 2
HSETEX h FNX PXAT ... FIELDS 1 c 2
HSETEX h FXX PXAT 4102444800000 FIELDS 1 c 3
HSETEX h KEEPTTL FIELDS 1 c 4
HSETEX h FIELDS 1 c 5
MULTI
HDEL h c
HDEL h d
EXEC
HDEL h a...
> HSET brief f 1 g 2
(integer) 2
> HPEXPIRE brief 1 FIELDS 1 f
1) (integer) 1
!until 2s > HLEN brief
(integer) 1
> HPEXPIRE brief 1 FIELDS 1 g
1) (integer) 1
!until 2s > EXISTS brief
(integer) 0
!effects
HSET brief f 1 g 2
HPEXPIREAT brief ... FIELDS 1 f
HDEL brief f
HPEXPIREAT brief ... FIELDS 1 g
HDEL brief g

# Sorted sets and places.
> ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g
(integer) 7
> ZADD z 1 a
(integer) 0
> ZADD z XX CH 1.5 a
(integer) 1
> ZADD z NX 1 a
(integer) 0
> ZADD z INCR 1 a
"2.5"
> ZINCRBY z 1.5 a
"4"
> ZPOPMIN z
1) "b"
2) "2"
> ZPOPMAX z 2
1) "g"
2) "7"
3) "f"
4) "6"
> BZPOPMIN z 0
1) "z"
2) "c"
3) "3"
> BZPOPMAX missing z 0
1) "z"
2) "e"
3) "5"
> ZMPOP 1 z MIN COUNT 1
1) "z"
2) 1) 1) "a"
      2) "4"
> BZMPOP 0 1 z MAX COUNT 5
1) "z"
2) 1) 1) "d"
      2) "4"
> ZADD z 1 a 2 b 3 c 4 d 5 e
(integer) 5
> ZREM z a nothing
(integer) 1
> ZREM z nothing
(integer) 0
> ZREMRANGEBYRANK z 0 0
(integer) 1
> ZREMRANGEBYSCORE z 3 3
(integer) 1
> ZREMRANGEBYLEX z - (a
(integer) 0
> ZRANGESTORE y z 0 -1
(integer) 2
> ZUNIONSTORE y 2 z y WEIGHTS 2 3
(integer) 2
> ZINTERSTORE y 1 missing
(integer) 0
> ZDIFFSTORE y 1 z
(integer) 2
> GEOADD g 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
(integer) 2
> GEOADD g CH NX 13.4 38.1 other
(integer) 1
> GEOADD g NX 13.4 38.1 other
(integer) 0
> GEOSEARCHSTORE near g FROMMEMBER Palermo BYRADIUS 200 km ASC
(integer) 3
> GEORADIUS g 15 37 200 km STORE near
(integer) 3
b> BZPOPMIN wait 0
> ZADD wait 1 x 2 y
(integer) 2
b: 1) "wait"
   2) "x"
   3) "1"
!effects
ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g
ZADD z XX CH 1.5 a
ZADD z INCR 1 a
ZINCRBY z 1.5 a
ZPOPMIN z
ZPOPMAX z 2
ZPOPMIN z
ZPOPMAX z
ZPOPMIN z 1
ZPOPMAX z 1
ZADD z 1 a 2 b 3 c 4 d 5 e
ZREM z a nothing
ZREMRANGEBYRANK z 0 0
ZREMRANGEBYSCORE z 3 3
ZRANGESTORE y z 0 -1
ZUNIONSTORE y 2 z y WEIGHTS 2 3
ZINTERSTORE y 1 missing
ZDIFFSTORE y 1 z
zadd g 3479099956230698 Palermo 3479447370796909 Catania
zadd g CH NX 3479099937378871 other
GEOSEARCHSTORE near g FROMMEMBER Palermo BYRADIUS 200 km ASC
GEORADIUS g 15 37 200 km STORE near
ZADD wait 1 x 2 y
ZPOPMIN wait
