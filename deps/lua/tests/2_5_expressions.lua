-- Manual 2.5: expressions.

-- 2.5: a call or vararg in parentheses, or in the midst of a list, is cut to one value; none makes nil.
local function three() return 1, 2, 3 end
local function none() end
list("1 1 2 3", three(), three())
list("1 2 3 1", (function() return three() end)() and 1, 2, 3, (three()))
equal(nil, (none()))
list("nil 1", none(), 1)
equal(1, select("#", (none())))
equal(0, select("#", none()))
local function va(...) return (...), select("#", ...), ... end
list("nil 0", va())
list("a 2 a b", va("a", "b"))

-- 2.5.1: arithmetic on numbers, and on strings that look like them. a % b is a - floor(a / b) * b.
list("3 -1 2 0.5 1 8 -5", 1 + 2, 1 - 2, 1 * 2, 1 / 2, 7 % 3, 2 ^ 3, -5)
list("2 -2 -1 1", -7 % 3, 7 % -3, -7 % -3, 5.5 % 1.5)
for _, a in ipairs{-7.5, -3, 0, 0.25, 9} do
    for _, b in ipairs{-4, -0.5, 3, 2.25} do equal(a - math.floor(a / b) * b, a % b) end
end
list("inf -inf inf", 1 / 0, -1 / 0, 2 ^ 5000)
check(0 / 0 ~= 0 / 0 and 5 % 0 ~= 5 % 0 and 5 % math.huge ~= 5 % math.huge)
equal(8, "2" ^ "3")
equal(-10, -"0xA")
equal(0.5, 2 ^ -1)
equal(2, 4 ^ 0.5)
check((-8) ^ (1 / 3) ~= (-8) ^ (1 / 3))
fails("attempt to perform arithmetic on a string value", "return 'abc' + 1")
fails("attempt to perform arithmetic on a boolean value", "return 1 + true")
fails("attempt to perform arithmetic on a nil value", "return nil + 1")

-- 2.5.2: == first compares types, then values; objects by identity. ~= is its negation.
list("true true false true true", 1 == 1.0, "x" == "x", {} == {}, 0 == -0, "a" .. "b" == "ab")
list("false false false false", 0 == "0", nil == false, 1 == true, {} == 1)
local t = {}
check(t == t and not (t ~= t) and print == print and t ~= {} and 1 ~= "1")
-- t[0] and t["0"] are different entries.
t[0], t["0"] = "number", "string"
list("number string", t[0], t["0"])
-- < on two numbers or two strings (by the current locale, here C); a > b is b < a, a >= b is b <= a.
check("a" < "b" and "a" <= "a" and not ("b" < "a") and "Z" < "a" and "" < "a" and "a" < "a\0" and "a\0a" < "a\0b")
check("10" < "9" and 9 < 10 and "\127" < "\128" and "a" > "B" and "b" >= "b" and not ("a" >= "b"))
local nan = 0 / 0
check(not (nan < 1) and not (nan > 1) and not (nan == nan) and nan ~= nan and not (nan <= nan) and not (nan >= nan))
if nan < 1 then check(false) else check(true) end
if not (nan >= 1) then check(true) else check(false) end
fails("attempt to compare number with string", "return 1 < '2'")
fails("attempt to compare two table values", "return {} < {}")
fails("attempt to compare two boolean values", "return true < false")
fails("attempt to compare nil with number", "return nil < 1")
fails("attempt to compare nil with number", "return 1 >= nil == 2")
fails("attempt to compare two nil values", "return nil <= nil")
fails("attempt to compare number with boolean", "return true > 1 == 3 or 1 < true")

-- 2.5.3: and, or, not. The examples of the manual.
local function never() error("evaluated") end
list("10 10 a nil false false nil 20", 10 or 20, 10 or never(), nil or "a", nil and 10, false and never(), false and nil,
    false or nil, 10 and 20)
list("false true false", not 1, not nil, not not nil)
local x = 5
x = x > 3 and "big" or "small"
equal("big", x)
x = x == "small" and 1 or x == "big" and 2 or 3
equal(2, x)
x = not (x and nil)
equal(true, x)
x = (x == true and 1) or never()
equal(1, x)
x = {}
x = x and {x}
equal("table", type(x[1]))
local n = nil
n = n and n.x.y
equal(nil, n)
local a, b = 3, 4
equal(24, (a < b and b or a) + (a > b and 10 or 20))
-- Jumps within jumps, as values and as conditions.
local function truth(p, q, r)
    local value = p and q or not r
    if (p and q or not r) ~= value then return "differs" end
    if not (p and q or not r) == not value then return value end
    return "differs"
