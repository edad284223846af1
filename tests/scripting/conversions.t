# Values both ways, in each protocol on each side: DEBUG PROTOCOL makes every kind of reply, and may be called here.

> DEBUG SET-DISABLE-DENY-SCRIPTS 1
OK

!resp 2

# The script speaks RESP2, the client RESP2.
> EVAL "redis.setresp(2) return redis.call('debug','protocol','string')" 0
"Hello World"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','integer')" 0
(integer) 12345

> EVAL "redis.setresp(2) return redis.call('debug','protocol','double')" 0
"3.141"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','null')" 0
(nil)

> EVAL "redis.setresp(2) return redis.call('debug','protocol','array')" 0
1) (integer) 0
2) (integer) 1
3) (integer) 2

> EVAL "redis.setresp(2) return redis.call('debug','protocol','set')" 0
1) (integer) 0
2) (integer) 1
3) (integer) 2

> EVAL "redis.setresp(2) return redis.call('debug','protocol','map')" 0
1) (integer) 0
2) (integer) 0
3) (integer) 1
4) (integer) 1
5) (integer) 2
6) (integer) 0

> EVAL "redis.setresp(2) return redis.call('debug','protocol','attrib')" 0
"Some real reply following the attribute"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','bignum')" 0
"1234567999999999999999999999999999999"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','verbatim')" 0
This is a verbatim
string

> EVAL "redis.setresp(2) return redis.call('debug','protocol','true')" 0
(integer) 1

> EVAL "redis.setresp(2) return redis.call('debug','protocol','false')" 0
(integer) 0

# What it sees.
> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','string'))" 0
"string Hello World"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','integer'))" 0
"number 12345"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','double'))" 0
"string 3.141"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','null'))" 0
"boolean false"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','array'))" 0
"{1=number 0, 2=number 1, 3=number 2}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','set'))" 0
"{1=number 0, 2=number 1, 3=number 2}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','map'))" 0
"{1=number 0, 2=number 0, 3=number 1, 4=number 1, 5=number 2, 6=number 0}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','attrib'))" 0
"string Some real reply following the attribute"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','bignum'))" 0
"string 1234567999999999999999999999999999999"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','verbatim'))" 0
string This is a verbatim
string

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','true'))" 0
"number 1"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','false'))" 0
"number 0"

# The script speaks RESP3, the client RESP2.
> EVAL "redis.setresp(3) return redis.call('debug','protocol','string')" 0
"Hello World"

> EVAL "redis.setresp(3) return redis.call('debug','protocol','integer')" 0
(integer) 12345

> EVAL "redis.setresp(3) return redis.call('debug','protocol','double')" 0
"3.141"

> EVAL "redis.setresp(3) return redis.call('debug','protocol','null')" 0
(nil)

> EVAL "redis.setresp(3) return redis.call('debug','protocol','array')" 0
1) (integer) 0
2) (integer) 1
3) (integer) 2

> EVAL "redis.setresp(3) return redis.call('debug','protocol','set')" 0
1) (integer) 1
2) (integer) 2
3) (integer) 0

> EVAL "redis.setresp(3) return redis.call('debug','protocol','map')" 0
1) (integer) 1
2) (integer) 1
3) (integer) 2
4) (integer) 0
5) (integer) 0
6) (integer) 0

> EVAL "redis.setresp(3) return redis.call('debug','protocol','attrib')" 0
"Some real reply following the attribute"

> EVAL "redis.setresp(3) return redis.call('debug','protocol','bignum')" 0
"1234567999999999999999999999999999999"

> EVAL "redis.setresp(3) return redis.call('debug','protocol','verbatim')" 0
This is a verbatim
string

> EVAL "redis.setresp(3) return redis.call('debug','protocol','true')" 0
(integer) 1

> EVAL "redis.setresp(3) return redis.call('debug','protocol','false')" 0
(integer) 0

