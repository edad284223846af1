# DEBUG RESTART and CRASH-AND-RECOVER: the same program once more, with the arguments it was given. (Redis does so only when it
# was called by its whole path.)
!skip oracle
!config timeout 0
> SET k v
OK
> CONFIG SET appendonly yes timeout 100
OK
> DEBUG RESTART x
(error) ERR value is not an integer or out of range
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...

# In good order: settings are written into the file, data where it is kept.
> DEBUG RESTART
(closed)
!until 5s > GET k
"v"
> CONFIG GET timeout
1) "timeout"
2) "100"
> CONFIG GET appendonly
1) "appendonly"
2) "yes"

# As after a crash: what was not written is gone.
> CONFIG SET appendfsync always
OK
> SET k w
OK
> DEBUG CRASH-AND-RECOVER 10
(closed)
!until 5s > GET k
"w"
> CONFIG GET appendfsync
1) "appendfsync"
2) "everysec"
