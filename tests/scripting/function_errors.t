# What a library must look like, and what its code may do while it loads.

> FUNCTION LOAD "return 1"
(error) ERR Missing library metadata

> FUNCTION LOAD "#!lua name=a"
(error) ERR Invalid library metadata

> FUNCTION LOAD "#!\nreturn 1"
(error) ERR Library name was not given

> FUNCTION LOAD "#!lua \"name=a\nreturn 1"
(error) ERR Invalid library metadata

> FUNCTION LOAD "#!lua\nreturn 1"
(error) ERR Library name was not given

> FUNCTION LOAD "#!lua name=a name=b\nreturn 1"
(error) ERR Invalid metadata value, name argument was given multiple times

> FUNCTION LOAD "#!lua name=a foo=b\nreturn 1"
(error) ERR Invalid metadata value given: foo=b

> FUNCTION LOAD "#!lua foo\nreturn 1"
(error) ERR Invalid metadata value given: foo

> FUNCTION LOAD "#!lua name=\nreturn 1"
(error) ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long

> FUNCTION LOAD "#!lua name=a-b\nreturn 1"
(error) ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long

> FUNCTION LOAD "#!lua name=\"a b\"\nreturn 1"
(error) ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long

> FUNCTION LOAD "#!foo name=a\nreturn 1"
(error) ERR Engine 'foo' not found

> FUNCTION LOAD "#! name=a\nreturn 1"
(error) ERR Engine '' not found

> FUNCTION LOAD "#!foo name=a-b\nreturn 1"
(error) ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long

> FUNCTION LOAD foo "#!lua name=a\nreturn 1"
(error) ERR Unknown option given: foo

> FUNCTION LOAD REPLACE
(error) ERR Missing library metadata

> FUNCTION LOAD REPLACE REPLACE
(error) ERR Missing library metadata

> FUNCTION LOAD "#!lua name=a\nreturn 1"
(error) ERR No functions registered

> FUNCTION LOAD "#!lua name=a\nreturn x."
(error) ERR Error compiling function: user_function:2: '<name>' expected near '<eof>'

> FUNCTION LOAD "#!lua name=a\n\nlocal x = 'abc"
(error) ERR Error compiling function: user_function:3: unfinished string near '<eof>'

> FUNCTION LOAD "#!lua NAME=a\nreturn 1"
(error) ERR No functions registered

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function()"
(error) ERR Error registering functions: ERR wrong number of arguments to redis.register_function

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function(1,2,3)"
(error) ERR Error registering functions: ERR wrong number of arguments to redis.register_function

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function('a')"
(error) ERR Error registering functions: ERR calling redis.register_function with a single argument is only applicable to Lua table (representing named arguments).

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function({},function() end)"
(error) ERR Error registering functions: ERR first argument to redis.register_function must be a string

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function('a','b')"
(error) ERR Error registering functions: ERR second argument to redis.register_function must be a function

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function('a-b',function() end)"
(error) ERR Error registering functions: ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function('',function() end)"
(error) ERR Error registering functions: ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long

> FUNCTION LOAD "#!lua name=a\nreturn redis.register_function(nil,function() end)"
(error) ERR Error registering functions: ERR first argument to redis.register_function must be a string

> FUNCTION LOAD "#!lua name=a\nredis.register_function('a',function() end) redis.register_function('a',function() end)"
(error) ERR Error registering functions: ERR Function already exists in the library

> FUNCTION LOAD "#!lua name=a\nredis.register_function{}"
(error) ERR Error registering functions: ERR redis.register_function must get a function name argument

> FUNCTION LOAD "#!lua name=a\nredis.register_function{[1]='x'}"
(error) ERR Error registering functions: ERR unknown argument given to redis.register_function

> FUNCTION LOAD "#!lua name=a\nredis.register_function{[true]='x'}"
(error) ERR Error registering functions: ERR named argument key given to redis.register_function is not a string

> FUNCTION LOAD "#!lua name=a\nredis.register_function{foo='x'}"
(error) ERR Error registering functions: ERR unknown argument given to redis.register_function

> FUNCTION LOAD "#!lua name=a\nredis.register_function{function_name={}}"
(error) ERR Error registering functions: ERR function_name argument given to redis.register_function must be a string

> FUNCTION LOAD "#!lua name=a\nredis.register_function{function_name='x'}"
(error) ERR Error registering functions: ERR redis.register_function must get a callback argument

> FUNCTION LOAD "#!lua name=a\nredis.register_function{callback=function() end}"
(error) ERR Error registering functions: ERR redis.register_function must get a function name argument

> FUNCTION LOAD "#!lua name=a\nredis.register_function{callback='x'}"
(error) ERR Error registering functions: ERR callback argument given to redis.register_function must be a function

> FUNCTION LOAD "#!lua name=a\nredis.register_function{description={}}"
(error) ERR Error registering functions: ERR description argument given to redis.register_function must be a string

> FUNCTION LOAD "#!lua name=a\nredis.register_function{flags='x'}"
(error) ERR Error registering functions: ERR flags argument to redis.register_function must be a table representing function flags

> FUNCTION LOAD "#!lua name=a\nredis.register_function{flags={'x'}}"
(error) ERR Error registering functions: ERR unknown flag given

