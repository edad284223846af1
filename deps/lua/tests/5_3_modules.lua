-- Manual 5.3: modules. Modules are found along package.path; this program has no modules in C.

local directory = os.tmpname()
os.remove(directory)
local function write(name, text)
    local path = directory .. "_" .. name:gsub("%.", "_") .. ".lua"
    local file = assert(io.open(path, "w"))
    file:write(text)
    file:close()
    return path
end
local standard_path = package.path
package.path = directory .. "_none_?.lua;" .. directory .. "_?.lua"

-- The library exports two functions to the globals, and the table package.
list("function function table", type(require), type(module), type(package))

-- require first looks in package.loaded whether the module is loaded; if so it returns that value.
package.loaded.already = "the value"
equal("the value", require("already"))
check(require("string") == string and require("_G") == _G and package.loaded.package == package)

-- It asks package.preload before any file; the loader is called with the module's name.
package.preload.prepared = function(...) return select("#", ...) .. (...) end
equal("1prepared", require("prepared"))
equal("1prepared", package.loaded.prepared)

-- Then a Lua loader along package.path: templates by semicolons, each ? replaced by the name, whose dots are directories.
local made = {}
made[1] = write("plain", "count = (count or 0) + 1 return {name = ...}")
local plain = require("plain")
equal("plain", plain.name)
-- Once loaded, the file does not run again.
check(require("plain") == plain and count == 1)
count = nil
-- A value the loader returns is assigned to package.loaded[name]; without one, what the loader put there is the result ...
made[2] = write("assigns", "package.loaded[...] = 'assigned'")
equal("assigned", require("assigns"))
-- ... and with neither, true.
made[3] = write("nothing", "ran = true")
equal(true, require("nothing"))
check(package.loaded.nothing == true and ran)
ran = nil
made[4] = write("falsy", "return false")
equal(false, require("falsy"))

-- An error while loading or running the module, or no loader at all, makes require raise.
made[5] = write("broken", "x = = 1")
local ok, message = pcall(require, "broken")
check(not ok and message:find("error loading module 'broken' from file '", 1, true) and message:find("near '='", 1, true))
made[6] = write("raises", "error('inside', 0)")
fails("inside", require, "raises")
-- The mark of a load in progress stays: a loop, and a load after an error, are told apart from modules not found.
fails("loop or previous error loading module 'raises'", require, "raises")
made[7] = write("circle", "return require('circle')")
fails("loop or previous error loading module 'circle'", require, "circle")
ok, message = pcall(require, "no.such")
check(message:find("module 'no.such' not found:\n\tno field package.preload['no.such']", 1, true))
check(message:find("no file '" .. directory .. "_none_no/such.lua'\n\tno file '" .. directory .. "_no/such.lua'", 1, true))

-- package.path must be a string; package.loaders is the list require asks, which may be changed.
local path = package.path
package.path = nil
fails("'package.path' must be a string", require, "more")
package.path = path
table.insert(package.loaders, 1, function(name)
    if name == "found.first" then return function() return "by my loader" end end
end)
equal("by my loader", require("found.first"))
table.remove(package.loaders, 1)
-- A text a loader returns is part of the message.
table.insert(package.loaders, function(name) return "\n\tnot under the bed: " .. name end)
ok, message = pcall(require, "lost")
check(message:find("\n\tnot under the bed: lost$"))
table.remove(package.loaders)

-- module(name): makes a table, sets it as the global and as package.loaded, as the environment of the caller, with
-- _NAME, _M and _PACKAGE.
local function create()
    module("mine.inner")
    value = 5
    function get() return value end
end
create()
check(mine.inner == package.loaded["mine.inner"] and mine.inner.value == 5 and mine.inner.get() == 5)
check(rawget(_G, "value") == nil and mine.inner._M == mine.inner)
list("mine.inner mine.", mine.inner._NAME, mine.inner._PACKAGE)
-- A table that is there, in package.loaded or among the globals, is taken.
there = {old = 1}
local function extend() module("there") new = 2 end
extend()
list("1 2 there ", there.old, there.new, there._NAME, there._PACKAGE)
-- The name of something else is a conflict.
atom = 1
fails("name conflict for module 'atom.part'", function() module("atom.part") end)
fails("name conflict for module 'atom'", function() module("atom") end)
atom = nil
-- The options are functions that get the module; package.seeall makes it inherit from the globals.
local seen
local function inherit() module("inheriting", package.seeall, function(m) seen = m end) shown = tostring(1) end
inherit()
check(seen == inheriting and inheriting.shown == "1" and rawget(inheriting, "tostring") == nil)
check(getmetatable(inheriting).__index == _G)
-- Only a Lua function has an environment to set.
fails("'module' not called from a Lua function", module, "by.pcall")
fails("bad argument #1 to '?' (table expected, got number)", package.seeall, 1)

for _, file in ipairs(made) do os.remove(file) end
package.path = standard_path
for name in ("already prepared plain assigns nothing falsy raises circle mine.inner there inheriting"):gmatch("%S+") do
    package.loaded[name] = nil
end
mine, there, inheriting, by, x = nil
