# What makes EXEC fail: a watched key that somebody touched.
> SET k 1
OK
> WATCH k
OK
a> SET k 2
OK
> MULTI
OK
> GET k
QUEUED
> EXEC
(nil)
> WATCH k
OK
> SET k 3
OK
> MULTI
OK
> EXEC
(nil)
> WATCH k
OK
> UNWATCH
OK
a> SET k 4
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH none
OK
a> DEL none
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH k
OK
a> EXPIRE k 100
(integer) 1
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> WATCH k
OK
a> GET k
"4"
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH k
OK
a> FLUSHALL
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> WATCH none
OK
a> FLUSHALL
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> SET k 1
OK
> WATCH k
OK
a> SELECT 1
OK
a> SET k 5
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH k
OK
a> SWAPDB 0 1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
(nil)
> WATCH k
OK
a> SELECT 0
OK
a> SADD s x
(integer) 1
a> SADD s x
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH s
OK
a> SADD s x
(integer) 0
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH s
OK
a> DEL s
(integer) 1
> MULTI
OK
> EXEC
(nil)
> WATCH k
OK
> MULTI
OK
> DISCARD
OK
a> SET k 7
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG

# SWAPDB: a key that had expired was not there, and one that comes expired is not there now.
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> SET stale v PX 1
OK
!wait 3ms
> WATCH stale
OK
> SWAPDB 0 1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> WATCH stale
OK
> SWAPDB 0 1
OK
> MULTI
OK
> PING
QUEUED
> EXEC
1) PONG
> DEBUG SET-ACTIVE-EXPIRE 1
OK
