!config enable-protected-configs yes
!config appendonly yes

# Scripts while the disk refuses snapshots: what may write is refused, a script with a first line as a whole.
> FUNCTION LOAD "#!lua name=l\nredis.register_function('put',function(k) return redis.call('set',k[1],1) end) redis.register_function{function_name='look',callback=function(k) return redis.call('get',k[1]) end,flags={'no-writes'}}"
"l"
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

> EVAL "return redis.call('set',KEYS[1],1)" 1 k
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error. script: beef354d82996a708aa0deac229a63225ff0dd9c, on @user_script:1.

> EVAL "return redis.pcall('set',KEYS[1],1)" 1 k
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.

> EVAL "return redis.call('get',KEYS[1])" 1 before
"1"

> EVAL "return redis.call('ping')" 0
PONG

> EVAL "#!lua\nreturn 1" 0
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.

> EVAL "#!lua flags=allow-oom\nreturn 1" 0
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.

> EVAL "#!lua flags=no-writes\nreturn redis.call('get',KEYS[1])" 1 before
"1"

> EVAL "#!lua flags=no-writes\nreturn redis.call('set',KEYS[1],1)" 1 before
(error) ERR Write commands are not allowed from read-only scripts. script: 09df4a3e444c0e50177ffdb0bcf1de90d8be8418, on @user_script:2.

> FCALL put 1 k
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.

> FCALL look 1 before
"1"

> FCALL_RO look 1 before
"1"

> FUNCTION FLUSH
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.

> FUNCTION LOAD REPLACE "#!lua name=l\nredis.register_function('put',function(k) return redis.call('set',k[1],1) end)"
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.

> MULTI
OK

> EVAL "#!lua\nreturn 1" 0
(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error.

> EXEC
(error) EXECABORT Transaction discarded because of previous errors.

> MULTI
OK

> EVAL "return redis.call('set',KEYS[1],1)" 1 k
QUEUED

> EVAL "#!lua flags=no-writes\nreturn redis.call('get',KEYS[1])" 1 before
QUEUED

> EXEC
1) (error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error. script: beef354d82996a708aa0deac229a63225ff0dd9c, on @user_script:1.
2) "1"

> EVALSHA_RO e0e1f9fabfc9d4800c877a703b823ac0578ff8db 0
(error) NOSCRIPT No matching script. Please use EVAL.

> SCRIPT LOAD "return 1"
"e0e1f9fabfc9d4800c877a703b823ac0578ff8db"

> CONFIG SET stop-writes-on-bgsave-error no
OK

> EVAL "return redis.call('set',KEYS[1],1)" 1 k
OK

> FCALL put 1 k
OK

> CONFIG SET save ""
OK
