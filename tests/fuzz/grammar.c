#include "grammar.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    arena *owner;
    uint64_t *state;
    span *words;
    int count, room;
} maker;

const row rows[] = {
    {"keys", "DEL < $k >", 0},
    {"keys", "UNLINK < $k >", 0},
    {"keys", "EXISTS < $k >", 0},
    {"keys", "TYPE $k", 0},
    {"keys", "TOUCH < $k >", 0},
    {"keys", "RENAME $k $k", 0},
    {"keys", "RENAMENX $k $k", 0},
    {"keys", "COPY $k $k [ DB { 0 | 1 } ] [ REPLACE ]", 0},
    {"keys", "MOVE $k { 0 | 1 }", 0},
    {"keys", "SELECT { 0 | 1 }", 0},
    {"keys", "SWAPDB { 0 | 1 } { 0 | 1 }", 0},
    {"keys", "KEYS #G", UNORDERED},
    {"keys",
     "SCAN @0 [ COUNT { 1 | 3 | 100 } ] [ MATCH #G ] [ TYPE { string | list | zset | hash } ]",
     UNORDERED | SCAN},
    {"keys", "DBSIZE", 0},
    {"keys", "RANDOMKEY", COUNT},
    {"keys", "EXPIRE $k { #t | -1 | 0 | #h } [ { NX | XX | GT | LT | XX GT | XX LT | NX GT | GT LT } ]", EXACT},
    {"keys", "PEXPIRE $k { #K | -1 | #h } [ { NX | XX | GT | LT } ]", EXACT},
    {"keys", "PEXPIREAT $k #M [ { NX | XX | GT | LT } ]", EXACT},
    {"keys", "EXPIREAT $k { #T | #h } [ { NX | XX | GT | LT } ]", EXACT},
    {"keys", "TTL $k", ABOUT},
    {"keys", "PTTL $k", LATELY},
    {"keys", "EXPIRETIME $k", ABOUT},
    {"keys", "PEXPIRETIME $k", LATELY},
    {"keys", "PERSIST $k", 0},
    {"keys", "OBJECT ENCODING $k", 0},
    {"keys", "OBJECT ENCODING $k", 0},
    {"keys", "DEBUG DIGEST-VALUE < $k >", 0},
    {"keys", "DUMP $k $k", EXACT | CROSSWISE},
    {"keys", "DUMP $k $k", EXACT | CROSSWISE},
    {"keys", "RESTORE $k { 0 | #K | #h } #v [ REPLACE ] [ ABSTTL ] [ { IDLETIME #i | FREQ #i } ]", EXACT},
    {"keys",
     "SORT { $l | $z | $e } BY { w* | h*->f1 } [ LIMIT 0 100 ] [ GET # ] [ { ASC | DESC } ] ALPHA",
     UNORDERED | EXACT},
    {"keys", "SORT { $l | $z | $e } [ LIMIT #r #r ] < GET { # | s* | h*->f1 | *->f2 } > [ { ASC | DESC } ] ALPHA", 0},
    {"keys", "SORT { $l | $z } BY nosort [ GET # ]", UNORDERED},          /* the key may turn out to be a set's */
    {"keys", "SORT { $l | $z } BY nosort LIMIT #r #r [ GET # ]", COUNT},
    {"keys", "SORT { $l | $e | $z } [ LIMIT #r #r ] [ { ASC | DESC } ] [ STORE $l ]", 0},
    {"keys", "SORT $l BY s* [ STORE $l ]", 0},
    {"keys", "SORT_RO { $l | $z } [ GET # ] [ GET s* ] ALPHA", 0},
    {"keys", "FLUSHDB [ { SYNC | ASYNC } ]", EXACT},
    {"keys", "ECHO #v", 0},
    {"keys",
     "CONFIG SET { hash-max-listpack-entries | zset-max-listpack-entries | set-max-listpack-entries } { 0 | 3 | 16 "
     "| 4294967296 }",
     EXACT},
    {"keys", "CONFIG SET list-max-listpack-size { -1 | 1 | 5 | -5 | 0 }", EXACT},
    {"keys", "CONFIG SET set-max-intset-entries { 0 | 3 | 512 | 4294967297 }", EXACT},
    {"keys", "MULTI", EXACT},
    {"keys", "EXEC", UNORDERED | EXACT},
    {"keys", "EXEC", UNORDERED | EXACT},
    {"keys", "DISCARD", EXACT},
    {"keys", "WATCH < $k >", EXACT},
    {"keys", "UNWATCH", EXACT},

    {"strings", "SET $s #v [ { NX | XX } ] [ GET ] [ { EX #t | EXAT #T | PX #K | PXAT #M | KEEPTTL } ]", 0},
    {"strings",
     "SET $s #v { { EX | PX | EXAT } #h | PXAT { -1 | 0 | 9223372036854775807 | 9223372036854775808 | x } }",
     EXACT},
    {"strings", "SET $s #v", 0},
    {"strings", "SET $s #i", 0},
    {"strings", "SET $s #h", 0},
    {"strings", "GET $s", 0},
    {"strings", "GETDEL $s", 0},
    {"strings", "GETEX $s [ { EX #t | EXAT #T | PX #K | PXAT #M | PERSIST } ]", 0},
    {"strings", "GETEX $s { EX | PX | EXAT | PXAT } #h", EXACT},
    {"strings", "GETSET $s #v", 0},
    {"strings", "SETNX $s #v", 0},
    {"strings", "SETEX $s #t #v", 0},
    {"strings", "PSETEX $s #K #v", 0},
    {"strings", "{ SETEX | PSETEX } $s #h #v", EXACT},
    {"strings", "MSET < $s #v >", 0},
    {"strings", "MSETNX < $s #v >", 0},
    {"strings", "MGET < $s >", 0},
    {"strings", "APPEND $s #v", 0},
    {"strings", "STRLEN $s", 0},
    {"strings", "GETRANGE $s { #r | #h } { #r | #h }", 0},
    {"strings", "SUBSTR $s #r #r", 0},
    {"strings", "SETRANGE $s { #o | 536870912 | 9223372036854775807 | -9223372036854775808 } #v", EXACT},
    {"strings", "INCR $s", 0},
    {"strings", "DECR $s", 0},
    {"strings", "INCRBY $s { #i | #h }", 0},
    {"strings", "DECRBY $s { #i | #h }", 0},
    {"strings", "INCRBYFLOAT $s { #d | #h }", 0},
    {"strings", "LCS $s $s [ { LEN | IDX } ] [ MINMATCHLEN { #n | #h } ] [ WITHMATCHLEN ]", 0},

    {"bits", "SETBIT $s #o { 0 | 1 }", EXACT},
    {"bits", "SETBIT $s { -1 | 4294967296 | 9223372036854775807 | 18446744073709551615 } { 0 | 1 }", EXACT},
    {"bits", "GETBIT $s { #o | #h }", 0},
    {"bits", "BITCOUNT $s [ { #r | #h } { #r | #h } [ { BYTE | BIT } ] ]", 0},
    {"bits", "BITPOS $s { 0 | 1 } [ { #r | #h } [ { #r | #h } [ { BYTE | BIT } ] ] ]", 0},
    {"bits", "BITOP { AND | OR | XOR } $s < $s >", 0},
    {"bits", "BITOP NOT $s $s", 0},
    {"bits",
     "BITFIELD $s < { GET #w #o | SET #w #o { #i | #h } | INCRBY #w #o { #i | #h } | OVERFLOW { WRAP | SAT | FAIL } } >",
     EXACT},
    {"bits", "BITFIELD $s { SET | GET } { u0 | u64 | i65 | i0 | u | x8 | i64 } { -1 | #-1 | #h } [ 1 ]", EXACT},
    {"bits", "BITFIELD_RO $s < GET #w #o >", EXACT},

    {"lists", "LPUSH $l < #v >", 0},
    {"lists", "RPUSH $l < #v >", 0},
    {"lists", "RPUSH $l < #i >", 0},
    {"lists", "RPUSH $l < #h >", 0},
    {"lists", "LPUSHX $l #v", 0},
    {"lists", "RPUSHX $l < #v >", 0},
    {"lists", "LPOP $l [ { #n | #h } ]", 0},
    {"lists", "RPOP $l [ { #n | #h } ]", 0},
    {"lists", "LLEN $l", 0},
    {"lists", "LINDEX $l { #r | #h }", 0},
    {"lists", "LRANGE $l { #r | #h } { #r | #h }", 0},
    {"lists", "LRANGE $l 0 -1", 0},
    {"lists", "LSET $l { #n | -1 | -3 | 100 | 2147483647 | x } #v", EXACT}, /* Redis takes an index of more than 32 bits modulo 2^32 */
    {"lists", "LINSERT $l { BEFORE | AFTER } #v #v", 0},
    {"lists", "LREM $l { #r | #h } #v", 0},
    {"lists", "LTRIM $l { #r | #h } { #r | #h }", 0},
    {"lists", "LPOS $l #v [ RANK { #r | #h } ] [ COUNT { #n | #h } ] [ MAXLEN { #n | #h } ]", 0},
    {"lists", "LMOVE $l $l { LEFT | RIGHT } { LEFT | RIGHT }", 0},
    {"lists", "RPOPLPUSH $l $l", 0},
    {"lists", "LMPOP { 1 $l | 2 $l $l | #h $l } { LEFT | RIGHT } [ COUNT { #n | #h } ]", EXACT},
    {"lists", "{ BLPOP | BRPOP } $l $l 0.001", EXACT},
    {"lists", "BLMOVE $l $l { LEFT | RIGHT } { LEFT | RIGHT } 0.001", EXACT},
    {"lists", "BRPOPLPUSH $l $l 0.001", EXACT},
    {"lists", "BLMPOP 0.001 2 $l $l { LEFT | RIGHT } [ COUNT { #n | #h } ]", EXACT},
    {"lists", "BLPOP $l { -1 | nan | inf | 1e300 | 9223372036854775808 | x }", EXACT},

    {"sets", "SADD $e < #m >", 0},
    {"sets", "SADD $e < #i >", 0},
    {"sets", "SADD $e < #h >", 0},
    {"sets", "SREM $e < { #m | #i | #h } >", 0},
    {"sets", "SCARD $e", 0},
    {"sets", "SISMEMBER $e { #m | #i | #h }", 0},
    {"sets", "SMISMEMBER $e < { #m | #i | #h } >", 0},
    {"sets", "SMEMBERS $e", UNORDERED},
    {"sets", "SMOVE $e $e { #m | #i }", 0},
    {"sets", "SPOP $e 100000", UNORDERED | EXACT},
    {"sets", "SPOP $e { 0 | -1 | 9223372036854775808 | x }", EXACT},
    {"sets", "SRANDMEMBER $e { #n | -5 | -9223372036854775808 | 9223372036854775807 }",
     COUNT | EXACT},
    {"sets", "SRANDMEMBER $e", COUNT | EXACT},
    {"sets", "SINTER < $e >", UNORDERED},
    {"sets", "SUNION < $e >", UNORDERED},
    {"sets", "SDIFF < $e >", UNORDERED},
    {"sets", "SINTERCARD { 1 $e | 2 $e $e | 3 $e $e $e | #h $e } [ LIMIT { #n | #h } ]", EXACT},
    {"sets", "SINTERSTORE $e < $e >", 0},
    {"sets", "SUNIONSTORE $e < $e >", 0},
    {"sets", "SDIFFSTORE $e < $e >", 0},
    {"sets", "SSCAN $e @0 [ COUNT { 1 | 7 | 1000 } ] [ MATCH #G ]", UNORDERED | EXACT | SCAN},

    {"hashes", "HSET $h < #f #v >", 0},
    {"hashes", "HSET $h < { #h | #m } #v >", 0},
    {"hashes", "HMSET $h < #f #i >", 0},
    {"hashes", "HSETNX $h #f #v", 0},
    {"hashes", "HGET $h #f", 0},
    {"hashes", "HMGET $h < #f >", 0},
    {"hashes", "HGETALL $h", PAIRS},
    {"hashes", "HKEYS $h", UNORDERED},
    {"hashes", "HVALS $h", UNORDERED},
    {"hashes", "HLEN $h", 0},
    {"hashes", "HSTRLEN $h #f", 0},
    {"hashes", "HEXISTS $h #f", 0},
    {"hashes", "HDEL $h < #f >", 0},
    {"hashes", "HINCRBY $h #f { #i | #h }", 0},
    {"hashes", "HINCRBYFLOAT $h #f { #d | #h }", 0},
    {"hashes", "HRANDFIELD $h", COUNT | EXACT},
    {"hashes", "HRANDFIELD $h { #n | -3 | -9223372036854775808 | 9223372036854775807 } [ WITHVALUES ]", COUNT | EXACT},
    {"hashes", "HSCAN $h @0 [ COUNT { 1 | 7 | 1000 } ] [ MATCH #G ]", PAIRS | EXACT | SCAN},
    {"hashes", "HSCAN $h @0 [ COUNT { 1 | 1000 } ] [ MATCH #G ] NOVALUES", UNORDERED | EXACT | SCAN},
    {"hashes", "HEXPIRE $h { #t | 0 | #h } [ { NX | XX | GT | LT } ] FIELDS { 1 #f | 2 #f #f | #h #f }", EXACT},
    {"hashes", "HPEXPIRE $h { #K | #h } [ { NX | XX | GT | LT } ] FIELDS { 1 #f | 2 #f #f }", EXACT},
    {"hashes", "HEXPIREAT $h { #T | #h } [ { NX | XX | GT | LT } ] FIELDS { 1 #f | 2 #f #f }", EXACT},
    {"hashes", "HPEXPIREAT $h { #M | #h } [ { NX | XX | GT | LT } ] FIELDS { 1 #f | 2 #f #f }", EXACT},
    {"hashes", "{ HTTL | HEXPIRETIME } $h FIELDS { 1 #f | 2 #f #f }", ABOUT},
    {"hashes", "{ HPTTL | HPEXPIRETIME } $h FIELDS { 1 #f | 2 #f #f }", LATELY},
    {"hashes", "HPERSIST $h FIELDS { 1 #f | 2 #f #f }", 0},
    {"hashes", "HGETDEL $h FIELDS { 1 #f | 2 #f #f }", 0},
    {"hashes", "HGETEX $h [ { EX #t | PX #K | PERSIST | EXAT #T | PXAT #M } ] FIELDS { 1 #f | 2 #f #f | 2 #f }", 0},
    {"hashes", "HGETEX $h { EX | PX | EXAT | PXAT } #h FIELDS 1 #f", EXACT},
    {"hashes", "HSETEX $h [ { FNX | FXX } ] [ { EX #t | PXAT #M | KEEPTTL } ] FIELDS { 1 #f #v | 2 #f #v #f #v }", 0},
    {"hashes", "HSETEX $h { EX | PX | EXAT | PXAT } #h FIELDS 1 #f #v", EXACT},

    {"zsets", "ZADD $z [ { NX | XX | GT | LT | XX GT | XX LT } ] [ CH ] < #d #m >", 0},
    {"zsets", "ZADD $z < #i #m >", 0},
    {"zsets", "ZADD $z #h #h", 0},
    {"zsets", "ZADD $z [ { NX | XX | GT } ] INCR { #d | #h } #m", 0},
    {"zsets", "ZINCRBY $z { #d | #h } #m", 0},
    {"zsets", "ZREM $z < #m >", 0},
    {"zsets", "ZCARD $z", 0},
    {"zsets", "ZSCORE $z #m", 0},
    {"zsets", "ZMSCORE $z < #m >", 0},
    {"zsets", "ZRANK $z #m [ WITHSCORE ]", 0},
    {"zsets", "ZREVRANK $z #m [ WITHSCORE ]", 0},
    {"zsets", "ZCOUNT $z #b #b", 0},
    {"zsets", "ZADD $q < 0 #m >", EXACT},
    {"zsets", "ZREM $q < #m >", EXACT},
    {"zsets", "ZLEXCOUNT $q #y #y", 0},
    {"zsets", "ZRANGE $z { #r | #h } { #r | #h } [ REV ] [ WITHSCORES ]", 0},
    {"zsets", "ZRANGE $z #b #b BYSCORE [ REV ] [ LIMIT { #r | #h } { #r | #h } ] [ WITHSCORES ]", 0},
    {"zsets", "ZRANGE $q #y #y BYLEX [ REV ] [ LIMIT #r #r ]", 0},
    {"zsets", "ZRANGESTORE $z $z { #r #r | #b #b BYSCORE } [ REV ] [ LIMIT #r #r ]", 0},
    {"zsets", "ZRANGESTORE $z $q #y #y BYLEX [ REV ] [ LIMIT #r #r ]", 0},
    {"zsets", "ZREVRANGE $z #r #r [ WITHSCORES ]", 0},
    {"zsets", "ZRANGEBYSCORE $z #b #b [ WITHSCORES ] [ LIMIT #r #r ]", 0},
    {"zsets", "ZREVRANGEBYSCORE $z #b #b [ WITHSCORES ] [ LIMIT #r #r ]", 0},
    {"zsets", "ZRANGEBYLEX $q #y #y [ LIMIT #r #r ]", 0},
    {"zsets", "ZREVRANGEBYLEX $q #y #y [ LIMIT #r #r ]", 0},
    {"zsets", "ZREMRANGEBYRANK $z { #r | #h } { #r | #h }", 0},
    {"zsets", "ZREMRANGEBYSCORE $z #b #b", 0},
    {"zsets", "ZREMRANGEBYLEX $q #y #y", 0},
    {"zsets", "ZPOPMIN $z [ { #n | #h } ]", 0},
    {"zsets", "ZPOPMAX $z [ { #n | #h } ]", 0},
    {"zsets", "ZMPOP { 1 $z | 2 $z $z | #h $z } { MIN | MAX } [ COUNT { #n | #h } ]", EXACT},
    {"zsets", "{ BZPOPMIN | BZPOPMAX } $z $z 0.001", EXACT},
    {"zsets", "BZMPOP 0.001 2 $z $z { MIN | MAX } [ COUNT { #n | #h } ]", EXACT},
    {"zsets", "ZRANDMEMBER $z", COUNT | EXACT},
    {"zsets", "ZRANDMEMBER $z { #n | -3 | -9223372036854775808 | 9223372036854775807 } [ WITHSCORES ]", COUNT | EXACT},
    {"zsets", "{ ZUNION | ZINTER } { 1 $z | 2 $z $z | 2 $z $e } [ AGGREGATE { SUM | MIN | MAX } ] [ WITHSCORES ]", 0},
    {"zsets", "{ ZUNION | ZINTER } 2 $z $z WEIGHTS { #d | #h } #d [ AGGREGATE { SUM | MIN | MAX } ] WITHSCORES", 0},
    {"zsets", "{ ZUNION | ZDIFF | ZINTER | ZINTERCARD } #h $z $e", EXACT},
    {"zsets", "ZDIFF { 1 $z | 2 $z $z | 3 $z $z $e } [ WITHSCORES ]", 0},
    {"zsets", "{ ZUNIONSTORE | ZINTERSTORE | ZDIFFSTORE } $z { 1 $z | 2 $z $z | 2 $e $z }", 0},
    {"zsets", "{ ZUNIONSTORE | ZINTERSTORE } $z 2 $z $z WEIGHTS #d #d [ AGGREGATE { SUM | MIN | MAX } ]", 0},
    {"zsets", "ZINTERCARD { 1 $z | 2 $z $z } [ LIMIT { #n | #h } ]", 0},
    {"zsets", "ZSCAN $z @0 [ COUNT { 1 | 7 | 1000 } ] [ MATCH #G ]", PAIRS | EXACT | SCAN},

    {"streams",
     "XADD $x [ NOMKSTREAM ] [ { MAXLEN #n | MINID #I | MAXLEN ~ #n | MINID ~ #I LIMIT #n } ] #I < #f #v >",
     0},
    {"streams", "XADD $x { #I | 7-* | 60-* } < #f #v >", EXACT},
    {"streams", "XADD $x #I < #v #v >", 0},
    {"streams", "XLEN $x", 0},
    {"streams", "XRANGE $x { - | #I | (#I } { + | #I | (#I } [ COUNT { #n | #h } ]", 0},
    {"streams", "XRANGE $x - +", 0},
    {"streams", "XREVRANGE $x { + | #I | (#I } { - | #I | (#I } [ COUNT { #n | #h } ]", 0},
    {"streams", "XDEL $x < #I >", 0},
    {"streams",
     "XTRIM $x { MAXLEN #n | MINID #I | MAXLEN = #n | MAXLEN #h | { MAXLEN ~ #n | MINID ~ #I } [ LIMIT #n ] }",
     0},
    {"streams", "XREAD [ COUNT { #n | #h } ] STREAMS { $x { #I | + | $ } | $x $x #I #I }", EXACT},
    {"streams", "XREAD BLOCK 1 STREAMS $x $", EXACT},
    {"streams", "XGROUP CREATE $x { g | h } { #I | $ } [ MKSTREAM ] [ ENTRIESREAD { #n | #h } ]", 0},
    {"streams", "XGROUP SETID $x { g | h } { #I | $ } [ ENTRIESREAD { #n | #h } ]", 0},
    {"streams", "XGROUP DESTROY $x { g | h }", 0},
    {"streams", "XGROUP CREATECONSUMER $x { g | h } { c | d }", 0},
    {"streams", "XGROUP DELCONSUMER $x { g | h } { c | d }", 0},
    {"streams", "XREADGROUP GROUP { g | h } { c | d } [ COUNT { #n | #h } ] [ NOACK ] STREAMS $x { > | #I }", EXACT},
    {"streams", "XREADGROUP GROUP g { c | d } STREAMS $x $x { > | #I } { > | #I }", EXACT},
    {"streams", "XACK $x { g | h } < #I >", 0},
    {"streams", "XPENDING $x { g | h }", 0},
    {"streams", "XPENDING $x { g | h } [ IDLE 0 ] { - | #I | (#I } { + | #I | (#I } { #n | #h } [ { c | d } ]", LATELY},
    {"streams",
     "XCLAIM $x { g | h } { c | d } 0 < #I > [ FORCE ] [ RETRYCOUNT #n ] [ LASTID #I ] [ IDLE 0 ] [ JUSTID ]",
     0},
    {"streams", "XCLAIM $x { g | h } { c | d } { -1 | 3600000 } < #I > [ { IDLE #h | TIME #M } ] [ FORCE ]", EXACT},
    {"streams", "XAUTOCLAIM $x { g | h } { c | d } 0 #I [ COUNT { #n | -1 | 9223372036854775807 | x } ] [ JUSTID ]", 0},
    {"streams", "XSETID $x #I [ ENTRIESADDED { #n | #h } MAXDELETEDID #I ]", 0},
    {"streams", "XINFO GROUPS $x", 0},
    {"streams", "XINFO CONSUMERS $x { g | h }", LATELY},
    {"streams", "XINFO STREAM $x", 0},
    {"streams", "XINFO STREAM $x FULL [ COUNT { #n | #h } ]", LATELY},

    {"geo",
     "GEOADD $g [ { NX | XX } ] [ CH ] < { 13.36 38.11 | 15.08 37.50 | 2.35 48.85 | -0.12 51.5 | 179.9 -80 } #m >", 0},
    {"geo", "GEOADD $g { #d | -180 | 180 | 181 | nan } { #d | 85.05112878 | -85.05112879 } #m", 0},
    {"geo", "GEOPOS $g < #m >", 0},
    {"geo", "GEODIST $g #m #m [ { m | km | ft | mi } ]", 0},
    {"geo", "GEOHASH $g < #m >", 0},
    {"geo",
     "GEOSEARCH $g { FROMMEMBER #m | FROMLONLAT 15 37 } { BYRADIUS 2000 km | BYBOX 4000 3000 km | BYRADIUS #d mi } ASC "
     "[ COUNT { 100 | -1 | #h } ] [ WITHDIST ] [ WITHHASH ] [ WITHCOORD ]",
     UNORDERED},
    {"geo", "GEOSEARCH $g FROMLONLAT { 0 0 | 180 0 | -179 85 } BYBOX { #d 500 | 20000 30000 | nan 1 } km", UNORDERED},
    {"geo", "GEOSEARCHSTORE $g $g FROMLONLAT 2 48 BYRADIUS 3000 km [ ASC COUNT 100 ] [ STOREDIST ]", 0},
    {"geo",
     "{ GEORADIUS | GEORADIUS_RO } $g 15 37 { 500 | 5000 | #d } km [ WITHDIST ] [ WITHCOORD ] [ WITHHASH ] DESC",
     UNORDERED},
    {"geo", "{ GEORADIUSBYMEMBER | GEORADIUSBYMEMBER_RO } $g #m { 500 | 5000 } km [ WITHDIST ] ASC", UNORDERED},
    {"geo", "GEORADIUS $g 15 37 5000 km [ COUNT 100 ASC ] { STORE | STOREDIST } $g", 0},

    {"hyperloglog", "PFADD $p < #m >", 0},
    {"hyperloglog", "PFADD $p < #v >", 0},
    {"hyperloglog", "PFADD $p", 0},
    {"hyperloglog", "PFCOUNT < $p >", 0},
    {"hyperloglog", "PFMERGE $p < $p >", 0},
    {"hyperloglog", "PFDEBUG { ENCODING | TODENSE } $p", 0},
    {"hyperloglog", "GET $p", 0},
    {"hyperloglog", "SETRANGE $p { 0 | 4 | 15 } x", EXACT},
};
const size_t row_count = sizeof rows / sizeof *rows;

