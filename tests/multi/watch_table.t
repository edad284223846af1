# WATCH: what somebody else did in between, and whether EXEC still runs. Every line of the table, one after the other.

# The same value again.
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> SET wk v
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> HSET wk f v
(integer) 1
> WATCH wk
OK
b> HSET wk f v
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> APPEND wk ""
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> SETRANGE wk 0 ""
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> RPUSH wk a b
(integer) 2
> WATCH wk
OK
b> LTRIM wk 0 -1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SADD wk a
(integer) 1
> WATCH wk
OK
b> SREM wk b
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SADD wk a
(integer) 1
> WATCH wk
OK
b> SREM wk a
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> ZADD wk 1 a
(integer) 1
> WATCH wk
OK
b> ZADD wk 1 a
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk 1
OK
> WATCH wk
OK
b> INCRBY wk 0
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)

# Its time.
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> EXPIRE wk 100
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> PERSIST wk
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v EX 100
OK
> WATCH wk
OK
b> PERSIST wk
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> EXPIRE wk 100 XX
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> TOUCH wk
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> PEXPIREAT wk 1
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> GETEX wk
"v"
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> GETEX wk EX 100
"v"
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)

# Coming and going: renamed, moved, copied, deleted, sorted into.
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> RENAME wk other
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET other v
OK
> WATCH wk
OK
b> RENAME other wk
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> SET other v
OK
> WATCH wk
OK
b> RENAMENX other wk
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> RENAMENX wk wk
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> MOVE wk 3
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> COPY wk other
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> SET other w
OK
> WATCH wk
OK
b> COPY other wk
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> SET other w
OK
> WATCH wk
OK
b> COPY other wk REPLACE
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> WATCH wk
OK
b> DEL wk
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> UNLINK wk
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> RPUSH other b a
(integer) 2
> WATCH wk
OK
b> SORT other ALPHA STORE wk
(integer) 2
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> WATCH wk
OK
b> SORT none STORE wk
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SADD s a
(integer) 1
> WATCH wk
OK
b> SINTERSTORE wk s none
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SADD wk b
(integer) 1
> WATCH wk
OK
b> SINTERSTORE wk s none
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> RPUSH wk a
(integer) 1
> WATCH wk
OK
b> LPOP wk
"a"
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> RPUSH wk a
(integer) 1
> WATCH wk
OK
b> BLPOP wk 0
1) "wk"
2) "a"
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> RPUSH wk a
(integer) 1
> RPUSH other b
(integer) 1
> WATCH wk
OK
b> LMOVE other wk LEFT LEFT
"b"
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)

# All keys at once, and whole databases.
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> FLUSHDB
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> WATCH wk
OK
b> FLUSHALL ASYNC
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> FLUSHALL ASYNC
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> SELECT 1
OK
b> FLUSHDB
OK
b> SELECT 0
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> SELECT 1
OK
b> SET wk w
OK
b> SELECT 0
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> WATCH wk
OK
b> SWAPDB 0 1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> SWAPDB 0 1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SELECT 1
OK
> SET wk v
OK
> SELECT 0
OK
> WATCH wk
OK
b> SWAPDB 0 1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> SWAPDB 1 2
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> SWAPDB 0 0
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG

# Scripts and transactions of others.
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> EVAL "return redis.call('SET','wk','x')" 0
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> EVAL "return redis.call('GET','wk')" 0
"v"
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> MULTI
OK
b> SET wk w
QUEUED
b> EXEC
1) OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
b> MULTI
OK
b> SET wk w
QUEUED
b> DISCARD
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG

# One's own changes count as well, before MULTI; after it they are part of the transaction.
> FLUSHALL
OK
> SET wk v
OK
> WATCH wk
OK
> SET wk w
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> WATCH wk
OK
> MULTI
OK
> SET wk x
QUEUED
> GET wk
QUEUED
> EXEC
1) OK
2) "x"
> GET wk
"x"

# UNWATCH, DISCARD, EXEC and RESET forget; WATCH inside MULTI is refused and changes nothing; twice is once.
> WATCH wk wk
OK
> WATCH wk other
OK
> CLIENT INFO
id=... watch=2 ...
> INFO clients
...
watching_clients:1
...
total_watched_keys:2
...
> UNWATCH
OK
b> SET wk 1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH wk
OK
> MULTI
OK
> DISCARD
OK
b> SET wk 1
OK
> MULTI
OK
> WATCH wk
(error) ERR WATCH inside MULTI is not allowed
> UNWATCH
QUEUED
> PING
QUEUED
> EXEC
1) OK
2) PONG
> WATCH wk
OK
b> SET wk 2
OK
> RESET
RESET
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> INFO clients
...
watching_clients:0
...
total_watched_keys:0
...

# A key whose time comes while it is watched has changed, whether or not anybody has noticed; one that was past its time before has not.
> SET wk v PX 60
OK
> WATCH wk
OK
!wait 120ms
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> SET wk v PX 20
OK
> WATCH wk
OK
!wait 40ms
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> WATCH wk
OK
b> GET wk
(nil)
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> SET wk v PX 1
OK
!wait 10ms
> WATCH wk
OK
b> GET wk
(nil)
b> SET wk w
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> SET wk v PX 1
OK
!wait 10ms
> WATCH wk
OK
b> FLUSHALL
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> DEBUG SET-ACTIVE-EXPIRE 1
OK
> HSET wk f v g w
(integer) 2
> HPEXPIRE wk 30 FIELDS 1 f
1) (integer) 1
> WATCH wk
OK
!until 5s b> HLEN wk
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)

# Eviction.
> SET wk v
OK
> WATCH wk
OK
b> CONFIG SET maxmemory-policy allkeys-random maxmemory 1
OK
b> DBSIZE
(integer) 0
b> CONFIG SET maxmemory 0
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
b> CONFIG SET maxmemory-policy noeviction
OK