> FUNCTION LOAD "#!lua name=a\nredis.register_function{flags={{}}}"
(error) ERR Error registering functions: ERR unknown flag given

> FUNCTION LOAD "#!lua name=a\nredis.register_function{function_name='x-y',callback=function() end}"
(error) ERR Error registering functions: ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long

> FUNCTION LOAD "#!lua name=a\nreturn foo"
(error) ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'foo'

> FUNCTION LOAD "#!lua name=a\nlocal x = string.format('a')"
(error) ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'string'

> FUNCTION LOAD "#!lua name=a\nredis.call('get','x')"
(error) ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'call'

> FUNCTION LOAD "#!lua name=a\nfoo = 1"
(error) ERR Error registering functions: ERR user_function:2: Attempt to modify a readonly table

> FUNCTION LOAD "#!lua name=a\nredis.foo = 1"
(error) ERR Error registering functions: ERR user_function:2: Attempt to modify a readonly table

> FUNCTION LOAD "#!lua name=a\nlocal t = {} t.x.y = 1"
(error) ERR Error registering functions: ERR user_function:2: attempt to index field 'x' (a nil value)

> FUNCTION LOAD "#!lua name=a\nredis.log(1)"
(error) ERR Error registering functions: ERR redis.log() requires two arguments or more.

> FUNCTION LOAD "#!lua name=a\nredis.log(redis.LOG_DEBUG,'x') redis.register_function('v',function() return 1 end)"
"a"

> FUNCTION LOAD "#!lua name=slow\nwhile true do end"
(error) ERR Error registering functions: ERR FUNCTION LOAD timeout

> FUNCTION LIST
1) 1) "library_name"
   2) "a"
   3) "engine"
   4) "LUA"
   5) "functions"
   6) 1) 1) "name"
         2) "v"
         3) "description"
         4) (nil)
         5) "flags"
         6) (empty array)

# Names and flags in any case, numbers as names, flags twice.
> FUNCTION LOAD "#!lua name=b\nredis.register_function{FUNCTION_NAME='Xx',Callback=function() return 'x' end,FLAGS={'NO-writes','no-writes','allow-cross-slot-keys','allow-oom','no-cluster','allow-stale'}}"
"b"

> FUNCTION LIST LIBRARYNAME B
1) 1) "library_name"
   2) "b"
   3) "engine"
   4) "LUA"
   5) "functions"
   6) 1) 1) "name"
         2) "Xx"
         3) "description"
         4) (nil)
         5) "flags"
         6) 1) no-writes
            2) allow-oom
            3) allow-stale
            4) no-cluster
            5) allow-cross-slot-keys

> FCALL_RO xX 0
"x"

> FUNCTION LOAD "#!lua name=c\nredis.register_function(12,function() return 'twelve' end)"
"c"

> FCALL 12 0
"twelve"

> FUNCTION LOAD "#!lua name=d\nlocal r=redis redis.register_function('later',function() return r.register_function('x',function() end) end) redis.register_function('now',function() return redis.register_function('x',function() end) end)"
"d"

> FCALL later 0
(error) ERR redis.register_function can only be called on FUNCTION LOAD command script: later, on @user_function:2.

> FCALL now 0
(error) ERR user_function:2: attempt to call field 'register_function' (a nil value) script: now, on @user_function:2.

# What functions see when they run.
> FUNCTION LOAD REPLACE "#!lua name=d\nredis.register_function('r',function(k,a) local t={} for n in pairs(redis) do t[#t+1]=n end table.sort(t) return table.concat(t,' ') end)\nredis.register_function('un',function() return foo end)\nredis.register_function('un2',function() return _G.foo end)\nredis.register_function('un3',function() return redis.foo end)\nredis.register_function('as',function() foo=1 end)\nredis.register_function('as2',function() _G.foo=1 end)\nredis.register_function('as3',function() rawset(_G,'x',1) end)\nredis.register_function('keys',function() return KEYS end)\nredis.register_function('mine',function() return {tostring(_G==_G._G),type(getmetatable(_G)),type(rawget(_G,'redis'))} end)"
"d"

> FCALL r 0
"LOG_DEBUG LOG_NOTICE LOG_VERBOSE LOG_WARNING REDIS_VERSION REDIS_VERSION_NUM REPL_ALL REPL_AOF REPL_NONE REPL_REPLICA REPL_SLAVE acl_check_cmd call error_reply log pcall set_repl setresp sha1hex status_reply"

> FCALL un 0
(error) ERR user_function:3: Script attempted to access nonexistent global variable 'foo' script: un, on @user_function:3.

> FCALL un2 0
(error) ERR user_function:4: Script attempted to access nonexistent global variable 'foo' script: un2, on @user_function:4.

> FCALL un3 0
(nil)

> FCALL as 0
(error) ERR user_function:6: Attempt to modify a readonly table script: as, on @user_function:6.

> FCALL as2 0
(error) ERR user_function:7: Attempt to modify a readonly table script: as2, on @user_function:7.

> FCALL as3 0
(error) ERR Attempt to modify a readonly table script: as3, on @user_function:8.

> FCALL keys 0
(error) ERR user_function:9: Script attempted to access nonexistent global variable 'KEYS' script: keys, on @user_function:9.

> FCALL mine 0
1) "true"
2) "table"
3) "table"
