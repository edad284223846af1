# Which events the commands of sorted sets and of places send.
> CONFIG SET notify-keyspace-events EAmn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> ZADD z 1 a 2 b 3 c
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "z"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "z"
> ZADD z 1 a
(integer) 0
> ZADD z 4 a
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "z"
> ZADD z NX 5 a
(integer) 0
> ZADD z XX 5 nobody
(integer) 0
> ZADD z INCR 1 a
"5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zincr"
   4) "z"
> ZADD z NX INCR 1 a
(nil)
> ZINCRBY z 1 b
"3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zincr"
   4) "z"
> ZINCRBY z 1 new
"1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zincr"
   4) "z"
> ZREM z new
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zrem"
   4) "z"
> ZREM z new
(integer) 0
> ZADD z 1 d 1 e 1 f
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "z"
> ZREMRANGEBYSCORE z 1 1
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zremrangebyscore"
   4) "z"
> ZREMRANGEBYSCORE z 1 1
(integer) 0
> ZREMRANGEBYRANK z 0 0
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zremrangebyrank"
   4) "z"
> ZADD lex 0 a 0 b 0 c
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "lex"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "lex"
> ZREMRANGEBYLEX lex [a [b
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zremrangebylex"
   4) "lex"
> ZREMRANGEBYLEX lex [c [c
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zremrangebylex"
   4) "lex"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "lex"
> ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g
(integer) 5
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "z"
> ZPOPMIN z
1) "a"
2) "1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmin"
   4) "z"
> ZPOPMAX z 2
1) "g"
2) "7"
3) "f"
4) "6"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmax"
   4) "z"
> ZPOPMIN none
(empty array)
> ZMPOP 2 none z MIN
1) "z"
2) 1) 1) "b"
      2) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmin"
   4) "z"
> ZMPOP 1 z MAX COUNT 2
1) "z"
2) 1) 1) "e"
      2) "5"
   2) 1) "d"
      2) "4"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmax"
   4) "z"
> BZPOPMIN z 1
1) "z"
2) "c"
3) "3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmin"
   4) "z"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "z"
> ZADD z 1 a 2 b
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "z"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "z"
> BZPOPMAX z 1
1) "z"
2) "b"
3) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmax"
   4) "z"
> BZMPOP 1 1 z MIN
1) "z"
2) 1) 1) "a"
      2) "1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmin"
   4) "z"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "z"
w> BZPOPMIN late 0
> ZADD late 1 a 2 b
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "late"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "late"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmin"
   4) "late"
w: (anything)
w> BZMPOP 0 1 later MAX
> ZADD later 1 a
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "later"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "later"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmax"
   4) "later"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "later"
w: (anything)
> ZADD x 1 a 2 b
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "x"
> ZADD y 1 b 2 c
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "y"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "y"
> ZUNIONSTORE u 2 x y
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "u"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zunionstore"
   4) "u"
> ZINTERSTORE u 2 x y
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zinterstore"
   4) "u"
> ZDIFFSTORE u 2 x y
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zdiffstore"
   4) "u"
> ZINTERSTORE u 2 x none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "u"
> ZINTERSTORE u 2 x none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZRANGESTORE r x 0 -1
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "r"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zrangestore"
   4) "r"
> ZRANGESTORE r x 5 9
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "r"
> ZRANGE none 0 1
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZCARD none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZSCORE none a
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZMSCORE none a
1) (nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZRANK none a
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZCOUNT none 0 1
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZLEXCOUNT none - +
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZRANDMEMBER none
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZSCAN none 0
1) "0"
2) (empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZUNION 1 none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZINTERCARD 1 none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> GEOADD g 13.361389 38.115556 P 15.087269 37.502669 C
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "g"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "g"
> GEOADD g 13.361389 38.115556 P
(integer) 0
> GEOSEARCHSTORE gs g FROMMEMBER P BYRADIUS 1 km
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "gs"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:geosearchstore"
   4) "gs"
> GEOSEARCHSTORE gs g FROMLONLAT 1 1 BYRADIUS 1 km
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "gs"
> GEORADIUS g 15 37 200 km STORE gr
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "gr"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:georadiusstore"
   4) "gr"
> GEORADIUS g 15 37 200 km STOREDIST gr
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:georadiusstore"
   4) "gr"
> GEORADIUSBYMEMBER g P 1 km STORE gr
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:georadiusstore"
   4) "gr"
> GEORADIUS g 1 1 1 km STORE gr
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "gr"
> GEOPOS none P
1) (nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> GEODIST none a b
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> GEOHASH none a
1) (nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> ZREM x a b
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zrem"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "x"
a: (nothing)
