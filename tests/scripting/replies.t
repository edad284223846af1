# What scripts say: replies made by hand, errors raised and caught, arguments, and the rest of the table redis.

# error_reply: one word gets ERR in front, a leading dash and line ends go.
> EVAL "return redis.error_reply('word')" 0
(error) ERR word

> EVAL "return redis.error_reply('MY words')" 0
(error) MY words

> EVAL "return redis.error_reply('-MY words')" 0
(error) MY words

> EVAL "return redis.error_reply('-word')" 0
(error) ERR word

> EVAL "return redis.error_reply('')" 0
(error) ERR 

> EVAL "return redis.error_reply('-')" 0
(error) ERR 

> EVAL "return redis.error_reply(' ')" 0
(error)  

> EVAL "return redis.error_reply('a\\r\\nb')" 0
(error) ERR a  b

> EVAL "return redis.error_reply('MY text\\r\\n')" 0
(error) MY text

> EVAL "return redis.error_reply('\\r\\n')" 0
(error) ERR 

> EVAL "return redis.error_reply(5)" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.error_reply({})" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.error_reply(nil)" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.error_reply(true)" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.error_reply('a','b')" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.error_reply()" 0
(error) ERR wrong number or type of arguments

> EVAL "return {redis.error_reply('x').err,redis.error_reply('A b').err,redis.error_reply({}).err,tostring(redis.error_reply('x').ok)}" 0
1) "ERR x"
2) "A b"
3) "ERR wrong number or type of arguments"
4) "nil"

# status_reply: as it is.
> EVAL "return redis.status_reply('fine')" 0
fine

> EVAL "return redis.status_reply('a\\r\\nb')" 0
a  b

> EVAL "return redis.status_reply(5)" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.status_reply({})" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.status_reply(nil)" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.status_reply('a','b')" 0
(error) ERR wrong number or type of arguments

> EVAL "return redis.status_reply()" 0
(error) ERR wrong number or type of arguments

# Errors caught: pcall of Lua makes a text of a table with err, xpcall and coroutines keep it.
> EVAL "local t=redis.pcall('nosuch') local o={} for k,v in pairs(t) do o[#o+1]=k..'='..tostring(v) end table.sort(o) return o" 0
1) "err=ERR Unknown Redis command called from script"
2) "ignore_error_stats_update=true"

> EVAL "local t=redis.pcall('lpush') local o={} for k,v in pairs(t) do o[#o+1]=k..'='..tostring(v) end table.sort(o) return o" 0
1) "err=ERR Wrong number of args calling Redis command from script"
2) "ignore_error_stats_update=true"

> EVAL "redis.call('set',KEYS and 'k','v') local t=redis.pcall('lpush','k','v') local o={} for k,v in pairs(t) do o[#o+1]=k..'='..tostring(v) end table.sort(o) return o" 0
1) "err=WRONGTYPE Operation against a key holding the wrong kind of value"
2) "ignore_error_stats_update=true"

> EVAL "local ok,e=pcall(redis.call,'lpush','k','v') return {type(e),e}" 0
1) "string"
2) "WRONGTYPE Operation against a key holding the wrong kind of value"

> EVAL "local ok,e=pcall(function() redis.call('lpush','k','v') end) return {type(e),e}" 0
1) "string"
2) "WRONGTYPE Operation against a key holding the wrong kind of value"

> EVAL "local ok,e=xpcall(function() redis.call('lpush','k','v') end,function(e) return type(e)..' '..e.err end) return e" 0
"table WRONGTYPE Operation against a key holding the wrong kind of value"

> EVAL "local ok,e=coroutine.resume(coroutine.create(function() redis.call('lpush','k','v') end)) return {type(e),e.err,e}" 0
1) "table"
2) "WRONGTYPE Operation against a key holding the wrong kind of value"
3) (error) WRONGTYPE Operation against a key holding the wrong kind of value

> EVAL "local ok,e=pcall(error,{err='MINE x',extra=1}) return {type(e),e}" 0
1) "string"
2) "MINE x"

> EVAL "local ok,e=pcall(error,{code=1}) return {type(e),e.code}" 0
1) "table"
2) (integer) 1

> EVAL "local ok,e=pcall(error,setmetatable({},{__tostring=function() return 'shown' end})) return {type(e),tostring(e)}" 0
1) "table"
2) "shown"

> EVAL "local ok,e=pcall(error) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "nil"

> EVAL "local ok,e=pcall(error,'text',0) return e" 0
"text"

> EVAL "local ok,e=pcall(error,'text') return e" 0
"text"

> EVAL "return {pcall(function() return 1,2,3 end)}" 0
1) (integer) 1
2) (integer) 1
3) (integer) 2
4) (integer) 3

# Errors raised: what becomes of each kind.
> EVAL "error('text')" 0
(error) ERR user_script:1: text script: f33e0c6d258c712bf0fb173d079d2aaf4a074dbd, on @user_script:1.

