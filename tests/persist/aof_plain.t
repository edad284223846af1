!config appendonly yes
!config aof-use-rdb-preamble no
!config hash-max-listpack-entries 4
!config zset-max-listpack-entries 4

# A base of plain commands brings back every kind of value.
!let long = "abc" * 200
> SET s $long
OK
> SET n 12345 PXAT 4102444800000
OK
!repeat 150 > RPUSH list $i
(integer) 150
!repeat 150 > SADD set m$i
(integer) 1
> SADD ints 1 2 3
(integer) 3
> HSET small f v
(integer) 1
!repeat 150 > HSET large f$i v
(integer) 1
> HSET timed a 1 b 2
(integer) 2
> HPEXPIREAT timed 4102444800000 FIELDS 1 a
1) (integer) 1
> ZADD ranks 1 a 2.5 b -inf c
(integer) 3
!repeat 150 > ZADD tree $i m$i
(integer) 1
> XADD log 1-1 f v
"1-1"
> XADD log 1-2 g w h x
"1-2"
> XDEL log 1-1
(integer) 1
> XGROUP CREATE log readers 0
OK
> XREADGROUP GROUP readers me COUNT 1 STREAMS log >
(any)
> XADD hollow 1-1 f v
"1-1"
> XDEL hollow 1-1
(integer) 1
> SELECT 7
OK
> SET elsewhere 1
OK
> SELECT 0
OK
!let digest = > DEBUG DIGEST
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > BGREWRITEAOF
Background append only file rewriting started
!crash
> DEBUG DIGEST
$digest
> XINFO GROUPS log
1)  1) "name"
    2) "readers"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 1
    7) "last-delivered-id"
    8) "1-2"
    9) "entries-read"
   10) (any)
   11) "lag"
   12) (any)
> HPEXPIRETIME timed FIELDS 1 a
1) (integer) 4102444800000
