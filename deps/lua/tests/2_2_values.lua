-- Manual 2.2: values and types, coercion; 2.3: variables; 2.6: visibility rules.

-- There are eight basic types; type describes a value.
list("nil boolean number string function userdata thread table", type(nil), type(true), type(1.5), type("x"),
    type(print), "userdata", type(coroutine.create(function() end)), type({}))

-- Nil differs from any other value; both nil and false make a condition false; any other value makes it true.
check(nil ~= false and nil ~= 0 and nil ~= "")
for _, v in ipairs{0, "", {}, print, 0 / 0} do check(v and true or false) end
check(not nil and not false)

-- Numbers are double-precision floats.
check(2 ^ 53 == 2 ^ 53 + 1 and 2 ^ 53 - 1 ~= 2 ^ 53)
check(0.1 + 0.2 ~= 0.3 and 1e308 * 10 == math.huge)

-- Strings are 8-bit clean: any character, '\0' too.
local all = {}
for i = 0, 255 do all[#all + 1] = string.char(i) end
local bytes = table.concat(all)
equal(256, #bytes)
for i = 0, 255 do equal(i, bytes:byte(i + 1)) end
check("a\0b" ~= "a\0c" and "a\0b" < "a\0c" and #"a\0b" == 3)

-- Tables are indexed with any value except nil (and NaN), and hold values of all types except nil.
local t = {}
for _, key in ipairs{true, false, 1, -1, 0.5, "x", {}, print, coroutine.create(function() end), 1 / 0} do
    t[key] = key
    check(t[key] == key)
    t[key] = nil
    check(next(t) == nil)
end
fails("table index is nil", function() t[nil] = 1 end)
fails("table index is NaN", function() t[0 / 0] = 1 end)
check(t[nil] == nil and t[0 / 0] == nil)
-- a.name is a["name"]; a number and its text are different keys; 1 and 1.0 are one.
t.name = 1
check(t["name"] == 1)
t[1], t["1"] = "number", "string"
check(t[1.0] == "number" and t["1"] == "string" and t[2 ^ 0] == "number")
t[-0] = "zero"
check(t[0] == "zero")
-- Functions are first class: a field may hold one.
t.double = function(x) return 2 * x end
equal(6, t.double(3))

-- Tables, functions, threads and userdata are objects: assignment, passing and returning copy no content.
local a = {}
local b = a
b.x = 1
check(a.x == 1 and (function(p) return p end)(a) == a and {} ~= {})
check((function() end) ~= (function() end))

-- 2.2.1: arithmetic on a string converts it; a number where a string is expected is converted too.
equal(15, "10" + 5)
equal(10, "0xA" + 0)
equal(-2, -"2")
equal("105", 10 .. 5)
equal("1e+15", 1e15 .. "")
equal("0.1", 0.1 .. "")
equal("1e+14", 1e14 .. "")
equal("12", "1" .. 2 - 0)
fails("attempt to perform arithmetic on a string value", function() return "a" + 1 end)
fails("attempt to perform arithmetic on local 's' (a string value)", function() local s = "" return s + 1 end)
check("10" ~= 10 and not ("0" == 0))
fails("attempt to compare number with string", function() return 1 < "2" end)
equal("3", ("abc3"):sub("4"))
for _, text in ipairs{"", " ", "1 2", "1e", "e1", "0x", "0xg", "1..2", "--1", "1-", "+-1", "."} do
    equal(nil, tonumber(text), "tonumber " .. text)
end
for text, value in pairs{[" 1 "] = 1, ["1e2"] = 100, ["0x10"] = 16, [".5"] = 0.5, ["5."] = 5, ["\t7\n"] = 7, ["-1"] = -1,
    ["1E+2"] = 100} do
    equal(value, tonumber(text), "tonumber " .. text)
end

-- 2.3: a variable is global unless declared local; before its first assignment its value is nil.
check(undefined_variable == nil)
undefined_variable = 1
check(_G.undefined_variable == 1 and _G["undefined_variable"] == 1)
undefined_variable = nil
local unset, unset2
check(unset == nil and unset2 == nil)
-- Indexing is gettable_event(t, i); global x is _env.x, in the environment of the function.
local environment = {}
local f = setfenv(function() x = 5 return x end, environment)
check(f() == 5 and environment.x == 5 and rawget(_G, "x") == nil)
setmetatable(environment, {__index = function(_, name) return name .. "!" end})
equal("anything!", setfenv(function() return anything end, environment)())

-- 2.6: locals are visible from the statement after their declaration to the end of the innermost block.
local x = 10
do
    local x = x
    check(x == 10)
    x = x + 1
    do
        local x = x + 1
        check(x == 12)
    end
    check(x == 11)
end
check(x == 10)
-- The function declared by `local function` sees itself; `local f = function` does not.
local function factorial(n) return n < 2 and 1 or n * factorial(n - 1) end
equal(120, factorial(5))
local outer = function() return outer end
check(outer() == nil)
-- Locals are accessed by the functions within their scope: upvalues. Each execution of a local defines new ones.
local closures = {}
local y = 20
for i = 1, 10 do
    local y = 0
    closures[i] = function() y = y + 1 return x + y + i - i end
end
equal(11, closures[1]())
equal(12, closures[1]())
equal(11, closures[2]())
equal(20, y)
-- Loop variables are new in each turn, shared within it.
local get, set = {}, {}
for i = 1, 3 do
    get[i] = function() return i end
    set[i] = function(v) i = v end
end
set[2]("changed")
list("1 changed 3", get[1](), get[2](), get[3]())
local seen = {}
for k, v in pairs{10, 20} do seen[k] = function() return k, v end end
list("1 10", seen[1]())
list("2 20", seen[2]())
-- A repeat's condition sees the locals of its body; a closure in it too.
local n, saved = 0, {}
repeat
    local done = n >= 2
    saved[#saved + 1] = function() return done end
    n = n + 1
until done
list("false false true", saved[1](), saved[2](), saved[3]())
-- A loop left by break keeps what its closures saw.
local kept
while true do
    local v = "kept"
    kept = function() return v end
    break
end
equal("kept", kept())
