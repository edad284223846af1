-- 2.8 Metatables, 2.9 Environments, 2.10 Garbage collection, 2.11 Coroutines
local log = {}
local events = {}
for _, name in ipairs{"add", "sub", "mul", "div", "mod", "pow", "concat"} do events["__" .. name] =
    function(a, b) return name end end
events.__unm = function(a, b) return "unm" end
events.__len = function() return "len" end
local m = setmetatable({}, events)
list("add sub mul div mod pow concat", m + 1, 1 - m, m * m, m / 2, 2 % m, m ^ 2, m .. "x")
list("unm concat concat add", -m, "x" .. m, 1 .. m, "10" + m) equal(0, #m, "__len is ignored for tables")
equal("len", #setmetatable({}, {}) == 0 and "len")
equal("aconcat", "a" .. "b" .. m) equal("concat", m .. "a" .. "b" == "concat" and "concat")
-- index
local base = {x = 1} local d = setmetatable({}, {__index = setmetatable({y = 2}, {__index = base})})
list("1 2 nil", d.x, d.y, d.z) equal(nil, rawget(d, "x"))
local f = setmetatable({}, {__index = function(t, k) return k .. "!" end})
list("a! 1!", f.a, f[1])
equal("b!", f["b"])
local store = {}
local
w = setmetatable({old = 1}, {__newindex = store})
w.new = 2
w.old = 3 list("nil 2 3 nil", rawget(w, "new"), store.new, w.old, store.old)
w = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v * 2) end}) w.a = 5 w.a = w.a + 1 equal(11, w.a)
w[1] = 1 equal(2, w[1]) local k = "dyn" w[k] = 4 equal(8, w.dyn)
local loop = {} setmetatable(loop, {__index = loop, __newindex = loop})
fails("loop in gettable", function() return loop.x end) fails("loop in settable", function() loop.x = 1 end)
-- call
local c = setmetatable({}, {__call = function(self, ...) return self, select("#", ...) end}) local s, n = c(1, nil)
check(s == c and n == 2)
fails("attempt to call local 'c2' (a table value)", "local c2 = setmetatable({}, {__call = {}}) c2()")
-- comparison
local mt = {__eq = function(a, b) log[#log + 1] = "eq" return a.v == b.v end, __lt = function(a, b) return a.v
    < b.v end}
local function box(v) return setmetatable({v = v}, mt) end
check(box(1) == box(1) and box(1) ~= box(2) and box(1) < box(2) and box(2) > box(1) and box(1) <= box(1) and
    box(2) >= box(1))
equal(2, #log)
check(not (box(1) == 1)) check(box(1) ~= setmetatable({v = 1}, {__eq = function() return true end}))
mt.__le = function() return "truthy" end equal(true, box(9) <= box(1))
fails("attempt to compare two table values", function() return
setmetatable({}, {__lt = function() end}) < setmetatable({}, {}) end)
-- events found missing once may appear later
local late = setmetatable({}, {})
equal(nil, late.x) getmetatable(late).__index = function() return "late" end equal("late", late.x)
rawset(getmetatable(late), "__index", nil)
equal(nil, late.x) getmetatable(late)["__in" .. "dex"] = {x = "again"} equal("again", late.x)
-- protected, tostring
fails("cannot change a protected metatable", setmetatable, setmetatable({}, {__metatable = 1}), {})
equal(1, getmetatable(setmetatable({}, {__metatable = 1})))
equal("shown", tostring(setmetatable({}, {__tostring = function() return "shown" end})))
equal(string, getmetatable("").__index)
-- environments
local env = {} local g = setfenv(function() v = 1 return v end, env)
equal(1, g())
equal(1, env.v)
equal(env, getfenv(g))
equal(_G, getfenv(print))
fails("'setfenv' cannot change environment of given object", function() setfenv(print, {}) end)
local inherits = setfenv(function() return function() return w2 end end, {w2 = 7}) equal(7, inherits()())
-- weak tables
local
weak = setmetatable({}, {__mode = "k"})
weak[{}] = 1
weak.s = {}
weak[1] = {}
collectgarbage()
local left = 0
for _ in pairs(weak) do left = left + 1 end equal(2, left)
weak = setmetatable({}, {__mode = "v"}) weak[1] = {} weak[2] = "string" weak.x = function() end collectgarbage()
list("nil string nil", weak[1], weak[2], weak.x)
weak = setmetatable({}, {__mode = "kv"}) weak[{}] = 1 weak[1] = {} collectgarbage() equal(nil, next(weak))
local key = {} weak = setmetatable({}, {__mode = "k"}) weak[key] = {} collectgarbage() check(weak[key]) 
-- finalisers
local
finalised = 0 do
local p = newproxy(true) getmetatable(p).__gc = function()
finalised = finalised + 1 end p = nil end
collectgarbage()
collectgarbage()
equal(1, finalised)
-- collector options
check(collectgarbage("count") > 10)
equal(200, collectgarbage("setpause", 150))
equal(150, collectgarbage("setpause", 200))
equal(0, collectgarbage("stop"))
equal(0, collectgarbage("restart"))
equal(0, collectgarbage())
equal(true, collectgarbage("step", 1e6))
local before = collectgarbage("count")
for i = 1, 1e5 do
local
t = {i} end check(collectgarbage("count") < before * 4 + 500, "garbage is collected on the way")
fails("bad argument #1 to '?' (invalid option 'bad')", collectgarbage, "bad")
-- a traversal survives collections
local
t = {}
for i = 1, 100 do t[{}] = i t["k" .. i] = i end
local seen = 0
for key, v in pairs(t) do t[key] = nil seen = seen + 1 if seen % 10 == 0
then
collectgarbage() end end equal(200, seen)
-- coroutines
local
co = coroutine.create(function(a, b)
local c = coroutine.yield(a + b)
local d, e = coroutine.yield(c * 2) return d + e end)
list("true 3", coroutine.resume(co, 1, 2))
equal("suspended", coroutine.status(co))
list("true 20", coroutine.resume(co, 10))
list("true 7", coroutine.resume(co, 3, 4))
equal("dead", coroutine.status(co))
list("false cannot resume dead coroutine", coroutine.resume(co))
equal(nil, coroutine.running())
local gen = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
list("1 2 3", gen(), gen(), gen())
equal(nil, gen())
fails("cannot resume dead coroutine", gen)
co = coroutine.create(function() error("inside") end) local ok, e = coroutine.resume(co)
check(not ok and e:find("inside"))
equal("dead", coroutine.status(co))
co = coroutine.create(function() error({}) end) ok, e = coroutine.resume(co) equal("table", type(e))
fails("attempt to yield across metamethod/C-call boundary", coroutine.yield, 1)
co = coroutine.wrap(function() return pcall(coroutine.yield, 1) end)
list("false attempt to yield across metamethod/C-call boundary", co())
co = coroutine.wrap(function() return setmetatable({}, {__index = function() coroutine.yield() end}).x end)
check(not pcall(co))
co = coroutine.wrap(function() table.sort({1, 2, 3}, coroutine.yield) end) check(not pcall(co))
local
outer
outer = coroutine.wrap(function()
local inner = coroutine.wrap(function()
coroutine.yield(coroutine.status(outer_thread)) end) return inner() end)
outer_thread = nil
co = coroutine.create(function()
local me = coroutine.running()
local
w = coroutine.wrap(function() return
coroutine.status(me), coroutine.resume(me) end) return
w() end)
list("true normal false cannot resume normal coroutine", coroutine.resume(co))
co = coroutine.create(function() return coroutine.resume(coroutine.running()) end)
list("true false cannot resume running coroutine", coroutine.resume(co))
co = coroutine.wrap(function(...) local a = {...} while true do a = {coroutine.yield(unpack(a))} end end)
list("1 nil 3", co(1, nil, 3))
list("", co())
equal("x", co("x"))
co = coroutine.wrap(function() return coroutine.yield(1) end)
equal(1, co())
list("a b", co("a", "b")) -- a yield in tail position
local deep deep = function(n) if n == 0
then
coroutine.yield("bottom") return 0 end return 1 + deep(n - 1) end
co = coroutine.wrap(deep)
equal("bottom", co(100))
equal(100, co())
local ring = {}
for i = 1, 200 do ring[i] = coroutine.create(function()
local x = {}
coroutine.yield(function() return x end) end)
coroutine.resume(ring[i]) end ring = nil
collectgarbage()
local leak do
local
th = coroutine.create(function()
local v = "alive"
coroutine.yield(function() return v end) end) local _, fn = coroutine.resume(th) leak = fn end
collectgarbage()
equal("alive", leak())
-- upvalues shared with a suspended coroutine
local shared = coroutine.wrap(function()
local v = 1
local
function inc() v = v + 1 end
coroutine.yield(inc)
coroutine.yield(v) end)
local inc = shared() inc()
collectgarbage() inc()
equal(3, shared())
