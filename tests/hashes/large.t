# What a hash of thousands of fields says as a whole, beside what a script works out: without times, with times to come, and with most
# fields past their time, so that many in a row are to be left out; after DUMP and RESTORE as well.
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> EVAL "for n = 1, 3000 do redis.call('hset', 'h', 'f' .. n, 'v' .. n) end return redis.call('hlen', 'h')" 0
(integer) 3000
> SCRIPT LOAD "local sum, all, keys, vals = 0, redis.call('hgetall', KEYS[1]), redis.call('hkeys', KEYS[1]), redis.call('hvals', KEYS[1]) for n = 1, #keys do local f = keys[n] if redis.call('hget', KEYS[1], f) ~= vals[n] or all[2 * n - 1] ~= f or all[2 * n] ~= vals[n] or vals[n] ~= 'v' .. f:sub(2) then return 'wrong: ' .. f end sum = sum + f:sub(2) end return #keys .. ' ' .. #vals .. ' ' .. #all .. ' ' .. sum"
"3840048ad5fae0710cb2ba90e12e3c9f33468945"
> EVALSHA 3840048ad5fae0710cb2ba90e12e3c9f33468945 1 h
"3000 3000 6000 4501500"
> EVAL "return redis.call('restore', 'copy', 0, redis.call('dump', 'h'))" 0
OK
> EVALSHA 3840048ad5fae0710cb2ba90e12e3c9f33468945 1 copy
"3000 3000 6000 4501500"
> EVAL "for n = 7, 3000, 7 do redis.call('hexpire', 'h', 1000, 'fields', 1, 'f' .. n) end return redis.call('hlen', 'h')" 0
(integer) 3000
> EVALSHA 3840048ad5fae0710cb2ba90e12e3c9f33468945 1 h
"3000 3000 6000 4501500"
> EVAL "return redis.call('restore', 'copy', 0, redis.call('dump', 'h'), 'replace')" 0
OK
> EVALSHA 3840048ad5fae0710cb2ba90e12e3c9f33468945 1 copy
"3000 3000 6000 4501500"
> HTTL copy FIELDS 3 f7 f8 f2996
1) (integer) 1000
2) (integer) -1
3) (integer) 1000
> DEBUG RELOAD
OK
> EVALSHA 3840048ad5fae0710cb2ba90e12e3c9f33468945 1 h
"3000 3000 6000 4501500"
> EVAL "for n = 1, 3000 do if n % 100 > 0 then redis.call('hpexpire', 'h', 1, 'fields', 1, 'f' .. n) end end return redis.call('hlen', 'h')" 0
(integer) 3000
!wait 20ms
> EVALSHA 3840048ad5fae0710cb2ba90e12e3c9f33468945 1 h
"30 30 60 46500"
> EVAL "for n = 100, 3000, 100 do redis.call('hpexpire', 'h', 1, 'fields', 1, 'f' .. n) end return redis.call('exists', 'h')" 0
(integer) 1
!wait 20ms
> EVALSHA 3840048ad5fae0710cb2ba90e12e3c9f33468945 1 h
"0 0 0 0"
