# The events of sorted sets, and which writes say nothing.
> CONFIG SET notify-keyspace-events KEA
OK
e> PSUBSCRIBE __keyevent@0__:*
1) "psubscribe"
2) "__keyevent@0__:*"
3) (integer) 1
e: (nothing)
> ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g 8 h
(integer) 8
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zadd"
   4) "z"
> ZADD z 1 a
(integer) 0
e: (nothing)
> ZADD z INCR 1 a
"2"
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zincr"
   4) "z"
> ZINCRBY z 1 a
"3"
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zincr"
   4) "z"
> ZREM z a
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zrem"
   4) "z"
> ZREM z a
(integer) 0
e: (nothing)
> ZREMRANGEBYRANK z 0 0
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zremrangebyrank"
   4) "z"
> ZREMRANGEBYSCORE z 3 3
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zremrangebyscore"
   4) "z"
> ZREMRANGEBYLEX z (d [e
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zremrangebylex"
   4) "z"
> ZPOPMIN z
1) "d"
2) "4"
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zpopmin"
   4) "z"
> ZMPOP 1 z MAX
1) "z"
2) 1) 1) "h"
      2) "8"
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zpopmax"
   4) "z"
> ZUNIONSTORE to 1 z
(integer) 2
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zunionstore"
   4) "to"
> ZINTERSTORE to 1 z
(integer) 2
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zinterstore"
   4) "to"
> ZDIFFSTORE to 1 z
(integer) 2
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zdiffstore"
   4) "to"
> ZRANGESTORE to z 0 0
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zrangestore"
   4) "to"
> ZRANGESTORE to none 0 0
(integer) 0
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:del"
   4) "to"
> ZRANGESTORE to none 0 0
(integer) 0
e: (nothing)
> GEOADD g 13.361389 38.115556 Palermo
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zadd"
   4) "g"
> GEOSEARCHSTORE to g FROMMEMBER Palermo BYRADIUS 1 km
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:geosearchstore"
   4) "to"
> GEORADIUSBYMEMBER g Palermo 1 km STORE to
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:georadiusstore"
   4) "to"
> GEOSEARCHSTORE to g FROMLONLAT 0 0 BYRADIUS 1 km
(integer) 0
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:del"
   4) "to"
> ZREM g Palermo
(integer) 1
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:zrem"
   4) "g"
e: 1) "pmessage"
   2) "__keyevent@0__:*"
   3) "__keyevent@0__:del"
   4) "g"
