# cjson: every setting and its edges, hostile input, and the texts of errors.

# Numbers as text: 14 digits, no forced fraction.
> EVAL "return cjson.encode({1,-1,0.5,1e14,1e15,99999999999999,2^53,1e-7,1e300,-1.5,123456789012345})" 0
"[1,-1,0.5,1e+14,1e+15,99999999999999,9.007199254741e+15,1e-07,1e+300,-1.5,1.2345678901234e+14]"

# NaN and infinities: refused, null, or bare words, as encode_invalid_numbers says.
> EVAL "local ok,e=pcall(function() return cjson.encode({math.huge}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise number: must not be NaN or Inf"

> EVAL "local ok,e=pcall(function() return cjson.encode(0/0) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise number: must not be NaN or Inf"

> EVAL "local c=cjson.new() local r={tostring(c.encode_invalid_numbers()),c.encode_invalid_numbers('null')} r[3]=c.encode({math.huge,-math.huge}) c.encode_invalid_numbers(true) r[4]=c.encode({math.huge,-math.huge}) c.encode_invalid_numbers('off') r[5]=tostring(pcall(c.encode,math.huge)) return r" 0
1) "false"
2) "null"
3) "[null,null]"
4) "[inf,-inf]"
5) "false"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_invalid_numbers('foo') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_invalid_numbers' (invalid option 'foo')"

> EVAL "local c=cjson.new() local r={tostring(c.decode('nan')~=c.decode('nan')),c.decode('inf'),c.decode('-inf'),c.decode('0x10'),c.decode('+1'),c.decode('007')} for i=2,6 do r[i]=tostring(r[i]) end return r" 0
1) "true"
2) "inf"
3) "-inf"
4) "16"
5) "1"
6) "7"

> EVAL "local c=cjson.new() c.decode_invalid_numbers(false) local r={} for i,t in ipairs({'nan','inf','-inf','0x10','+1','007','-','1e5'}) do local ok,e=pcall(c.decode,t) r[i]=t..': '..tostring(e) end return r" 0
1) "nan: Expected value but found invalid token at character 1"
2) "inf: Expected value but found invalid token at character 1"
3) "-inf: Expected value but found invalid number at character 1"
4) "0x10: Expected value but found invalid number at character 1"
5) "+1: Expected value but found invalid token at character 1"
6) "007: Expected value but found invalid number at character 1"
7) "-: Expected value but found invalid number at character 1"
8) "1e5: 100000"

# Precision: 1 to 14 digits.
> EVAL "local c=cjson.new() local r={} for i,n in ipairs({1,3,14}) do c.encode_number_precision(n) r[i]=c.encode({1/3,123456}) end return r" 0
1) "[0.3,1e+05]"
2) "[0.333,1.23e+05]"
3) "[0.33333333333333,123456]"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_number_precision(15) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_number_precision' (expected integer between 1 and 14)"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_number_precision(0) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_number_precision' (expected integer between 1 and 14)"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_number_precision('x') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_number_precision' (number expected, got string)"

# Arrays, objects, and holes: encode_sparse_array(convert, ratio, safe).
> EVAL "return {cjson.encode({}),cjson.encode({1,2,nil,4}),cjson.encode({[10]=1}),cjson.encode({[3]=1,[1]=2}),cjson.encode({[0]=1}),cjson.encode({[-1]=1}),cjson.encode({[1.5]=1}),cjson.encode({1,x=2})}" 0
1) "{}"
2) "[1,2,null,4]"
3) "[null,null,null,null,null,null,null,null,null,1]"
4) "[2,null,1]"
5) "{\"0\":1}"
6) "{\"-1\":1}"
7) "{\"1.5\":1}"
8) "{\"1\":1,\"x\":2}"

> EVAL "local ok,e=pcall(function() return cjson.encode({[11]=1}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise table: excessively sparse array"

