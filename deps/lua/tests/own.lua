-- Where this implementation differs from the reference on purpose; these files are not run through lua5.1.

-- Bytecode is refused: what string.dump makes is not loaded.
equal(27, string.dump(function() end):byte())
equal(nil, (loadstring("\27Lua")))
local f, e = loadstring(string.dump(function() end))
check(not f and e:find("unexpected symbol near 'char%(27%)'"))
-- Ranges of unpack whose length overflows an int are an error, where the reference crashes.
fails("too many results to unpack", unpack, {}, -2147483648, 2147483647)
fails("too many results to unpack", unpack, {}, 0, 2147483647)
-- Literals keep the sign of zero, which the reference may lose among a function's constants.
equal(-1 / 0, 1 / (-0 * 1))
-- The matcher's recursion is bounded.
fails("pattern too complex", string.find, ("a"):rep(5000), ("a?"):rep(5000))
-- math.random is a generator of its own, the same on every machine: 48 bits, as drand48's.
math.randomseed(10)
list("0.87885112309775 0.7958066229689 0.48082728100979 0.52567325836312 0.45916247435806", math.random(), math.random(),
    math.random(), math.random(), math.random())
math.randomseed(10)
list("879 796 481 526 460", math.random(1000), math.random(1000), math.random(1000), math.random(1000), math.random(1000))
math.randomseed(0)
equal("0.1708280361121651", ("%.17g"):format(math.random()))
equal("0.74990198051086721", ("%.17g"):format(math.random()))
math.randomseed(-1)
equal("0.3000257272739083", ("%.17g"):format(math.random()))
-- What the program has none of: C modules, locales, hooks.
list("nil nil nil nil", package.loadlib, package.cpath, os.setlocale, debug.sethook)

-- Shapes that once were trouble.
check(not pcall(loadstring("local t = {} t[1] = t return t .. t")))
local nested = {}
for _ = 1, 1000 do nested = {nested} end
local holes = {}
for i = 0, 25 do holes[2 ^ i] = i end
for i = 1, 100 do holes[2 ^ 26 + i * 2 ^ 20] = i end
list("25 7", holes[2 ^ 25], holes[2 ^ 26 + 7 * 2 ^ 20])
-- Keys added during a traversal, and a table emptied while it is sorted: any result, but no crash.
local mutated = {1, 2, 3}
pcall(function()
    for k in pairs(mutated) do
        mutated[k * 1000 + 5] = true
        if k > 1e7 then break end
    end
end)
local sorted = {3, 1, 2}
pcall(table.sort, sorted, function()
    for k in pairs(sorted) do sorted[k] = nil end
    collectgarbage()
    return true
end)
check(nested and sorted)
