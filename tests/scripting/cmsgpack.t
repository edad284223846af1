# cmsgpack: the edges of every encoding, truncated and hostile input, offsets.

# Integers at the edge of each width.
> EVAL "return (string.gsub(cmsgpack.pack(0,1,127,128,255,256,65535,65536),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"00017fcc80ccffcd0100cdffffce00010000"

> EVAL "return (string.gsub(cmsgpack.pack(2147483647,2147483648,4294967295,4294967296),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"ce7fffffffce80000000ceffffffffcf0000000100000000"

> EVAL "return (string.gsub(cmsgpack.pack(-1,-32,-33,-128,-129,-32768,-32769),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"ffe0d0dfd080d1ff7fd18000d2ffff7fff"

> EVAL "return (string.gsub(cmsgpack.pack(-2147483648,-2147483649,2^53,-2^53,2^63-1024,-2^63),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"d280000000d3ffffffff7fffffffcf0020000000000000d3ffe0000000000000cf7ffffffffffffc00d38000000000000000"

> EVAL "return (string.gsub(cmsgpack.pack(2^63,-2^63-2048,2^64,1e100),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"ca5f000000cbc3e0000000000001ca5f800000cb54b249ad2594c37d"

> EVAL "return (string.gsub(cmsgpack.pack(0.5,-0.5,1.5,0.1,3.4e38,3.5e38,5e-324),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"ca3f000000cabf000000ca3fc00000cb3fb999999999999acb47eff933c78cdfadcb47f074f8c4d3cd7bcb0000000000000001"

> EVAL "return (string.gsub(cmsgpack.pack(math.huge,-math.huge),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"ca7f800000caff800000"

# Strings at the edge of each width.
> EVAL "local r={} for i,n in ipairs({0,31,32,255,256,65535,65536}) do r[i]=cmsgpack.pack(('x'):rep(n)):sub(1,5):gsub('[^x]',function(c) return string.format('%02x',c:byte()) end) end return r" 0
1) "a0"
2) "bfxxxx"
3) "d920xxx"
4) "d9ffxxx"
5) "da0100xx"
6) "daffffxx"
7) "db00010000"

> EVAL "return (string.gsub(cmsgpack.pack('a\\0b'),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"a3610062"

# Arrays, maps, and which table is what: 1 to n without a hole is an array, and so is the empty table.
> EVAL "return (string.gsub(cmsgpack.pack({},{1},{1,2,nil,4},{[1]=1,[2]=2},{[2]=2},{a=1},{[0]=1},{[1.5]=1}),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"9091018301010202040492010281020281a1610181000181ca3fc0000001"

> EVAL "local function head(n,map) local t={} for i=1,n do t[map and 'k'..i or i]=true end return (cmsgpack.pack(t):sub(1,5):gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {head(15),head(16),head(65535),head(65536)}" 0
1) "9fc3c3c3c3"
2) "dc0010c3c3"
3) "dcffffc3c3"
4) "dd00010000"

> EVAL "local function head(n) local t={} for i=1,n do t['k'..i]=true end return (cmsgpack.pack(t):sub(1,5):gsub('.',function(c) return string.format('%02x',c:byte()) end)):sub(1,6) end return {head(15),head(16),head(300)}" 0
1) "8fa36b"
2) "de0010"
3) "de012c"

> EVAL "return (string.gsub(cmsgpack.pack(nil,true,false,tostring,cjson.null),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"c0c3c2c0c0"

# Tables nested deeper than 16, and those that contain themselves, end in nil.
> EVAL "local t={} for i=1,20 do t={t} end local s=cmsgpack.pack(t) return {#s,(s:gsub('.',function(c) return string.format('%02x',c:byte()) end))}" 0
1) (integer) 17
2) "91919191919191919191919191919191c0"

> EVAL "local t={} t[1]=t return #cmsgpack.pack(t)" 0
(integer) 17

> EVAL "local ok,e=pcall(function() return cmsgpack.pack() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #0 to 'pack' (MessagePack pack needs input.)"

# What is packed comes back.
> EVAL "local a,b,c,d=cmsgpack.unpack(cmsgpack.pack(1,'x',{1,{a=2}},nil)) return {a,b,c[1],c[2].a,tostring(d)}" 0
1) (integer) 1
2) "x"
3) (integer) 1
4) (integer) 2
5) "nil"

> EVAL "return {select('#',cmsgpack.unpack('')),select('#',cmsgpack.unpack('\\192')),tostring((cmsgpack.unpack('\\192')))}" 0
1) (integer) 0
2) (integer) 1
3) "nil"

> EVAL "return {tostring((cmsgpack.unpack('\\207\\255\\255\\255\\255\\255\\255\\255\\255'))),string.format('%.17g',(cmsgpack.unpack('\\211\\128\\0\\0\\0\\0\\0\\0\\0'))),string.format('%.17g',(cmsgpack.unpack('\\207\\0\\32\\0\\0\\0\\0\\0\\1')))}" 0
1) "-1"
2) "-9.2233720368547758e+18"
3) "9007199254740992"

# Truncated at every byte of it, a message is refused and nothing else.
> EVAL "local s=cmsgpack.pack({a={1,2,'xyz'},b=1.5,[3]=2^40,c=('y'):rep(40)}) local texts={} for i=1,#s-1 do local ok,e=pcall(cmsgpack.unpack,s:sub(1,i)) texts[tostring(ok)..tostring(e):gsub('^.-: ','')]=true end local r={} for k in pairs(texts) do r[#r+1]=k end table.sort(r) return r" 0
1) "falseMissing bytes in input."

