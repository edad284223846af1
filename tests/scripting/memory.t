# Scripts when memory is short.

> FUNCTION LOAD "#!lua name=l\nredis.register_function('put',function(k,a) return redis.call('set',k[1],a[1]) end) redis.register_function{function_name='anyway',callback=function(k,a) return redis.call('set',k[1],a[1]) end,flags={'allow-oom'}} redis.register_function{function_name='read',callback=function(k,a) return redis.call('get',k[1]) end,flags={'no-writes'}}"
"l"

> SET k v
OK

> CONFIG SET maxmemory 1
OK

# Without a first line each command is asked: the first that needs memory is refused, unless something has been written.
> EVAL "return redis.call('set',KEYS[1],1)" 1 x
(error) OOM command not allowed when used memory > 'maxmemory'. script: beef354d82996a708aa0deac229a63225ff0dd9c, on @user_script:1.

> EVAL "return redis.pcall('set',KEYS[1],1)" 1 x
(error) OOM command not allowed when used memory > 'maxmemory'.

> EVAL "return redis.call('get',KEYS[1])" 1 k
"v"

> EVAL "redis.call('del',KEYS[1]) return redis.call('set',KEYS[2],1)" 2 nosuch x
OK

> EVAL "return redis.call('get',KEYS[1])" 1 x
"1"

# With one, the script as a whole.
> EVAL "#!lua\nreturn 1" 0
(error) OOM command not allowed when used memory > 'maxmemory'.

> EVAL "#!lua flags=no-writes\nreturn redis.call('get',KEYS[1])" 1 k
"v"

> EVAL "#!lua flags=allow-oom\nreturn redis.call('set',KEYS[1],2)" 1 x
OK

> EVAL "#!lua flags=allow-stale\nreturn 1" 0
(error) OOM command not allowed when used memory > 'maxmemory'.

> EVAL_RO "#!lua flags=no-writes\nreturn 1" 0
(integer) 1

> EVAL "#!lua flags=no-writes\nreturn redis.call('set',KEYS[1],2)" 1 x
(error) ERR Write commands are not allowed from read-only scripts. script: 973bc163fff754c18a1c4ffaa1c4a58f253063b4, on @user_script:2.

> FCALL put 1 x 3
(error) OOM command not allowed when used memory > 'maxmemory'.

> FCALL anyway 1 x 3
OK

> FCALL read 1 x
"3"

> FCALL_RO read 1 x
"3"

> FUNCTION LOAD "#!lua name=m\nredis.register_function('m',function() return 1 end)"
(error) OOM command not allowed when used memory > 'maxmemory'.

> FUNCTION DELETE nosuch
(error) ERR Library not found

> SCRIPT LOAD "return 1"
"e0e1f9fabfc9d4800c877a703b823ac0578ff8db"

# In a transaction the command is refused as it is queued.
> MULTI
OK

> EVAL "#!lua\nreturn 1" 0
(error) OOM command not allowed when used memory > 'maxmemory'.

> EXEC
(error) EXECABORT Transaction discarded because of previous errors.

> MULTI
OK

> EVAL "#!lua flags=no-writes\nreturn 1" 0
QUEUED

> EXEC
1) (integer) 1

> MULTI
OK

> EVAL "return redis.call('set',KEYS[1],1)" 1 x
QUEUED

> EXEC
1) (error) OOM command not allowed when used memory > 'maxmemory'. script: beef354d82996a708aa0deac229a63225ff0dd9c, on @user_script:1.

> MULTI
OK

> FCALL read 1 x
QUEUED

> EXEC
1) "3"

> CONFIG SET maxmemory 0
OK

> FCALL put 1 x 4
OK

# A string of more than 1 GiB is refused before anybody looks for the memory.
> EVAL "return #string.rep('x',100000)" 0
(integer) 100000

!skip oracle
> EVAL "return #string.rep('xxxx',500000000)" 0
(error) ERR string length overflow script: ..., on @user_script:1.
