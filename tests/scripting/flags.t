# The first line of a script: its flags.

> EVAL "#!lua" 0
(error) ERR Invalid script shebang

> EVAL "#!" 0
(error) ERR Invalid script shebang

> EVAL "#!lua \"flags=no-writes\nreturn 1" 0
(error) ERR Invalid engine in script shebang

> EVAL "#!js\nreturn 1" 0
(error) ERR Unexpected engine in script shebang: #!js

> EVAL "#!LUA\nreturn 1" 0
(error) ERR Unexpected engine in script shebang: #!LUA

> EVAL "#!\nreturn 1" 0
(error) ERR Unexpected engine in script shebang: #!

> EVAL "#! lua\nreturn 1" 0
(error) ERR Unexpected engine in script shebang: #!

> EVAL "#!lua name=foo\nreturn 1" 0
(error) ERR Unknown lua shebang option: name=foo

> EVAL "#!lua foo\nreturn 1" 0
(error) ERR Unknown lua shebang option: foo

> EVAL "#!lua flags=bad\nreturn 1" 0
(error) ERR Unexpected flag in script shebang: bad

> EVAL "#!lua flags=no-writes,\nreturn 1" 0
(error) ERR Unexpected flag in script shebang: 

> EVAL "#!lua flags=,\nreturn 1" 0
(error) ERR Unexpected flag in script shebang: 

> EVAL "#!lua flags=NO-WRITES\nreturn 1" 0
(error) ERR Unexpected flag in script shebang: NO-WRITES

> EVAL "#!lua flags=\nreturn 1" 0
(integer) 1

> EVAL "#!lua flags=no-writes flags=allow-oom\nreturn 1" 0
(integer) 1

> EVAL "#!lua   flags=no-writes,allow-oom,allow-stale,no-cluster,allow-cross-slot-keys   \nreturn 1" 0
(integer) 1

> EVAL "#!lua \"flags=no-writes\"\nreturn 1" 0
(integer) 1

> EVAL "\n#!lua\nreturn 1" 0
(error) ERR Error compiling script (new function): user_script:2: unexpected symbol near '#'

> EVAL "#!lua\r\nreturn 1" 0
(integer) 1

> EVAL "#!lua\nerror('second line')" 0
(error) ERR user_script:2: second line script: 0872fca342afa5e001a036de56d6f49a0ce80e9a, on @user_script:2.

> EVAL "#!lua\n\nreturn x." 0
(error) ERR Error compiling script (new function): user_script:3: '<name>' expected near '<eof>'

# no-writes: nothing that writes, or may.
> EVAL "#!lua flags=no-writes\nreturn redis.call('set',KEYS[1],1)" 1 k
(error) ERR Write commands are not allowed from read-only scripts. script: 09df4a3e444c0e50177ffdb0bcf1de90d8be8418, on @user_script:2.

> EVAL "#!lua flags=no-writes\nreturn redis.pcall('set',KEYS[1],1)" 1 k
(error) ERR Write commands are not allowed from read-only scripts.

> EVAL "#!lua flags=no-writes\nreturn redis.call('publish','a','b')" 0
(error) ERR Write commands are not allowed from read-only scripts. script: 95c0e5b3e3ddc1a03319f1ee24c5e5afa8fd10b2, on @user_script:2.

> EVAL "#!lua flags=no-writes\nreturn redis.call('spublish','a','b')" 0
(error) ERR Write commands are not allowed from read-only scripts. script: cfbe90594fcb670f34dbf2e3e63ec2b849852bcd, on @user_script:2.

> EVAL "#!lua flags=no-writes\nreturn redis.call('pfcount','a')" 1 a
(error) ERR Write commands are not allowed from read-only scripts. script: fba3e2c88a5f7bbecb6664133cb19688225fe7d1, on @user_script:2.

> EVAL "#!lua flags=no-writes\nreturn redis.call('get',KEYS[1])" 1 k
(nil)

