!config appendonly yes

# What was answered survives a crash.
> SET a 1
OK
> RPUSH l x y z
(integer) 3
> SELECT 5
OK
> SADD s 1 2 three
(integer) 3
> SELECT 0
OK
> SET t v EX 1000
OK
> DEL nothing
(integer) 0
> MULTI
OK
> INCR a
QUEUED
> INCR b
QUEUED
> EXEC
1) (integer) 2
2) (integer) 1
!crash
> MGET a b
1) "2"
2) "1"
> LRANGE l 0 -1
1) "x"
2) "y"
3) "z"
> TTL t
(integer) 990..1000
> SELECT 5
OK
> SCARD s
(integer) 3
> SELECT 0
OK

# Time goes on while the server is down: a key may be past its time when it is back.
> SET brief v PX 30
OK
!wait 40ms
!crash
> GET brief
(nil)

# The log is written anew; what happens afterwards goes into a fresh increment.
> BGREWRITEAOF
Background append only file rewriting started
> SET after 1
OK
!until 5s > LASTSAVE
(any)
!crash
> MGET a b after
1) "2"
2) "1"
3) "1"
> CONFIG SET aof-use-rdb-preamble no
OK
> BGREWRITEAOF
Background append only file rewriting started
> SET again 1
OK
!restart
> MGET a b after again
1) "2"
2) "1"
3) "1"
4) "1"
> LRANGE l 0 -1
1) "x"
2) "y"
3) "z"
> TTL t
(integer) 900..1000

# DEBUG LOADAOF empties the dataset and reads the log.
!let before = > DEBUG DIGEST
> DEBUG LOADAOF
OK
!let after = > DEBUG DIGEST
> SET same $before
OK
> GET same
"$after"

# With every write synced it is the same, only slower.
> CONFIG SET appendfsync always
OK
> SET durable 1
OK
!crash
> GET durable
"1"

# FLUSHALL is a write like any other.
> FLUSHALL
OK
> SET only 1
OK
!crash
> KEYS *
1) "only"
