!skip oracle
# BGSAVE CANCEL, as Valkey has it.
> BGSAVE CANCEL
(error) ERR Background saving is currently not in progress or scheduled
> SET a 1
OK
> SAVE
OK
> SET a 2
OK
> CONFIG SET rdb-key-save-delay 10000000
OK
> BGSAVE
Background saving started
> BGSAVE CANCEL
Background saving cancelled
> INFO persistence
...
rdb_changes_since_last_save:1
rdb_bgsave_in_progress:0
...
rdb_last_bgsave_status:ok
...
> BGREWRITEAOF
Background append only file rewriting started
> BGSAVE SCHEDULE
Background saving scheduled
> BGSAVE CANCEL
Scheduled background saving cancelled
> BGSAVE CANCEL
(error) ERR Background saving is currently not in progress or scheduled
!crash
> GET a
"1"
