# An argument that is long arrives in a buffer of its own, which becomes the value.
!let big = "x" * 3000000
!let other = "y" * 40000
> SET k $big
OK
> STRLEN k
(integer) 3000000
> GETRANGE k 2999990 -1
"xxxxxxxxxx"
> SET k $other KEEPTTL GET
"$big"
> GET k
"$other"
> APPEND k z
(integer) 40001
> SETEX k 100 $other
OK
> GETRANGE k 39990 -1
"yyyyyyyyyy"
> TTL k
(integer) 90..100

# The same key twice in one request, a key that is long, and a list.
> MSET a $other a $big b $other
OK
> STRLEN a
(integer) 3000000
> SET $other $other
OK
> GET $other
"$other"
> RPUSH l $other $other $big
(integer) 3
> LINDEX l 1
"$other"
> DEL $other
(integer) 1

# Queued, blocked and in a script.
> MULTI
OK
> SET m $big
QUEUED
> STRLEN m
QUEUED
> EXEC
1) OK
2) (integer) 3000000
> EVAL "return redis.call('set', KEYS[1], ARGV[1])" 1 e $big
OK
> STRLEN e
(integer) 3000000
> CLIENT PAUSE 20000 WRITE
OK
a> SET paused $big
> STRLEN paused
(integer) 0
> CLIENT UNPAUSE
OK
a: OK
> STRLEN paused
(integer) 3000000

# What stands around it in a pipeline keeps its order.
!raw "*1\r\n$4\r\nPING\r\n*3\r\n$3\r\nSET\r\n$1\r\nr\r\n$40000\r\n"
"+PONG\r\n"