uint64_t random_next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

uint64_t random_below(uint64_t *state, uint64_t limit) { return limit ? random_next(state) % limit : 0; }

static const char *one_of(maker *m, const char *const *list, size_t count) {
    return list[random_below(m->state, count)];
}
#define ONE_OF(m, ...)                                                                                                 \
    one_of(m, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static const char *number(maker *m, const char *format, uint64_t limit) {
    char *text = arena_alloc(m->owner, 64);
    snprintf(text, 64, format, (unsigned)random_below(m->state, limit));
    return text;
}

static span long_text(maker *m) {
    static const size_t lengths[] = {44, 45, 63, 64, 65, 100, 300, 5000};
    size_t length = lengths[random_below(m->state, sizeof lengths / sizeof *lengths)];
    char *text = arena_alloc(m->owner, length + 1);
    memset(text, (int)('a' + random_below(m->state, 26)), length);
    return (span){text, length};
}

static const char *integer(maker *m) {
    if (random_below(m->state, 3)) return number(m, "%u", 200);
    return ONE_OF(m, "0", "1", "-1", "2", "-5", "10", "127", "128", "-129", "255", "65535", "65536", "2147483647",
                  "-2147483648", "4294967296", "9223372036854775807", "-9223372036854775808", "9223372036854775806");
}

static const char *double_text(maker *m) {
    if (random_below(m->state, 3)) return number(m, "%u", 50);
    return ONE_OF(m, "0", "-0", "1.5", "-1.5", "0.1", "3.0e3", "1e-7", "-2.25", "1e20", "1e300", "inf", "-inf",
                  "4611686018427387904", "123456.789", "0.30000000000000004", "9007199254740993");
}

static const char *stream_id(maker *m) {
    uint64_t pick = random_below(m->state, 20);
    if (pick == 0)
        return ONE_OF(m, "0", "0-0", "5", "18446744073709551615-18446744073709551615", "18446744073709551615", "0-1");
    char *text = arena_alloc(m->owner, 48);
    snprintf(text, 48, "%u-%u", (unsigned)random_below(m->state, 60), (unsigned)random_below(m->state, 4));
    return text;
}

static span word_make(maker *m, char kind) {
    static const size_t binary_length = 4;
    const char *text;
    switch (kind) {
    case 'v':
        if (!random_below(m->state, 8)) return long_text(m);
        if (!random_below(m->state, 20)) return (span){"\x00\xff\r\n", binary_length};
        text = random_below(m->state, 4) ? number(m, "value:%u", 12)
                                         : ONE_OF(m, "", "1", "42", "-7", "1.5", "007", "abc", "ABC");
        break;
    case 'm':
        if (!random_below(m->state, 25)) return long_text(m);
        text = random_below(m->state, 3) ? number(m, "m%u", 30) : number(m, "%u", 30);
        break;
    case 'f': text = number(m, "f%u", 20); break;
    case 'i': text = integer(m); break;
    case 'n': text = random_below(m->state, 15) ? number(m, "%u", 8) : "1000000"; break;
    case 'r':
        text = random_below(m->state, 2)   ? number(m, "%u", 12)
               : random_below(m->state, 8) ? number(m, "-%u", 12)
                                           : integer(m);
        break;
    case 'd': text = double_text(m); break;
    case 'b':
        text = double_text(m);
        if (random_below(m->state, 4)) break;
        char *open = arena_alloc(m->owner, strlen(text) + 2);
        snprintf(open, strlen(text) + 2, "(%s", text);
        text = open;
        break;
    case 'y':
        text = random_below(m->state, 3)   ? ONE_OF(m, "-", "+")
               : random_below(m->state, 2) ? number(m, "[m%u", 30)
                                           : number(m, "(m%u", 30);
        break;
    case 't': text = number(m, "%u000", 90); break;
    case 'K': text = number(m, "%u000000", 90); break;
    case 'T': text = number(m, "33177%06u", 900000); break;
    case 'M': text = number(m, "33177%06u000", 900000); break;
    case 'h':
        text = ONE_OF(m, "9223372036854775807", "-9223372036854775808", "-9223372036854775807", "9223372036854775808",
                      "18446744073709551615", "18446744073709551616", "4294967296", "4294967295", "2147483648",
                      "-2147483649", "99999999999999999999999999", "", "nan", "inf", "-inf", "+5", " 7", "7 ", "1e3", "0x10",
                      "-0", "00", "1.0", "5\t", "9223372036854775", "-9223372036854776");
        break;
    case 'o':
        text = random_below(m->state, 10) ? number(m, "%u", 600) : ONE_OF(m, "-1", "4294967296", "#3", "x");
        break;
    case 'w': text = ONE_OF(m, "u1", "i1", "u8", "i8", "u16", "i16", "u63", "i64", "u5", "i13", "u64"); break;
    case 'G': text = ONE_OF(m, "*", "?1", "m*", "s?", "[fm]1*", "*1", "nothing", "[^s]*"); break;
    default: text = stream_id(m); break;
    }
    return (span){text, strlen(text)};
}

static span key_make(maker *m, char type) {
    static const char types[] = "slhezxgp"; /* not q: what else is put there spoils its equal scores */
    char *key = arena_alloc(m->owner, 4);
    if (type == 'k' || (type != 'q' && !random_below(m->state, 30)))
        type = types[random_below(m->state, sizeof types - 1)];
    key[0] = type;
    key[1] = (char)('0' + random_below(m->state, 4));
    return (span){key, 2};
}

static void word_add(maker *m, span word) {
    if (m->count < m->room) m->words[m->count++] = word;
}

static const char *next_word(const char *p, const char **word, size_t *length) {
    while (*p == ' ') p++;
    *word = p;
    *length = strcspn(p, " ");
    return p + *length;
}

/* The end of the group whose opening word was just passed: behind its closing word. */
static const char *group_end(const char *p) {
    const char *word;
    size_t length;
    for (int depth = 1; depth; depth += length == 1 && strchr("[{<", *word)            ? 1
                                        : length == 1 && strchr("]}>", *word) && *word ? -1
                                                                                       : 0)
        p = next_word(p, &word, &length);
    return p;
}

/* Makes the words up to the end of this group or alternative; returns what follows. `live` false only skips. */
static const char *part_make(maker *m, const char *p, bool live);

static const char *choice_make(maker *m, const char *p) {
    int alternatives = 1, depth = 0;
    const char *word, *end = group_end(p);
    size_t length;
    for (const char *q = p; q < end;) {
        q = next_word(q, &word, &length);
        if (length == 1 && strchr("[{<", *word))
            depth++;
        else if (length == 1 && strchr("]}>", *word))
            depth--;
        else if (!depth && length == 1 && *word == '|')
            alternatives++;
    }
    int pick = (int)random_below(m->state, (uint64_t)alternatives);
    for (int i = 0; i < alternatives; i++) p = part_make(m, p, i == pick);
    return end;
}

static const char *part_make(maker *m, const char *p, bool live) {
    const char *word;
    size_t length;
    for (;;) {
        p = next_word(p, &word, &length);
        if (!length || (length == 1 && strchr("]}>|", *word))) return p;
        if (length == 1 && *word == '[') {
            if (live && random_below(m->state, 2)) part_make(m, p, true);
            p = group_end(p);
        } else if (length == 1 && *word == '{') {
            p = live ? choice_make(m, p) : group_end(p);
        } else if (length == 1 && *word == '<') {
            for (uint64_t times = live ? 1 + random_below(m->state, 4) : 0; times; times--) part_make(m, p, true);
            p = group_end(p);
        } else if (live && *word == '$' && length == 2) {
            word_add(m, key_make(m, word[1]));
        } else if (live && *word == '#' && length == 2) {
            word_add(m, word_make(m, word[1]));
        } else if (live && *word == '(' && length == 3) {
            span id = word_make(m, word[2]);
            char *text = arena_alloc(m->owner, id.length + 2);
            snprintf(text, id.length + 2, "(%s", id.at);
            word_add(m, (span){text, id.length + 1});
        } else if (live) {
            word_add(m, (span){arena_copy(m->owner, word, length), length});
        }
    }
}

int command_make(arena *a, const row *r, uint64_t *state, span *words, int room) {
    maker m = {.owner = a, .state = state, .words = words, .room = room};
    part_make(&m, r->words, true);
    return m.count;
}

int command_spoil(uint64_t *state, span *words, int count) {
    static const char *const junk[] = {
        "", "0", "-1", "1", "abc", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1.5", "nan", "inf",
        "-", "+", "(", "COUNT", "LIMIT", "WITHSCORES", "STORE", "s0", "l0", "z0"};
    if (count < 2) return count;
    int at = 1 + (int)random_below(state, (uint64_t)count - 1),
        other = 1 + (int)random_below(state, (uint64_t)count - 1);
    const char *word = junk[random_below(state, sizeof junk / sizeof *junk)];
    span kept = words[at];
    switch (random_below(state, 4)) {
    case 0: memmove(words + at, words + at + 1, (size_t)(count - at - 1) * sizeof *words); return count - 1;
    case 1: words[at] = (span){word, strlen(word)}; return count;
    case 2:
        words[at] = words[other];
        words[other] = kept;
        return count;
    default: words[count] = words[at]; return count + 1;
    }
}
