# What scripts may ask, what is refused them, and how their failures are told and counted.

> EVAL "return {1,{ok='x'},{err='E z'},{double=3.5},false,true}" 0
1) (integer) 1
2) x
3) (error) E z
4) "3.5"
5) (nil)
6) (integer) 1

> EVAL "local ok,e=pcall(redis.call,'get') return {type(e),e}" 0
1) "string"
2) "ERR Wrong number of args calling Redis command from script"

> EVAL "return redis.pcall('nosuch')" 0
(error) ERR Unknown Redis command called from script

> EVAL "redis.setresp(3) return tostring(redis.call('get','nokey'))" 0
"nil"

> EVAL "string.x=1" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: 0200261db1e7771c266e77366576961c8f228af1, on @user_script:1.

> EVAL "rawset(_G,'foo',1)" 0
(error) ERR Attempt to modify a readonly table script: 354f79f8134a0ce5d375a07b81f30bd279d60b41, on @user_script:1.

> EVAL "return pcall(nil)" 0
(nil)

> EVAL "error()" 0
(error) ERR nil script: aca90d914519fdb9825352bdc0befb59f7c8510f, on @user_script:1.

> EVAL "error(12)" 0
(error) ERR user_script:1: 12 script: 531d78cb0a3022f46aa8fcca247caa61d303b321, on @user_script:1.

> EVAL "return {err=5}" 0
(empty array)

> EVAL "return redis.call('incrby','n',2^53)" 0
(integer) 9007199254740992

> EVAL "return redis.call('set','n',-0.0)" 0
OK

> EVAL "return redis.call('get','n')" 0
"0"

> EVAL "return redis.set_repl(9)" 0
(error) ERR Invalid replication flags. Use REPL_AOF, REPL_REPLICA, REPL_ALL or REPL_NONE. script: f43d522179aeb2c4dadb59b026d11ed249ca02e0, on @user_script:1.

> EVAL "return redis.breakpoint()" 0
(nil)

> EVAL "return {redis.REPL_ALL, redis.REDIS_VERSION}" 0
1) (integer) 3
2) "8.0.2"

> EVAL "local t={} t[1]=t return 1" 0
(integer) 1

> EVAL "return {verbatim_string={format='txt',string='hi'}}" 0
"hi"

> EVAL "return {map={a=1}}" 0
1) "a"
2) (integer) 1

> EVAL "redis.call('set','a','b') redis.call('lpush','a','b')" 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value script: ed2fd803ee54ca4361153184f59800a9790dd7ea, on @user_script:1.

> EVAL "local co=coroutine.create(function() redis.call('nosuch') end) local ok,r=coroutine.resume(co) return {tostring(ok),type(r),r}" 0
1) "false"
2) "table"
3) (error) ERR Unknown Redis command called from script

> EVAL "#!lua flags=\nreturn 1" 0
(integer) 1

> EVAL_RO "#!lua\nreturn 1" 0
(error) ERR Can not execute a script with write flag using *_ro command.

> EVAL "return redis.sha1hex('')" 0
"da39a3ee5e6b4b0d3255bfef95601890afd80709"

> EVAL "setmetatable(_G,{})" 0
(error) ERR Attempt to modify a readonly table script: e8f1b52cec0990f58c59b37010d130cfdce9e1a5, on @user_script:1.

> EVAL "return redis.call()" 0
(error) ERR Please specify at least one argument for this redis lib call script: 0a907e1429221a4d85516cab7fd219a82a9439d8, on @user_script:1.

> EVAL "return redis.call({})" 0
(error) ERR Lua redis lib command arguments must be strings or integers script: 80747816df1f4411f7c442b928fce6a814214839, on @user_script:1.

> EVAL "return x." 0
(error) ERR Error compiling script (new function): user_script:1: '<name>' expected near '<eof>'

> EVAL "local x = {} ; x = x.y.z" 0
(error) ERR user_script:1: attempt to index field 'y' (a nil value) script: ff90e15b887f114e79afb3b4f0e3e017fbce4190, on @user_script:1.

> EVAL "return redis.status_reply('a\r\nb')" 0
(error) ERR Error compiling script (new function): user_script:1: unfinished string near ''a'

> EVAL "return bit.tohex(255)" 0
"000000ff"

> EVAL "getmetatable('').__index=nil" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: 50b90bcffe84981181a1c3a9ab8a455a795a314b, on @user_script:1.

> EVAL "return redis.acl_check_cmd('set','a','b')" 0
(integer) 1

> EVAL "return {redis.call('blpop','q',0)}" 0
1) (nil)

> INFO errorstats
...
errorstat_E:count=1
errorstat_ERR:count=16
errorstat_WRONGTYPE:count=1
