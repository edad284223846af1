!config appendonly yes
!config aof-timestamp-enabled yes

# The log notes the time between what it records, once a second at most and before the whole of a transaction.
> SET a 1
OK
> SET a 2
OK
!effects
#TS:...
SELECT 0
SET a 1
SET a 2
!wait 2100ms
> MULTI
OK
> SET a 3
QUEUED
> SET b 3
QUEUED
> EXEC
1) OK
2) OK
!effects
#TS:...
MULTI
SET a 3
SET b 3
EXEC

# So it can be cut there: what came later is gone.
!tool redis-check-aof appendonlydir/appendonly.aof.manifest
...
All AOF files and manifest are valid
!let now = 1 of > TIME
!tool redis-check-aof --truncate-to-timestamp $now appendonlydir/appendonly.aof.manifest
...
Truncate nothing in AOF appendonly.aof.1.incr.aof to timestamp $now
...
!tool redis-check-aof --truncate-to-timestamp 1000000000 appendonlydir/appendonly.aof.manifest
...
AOF appendonlydir/appendonly.aof.1.incr.aof has nothing before timestamp 1000000000, aborting...
(exit 1)
!crash
> MGET a b
1) "3"
2) "3"
> CONFIG SET aof-use-rdb-preamble no
OK
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
!tool redis-check-aof appendonlydir/appendonly.aof.manifest
...
All AOF files and manifest are valid
!crash
> MGET a b
1) "3"
2) "3"
