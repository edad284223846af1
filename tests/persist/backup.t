!skip oracle
# A backup is a base and an increment that stand still, whether the log is on or not.
> SET before 1
OK
> BACKUP LIST
(empty array)
> BACKUP SEAL
(error) ERR No backup in progress
> BACKUP START
OK
> BACKUP START
(error) ERR A backup is already in progress
!until 5s > BACKUP STATUS
1) "state"
2) "incrementing"
3) "error"
4) ""
5) "start_time"
6) "..."
7) "end_time"
8) "0"
> SET during 1
OK
> BACKUP LIST
1) ".../backupdir/appendonly.aof.1.base.rdb"
> BACKUP SEAL
OK
> SET after 1
OK
> BACKUP LIST
1) ".../backupdir/appendonly.aof.1.base.rdb"
2) ".../backupdir/appendonly.aof.1.incr.aof"
3) ".../backupdir/appendonly.aof.manifest"
> BACKUP ABORT
(error) ERR The backup is sealed, use BACKUP CLEANUP
> BACKUP CLEANUP
OK
> BACKUP LIST
(empty array)
> BACKUP START
OK
> BACKUP ABORT
OK
> BACKUP CLEANUP
OK