> EVAL "error('text',0)" 0
(error) ERR text script: e70a4427a453518722772ac385398ac78bfe8230, on @user_script:1.

> EVAL "error('MYCODE text',0)" 0
(error) ERR MYCODE text script: a3049dc5771839f0bf34093532735e379a8795c2, on @user_script:1.

> EVAL "error('a\\r\\nb',0)" 0
(error) ERR a  b script: ff99ea0c636aa1503118cd26813ebb7846592cae, on @user_script:1.

> EVAL "error({err='MINE x'})" 0
(error) MINE x script: d40e890e0a2c0a3f6478869d3b5fe6be7192669a, on @user_script:1.

> EVAL "error({err='word'})" 0
(error) word script: 371163ecb53c2013b34d0b67b02a8014e1dd9515, on @user_script:1.

> EVAL "error({err='-MINE x'})" 0
(error) -MINE x script: c9d134bce29d779079ee77c1dd5ffffe39a3f4c4, on @user_script:1.

> EVAL "error(nil)" 0
(error) ERR nil script: c402aa49952c86c38f35fb311d54977d08f3bf01, on @user_script:1.

> EVAL "error(false)" 0
(error) ERR false script: cd88597c169df81a965d638cda3ccb1b59ac56c2, on @user_script:1.

> EVAL "error(12)" 0
(error) ERR user_script:1: 12 script: 531d78cb0a3022f46aa8fcca247caa61d303b321, on @user_script:1.

> EVAL "error(redis.error_reply('E x'))" 0
(error) E x script: 1d4506fdc19ff6ba7384ae006f17f172827f617d, on @user_script:1.

> EVAL "error(redis.pcall('nosuch'))" 0
(error) ERR Unknown Redis command called from script script: ab79de17905af2f0b0e2ef69eb7f197ecc706baf, on @user_script:1.

> EVAL "return redis.call('nosuch')" 0
(error) ERR Unknown Redis command called from script script: 206396248e12c6e742fd7296250433c8d7343b74, on @user_script:1.

> EVAL "redis.call('lpush','k','v')" 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value script: 886263d7a10d8801d1986488763f9f10a4cf76a3, on @user_script:1.

> EVAL "local x=nil x()" 0
(error) ERR user_script:1: attempt to call local 'x' (a nil value) script: 4a61740d9406f2a993c0a34e7b5493b8d59bb786, on @user_script:1.

> EVAL "return redis.pcall('lpush','k','v')" 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value

> EVAL "local function f() error('deep') end local function g() f() end g()" 0
(error) ERR user_script:1: deep script: 9a27326af213791add50a17daaca997ab82de199, on @user_script:1.

> EVAL "local function f() error('level 2',2) end\nf()" 0
(error) ERR user_script:2: level 2 script: d5874de19056644cd4c4973d0c84248c22660144, on @user_script:1.

> EVAL "return setmetatable({},{__index=function() error('in index') end}).x" 0
(error) ERR user_script:1: in index script: 6f786427e4722d71e28688bb36f665511b8c99b1, on @user_script:1.

> EVAL "coroutine.wrap(function() error('wrapped') end)()" 0
(error) ERR user_script:1: user_script:1: wrapped script: b448ace00c75d285a18f824c95c39af0a8c36e1c, on @user_script:1.

# Arguments of the commands: strings and numbers.
> EVAL "return redis.pcall('set','k',true)" 0
(error) ERR Lua redis lib command arguments must be strings or integers

> EVAL "return redis.pcall('set','k',nil)" 0
(error) ERR Lua redis lib command arguments must be strings or integers

> EVAL "return redis.pcall('set','k',{})" 0
(error) ERR Lua redis lib command arguments must be strings or integers

> EVAL "return redis.pcall(nil)" 0
(error) ERR Lua redis lib command arguments must be strings or integers

> EVAL "return redis.pcall({})" 0
(error) ERR Lua redis lib command arguments must be strings or integers

> EVAL "return redis.pcall(tostring)" 0
(error) ERR Lua redis lib command arguments must be strings or integers

> EVAL "return redis.pcall()" 0
(error) ERR Please specify at least one argument for this redis lib call

> EVAL "return redis.call('echo')" 0
(error) ERR Wrong number of args calling Redis command from script script: 4c3158cde973e5c26e7ce535f9f75e77c0c8e7fe, on @user_script:1.

> EVAL "return redis.pcall('echo',1,2)" 0
(error) ERR Wrong number of args calling Redis command from script

> EVAL "local r={} for i,n in ipairs({1,-1,0.1,1e20,2^53,2^62,2^63,-2^63,1e300,1/3,-0.5,4.7e18,math.huge,-math.huge}) do r[i]=redis.call('echo',n) end return r" 0
 1) "1"
 2) "-1"
 3) "0.1"
 4) "1e+20"
 5) "9007199254740992"
 6) "4611686018427387904"
 7) "9223372036854776000"
 8) "-9223372036854776000"
 9) "1e+300"
