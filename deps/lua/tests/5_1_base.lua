-- 5.1 Basic functions
fails("assertion failed!", assert, false)
fails("m", assert, nil, "m")
list("1 2 3", assert(1, 2, 3))
fails("bad argument #2 to '?' (string expected, got table)", assert, false, {})
fails("bad argument #1 to '?' (value expected)", assert)
list("false nil", pcall(error))
list("false x", pcall(error, "x", 0))
local ok, e = pcall(error, {code = 5}) equal(5, e.code)
local function thrower() error("msg", 2) end ok, e = pcall(function() thrower() end)
check(e:find("5_1_base.lua:%d+: msg"))
list("false H", xpcall(error, function() return "H" end))
list("true 1 2", xpcall(function() return 1, 2 end, print))
fails("bad argument #2 to '?' (value expected)", xpcall, print)
ok, e = xpcall(function() error("a") end, function() error("b") end)
check(not ok) ok, e = xpcall(function() local x = nil; x() end, debug.traceback)
check(e:find("stack traceback:\n"))
ok, e = xpcall(function() error("a") end, nil) equal("error in error handling", e)
-- next, pairs, ipairs
equal(nil, next({}))
list("1 a", next({"a"}))
fails("invalid key to 'next'", next, {}, 1)
fails("bad argument #1 to '?' (table expected, got nil)", next, nil)
local
keys = {}
for k in pairs{a = 1, b = 2, c = 3, d = 4, e = 5, aa = 1, bb = 2} do keys[#keys + 1] = k end
    equal("a c b e d bb aa", table.concat(keys, " "))
keys = {}
local
t = {}
for
word in ("one two three four five six seven eight nine ten"):gmatch("%a+") do t[word] = 1 end
for k in pairs(t) do keys[#keys + 1] = k end
equal("four seven eight nine six two three ten five one", table.concat(keys, " "))
keys, t = {}, {}
for i = 20, 1, -1 do t[i * 1.5] = 1 end
for k in pairs(t) do keys[#keys + 1] = k end
    equal("15 30 16.5 4.5 9 18 19.5 10.5 21 1.5 22.5 6 12 24 25.5 13.5 27 28.5 7.5 3", table.concat(keys, " "))
keys = {}
for i, v in ipairs{10, 20, nil, 40} do keys[#keys + 1] = i .. "=" .. v end equal("1=10 2=20", table.concat(keys, " "))
-- raw access
check(rawequal(t, t) and not rawequal({}, {}) and rawequal("a" .. 1, "a1") and rawequal(1, 1))
equal(nil, rawget(setmetatable({}, {__index = {x = 1}}), "x"))
t = setmetatable({}, {__newindex = error})
equal(t, rawset(t, "x", 1))
equal(1, t.x)
fails("table index is nil", rawset, {}, nil, 1)
fails("bad argument #3 to '?' (value expected)", rawset, {}, 1)
-- select, unpack
list("b c", select(2, "a", "b", "c"))
list("c", select(-1, "a", "b", "c"))
equal(0, select("#"))
fails("bad argument #1 to '?' (index out of range)", select, 0)
fails("bad argument #1 to '?' (index out of range)", select, -2, 1)
list("", select(5, 1))
list("1 2 3", unpack{1, 2, 3})
list("2 3", unpack({1, 2, 3}, 2))
list("2", unpack({1, 2, 3}, 2, 2))
list("nil nil", unpack({}, 1, 2))
list("", unpack({1}, 2))
list("nil 1 2", unpack({1, 2}, 0, 2))
fails("too many results to unpack", unpack, {}, 1, 8000)
fails("too many results to unpack", unpack, {}, -2147483648, 2147483647)
fails("too many results to unpack", unpack, {}, 0, 2147483647)
equal(1, select("#", unpack({1, 2}, 2147483647, 2147483647)))
fails("too many results to unpack", unpack, {}, 1, 1e6)
equal(7900, select("#", unpack({}, 1, 7900)))
-- tonumber, tostring, type
list("10 10.5 16 -1 1000 nil nil nil", tonumber("10"), tonumber(" 10.5 "), tonumber("0x10"), tonumber("-1"),
    tonumber("1e3"), tonumber(""), tonumber("x"), tonumber("1 2"))
list("nil nil nil nil 5", tonumber("0x"), tonumber("1e"), tonumber({}), tonumber("5x"), tonumber(5))
list("2 255 35 nil 7 nil", tonumber("10", 2), tonumber("FF", 16), tonumber("z", 36), tonumber("2", 2),
    tonumber(" 7 ", 8), tonumber("", 10))
fails("bad argument #2 to '?' (base out of range)", tonumber, "1", 1)
fails("bad argument #2 to '?' (base out of range)", tonumber, "1", 37)
fails("bad argument #1 to '?' (value expected)", tonumber)
equal(nil, tonumber("1\0"))
check(tostring(print):find("^function: ") and
tostring({}):find("^table: ") and
tostring(coroutine.create(function() end)):find("^thread: "))
list("nil true 1", tostring(nil), tostring(true), tostring(1))
fails("bad argument #1 to '?' (value expected)", type)
list("nil table string userdata", type(nil), type({}), type(""), type(newproxy()))
-- load
equal(3, loadstring("return 1 + 2")())
list("nil t:1: unexpected symbol near '<eof>'", loadstring("return 1 +", "=t"))
list("nil [string \"return 1 +...\"]:2: unexpected symbol near '<eof>'", loadstring("return 1 +\n"))
local pieces, at = {"return ", "4", "2", nil}, 0 equal(42, load(function() at = at + 1 return pieces[at] end)())
local
f f, e = load(function() return {} end)
check(not f and e:find("reader function must return a string"))
f, e = load(function() error("in reader") end)
check(not f and e:find("in reader"))
list("1 2", loadstring("return ...")(1, 2))
equal(nil, (loadstring("\27Lua")))
f, e = loadstring(string.dump(function() end)) check(not f and e:find("unexpected symbol near 'char%(27%)'"))
f, e = loadstring("x = = 1", "@file.lua")
equal("file.lua:1: unexpected symbol near '='", e) f, e = loadstring("x = = 1", "=some words")
equal("some words:1: unexpected symbol near '='", e)
f, e = loadstring(("x"):rep(100) .. " = = 1")
equal('[string "' .. ("x"):rep(63) .. "...\"]:1: unexpected symbol near '='", e)
equal("Lua 5.1", _VERSION)
equal(_G, _G._G)
check(gcinfo() > 0)
check(getfenv() == _G and getfenv(0) == _G)
fails("bad argument #1 to '?' (invalid level)", getfenv, 100)
-- names of functions in argument errors
fails("bad argument #1 to 'rep' (string expected, got no value)", "string.rep()")
fails("bad argument #1 to 'rep' (number expected, got no value)", "('x'):rep()")
fails("calling 'rep' on bad self (string expected, got table)", "local t = {rep = string.rep} t:rep(1)")
fails("bad argument #1 to 'f' (number expected, got string)", "local f = math.floor f('x')")
fails("bad argument #1 to 'foo' (number expected, got nil)", "foo = math.floor foo(nil)")
-- hostile
fails("stack overflow", "local function f() return 1 + f() end f()") ok, e = pcall(string.rep, "x", -1)
equal("", e)
check(not pcall(loadstring("local t = {} t[1] = t return t .. t")))
local nested = {}
for i = 1, 1000 do nested = {nested} end check(nested)
local holes = {}
for i = 0, 25 do holes[2 ^ i] = i end equal(25, holes[2 ^ 25])
for i = 1, 100 do holes[2 ^ 26 + i * 2 ^ 20] = i end equal(7, holes[2 ^ 26 + 7 * 2 ^ 20])
local mutated = {1, 2, 3} ok = pcall(function()
for k in pairs(mutated) do mutated[k * 1000 + 5] = true if k > 1e7
then break end end end)
check(true)
local sortme = {3, 1, 2} pcall(table.sort, sortme, function(a, b)
for k in pairs(sortme) do sortme[k] = nil end
collectgarbage() return
true end)
check(true)