> EVAL "local c=cjson.new() c.encode_sparse_array(true) local r={c.encode({[11]=1})} c.encode_sparse_array(false,0) r[2]=c.encode({[11]=1}) c.encode_sparse_array(false,2,20) r[3]=c.encode({[19]=1}) r[4]=tostring(pcall(c.encode,{[21]=1})) local a,b,d=c.encode_sparse_array() r[5]=tostring(a)..b..d return r" 0
1) "{\"11\":1}"
2) "[null,null,null,null,null,null,null,null,null,null,1]"
3) "[null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,1]"
4) "false"
5) "false220"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_sparse_array(1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_sparse_array' (invalid option '1')"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_sparse_array(true,-1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_sparse_array' (expected integer between 0 and 2147483647)"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_sparse_array(true,1,1,1) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #4 to 'encode_sparse_array' (found too many arguments)"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_sparse_array('maybe') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_sparse_array' (invalid option 'maybe')"

# Keys: strings, and numbers as text; nothing else.
> EVAL "local ok,e=pcall(function() return cjson.encode({[true]=1}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise boolean: table key must be a number or string"

> EVAL "local ok,e=pcall(function() return cjson.encode({[{}]=1}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise table: table key must be a number or string"

> EVAL "local ok,e=pcall(function() return cjson.encode({[cjson.null]=1}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise userdata: table key must be a number or string"

> EVAL "return cjson.encode({[1.5]='a'})..cjson.encode({[-0.25]='b'})..cjson.encode({[1e300]='c'})" 0
"{\"1.5\":\"a\"}{\"-0.25\":\"b\"}{\"1e+300\":\"c\"}"

# Values that can't be: functions and threads. nil and cjson.null are null.
> EVAL "local ok,e=pcall(function() return cjson.encode(pairs) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise function: type not supported"

> EVAL "local ok,e=pcall(function() return cjson.encode(tostring) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise function: type not supported"

> EVAL "local ok,e=pcall(function() return cjson.encode({coroutine.create(function() end)}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Cannot serialise thread: type not supported"

> EVAL "return {cjson.encode(nil),cjson.encode(cjson.null),tostring(cjson.decode('null')==cjson.null),tostring(cjson.null),type(cjson.null)}" 0
1) "null"
2) "null"
3) "true"
4) "userdata: (nil)"
5) "userdata"

# Depth: 1000 by default, settable, for tables that contain themselves too.
> EVAL "local t={} for i=1,999 do t={t} end local r={#cjson.encode(t)} t={t} local ok,e=pcall(cjson.encode,t) r[2]=tostring(ok)..#tostring(e) t={t} ok,e=pcall(cjson.encode,t) r[3]=e return r" 0
1) (integer) 2000
2) "false42"
3) "Cannot serialise, excessive nesting (1001)"

> EVAL "local t={} t[1]=t local ok,e=pcall(cjson.encode,t) return e" 0
"Cannot serialise, excessive nesting (1001)"

> EVAL "local t={} t.x=t local c=cjson.new() c.encode_max_depth(3) local ok,e=pcall(c.encode,t) return e" 0
"Cannot serialise, excessive nesting (4)"

> EVAL "local ok,e=pcall(cjson.decode,('['):rep(1001)..(']'):rep(1001)) return {e,type(cjson.decode(('['):rep(1000)..(']'):rep(1000)))}" 0
1) "Found too many nested data structures (1001) at character 1001"
2) "table"

> EVAL "local ok,e=pcall(cjson.decode,('{\"a\":'):rep(1001)) return e" 0
"Found too many nested data structures (1001) at character 5001"

> EVAL "local c=cjson.new() c.decode_max_depth(2) local r={type(c.decode('[[]]'))} local ok,e=pcall(c.decode,'[ {\"a\" : [] } ]') r[2]=e return r" 0
1) "table"
2) "Found too many nested data structures (3) at character 10"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_max_depth(0) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_max_depth' (expected integer between 1 and 2147483647)"

> EVAL "local ok,e=pcall(function() return cjson.new().decode_max_depth(2^31) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'decode_max_depth' (expected integer between 1 and 2147483647)"

> EVAL "local ok,e=pcall(function() return cjson.new().decode_max_depth(1,2) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #2 to 'decode_max_depth' (found too many arguments)"

> EVAL "local ok,e=pcall(function() return cjson.new().decode_max_depth({}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'decode_max_depth' (number expected, got table)"

# Beyond the C stack: a deeper limit ends in an error, not in a crash.
> EVAL "local c=cjson.new() c.decode_max_depth(100000) local ok,e=pcall(c.decode,('['):rep(50000)) return {tostring(ok),(tostring(e):gsub('%d+','N'))}" 0
1) "false"
2) "Found too many nested data structures (N) at character N"

