# A session of the debugger: stops, lines, variables, breakpoints; the script's reply follows, and the connection ends.
a> SCRIPT DEBUG YES
OK
a> EVAL "local a=1\nlocal t={1,2,x={y='z'}}\nredis.debug('dbg',a,t)\nredis.breakpoint()\nredis.call('set','k',a)\nreturn redis.call('get','k')" 1 kk
1) * Stopped at 1, stop reason = step over
2) -> 1   local a=1
a> s
1) * Stopped at 2, stop reason = step over
2) -> 2   local t={1,2,x={y='z'}}
a> p
1) <value> a = 1
a> p KEYS
1) <value> {"kk"}
a> p nosuch
1) No such variable.
a> b
1) No breakpoints set. Use 'b <line>' to add one.
a> b 5
1)    4   redis.breakpoint()
2)   #5   redis.call('set','k',a)
3)    6   return redis.call('get','k')
a> b 99
1) Wrong line number.
a> b x
1) Invalid argument:'x'
a> b -3
1) No breakpoint in the specified line.
a> break
1) 1 breakpoints set:
2)   #5   redis.call('set','k',a)
a> b 5 6
1) Wrong line number.
2)   #5   redis.call('set','k',a)
3)   #6   return redis.call('get','k')
a> b -6
1) Breakpoint removed.
a> continue
1) <debug> line 3: "dbg", 1, {[1]=1; [2]=2; ["x"]={["y"]="z"}}
2) * Stopped at 5, stop reason = redis.breakpoint() called
3) ->#5   redis.call('set','k',a)
a> b 0
1) All breakpoints removed.
a> c
1) <endsession>
a: "1"
a: (closed)

# What it did is gone with the copy that did it.
> EXISTS k
(integer) 0

# Functions, loops, branches, the trace.
b> SCRIPT DEBUG YES
OK
b> EVAL "local zero = 0\nlocal function add(x, y) local sum = x + y\n  return sum\nend\nlocal total = 0\nfor i = 1, 2 do\n  total = add(total, i)\nend\nif total > 5 then\n  total = 0\nelseif total > 2 then\n  total = total * 2\nelse\n  total = 0\nend\nrepeat\n  total = total + 1\nuntil total > 7\nwhile total < 10 do total = total + 1 end\nreturn total" 0
1) * Stopped at 1, stop reason = step over
2) -> 1   local zero = 0
b> l 11 1
1)    10    total = 0
2)    11  elseif total > 2 then
3)    12    total = total * 2
b> l 3 0
1)    3     return sum
b> b 3
1)    2   local function add(x, y) local sum = x + y
2)   #3     return sum
3)    4   end
b> c
1) * Stopped at 3, stop reason = break point
2) ->#3     return sum
b> t
1) In add:
2) ->#3     return sum
3) From top level:
4)    7     total = add(total, i)
b> p
1) <value> x = 0
2) <value> y = 1
3) <value> sum = 1
b> p total
1) <value> 0
b> s
1) * Stopped at 6, stop reason = step over
2) -> 6   for i = 1, 2 do
b> b 0
1) All breakpoints removed.
b> n
1) * Stopped at 7, stop reason = step over
2) -> 7     total = add(total, i)
b> b 9
1)    8   end
2)   #9   if total > 5 then
3)    10    total = 0
b> c
1) * Stopped at 9, stop reason = break point
2) ->#9   if total > 5 then
b> s
1) * Stopped at 11, stop reason = step over
2) -> 11  elseif total > 2 then
b> s
1) * Stopped at 12, stop reason = step over
2) -> 12    total = total * 2
b> s
1) * Stopped at 17, stop reason = step over
2) -> 17    total = total + 1
b> s
1) * Stopped at 18, stop reason = step over
2) -> 18  until total > 7
b> s
1) * Stopped at 17, stop reason = step over
2) -> 17    total = total + 1
b> s
1) * Stopped at 18, stop reason = step over
2) -> 18  until total > 7
b> s
1) * Stopped at 19, stop reason = step over
2) -> 19  while total < 10 do total = total + 1 end
b> s
1) * Stopped at 19, stop reason = step over
2) -> 19  while total < 10 do total = total + 1 end
b> s
1) * Stopped at 19, stop reason = step over
2) -> 19  while total < 10 do total = total + 1 end
b> s
1) * Stopped at 20, stop reason = step over
2) -> 20  return total
b> s
1) <endsession>
b: (integer) 10
b: (closed)

