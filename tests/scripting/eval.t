# EVAL and its kin: values both ways, errors, the cache.
> EVAL "return redis.call('get',KEYS[1])" 1 k
(nil)
> EVAL "return 1" 0
(integer) 1
> EVAL "return {1,'a',{true,false},{ok='fine'},{err='ERR bad'}}" 0
1) (integer) 1
2) "a"
3) 1) (integer) 1
   2) (nil)
4) fine
5) (error) ERR bad
> EVAL "return redis.call('set',KEYS[1],ARGV[1])" 1 k v
OK
> EVAL "return redis.call('nosuch')" 0
(error) ERR Unknown Redis command called from script script: 206396248e12c6e742fd7296250433c8d7343b74, on @user_script:1.
> EVAL "return redis.pcall('nosuch')" 0
(error) ERR Unknown Redis command called from script
> EVAL "return foo" 0
(error) ERR user_script:1: Script attempted to access nonexistent global variable 'foo' script: 47e30a5d10d5694f99208f9adc4fe3bf2450edbd, on @user_script:1.
> EVAL "foo=1" 0
(error) ERR user_script:1: Attempt to modify a readonly table script: 5bddd8336e5f711bfa499383fc73c17560c6250b, on @user_script:1.
> EVAL "error('x')" 0
(error) ERR user_script:1: x script: 9851144f39f03a0d597a980c5aa79c80cb696891, on @user_script:1.
> EVAL "error({err='MY boom'})" 0
(error) MY boom script: 4c2ee35ef37c857625d6ec6d812eab72377cfa97, on @user_script:1.
> EVAL "return redis.error_reply('x')" 0
(error) ERR x
> EVAL "return {err='MINE x'}" 0
(error) MINE x
> EVAL "return pcall(redis.call,'nosuch')" 0
(nil)
> EVAL "local a,b = pcall(redis.call,'nosuch') return b" 0
"ERR Unknown Redis command called from script"
> EVAL "return cjson.encode({1,2,{a=1}})" 0
"[1,2,{\"a\":1}]"
> EVAL "return redis.sha1hex('a')" 0
"86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"
> EVAL "return 3.7" 0
(integer) 3
> EVAL "return x." 0
(error) ERR Error compiling script (new function): user_script:1: '<name>' expected near '<eof>'
> EVALSHA 0000000000000000000000000000000000000000 0
(error) NOSCRIPT No matching script. Please use EVAL.
> SCRIPT LOAD "return 7"
"59b6ab2fbe0ee4b25733de0f62e6cda4899ef8e9"
> EVALSHA 4ca238f611c9d0ae4e9a75a5dbac22aedc1e44fb 0
(error) NOSCRIPT No matching script. Please use EVAL.
> SCRIPT EXISTS 4ca238f611c9d0ae4e9a75a5dbac22aedc1e44fb abc
1) (integer) 0
2) (integer) 0
> EVAL_RO "return redis.call('set','a','b')" 0
(error) ERR Write commands are not allowed from read-only scripts. script: ff967d0ae0e68b4f9e360fa91c54598bc25ad9b6, on @user_script:1.
> EVAL "return redis.call('incr','n') + redis.call('incr','n')" 0
(integer) 3
> EVAL "redis.setresp(3) return redis.call('hgetall','nosuch')" 0
(empty array)
> EVAL "return redis.call('ping')" 0
PONG
> EVAL "return redis.call('blpop','x',0)" 0
(nil)
> EVAL "return #KEYS + #ARGV" 2 a b c
(integer) 3
> EVAL "return 1" x
(error) ERR value is not an integer or out of range
> EVAL "return 1" -1
(error) ERR Number of keys can't be negative
> EVAL "return 1" 3 a
(error) ERR Number of keys can't be greater than number of args
> EVAL "#!lua flags=no-writes\nreturn redis.call('set','a','b')" 0
(error) ERR Write commands are not allowed from read-only scripts. script: 6acb400a50fe96e33eca4e0af6e9dcfb21193726, on @user_script:2.
> EVAL "#!js\nreturn 1" 0
(error) ERR Unexpected engine in script shebang: #!js
> SCRIPT KILL
(error) NOTBUSY No scripts in execution right now.
> SCRIPT FLUSH
OK
> SCRIPT NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try SCRIPT HELP.
> EVAL "return redis.call('lpush','k','x')" 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value script: b37a97390ca53eb69d6195d7690ab2300e10683b, on @user_script:1.
> EVAL "return math.foo" 0
(nil)
> EVAL "return tostring(nil)" 0
"nil"
> EVAL "return string.format('%d', 5)" 0
"5"
> EVAL "return redis.call('multi')" 0
(error) ERR This Redis command is not allowed from script script: c329a1a294be6bf95b44144f7502610661ae925a, on @user_script:1.
> EVAL "return redis.call('get')" 0
(error) ERR Wrong number of args calling Redis command from script script: f187dee77f607f7cff00bbabc9df38507582c78d, on @user_script:1.