# Strings: what is escaped, and what passes.
> EVAL "return cjson.encode('\\\"\\\\/\\b\\f\\n\\r\\t\\1\\31\\127\\128\\255')" 0
"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\x80\xff\""

> EVAL "return cjson.encode('a\\0b')" 0
"\"a\\u0000b\""

> EVAL "return cjson.encode({['a\\0b']='\\0'})" 0
"{\"a\\u0000b\":\"\\u0000\"}"

# Escapes decoded: surrogate pairs joined, lone ones refused, \u0000 a zero byte.
> EVAL "return {cjson.decode([[\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"]]),#cjson.decode([[\"\\u0000\"]]),cjson.decode([[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]])}" 0
1) "A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
2) (integer) 1
3) "\"\\/\b\x0c\n\r\t"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\ud83d\"]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid unicode escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\ude00\"]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid unicode escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\ud83d\\u0041\"]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid unicode escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\ud83dx\"]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid unicode escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\u12\"]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid unicode escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\uzzzz\"]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid unicode escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\x\"]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"\\]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid escape code at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"abc]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found unexpected end of string at character 5"

> EVAL "local ok,e=pcall(function() return cjson.decode([[\"a	b]]) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found unexpected end of string at character 5"

# Invalid UTF-8 and raw control characters pass as they are.
> EVAL "return cjson.decode('\"\\255\\254\\1\\195\"')" 0
"\xff\xfe\x01\xc3"

# Errors tell what was expected, what was found and where.
> EVAL "local ok,e=pcall(function() return cjson.decode('') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_END at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('{') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected object key string but found T_END at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode('}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_OBJ_END at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('[') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_END at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode('[1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected comma or array end but found T_END at character 3"

> EVAL "local ok,e=pcall(function() return cjson.decode('[1,') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_END at character 4"

> EVAL "local ok,e=pcall(function() return cjson.decode('[1,]') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_ARR_END at character 4"

> EVAL "local ok,e=pcall(function() return cjson.decode('[,1]') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_COMMA at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode('[1 2]') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected comma or array end but found T_NUMBER at character 4"

> EVAL "local ok,e=pcall(function() return cjson.decode('{\"a\"') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected colon but found T_END at character 5"

> EVAL "local ok,e=pcall(function() return cjson.decode('{\"a\"}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected colon but found T_OBJ_END at character 5"

> EVAL "local ok,e=pcall(function() return cjson.decode('{\"a\":}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_OBJ_END at character 6"

> EVAL "local ok,e=pcall(function() return cjson.decode('{\"a\":1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected comma or object end but found T_END at character 7"

> EVAL "local ok,e=pcall(function() return cjson.decode('{\"a\":1,}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected object key string but found T_OBJ_END at character 8"

> EVAL "local ok,e=pcall(function() return cjson.decode('{\"a\" 2}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected colon but found T_NUMBER at character 6"

> EVAL "local ok,e=pcall(function() return cjson.decode('{a:1}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected object key string but found invalid token at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode('{1:1}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected object key string but found T_NUMBER at character 2"

> EVAL "local ok,e=pcall(function() return cjson.decode('{\"a\":1 \"b\":2}') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected comma or object end but found T_STRING at character 8"

> EVAL "local ok,e=pcall(function() return cjson.decode('1 2') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected the end but found T_NUMBER at character 3"

> EVAL "local ok,e=pcall(function() return cjson.decode('nul') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid token at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('truex') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected the end but found invalid token at character 5"

> EVAL "local ok,e=pcall(function() return cjson.decode('True') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid token at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('abc') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid token at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('.5') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid token at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('-') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid number at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('--1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid number at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('+') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid number at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('1.2.3') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected the end but found invalid token at character 4"

> EVAL "local ok,e=pcall(function() return cjson.decode('\\'a\\'') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid token at character 1"

> EVAL "local ok,e=pcall(function() return cjson.decode('[1]]') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected the end but found T_ARR_END at character 4"

> EVAL "local ok,e=pcall(function() return cjson.decode('\\v1') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found invalid token at character 1"