end
for _, p in ipairs{true, false} do
    for _, q in ipairs{true, false} do
        list(tostring(p and q or true) .. " " .. tostring(p and q or false), truth(p, q, nil), truth(p, q, 1))
    end
end

-- 2.5.4: concatenation of strings and numbers; right associative.
list("a1b2 10 0.1 1e+15 -0.5", "a" .. 1 .. "b" .. 2, 1 .. 0, 0.1 .. "", 1e15 .. "", -0.5 .. "")
equal("abcdefghij", "a" .. "b" .. "c" .. "d" .. "e" .. "f" .. "g" .. "h" .. "i" .. "j")
equal("\0\0", "\0" .. "\0")
fails("attempt to concatenate a nil value", "return 'a' .. nil")
fails("attempt to concatenate a boolean value", "return true .. 'a'")
fails("attempt to concatenate local 'x' (a table value)", "local x = {} return 'a' .. x .. 'b'")
fails("attempt to concatenate global 'y' (a nil value)", "return y .. 'b'")

-- 2.5.5: # is the bytes of a string, and a border of a table: t[n] is not nil, t[n + 1] is.
list("0 3 2 3 0 1", #"", #"abc", #"\0\0", #{1, 2, 3}, #{}, #{n = 1, 10})
list("4 3 0", #{1, 2, nil, 4}, #{nil, nil, 3}, #{[2] = 1, [4] = 1} % 2)
for size = 0, 40 do
    local filled = {}
    for i = 1, size do filled[i] = i end
    equal(size, #filled)
    filled[size] = nil
    equal(size > 0 and size - 1 or 0, #filled)
end
fails("attempt to get length of a number value", "return #5")
fails("attempt to get length of a nil value", "return #nil")

-- 2.5.6: precedence: or; and; < > <= >= ~= ==; ..; + -; * / %; not # -; ^. Only .. and ^ are right associative.
list("true 1 nil", false or true and 1 == 1, nil or false or 1, 1 and nil)
list("true false true", 1 < 2 == true, 2 < 1 or 3 < 2, 1 .. 2 == "12")
list("a3 7 9 -1 2", "a" .. 1 + 2, 1 + 2 * 3, (1 + 2) * 3, 2 - 3, 7 % 5 * 1)
list("-4 512 0.125 -8 0.25", -2 ^ 2, 2 ^ 3 ^ 2, 2 ^ -3, -2 ^ 3, 2 ^ -2)
list("1 2 8 2", 5 - 3 - 1, 8 / 2 / 2, 64 / 4 / 2, 2 ^ 2 ^ 0)
list("true false 4 -3 5", not nil == true, not 1 == 2, #"abc" + 1, -#"abc", - -5)
check(not (2 > 1 and 1 > 2) and not false == true and -3 ^ 2 == -9)

-- 2.5.7: table constructors: [e] = e, name = e, e, which counts from 1; separators , and ;, one may stand at the end.
t = {10, 20, x = 1, ["y z"] = 2, 40; 50, [1 + 9] = 0,}
list("10 20 40 50 1 2 0", t[1], t[2], t[3], t[4], t.x, t["y z"], t[10])
local g, f = "key", function(v) return v end
t = {[f(1)] = g; "x", "y"; x = 1, f(7), [30] = 23; 45}
list("x y 7 45 1 23", t[1], t[2], t[3], t[4], t.x, t[30])
-- The last expression, if a call or vararg, gives all its values; in parentheses only one.
list("3 1 4 4", #{three()}, #{(three())}, #{three(), three()}, #{0, three()})
equal(0, #{none()})
local items = {}
for i = 1, 120 do items[i] = "i" .. i end
t = loadstring("return {'" .. table.concat(items, "','") .. "', k = 1, ...}")("last", "two")
list("122 i51 last two 1", #t, t[51], t[121], t[122], t.k)
fails("unexpected symbol near ','", "t = {,}")
fails("'}' expected near '<eof>'", "t = {1, 2")
fails("'}' expected (to close '{' at line 1) near '<eof>'", "t = {1, 2\n")
fails("table index is nil", "return {[nil] = 1}")
fails("table index is NaN", "return {[0 / 0] = 1}")

-- 2.5.8: calls. f{...} and f'...' pass that one argument; v:name() evaluates v once and passes it.
local function count(...) return select("#", ...) end
list("0 1 2 3", count(), count(nil), count(nil, nil), count(1, count, nil))
list("3 4 1 2", count(three()), count(0, three()), count((three())), count(three(), (none())))
list("1 1 1", count"x", count{}, count[[x]])
equal("xx", ("x"):rep(2))
local evaluated = 0
local object = {n = 1}
function object:add(k) self.n = self.n + k return self end
local function get() evaluated = evaluated + 1 return object end
equal(4, get():add(3).n)
equal(1, evaluated)
equal(9, object:add(2):add(3).n)
function object.nested() return {deep = {f = function(_, v) return v end}} end
equal(9, object.nested().deep:f(9))
fails("unexpected symbol near ')'", "f(1,)")
fails("')' expected near '<eof>'", "f(1")
fails("')' expected (to close '(' at line 1) near '<eof>'", "f(1\n")
-- return f() is a tail call: any number of them in a row; (f()), f() + 1 and f(), 1 are none.
local function loop(k) if k == 0 then return "done" end return loop(k - 1) end
equal("done", loop(200000))
local function ping(k, other) if k == 0 then return k end return other(k - 1, ping) end
equal(0, ping(100000, ping))
local callable = setmetatable({}, {__call = function(self, k) if k == 0 then return "called" end return self(k - 1) end})
equal("called", callable(100))
equal("called", (function(...) return callable(...) end)(50))
local function mixed(k, ...) if k == 0 then return ... end return mixed(k - 1, k, ...) end
list("1 2 3 x", mixed(3, "x"))
equal(3, (function() return (select("#", mixed(2, "y"))) end)())
equal(3, (function() return select("#", three()) end)())
local function deep(k) if k == 0 then return 0 end return (deep(k - 1)) end
check(not pcall(deep, 1e6))
list("1 2 3", (function() return three() end)())

-- 2.5.9: functions: a definition is an expression; function t.a.b.c:f() has a parameter self.
t = {a = {b = {}}}
function t.a.f(v) return v end
function t.a.b:g(v) return self == t.a.b and v end
list("1 2", t.a.f(1), t.a.b:g(2))
local function recursive(k) return k < 2 and 1 or k * recursive(k - 1) end
equal(3628800, recursive(10))
-- Each evaluation makes a new closure. Parameters are locals; missing ones are nil, extra ones dropped.
local function maker() return function() end end
check(maker() ~= maker())
local function pair(first, second) return first, second end
list("1 nil", pair(1))
list("1 2", pair(1, 2, 3))
list("1 10", pair(1, 10, three()))
list("1 2", pair(three()))
-- ... has the extra arguments; arg too, in a function that doesn't use `...` (as 5.0 had it).
local function variable(first, ...) return first, select("#", ...), ... end
list("nil 0", variable())
list("3 0", variable(3))
list("3 1 4", variable(3, 4))
list("1 3 2 3 4", variable(1, 2, 3, 4))
list("1 2 2 3", variable(three()))
list("5 3 1 2 3", variable(5, three()))
local function old(first, ...) return arg.n, arg[1] end
list("2 x", old(0, "x", nil))
local function new(...) return arg, ... end
list("nil 1", new(1))
equal(250, count(unpack({}, 1, 250)))
fails("cannot use '...' outside a vararg function near '...'", "function f() return ... end")
fails("<name> or '...' expected near '1'", "function f(1) end")
fails("')' expected near ','", "function f(..., a) end")
-- Without return, control reaches the end and there are no results.
equal(0, count((function() end)()))

-- Closures share the variables they capture, each set made anew.
local function counter()
    local k = 0
    return function() k = k + 1 return k end, function() return k end
end
local up, read = counter()
up() up()
list("2 2", read(), read())
equal(1, (counter())())
local function nest(p) return function(q) return function(r) p = p + 1 return p + q + r end end end
local inner = nest(1)(10)
list("112 113", inner(100), inner(100))
local fs = {}
for i = 1, 3 do
    local j = i * 10
    fs[i] = {function() j = j + 1 return j end, function() return i, j end}
end
fs[2][1]()
list("2 21", fs[2][2]())
list("1 10", fs[1][2]())
