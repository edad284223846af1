-- Manual 2.4: statements. (2.3, variables, and 2.6, visibility, are with 2.2.)

-- 2.4.1: a chunk is a sequence of statements, each optionally followed by a semicolon; there are no empty statements.
equal(3, loadstring("local a = 1; local b = 2 return a + b;")())
equal(nil, loadstring("")())
fails("unexpected symbol near ';'", ";")
fails("unexpected symbol near ';'", "x = 1;;")
-- A chunk is the body of an anonymous function with variable arguments: it has locals, and can return values.
list("3 a nil c", loadstring("local n = select('#', ...) return n, ...")("a", nil, "c"))

-- 2.4.2: do ... end makes one statement of a block, to control the scope or to return in the midst.
do local inside = 1 end
equal(nil, inside)
local function early(x)
    do return x end
    return "late"
end
equal("now", early("now"))

-- 2.4.3: all right-hand sides are evaluated before the assignment.
local a, b, c = 1, 2
equal(nil, c)
a, b = b, a
list("2 1", a, b)
a, b, c = 0, 1
list("0 1 nil", a, b, c)
a, b = 1, 2, 3
list("1 2", a, b)
-- The example of the manual: the i in t[i] is evaluated before it is assigned.
local i, t = 3, {}
i, t[i] = i + 1, 20
list("4 20 nil", i, t[3], t[4])
do
    local x, y = {1}
    local kept = x
    x, x[1], y = 5, 6, 7
    list("5 6 7", x, kept[1], y)