# What it sees.
> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','string'))" 0
"string Hello World"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','integer'))" 0
"number 12345"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','double'))" 0
"{double=number 3.141}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','null'))" 0
"nil nil"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','array'))" 0
"{1=number 0, 2=number 1, 3=number 2}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','set'))" 0
"{set={0=boolean true, 1=boolean true, 2=boolean true}}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','map'))" 0
"{map={0=boolean false, 1=boolean true, 2=boolean false}}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','attrib'))" 0
"string Some real reply following the attribute"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','bignum'))" 0
"{big_number=string 1234567999999999999999999999999999999}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','verbatim'))" 0
{verbatim_string={format=string txt, string=string This is a verbatim
string}}

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','true'))" 0
"boolean true"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','false'))" 0
"boolean false"

# Tables that stand for what Lua has not.
> EVAL "return {double=1.5}" 0
"1.5"

> EVAL "return {double=3}" 0
"3"

> EVAL "return {double=math.huge}" 0
"inf"

> EVAL "return {double=-math.huge}" 0
"-inf"

> EVAL "return {double=0/0}" 0
"nan"

> EVAL "return {double=1e300}" 0
"1e+300"

> EVAL "return {double='1'}" 0
(empty array)

> EVAL "return {big_number='123'}" 0
"123"

> EVAL "return {big_number='1\\r\\n2'}" 0
"1  2"

> EVAL "return {big_number=5}" 0
(empty array)

> EVAL "return {big_number={}}" 0
(empty array)

> EVAL "return {verbatim_string={format='txt',string='hi'}}" 0
"hi"

> EVAL "return {verbatim_string={format='a',string='x'}}" 0
"x"

> EVAL "return {verbatim_string={format='toolong',string='x'}}" 0
"x"

> EVAL "return {verbatim_string={string='x'}}" 0
(empty array)

> EVAL "return {verbatim_string={format='txt'}}" 0
(empty array)

> EVAL "return {verbatim_string='x'}" 0
(empty array)

> EVAL "return {verbatim_string={format='txt',string='a\\r\\nb'}}" 0
a
b

> EVAL "return {map={a=1}}" 0
1) "a"
2) (integer) 1

> EVAL "return {map={}}" 0
(empty array)

> EVAL "return {map={a={map={b=2}}}}" 0
1) "a"
2) 1) "b"
   2) (integer) 2

> EVAL "return {map={[1]='x'}}" 0
1) (integer) 1
2) "x"

> EVAL "return {map=5}" 0
(empty array)

> EVAL "return {set={a=true}}" 0
1) "a"

> EVAL "return {set={}}" 0
(empty array)

> EVAL "return {set={[{1,2}]=true}}" 0
1) 1) (integer) 1
   2) (integer) 2

> EVAL "return {set='x'}" 0
(empty array)

> EVAL "return {ok='fine'}" 0
fine

> EVAL "return {ok=5}" 0
(empty array)

> EVAL "return {ok={}}" 0
(empty array)

> EVAL "return {err='MY error'}" 0
(error) MY error

> EVAL "return {err='one'}" 0
(error) one

> EVAL "return {err='-ERR with dash'}" 0
(error) -ERR with dash

> EVAL "return {err={}}" 0
(empty array)

> EVAL "return {ok='a',err='B b'}" 0
(error) B b

> EVAL "return {double=1,map={}}" 0
"1"

> EVAL "return {map={},set={}}" 0
(empty array)

> EVAL "return {true,false}" 0
1) (integer) 1
2) (nil)

> EVAL "return {1,nil,3}" 0
1) (integer) 1

> EVAL "return {nil,1}" 0
(empty array)

> EVAL "return {[0]=1,2}" 0
1) (integer) 2

> EVAL "return {n=1}" 0
(empty array)

> EVAL "return {{},{{}}}" 0
1) (empty array)
2) 1) (empty array)

> EVAL "return {1.9,-1.9,0/0,1e300}" 0
1) (integer) 1
2) (integer) -1
3) (integer) -9223372036854775808
4) (integer) -9223372036854775808

