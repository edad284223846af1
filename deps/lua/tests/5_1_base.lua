-- Manual 5.1: basic functions.

-- assert: all its arguments, or an error with the message when the first is false.
list("1 2 3", assert(1, 2, 3))
equal(0, assert(0))
fails("assertion failed!", assert, false)
fails("assertion failed!", assert, nil)
fails("m", assert, nil, "m")
fails("5", assert, false, 5)
fails("bad argument #2 to '?' (string expected, got table)", assert, false, {})
fails("bad argument #1 to '?' (value expected)", assert)

-- collectgarbage: stop, restart, collect (the default), count, step, setpause and setstepmul.
check(collectgarbage("count") > 10 and collectgarbage("count") % 1 ~= 2)
equal(0, collectgarbage())
equal(0, collectgarbage("collect"))
local pause, speed = collectgarbage("setpause", 150), collectgarbage("setstepmul", 300)
list("150 300", collectgarbage("setpause", pause), collectgarbage("setstepmul", speed))
equal(0, collectgarbage("stop"))
equal(0, collectgarbage("restart"))
equal(true, collectgarbage("step", 1e6))
equal("boolean", type(collectgarbage("step", 0)))
fails("bad argument #1 to '?' (invalid option 'bad')", collectgarbage, "bad")
check(gcinfo() > 0 and gcinfo() % 1 == 0)

-- dofile and loadfile: run or compile a file; errors of the first propagate, of the second come back.
local path = os.tmpname()
local function store(text)
    local file = io.open(path, "w")
    file:write(text)
    file:close()
end
store("local n = ... return 1, n, 'two'")
list("1 nil two", dofile(path))
list("1 x two", loadfile(path)("x"))
store("#!a first line that is none\nreturn debug.traceback('', 1):match(':(%d+):') + 0")
equal(2, dofile(path))
store("x = = 1")
equal(path .. ":1: unexpected symbol near '='", select(2, loadfile(path)))
equal(path .. ":1: unexpected symbol near '='", select(2, pcall(dofile, path)))
os.remove(path)
check(select(2, loadfile(path)):find("^cannot open " .. path))
check(not pcall(dofile, path))

-- error: ends the last protected function; level 1 adds where error was called, 2 where the caller was, 0 nothing.
list("false nil", pcall(error))
list("false x", pcall(error, "x", 0))
local ok, e = pcall(error, {code = 5})
equal(5, e.code)
local function thrower() error("msg", 2) end
ok, e = pcall(function() thrower() end)
check(e:find("5_1_base.lua:%d+: msg$"))
ok, e = pcall(function() error("direct") end)
check(e:find("5_1_base.lua:%d+: direct$"))
ok, e = pcall(error, "by C")
equal("by C", e)
ok, e = pcall(function() error(5) end)
check(type(e) == "string" and e:find(": 5$"))

-- _G holds the globals, itself too; Lua does not use it.
check(_G._G == _G and _G.print == print)
local saved = _G
_G = nil
check(print and tostring)
saved._G = saved

-- getfenv and setfenv are with 2.9, in 2_7_errors.lua. getmetatable and setmetatable with 2.8; here their arguments.
fails("bad argument #1 to '?' (value expected)", getmetatable)
fails("bad argument #1 to '?' (table expected, got number)", setmetatable, 1, {})
fails("bad argument #2 to '?' (nil or table expected)", setmetatable, {}, 1)
fails("bad argument #2 to '?' (nil or table expected)", setmetatable, {})
fails("bad argument #1 to '?' (invalid level)", getfenv, 100)

