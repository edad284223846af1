-- 2.5 Expressions
list("3 -1 2 0.5 1 8", 1 + 2, 1 - 2, 1 * 2, 1 / 2, 7 % 3, 2 ^ 3)
list("2 -2 -1 1", -7 % 3, 7 % -3, -7 % -3, 5.5 % 1.5)
equal(nil, ({})[1]) check((0 / 0) ~= (0 / 0)) check(5 % math.huge ~= 5 % math.huge, "5.1 modulo of infinity is NaN")
-- and, or
list("1 nil false 2 3", 1 or 2, nil and 1, false and error("never"), nil or 2, 1 and 3)
local function yes(x) return x end
local x = 5
list("5 nil 6", x and x, nil and x, x and 6) list("7 5", nil or 7, false or x)
x = x > 3 and "big" or "small" equal("big", x)
x = x == "small" and 1 or x == "big" and 2 or 3 equal(2, x)
x = not (x and nil) equal(true, x) x = x and yes(false) equal(false, x) x = (nil or yes(4)) equal(4, x)
x = (x == 4 and 1) or error("no") equal(1, x)
x = {} x = x and {x} equal("table", type(x[1]))
local n = nil n = n and n.x.y equal(nil, n)
local a1, b1 = 3, 4 a1 = (a1 < b1 and b1 or a1) + (a1 > b1 and 10 or 20) equal(24, a1)
-- comparison
check("a" < "b" and "a" <= "a" and not ("b" < "a") and "Z" < "a" and "" < "a" and "a\0a" < "a\0b" and "a" < "a\0")
list("true true false true", 1 == 1.0, "x" == "x", {} == {}, 0 == -0)
fails("attempt to compare two table values", "return {} < {}")
fails("attempt to compare nil with number", "return nil < 1")
fails("attempt to compare nil with number", "return 1 >= nil == 2")
fails("attempt to compare two nil values", "return nil <= nil")
fails("attempt to compare number with boolean", "return true > 1 == 3 or 1 < true")
local nan = 0 / 0 check(not (nan < 1) and not (nan > 1) and not (nan == nan) and nan ~= nan and not (nan <= nan))
if nan < 1 then check(false) else check(true) end
if not (nan >= 1) then check(true) else check(false) end
-- length and concatenation
list("0 3 3 4", #"", #"abc", #{1, 2, 3}, #{1, 2, nil, 4}) equal(3, #{nil, nil, 3}) equal("a1b2", "a" .. 1 .. "b" .. 2)
fails("attempt to concatenate a nil value", "return 'a' .. nil")
fails("attempt to get length of a number value", "return #5")
fails("attempt to concatenate local 'x' (a table value)", "local x = {} return 'a' .. x .. 'b'")
fails("attempt to concatenate global 'y' (a nil value)", "return y .. 'b'")
-- constructors
local t = {10, 20, x = 1, [3] = 30, ["y z"] = 2, 40; 50, [1 + 9] = 0,}
list("10 20 40 50 1 2 0", t[1], t[2], t[3], t[4], t.x, t["y z"], t[10])
local items = {} for i = 1, 120 do items[i] = "i" .. i end
t = loadstring("return {'" .. table.concat(items, "','") .. "', k = 1, ...}")("last", "two")
equal(122, #t)
equal("i51", t[51])
equal("two", t[122])
-- calls
local function count(...) return select("#", ...) end
list("0 1 2 3", count(), count(nil), count(nil, nil), count(1, count, nil))
equal(2, count((function() return 1, 2 end)()))
equal(1, count((function() return 1, 2 end)(), nil) - 1) equal(1, count(((function() return 1, 2 end)())))
equal("xx", ("x"):rep(2))
equal(3, #("abc")) local s = "abc" equal("b", s:sub(2, 2))
equal(1, count"x")
equal(1, count{})
local object = {n = 1} function object:add(k) self.n = self.n + k return self end equal(6, object:add(2):add(3).n)
function object.nested() return {deep = {f = function(_, v) return v end}} end equal(9, object.nested().deep:f(9))
-- variable arguments
local function va(...) local a, b = ... return a, b, ... end list("1 nil 1", va(1)) list("1 2 1 2 3", va(1, 2, 3))
local function tail(...) return (select("#", ...)), ... end list("3 nil nil nil", tail(nil, nil, nil))
local function old(a, ...) return arg.n, arg[1] end list("2 x", old(0, "x", nil))
local function new(...) return arg, ... end list("nil 1", new(1))
equal(250, count(unpack({}, 1, 250)))
-- tail calls
local function loop(k) if k == 0 then return "done" end return loop(k - 1) end equal("done", loop(200000))
local function ping(k, f) if k == 0 then return k end return f(k - 1, ping) end equal(0, ping(100000, ping))
local callable = setmetatable({}, {__call = function(self, k) if k == 0
then return "called" end return self(k - 1) end})
equal("called", callable(100))
equal("called", (function(...) return callable(...) end)(50))
local
function mixed(k, ...) if k == 0
then return ... end return mixed(k - 1, k, ...) end
list("1 2 3 x", mixed(3, "x")) equal(3, (function() return (select("#", mixed(2, "y"))) end)())
-- closures
local function counter() local k = 0 return function() k = k + 1 return k end, function() return k end end
local up, get = counter() up() up() list("2 2", get(), get()) local up2 = counter() equal(1, up2())
local
function nest(a) return
function(b) return
function(c) a = a + 1 return a + b + c end end end
local inner = nest(1)(10)
list("112 113", inner(100), inner(100))
local
fs = {}
for i = 1, 3 do
local j = i * 10
fs[i] = {function() j = j + 1 return j end, function() return i, j end} end
fs[2][1]()
list("2 21", fs[2][2]())
list("1 10", fs[1][2]())
local function fact(k) return k < 2 and 1 or k * fact(k - 1) end equal(3628800, fact(10))
-- functions of locals that go away
do local v = "kept" function holder() return v end v = "changed" end equal("changed", holder()) holder = nil
equal("abc", (function(...) local p = {...} return table.concat(p) end)("a", "b", "c"))
-- names in messages
fails("attempt to index local 'x' (a nil value)", "local x return x.y")
fails("attempt to index global 'zz' (a nil value)", "return zz.y")
fails("attempt to index field 'y' (a nil value)", "local x = {} return x.y.z")
fails("attempt to index upvalue 'x' (a nil value)", "local x return (function() return x.y end)()")
fails("attempt to call global 'zz' (a nil value)", "zz()")
fails("attempt to call method 'm' (a nil value)", "local x = {} x:m()")
fails("attempt to call field '?' (a nil value)", "local x = {} x[1]()")
fails("attempt to call local 'x' (a number value)", "local x = 1 x()")
fails("attempt to call a string value", "('x')()")
fails("attempt to perform arithmetic on field 'y' (a nil value)", "local x = {} return x.y + 1")
fails("attempt to perform arithmetic on a nil value", "return nil + 1")
fails("attempt to perform arithmetic on local 'a' (a table value)", "local a, b = {}, 1 return b * a")
fails("attempt to perform arithmetic on upvalue 'u' (a boolean value)",
    "local u = true return (function() return -u end)()")
fails("table index is nil", "local t = {} t[nil] = 1")
fails("table index is NaN", "local t = {} t[0/0] = 1")
equal(nil, ({})[nil])
