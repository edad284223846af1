!config enable-protected-configs yes
!config appendonly yes

# While snapshots fail (a directory stands where the file should go), writes are refused, and PING says so too.
> SET before 1
OK
> CONFIG SET save "3600 1000"
OK
> CONFIG SET dbfilename appendonlydir
OK
> BGSAVE
Background saving started
!until 5s > SET k v
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.
> PING
(error) MISCONF ...
> GET before
"1"
> CONFIG SET stop-writes-on-bgsave-error no
OK
> SET k v
OK
> CONFIG SET stop-writes-on-bgsave-error yes
OK
> SET k v
(error) MISCONF ...
> SAVE
(error) ERR

# Without save points nobody expects snapshots.
> CONFIG SET save ""
OK
> SET k v2
OK

# A snapshot that succeeds ends it.
> CONFIG SET save "3600 1000"
OK
> SET k v3
(error) MISCONF ...
> CONFIG SET dbfilename dump.rdb
OK
> SAVE
OK
> SET k v4
OK
