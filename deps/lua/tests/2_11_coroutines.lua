-- Manual 2.11 and 5.2: coroutines.

-- create makes a thread that doesn't run yet; resume starts it with arguments, later ones are yield's results.
local co = coroutine.create(function(a, b)
    local c, d = coroutine.yield(a + b)
    local e = coroutine.yield(c .. d)
    return e, "end"
end)
equal("thread", type(co))
equal("suspended", coroutine.status(co))
list("true 3", coroutine.resume(co, 1, 2))
list("true xy", coroutine.resume(co, "x", "y"))
list("true last end", coroutine.resume(co, "last"))
equal("dead", coroutine.status(co))
list("false cannot resume dead coroutine", coroutine.resume(co))

-- The manual's own example.
local printed = {}
local function say(...) printed[#printed + 1] = table.concat({...}, " ") end
local function foo(a) say("foo", a) return coroutine.yield(2 * a) end
co = coroutine.create(function(a, b)
    say("co-body", a, b)
    local r = foo(a + 1)
    say("co-body", r)
    local s, t = coroutine.yield(a + b, a - b)
    say("co-body", s, t)
    return b, "end"
end)
list("true 4", coroutine.resume(co, 1, 10))
list("true 11 -9", coroutine.resume(co, "r"))
list("true 10 end", coroutine.resume(co, "x", "y"))
list("false cannot resume dead coroutine", coroutine.resume(co, "x", "y"))
equal("co-body 1 10;foo 2;co-body r;co-body x y", table.concat(printed, ";"))

-- An error ends it: resume returns false and the message, unwound no further.
co = coroutine.create(function() local t = nil; return t.x end)
local ok, message = coroutine.resume(co)
check(not ok and message:find("attempt to index local 't' (a nil value)", 1, true))
equal("dead", coroutine.status(co))
co = coroutine.create(function() error({code = 5}) end)
ok, message = coroutine.resume(co)
check(not ok and message.code == 5)

-- wrap: as resume without the first result; errors propagate.
local generate = coroutine.wrap(function(n) for i = 1, n do coroutine.yield(i) end end)
list("1 2 3 nil", generate(3), generate(), generate(), (generate()))
fails("cannot resume dead coroutine", generate)
fails("inside", coroutine.wrap(function() error("inside", 0) end))
-- For iteration.
local squares = {}
for i, square in coroutine.wrap(function() for i = 1, 4 do coroutine.yield(i, i * i) end end) do squares[i] = square end
list("1 4 9 16", unpack(squares))

-- status: running within, normal for one that resumed another; running gives the thread, nil for the main one.
equal(nil, coroutine.running())
local outer
outer = coroutine.create(function()
    equal("running", coroutine.status(outer))
    check(coroutine.running() == outer)
    local inner = coroutine.create(function() return coroutine.status(outer) end)
    return select(2, coroutine.resume(inner))
end)
list("true normal", coroutine.resume(outer))
-- A thread can't resume itself, nor one that waits for it.
co = coroutine.wrap(function() return coroutine.resume(coroutine.running()) end)
list("false cannot resume running coroutine", co())
outer = coroutine.create(function()
    return coroutine.resume(coroutine.create(function() return coroutine.resume(outer) end))
end)
list("true true false cannot resume normal coroutine", coroutine.resume(outer))

-- No yield across pcall, metamethods, C functions and iterators; none outside of a coroutine.
local across = "attempt to yield across metamethod/C-call boundary"
local function inside(f) return select(2, coroutine.resume(coroutine.create(f))) end
list("false " .. across, coroutine.wrap(function() return pcall(coroutine.yield, 1) end)())
equal(across, inside(function() return setmetatable({}, {__index = coroutine.yield}).x end))
equal(across, inside(function() return setmetatable({}, {__add = function() coroutine.yield() end}) + 1 end))
equal(across, inside(function() table.sort({3, 2, 1}, function() coroutine.yield() end) end))
equal(across, inside(function() string.gsub("abc", ".", coroutine.yield) end))
check(select(2, pcall(coroutine.yield)):find("attempt to yield"))

-- yield in loops, in tail calls, with any number of values.
co = coroutine.wrap(function(...)
    local n = select("#", ...)
    while true do n = select("#", coroutine.yield(n)) end
end)
list("3 0 2 1", co(nil, nil, nil), co(), co(1, 2), co(nil))
list("5 4 3 2 1", coroutine.wrap(function() return coroutine.yield(5, 4, 3, 2, 1) end)())
local values = {}
for i = 1, 200 do values[i] = i end
equal(200, select("#", coroutine.wrap(function() coroutine.yield(unpack(values)) end)()))
local function hop(n) if n == 0 then return coroutine.yield("bottom") end return hop(n - 1) end
equal("bottom", coroutine.wrap(hop)(5000))
local function down(n) if n == 0 then coroutine.yield("deep") return 0 end return 1 + down(n - 1) end
co = coroutine.wrap(down)
equal("deep", co(1000))
equal(1000, co())

-- Upvalues are shared between threads; a suspended thread keeps its own.
local shared = 0
local function add() for i = 1, 10 do shared = shared + 1 coroutine.yield(shared) end end
local one, two = coroutine.wrap(add), coroutine.wrap(add)
for _ = 1, 10 do one() two() end
equal(20, shared)
local getter
co = coroutine.create(function()
    local mine = "before"
    getter = function() return mine end
    coroutine.yield()
    mine = "after"
    coroutine.yield()
end)
coroutine.resume(co)
equal("before", getter())
coroutine.resume(co)
equal("after", getter())
co = nil
collectgarbage()
equal("after", getter())

-- Many at once; permutations by recursion.
local threads = {}
for i = 1, 500 do threads[i] = coroutine.wrap(function() local n = i while true do n = n + coroutine.yield(n) end end) end
local sum = 0
for i = 1, 500 do threads[i]() end
for i = 1, 500 do sum = sum + threads[i](1) end
equal(500 * 501 / 2 + 500, sum)
local function permute(t, n)
    n = n or #t
    if n < 2 then return coroutine.yield(table.concat(t)) end
    for i = 1, n do
        t[n], t[i] = t[i], t[n]
        permute(t, n - 1)
        t[n], t[i] = t[i], t[n]
    end
end
local found = {}
for p in coroutine.wrap(function() permute{"a", "b", "c"} end) do found[#found + 1] = p end
equal("bca cba cab acb bac abc", table.concat(found, " "))

-- Arguments are checked.
fails("bad argument #1 to '?' (Lua function expected)", coroutine.create, print)
fails("bad argument #1 to '?' (Lua function expected)", coroutine.create, 1)
fails("bad argument #1 to '?' (coroutine expected)", coroutine.resume, print)
fails("bad argument #1 to '?' (coroutine expected)", coroutine.status, {})
