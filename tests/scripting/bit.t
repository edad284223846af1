# bit: edges of operands, counts and widths.

# Operands: rounded half to even, modulo 2^32, as signed.
> EVAL "local r={bit.tobit(0),bit.tobit(1),bit.tobit(-1),bit.tobit(1.5),bit.tobit(2.5),bit.tobit(-0.5),bit.tobit(0xffffffff),bit.tobit(2^31),bit.tobit(-2^31),bit.tobit(2^31-1),bit.tobit(2^32),bit.tobit(2^32+1),bit.tobit(2^53),bit.tobit(1e100),bit.tobit(-1e100),bit.tobit(math.huge),bit.tobit(-math.huge),bit.tobit(\"0x10\"),bit.tobit(\" 7 \")} for i=1,#r do r[i]=tostring(r[i]) end return r" 0
 1) "0"
 2) "1"
 3) "-1"
 4) "2"
 5) "2"
 6) "0"
 7) "-1"
 8) "-2147483648"
 9) "-2147483648"
10) "2147483647"
11) "0"
12) "1"
13) "0"
14) "630506365"
15) "630506365"
16) "0"
17) "0"
18) "16"
19) "7"

# Shift counts: the low five bits.
> EVAL "local r={bit.lshift(1,0),bit.lshift(1,31),bit.lshift(1,32),bit.lshift(1,33),bit.lshift(1,-1),bit.rshift(-1,1),bit.rshift(-1,31),bit.rshift(-1,32),bit.arshift(-8,1),bit.arshift(-8,31),bit.arshift(2^31,40),bit.rol(0x12345678,4),bit.rol(1,32),bit.rol(1,-1),bit.ror(0x12345678,4),bit.ror(1,0),bit.ror(1,1)} for i=1,#r do r[i]=tostring(r[i]) end return r" 0
 1) "1"
 2) "-2147483648"
 3) "1"
 4) "2"
 5) "-2147483648"
 6) "2147483647"
 7) "1"
 8) "-1"
 9) "-4"
10) "-1"
11) "-8388608"
12) "591751041"
13) "1"
14) "-2147483648"
15) "-2128394905"
16) "1"
17) "-2147483648"

> EVAL "local r={bit.bnot(0),bit.bnot(-1),bit.band(0xff,0x0f),bit.band(1),bit.band(7,3,2),bit.bor(1,2,4),bit.bxor(5,1),bit.bxor(1,1,1),bit.bswap(0x12345678),bit.bswap(1)} for i=1,#r do r[i]=tostring(r[i]) end return r" 0
 1) "-1"
 2) "0"
 3) "15"
 4) "1"
 5) "2"
 6) "7"
 7) "4"
 8) "1"
 9) "2018915346"
10) "16777216"

# tohex: up to 8 digits, capitals when negative, also for the lowest count of all.
> EVAL "local r={bit.tohex(1),bit.tohex(-1),bit.tohex(255,2),bit.tohex(255,-2),bit.tohex(255,0),bit.tohex(0xabcdef,4),bit.tohex(0xabcdef,-4),bit.tohex(1,8),bit.tohex(1,9),bit.tohex(1,100),bit.tohex(1,-9),bit.tohex(-1,2^31),bit.tohex(-1,-2^31),bit.tohex(-1,2^31-1),bit.tohex(-1,2^32),bit.tohex(-1,-2147483648.5),bit.tohex(1,1.5),bit.tohex(\"15\",\"1\")} for i=1,#r do r[i]=tostring(r[i]) end return r" 0
 1) "00000001"
 2) "ffffffff"
 3) "ff"
 4) "FF"
 5) ""
 6) "cdef"
 7) "CDEF"
 8) "00000001"
 9) "00000001"
10) "00000001"
11) "00000001"
12) "FFFFFFFF"
13) "FFFFFFFF"
14) "ffffffff"
15) ""
16) "FFFFFFFF"
17) "01"
18) "f"

> EVAL "local ok,e=pcall(function() return bit.tobit() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'tobit' (number expected, got no value)"

> EVAL "local ok,e=pcall(function() return bit.tobit(\"x\") end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'tobit' (number expected, got string)"

> EVAL "local ok,e=pcall(function() return bit.tobit({}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'tobit' (number expected, got table)"

> EVAL "local ok,e=pcall(function() return bit.band() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'band' (number expected, got no value)"

> EVAL "local ok,e=pcall(function() return bit.band(1,nil) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'band' (number expected, got nil)"

> EVAL "local ok,e=pcall(function() return bit.lshift(1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'lshift' (number expected, got no value)"

> EVAL "local ok,e=pcall(function() return bit.lshift(1,{}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'lshift' (number expected, got table)"

> EVAL "local ok,e=pcall(function() return bit.tohex() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'tohex' (number expected, got no value)"

> EVAL "local ok,e=pcall(function() return bit.tohex(1,\"x\") end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'tohex' (number expected, got string)"

> EVAL "local ok,e=pcall(function() return bit.tohex(1,nil) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'tohex' (number expected, got nil)"

> EVAL "local ok,e=pcall(function() return bit.bnot(true) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'bnot' (number expected, got boolean)"

> EVAL "local ok,e=pcall(function() return bit.bswap(pairs) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'bswap' (number expected, got function)"

> EVAL "local ok,e=pcall(function() return (function() bit.band=nil end)() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Attempt to modify a readonly table"

> EVAL "local r={} for k in pairs(bit) do r[#r+1]=k end table.sort(r) return table.concat(r,' ')" 0
"arshift band bnot bor bswap bxor lshift rol ror rshift tobit tohex"
