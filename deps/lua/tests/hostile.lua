-- What hostile scripts try: each ends in an error or a right answer, and the state goes on.
local reference = debug.getinfo ~= nil -- the original, which differs where it says so

local function refuses(part, f, ...)
    local ok, problem = pcall(f, ...)
    check(not ok and tostring(problem):find(part, 1, true), part .. ", got " .. tostring(problem):sub(1, 80))
end

-- Deep recursion: in Lua, through C, through metamethods, in the parser, in tail position.
local function recurse() return 1 + recurse() end
refuses("stack overflow", recurse)
local function tail(n) if n == 0 then return "end" end return tail(n - 1) end
equal("end", tail(1000000))
local function through() return pcall(through) end
check(type(through()) == "boolean")
local t = setmetatable({}, {})
getmetatable(t).__index = function(self, key) return self[key .. "x"] end
refuses("stack overflow", function() return t.a end)
getmetatable(t).__call = function(self) return self() .. "" end
refuses("stack overflow", function() return t() end)
refuses("stack overflow", function() return (string.gsub("x", "x", function() return through("x") and recurse() end)) end)
for _, text in ipairs{("("):rep(100000), ("{"):rep(100000), ("a."):rep(10) .. ("["):rep(100000), ("do "):rep(100000),
    "return " .. ("- "):rep(100000), "return " .. ("not "):rep(100000) .. "1", ("function f() "):rep(10000),
    "return " .. ("a .. "):rep(100000) .. "a", "return " .. ("2 ^ "):rep(100000) .. "2", ("if a then "):rep(10000),
    "return " .. ("f("):rep(10000), ("for i = 1, 2 do "):rep(10000), ("repeat "):rep(10000)} do
    local f, problem = loadstring(text, "=hostile")
    check(not f and type(problem) == "string", text:sub(1, 20))