# Bytes that betray UTF-16 or UTF-32; a zero elsewhere ends the text.
> EVAL "local ok,e=pcall(function() return cjson.decode('\\0[') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: JSON parser does not support UTF-16 or UTF-32"

> EVAL "local ok,e=pcall(function() return cjson.decode('[\\0') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: JSON parser does not support UTF-16 or UTF-32"

> EVAL "return cjson.decode('[1]\\0 rubbish')[1]" 0
(integer) 1

> EVAL "local ok,e=pcall(function() return cjson.decode('[1,\\0 2]') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Expected value but found T_END at character 4"

# Big integers are doubles; duplicate keys: the last wins; numbers stay numbers as keys never do.
> EVAL "return {string.format('%.17g',cjson.decode('9223372036854775807')),string.format('%.17g',cjson.decode('123456789012345678901234567890')),string.format('%.17g',cjson.decode('0.1')),tostring(cjson.decode('1e400')),tostring(cjson.decode('-1e-400'))}" 0
1) "9.2233720368547758e+18"
2) "1.2345678901234568e+29"
3) "0.10000000000000001"
4) "inf"
5) "-0"

> EVAL "local t=cjson.decode('{\"a\":1,\"a\":2,\"1\":3}') return {t.a,t['1'],tostring(t[1])}" 0
1) (integer) 2
2) (integer) 3
3) "nil"

# Arguments: exactly one; strings and numbers to decode.
> EVAL "local ok,e=pcall(function() return cjson.encode() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode' (expected 1 argument)"

> EVAL "local ok,e=pcall(function() return cjson.encode(1,2) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode' (expected 1 argument)"

> EVAL "local ok,e=pcall(function() return cjson.decode() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'decode' (expected 1 argument)"

> EVAL "local ok,e=pcall(function() return cjson.decode('1','2') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'decode' (expected 1 argument)"

> EVAL "local ok,e=pcall(function() return cjson.decode({}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'decode' (string expected, got table)"

> EVAL "local ok,e=pcall(function() return cjson.decode(5) end) return {tostring(ok),tostring(e)}" 0
1) "true"
2) "5"

> EVAL "local ok,e=pcall(function() return cjson.decode(nil) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'decode' (string expected, got nil)"

# keep_buffer is a setting without effect on results; cjson.new has settings of its own, others keep theirs.
> EVAL "local c=cjson.new() c.encode_keep_buffer(false) c.encode_max_depth(5) return {tostring(c.encode_keep_buffer()),tostring(cjson.encode_keep_buffer()),c.encode_max_depth(),cjson.encode_max_depth(),c.encode({1})}" 0
1) "false"
2) "true"
3) (integer) 5
4) (integer) 1000
5) "[1]"

> EVAL "local ok,e=pcall(function() return cjson.new().encode_keep_buffer('x') end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: bad argument #1 to 'encode_keep_buffer' (invalid option 'x')"

# Settings persist from script to script, until SCRIPT FLUSH makes a new engine.
> EVAL "return cjson.encode_max_depth(7)" 0
(integer) 7

> EVAL "return cjson.encode_max_depth()" 0
(integer) 7

> SCRIPT FLUSH
OK

> EVAL "return cjson.encode_max_depth()" 0
(integer) 1000

> EVAL "return {cjson._NAME,cjson._VERSION,type(cjson.new),type(cjson.safe)}" 0
1) "cjson"
2) "2.1.0"
3) "function"
4) "nil"

# The library can't be changed by one user for the others; an instance can't change the library.
> EVAL "local ok,e=pcall(function() return (function() cjson.encode=nil end)() end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "user_script:1: Attempt to modify a readonly table"

> EVAL "local ok,e=pcall(function() return rawset(cjson,'encode',tostring) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "Attempt to modify a readonly table"

> EVAL "local ok,e=pcall(function() return setmetatable(cjson,{}) end) return {tostring(ok),tostring(e)}" 0
1) "false"
2) "Attempt to modify a readonly table"

> EVAL "local c=cjson.new() c.encode=nil return {tostring(c.encode),type(cjson.encode)}" 0
1) "nil"
2) "function"

# An integer key beyond 32 bits makes an object: there the greatest index overflows, and values are lost.
!skip oracle
> EVAL "return cjson.encode({[2^53]=1,[3]=2})" 0
"{\"9.007199254741e+15\":1,\"3\":2}"
