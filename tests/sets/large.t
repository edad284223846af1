# Unions, intersections and differences of sets of thousands, beside what a script works out by asking for each member: of every encoding,
# of one key twice, of missing keys, of so few sets that the members are looked up, and of so many that they are gathered.
# Set sN holds multiples of N, tN the same with a letter before; iN is short and of integers, pN short and of texts.
> EVAL "for n = 1, 40 do for m = n, 3000, n do redis.call('sadd', 's' .. n, m) redis.call('sadd', 't' .. n, 't' .. m) end for m = n, 90, n do redis.call('sadd', 'i' .. n, m) redis.call('sadd', 'p' .. n, m) end redis.call('sadd', 'p' .. n, 'text') end return {redis.call('object', 'encoding', 's2'), redis.call('object', 'encoding', 's7'), redis.call('object', 'encoding', 'p2'), redis.call('object', 'encoding', 'i2'), redis.call('object', 'encoding', 't1')}" 0
1) "hashtable"
2) "intset"
3) "listpack"
4) "intset"
5) "hashtable"
> SCRIPT LOAD "local candidates = {'text'} for m = 1, 3000 do candidates[#candidates + 1] = m candidates[#candidates + 1] = 't' .. m end local want, size = {sunion = {}, sinter = {}, sdiff = {}}, {sunion = 0, sinter = 0, sdiff = 0} local function expect(name, m) want[name][tostring(m)] = true size[name] = size[name] + 1 end local times, first = {}, {} for n, k in ipairs(KEYS) do for from = 1, #candidates, 1000 do for at, is in ipairs(redis.call('smismember', k, unpack(candidates, from, math.min(from + 999, #candidates)))) do local m = candidates[from + at - 1] times[m] = (times[m] or 0) + is if n == 1 then first[m] = is end end end end for _, m in ipairs(candidates) do if times[m] > 0 then expect('sunion', m) end if times[m] == #KEYS then expect('sinter', m) end if times[m] == 1 and first[m] == 1 then expect('sdiff', m) end end local function same(name, got) local seen = {} for _, m in ipairs(got) do if seen[m] or not want[name][m] then return 'wrong: ' .. name .. ' ' .. m end seen[m] = true end return #got == size[name] and 'right' or 'wrong: ' .. #got .. ' of ' .. size[name] end local said = {} for _, name in ipairs({'sunion', 'sinter', 'sdiff'}) do said[#said + 1] = same(name, redis.call(name, unpack(KEYS))) redis.call(name .. 'store', 'stored', unpack(KEYS)) said[#said + 1] = same(name, redis.call('smembers', 'stored')) end local limited = {unpack(KEYS)} limited[#KEYS + 1] = 'limit' limited[#KEYS + 2] = 37 said[#said + 1] = redis.call('sintercard', #KEYS, unpack(KEYS)) == size.sinter and redis.call('sintercard', #KEYS, unpack(limited)) == math.min(37, size.sinter) and 'right' or 'wrong count' return table.concat(said, ' ')"
"9df68d129b8bab113d3cdf23b6874350aaa6ff42"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s1 s2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s2 s3
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s3 s2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 t1 t2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 3 t2 t3 t5
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s1 t1
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s2 p3
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 p3 s2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 i2 s3
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s3 i2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s2 s2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 3 s2 s3 s2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 s2 missing
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 missing s2
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 3 missing s2 s3
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 6 s2 missing s3 t3 p5 i7
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 9 s1 s2 s3 s4 s5 s6 s7 s8 s9
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 9 t1 t2 t3 t4 t5 t6 t7 t8 t9
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 40 t2 t2 t3 t4 t5 t6 t7 t8 t9 t10 t11 t12 t13 t14 t15 t16 t17 t18 t19 t20 t21 t22 t23 t24 t25 t26 t27 t28 t29 t30 t31 t32 t33 t34 t35 t36 t37 t38 t39 t40
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 40 s40 s39 s38 s37 s36 s35 s34 s33 s32 s31 s30 s29 s28 s27 s26 s25 s24 s23 s22 s21 s20 s19 s18 s17 s16 s15 s14 s13 s12 s11 s10 s9 s8 s7 s6 s5 s4 s3 s2 s1
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 44 s1 t1 i1 p1 s2 t2 i2 p2 s3 t3 i3 p3 s4 t4 i4 p4 s5 t5 i5 p5 s6 t6 i6 p6 s7 t7 i7 p7 s8 t8 i8 p8 s9 t9 i9 p9 s10 t10 i10 p10 s11 t11 i11 p11
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 3 t40 t39 t38
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 12 t1 t1 t1 t1 t1 t1 t1 t1 t1 t1 t1 t1
"right right right right right right right"
# Results of thousands, stored and compared, and the encodings they get: a large one, one that turns out small, an empty one.
> SUNIONSTORE all s1 t1
(integer) 6000
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 all s1
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 3 t1 all t1
"right right right right right right right"
> EVALSHA 9df68d129b8bab113d3cdf23b6874350aaa6ff42 2 all t40
"right right right right right right right"
> SDIFFSTORE most all t40
(integer) 5925
> SINTERSTORE few all s1 t1
(integer) 0
> EXISTS few
(integer) 0
> SADD other text 5 6
(integer) 3
> EVAL "for m = 1, 3000 do redis.call('sadd', 'other', 'o' .. m) end return redis.call('sinterstore', 'few', 'all', 'other')" 0
(integer) 2
> OBJECT ENCODING few
"intset"
> EVAL "for m = 1, 50 do redis.call('sadd', 'other', 't' .. m) end return redis.call('sinterstore', 'few', 'all', 'other')" 0
(integer) 52
> OBJECT ENCODING few
"listpack"
> SDIFFSTORE few all s1 most
(integer) 75
> OBJECT ENCODING few
"listpack"
> SDIFFSTORE few s1 most
(integer) 0