10) "0.3333333333333333"
11) "-0.5"
12) "4.7e+18"
13) "inf"
14) "-inf"

> EVAL "return redis.call('ECHO','a\\0b')" 0
"a\x00b"

> EVAL "return redis.call('eChO','x')" 0
"x"

> EVAL "return redis.call('')" 0
(error) ERR Unknown Redis command called from script script: 4f747abccded4fe9957e621fd4c471a3268503ec, on @user_script:1.

> EVAL "return redis.call('\\0')" 0
(error) ERR Unknown Redis command called from script script: 8a53db194431a091d29aeb292036ba3d5269f293, on @user_script:1.

# Names in the wrong place.
> EVAL "return redis.nosuch" 0
(nil)

> EVAL "return redis.nosuch()" 0
(error) ERR user_script:1: attempt to call field 'nosuch' (a nil value) script: 064c0d38ec6d45fb37cd950fd37e609359986738, on @user_script:1.

> EVAL "redis.call.x=1" 0
(error) ERR user_script:1: attempt to index field 'call' (a function value) script: 463715fd97f006593969abea0769b1780f3c08f0, on @user_script:1.

> EVAL "return redis.call:x()" 0
(error) ERR user_script:1: attempt to index field 'call' (a function value) script: ad0670beeb75550b12bdf05e04c0628d929dea59, on @user_script:1.

# sha1hex, logs, debug and breakpoint outside of a session.
> EVAL "return {redis.sha1hex(''),redis.sha1hex('a\\0b'),redis.sha1hex(12),redis.sha1hex(('x'):rep(1000))}" 0
1) "da39a3ee5e6b4b0d3255bfef95601890afd80709"
2) "4a3dec2d1f8245280855c42db0ee4239f917fdb8"
3) "7b52009b64fd0a2a49e6d8a939753077792b0554"
4) "c3efa690fa3fdd2e2526853eed670538ea127638"

> EVAL "return redis.sha1hex('a','b')" 0
(error) ERR wrong number of arguments script: edf6261c570172733db1a1733deb85dff3d07a94, on @user_script:1.

> EVAL "for i=0,3 do redis.log(i,'level',i) end return 'logged'" 0
"logged"

> EVAL "redis.log(4,'x')" 0
(error) ERR Invalid log level. script: 88845e85aedaeb65aa1529c40efdd06f7b799faf, on @user_script:1.

> EVAL "redis.log(-1,'x')" 0
(error) ERR Invalid log level. script: 477c47d78b61d7f1cb6031add4c3d2f118d82efc, on @user_script:1.

> EVAL "redis.log('1','x')" 0
(nil)

> EVAL "redis.log(redis.LOG_WARNING,'a\\r\\nb')" 0
(nil)

> EVAL "redis.log(2,{},nil,tostring)" 0
(nil)

> EVAL "redis.log(2)" 0
(error) ERR redis.log() requires two arguments or more. script: d11ecf97059b09c82ecd9d377f4f792104bcd540, on @user_script:1.

> EVAL "redis.log()" 0
(error) ERR redis.log() requires two arguments or more. script: 832b44eaff8743413d7a371df1c038871278515a, on @user_script:1.

> EVAL "return {tostring(redis.breakpoint()),tostring(redis.debug('x',{},nil))}" 0
(error) ERR user_script:1: bad argument #1 to 'tostring' (value expected) script: f9e277569049a1fbdf7fe18bc5436656de2ca4bc, on @user_script:1.

> EVAL "return {tostring(redis.replicate_commands())}" 0
1) "true"

> EVAL "return {redis.LOG_DEBUG,redis.LOG_VERBOSE,redis.LOG_NOTICE,redis.LOG_WARNING,redis.REPL_NONE,redis.REPL_AOF,redis.REPL_SLAVE,redis.REPL_REPLICA,redis.REPL_ALL}" 0
1) (integer) 0
2) (integer) 1
3) (integer) 2
4) (integer) 3
5) (integer) 0
6) (integer) 1
7) (integer) 2
8) (integer) 2
9) (integer) 3

> EVAL "return {redis.REDIS_VERSION,redis.REDIS_VERSION_NUM}" 0
1) "8.0.2"
2) (integer) 524290

# The clock of the interpreter runs, that of the server stands still.
> EVAL "local a=os.clock() for i=1,1e6 do end return {type(a),tostring(os.clock()>a),tostring(os.clock()-a<60)}" 0
1) "number"
2) "true"
3) "true"

> EVAL "local a,b=redis.call('time'),nil for i=1,1e4 do end b=redis.call('time') return {tostring(a[1]==b[1]),tostring(a[2]==b[2])}" 0
1) "true"
2) "true"

> EVAL "return {type(rawget(os,'time')),type(rawget(_G,'io')),type(rawget(_G,'require')),type(rawget(_G,'debug')),type(rawget(_G,'print'))}" 0
1) "nil"
2) "nil"
3) "nil"
4) "nil"
5) "nil"