> EVAL "return {'a',1,{ok='x'},{err='E z'}}" 0
1) "a"
2) (integer) 1
3) x
4) (error) E z

> EVAL "return true" 0
(integer) 1

> EVAL "return false" 0
(nil)

> EVAL "return nil" 0
(nil)

> EVAL "return 12" 0
(integer) 12

> EVAL "return -0.5" 0
(integer) 0

> EVAL "return 1e300" 0
(integer) -9223372036854775808

> EVAL "return 0/0" 0
(integer) -9223372036854775808

> EVAL "return 'text'" 0
"text"

> EVAL "return 'a\\0b'" 0
"a\x00b"

> EVAL "return tostring" 0
(nil)

> EVAL "return cjson.null" 0
(nil)

> EVAL "return coroutine.create(function() end)" 0
(nil)

> EVAL "return setmetatable({},{__index={ok='meta'}})" 0
(empty array)

> EVAL "return setmetatable({ok='raw'},{__index=error})" 0
raw

> EVAL "return 'first','second'" 0
"first"

> EVAL "return " 0
(nil)

> EVAL "redis.setresp(3) return true" 0
(integer) 1

> EVAL "redis.setresp(3) return false" 0
(integer) 0

> EVAL "redis.setresp(3) return nil" 0
(nil)

> EVAL "redis.setresp(3) return {true,false,nil}" 0
1) (integer) 1
2) (integer) 0

> EVAL "redis.setresp(3) return {double=1.5}" 0
"1.5"

> EVAL "redis.setresp(3) return {map={t=true}}" 0
1) "t"
2) (integer) 1

!resp 3

# The script speaks RESP2, the client RESP3.
> EVAL "redis.setresp(2) return redis.call('debug','protocol','string')" 0
"Hello World"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','integer')" 0
(integer) 12345

> EVAL "redis.setresp(2) return redis.call('debug','protocol','double')" 0
"3.141"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','null')" 0
(nil)

> EVAL "redis.setresp(2) return redis.call('debug','protocol','array')" 0
1) (integer) 0
2) (integer) 1
3) (integer) 2

> EVAL "redis.setresp(2) return redis.call('debug','protocol','set')" 0
1) (integer) 0
2) (integer) 1
3) (integer) 2

> EVAL "redis.setresp(2) return redis.call('debug','protocol','map')" 0
1) (integer) 0
2) (integer) 0
3) (integer) 1
4) (integer) 1
5) (integer) 2
6) (integer) 0

> EVAL "redis.setresp(2) return redis.call('debug','protocol','attrib')" 0
"Some real reply following the attribute"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','bignum')" 0
"1234567999999999999999999999999999999"

> EVAL "redis.setresp(2) return redis.call('debug','protocol','verbatim')" 0
This is a verbatim
string

> EVAL "redis.setresp(2) return redis.call('debug','protocol','true')" 0
(integer) 1

> EVAL "redis.setresp(2) return redis.call('debug','protocol','false')" 0
(integer) 0

# What it sees.
> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','string'))" 0
"string Hello World"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','integer'))" 0
"number 12345"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','double'))" 0
"string 3.141"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','null'))" 0
"boolean false"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','array'))" 0
"{1=number 0, 2=number 1, 3=number 2}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','set'))" 0
"{1=number 0, 2=number 1, 3=number 2}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','map'))" 0
"{1=number 0, 2=number 0, 3=number 1, 4=number 1, 5=number 2, 6=number 0}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','attrib'))" 0
"string Some real reply following the attribute"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','bignum'))" 0
"string 1234567999999999999999999999999999999"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','verbatim'))" 0
string This is a verbatim
string

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','true'))" 0
"number 1"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(2) return show(redis.call('debug','protocol','false'))" 0
"number 0"

# The script speaks RESP3, the client RESP3.
> EVAL "redis.setresp(3) return redis.call('debug','protocol','string')" 0
"Hello World"

