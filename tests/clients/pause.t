# CLIENT PAUSE holds back commands, or only writes.
> CLIENT PAUSE 100000 WRITE
OK
a> GET k
(nil)
b> SET k v
b: (nothing)
c> PUBLISH ch x
c: (nothing)
d> MULTI
OK
d> SET x 1
d> EXEC
d: (nothing)
a> PING
PONG
a> EVAL "return redis.call('get','k')" 1 k
a: (nothing)
> CLIENT UNPAUSE
OK
b: OK
c: (integer) 0
d: QUEUED
d: 1) OK
a: "v"
> GET k
"v"
> CLIENT PAUSE 100
OK
a> SET k w
OK
> CLIENT UNPAUSE
OK
> CLIENT PAUSE abc
(error) ERR timeout is not an integer or out of range
> CLIENT PAUSE -1
(error) ERR timeout is negative
> CLIENT PAUSE 100 FOO
(error) ERR CLIENT PAUSE mode must be WRITE or ALL
> CLIENT PAUSE
(error) ERR wrong number of arguments for 'client|pause' command
> CLIENT PAUSE 9223372036854775807
(error) ERR timeout is out of range
> CLIENT UNPAUSE
OK
> CLIENT UNPAUSE x
(error) ERR wrong number of arguments for 'client|unpause' command
