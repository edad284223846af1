# CONFIG GET answers by the name that was asked for; a pattern by the name of the setting.
> CONFIG GET MAXMEMORY maxm?mory
1) "MAXMEMORY"
2) "0"
> CONFIG GET maxm?mory MAXMEMORY
1) "maxmemory"
2) "0"
> CONFIG GET Slave-Priority
1) "Slave-Priority"
2) "100"
> CONFIG GET [r-s]*-priority
(pairs in any order)
1) "replica-priority"
2) "100"
3) "slave-priority"
4) "100"

# Lines of the file that are no settings can neither be seen nor set.
> CONFIG GET user include rename-command loadmodule
(empty array)
> CONFIG SET user "alice on"
(error) ERR Unknown option or number of arguments for CONFIG SET - 'user'
> CONFIG SET include /tmp/x
(error) ERR Unknown option or number of arguments for CONFIG SET - 'include'

# Hidden settings answer to their exact name alone.
> CONFIG GET watchdog-perio?
(empty array)
> CONFIG GET Watchdog-Period
1) "Watchdog-Period"
2) "0"
> CONFIG GET use-exit-on-panic
1) "use-exit-on-panic"
2) "no"

# So do those of Valkey.
!skip oracle
> CONFIG GET log-format log-timestamp-format
1) "log-format"
2) "legacy"
3) "log-timestamp-format"
4) "legacy"
> CONFIG GET log-f*
(empty array)
> CONFIG SET log-format xml
(error) ERR CONFIG SET failed (possibly related to argument 'log-format') - argument(s) must be one of the following: legacy, logfmt, json
> CONFIG SET log-format json
OK
> CONFIG GET commandlog-execution-slower-than slowlog-log-slower-than
(pairs in any order)
1) "slowlog-log-slower-than"
2) "10000"
3) "commandlog-execution-slower-than"
4) "10000"
> CONFIG GET commandlog-e*
(empty array)