> EVAL "redis.setresp(3) return redis.call('debug','protocol','integer')" 0
(integer) 12345

> EVAL "redis.setresp(3) return redis.call('debug','protocol','double')" 0
(double) 3.141

> EVAL "redis.setresp(3) return redis.call('debug','protocol','null')" 0
(nil)

> EVAL "redis.setresp(3) return redis.call('debug','protocol','array')" 0
1) (integer) 0
2) (integer) 1
3) (integer) 2

> EVAL "redis.setresp(3) return redis.call('debug','protocol','set')" 0
1~ (integer) 1
2~ (integer) 2
3~ (integer) 0

> EVAL "redis.setresp(3) return redis.call('debug','protocol','map')" 0
1# (integer) 1 => (true)
2# (integer) 2 => (false)
3# (integer) 0 => (false)

> EVAL "redis.setresp(3) return redis.call('debug','protocol','attrib')" 0
"Some real reply following the attribute"

> EVAL "redis.setresp(3) return redis.call('debug','protocol','bignum')" 0
(big number) 1234567999999999999999999999999999999

> EVAL "redis.setresp(3) return redis.call('debug','protocol','verbatim')" 0
This is a verbatim
string

> EVAL "redis.setresp(3) return redis.call('debug','protocol','true')" 0
(true)

> EVAL "redis.setresp(3) return redis.call('debug','protocol','false')" 0
(false)

# What it sees.
> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','string'))" 0
"string Hello World"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','integer'))" 0
"number 12345"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','double'))" 0
"{double=number 3.141}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','null'))" 0
"nil nil"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','array'))" 0
"{1=number 0, 2=number 1, 3=number 2}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','set'))" 0
"{set={0=boolean true, 1=boolean true, 2=boolean true}}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','map'))" 0
"{map={0=boolean false, 1=boolean true, 2=boolean false}}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','attrib'))" 0
"string Some real reply following the attribute"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','bignum'))" 0
"{big_number=string 1234567999999999999999999999999999999}"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','verbatim'))" 0
{verbatim_string={format=string txt, string=string This is a verbatim
string}}

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','true'))" 0
"boolean true"

> EVAL "local function show(v) if type(v)~='table' then return type(v)..' '..tostring(v) end local o={} for n,x in pairs(v) do o[#o+1]=tostring(n)..'='..show(x) end table.sort(o) return '{'..table.concat(o,', ')..'}' end redis.setresp(3) return show(redis.call('debug','protocol','false'))" 0
"boolean false"

# Tables that stand for what Lua has not.
> EVAL "return {double=1.5}" 0
(double) 1.5

> EVAL "return {double=3}" 0
(double) 3

> EVAL "return {double=math.huge}" 0
(double) inf

> EVAL "return {double=-math.huge}" 0
(double) -inf

> EVAL "return {double=0/0}" 0
(double) nan

> EVAL "return {double=1e300}" 0
(double) 1e+300

> EVAL "return {double='1'}" 0
(empty array)

> EVAL "return {big_number='123'}" 0
(big number) 123

> EVAL "return {big_number='1\\r\\n2'}" 0
(big number) 1  2

> EVAL "return {big_number=5}" 0
(empty array)

> EVAL "return {big_number={}}" 0
(empty array)

> EVAL "return {verbatim_string={format='txt',string='hi'}}" 0
hi

> EVAL "return {verbatim_string={format='a',string='x'}}" 0
x

> EVAL "return {verbatim_string={format='toolong',string='x'}}" 0
x

> EVAL "return {verbatim_string={string='x'}}" 0
(empty array)

> EVAL "return {verbatim_string={format='txt'}}" 0
(empty array)

> EVAL "return {verbatim_string='x'}" 0
(empty array)

> EVAL "return {verbatim_string={format='txt',string='a\\r\\nb'}}" 0
a
b

> EVAL "return {map={a=1}}" 0
1# "a" => (integer) 1

