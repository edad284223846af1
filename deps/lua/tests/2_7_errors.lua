-- Manual 2.7: error handling; 2.9: environments.

-- error raises, pcall catches; whatever value is raised arrives unchanged.
for _, value in ipairs{{}, print, true} do
    local ok, e = pcall(error, value)
    check(not ok and e == value)
end
local ok, e = pcall(error)
check(not ok and e == nil)
list("false nil", pcall(error, nil))
-- A text gets the position: level 1 where error was called, 2 where that function was, 0 none.
local function raise(level) error("text", level) end
local function caller(level) raise(level) end
local function position(level) return (select(2, pcall(caller, level)):gsub("^[^:]*/", "")) end
local first = tonumber((position(1):match("(%d+): text$")))
check(first and position(2):match("(%d+): text$") == tostring(first + 1))
equal("text", position(0))
-- An error in a called function ends all between it and the pcall.
local reached = {}
local function deep(n)
    if n == 0 then error("bottom", 0) end
    deep(n - 1)
    reached[#reached + 1] = n
end
list("false bottom", pcall(deep, 50))
equal(0, #reached)
-- pcall returns true and all results; xpcall's handler runs where the error was.
list("true 1 nil 3", pcall(function() return 1, nil, 3 end))
list("false handled: x", xpcall(function() error("x", 0) end, function(m) return "handled: " .. m end))
local depth = xpcall(function() local nothing = nil; nothing.field = 1 end,
    function(m) check(m:find("attempt to index local 'nothing' (a nil value)", 1, true)) return m end)
check(depth == false)
list("true", xpcall(function() end, error))
-- A handler that fails itself.
local okay, second = xpcall(error, function() error("again") end)
check(okay == false)
-- Errors pass through C functions: sort, gsub, and metamethods.
fails("in sort", table.sort, {3, 2, 1}, function() error("in sort", 0) end)
fails("in gsub", string.gsub, "abc", ".", function() error("in gsub", 0) end)
fails("in index", function() return setmetatable({}, {__index = function() error("in index", 0) end}).x end)
-- State stays whole after an error: upvalues closed, locals of the catcher untouched.
local captured
local before = 1
pcall(function()
    local v = "alive"
    captured = function() return v end
    error()
end)
equal("alive", captured())
equal(1, before)
-- Names in messages: local, global, field, method, upvalue, constant.
fails("attempt to call global 'no_such_function' (a nil value)", function() no_such_function() end)
fails("attempt to call local 'l' (a number value)", function() local l = 1; l() end)
fails("attempt to call upvalue 'before' (a number value)", function() before() end)
fails("attempt to call field 'f' (a nil value)", function() local t = {} t.f() end)
-- What `and` and `or` choose has no name, unless there was nothing to choose; nor has what a loop calls.
some = {}
fails("attempt to perform arithmetic on a table value", function() return (some and {}) - 1 end)
fails("attempt to perform arithmetic on a nil value", function() return (nothing and some) - 1 end)
fails("attempt to index a nil value", function() return (nothing or nil).x end)
fails("attempt to perform arithmetic on field '?' (a nil value)",
    function() local t, k = {}, "x" return (true and t[k]) + 1 end)
fails("attempt to perform arithmetic on field '?' (a nil value)",
    function() local t, k = {}, "x" return ((some or "a") and t[k]) + 1 end)
fails("attempt to perform arithmetic on a nil value", function() local t, k = {}, "x" return (some and t[k]) + 1 end)
fails("attempt to perform arithmetic on local 'b' (a table value)",
    function() local a, b, c, d = 1, {}, 3, 4 local x = (((c or d) and b) % a) end)
fails("attempt to call global 'nothing' (a nil value)", function() local y = (not nil and nothing)() end)
fails("attempt to call a table value", function() for k in {1, [2.5] = some} do end end)
some = nil
fails("attempt to call method 'm' (a nil value)", function() local t = {} t:m() end)
fails("attempt to index field 'a' (a nil value)", function() local t = {} return t.a.b end)
fails("attempt to index global 'no_such_table' (a nil value)", function() return no_such_table.x end)
fails("attempt to concatenate local 'n' (a nil value)", function() local n; return "x" .. n end)
fails("attempt to get length of local 'n' (a nil value)", function() local n; return #n end)
fails("attempt to perform arithmetic on field 'x' (a nil value)", function() local t = {} return t.x + 1 end)
fails("attempt to compare nil with number", function() return nil < 1 end)
fails("attempt to compare two table values", function() return {} < {} end)
fails("'for' initial value must be a number", function() for i = "a", 2 do end end)
fails("'for' limit must be a number", function() for i = 1, {} do end end)
fails("'for' step must be a number", function() for i = 1, 2, {} do end end)
-- Running out of stack is an error like others, and the state goes on.
local function endless() return 1 + endless() end
for _ = 1, 3 do
    local fine, message = pcall(endless)
    check(not fine and message:find("stack overflow", 1, true))
end
-- pcall within pcall, and errors raised again.
list("false inner", pcall(function()
    local _, problem = pcall(error, "inner", 0)
    error(problem, 0)
end))

-- 2.9: threads, functions and userdata have environments. getfenv(1) is the running function's, 0 the thread's.
check(getfenv() == getfenv(1) and getfenv(print) == _G and getfenv(0) == _G)
-- A new function inherits the environment of its creator.
local env = {tonumber = tonumber}
local maker = setfenv(function() return function() y = 1 return y end end, env)
local made = maker()
check(getfenv(made) == env and made() == 1 and env.y == 1)
-- setfenv changes it for that closure alone, and returns it.
local other = {}
check(setfenv(made, other) == made and getfenv(made) == other and getfenv(maker) == env)
-- By level: the running function.
local function settle()
    local set = setfenv
    set(1, {inside = "yes"})
    return inside
end
equal("yes", settle())
-- The thread's environment is that of chunks loaded in it.
local thread = coroutine.create(function()
    local set, load_text, get = setfenv, loadstring, getfenv
    local mine = {value = "thread's"}
    set(0, mine)
    return get(load_text("return value")) == mine, load_text("return value")()
end)
list("true true thread's", coroutine.resume(thread))
check(getfenv(0) == _G)
-- C functions' environments can't be changed; levels are checked.
fails("'setfenv' cannot change environment of given object", setfenv, print, {})
fails("bad argument #1 to '?' (level must be non-negative)", getfenv, -1)
fails("bad argument #1 to '?' (invalid level)", getfenv, 10000)
fails("bad argument #2 to '?' (table expected, got no value)", setfenv, made)
-- __fenv of the environment hides it from getfenv? No: of its metatable it does not either.
setmetatable(other, {__fenv = "hidden"})
check(getfenv(made) == other)
