!config appendonly yes
!config auto-aof-rewrite-percentage 0

# Rewrites that fail, here because their new base cannot get its name, are told of one by one.
> SET k v
OK
!file appendonlydir/appendonly.aof.2.base.rdb/in-the-way
"x"
> INFO persistence
...
aof_last_bgrewrite_status:ok
...
aof_rewrites:0
...
aof_rewrites_consecutive_failures:0
...
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
aof_last_bgrewrite_status:err
...
aof_rewrites_consecutive_failures:1
...
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
aof_rewrites_consecutive_failures:2
...
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
aof_rewrites_consecutive_failures:3
...

# From the third on nothing starts by itself for a while; the log grows and keeps every write.
> CONFIG SET auto-aof-rewrite-percentage 1 auto-aof-rewrite-min-size 1kb
OK
!let big = "x" * 3000
> SET big $big
OK
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
aof_rewrites:3
...
!wait 300ms
!logged
Background AOF rewrite has repeatedly failed and triggered the limit, will retry in 1 minutes
> INFO persistence
...
aof_rewrite_in_progress:0
...
aof_rewrites:3
...

# Who asks for one gets it, here under a name that is free, and all is well again.
> CONFIG SET aof-use-rdb-preamble no
OK
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
aof_last_bgrewrite_status:ok
...
aof_rewrites_consecutive_failures:0
...
!crash
> GET k
"v"
> STRLEN big
(integer) 3000
