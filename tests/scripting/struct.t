# struct: every letter and size, alignment, both byte orders, hostile formats and positions.

# Each letter, little-endian as the machine is, and big.
> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<b',-1)),h(struct.pack('>b',-1)),struct.size('b')}" 0
1) "ff"
2) "ff"
3) (integer) 1

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<B',255)),h(struct.pack('>B',255)),struct.size('B')}" 0
1) "ff"
2) "ff"
3) (integer) 1

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<h',-2)),h(struct.pack('>h',-2)),struct.size('h')}" 0
1) "feff"
2) "fffe"
3) (integer) 2

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<H',65535)),h(struct.pack('>H',65535)),struct.size('H')}" 0
1) "ffff"
2) "ffff"
3) (integer) 2

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<l',-3)),h(struct.pack('>l',-3)),struct.size('l')}" 0
1) "fdffffffffffffff"
2) "fffffffffffffffd"
3) (integer) 8

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<L',2^40)),h(struct.pack('>L',2^40)),struct.size('L')}" 0
1) "0000000000010000"
2) "0000010000000000"
3) (integer) 8

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<T',5)),h(struct.pack('>T',5)),struct.size('T')}" 0
1) "0500000000000000"
2) "0000000000000005"
3) (integer) 8

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<i',-4)),h(struct.pack('>i',-4)),struct.size('i')}" 0
1) "fcffffff"
2) "fffffffc"
3) (integer) 4

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<I',2^32-1)),h(struct.pack('>I',2^32-1)),struct.size('I')}" 0
1) "ffffffff"
2) "ffffffff"
3) (integer) 4

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<i1',-1)),h(struct.pack('>i1',-1)),struct.size('i1')}" 0
1) "ff"
2) "ff"
3) (integer) 1

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<i2',258)),h(struct.pack('>i2',258)),struct.size('i2')}" 0
1) "0201"
2) "0102"
3) (integer) 2

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<i3',66051)),h(struct.pack('>i3',66051)),struct.size('i3')}" 0
1) "030201"
2) "010203"
3) (integer) 3

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<i7',-1)),h(struct.pack('>i7',-1)),struct.size('i7')}" 0
1) "ffffffffffffff"
2) "ffffffffffffff"
3) (integer) 7

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<i8',-1)),h(struct.pack('>i8',-1)),struct.size('i8')}" 0
1) "ffffffffffffffff"
2) "ffffffffffffffff"
3) (integer) 8

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<f',1.5)),h(struct.pack('>f',1.5)),struct.size('f')}" 0
1) "0000c03f"
2) "3fc00000"
3) (integer) 4

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<d',1.5)),h(struct.pack('>d',1.5)),struct.size('d')}" 0
1) "000000000000f83f"
2) "3ff8000000000000"
3) (integer) 8

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<s',\"ab\")),h(struct.pack('>s',\"ab\")),'none'}" 0
1) "616200"
2) "616200"
3) "none"

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<c',\"ab\")),h(struct.pack('>c',\"ab\")),struct.size('c')}" 0
1) "61"
2) "61"
3) (integer) 1

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<c2',\"abc\")),h(struct.pack('>c2',\"abc\")),struct.size('c2')}" 0
1) "6162"
2) "6162"
3) (integer) 2

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<c0',\"abc\")),h(struct.pack('>c0',\"abc\")),'none'}" 0
1) "616263"
2) "616263"
3) "none"

> EVAL "local function h(s) return (s:gsub('.',function(c) return string.format('%02x',c:byte()) end)) end return {h(struct.pack('<x')),h(struct.pack('>x')),struct.size('x')}" 0
1) "00"
2) "00"
3) (integer) 1

# Integers wider than 8 bytes: the rest is zero, and not looked at. At most 32.
> EVAL "return (string.gsub(struct.pack('i16',-2),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"feffffffffffffff0000000000000000"

> EVAL "return (string.gsub(struct.pack('>I32',2^40),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"0000000000000000000000000000000000000000000000000000010000000000"

> EVAL "return {struct.unpack('i16',struct.pack('i16',-2))}" 0
1) (integer) -2
2) (integer) 17

