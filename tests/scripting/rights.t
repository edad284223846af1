# A script has the rights of whoever runs it.

> ACL SETUSER ann on nopass ~a:* &news +@all -set -@dangerous
OK

> ACL SETUSER eve on nopass ~* &* -@all +ping +acl|whoami +get
OK

a> AUTH ann x
OK

a> EVAL "return redis.call('get',KEYS[1])" 1 a:k
(nil)

a> EVAL "return redis.call('get',KEYS[1])" 1 b:k
(error) NOPERM No permissions to access a key

# Keys that aren't declared are looked at when they are used.
a> EVAL "return redis.call('get','b:k')" 0
(error) ERR ACL failure in script: No permissions to access a key script: 215973d219f951092f47fb25ad69acaa26eb3a57, on @user_script:1.

a> EVAL "return redis.pcall('get','b:k')" 0
(error) ERR ACL failure in script: No permissions to access a key

a> EVAL "return redis.call('get','a:k')" 0
(nil)

a> EVAL "return redis.call('set',KEYS[1],1)" 1 a:k
(error) ERR ACL failure in script: User ann has no permissions to run the 'set' command script: beef354d82996a708aa0deac229a63225ff0dd9c, on @user_script:1.

a> EVAL "return redis.pcall('set',KEYS[1],1)" 1 a:k
(error) ERR ACL failure in script: User ann has no permissions to run the 'set' command

a> EVAL "return redis.call('incr',KEYS[1])" 1 a:k
(integer) 1

a> EVAL "return redis.call('mget','a:k','b:k')" 0
(error) ERR ACL failure in script: No permissions to access a key script: 69346834e782bc4db07f0213da211abddebf62b3, on @user_script:1.

a> EVAL "redis.call('incr',KEYS[1]) return redis.call('incr','b:k')" 1 a:k
(error) ERR ACL failure in script: No permissions to access a key script: d2935cc7eedf60479063359ecafa172de172c432, on @user_script:1.

a> EVAL "redis.call('incr',KEYS[1]) return redis.call('set',KEYS[1],1)" 1 a:k
(error) ERR ACL failure in script: User ann has no permissions to run the 'set' command script: 4b3c2021cc80df2aa9839220bf35cd24781337db, on @user_script:1.

a> EVAL "return redis.call('keys','*')" 0
(error) ERR ACL failure in script: User ann has no permissions to run the 'keys' command script: b1afc89606057e8021c842f18d1fad4005c5918b, on @user_script:1.

a> EVAL "return redis.call('publish','news','x')" 0
(integer) 0

a> EVAL "return redis.call('publish','other','x')" 0
(error) ERR ACL failure in script: No permissions to access a channel script: 4f63015e2f40b35bcf2e48b93a3ab8edd09ff70d, on @user_script:1.

a> EVAL "return redis.call('flushall')" 0
(error) ERR ACL failure in script: User ann has no permissions to run the 'flushall' command script: d530a22111e074618d24a380340dd3d8bc48af4a, on @user_script:1.

a> EVAL "return redis.call('object','encoding','b:k')" 0
(error) ERR ACL failure in script: No permissions to access a key script: c0a1ea97585d27959e5bdfcb072baed90c7a7d03, on @user_script:1.

a> EVAL "return redis.call('sort','a:k','by','*_x')" 0
(error) ERR ACL failure in script: User ann has no permissions to run the 'sort' command script: 2a18aa09708ce4ff3a506f5cc64052809b6c40b3, on @user_script:1.

a> EVAL_RO "return redis.call('set',KEYS[1],1)" 1 a:k
(error) ERR ACL failure in script: User ann has no permissions to run the 'set' command script: beef354d82996a708aa0deac229a63225ff0dd9c, on @user_script:1.

a> EVAL_RO "return redis.call('set','b:k',1)" 0
(error) ERR ACL failure in script: User ann has no permissions to run the 'set' command script: e9379062e3ec6b2004c4d49834cd9bf20043bdab, on @user_script:1.

