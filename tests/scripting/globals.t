# What scripts find, and what was taken away.

> EVAL "local t={} for n in pairs(_G) do if n ~= 'server' then t[#t+1]=n end end table.sort(t) return table.concat(t,' ')" 0
"ARGV KEYS _G _VERSION __redis__err__handler assert bit cjson cmsgpack collectgarbage coroutine error gcinfo getmetatable ipairs load loadstring math next os pairs pcall rawequal rawget rawset redis select setmetatable string struct table tonumber tostring type unpack xpcall"

> EVAL "return {type(rawget(_G,'getfenv')),type(rawget(_G,'setfenv')),type(rawget(_G,'newproxy')),type(rawget(_G,'print')),type(rawget(_G,'require')),type(rawget(_G,'io')),type(rawget(_G,'module'))}" 0
1) "nil"
2) "nil"
3) "nil"
4) "nil"
5) "nil"
6) "nil"
7) "nil"

> EVAL "return print" 0
(error) ERR user_script:1: Script attempted to access nonexistent global variable 'print' script: df4c752a7558004676bbee87e38b92e0b9056d68, on @user_script:1.

> EVAL "local t={} for _,l in ipairs{'string','table','math','os','coroutine','cjson','cmsgpack','struct','bit','redis'} do local n={} for k in pairs(_G[l]) do n[#n+1]=k end table.sort(n) t[#t+1]=l..': '..table.concat(n,' ') end return t" 0
 1) "string: byte char dump find format gfind gmatch gsub len lower match rep reverse sub upper"
 2) "table: concat foreach foreachi getn insert maxn remove setn sort"
 3) "math: abs acos asin atan atan2 ceil cos cosh deg exp floor fmod frexp huge ldexp log log10 max min mod modf pi pow rad random randomseed sin sinh sqrt tan tanh"
 4) "os: clock"
 5) "coroutine: create resume running status wrap yield"
 6) "cjson: _NAME _VERSION decode decode_invalid_numbers decode_max_depth encode encode_invalid_numbers encode_keep_buffer encode_max_depth encode_number_precision encode_sparse_array new null"
 7) "cmsgpack: _COPYRIGHT _DESCRIPTION _NAME _VERSION pack unpack unpack_limit unpack_one"
 8) "struct: pack size unpack"
 9) "bit: arshift band bnot bor bswap bxor lshift rol ror rshift tobit tohex"
10) "redis: LOG_DEBUG LOG_NOTICE LOG_VERBOSE LOG_WARNING REDIS_VERSION REDIS_VERSION_NUM REPL_ALL REPL_AOF REPL_NONE REPL_REPLICA REPL_SLAVE acl_check_cmd breakpoint call debug error_reply log pcall replicate_commands set_repl setresp sha1hex status_reply"

> EVAL "return {cjson._NAME,cjson._VERSION,cmsgpack._NAME,cmsgpack._VERSION,cmsgpack._DESCRIPTION,_VERSION}" 0
1) "cjson"
2) "2.1.0"
3) "cmsgpack"
4) "lua-cmsgpack 0.4.0"
5) "MessagePack C implementation for Lua"
6) "Lua 5.1"

> EVAL "local t={} for k,v in pairs(redis) do if type(v)=='number' then t[#t+1]=k..'='..v end end table.sort(t) return t" 0
 1) "LOG_DEBUG=0"
 2) "LOG_NOTICE=2"
 3) "LOG_VERBOSE=1"
 4) "LOG_WARNING=3"
 5) "REDIS_VERSION_NUM=524290"
 6) "REPL_ALL=3"
 7) "REPL_AOF=1"
 8) "REPL_NONE=0"
 9) "REPL_REPLICA=2"
10) "REPL_SLAVE=2"

> CONFIG GET lua-enable-deprecated-api
1) "lua-enable-deprecated-api"
2) "no"

> CONFIG GET *deprecated*
(empty array)

> EVAL "KEYS[1]='x' KEYS.y=1 return {KEYS[1],#KEYS,ARGV[1]}" 1 a b
1) "x"
2) (integer) 1
3) "b"

> EVAL "KEYS=1" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: ca0990f0b41102cb81caee914a8ee6a01cf984e6, on @user_script:1.

> EVAL "KEYS={}" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: d56cbec64d0a52d32701732d5d5401b3c9819535, on @user_script:1.

> EVAL "local _ENV={} return type(KEYS)" 0
"table"

> EVAL "getmetatable(_G).__index=nil" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: 083d1807f1c42cf4f52a132b3c0e099e3c4b2d17, on @user_script:1.

> EVAL "cjson.decode=nil" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: 4b2b6bfe5c64bb60b240b593fae203bc9df9b0ae, on @user_script:1.

> EVAL "table.insert(string,'x')" 0
(error) ERR Attempt to modify a readonly table script: 44f7117220e735d4d93b5c03f60a5cac74951e01, on @user_script:1.

> EVAL "return #cjson" 0
(integer) 0

> EVAL "__redis__err__handler=nil" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: 40a52f5474125bf0da77ee50b456b6825b668870, on @user_script:1.