-- ipairs: (1, t[1]), (2, t[2]) ... up to the first absent one.
local out = {}
for i, v in ipairs{10, 20, nil, 40} do out[#out + 1] = i .. "=" .. v end
equal("1=10 2=20", table.concat(out, " "))
local iterator, state, first = ipairs(out)
check(type(iterator) == "function" and state == out and first == 0)
list("2 2=20", iterator(out, 1))
equal(0, select("#", iterator(out, 2)))
fails("bad argument #1 to '?' (table expected, got no value)", ipairs)
-- next: the key after, and its value; without one the first, after the last nil. Order is free, numbers' too.
equal(nil, next({}))
list("1 a", next({"a"}))
list("nil", (next({"a"}, 1)))
fails("invalid key to 'next'", next, {}, 1)
fails("bad argument #1 to '?' (table expected, got nil)", next, nil)
-- pairs: next, the table and nil. Fields may be changed and cleared on the way.
iterator, state, first = pairs(out)
check(type(iterator) == "function" and state == out and first == nil)
local t = {}
for i = 1, 50 do t[i], t["k" .. i] = i, i end
local visits = 0
for k, v in pairs(t) do
    visits = visits + 1
    t[k] = v % 2 == 0 and v + 1 or nil
end
local left = 0
for _ in pairs(t) do left = left + 1 end
list("100 50", visits, left)
fails("bad argument #1 to '?' (table expected, got no value)", pairs)
-- The order of the reference, which scripts see in replies.
local function order(map)
    local keys = {}
    for k in pairs(map) do keys[#keys + 1] = k end
    return table.concat(keys, " ")
end
equal("a c b e d bb aa", order{a = 1, b = 2, c = 3, d = 4, e = 5, aa = 1, bb = 2})
t = {}
for word in ("one two three four five six seven eight nine ten"):gmatch("%a+") do t[word] = 1 end
equal("four seven eight nine six two three ten five one", order(t))
t = {}
for i = 20, 1, -1 do t[i * 1.5] = 1 end
equal("15 30 16.5 4.5 9 18 19.5 10.5 21 1.5 22.5 6 12 24 25.5 13.5 27 28.5 7.5 3", order(t))

-- load: joins the pieces a function returns, up to nil, "" or none; loadstring takes a text. Name: =(load), the text.
local pieces, at = {"return ", "4", "2"}, 0
equal(42, load(function() at = at + 1 return pieces[at] end)())
pieces, at = {"return 1", "", "syntax error"}, 0
equal(1, load(function() at = at + 1 return pieces[at] end)())
equal(nil, load(function() end)())
ok, e = load(function() return {} end)
check(not ok and e:find("reader function must return a string"))
ok, e = load(function() error("in reader") end)
check(not ok and e:find("in reader"))
at = 0
list("nil (load):1: unexpected symbol near '='", load(function() at = at + 1 return ({"= 1"})[at] end))
at = 0
list("nil name:1: unexpected symbol near '='", load(function() at = at + 1 return ({"= 1"})[at] end, "=name"))
fails("bad argument #1 to '?' (function expected, got string)", load, "return 1")
equal(3, loadstring("return 1 + 2")())
list("1 2", loadstring("return ...")(1, 2))
list("nil t:1: unexpected symbol near '<eof>'", loadstring("return 1 +", "=t"))
list("nil [string \"return 1 +...\"]:2: unexpected symbol near '<eof>'", loadstring("return 1 +\n"))
list("nil file.lua:1: unexpected symbol near '='", loadstring("x = = 1", "@file.lua"))
list("nil some words:1: unexpected symbol near '='", loadstring("x = = 1", "=some words"))
equal('[string "' .. ("x"):rep(63) .. "...\"]:1: unexpected symbol near '='",
    select(2, loadstring(("x"):rep(100) .. " = = 1")))
check(select(2, loadstring("= 1", "@" .. ("d/"):rep(60) .. "end.lua")):find("^%.%.%.[d/]+end%.lua:1: "))

-- pcall: true and all results, or false and the error object. xpcall: its handler gets the error before unwinding.
list("true", pcall(function() end))
list("true 1 nil 3", pcall(function(...) return ... end, 1, nil, 3))
list("false H", xpcall(error, function() return "H" end))
list("true 1 2", xpcall(function() return 1, 2 end, print))
fails("bad argument #1 to '?' (value expected)", pcall)
fails("bad argument #2 to '?' (value expected)", xpcall, print)
list("false attempt to call a nil value", pcall(nil))
ok, e = xpcall(function() local x = nil; x() end, debug.traceback)
check(e:find("attempt to call local 'x' (a nil value)\nstack traceback:\n", 1, true))
ok, e = xpcall(function() error("a") end, function() error("b") end)
check(not ok)
ok, e = xpcall(function() error("a") end, nil)
equal("error in error handling", e)
check(not xpcall(function(...) return assert(select("#", ...) > 0) end, tostring))

-- print is in 5_8_os.lua, where programs run.
-- rawequal, rawget, rawset: without metamethods; rawset returns the table.
check(rawequal(t, t) and not rawequal({}, {}) and rawequal("a" .. 1, "a1") and rawequal(1, 1) and not rawequal(1, "1"))
equal(nil, rawget(setmetatable({}, {__index = {x = 1}}), "x"))
t = setmetatable({}, {__newindex = error})
equal(t, rawset(t, "x", 1))
equal(1, t.x)
fails("table index is nil", rawset, {}, nil, 1)
fails("table index is NaN", rawset, {}, 0 / 0, 1)
fails("bad argument #3 to '?' (value expected)", rawset, {}, 1)
fails("bad argument #1 to '?' (table expected, got string)", rawget, "x", 1)
fails("bad argument #2 to '?' (value expected)", rawequal, 1)

-- select: the arguments from n on, or their number for "#"; a negative n counts from the end.
list("b c", select(2, "a", "b", "c"))
list("c", select(-1, "a", "b", "c"))
list("a b", select(-2, "a", "b"))
list("0 1 2", select("#"), select("#", nil), select("#", nil, nil))
list("", select(5, 1))
fails("bad argument #1 to '?' (index out of range)", select, 0)
fails("bad argument #1 to '?' (index out of range)", select, -2, 1)
fails("bad argument #1 to '?' (number expected, got string)", select, "x")

-- tonumber: of base 10 any numeral; of others, 2 to 36, unsigned integers with letters of either case.
list("10 10.5 16 -1 1000 nil nil nil", tonumber("10"), tonumber(" 10.5 "), tonumber("0x10"), tonumber("-1"), tonumber("1e3"),
    tonumber(""), tonumber("x"), tonumber("1 2"))
list("nil nil nil nil 5", tonumber("0x"), tonumber("1e"), tonumber({}), tonumber("5x"), tonumber(5))
list("2 255 255 35 nil 7 nil nil", tonumber("10", 2), tonumber("FF", 16), tonumber("ff", 16), tonumber("z", 36),
    tonumber("2", 2), tonumber(" 7 ", 8), tonumber("", 16), tonumber("1.5", 8))
list("10 7", tonumber(10, 10), tonumber(7, 8))
-- A zero byte ends the numeral (so the reference has it).
list("1 1 2", tonumber("1\0"), tonumber("1\0x", 16), "1\0x" + 1)
fails("bad argument #2 to '?' (base out of range)", tonumber, "1", 1)
fails("bad argument #2 to '?' (base out of range)", tonumber, "1", 37)
fails("bad argument #1 to '?' (value expected)", tonumber)

-- tostring: a reasonable format; type: one of eight names.
list("nil true false 1 text", tostring(nil), tostring(true), tostring(false), tostring(1), tostring("text"))
list("0.1 1e+15 100000 1e+100 -0.5 1.2345678901235 99999999999999 1e-05 inf -inf", 0.1, 1e15, 1e5, 1e100, -.5,
    1.23456789012345678, 99999999999999, 1e-5, 1 / 0, -1 / 0)
check(tostring(print):find("^function: ") and tostring({}):find("^table: ") and tostring(io.stdout):find("^file ") and
    tostring(coroutine.create(function() end)):find("^thread: "))
fails("bad argument #1 to '?' (value expected)", tostring)
fails("bad argument #1 to '?' (value expected)", type)
list("nil table string userdata", type(nil), type({}), type(""), type(newproxy()))

-- unpack: t[i] to t[j], 1 to #t by default.
list("1 2 3", unpack{1, 2, 3})
list("2 3", unpack({1, 2, 3}, 2))
list("2", unpack({1, 2, 3}, 2, 2))
list("nil nil", unpack({}, 1, 2))
list("", unpack({1}, 2))
list("nil 1 2", unpack({1, 2}, 0, 2))
list("nil nil 1", unpack({1}, -1, 1))
fails("too many results to unpack", unpack, {}, 1, 8000)
fails("too many results to unpack", unpack, {}, 1, 1e6)
equal(7900, select("#", unpack({}, 1, 7900)))
equal(1, select("#", unpack({1, 2}, 2147483647, 2147483647)))
fails("bad argument #1 to '?' (table expected, got nil)", unpack, nil)

equal("Lua 5.1", _VERSION)

-- newproxy (not in the manual): a userdata, for its metatable; true makes a new one, another proxy lends its own.
equal(nil, getmetatable(newproxy()))
local proxy = newproxy(true)
getmetatable(proxy).__index = function(_, k) return k end
equal("field", proxy.field)
check(getmetatable(newproxy(proxy)) == getmetatable(proxy))
fails("bad argument #1 to '?' (boolean or proxy expected)", newproxy, 1)

-- Functions are named in the errors about their arguments, by how they are called.
fails("bad argument #1 to 'rep' (string expected, got no value)", "string.rep()")
fails("bad argument #1 to 'rep' (number expected, got no value)", "('x'):rep()")
fails("calling 'rep' on bad self (string expected, got table)", "local t = {rep = string.rep} t:rep(1)")
fails("bad argument #1 to 'f' (number expected, got string)", "local f = math.floor f('x')")
fails("bad argument #1 to 'named' (number expected, got nil)", "named = math.floor named(nil)")
named = nil
