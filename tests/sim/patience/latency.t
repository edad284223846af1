# LATENCY: a disk that is slow, and a slow fork, are told by what waited for them.
!config appendonly yes
!config appendfsync always
!config latency-monitor-threshold 10
> SET k v
OK
> LATENCY LATEST
(empty array)

# What is written and synced before the answer.
!slow 20ms
> SET k w
OK
> LATENCY LATEST
1) 1) "aof-write"
   2) (any)
   3) (integer) 20..25
   4) (integer) 20..25
2) 1) "aof-write-alone"
   2) (any)
   3) (integer) 20..25
   4) (integer) 20..25
3) 1) "aof-fsync-always"
   2) (any)
   3) (integer) 20..25
   4) (integer) 20..25
> LATENCY RESET
(integer) 3

# While a sync in the background is under way: it takes 200 ms here.
> CONFIG SET appendfsync everysec
OK
!wait 2s
> SET k x
OK
!wait 1100ms
> SET k y
OK
> SET k z
OK
!until 5s > LATENCY HISTORY aof-write-pending-fsync
1) 1) (any)
   2) (integer) 20..25
...
> LATENCY HISTORY aof-fsync-always
(empty array)
> LATENCY RESET
(integer) 2..9

# A child: made slowly, it makes writing a thing of its own, and leaves a file that is removed slowly.
> CONFIG SET rdb-key-save-delay 20000000
OK
> BGSAVE
Background saving started
> LATENCY HISTORY fork
1) 1) (any)
   2) (integer) 20..25
!wait 2s
> SET k a
OK
!until 5s > LATENCY HISTORY aof-write-active-child
1) 1) (any)
   2) (integer) 20..25
...
> FLUSHALL
OK
!until 5s > LATENCY HISTORY rdb-unlink-temp-file
1) 1) (any)
   2) (integer) 20..25
> CONFIG SET rdb-key-save-delay 0
OK

# The files of the log: written anew, and the list of them.
> LATENCY HISTORY aof-rename
(empty array)
> BGREWRITEAOF
Background append only file rewriting started
!until 9s > INFO persistence
...
aof_rewrite_in_progress:0
...
> LATENCY HISTORY aof-rename
1) 1) (any)
   2) (integer) 20..200
...
> LATENCY DOCTOR
Dave, I have observed latency spikes in this Redis instance. ...
...
> LATENCY GRAPH fork
fork - high ...
...
!slow 0ms
> LATENCY RESET
(integer) 4..9
> SET k b
OK
!wait 2s
> LATENCY LATEST
(empty array)
