# Files that a rewrite has replaced stay while aof-disable-auto-gc says so, and go as soon as it no longer does.
!config appendonly yes

> CONFIG SET aof-disable-auto-gc yes
OK
> SET key value
OK
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
> SET key other
OK
> CONFIG SET aof-disable-auto-gc no
OK

!logged
Creating AOF incr file appendonly.aof.2.incr.aof on background rewrite
Removing the history file appendonly.aof.1.incr.aof in the background
Removing the history file appendonly.aof.1.base.rdb in the background

!crash
> GET key
"other"
