# Which events each command sends, `new` (class n) among them, and in which order.
> CONFIG SET notify-keyspace-events EAn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> SET s 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> SET s 2
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> RENAME s t
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "t"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_from"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_to"
   4) "t"
> SET s 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> RENAME s t
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "t"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_from"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_to"
   4) "t"
> RENAMENX t u
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "u"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_from"
   4) "t"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_to"
   4) "u"
> COPY u v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "v"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:copy_to"
   4) "v"
> COPY u v REPLACE
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "v"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:copy_to"
   4) "v"
> COPY u w DB 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@1__:new"
   4) "w"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@1__:copy_to"
   4) "w"
> MOVE u 2
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@2__:new"
   4) "u"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:move_from"
   4) "u"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@2__:move_to"
   4) "u"
!let dumped = > DUMP v
> RESTORE r 0 "$dumped"
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "r"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:restore"
   4) "r"
> RESTORE r 0 "$dumped" REPLACE
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "r"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:restore"
   4) "r"
> RESTORE past 1 "$dumped" ABSTTL
OK
> RPUSH l 1 2
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "l"
> LMOVE l m LEFT RIGHT
"1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpush"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "l"
> RPOPLPUSH l m
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "m"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rpop"
   4) "l"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "l"
> SORT m STORE sorted
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "sorted"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sortstore"
   4) "sorted"
> SADD a 1 2
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sadd"
   4) "a"
> SMOVE a b 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:srem"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "b"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sadd"
   4) "b"
> SINTERSTORE c a a
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sinterstore"
   4) "c"
> SUNIONSTORE d a b
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "d"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:sunionstore"
   4) "d"
> SDIFFSTORE none a a
(integer) 0
> SDIFFSTORE d a a
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "d"
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
> ZRANGESTORE zz z 0 -1
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "zz"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zrangestore"
   4) "zz"
> ZUNIONSTORE zu 1 z
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "zu"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zunionstore"
   4) "zu"
> ZINTERSTORE zi 1 z
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "zi"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zinterstore"
   4) "zi"
> ZDIFFSTORE zd 1 z
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "zd"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zdiffstore"
   4) "zd"
> ZADD z INCR 1 a
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zincr"
   4) "z"
> ZINCRBY z 1 b
"3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zincr"
   4) "z"
> ZREMRANGEBYSCORE z 0 1
(integer) 0
> ZREMRANGEBYRANK z 0 0
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zremrangebyrank"
   4) "z"
> ZPOPMAX z
1) "b"
2) "3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zpopmax"
   4) "z"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "z"
> GEOADD g 13.361389 38.115556 P
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "g"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:zadd"
   4) "g"
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
> GEORADIUSBYMEMBER g P 1 km STORE gr
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "gr"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:georadiusstore"
   4) "gr"
> XADD x 1-1 a b
"1-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
> XADD x MAXLEN 1 2-1 a b
"2-1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xadd"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xtrim"
   4) "x"
> XGROUP CREATE x gg 0
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-create"
   4) "x"
> XGROUP CREATE y gg 0 MKSTREAM
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "y"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-create"
   4) "y"
> XREADGROUP GROUP gg me STREAMS x >
1) 1) "x"
   2) 1) 1) "2-1"
         2) 1) "a"
            2) "b"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XACK x gg 2-1
(integer) 1
> XGROUP CREATECONSUMER x gg other
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XGROUP DELCONSUMER x gg other
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-delconsumer"
   4) "x"
> XGROUP SETID x gg 0
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-setid"
   4) "x"
> XAUTOCLAIM x gg third 0 0
1) "0-0"
2) (empty array)
3) (empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XCLAIM x gg fourth 0 2-1
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-createconsumer"
   4) "x"
> XDEL x 2-1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xdel"
   4) "x"
> XTRIM x MAXLEN 0
(integer) 0
> XSETID x 9-9
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xsetid"
   4) "x"
> XGROUP DESTROY x gg
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:xgroup-destroy"
   4) "x"
> HSET h f 1 g 2
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HINCRBY h f 1
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hincrby"
   4) "h"
> HINCRBYFLOAT h f 1.5
"3.5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hincrbyfloat"
   4) "h"
> HEXPIRE h 100 FIELDS 1 f
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HPERSIST h FIELDS 1 f
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hpersist"
   4) "h"
> HGETEX h EX 100 FIELDS 1 f
1) "3.5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HGETEX h PERSIST FIELDS 1 f
1) "3.5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hpersist"
   4) "h"
> HSETEX h EX 100 FIELDS 1 k v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HGETDEL h FIELDS 1 k
1) "v"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
> HEXPIRE h 0 FIELDS 1 g
1) (integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
> HDEL h f
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "h"
> HSETNX hn f 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "hn"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "hn"
> PFADD p a
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "p"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:pfadd"
   4) "p"
> PFMERGE q p
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "q"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:pfadd"
   4) "q"
> SETBIT bit 1 1
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "bit"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setbit"
   4) "bit"
> SETBIT bit 1 1
(integer) 1
> BITFIELD bf SET u8 0 1
1) (integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "bf"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setbit"
   4) "bf"
> BITOP AND bo bit bf
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "bo"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "bo"
> BITOP AND bo none none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "bo"
> APPEND ap x
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "ap"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:append"
   4) "ap"
> SETRANGE ap 0 ""
(integer) 1
> SETRANGE ap 0 y
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setrange"
   4) "ap"
> INCR n
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "n"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrby"
   4) "n"
> INCRBYFLOAT n 1.5
"2.5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrbyfloat"
   4) "n"
> GETSET n 2
"2.5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "n"
> GETEX n EX 100
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "n"
> GETEX n PERSIST
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:persist"
   4) "n"
> GETDEL n
"2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "n"
> MSET m1 1 m2 2
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m2"
> MSETNX m3 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m3"
> SETNX m4 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m4"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m4"
> SETEX m5 100 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "m5"
> SET m6 1 EX 100 GET
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m6"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m6"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "m6"
> EXPIRE m1 100
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "m1"
> PERSIST m1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:persist"
   4) "m1"
> EXPIRE m1 -1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "m1"
> UNLINK m2 m3
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "m2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "m3"
> LPUSH ll 1 2 3
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "ll"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "ll"
> LINSERT ll BEFORE 1 0
(integer) 4
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:linsert"
   4) "ll"
> LSET ll 0 9
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lset"
   4) "ll"
> LREM ll 1 9
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lrem"
   4) "ll"
> LTRIM ll 0 0
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:ltrim"
   4) "ll"
> LPUSHX ll 1
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpush"
   4) "ll"
> LPOP ll 2
1) "1"
2) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:lpop"
   4) "ll"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "ll"
> RPUSHX ll 1
(integer) 0
> SPOP a 9
1) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:spop"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "a"
> EVAL "redis.call('set', 'in', 1) redis.call('del', 'in')" 0
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "in"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "in"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "in"
> MULTI
OK
> SET in 1
QUEUED
> DEL in
QUEUED
> EXEC
1) OK
2) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "in"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "in"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "in"
> FLUSHALL
OK
a: (nothing)
