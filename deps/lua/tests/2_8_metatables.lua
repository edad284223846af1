-- Manual 2.8: metatables. (2.9, environments, is with 2.7; 2.10, collection, has its own file.)

-- Every value may have a metatable; getmetatable tells, setmetatable sets that of a table. Strings share one.
local t, meta = {}, {}
equal(nil, getmetatable(t))
check(setmetatable(t, meta) == t and getmetatable(t) == meta)
check(getmetatable("").__index == string and getmetatable("a") == getmetatable("b"))
equal(nil, getmetatable(1) or getmetatable(print) or getmetatable(nil) or getmetatable(true))
setmetatable(t, nil)
equal(nil, getmetatable(t))
-- __metatable: what getmetatable tells, and no more setting.
local protected = setmetatable({}, {__metatable = 1})
equal(1, getmetatable(protected))
fails("cannot change a protected metatable", setmetatable, protected, {})
-- Tables may share a metatable; a table may be its own. Access to the metatable's fields is raw.
local shared = {__add = function() return "shared" end}
list("shared shared", setmetatable({}, shared) + 1, setmetatable({}, shared) + 2)
local own = {__unm = function() return "own" end}
equal("own", -setmetatable(own, own))
local inherits = setmetatable({}, setmetatable({}, {__index = {__add = function() return "inherited" end}}))
fails("attempt to perform arithmetic on upvalue 'inherits' (a table value)", function() return inherits + 1 end)

-- Arithmetic: add sub mul div mod pow unm. The first operand's handler is asked first, then the second's.
local events = {}
for _, name in ipairs{"add", "sub", "mul", "div", "mod", "pow"} do
    events["__" .. name] = function(a, b) return name .. (type(a) == "table" and "T" or a) .. (type(b) == "table" and "T" or b) end
end
local m = setmetatable({}, events)
list("addT1 sub1T mulTT divT2 mod2T powTx", m + 1, 1 - m, m * m, m / 2, 2 % m, m ^ "x")
list("addxT subT3 add10T", "x" + m, m - 3, "10" + m)
equal("add1T", loadstring("local m = ... return 1 + m")(m))
local other = setmetatable({}, {__add = function() return "other" end})
list("addTT other", m + other, other + m)
fails("attempt to perform arithmetic on upvalue 'other' (a table value)", function() return other - 1 end)
-- unm gets its operand; the result of any handler is cut to one value, none is nil.
equal(true, -setmetatable({}, {__unm = function(a) return type(a) == "table", 2 end}))
equal(nil, setmetatable({}, {__add = function() end}) + 1)
list("1 x", setmetatable({}, {__mul = function() return 1, 2 end}) * 1, "x")
-- A handler may be callable rather than a function.
equal("callable", setmetatable({}, {__add = setmetatable({}, {__call = function() return "callable" end})}) + 1)
fails("attempt to call a number value", function() return setmetatable({}, {__add = 1}) + 1 end)

