# A script that takes long: what others hear meanwhile, and how it ends.
!config busy-reply-threshold 10

> SET k v
OK

a> EVAL "while true do end" 0

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> GET k
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> FUNCTION KILL
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> FUNCTION STATS
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> FUNCTION LIST
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SCRIPT FLUSH
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> EVAL "return 1" 0
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> INFO
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> CLIENT LIST
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> MULTI
OK

b> GET k
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> EXEC
(error) EXECABORT Transaction discarded because of: BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> DISCARD
(error) ERR DISCARD without MULTI

b> WATCH k
OK

b> UNWATCH
OK

b> NOSUCH
(error) ERR unknown command 'NOSUCH', with args beginning with: 

b> GET
(error) ERR wrong number of arguments for 'get' command

b> RESET
RESET

# A new client is served as well.
c> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SCRIPT KILL
OK

a: (error) ERR Script killed by user with SCRIPT KILL... script: ..., on @user_script:1.

b> GET k
"v"

b> SCRIPT KILL
(error) NOTBUSY No scripts in execution right now.

# pcall does not catch the end.
a> EVAL "while true do pcall(function() while true do end end) end" 0

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SCRIPT KILL
OK

a: (error) ERR Script killed by user with SCRIPT KILL... script: ..., on @user_script:1.

# Nor does a coroutine: the original would go on for ever.
!skip oracle
a> EVAL "while true do coroutine.resume(coroutine.create(function() while true do end end)) end" 0
!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.
b> SCRIPT KILL
OK
a: (error) ERR Script killed by user with SCRIPT KILL... script: ..., on @user_script:1.

# Functions.
> FUNCTION LOAD "#!lua name=l\nredis.register_function('loop',function(k,a) while true do end end) redis.register_function('wloop',function(k,a) redis.call('set',k[1],1) local t = os.clock() while os.clock() - t < 0.5 do end return 'done' end)"
"l"

a> FCALL LOOP 1 key arg

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.

b> SCRIPT KILL
(error) BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.

b> FUNCTION LIST
(error) BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.

b> GET k
(error) BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.

b> FUNCTION STATS
1) "running_script"
2) 1) "name"
   2) "loop"
   3) "command"
   4) 1) "FCALL"
      2) "LOOP"
      3) "1"
      4) "key"
      5) "arg"
   5) "duration_ms"
   6) (integer) 10..5000
3) "engines"
4) 1) "LUA"
   2) 1) "libraries_count"
      2) (integer) 1
      3) "functions_count"
      4) (integer) 2

b> FUNCTION KILL
OK

a: (error) ERR Script killed by user with SCRIPT KILL... script: loop, on @user_function:2.

b> FUNCTION KILL
(error) NOTBUSY No scripts in execution right now.

# What has written is not killed.
a> EVAL "redis.call('set',KEYS[1],1) local t = os.clock() while os.clock() - t < 0.5 do end return 'done'" 1 written

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SCRIPT KILL
(error) UNKILLABLE Sorry the script already executed write commands against the dataset. You can either wait the script termination or kill the server in a hard way using the SHUTDOWN NOSAVE command.

a: "done"

a> FCALL wloop 1 written

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.

b> FUNCTION KILL
(error) UNKILLABLE Sorry the script already executed write commands against the dataset. You can either wait the script termination or kill the server in a hard way using the SHUTDOWN NOSAVE command.

b> SCRIPT KILL
(error) UNKILLABLE Sorry the script already executed write commands against the dataset. You can either wait the script termination or kill the server in a hard way using the SHUTDOWN NOSAVE command.

a: "done"

# Within a transaction the rest of it goes on.
a> MULTI
OK

a> SET k 2
QUEUED

a> EVAL "while true do end" 0
QUEUED

a> SET k 3
QUEUED

a> EXEC

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SCRIPT KILL
OK

a: 1) OK
   2) (error) ERR Script killed by user with SCRIPT KILL... script: ..., on @user_script:1.
   3) OK

b> GET k
"3"

# What others may do meanwhile leaves the log of the script alone.
a> EVAL "local t = os.clock() while os.clock() - t < 0.5 do end return redis.call('incr',KEYS[1])" 1 n

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> WATCH n
OK

a: (integer) 1

b> MULTI
OK

b> PING
QUEUED

b> EXEC
(nil)

# A threshold of 0 is never reached.
> CONFIG SET busy-reply-threshold 0
OK

> CONFIG GET lua-time-limit
1) "lua-time-limit"
2) "0"

a> EVAL "local t = os.clock() while os.clock() - t < 0.3 do end return 'done'" 0

b> PING
PONG

a: "done"

> CONFIG SET lua-time-limit 10
OK

> CONFIG GET busy-reply-threshold
1) "busy-reply-threshold"
2) "10"

# The server can still be stopped.
a> EVAL "redis.call('set','x',1) while true do end" 0

!until 5s b> PING
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SHUTDOWN SAVE
(error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SHUTDOWN NOSAVE
(closed)

a: (closed)
