# notify-keyspace-events letter by letter: what each lets through, of the same commands; K and E say to which channel.
> CONFIG SET notify-keyspace-events ""
OK
a> PSUBSCRIBE __key*@*
1) "psubscribe"
2) "__key*@*"
3) (integer) 1

# Nothing.
> CONFIG SET notify-keyspace-events ""
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) ""
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# K.
> CONFIG SET notify-keyspace-events "K"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "K"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# E.
> CONFIG SET notify-keyspace-events "E"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "E"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# A.
> CONFIG SET notify-keyspace-events "A"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "A"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# g.
> CONFIG SET notify-keyspace-events "g"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "g"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Eg.
> CONFIG SET notify-keyspace-events "Eg"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "gE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:expire"
   4) "str"
> DEL list
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:del"
   4) "list"
> SET brief v PX 10
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:expire"
   4) "brief"
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# E$.
> CONFIG SET notify-keyspace-events "E$"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "$E"
> SET str v
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:set"
   4) "str"
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:set"
   4) "brief"
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# El.
> CONFIG SET notify-keyspace-events "El"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "lE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:rpush"
   4) "list"
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Es.
> CONFIG SET notify-keyspace-events "Es"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "sE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:sadd"
   4) "set"
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Eh.
> CONFIG SET notify-keyspace-events "Eh"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "hE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:hset"
   4) "hash"
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Ez.
> CONFIG SET notify-keyspace-events "Ez"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "zE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:zadd"
   4) "zset"
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Et.
> CONFIG SET notify-keyspace-events "Et"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "tE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:xadd"
   4) "stream"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Ex.
> CONFIG SET notify-keyspace-events "Ex"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "xE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:expired"
   4) "brief"
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Ee.
> CONFIG SET notify-keyspace-events "Ee"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "eE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:evicted"
   4) "str"
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Em.
> CONFIG SET notify-keyspace-events "Em"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "Em"
> SET str v
OK
> GET none
(nil)
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# En.
> CONFIG SET notify-keyspace-events "En"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "nE"
> SET str v
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:new"
   4) "str"
> GET none
(nil)
> RPUSH list v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:new"
   4) "list"
> SADD set v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:new"
   4) "set"
> HSET hash f v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:new"
   4) "hash"
> ZADD zset 1 v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:new"
   4) "zset"
> XADD stream 1-1 f v
"1-1"
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:new"
   4) "stream"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:new"
   4) "brief"
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Ed.
> CONFIG SET notify-keyspace-events "Ed"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "dE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# Kg$.
> CONFIG SET notify-keyspace-events "Kg$"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "g$K"
> SET str v
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:str"
   4) "set"
> GET none
(nil)
> RPUSH list v
(integer) 1
> SADD set v
(integer) 1
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:str"
   4) "expire"
> DEL list
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:list"
   4) "del"
> SET brief v PX 10
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:brief"
   4) "set"
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:brief"
   4) "expire"
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK

# KElszx.
> CONFIG SET notify-keyspace-events "KElszx"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "lszxKE"
> SET str v
OK
> GET none
(nil)
> RPUSH list v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:list"
   4) "rpush"
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:rpush"
   4) "list"
> SADD set v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:set"
   4) "sadd"
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:sadd"
   4) "set"
> HSET hash f v
(integer) 1
> ZADD zset 1 v
(integer) 1
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:zset"
   4) "zadd"
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:zadd"
   4) "zset"
> XADD stream 1-1 f v
"1-1"
> EXPIRE str 100
(integer) 1
> DEL list
(integer) 1
> SET brief v PX 10
OK
!wait 150ms
> CONFIG SET maxmemory-policy volatile-ttl
OK
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyspace@0__:brief"
   4) "expired"
a: 1) "pmessage"
   2) "__key*@*"
   3) "__keyevent@0__:expired"
   4) "brief"
> CONFIG SET maxmemory 1
OK
> CONFIG SET maxmemory 0
OK
> FLUSHALL
OK
a: (nothing)
