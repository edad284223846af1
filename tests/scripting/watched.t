# What others see of a script: MONITOR and WATCH, notifications, channels.

a> MONITOR
OK

b> EVAL "redis.call('set',KEYS[1],ARGV[1]) redis.call('SELECT',3) return redis.call('get',KEYS[1])" 1 k v
(nil)

a: ...[0 127.0.0.1:...] "EVAL" "redis.call('set',KEYS[1],ARGV[1]) redis.call('SELECT',3) return redis.call('get',KEYS[1])" "1" "k" "v"
a: ...[0 lua] "set" "k" "v"
a: ...[3 lua] "SELECT" "3"
a: ...[3 lua] "get" "k"

b> FUNCTION LOAD "#!lua name=l\nredis.register_function('f',function(k) return redis.call('get',k[1]) end)"
"l"

a: ...[0 127.0.0.1:...] "FUNCTION" "LOAD" "#!lua name=l\nredis.register_function('f',function(k) return redis.call('get',k[1]) end)"

b> FCALL f 1 k
"v"

a: ...[0 127.0.0.1:...] "FCALL" "f" "1" "k"
a: ...[0 lua] "get" "k"

b> EVAL "return redis.pcall('nosuch')" 0
(error) ERR Unknown Redis command called from script

a: ...[0 127.0.0.1:...] "EVAL" "return redis.pcall('nosuch')" "0"

b> EVAL "return redis.pcall('get')" 0
(error) ERR Wrong number of args calling Redis command from script

a: ...[0 127.0.0.1:...] "EVAL" "return redis.pcall('get')" "0"

a> RESET
RESET

# A key that a script writes is touched for those who watch it.
c> WATCH k
OK

c> MULTI
OK

c> PING
QUEUED

b> EVAL "return redis.call('get',KEYS[1])" 1 k
"v"

c> EXEC
1) PONG

c> WATCH k
OK

c> MULTI
OK

c> PING
QUEUED

b> EVAL "return redis.call('set',KEYS[1],1)" 1 k
OK

c> EXEC
(nil)

# Who waits is served when the script ends, with all of its work done.
d> BLPOP list 0

b> EVAL "redis.call('rpush',KEYS[1],1,2,3) redis.call('lpop',KEYS[1]) return redis.call('llen',KEYS[1])" 1 list
(integer) 2

d: 1) "list"
   2) "2"

e> BLPOP list2 0

b> EVAL "redis.call('rpush',KEYS[1],1) return redis.call('lpop',KEYS[1])" 1 list2
"1"

e: (nothing)

f> SUBSCRIBE news
1) "subscribe"
2) "news"
3) (integer) 1

b> EVAL "return redis.call('publish','news',ARGV[1])" 0 hello
(integer) 1

f: 1) "message"
   2) "news"
   3) "hello"
