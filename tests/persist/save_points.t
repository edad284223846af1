# A save point: so many changes, so many seconds after the last save.
> CONFIG SET save "1 3"
OK
> SET a 1
OK
> INCR a
(integer) 2
!wait 1500ms
> INFO persistence
...
rdb_changes_since_last_save:2
...
rdb_saves:0
...
> INCR a
(integer) 3
!until 5s > INFO persistence
...
rdb_changes_since_last_save:0
rdb_bgsave_in_progress:0
rdb_last_save_time:...
rdb_last_bgsave_status:ok
...
rdb_saves:1
...
!logged
3 changes in 1 seconds. Saving...
Background saving started by pid
DB saved on disk
Background saving terminated with success
!crash
> GET a
"3"

# FLUSHALL saves the empty dataset too when there are save points.
> CONFIG SET save "1000 1000"
OK
> FLUSHALL
OK
!crash
> DBSIZE
(integer) 0

# BGSAVE waits for a rewrite of the log only when it is told to.
> CONFIG SET rdb-key-save-delay 1000000
OK
> SET a 1
OK
> BGREWRITEAOF
Background append only file rewriting started
> BGSAVE
(error) ERR Another child process is active (AOF?): can't BGSAVE right now. Use BGSAVE SCHEDULE in order to schedule a BGSAVE whenever possible.
> BGSAVE SCHEDULE
Background saving scheduled
> BGREWRITEAOF
(error) ERR Background append only file rewriting already in progress
> CONFIG SET rdb-key-save-delay 0
OK
!until 10s > INFO persistence
...
rdb_bgsave_in_progress:0
...
rdb_saves:1
...