> EVAL "local ok,e=pcall(function() return struct.pack('i33',1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: integral size 33 is larger than limit of 32"

> EVAL "local ok,e=pcall(function() return struct.unpack('I33','') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: integral size 33 is larger than limit of 32"

> EVAL "local ok,e=pcall(function() return struct.size('i33') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: integral size 33 is larger than limit of 32"

> EVAL "local ok,e=pcall(function() return struct.size('i99999999999') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: integral size overflow"

> EVAL "local ok,e=pcall(function() return struct.pack('c99999999999','x') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: integral size overflow"

> EVAL "local ok,e=pcall(function() return struct.size('i0') end) return {tostring(ok),tostring(e)}" 0
1) "true"
2) "0"

# Numbers that don't fit are cut; NaN and infinity too.
> EVAL "return (string.gsub(struct.pack('bBhHiI',300,-1,70000,-1,2^31,2^32),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"2cff7011ffff0000008000000000"

> EVAL "return (string.gsub(struct.pack('lL',2^63,2^64),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"00000000000000800000000000000000"

> EVAL "return (string.gsub(struct.pack('l',-2^63),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"0000000000000080"

> EVAL "return (string.gsub(struct.pack('b',1.9)..struct.pack('b',-1.9),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"01ff"

> EVAL "return (string.gsub(struct.pack('f',1e39)..struct.pack('f',-1e39),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"0000807f000080ff"

# Alignment: ! alone is 8, !n a power of two; c and without ! nothing is aligned.
> EVAL "return {struct.size('!8bdi4'),struct.size('bdi4'),struct.size('!bd'),struct.size('!4bd'),struct.size('!2bd'),struct.size('!1bd'),struct.size('!bc3h'),struct.size('!bxxl'),struct.size('!16bd'),struct.size('!bi3h')}" 0
 1) (integer) 20
 2) (integer) 13
 3) (integer) 16
 4) (integer) 12
 5) (integer) 10
 6) (integer) 9
 7) (integer) 6
 8) (integer) 16
 9) (integer) 16
10) (integer) 8

> EVAL "return (string.gsub(struct.pack('!4bi4bh',1,2,3,4),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"010000000200000003000400"

> EVAL "return (string.gsub(struct.pack('!bi3h',1,2,3),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"0100000200000300"

> EVAL "return {struct.unpack('!4bi4bh',struct.pack('!4bi4bh',1,2,3,4))}" 0
1) (integer) 1
2) (integer) 2
3) (integer) 3
4) (integer) 4
5) (integer) 13

> EVAL "local ok,e=pcall(function() return struct.pack('!3b',1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: alignment 3 is not a power of 2"

> EVAL "local ok,e=pcall(function() return struct.size('!0b') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: alignment 0 is not a power of 2"

> EVAL "local ok,e=pcall(function() return struct.size('!99999999999') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: integral size overflow"

# < and > hold from there on; blanks are nothing.
> EVAL "return (string.gsub(struct.pack('>h<h h',1,1,1),'.',function(c) return string.format('%02x',c:byte()) end))" 0
"000101000100"

> EVAL "return {struct.unpack('> h < h','\\1\\2\\1\\2')}" 0
1) (integer) 258
2) (integer) 513
3) (integer) 5

# Strings: c0 takes its length from the value before, s ends at a zero.
> EVAL "return {struct.unpack('bc0','\\3abcdef')}" 0
1) "abc"
2) (integer) 5

> EVAL "return {struct.unpack('>I2c0s','\\0\\2abxyz\\0rest')}" 0
1) "ab"
2) "xyz"
3) (integer) 9

> EVAL "return {struct.unpack('s','\\0')}" 0
1) ""
2) (integer) 2

> EVAL "local ok,e=pcall(function() return struct.unpack('c0','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: format 'c0' needs a previous size"

> EVAL "local ok,e=pcall(function() return struct.unpack('sc0','5\\0abcdef') end) return {tostring(ok),tostring(e)}" 0
1) "true"
2) "abcde"

> EVAL "local ok,e=pcall(function() return struct.unpack('bc0','\\9abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('bc0','\\255abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('dc0',struct.pack('d',-5)..'abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('s','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: unfinished string in data"