> EVAL "return loadstring('return 1')()" 0
(integer) 1

> EVAL "return loadstring('return foo')()" 0
(error) ERR [string "return foo"]:1: Script attempted to access nonexistent global variable 'foo' script: b77011cb9a68ad7a614ed0e50473fe644f3ad039, on return foo:1.

> EVAL "return {loadstring('return x.')}" 0
(empty array)

> EVAL "return load(function() return nil end) ~= nil" 0
(integer) 1

> EVAL "return dofile('x')" 0
(error) ERR user_script:1: Script attempted to access nonexistent global variable 'dofile' script: 2dbd3c59d2826545495b5ce65ef4ec4cb629b2ad, on @user_script:1.

> EVAL "return os.time()" 0
(error) ERR user_script:1: attempt to call field 'time' (a nil value) script: 13dea82ee9da896aebcd10f5e36f4a1eeb839b48, on @user_script:1.

> EVAL "return type(os.clock())" 0
"number"

> EVAL "return {string.rep('ab',3), ('%5.2f|%s'):format(3.14159,'x')}" 0
1) "ababab"
2) " 3.14|x"

> EVAL "redis.log(redis.LOG_NOTICE,'seen','and',12)" 0
(nil)

> EVAL "redis.log(9,'x')" 0
(error) ERR Invalid log level. script: 89269ca5b1155c17a5032237a932c3af8cc29ac9, on @user_script:1.

> EVAL "redis.log('x','x')" 0
(error) ERR First argument must be a number (log level). script: 356ba62aac11695e54eec6c68c67a438fccf31ab, on @user_script:1.

> EVAL "redis.log(1)" 0
(error) ERR redis.log() requires two arguments or more. script: 3f3f405a68f1629d40734c03d5bbba6b55824cf9, on @user_script:1.

> EVAL "redis.setresp(4)" 0
(error) ERR RESP version must be 2 or 3. script: 68e72e4d8a428b9f599dce492315f2455a425a82, on @user_script:1.

> EVAL "redis.setresp()" 0
(error) ERR redis.setresp() requires one argument. script: 42aacaf580759e59c97e8b1974d08a62f960014f, on @user_script:1.

> EVAL "redis.setresp('3') return redis.call('hello')" 0
(error) ERR This Redis command is not allowed from script script: 76ab6e6a48359946d4a7a37811f6516e5dea39e0, on @user_script:1.

> EVAL "return redis.sha1hex()" 0
(error) ERR wrong number of arguments script: 3c7ce947ae74a835cc575b6ee87fb27503cb7ba4, on @user_script:1.

> EVAL "return redis.sha1hex({})" 0
"da39a3ee5e6b4b0d3255bfef95601890afd80709"

> EVAL "return redis.sha1hex(12)" 0
"7b52009b64fd0a2a49e6d8a939753077792b0554"

> EVAL "return redis.acl_check_cmd()" 0
(error) ERR Please specify at least one argument for this redis lib call script: 1124f33ad66e7866b4e0c1499a4c20fb5eb9c180, on @user_script:1.

> EVAL "return redis.acl_check_cmd('nosuch')" 0
(error) ERR Invalid command passed to redis.acl_check_cmd() script: d2491587bab5149c93be0dce4426f7a06ba9e1a1, on @user_script:1.

> EVAL "return redis.acl_check_cmd({})" 0
(error) ERR Lua redis lib command arguments must be strings or integers script: 8b3d233cc233d15538b743edd3bc4603509e4325, on @user_script:1.

> EVAL "return redis.acl_check_cmd('get')" 0
(integer) 1

> EVAL "return redis.error_reply()" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.error_reply(1)" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.error_reply('')" 0
(error) ERR 

> EVAL "return redis.error_reply('-ERR x\r\n')" 0
(error) ERR Error compiling script (new function): user_script:1: unfinished string near ''-ERR x'

> EVAL "return redis.error_reply('My Err')" 0
(error) My Err

> EVAL "return redis.status_reply({})" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.status_reply('fine')" 0
fine

> EVAL "return redis.call('ping')['ok']" 0
"PONG"

> EVAL "return {redis.call('time')[1]==redis.call('time')[1],redis.call('time')[2]==redis.call('time')[2]}" 0
1) (integer) 1
2) (integer) 1

> SET k v PX 30
OK

> EVAL "local n = 0 while n < 3000000 do n = n + 1 end return {redis.call('get',KEYS[1]), redis.call('set',KEYS[2],1,'px',20) and redis.call('pttl',KEYS[2])}" 2 k p
1) "v"
2) (integer) 20

# Waiting isn't done in a script.
> EVAL "return {redis.call('blpop','q',0),redis.call('brpoplpush','q','r',0),redis.call('bzpopmin','z',0),redis.call('xread','block',0,'streams','s','$'),redis.call('wait',1,0)}" 0
1) (nil)
2) (nil)
3) (nil)
4) (nil)
5) (integer) 0

> EVAL "return redis.call('wait',1,0)" 0
(integer) 0