> EVAL "#!lua flags=no-writes\nreturn redis.call('exists',KEYS[1])" 1 k
(integer) 0

> EVAL_RO "#!lua flags=no-writes\nreturn redis.call('exists',KEYS[1])" 1 k
(integer) 0

> EVAL_RO "#!lua\nreturn 1" 0
(error) ERR Can not execute a script with write flag using *_ro command.

> EVAL_RO "#!lua flags=allow-stale\nreturn 1" 0
(error) ERR Can not execute a script with write flag using *_ro command.

> EVAL_RO "return redis.call('exists',KEYS[1])" 1 k
(integer) 0

> EVAL_RO "return redis.call('sort',KEYS[1],'store','x')" 1 k
(error) ERR Write commands are not allowed from read-only scripts. script: 02043c9703f02debef2c72fec33fb5f1c46afd0a, on @user_script:1.

> EVAL_RO "return redis.call('sort',KEYS[1])" 1 k
(error) ERR Write commands are not allowed from read-only scripts. script: a07548b52546d21d1d8794960de3e83c3f97179c, on @user_script:1.

> EVAL_RO "return redis.call('publish','a','b')" 0
(error) ERR Write commands are not allowed from read-only scripts. script: 4790605679cf073cb561805eb6c83112ff57d189, on @user_script:1.

> EVAL_RO "return redis.call('del',KEYS[1])" 1 k
(error) ERR Write commands are not allowed from read-only scripts. script: dd818e8f932b442a1fa2b44d767baa93d8031d7a, on @user_script:1.

# No cluster: several keys are no matter, and no-cluster is none either.
> EVAL "#!lua flags=no-cluster\nreturn redis.call('mset','a',1,'b',2)" 2 a b
OK

> EVAL "#!lua\nredis.call('set','a',1) return redis.call('set','b',2)" 0
OK

# In a transaction.
> MULTI
OK

> EVAL "#!lua\nreturn redis.call('incr',KEYS[1])" 1 n
QUEUED

> EVAL "#!lua flags=no-writes\nreturn redis.call('incr',KEYS[1])" 1 n
QUEUED

> EVAL "#!js\nreturn redis.call('incr',KEYS[1])" 1 n
QUEUED

> EVAL_RO "#!lua\nreturn 1" 0
QUEUED

> EXEC
1) (integer) 1
2) (error) ERR Write commands are not allowed from read-only scripts. script: c93067c8d250463e31e6e387d1ff75ba1aa6cc95, on @user_script:2.
3) (error) ERR Unexpected engine in script shebang: #!js
4) (error) ERR Can not execute a script with write flag using *_ro command.

# What is counted.
> CONFIG RESETSTAT
OK

> EVAL "return redis.pcall('get')" 0
(error) ERR Wrong number of args calling Redis command from script

> EVAL "return redis.pcall('subscribe','a')" 0
(error) ERR This Redis command is not allowed from script

> EVAL "return redis.pcall('select',99)" 0
(error) ERR DB index is out of range

> EVAL_RO "return redis.pcall('set','a','b')" 0
(error) ERR Write commands are not allowed from read-only scripts.

> EVAL "return redis.call('lpush','l','b')" 0
(integer) 1

> EVAL "return redis.call('incr','l')" 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value script: 3537a55c0ac8f7dbdba6d317d1ccb9ac5a0f4cc3, on @user_script:1.

> EVAL "return {err='MINE2 x'}" 0
(error) MINE2 x

> EVAL "return redis.error_reply('MINE3 x')" 0
(error) MINE3 x

> EVAL "#!js\nreturn 1" 0
(error) ERR Unexpected engine in script shebang: #!js

> EVAL "return 1" x
(error) ERR value is not an integer or out of range

> INFO commandstats
...
cmdstat_eval:calls=9,...,rejected_calls=0,failed_calls=8
...

> INFO errorstats
...
errorstat_ERR:count=6
errorstat_MINE2:count=1
errorstat_MINE3:count=1
errorstat_WRONGTYPE:count=1