> EVAL "local ok,e=pcall(function() return struct.unpack('c4','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('c2147483647','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('sc0','xyz\\0abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: format 'c0' needs a previous size"

> EVAL "local ok,e=pcall(function() return struct.pack('c5','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #3 to 'pack' (string too short)"

> EVAL "local ok,e=pcall(function() return struct.pack('c2147483647','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #3 to 'pack' (string too short)"

# Positions: 1 is the first; beyond the end and wherever an item doesn't fit, an error.
> EVAL "return {struct.unpack('b','\\1\\2\\3',2)}" 0
1) (integer) 2
2) (integer) 3

> EVAL "return {struct.unpack('','abc')}" 0
1) (integer) 1

> EVAL "return {struct.unpack('','abc',4)}" 0
1) (integer) 4

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',0) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #3 to 'unpack' (offset must be 1 or greater)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',-1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',4) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',5) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('','abc',5) end) return {tostring(ok),tostring(e)}" 0
1) "true"
2) "5"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',2^31) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',2^53) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',-2^63) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','abc',2^63) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('i4','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('xxxxb','abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('d','1234567') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('!8bd','123456789') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (data string too short)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (string expected, got no value)"

> EVAL "local ok,e=pcall(function() return struct.unpack('z','a') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'unpack' (invalid format option 'z')"

> EVAL "local ok,e=pcall(function() return struct.unpack('b',{}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'unpack' (string expected, got table)"

> EVAL "local ok,e=pcall(function() return struct.unpack('b','a','x') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #3 to 'unpack' (number expected, got string)"

# Arguments that lack or are of another type; letters that don't exist.
> EVAL "local ok,e=pcall(function() return struct.pack() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'pack' (string expected, got no value)"

> EVAL "local ok,e=pcall(function() return struct.pack('b') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'pack' (number expected, got nil)"

> EVAL "local ok,e=pcall(function() return struct.pack('bb',1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #3 to 'pack' (number expected, got nil)"

> EVAL "local ok,e=pcall(function() return struct.pack('b','x') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'pack' (number expected, got string)"

> EVAL "local ok,e=pcall(function() return struct.pack('s',{}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'pack' (string expected, got table)"

> EVAL "local ok,e=pcall(function() return struct.pack('z') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'pack' (invalid format option 'z')"

> EVAL "local ok,e=pcall(function() return struct.pack('b=',1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'pack' (invalid format option '=')"

> EVAL "local ok,e=pcall(function() return struct.size('s') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'size' (option 's' has no fixed size)"

> EVAL "local ok,e=pcall(function() return struct.size('c0') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'size' (option 'c0' has no fixed size)"

> EVAL "local ok,e=pcall(function() return struct.size('z') end) return {tostring(ok),tostring(e)}" 0
1) "true"
2) "0"

> EVAL "local ok,e=pcall(function() return struct.size('=') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'size' (invalid format option '=')"

> EVAL "local ok,e=pcall(function() return struct.size({}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'size' (string expected, got table)"

> EVAL "local ok,e=pcall(function() return struct.pack(('b'):rep(3),1,2,3,4) end) return {tostring(ok),tostring(e)}" 0
1) "true"
2) "\x01\x02\x03"

# Many results are an error, not a crash.
> EVAL "local ok,e=pcall(struct.unpack,('b'):rep(9000),('x'):rep(9000)) return {tostring(ok),e}" 0
1) "false"
2) "stack overflow (too many results)"

> EVAL "return select('#',struct.unpack(('b'):rep(7000),('x'):rep(7000)))" 0
(integer) 7001

> EVAL "local ok,e=pcall(function() return (function() struct.pack=nil end)() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Attempt to modify a readonly table"

# A length that no size can hold: there it is cut to some size, here refused.
!skip oracle
> EVAL "return struct.unpack('dc0',struct.pack('d',1e300)..'abc')" 0
(error) ERR user_script:1: bad argument #2 to 'unpack' (data string too short) script: d0376fc6f1e275dd707c2a3488a50eb7a92e75ab, on @user_script:1.
