-- Manual 5.5: table manipulation. The array part is t[1] to t[#t].

-- concat: t[i]..sep..t[i + 1] ... t[j]; sep is empty, i is 1, j is #t by default. Strings and numbers only.
list("1,2,3  2-3 1 abc", table.concat({1, 2, 3}, ","), table.concat({}), table.concat({1, 2, 3}, "-", 2, 3),
    table.concat({1}, "x"), table.concat{"a", "b", "c"})
equal("", table.concat({1, 2}, ",", 3))
equal("0.5;x", table.concat({0.5, "x"}, ";"))
equal("-1 0", table.concat({[-1] = -1, [0] = 0}, " ", -1, 0))
fails("invalid value (table) at index 2 in table for 'concat'", table.concat, {1, {}, 3})
fails("invalid value (nil) at index 4 in table for 'concat'", table.concat, {1, 2, 3}, ",", 1, 4)
fails("invalid value (boolean) at index 1 in table for 'concat'", table.concat, {true})
fails("bad argument #1 to '?' (table expected, got no value)", table.concat)

-- insert: at pos, moving up; at the end by default.
local t = {1, 2, 3}
table.insert(t, 4)
table.insert(t, 1, 0)
table.insert(t, 3, "x")
equal("01x234", table.concat(t))
table.insert(t, 10, "far")
equal("far", t[10])
fails("wrong number of arguments to 'insert'", table.insert, {}, 1, 2, 3)
fails("wrong number of arguments to 'insert'", table.insert, {})
fails("bad argument #2 to '?' (number expected, got string)", table.insert, {}, "x", 1)

-- maxn: the largest positive numerical index, integer or not; 0 without one.
list("10 2.5 0 0", table.maxn{1, [10] = 1, [2.5] = 1, x = 1}, table.maxn{[2.5] = 1}, table.maxn{}, table.maxn{[-1] = 1})

-- remove: the element at pos, moving down; the last by default; nil when there is none.
t = {1, 2, 3, 4}
list("4 1 3", table.remove(t), table.remove(t, 1), table.remove(t, 2))
list("2 1", t[1], #t)
equal(nil, table.remove({}))
equal(nil, table.remove({}, 5))
equal(0, select("#", table.remove({})))
equal(1, #t)
equal(nil, table.remove(t, 7))

-- sort: in place, by < or a function that tells whether its first argument comes first.
t = {"b", "a", "C", ""}
table.sort(t)
equal(" C a b", table.concat(t, " "))
local seed = 1
local function random(n) seed = seed * 16807 % 2147483647 return seed % n end
local function is_sorted(a, before)
    for i = 2, #a do if before(a[i], a[i - 1]) then return false end end
    return true
end
local function less(a, b) return a < b end
local function greater(a, b) return a > b end
for _, n in ipairs{0, 1, 2, 3, 4, 5, 10, 100, 1000} do
    local a, sum = {}, 0
    for i = 1, n do a[i] = random(50) sum = sum + a[i] end
    table.sort(a)
    check(is_sorted(a, less))
    table.sort(a, greater)
    check(is_sorted(a, greater))
    for i = 1, n do sum = sum - a[i] end
    equal(0, sum)
end
-- It is not stable; equal elements end up where the reference puts them, after as many comparisons.
local pairs_of, calls = {}, 0
for i = 1, 60 do pairs_of[i] = {k = (i * 7) % 5, i = i} end
table.sort(pairs_of, function(a, b) calls = calls + 1 return a.k < b.k end)
local out = {}
for i = 1, 60 do out[i] = pairs_of[i].i end
equal(356, calls)
equal("60 35 25 20 15 40 50 45 55 10 30 5 43 23 8 33 28 38 3 48 18 53 58 13 11 6 56 51 41 46 1 36 31 16 26 " ..
    "21 44 24 4 54 59 19 34 14 9 49 39 29 2 57 52 22 47 27 37 17 7 32 42 12", table.concat(out, " "))
-- Metamethods compare; errors pass; an order that contradicts itself may be noticed.
local numbers = {}
for i = 1, 9 do numbers[i] = setmetatable({v = i * 7 % 9}, {__lt = function(a, b) return a.v < b.v end}) end
local metatable = getmetatable(numbers[1])
for i = 2, 9 do setmetatable(numbers[i], metatable) end
table.sort(numbers)
for i = 1, 9 do equal(i - 1, numbers[i].v) end
fails("attempt to compare string with number", table.sort, {1, "x"})
fails("attempt to compare two table values", table.sort, {{}, {}})
check(pcall(table.sort, {1, 2, 3}, function() return true end))
fails("invalid order function for sorting", table.sort, {1, 2, 3, 4, 5, 6, 7, 8}, function() return true end)
fails("bad argument #2 to '?' (function expected, got number)", table.sort, {}, 1)

-- Of 5.0, still there: foreach, foreachi, getn; setn is refused.
out = {}
table.foreach({a = 1}, function(k, v) out[#out + 1] = k .. v end)
table.foreachi({7, 8}, function(k, v) out[#out + 1] = k .. v end)
equal("a1 17 28", table.concat(out, " "))
list("stop 2", table.foreach({1}, function() return "stop" end), table.foreachi({5, 6, 7}, function(i, v) return v == 6 and i or nil end))
equal(3, table.getn{1, 2, 3})
fails("'setn' is obsolete", table.setn, {}, 1)

-- Tables change their shape with what is in them; the border stays one.
t = {}
for i = 1, 100 do t[i] = i end
for i = 100, 51, -1 do t[i] = nil end
equal(50, #t)
t[200] = 1
equal(50, #t)
for i = 1, 50 do t[i] = nil end
equal(200, next(t))
t = {n = 1, [1] = "a", [2] = "b"}
equal(2, #t)
t = {}
t[3], t[2], t[1] = 1, 1, 1
equal(3, #t)
t = {}
for i = -5, 5 do t[i] = i end
list("5 -5 0 nil", #t, t[-5], t[0], t[2 ^ 53])
t = {}
t[2 ^ 53], t[-0], t[1e300], t[1.5] = 1, "zero", 2, 1.5
list("zero 2 1.5 1 nil", t[0], t[1e300], t[3 / 2], t[2 ^ 53], t[0 / 0])
