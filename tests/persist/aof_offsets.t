# The replication offset counts effects while there is a log, and the manifest keeps it: where an increment begins, and where it
# ended when its writer stopped in order. Valkey knows nothing of it.
!config appendonly yes
!config auto-aof-rewrite-percentage 0

> INFO replication
...
master_repl_offset:0
...
> SET a 1
OK
> GET a
"1"
> INFO replication
...
master_repl_offset:1
...

# A transaction of two has four: its frame counts. What only replicas would hear does not.
> MULTI
OK
> SET a 2
QUEUED
> SET b 2
QUEUED
> EXEC
1) OK
2) OK
> PUBLISH channel text
(integer) 0
> INFO replication
...
master_repl_offset:5
...

# After an orderly end it goes on from there.
!restart
> INFO replication
...
master_repl_offset:5
...
> SET a 3
OK
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
> SET a 4
OK
> INFO replication
...
master_repl_offset:7
...
!restart
> INFO replication
...
master_repl_offset:7
...

# After any other the bytes of the last increment are added to where it began: SELECT 0 and a SET, twice.
> SET a 5
OK
!crash
> GET a
"5"
> INFO replication
...
master_repl_offset:106
...

# Turned off, the log ends in order, and nothing counts; turned on, it begins where it ended.
> CONFIG SET appendonly no
OK
> SET a 6
OK
> INFO replication
...
master_repl_offset:106
...
> CONFIG SET appendonly yes
OK
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
> SET a 7
OK
!restart
> GET a
"7"
> INFO replication
...
master_repl_offset:107
...

# The manifest of another writer: an end is taken as it stands, and then it is over with it.
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type i startoffset 100 endoffset 200\n"
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n"
!crash
> INFO replication
...
master_repl_offset:200
...
!crash
> INFO replication
...
master_repl_offset:127
...

# One from before there were offsets begins with none, and is given none.
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type i\n"
!crash
> INFO replication
...
master_repl_offset:27
...
!restart
> INFO replication
...
master_repl_offset:27
...
