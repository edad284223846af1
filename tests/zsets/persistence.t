# What stands in the log brings the same sorted sets back; so does a snapshot.
!skip oracle
!config appendonly yes
!config appendfsync always
> ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g 8 h 9 i
(integer) 9
> ZADD z GT CH 10 a
(integer) 1
> ZADD z INCR 0.5 b
"2.5"
> ZINCRBY z 0.1 c
"3.1"
> ZPOPMIN z
1) "b"
2) "2.5"
> ZMPOP 2 none z MAX COUNT 2
1) "z"
2) 1) 1) "a"
      2) "10"
   2) 1) "i"
      2) "9"
> BZPOPMIN z 0
1) "z"
2) "c"
3) "3.1"
> BZMPOP 0 1 z MIN
1) "z"
2) 1) 1) "d"
      2) "4"
> ZREMRANGEBYRANK z 0 0
(integer) 1
> ZUNIONSTORE u 1 z WEIGHTS 2
(integer) 3
> GEOADD g NX 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
(integer) 2
> GEOSEARCHSTORE near g FROMMEMBER Palermo BYRADIUS 10 km STOREDIST
(integer) 1
w> BZPOPMAX later 0
> ZADD later 1 x 2 y
(integer) 2
w: 1) "later"
   2) "y"
   3) "2"
!repeat 200 > ZADD big $i member$i
> ZADD odd -0 zero inf high -inf low 1.5e-9 tiny 10 10 3 "binary\x00\xff"
(integer) 6
!let before = > DEBUG DIGEST
!crash
> DEBUG DIGEST
$before
> ZRANGE z 0 -1 WITHSCORES
1) "f"
2) "6"
3) "g"
4) "7"
5) "h"
6) "8"
> ZRANGE u 0 -1 WITHSCORES
1) "f"
2) "12"
3) "g"
4) "14"
5) "h"
6) "16"
> ZRANGE g 0 -1 WITHSCORES
1) "Palermo"
2) "3479099956230698"
3) "Catania"
4) "3479447370796909"
> ZRANGE later 0 -1 WITHSCORES
1) "x"
2) "1"
> OBJECT ENCODING big
"skiplist"
> ZREVRANGE big 0 0 WITHSCORES
1) "member200"
2) "200"
> SAVE
OK
> CONFIG SET appendonly no
OK
> DEBUG RELOAD
OK
> DEBUG DIGEST
$before