end
-- A list is cut or filled with nil; a call at its end gives all its values, elsewhere one, and so in parentheses.
local function many() return 1, 2, 3 end
local function none() end
local p, q, r, s = many()
list("1 2 3 nil", p, q, r, s)
p, q, r = 0, many()
list("0 1 2", p, q, r)
p, q, r = many(), 0
list("1 0 nil", p, q, r)
p, q = (many())
list("1 nil", p, q)
p, q = none(), 1
list("nil 1", p, q)
equal(4, #{many(), many()})
equal(2, #{many(), (many())})
-- Extra values are evaluated all the same.
local count = 0
local function counted() count = count + 1 return count end
p = counted(), counted(), counted()
list("1 3", p, count)
-- Assignments to globals and fields run the events.
local log = {}
local watched = setmetatable({}, {__newindex = function(_, key, value) log[#log + 1] = key .. "=" .. value end})
watched.x, watched.y = 1, 2
check(#log == 2 and (log[1] == "x=1" or log[2] == "x=1"))
fails("syntax error near '='", "(a) = 1")
fails("unexpected symbol near '='", "f() = 1")
fails("'=' expected near '<eof>'", "x")
fails("unexpected symbol near '='", "x = = 1")
fails("syntax error near '<eof>'", "x, f()")

-- 2.4.4: while, repeat, if. false and nil are false, all else is true.
count = 0
while count < 10 do count = count + 1 end
equal(10, count)
while nil do count = -1 end
while false do count = -1 end
equal(10, count)
count = 0
repeat
    local done = count == 4
    count = count + 1
until done
equal(5, count)
local function sign(x)
    if x < 0 then return "negative" elseif x == 0 then return "zero" elseif x > 1e3 then return "big" else return "positive" end
end
list("negative zero positive big", sign(-1), sign(0), sign(1), sign(1e4))
if 0 then count = "zero is true" end
equal("zero is true", count)
-- return gives values from a function or chunk; break ends the innermost loop; both only as the last of a block.
list("yes no", (function(x) if x then return "yes" end return "no" end)(1), (function(x) return x and 1 or "no" end)())
local turns = 0
for _ = 1, 3 do
    while true do
        turns = turns + 1
        if turns % 2 == 0 then break end
    end
end
equal(6, turns)
equal(2, loadstring("for i = 1, 5 do do break end i = 10 end return 2")())
fails("'<eof>' expected near 'x'", "return 1 x = 2")
fails("'end' expected near 'x'", "while true do break x = 1 end")
fails("no loop to break near '<eof>'", "break")
fails("no loop to break near 'end'", "while x do local function f() break end end")

-- 2.4.5: the numeric for. Its three expressions are evaluated once, before; the step is 1 by default.
local function run(first, last, step)
    local out = {}
    for k = first, last, step or 1 do
        out[#out + 1] = k
        k = 10
        if #out == 20 then break end
    end
    return table.concat(out, " ")
end
equal("1 2 3", run(1, 3))
equal("3 2 1", run(3, 1, -1))
equal("", run(1, 0))
equal("", run(0, 1, -1))
equal("1", run(1, 1))
equal("0 0.25 0.5 0.75 1", run(0, 1, 0.25))
equal("1 3 5", run(1, 6, 2))
equal("1 2", run("1", "2"))
equal("", run(1, 0 / 0))
equal("", run(0 / 0, 1))
equal("1 2 3 4 5", run(1, 1 / 0):sub(1, 9))
local evaluated = 0
for _ = (function() evaluated = evaluated + 1 return 1 end)(), (function() evaluated = evaluated + 1 return 3 end)(), 1 do
    evaluated = evaluated + 10
end
equal(32, evaluated)
-- A step of zero never runs upwards (5.1: the limit is compared as for a negative step).
count = 0
for _ = 1, 10, 0 do count = count + 1 end
equal(0, count)
-- The loop's variable is local: gone behind it, and the outer one untouched.
local k = "outer"
for k = 1, 2 do count = k end
list("outer 2", k, count)
fails("'for' initial value must be a number", "for i = 'a', 1 do end")
fails("'for' limit must be a number", "for i = 1, {} do end")
fails("'for' limit must be a number", "for i = 1, nil do end")
fails("'for' step must be a number", "for i = 1, 2, print do end")
-- The generic for: explist is evaluated once, to an iterator, a state and a first value; ends at nil, not at false.
local function steps(max, v) if v < max then return v + 1, v * 2 end end
local out = {}
for v, w in steps, 3, 0 do out[#out + 1] = v .. ":" .. w end
equal("1:0 2:2 3:4", table.concat(out, " "))
for v, w, x, y in pairs{10} do list("1 10 nil nil", v, w, x, y) end
local falses = 0
for v in function() falses = falses + 1 if falses < 4 then return false end end do equal(false, v) end
equal(4, falses)
local callable = setmetatable({n = 0}, {__call = function(self)
    self.n = self.n + 1
    if self.n < 4 then return self.n end
end})
count = 0
for v in callable do count = count + v end
equal(6, count)
-- Clearing fields while traversing is allowed.
t = {1, 2, 3, x = 1, y = 2}
for key in pairs(t) do t[key] = nil end
equal(nil, next(t))
fails("attempt to call a nil value", "for k in nil do end")
fails("attempt to call a table value", "for k in {} do end")
fails("'=' or 'in' expected near '<eof>'", "for a")
fails("'in' expected near '='", "for a, b = 1, 2 do end")

-- 2.4.6: a call may be a statement; its values are thrown away. Nothing else may.
many();
("x"):rep(3)
t = {call = many}
t.call() t["call"]() t:call()
fails("'=' expected near '<eof>'", "t.x.y")
fails("ambiguous syntax (function call x new statement) near '('", "f\n(1)")
fails("function arguments expected near '='", "a.b:c = 1")
-- 2.4.7: local declarations may have an initial assignment, of the same semantics as a multiple one; else nil.
local one, two, three = many()
list("1 2 3", one, two, three)
local bare
equal(nil, bare)
-- A new local of the same name hides the old one, and may be made of it.
local twice = 1
local twice = twice + 1
equal(2, twice)
fails("'<name>' expected near '1'", "local 1")
fails("unexpected symbol near '.'", "local a.b = 1")

-- Blocks that don't end.
fails("'end' expected (to close 'if' at line 1) near '<eof>'", "if x then\n\n")
fails("'end' expected near '<eof>'", "while x do")
fails("'end' expected (to close 'function' at line 2) near '<eof>'", "\nlocal function f()\n")
fails("'until' expected (to close 'repeat' at line 1) near '<eof>'", "repeat\n")
fails("'then' expected near '<eof>'", "if x")
fails("'do' expected near 'x'", "while x x = 1 end")
fails("'<eof>' expected near 'end'", "do end end")

-- Limits: nested blocks and expressions, locals, upvalues; long chains and many constants are none.
fails("chunk has too many syntax levels", "x = " .. ("("):rep(300) .. "1" .. (")"):rep(300))
fails("chunk has too many syntax levels", ("do "):rep(300) .. ("end "):rep(300))
fails("chunk has too many syntax levels", "x = " .. ("{"):rep(300) .. ("}"):rep(300))
fails("chunk has too many syntax levels", "x = " .. ("not "):rep(300) .. "1")
local code = {}
for n = 1, 201 do code[n] = "local a" .. n end
fails("main function has more than 200 local variables", table.concat(code, "\n"))
local body = ""
for n = 1, 61 do body = "local u" .. n .. " " .. body end
local uses = {}
for n = 1, 61 do uses[n] = "u" .. n end
fails("function at line 1 has more than 60 upvalues", body .. "function f() return " .. table.concat(uses, ", ") .. " end")
local terms = {}
for n = 1, 1000 do terms[n] = "x" end
equal(1000, loadstring("local x = 1 return " .. table.concat(terms, " + "))())
local constants = {}
for n = 1, 1000 do constants[n] = "t" .. n .. " = " .. n + 0.5 end
equal(999.5, setfenv(loadstring(table.concat(constants, "\n") .. " return t999"), {})())
local items = {}
for n = 1, 70000 do items[n] = n + 0.25 end
local big = loadstring("return {" .. table.concat(items, ",") .. "}")()
check(#big == 70000 and big[69999] == 69999.25)