# Counts far beyond the input cost nothing.
> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\221\\255\\255\\255\\255') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Missing bytes in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\223\\255\\255\\255\\255') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Missing bytes in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\219\\255\\255\\255\\255x') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Missing bytes in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\220\\255\\255\\1\\2') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Missing bytes in input."

# Kinds that are no Lua values: binary, extensions, the unused byte.
> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\193\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\196\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\197\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\198\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\199\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\200\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\201\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\212\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\213\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\214\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\215\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\216\\1\\1\\1\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Bad data format in input."

# Keys: anything but nil and NaN.
> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\129\\192\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "table index is nil"

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack('\\129\\203\\127\\248\\0\\0\\0\\0\\0\\0\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "table index is NaN"

> EVAL "return cmsgpack.unpack('\\129\\195\\1')[true]" 0
(integer) 1

# Nesting ends with the stack of the interpreter, in an error.
> EVAL "local ok,e=pcall(cmsgpack.unpack,('\\145'):rep(100000)) return {tostring(ok),(tostring(e):gsub('^.-: ',''))}" 0
1) "false"
2) "stack overflow (in function mp_decode_to_lua_array)"

> EVAL "local ok,e=pcall(cmsgpack.unpack,('\\129'):rep(100000)) return {tostring(ok),(tostring(e):gsub('^.-: ',''))}" 0
1) "false"
2) "stack overflow (too many return values at once; use unpack_one or unpack_limit instead.)"

# Too many values at once; unpack_one and unpack_limit go through any number.
> EVAL "local ok,e=pcall(cmsgpack.unpack,('\\1'):rep(9000)) return {tostring(ok),e}" 0
1) "false"
2) "stack overflow (too many return values at once; use unpack_one or unpack_limit instead.)"

> EVAL "return select('#',cmsgpack.unpack(('\\1'):rep(7000)))" 0
(integer) 7000

> EVAL "local s,at,n=('\\1'):rep(9000),0,0 while at~=-1 do local v at,v=cmsgpack.unpack_one(s,at) n=n+v end return n" 0
(integer) 9000

> EVAL "local s,at,n=('\\1'):rep(9000),0,0 while at~=-1 do local r={cmsgpack.unpack_limit(s,1000,at)} at=r[1] n=n+#r-1 end return n" 0
(integer) 9000

# Offsets count from 0; the next one comes first, -1 at the end.
> EVAL "return {cmsgpack.unpack_one('\\1\\2\\3')}" 0
1) (integer) 1
2) (integer) 1

> EVAL "return {cmsgpack.unpack_one('\\1\\2\\3',1)}" 0
1) (integer) 2
2) (integer) 2

> EVAL "return {cmsgpack.unpack_one('\\1\\2\\3',2)}" 0
1) (integer) -1
2) (integer) 3

> EVAL "return {cmsgpack.unpack_one('\\1\\2\\3',3)}" 0
1) (integer) -1

> EVAL "return {cmsgpack.unpack_limit('\\1\\2\\3',2)}" 0
1) (integer) 2
2) (integer) 1
3) (integer) 2

> EVAL "return {cmsgpack.unpack_limit('\\1\\2\\3',2,1)}" 0
1) (integer) -1
2) (integer) 2
3) (integer) 3

> EVAL "return {cmsgpack.unpack_limit('\\1\\2\\3',0)}" 0
1) (integer) 1
2) (integer) 2
3) (integer) 3

> EVAL "return {cmsgpack.unpack_limit('\\1\\2\\3',0,1)}" 0
1) (integer) 1

> EVAL "return {cmsgpack.unpack_limit('\\1\\2\\3',100)}" 0
1) (integer) -1
2) (integer) 1
3) (integer) 2
4) (integer) 3

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one('\\1\\2\\3',4) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Start offset 4 greater than input length 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one('\\1\\2\\3',-1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Invalid request to unpack with offset of -1 and limit of 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one('\\1\\2\\3',2^31) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Start offset -2147483648 greater than input length 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one('\\1\\2\\3',2^53) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Start offset 0 greater than input length 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one('\\1\\2\\3',-2^63) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Invalid request to unpack with offset of 0 and limit of 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one('\\1','x') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack_one' (number expected, got string)"

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_limit('\\1\\2\\3',-1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Invalid request to unpack with offset of 0 and limit of 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_limit('\\1\\2\\3',1,-5) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Invalid request to unpack with offset of -5 and limit of 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_limit('\\1\\2\\3',1,10) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Start offset 10 greater than input length 3."

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_limit('\\1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack_limit' (number expected, got no value)"

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_limit('\\1',{}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack_limit' (number expected, got table)"

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'unpack_one' (string expected, got no value)"

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack({}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'unpack' (string expected, got table)"

> EVAL "local ok,e=pcall(function() return cmsgpack.unpack_one('',0) end) return {tostring(ok),tostring(e)}" 0
1) "true"
2) "-1"

> EVAL "return {cmsgpack._NAME,cmsgpack._VERSION,cmsgpack._DESCRIPTION,type(cmsgpack.safe)}" 0
1) "cmsgpack"
2) "lua-cmsgpack 0.4.0"
3) "MessagePack C implementation for Lua"
4) "nil"

> EVAL "local ok,e=pcall(function() return (function() cmsgpack.pack=nil end)() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Attempt to modify a readonly table"