> EVAL "return {map={}}" 0
(empty hash)

> EVAL "return {map={a={map={b=2}}}}" 0
1# "a" => 1# "b" => (integer) 2

> EVAL "return {map={[1]='x'}}" 0
1# (integer) 1 => "x"

> EVAL "return {map=5}" 0
(empty array)

> EVAL "return {set={a=true}}" 0
1~ "a"

> EVAL "return {set={}}" 0
(empty set)

> EVAL "return {set={[{1,2}]=true}}" 0
1~ 1) (integer) 1
   2) (integer) 2

> EVAL "return {set='x'}" 0
(empty array)

> EVAL "return {ok='fine'}" 0
fine

> EVAL "return {ok=5}" 0
(empty array)

> EVAL "return {ok={}}" 0
(empty array)

> EVAL "return {err='MY error'}" 0
(error) MY error

> EVAL "return {err='one'}" 0
(error) one

> EVAL "return {err='-ERR with dash'}" 0
(error) -ERR with dash

> EVAL "return {err={}}" 0
(empty array)

> EVAL "return {ok='a',err='B b'}" 0
(error) B b

> EVAL "return {double=1,map={}}" 0
(double) 1

> EVAL "return {map={},set={}}" 0
(empty hash)

> EVAL "return {true,false}" 0
1) (integer) 1
2) (nil)

> EVAL "return {1,nil,3}" 0
1) (integer) 1

> EVAL "return {nil,1}" 0
(empty array)

> EVAL "return {[0]=1,2}" 0
1) (integer) 2

> EVAL "return {n=1}" 0
(empty array)

> EVAL "return {{},{{}}}" 0
1) (empty array)
2) 1) (empty array)

> EVAL "return {1.9,-1.9,0/0,1e300}" 0
1) (integer) 1
2) (integer) -1
3) (integer) -9223372036854775808
4) (integer) -9223372036854775808

> EVAL "return {'a',1,{ok='x'},{err='E z'}}" 0
1) "a"
2) (integer) 1
3) x
4) (error) E z

> EVAL "return true" 0
(integer) 1

> EVAL "return false" 0
(nil)

> EVAL "return nil" 0
(nil)

> EVAL "return 12" 0
(integer) 12

> EVAL "return -0.5" 0
(integer) 0

> EVAL "return 1e300" 0
(integer) -9223372036854775808

> EVAL "return 0/0" 0
(integer) -9223372036854775808

> EVAL "return 'text'" 0
"text"

> EVAL "return 'a\\0b'" 0
"a\x00b"

> EVAL "return tostring" 0
(nil)

> EVAL "return cjson.null" 0
(nil)

> EVAL "return coroutine.create(function() end)" 0
(nil)

> EVAL "return setmetatable({},{__index={ok='meta'}})" 0
(empty array)

> EVAL "return setmetatable({ok='raw'},{__index=error})" 0
raw

> EVAL "return 'first','second'" 0
"first"

> EVAL "return " 0
(nil)

> EVAL "redis.setresp(3) return true" 0
(true)

> EVAL "redis.setresp(3) return false" 0
(false)

> EVAL "redis.setresp(3) return nil" 0
(nil)

> EVAL "redis.setresp(3) return {true,false,nil}" 0
1) (true)
2) (false)

> EVAL "redis.setresp(3) return {double=1.5}" 0
(double) 1.5

> EVAL "redis.setresp(3) return {map={t=true}}" 0
1# "t" => (true)

# setresp lasts for one run; the protocol of the client is its own.
> EVAL "redis.setresp(3) return 1" 0
(integer) 1

> EVAL "return type(redis.call('debug','protocol','map').map)" 0
"nil"

> DEBUG SET-DISABLE-DENY-SCRIPTS 0
OK

> EVAL "return redis.call('debug','protocol','map')" 0
(error) ERR This Redis command is not allowed from script script: abb1b01faf25d6be2ff638236af22add4dd10704, on @user_script:1.
