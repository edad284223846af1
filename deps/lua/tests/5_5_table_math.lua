-- 5.5 Tables, 5.6 Mathematics
list("1,2,3  2-3 1", table.concat({1, 2, 3}, ","), table.concat({}), table.concat({1, 2, 3}, "-", 2, 3),
    table.concat({1}, "x"))
fails("invalid value (table) at index 2 in table for 'concat'", table.concat, {1, {}, 3})
fails("invalid value (nil) at index 4 in table for 'concat'", table.concat, {1, 2, 3}, ",", 1, 4)
local t = {1, 2, 3} table.insert(t, 4) table.insert(t, 1, 0)
equal("01234", table.concat(t)) table.insert(t, 3, "x")
equal("01x234", table.concat(t))
fails("wrong number of arguments to 'insert'", table.insert, {}, 1, 2, 3)
fails("wrong number of arguments to 'insert'", table.insert, {}) table.insert(t, 10, "far")
equal("far", t[10])
t = {1, 2, 3} list("3 1 2", table.remove(t), table.remove(t, 1), table.remove(t))
list("nil", (table.remove(t)))
equal(nil, table.remove({}, 5))
list("3 10 0", table.getn({1, 2, 3}), table.maxn({1, [10] = 1, [2.5] = 1, x = 1}), table.maxn({}))
fails("'setn' is obsolete", table.setn, {}, 1)
local
out = {}
table.foreach({a = 1}, function(k, v) out[#out + 1] = k .. v end)
table.foreachi({7, 8}, function(k, v) out[#out + 1] = k .. v end)
equal("a1 17 28", table.concat(out, " "))
equal("stop", table.foreach({1}, function() return "stop" end))
-- sort
local seed = 1 local function random(n) seed = seed * 16807 % 2147483647 return seed % n end
for _, n in ipairs{0, 1, 2, 3, 4, 5, 10, 100, 1000} do
    local a = {}
for i = 1, n do a[i] = random(50) end
table.sort(a)
local sorted = true
for i = 2, n do sorted = sorted and a[i - 1] <= a[i] end check(sorted)
    table.sort(a, function(x, y) return x > y end)
for i = 2, n do sorted = sorted and a[i - 1] >= a[i] end check(sorted)
end
t = {"b", "a", "C", ""} table.sort(t)
equal(" C a b", table.concat(t, " "))
fails("attempt to compare string with number", table.sort, {1, "x"})
fails("attempt to compare two table values", table.sort, {{}, {}})
check(pcall(table.sort, {1, 2, 3}, function() return true end))
check(not pcall(table.sort, {1, 2, 3, 4, 5, 6, 7, 8}, function() return true end))
fails("bad argument #2 to '?' (function expected, got number)", table.sort, {}, 1)
local order = {}
for i = 1, 60 do order[i] = {k = (i * 7) % 5, i = i} end
local calls = 0
table.sort(order, function(a, b) calls = calls + 1 return a.k < b.k end)
out = {}
for i = 1, 60 do out[i] = order[i].i end
-- equal elements end up where the reference puts them
equal(356, calls)
equal("60 35 25 20 15 40 50 45 55 10 30 5 43 23 8 33 28 38 3 48 18 53 58 13 11 6 56 51 41 46 1 36 31 16 26 " ..
    "21 44 24 4 54 59 19 34 14 9 49 39 29 2 57 52 22 47 27 37 17 7 32 42 12", table.concat(out, " "))
-- border and reshaping
t = {}
for i = 1, 100 do t[i] = i end
for i = 100, 51, -1 do t[i] = nil end equal(50, #t) t[200] = 1 equal(50, #t)
for i = 1, 50 do t[i] = nil end equal(200, next(t))
t = {n = 1, [1] = "a", [2] = "b"} equal(2, #t)
t = {} t[3] = 1 t[2] = 1 t[1] = 1 equal(3, #t)
t = {} for i = -5, 5 do t[i] = i end equal(5, #t)
list("-5 0 1.5 nil", t[-5], t[0], ({[1.5] = 1.5})[1.5], t[2 ^ 53])
t = {} t[2 ^ 53] = 1 t[-0] = "zero" equal("zero", t[0]) t[1e300] = 2 equal(2, t[1e300])
equal(nil, t[0 / 0])
-- math
list("3 -4 4 -3 3.5 8 2 1", math.floor(3.7), math.floor(-3.2), math.ceil(3.2), math.ceil(-3.7),
    math.abs(-3.5), math.pow(2, 3), math.sqrt(4), math.exp(0))
list("0 3 2 -2 1", math.log(1), math.log10(1000), math.fmod(5, 3), math.fmod(-5, 3), math.mod(7, 2))
list("3 0.5 -3 -0.5 0.5 4 16", 3, select(2, math.modf(3.5)), math.modf(-3.5) * 1, select(2, math.modf(-3.5)),
    math.frexp(8), select(2, math.frexp(8)), math.ldexp(1, 4))
list("5 1 180 1", math.max(1, 5, 3), math.min(3, 1, 2), math.deg(math.pi), math.rad(180) / math.pi)
check(math.huge == 1 / 0 and math.abs(math.sin(math.pi)) < 1e-15 and math.cos(0) == 1 and math.tan(0) == 0 and
    math.atan2(1, 1) == math.pi / 4 and math.asin(1) == math.pi / 2 and math.acos(1) == 0 and math.atan(0) ==
    0 and math.sinh(0) == 0 and math.cosh(0) == 1 and math.tanh(0) == 0)
fails("bad argument #1 to '?' (number expected, got no value)", math.floor)
fails("bad argument #1 to '?' (number expected, got no value)", math.max)
fails("bad argument #2 to '?' (number expected, got no value)", math.pow)
fails("bad argument #1 to '?' (number expected, got no value)", math.randomseed)
math.randomseed(10)
list("0.87885112309775 0.7958066229689 0.48082728100979 0.52567325836312 0.45916247435806", math.random(),
    math.random(), math.random(), math.random(), math.random())
math.randomseed(10)
list("879 796 481 526 460", math.random(1000), math.random(1000), math.random(1000), math.random(1000),
    math.random(1000))
math.randomseed(0)
equal("0.1708280361121651", ("%.17g"):format(math.random()))
equal("0.74990198051086721", ("%.17g"):format(math.random())) math.randomseed(-1)
equal("0.3000257272739083", ("%.17g"):format(math.random())) for i = 1, 100 do local r = math.random(3, 5)
check(r >= 3 and r <= 5 and r % 1 == 0) end
fails("bad argument #1 to '?' (interval is empty)", math.random, 0)
fails("bad argument #2 to '?' (interval is empty)", math.random, 5, 4)
fails("wrong number of arguments", math.random, 1, 2, 3)
check(type(os.clock()) == "number")
