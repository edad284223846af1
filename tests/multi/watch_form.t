# The form of a HyperLogLog is not its value: who watches it is not disturbed by PFDEBUG.
> PFADD h a
(integer) 1
w> WATCH h
OK
> PFDEBUG TODENSE h
(integer) 1
w> MULTI
OK
w> PING
QUEUED
w> EXEC
1) PONG
> PFADD h a
(integer) 0
w> WATCH h
OK
> PFDEBUG GETREG h
...
w> MULTI
OK
w> PING
QUEUED
w> EXEC
1) PONG
> PFADD i a
(integer) 1
w> WATCH i
OK
> PFDEBUG GETREG i
...
w> MULTI
OK
w> PING
QUEUED
w> EXEC
1) PONG
