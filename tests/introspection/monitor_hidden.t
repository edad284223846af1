# What MONITOR shows, what it hides, and what it never sees.
m> MONITOR
OK

# Passwords are hidden wherever they stand.
> AUTH wrong
(error) ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?
m: ...[0 127.0.0.1:...] "AUTH" "(redacted)"
> AUTH nobody wrong
(error) WRONGPASS invalid username-password pair or user is disabled.
m: ...[0 127.0.0.1:...] "AUTH" "(redacted)" "(redacted)"
> HELLO 2 AUTH default any SETNAME me
1) "server"
2) "redis"
...
m: ...[0 127.0.0.1:...] "HELLO" "2" "AUTH" "(redacted)" "(redacted)" "SETNAME" "me"
> MIGRATE 127.0.0.1 1 nosuch 0 10 AUTH secret
NOKEY
m: ...[0 127.0.0.1:...] "MIGRATE" "127.0.0.1" "1" "nosuch" "0" "10" "AUTH" "(redacted)"
> MIGRATE 127.0.0.1 1 "" 0 10 AUTH2 joe secret KEYS nosuch other
NOKEY
m: ...[0 127.0.0.1:...] "MIGRATE" "127.0.0.1" "1" "" "0" "10" "AUTH2" "(redacted)" "(redacted)" "KEYS" "nosuch" "other"

# What only an administrator says is not shown.
> ACL SETUSER kim on >secret +@all ~*
OK
> CONFIG SET maxmemory-samples 5
OK
> CLIENT LIST ID 99999
""
> SLOWLOG LEN
...
> LATENCY RESET
(integer) 0
m: (nothing)

# Nor what is refused before it runs.
> GET
(error) ERR wrong number of arguments for 'get' command
> NOSUCH
(error) ERR unknown command 'NOSUCH', with args beginning with: 
> RPUSH l v
(integer) 1
m: ...[0 127.0.0.1:...] "RPUSH" "l" "v"
> GET l
(error) WRONGTYPE Operation against a key holding the wrong kind of value
m: ...[0 127.0.0.1:...] "GET" "l"

# Commands of others in other databases, of scripts and functions.
a> SELECT 2
OK
m: ...[2 127.0.0.1:...] "SELECT" "2"
a> EVAL "redis.call('SELECT', 5); return redis.pcall('INCR', KEYS[1])" 1 n
(integer) 1
m: ...[2 127.0.0.1:...] "EVAL" "redis.call('SELECT', 5); return redis.pcall('INCR', KEYS[1])" "1" "n"
m: ...[5 lua] "SELECT" "5"
m: ...[5 lua] "INCR" "n"
> FUNCTION LOAD "#!lua name=l\nredis.register_function('f', function(k) return redis.call('GET', k[1]) end)"
"l"
m: ...[0 127.0.0.1:...] "FUNCTION" "LOAD" "#!lua name=l\nredis.register_function('f', function(k) return redis.call('GET', k[1]) end)"
> FCALL f 1 nosuch
(nil)
m: ...[0 127.0.0.1:...] "FCALL" "f" "1" "nosuch"
m: ...[0 lua] "GET" "nosuch"

# A transaction is shown as it runs, its end last; what was given up is not.
> MULTI
OK
m: ...[0 127.0.0.1:...] "MULTI"
> SET a 1
QUEUED
> DISCARD
OK
m: ...[0 127.0.0.1:...] "DISCARD"

# Two who look on see the same; what one of them says himself the other sees.
n> MONITOR
OK
> PING
PONG
m: ...[0 127.0.0.1:...] "PING"
n: ...[0 127.0.0.1:...] "PING"

# Who looks on does not take part.
n> PING
PONG
m: ...[0 127.0.0.1:...] "PING"
n: ...[0 127.0.0.1:...] "PING"
n> GET a
(error) ERR Replica can't interact with the keyspace
n> SET a 1
(error) ERR Replica can't interact with the keyspace
n> PUBLISH ch a
(error) ERR Replica can't interact with the keyspace
n> EVAL "return 1" 0
(error) ERR Replica can't interact with the keyspace
n> RESET
RESET
m: (anything)
n> GET a
(nil)
m: (anything)
n: (nothing)
