# What scripts write reaches the log unless they say otherwise, as single effects.
!config appendonly yes
!config appendfsync always

> EVAL "redis.set_repl(redis.REPL_NONE) redis.call('set',KEYS[1],1)" 1 none
(nil)

> EVAL "redis.set_repl(redis.REPL_AOF) redis.call('set',KEYS[1],1)" 1 aof
(nil)

> EVAL "redis.set_repl(redis.REPL_REPLICA) redis.call('set',KEYS[1],1)" 1 replica
(nil)

> EVAL "redis.set_repl(redis.REPL_SLAVE) redis.call('set',KEYS[1],1)" 1 slave
(nil)

> EVAL "redis.set_repl(redis.REPL_ALL) redis.call('set',KEYS[1],1)" 1 all
(nil)

# In turns within one script, and back to all with the next one.
> EVAL "redis.call('incr',KEYS[1]) redis.set_repl(0) redis.call('incr',KEYS[1]) redis.set_repl(3) redis.call('incr',KEYS[1]) return redis.call('incr',KEYS[1])" 1 turns
(integer) 4

> EVAL "return redis.call('set',KEYS[1],1)" 1 after
OK

# A script that fails has written what it wrote.
> EVAL "redis.call('set',KEYS[1],1) redis.call('lpush',KEYS[1],'x')" 1 failed
(error) WRONGTYPE Operation against a key holding the wrong kind of value script: e0264dd9c1f785235345c8b6e0ed02e3b55dbe0d, on @user_script:1.

> EVAL "redis.call('set',KEYS[1],1) error('no')" 1 failed2
(error) ERR user_script:1: no script: b6e2ff22d351ac293f32ed3e48c57d8c227f7644, on @user_script:1.

# Time and chance are written down as what they were.
> EVAL "redis.call('set',KEYS[1],1,'px',100000) redis.call('sadd',KEYS[2],'a','b','c') redis.call('spop',KEYS[2]) return redis.call('incrbyfloat',KEYS[3],1.5)" 3 timed popped float
"1.5"

!let one = 1 of > SORT popped ALPHA

!let two = 2 of > SORT popped ALPHA

# Another database stays the script's own affair.
> EVAL "redis.call('select',3) redis.call('set',KEYS[1],1)" 1 third
(nil)

> GET third
(nil)

> FUNCTION LOAD "#!lua name=lib\nredis.register_function('f',function(k) redis.set_repl(redis.REPL_NONE) redis.call('set',k[1],1) redis.set_repl(redis.REPL_ALL) return redis.call('set',k[2],1) end)"
"lib"

> FCALL f 2 fnone fall
OK

> MULTI
OK

> EVAL "redis.set_repl(redis.REPL_NONE) return redis.call('incr',KEYS[1])" 1 multi
QUEUED

> INCR multi
QUEUED

> EXEC
1) (integer) 1
2) (integer) 2

> EVAL "redis.set_repl(4)" 0
(error) ERR Invalid replication flags. Use REPL_AOF, REPL_REPLICA, REPL_ALL or REPL_NONE. script: 4b0d676cbb3ad7b26a76c3abadb705825525eedf, on @user_script:1.

> EVAL "redis.set_repl(-1)" 0
(error) ERR Invalid replication flags. Use REPL_AOF, REPL_REPLICA, REPL_ALL or REPL_NONE. script: 8a9e597f1ef1c509256967b086e698ce1cb669aa, on @user_script:1.

> EVAL "redis.set_repl()" 0
(error) ERR redis.set_repl() requires one argument. script: e39b47fd8e0d5dc1c7155bbafcefaf48cf163f82, on @user_script:1.

> EVAL "redis.set_repl(1,2)" 0
(error) ERR redis.set_repl() requires one argument. script: 51abefee93d6b9dc7f185ce863e8f182319ad4a5, on @user_script:1.

> EVAL "redis.set_repl('x') redis.call('set',KEYS[1],1)" 1 word
(nil)

> EVAL "redis.set_repl('1') redis.call('set',KEYS[1],1)" 1 digit
(nil)

> EVAL "return redis.replicate_commands()" 0
(integer) 1

!crash

> MGET none aof replica slave all turns after failed failed2 float
 1) (nil)
 2) "1"
 3) (nil)
 4) (nil)
 5) "1"
 6) "3"
 7) "1"
 8) "1"
 9) "1"
10) "1.5"

> EXISTS timed
(integer) 1

> PTTL timed
(integer) 1..100000

> SMISMEMBER popped $one $two
1) (integer) 1
2) (integer) 1

> SCARD popped
(integer) 2

> GET third
(nil)

> SELECT 3
OK

> GET third
"1"

> SELECT 0
OK

> MGET fnone fall multi word digit
1) (nil)
2) "1"
3) "1"
4) (nil)
5) "1"

> FCALL f 2 x y
OK