-- concat: when an operand is neither string nor number; from the right.
local c = setmetatable({}, {__concat = function(a, b)
    return (type(a) == "table" and "T" or a) .. "." .. (type(b) == "table" and "T" or b)
end})
list("T.x x.T 1.T T.T", c .. "x", "x" .. c, 1 .. c, c .. c)
list("ab.T T.cd", "a" .. "b" .. c, c .. "c" .. "d")
-- len: of tables it is never asked (5.1).
equal(0, #setmetatable({}, {__len = function() return 5 end}))

-- eq: for two tables (or userdata) that are not the same, when both have the same handler; the result is a boolean.
local asked = 0
local comparing = {__eq = function(a, b) asked = asked + 1 return a.v == b.v and "yes" end}
local function box(v, metatable) return setmetatable({v = v}, metatable or comparing) end
list("true false false true", box(1) == box(1), box(1) == box(2), box(1) ~= box(1), box(1) ~= box(2))
equal(4, asked)
local same = box(1)
check(same == same and box(1) ~= 1 and not (box(1) == "x"))
equal(4, asked)
check(box(1) ~= box(1, {__eq = function() return true end}))
check(box(1) == box(1, {__eq = comparing.__eq}))
-- lt: two values that are not both numbers or strings, with the same handler; a > b is b < a.
local ordered = {__lt = function(a, b) return a.v < b.v end}
check(box(1, ordered) < box(2, ordered) and box(2, ordered) > box(1, ordered) and not (box(1, ordered) > box(2, ordered)))
-- le: without a handler, not (b < a).
check(box(1, ordered) <= box(1, ordered) and box(2, ordered) >= box(1, ordered) and not (box(2, ordered) <= box(1, ordered)))
ordered.__le = function() return "truthy" end
equal(true, box(9, ordered) <= box(1, ordered))
fails("attempt to compare two table values", function()
    return setmetatable({}, {__lt = function() end}) < setmetatable({}, {__lt = function() end})
end)
fails("attempt to compare table with number", function() return box(1, ordered) < 1 end)

-- index: asked for absent keys only; a function is called with table and key, anything else is indexed in turn.
local d = setmetatable({own = 0}, {__index = setmetatable({y = 2}, {__index = {x = 1}})})
list("0 1 2 nil", d.own, d.x, d.y, d.z)
equal(nil, rawget(d, "x"))
local f = setmetatable({}, {__index = function(_, key) return key .. "!", "dropped" end})
list("a! 1! b!", f.a, f[1], f["b"])
equal("e", setmetatable({}, {__index = "text"}).rep == string.rep and "e")
-- Absent means nil: a false is there.
equal(false, setmetatable({no = false}, {__index = function() return "asked" end}).no)
equal(nil, setmetatable({}, {__index = function() end})[1])
-- Values that aren't tables are indexed through their metatable.
equal(3, ("abc"):len())
equal(nil, ("abc").nothing)
fails("attempt to index local 'number' (a number value)", function() local number = 1 return number.x end)
-- newindex: asked for absent keys; a function is called, into anything else is assigned.
local store = {}
local w = setmetatable({old = 1}, {__newindex = store})
w.new, w.old = 2, 3
list("nil 2 3 nil", rawget(w, "new"), store.new, w.old, store.old)
w = setmetatable({}, {__newindex = function(target, key, value) rawset(target, key, value * 2) end})
w.a = 5
w.a = w.a + 1
list("10 11", 10, w.a)
w[1] = 1
local key = "dynamic"
w[key] = 4
list("2 8", w[1], w.dynamic)
local through = setmetatable({}, {__newindex = setmetatable({}, {__newindex = function(_, k, v) store[k] = v end})})
through.far = "away"
equal("away", store.far)
fails("table index is nil", function() setmetatable({}, {__newindex = {}})[nil] = 1 end)
fails("table index is nil", function() setmetatable({}, {__newindex = function() end})[nil] = 1 end)
fails("table index is NaN", function() setmetatable({}, {__newindex = print})[0 / 0] = 1 end)
local looping = {}
setmetatable(looping, {__index = looping, __newindex = looping})
fails("loop in gettable", function() return looping.x end)
fails("loop in settable", function() looping.x = 1 end)

-- call: a value that is no function is passed to its handler in front of the arguments.
local called = setmetatable({}, {__call = function(self, ...) return self, select("#", ...), ... end})
local who, number, first = called("x", nil)
check(who == called and number == 2 and first == "x")
equal(called, (called()))
local method = {run = called}
equal(method, select(3, method:run()))
fails("attempt to call local 'bad' (a table value)", "local bad = setmetatable({}, {__call = {}}) bad()")
fails("attempt to call a table value", function() return setmetatable({}, {__call = setmetatable({}, {__call = print})})() end)

-- tostring heeds __tostring; print and error messages go by it or the type.
equal("shown", tostring(setmetatable({}, {__tostring = function() return "shown" end})))
equal(5, tostring(setmetatable({}, {__tostring = function() return 5 end})))
-- A handler found missing may be set later, and unset, in any way.
local late = setmetatable({}, {})
equal(nil, late.x)
getmetatable(late).__index = function() return "late" end
equal("late", late.x)
rawset(getmetatable(late), "__index", nil)
equal(nil, late.x)
getmetatable(late)["__in" .. "dex"] = {x = "again"}
equal("again", late.x)
getmetatable(late).__index = nil
for _ = 1, 3 do getmetatable(late)["other" .. _] = 1 end
equal(nil, late.x)
-- Raw access asks nobody.
local deaf = setmetatable({}, {__index = error, __newindex = error, __eq = error})
rawset(deaf, "x", 1)
list("1 nil false", rawget(deaf, "x"), rawget(deaf, "y"), rawequal(deaf, setmetatable({}, getmetatable(deaf))))

-- Errors in handlers pass; handlers nest.
fails("in handler", function() return setmetatable({}, {__add = function() error("in handler", 0) end}) + 1 end)
local chain = setmetatable({}, {__index = function(_, k) if k == 0 then return "end" end return setmetatable({}, {
    __index = function(_, j) return j - 1 end})[k] end})
equal(4, chain[5])