end
-- Long but flat is fine.
equal(100001, #loadstring("return '" .. ("a"):rep(100001) .. "'")())
equal(20000, loadstring("local n = 0 " .. ("n = n + 1 "):rep(20000) .. "return n")())
equal(30000, #loadstring("return {" .. ("1,"):rep(30000) .. "}")())
equal(5000, loadstring("return " .. ("1 + "):rep(150) .. "4850")())
-- Limits of the language.
local names = {}
for i = 1, 201 do names[i] = "v" .. i end
check(loadstring("local " .. table.concat(names, ",", 1, 200)))
local f, problem = loadstring("local " .. table.concat(names, ","), "=x")
check(not f and problem:find("has more than 200 local variables", 1, true))
f, problem = loadstring("local " .. table.concat(names, ",", 1, 61) .. " function f() return " .. table.concat(names, "+", 1, 61)
    .. " end", "=x")
check(not f and problem:find("has more than 60 upvalues", 1, true))
f, problem = loadstring("break", "=x")
check(not f and problem:find("no loop to break", 1, true))

-- Loops of __index and __newindex.
local a, b = {}, {}
setmetatable(a, {__index = b, __newindex = b})
setmetatable(b, {__index = a, __newindex = a})
refuses("loop in gettable", function() return a.x end)
refuses("loop in settable", function() a.x = 1 end)
local self = {}
setmetatable(self, {__index = self})
refuses("loop in gettable", function() return self.x end)
-- A long chain that ends is no loop.
local chain = {found = "yes"}
for _ = 1, 90 do chain = setmetatable({}, {__index = chain}) end
equal("yes", chain.found)

-- Tables with holes, far and negative keys, growth and shrinking.
local holes = {}
for i = 0, 26 do holes[2 ^ i] = i end
for i = 0, 26 do equal(i, holes[2 ^ i]) end
holes[2 ^ 31], holes[2 ^ 32], holes[2 ^ 53], holes[-2 ^ 31], holes[1e300] = 1, 2, 3, 4, 5
list("1 2 3 4 5", holes[2 ^ 31], holes[2 ^ 32], holes[2 ^ 53], holes[-2 ^ 31], holes[1e300])
check(holes[2 ^ 26 + 1] == nil and holes[1.5] == nil and holes[-1e300] == nil and holes[1 / 0] == nil)
local count = 0
for _ in pairs(holes) do count = count + 1 end
equal(32, count)
for i = 777777777777777777770, 400 do check(false) end
local sieve = {}
for i = 1, 5000 do sieve[i] = i end
for i = 5000, 1, -1 do sieve[i] = nil end
check(next(sieve) == nil and #sieve == 0)
refuses("invalid key to 'next'", next, {}, "missing")

-- unpack's edges.
refuses("too many results to unpack", unpack, {}, 1, 1e7)
if not reference then refuses("too many results to unpack", unpack, {}, -2147483648, 2147483647) end
refuses("too many results to unpack", unpack, {}, 1, 2147483647)
equal(0, select("#", unpack({}, 1, 0)))
equal(0, select("#", unpack({}, 2147483647, -2147483648)))
if not reference then equal(1, select("#", unpack({}, 2147483647, 2147483647))) end -- there neither ends
equal(5000, select("#", unpack({}, 1, 5000)))
refuses("string slice too long", string.byte, ("x"):rep(2e6), 1, -1)

-- Numbers out of range where integers are wanted.
for _, n in ipairs{1e300, -1e300, 2 ^ 63, -2 ^ 63, 0 / 0, 1 / 0} do
    check(type(string.sub("abc", n)) == "string" and type(string.sub("abc", 1, n)) == "string")
    pcall(string.char, n)
    pcall(table.concat, {}, "", n, n)
    pcall(select, n, 1)
    pcall(unpack, {}, n, n)
    pcall(table.insert, {}, n, 1)
    pcall(table.remove, {}, n)
    pcall(string.format, "%d %c %x", n, n, n)
    pcall(math.random, n)
    pcall(tonumber, "10", n)
    pcall(string.find, "abc", "b", n)
    check(({})[n] == nil)
end
equal("", ("x"):rep(0) .. ("x"):rep(-1))

-- Patterns that explode, are cut short, or nest too deep.
refuses("malformed pattern", string.find, "a", "[")
refuses("malformed pattern", string.find, "a", "[^")
refuses("malformed pattern", string.find, "a", "[a-")
refuses("malformed pattern", string.find, "a", "%")
refuses("unbalanced pattern", string.find, "a", "%b")
refuses("missing '[' after '%f' in pattern", string.find, "a", "%f")
refuses("unfinished capture", string.find, "a", "(")
refuses("invalid pattern capture", string.match, "a", ")")
refuses("invalid capture index", string.find, "a", "%1")
refuses("too many captures", string.find, ("a"):rep(40), ("(a)"):rep(33))
list("1 40", string.find(("a"):rep(40), ("a?"):rep(20) .. ("a"):rep(20)))
check(pcall(string.match, ("a"):rep(100), ("a-"):rep(2) .. "b") ~= nil)
equal(nil, string.match(("a"):rep(60), ".-.-.-b"))
equal(100000, #string.match(("a"):rep(100000), ".*"))
check(pcall(string.match, ("("):rep(100000) .. (")"):rep(100000), "%b()") ~= nil)
refuses("invalid format", string.format, "%" .. ("0"):rep(100) .. "d", 1)
refuses("invalid format", string.format, "%99999d", 1)
refuses("no value", string.format, "%d")

-- sort with orders that are none; comparisons that change the table.
local mess = {}
for i = 1, 200 do mess[i] = i * 7919 % 211 end
for _, less in ipairs{function() return true end, function() return false end, function(x, y) return x <= y end,
    function() return math.random() < 0.5 end, function(x, y) mess[1] = nil mess[100] = 5 return x < y end,
    function() error("stop", 0) end} do
    local copy = {unpack(mess, 1, 200)}
    pcall(table.sort, copy, less)
end
check(#mess >= 0)

-- A metatable shared by users, of strings, protected ones.
local meta = getmetatable("")
check(meta.__index == string and ("x").rep == string.rep)
local guarded = setmetatable({}, {__metatable = "locked"})
equal("locked", getmetatable(guarded))
refuses("cannot change a protected metatable", setmetatable, guarded, {})
-- __tostring, __len, __concat that give nonsense.
refuses("'tostring' must return a string to 'print'", function()
    local shown = tostring(setmetatable({}, {__tostring = function() return {} end}))
    if type(shown) ~= "string" then error("'tostring' must return a string to 'print'", 0) end
end)
-- A script that changes the table it walks, clears what it iterates, or collects within metamethods.
local walked = {}
for i = 1, 100 do walked[i] = i walked["k" .. i] = i end
for key in pairs(walked) do walked[key] = nil collectgarbage("step") end
check(next(walked) == nil)
local greedy = setmetatable({}, {__index = function(_, key) collectgarbage() return key end})
for i = 1, 20 do equal(i, greedy[i]) end
-- Errors while closing many levels; coroutines left to themselves.
for i = 1, 200 do
    local c = coroutine.wrap(function() local v = i coroutine.yield(function() return v end) end)
    equal(i, c()())
end
refuses("stack overflow", function()
    local function nest() return coroutine.wrap(nest)() end
    nest()
end)
collectgarbage()

-- The classes of the known holes of embedded Lua, each by its number.
-- CVE-2014-5461: more fixed parameters than arguments, and none for the varargs, at the edge of the stack.
local function many(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, ...) return select("#", ...) end
for depth = 1, 200 do
    local function down(n) if n == 0 then return many() end return (down(n - 1)) end
    equal(0, down(depth))
end
-- CVE-2025-49844 and CVE-2024-46981: names of chunks, constants and what is read so far are collected while it is still read.
-- In the build that collects at every allocation nothing survives that is not held.
for i = 1, 40 do
    local name, text = "=" .. ("name"):rep(i), "local x" .. i .. " = '" .. ("y"):rep(i) .. i .. "' return x" .. i .. " .. [[" .. i .. "]]"
    local f = loadstring(text, name)
    collectgarbage()
    equal(("y"):rep(i) .. i .. i, f())
    local _, problem = loadstring(text .. " = " .. i, name)
    check(problem:find(("name"):rep(i):sub(1, 55), 1, true), problem)
end
local pieces = 0
local f = load(function()
    pieces = pieces + 1
    collectgarbage()
    return pieces <= 50 and ("local v" .. pieces .. " = " .. "'" .. pieces .. "' ") or pieces == 51 and "return v1 .. v50" or nil
end, "=" .. "pieces")
equal("150", f())
refuses("stop", function() return assert(load(function() collectgarbage() error("stop", 0) end)) end)
-- CVE-2025-46819: long brackets of any length, cut short anywhere.
for _, level in ipairs{0, 1, 2, 100, 100000} do
    local bar = ("="):rep(level)
    equal("x", loadstring("return [" .. bar .. "[x]" .. bar .. "]")())
    for _, cut in ipairs{"[" .. bar .. "[x", "[" .. bar .. "[x]", "[" .. bar .. "[x]" .. bar, "--[" .. bar .. "[x"} do
        check(not loadstring("return " .. cut), cut:sub(1, 10))
    end
    if level > 0 then check(not loadstring("return [" .. bar)) check(not loadstring("return [" .. bar .. "x")) end
end
-- CVE-2025-46818: what all values of a type share cannot be reached from a value that has no metatable.
for _, value in ipairs{1, true, print, coroutine.create(function() end)} do
    equal(nil, getmetatable(value))
    check(not pcall(setmetatable, value, {}))
end
-- CVE-2020-24370, CVE-2019-6706 and their kin: what a debugger may do scripts may not.
if not reference then check(debug == nil or debug.setlocal == nil and debug.upvaluejoin == nil and debug.setmetatable == nil) end
-- CVE-2021-44964 and CVE-2020-15888: the stack moves, or is collected, under a coroutine that ends by an error.
for i = 1, 100 do
    local co = coroutine.create(function(...)
        local t = setmetatable({}, {__index = function(_, k) collectgarbage() return coroutine.yield(k) end})
        local function deep(n) if n == 0 then error({i}) end return (deep(n - 1)) end
        deep(i)
        return t
    end)
    local ok, problem = coroutine.resume(co, i)
    check(not ok and problem[1] == i)
    collectgarbage()
    equal("dead", coroutine.status(co))
end
-- CVE-2022-28805: a variable of its own environment that is none.
check(not loadstring("local _ENV <const> = nil"))
-- CVE-2021-43519: stack overflow within an error handler that recurses through resume.
do
    local function again(n) return coroutine.resume(coroutine.create(again), n) end
    check(type(again(1)) == "boolean")
    local ok = xpcall(function() error("x") end, function() return error("y") end)
    equal(false, ok)
end
-- CVE-2015-4335: bytecode is refused, whoever wrote it.
check(not loadstring("\27Lua\81\0\1\4\8\4\8\0" .. ("\0"):rep(100)))