a> EVAL "return {redis.acl_check_cmd('set','a:k','1'),redis.acl_check_cmd('get','a:k'),redis.acl_check_cmd('get','b:k'),redis.acl_check_cmd('publish','news','x'),redis.acl_check_cmd('publish','other','x'),redis.acl_check_cmd('flushall'),redis.acl_check_cmd('mget','a:k','b:k'),redis.acl_check_cmd('config','get')}" 0
1) (nil)
2) (integer) 1
3) (nil)
4) (integer) 1
5) (nil)
6) (nil)
7) (nil)
8) (nil)

a> EVAL "return redis.call('acl','whoami')" 0
(error) ERR This Redis command is not allowed from script script: 2cd3da531842daa04536e2d05461c26e296a9a0b, on @user_script:1.

e> AUTH eve x
OK

e> EVAL "return 1" 0
(error) NOPERM User eve has no permissions to run the 'eval' command

e> SCRIPT LOAD "return 1"
(error) NOPERM User eve has no permissions to run the 'script|load' command

e> FCALL f 0
(error) NOPERM User eve has no permissions to run the 'fcall' command

e> FUNCTION LIST
(error) NOPERM User eve has no permissions to run the 'function|list' command

# The log says that it was Lua.
> ACL LOG 1
...

> ACL LOG RESET
OK

a> EVAL "return redis.call('set',KEYS[1],1)" 1 a:k
(error) ERR ACL failure in script: User ann has no permissions to run the 'set' command script: beef354d82996a708aa0deac229a63225ff0dd9c, on @user_script:1.

> ACL LOG
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "command"
    5) "context"
    6) "lua"
    7) "object"
    8) "set"
    9) "username"
   10) "ann"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... addr=127.0.0.1:... fd=... db=0 ...cmd=eval user=ann ..."
   15) "entry-id"
   16) (any)
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)

> ACL LOG RESET
OK

a> EVAL "return redis.call('get','b:k')" 0
(error) ERR ACL failure in script: No permissions to access a key script: 215973d219f951092f47fb25ad69acaa26eb3a57, on @user_script:1.

> ACL LOG
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "key"
    5) "context"
    6) "lua"
    7) "object"
    8) "b:k"
    9) "username"
   10) "ann"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... addr=127.0.0.1:... fd=... db=0 ...cmd=eval user=ann ..."
   15) "entry-id"
   16) (any)
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)

> ACL LOG RESET
OK

a> EVAL "return redis.call('publish','other','x')" 0
(error) ERR ACL failure in script: No permissions to access a channel script: 4f63015e2f40b35bcf2e48b93a3ab8edd09ff70d, on @user_script:1.

> ACL LOG
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "channel"
    5) "context"
    6) "lua"
    7) "object"
    8) "other"
    9) "username"
   10) "ann"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... addr=127.0.0.1:... fd=... db=0 ...cmd=eval user=ann ..."
   15) "entry-id"
   16) (any)
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)

> ACL LOG RESET
OK

# What redis.acl_check_cmd is asked is not logged.
a> EVAL "return redis.acl_check_cmd('set','a:k','1')" 0
(nil)

> ACL LOG
(empty array)

# Functions alike.
> FUNCTION LOAD "#!lua name=l\nredis.register_function('put',function(k,a) return redis.call('set',k[1],a[1]) end) redis.register_function{function_name='read',callback=function(k,a) return redis.call('get',a[1]) end,flags={'no-writes'}}"
"l"

a> FCALL put 1 a:k v
(error) ERR ACL failure in script: User ann has no permissions to run the 'set' command script: put, on @user_function:2.

a> FCALL_RO read 0 a:k
"3"

a> FCALL read 0 b:k
(error) ERR ACL failure in script: No permissions to access a key script: read, on @user_function:2.

a> FCALL put 1 b:k v
(error) NOPERM No permissions to access a key

> ACL LOG RESET
OK

a> FCALL read 0 b:k
(error) ERR ACL failure in script: No permissions to access a key script: read, on @user_function:2.

> ACL LOG
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "key"
    5) "context"
    6) "lua"
    7) "object"
    8) "b:k"
    9) "username"
   10) "ann"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... addr=127.0.0.1:... fd=... db=0 ...cmd=fcall user=ann ..."
   15) "entry-id"
   16) (any)
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
