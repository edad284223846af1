-- Manual 2.10: garbage collection, finalisers, weak tables.

-- collectgarbage: count in kilobytes, collect, step, stop and restart, pause and step multiplier.
check(type(collectgarbage("count")) == "number" and collectgarbage("count") > 1)
equal(0, collectgarbage("collect"))
equal(0, collectgarbage())
local old = collectgarbage("setpause", 150)
equal(150, collectgarbage("setpause", old))
old = collectgarbage("setstepmul", 300)
equal(300, collectgarbage("setstepmul", old))
check(math.abs(gcinfo() - collectgarbage("count")) < 100)
fails("bad argument #1 to '?' (invalid option 'nosuch')", collectgarbage, "nosuch")

-- Memory comes back: garbage made over and over doesn't add up.
collectgarbage()
local base = collectgarbage("count")
for i = 1, 20000 do local t = {i, {i}, "text" .. i, function() return i end} end
collectgarbage()
check(collectgarbage("count") < base + 200, "garbage goes")
-- Without being asked, too.
local most = 0
for i = 1, 100000 do
    local t = {i}
    if i % 1000 == 0 then most = math.max(most, collectgarbage("count")) end
end
check(most < base + 2000, "the collector works by itself")
-- Stopped it doesn't; steps do work until a cycle ends.
collectgarbage("stop")
local before = collectgarbage("count")
for i = 1, 10000 do local t = {i} end
check(collectgarbage("count") > before + 300)
collectgarbage("restart")
local steps = 0
repeat steps = steps + 1 until collectgarbage("step", 0) or steps > 100000
check(steps <= 100000, "steps end a cycle")

-- What is reachable stays: through upvalues, metatables, environments, coroutines, varargs, keys.
local function everything()
    local t = {marker = {"upvalue"}}
    local c = coroutine.wrap(function(...) coroutine.yield() return ({...})[1].text end)
    c({text = "vararg"})
    local meta = setmetatable({}, {__index = {found = "metatable"}})
    local keyed = {[{}] = "key"}
    return function() return t.marker[1], c(), meta.found, (select(2, next(keyed))) end
end
local hold = everything()
for _ = 1, 3 do collectgarbage() end
list("upvalue vararg metatable key", hold())

-- Weak values go when nothing else holds them; strings and numbers never do.
local weak = setmetatable({}, {__mode = "v"})
local kept = {}
weak[1], weak[2], weak[3], weak[4], weak.x = {}, kept, "string", 12, function() end
weak.f = print
collectgarbage()
check(weak[1] == nil and weak[2] == kept and weak[3] == "string" and weak[4] == 12 and weak.f == print)
-- Weak keys.
weak = setmetatable({}, {__mode = "k"})
weak[{}] = 1
weak[kept] = "kept"
weak.text = {}
collectgarbage()
local count = 0
for _ in pairs(weak) do count = count + 1 end
check(count == 2 and weak[kept] == "kept" and type(weak.text) == "table")
-- Both: an entry goes when either does.
weak = setmetatable({}, {__mode = "kv"})
weak[kept] = {}
weak[1] = kept
collectgarbage()
check(weak[kept] == nil and weak[1] == kept)
-- A weak key whose value refers to it: in 5.1 the value is strong, so the entry stays.
weak = setmetatable({}, {__mode = "k"})
do local key = {} weak[key] = {key} end
collectgarbage()
check(next(weak) ~= nil)
-- The mode is seen when the table is met, whatever was in it before.
local late = {{}, {}, kept}
setmetatable(late, {__mode = "v"})
collectgarbage()
check(late[1] == nil and late[2] == nil and late[3] == kept)
-- A cycle is garbage like all else.
weak = setmetatable({}, {__mode = "v"})
do
    local a, b = {}, {}
    a.b, b.a = b, a
    weak[1], weak[2] = a, b
end
collectgarbage()
check(weak[1] == nil and weak[2] == nil)
-- So are a function and a coroutine nobody has.
do
    local self
    self = function() return self end
    weak[1] = self
    weak[2] = coroutine.create(function() coroutine.yield(self) end)
    coroutine.resume(weak[2])
end
collectgarbage()
check(weak[1] == nil and weak[2] == nil)

-- Entries may be cleared while a table is traversed, in the midst of collections.
local many = {}
for i = 1, 1000 do many["key" .. i] = {} end
local visited = 0
for key in pairs(many) do
    visited = visited + 1
    many[key] = nil
    if visited % 100 == 0 then collectgarbage() end
end
check(visited == 1000 and next(many) == nil)

-- __gc is for userdata: newproxy makes some. Finalisers run in reverse order of creation.
if newproxy then
    local order = {}
    for i = 1, 3 do
        local proxy = newproxy(true)
        getmetatable(proxy).__gc = function() order[#order + 1] = i end
    end
    collectgarbage()
    collectgarbage()
    list("3 2 1", unpack(order))
    -- A table's __gc is nothing in 5.1.
    do local t = setmetatable({}, {__gc = function() order.table = true end}) end
    collectgarbage()
    check(not order.table)
end