# Code and commands run meanwhile; a synchronous session keeps what they change.
c> SCRIPT DEBUG SYNC
OK
c> EVAL "local x = 5\nlocal s = 'he\"llo'\nlocal n = nil\nlocal t = {[-1]=1, k={true, false}}\nreturn redis.call('lpush', 'list', x)" 0
1) * Stopped at 1, stop reason = step over
2) -> 1   local x = 5
c> e x
1) <error> ldb_eval:1: Script attempted to access nonexistent global variable 'x'
c> e 1+1
1) <retval> 2
c> eval local q = 1 return q, 2
1) <retval> 1
c> e (
1) <error> ldb_eval:1: unexpected symbol near '<eof>'
c> e "error('boo')"
1) <error> ldb_eval:1: boo
c> e {1,2,{3,x=true}}
1) <retval> {1; 2; {[1]=3; ["x"]=true}}
c> e cjson.null
1) <retval> "light-userdata@(nil)"
c> r set a 1
1) <redis> set a 1
2) <reply> "+OK"
c> r get a
1) <redis> get a
2) <reply> "1"
c> r get nosuch
1) <redis> get nosuch
2) <reply> NULL
c> redis lrange a 0 -1
1) <redis> lrange a 0 -1
2) <error> -WRONGTYPE Operation against a key holding the wrong kind of value
3) <reply> "-WRONGTYPE Operation against a key holding the wrong kind of value"
c> r rpush l b c d
1) <redis> rpush l b c d
2) <reply> 3
c> r lrange l 0 -1
1) <redis> lrange l 0 -1
2) <reply> ["b","c","d"]
c> r nosuch
1) <redis> nosuch
2) <error> Unknown Redis command called from script
c> r
1) <error> Unknown Redis Lua debugger command or wrong number of arguments.
c> foo
1) <error> Unknown Redis Lua debugger command or wrong number of arguments.
c> m
1) <value> replies are truncated at 256 bytes.
c> m 10
1) <value> replies are truncated at 60 bytes.
c> e "('x'):rep(70)"
1) <retval> "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
c> maxlen 0
1) <value> replies are unlimited.
c> n
1) * Stopped at 2, stop reason = step over
2) -> 2   local s = 'he"llo'
c> n
1) * Stopped at 3, stop reason = step over
2) -> 3   local n = nil
c> n
1) * Stopped at 4, stop reason = step over
2) -> 4   local t = {[-1]=1, k={true, false}}
c> n
1) * Stopped at 5, stop reason = step over
2) -> 5   return redis.call('lpush', 'list', x)
c> p
1) <value> x = 5
2) <value> s = "he\"llo"
3) <value> n = nil
4) <value> t = {[-1]=1; ["k"]={true; false}}
c> s
1) <redis> lpush list 5
2) <reply> 1
3) <endsession>
c: (integer) 1
c: (closed)
> LRANGE list 0 -1
1) "5"
> GET a
"1"

# The script ends at the user's word, by its own error, or by nonsense on the line.
d> SCRIPT DEBUG YES
OK
d> EVAL "local a = 1\nreturn a" 0
1) * Stopped at 1, stop reason = step over
2) -> 1   local a = 1
d> abort
1) <endsession>
d: (error) ERR script aborted for user request script: 58581aefb6fe4d901ff10eb7b5156076c3612438, on @user_script:1.
d: (closed)
e> SCRIPT DEBUG YES
OK
e> EVAL "#!lua\nlocal a = 1\nerror('boom')" 0
1) * Stopped at 2, stop reason = step over
2) -> 2   local a = 1
e> c
1) <endsession>
e: (error) ERR user_script:3: boom script: 3a4ae846cc4e9d3ce5cae92d1c8a523f31b782bb, on @user_script:3.
e: (closed)
f> SCRIPT DEBUG YES
OK
f> EVAL "return 1" 0
1) * Stopped at 1, stop reason = step over
2) -> 1   return 1
f> s ""
1) <endsession>
f: (error) ERR protocol error script: e0e1f9fabfc9d4800c877a703b823ac0578ff8db, on @user_script:1.
f: (closed)
g> SCRIPT DEBUG YES
OK
g> EVALSHA e0e1f9fabfc9d4800c877a703b823ac0578ff8db 0
(error) ERR Please use EVAL instead of EVALSHA for debugging
g> SCRIPT DEBUG NO
OK
g> EVAL "return redis.breakpoint()" 0
(nil)
g> SCRIPT DEBUG MAYBE
(error) ERR Use SCRIPT DEBUG YES/SYNC/NO

# A script that runs on and on is stopped.
> CONFIG SET busy-reply-threshold 100
OK
h> SCRIPT DEBUG YES
OK
h> EVAL "local i = 0\nwhile true do i = i + 1 end" 0
1) * Stopped at 1, stop reason = step over
2) -> 1   local i = 0
h> c
1) * Stopped at 2, stop reason = timeout reached, infinite loop?
2) -> 2   while true do i = i + 1 end
h> a
1) <endsession>
h: (error) ERR script aborted for user request script: 5485ac7b11abac6760734f4b4ec80041904408bc, on @user_script:2.
h: (closed)
