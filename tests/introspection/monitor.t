# MONITOR shows what the others do.
m> MONITOR
OK
> SET k "b\"\n\x01\xc3\xa9"
OK
m: ...[0 127.0.0.1:...] "SET" "k" "b\"\n\x01\xc3\xa9"
> SELECT 3
OK
m: ...[3 127.0.0.1:...] "SELECT" "3"
> get k
(nil)
m: ...[3 127.0.0.1:...] "get" "k"
> CONFIG GET maxmemory
1) "maxmemory"
2) "0"
m: (nothing)
> EVAL "return redis.call('SET','x','y')" 0
OK
m: ...[3 127.0.0.1:...] "EVAL" "return redis.call('SET','x','y')" "0"
m: ...[3 lua] "SET" "x" "y"
> MULTI
OK
m: ...[3 127.0.0.1:...] "MULTI"
> SET a 1
QUEUED
m: (nothing)
> EXEC
1) OK
m: ...[3 127.0.0.1:...] "SET" "a" "1"
m: ...[3 127.0.0.1:...] "EXEC"
> AUTH default secret
OK
m: ...[3 127.0.0.1:...] "AUTH" "(redacted)" "(redacted)"
> nosuch a
(error) ERR unknown command 'nosuch', with args beginning with: 'a' 
m: (nothing)
> GET
(error) ERR wrong number of arguments for 'get' command
m: (nothing)
m> RESET
RESET
> PING
PONG
m: (nothing)

# A command that waits is shown once, when it comes.
> SELECT 0
OK
m> MONITOR
OK
w> BLPOP shown 0
m: ...[0 127.0.0.1:...] "BLPOP" "shown" "0"
> RPUSH shown v
(integer) 1
m: ...[0 127.0.0.1:...] "RPUSH" "shown" "v"
w: 1) "shown"
   2) "v"
m: (nothing)
