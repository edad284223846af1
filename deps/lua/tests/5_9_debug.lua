-- Manual 5.9: debug, of which this program offers what reading an error takes: getinfo by level, getlocal, the
-- metatables, the registry and traceback.

-- debug.traceback: the message, then the calls from level (1 is the caller) on.
local function inner(...) return (debug.traceback(...)) end
local text = inner("message")
check(text:find("^message\nstack traceback:\n\t[^\n]*5_9_debug.lua:5: in function 'inner'\n\t[^\n]*5_9_debug.lua:6: in main chunk"))
check(inner():find("^stack traceback:\n\t[^\n]*: in function 'inner'"))
check(inner("m", 2):find("^m\nstack traceback:\n\t[^\n]*: in main chunk"))
-- A message that is no string is returned untouched.
local object = {}
check(debug.traceback(object) == object and debug.traceback(true) == true and debug.traceback(nil) == nil)
equal("5\nstack", debug.traceback(5):sub(1, 7))
-- A thread may come first: the traceback is its own.
local co = coroutine.create(function() local function within() coroutine.yield() end within() end)
coroutine.resume(co)
text = debug.traceback(co)
check(text:find("^stack traceback:\n\t%[C%]: in function 'yield'\n\t[^\n]*: in function 'within'\n\t[^\n]*: in function <"))
check(debug.traceback(co, "words"):find("^words\nstack traceback:\n\t%[C%]"))
check(not debug.traceback(co, "", 1):find("yield"))
equal("stack traceback:", debug.traceback(coroutine.create(function() end)))
-- A tail call leaves a line that says so.
local function tail() return inner("t") end
local function calls() local t = tail() return t end
check(calls():find("in function <[^\n]*\n\t%(tail call%): %?\n"), "tail")
-- Deep stacks show the first and the last levels.
local function deep(n) if n == 0 then return debug.traceback("") end local r = deep(n - 1) return r end
text = deep(100)
check(text:find("\n\t...\n", 1, true))
equal(23, select(2, text:gsub("\n", "")))
-- Methods, fields, globals and upvalues are named.
local holder = {}
function holder.field() return (debug.traceback()) end
function holder:method() return (debug.traceback()) end
function global_function() return (debug.traceback()) end
check(holder.field():find("in function 'field'", 1, true) and holder:method():find("in function 'method'", 1, true) and
    global_function():find("in function 'global_function'", 1, true))
global_function = nil

-- debug.getinfo(level): 0 is getinfo itself, 1 the caller; nil beyond the last level.
local function here() local info = debug.getinfo(1) return info end
local info = here()
list("Lua local here 41 41", info.what, info.namewhat, info.name, info.currentline, info.linedefined)
check(info.source:find("^@.*5_9_debug.lua$") and info.short_src:find("5_9_debug.lua", 1, true))
info = debug.getinfo(0)
list("C =[C] [C] -1 -1", info.what, info.source, info.short_src, info.currentline, info.linedefined)
info = debug.getinfo(1)
list("main 0 47", info.what, info.linedefined, info.currentline)
equal(nil, debug.getinfo(1000))
equal("[string \"local i = debug.getinfo(1) return i\"]", loadstring("local i = debug.getinfo(1) return i")().short_src)
equal("words", loadstring("local i = debug.getinfo(1) return i", "=words")().short_src)
equal("tail", (function() return (function() local i = debug.getinfo(2) return i end)() end)().what)

-- debug.getlocal(level, n): name and value of the nth local, in order of declaration; nil when there is none.
local function locals(parameter)
    local first, second = "one", {}
    do local gone end
    local names = {}
    for n = 1, 3 do
        local name, value = debug.getlocal(1, n)
        names[n] = name .. "=" .. type(value)
    end
    return table.concat(names, " "), (debug.getlocal(1, 100))
end
list("parameter=number first=string second=table nil", locals(1))
list("parameter 7", (function(parameter) local name, value = debug.getlocal(1, 1) return name, value end)(7))
fails("bad argument #1 to '?' (level out of range)", debug.getlocal, 1000, 1)

-- debug.getmetatable and debug.setmetatable pass by __metatable, and work on any value.
local protected = setmetatable({}, {__metatable = "hidden", __index = {x = 1}})
equal("hidden", getmetatable(protected))
equal("table", type(debug.getmetatable(protected)))
equal(nil, debug.getmetatable({}))
equal(true, debug.setmetatable(protected, {__index = {x = 2}}))
equal(2, protected.x)
check(debug.setmetatable(1, {__index = {double = function(n) return 2 * n end}}))
equal(14, (7):double())
debug.setmetatable(1, nil)
fails("attempt to index a number value", function() return (7).double end)
debug.setmetatable(nil, {__index = function() return "of nil" end})
equal("of nil", (nil).anything)
debug.setmetatable(nil, nil)
debug.setmetatable(print, {__index = {name = "a function"}})
equal("a function", print.name)
debug.setmetatable(print, nil)
fails("bad argument #2 to '?' (nil or table expected)", debug.setmetatable, {}, 1)

-- debug.getregistry: the same table each time.
check(type(debug.getregistry()) == "table" and debug.getregistry() == debug.getregistry())
