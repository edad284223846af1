# GETSET, GETDEL, GETEX, SETNX, SETEX, PSETEX: reading and changing in one step.
> GETSET k one
(nil)
> GETSET k two
"one"
> GET k
"two"
> EXPIRE k 100
(integer) 1
> GETSET k three
"two"
> TTL k
(integer) -1
> RPUSH list a
(integer) 1
> GETSET list v
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GET list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GETSET k
(error) ERR wrong number of arguments for 'getset' command
> GET
(error) ERR wrong number of arguments for 'get' command
> GET k extra
(error) ERR wrong number of arguments for 'get' command

# GETDEL.
> SET k v
OK
> GETDEL k
"v"
> EXISTS k
(integer) 0
> GETDEL k
(nil)
> GETDEL list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> EXISTS list
(integer) 1
> GETDEL
(error) ERR wrong number of arguments for 'getdel' command
> GETDEL a b
(error) ERR wrong number of arguments for 'getdel' command

# GETEX reads and sets, keeps or removes the time.
> SET k v
OK
> GETEX k
"v"
> TTL k
(integer) -1
> GETEX k EX 100
"v"
> TTL k
(integer) 95..100
> GETEX k
"v"
> TTL k
(integer) 95..100
> GETEX k PX 50000
"v"
> PTTL k
(integer) 45000..50000
> GETEX k EXAT 33177117420
"v"
> EXPIRETIME k
(integer) 33177117420
> GETEX k PXAT 33177117420123
"v"
> PEXPIRETIME k
(integer) 33177117420123
> GETEX k PERSIST
"v"
> TTL k
(integer) -1
> GETEX missing EX 10
(nil)
> EXISTS missing
(integer) 0
> GETEX k EXAT 1
"v"
> EXISTS k
(integer) 0
> GETEX list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GETEX list EX 10
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SET k v
OK
> GETEX k EX
(error) ERR syntax error
> GETEX k EX 0
(error) ERR invalid expire time in 'getex' command
> GETEX k EX -1
(error) ERR invalid expire time in 'getex' command
> GETEX k PX abc
(error) ERR value is not an integer or out of range
> GETEX k FOO
(error) ERR syntax error
> GETEX k EX 10 PERSIST
(error) ERR syntax error
> GETEX k PERSIST EX 10
(error) ERR syntax error
> GETEX k EX 10 PX 10
(error) ERR syntax error
> GETEX k PERSIST PERSIST
"v"
> GETEX k KEEPTTL
(error) ERR syntax error
> GETEX k NX
(error) ERR syntax error
> GETEX k EX 9223372036854775807
(error) ERR invalid expire time in 'getex' command
> GETEX missing EX 0
(nil)
> GETEX missing EX abc
(nil)
> GETEX
(error) ERR wrong number of arguments for 'getex' command
> TTL k
(integer) -1

# SETNX, SETEX, PSETEX.
> SETNX fresh v
(integer) 1
> SETNX fresh w
(integer) 0
> GET fresh
"v"
> SETNX list v
(integer) 0
> SETEX e 100 v
OK
> TTL e
(integer) 95..100
> GET e
"v"
> PSETEX e 5000 w
OK
> PTTL e
(integer) 1..5000
> SETEX e 0 v
(error) ERR invalid expire time in 'setex' command
> SETEX e -1 v
(error) ERR invalid expire time in 'setex' command
> PSETEX e 0 v
(error) ERR invalid expire time in 'psetex' command
> PSETEX e -5 v
(error) ERR invalid expire time in 'psetex' command
> SETEX e abc v
(error) ERR value is not an integer or out of range
> PSETEX e 1.5 v
(error) ERR value is not an integer or out of range
> SETEX e 9223372036854775807 v
(error) ERR invalid expire time in 'setex' command
> PSETEX e 9223372036854775807 v
(error) ERR invalid expire time in 'psetex' command
> SETEX list 10 v
OK
> TYPE list
string
> SETEX e 10
(error) ERR wrong number of arguments for 'setex' command
> PSETEX e
(error) ERR wrong number of arguments for 'psetex' command
> SETNX k
(error) ERR wrong number of arguments for 'setnx' command
> GET e
"w"

# STRLEN.
> SET k "12345"
OK
> STRLEN k
(integer) 5
> SET k hello
OK
> STRLEN k
(integer) 5
> STRLEN missing
(integer) 0
> HSET h f v
(integer) 1
> STRLEN h
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> STRLEN
(error) ERR wrong number of arguments for 'strlen' command
