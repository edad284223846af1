-- 2.3 Variables, 2.4 Statements
local a, b, c = 1, 2
equal(nil, c)
a, b = b, a
list("2 1", a, b)
local i, t = 3, {}
i, t[i] = i + 1, 20
list("4 20 nil", i, t[3], t[4])
do local x = {1} local y x, x[1], y = 5, 6, 7 list("5 7", x, y) end
local function many() return 1, 2, 3 end
local p, q, r, s = many()
list("1 2 3 nil", p, q, r, s)
p, q, r = 0, many()
list("0 1 2", p, q, r)
p, q, r = many(), 0
list("1 0 nil", p, q, r)
t = {many(), many()} equal(4, #t)
t = {many(), (many())} equal(2, #t)
-- numeric for
local out = {} for k = 1, 3 do out[#out + 1] = k k = 10 end equal("123", table.concat(out))
out = {} for k = 3, 1, -1 do out[#out + 1] = k end equal("321", table.concat(out))
out = {} for k = 1, 0 do out[#out + 1] = k end equal(0, #out)
out = {} for k = "1", "2" do out[#out + 1] = k end equal("12", table.concat(out))
local count = 0 for k = 1, 10, 0 do count = count + 1 end equal(0, count)
count = 0 for k = 0, 1, 0.1 do count = count + 1 end check(count == 10 or count == 11)
count = 0 for k = 1, 0 / 0 do count = count + 1 end equal(0, count)
count = 0 for k = 1, math.huge do count = count + 1 if count == 5 then break end end equal(5, count)
fails("'for' initial value must be a number", "for i = 'a', 1 do end")
fails("'for' limit must be a number", "for i = 1, {} do end")
fails("'for' step must be a number", "for i = 1, 2, print do end")
-- generic for
local function iterate(max, k) if k < max then return k + 1, k * 2 end end
out = {} for k, v in iterate, 3, 0 do out[#out + 1] = k .. ":" .. v end equal("1:0 2:2 3:4", table.concat(out, " "))
out = {} for k, v, w, x in pairs{10} do list("1 10 nil nil", k, v, w, x) end
fails("attempt to call a nil value", "for k in nil do end")
fails("attempt to call a table value", "for k in {} do end")
local callable = setmetatable({n = 0}, {__call = function(self) self.n = self.n + 1 if self.n < 4
then return self.n end end})
count = 0 for k in callable do count = count + k end equal(6, count)
t = {1, 2, 3, x = 1, y = 2} for k in pairs(t) do t[k] = nil end equal(nil, next(t))
-- while, repeat, break
count = 0 while true do count = count + 1 if count > 9 then break end end equal(10, count)
count = 0 repeat local done = count == 4 count = count + 1 until done equal(5, count)
local fs = {} count = 0
repeat local x = count fs[#fs + 1] = function() x = x + 1 return x end count = count + 1 until x == 2
list("1 2 3 2", fs[1](), fs[2](), fs[3](), fs[1]())
for k = 1, 3 do fs[k] = function() return k end end list("1 2 3", fs[1](), fs[2](), fs[3]())
for k = 1, 5 do local x = k fs[k] = function() return x end if k == 2 then break end end equal(2, fs[2]())
-- return anywhere at the end of a block
local function f(x) do if x then return "yes" end end return "no" end
list("yes no", f(1), f())
fails("'<eof>' expected near 'x'", "return 1 x = 2")
fails("no loop to break near '<eof>'", "break")
fails("no loop to break near 'end'", "while x do local function f() break end end")
fails("'=' expected near 'x'", "goto x")
fails("unexpected symbol near '='", "f() = 1")
fails("'=' expected near '<eof>'", "x")
fails("syntax error near '='", "(a) = 1")
fails("'=' or 'in' expected near '<eof>'", "for a")
fails("'end' expected (to close 'if' at line 1) near '<eof>'", "if x then\n\n")
fails("'end' expected near '<eof>'", "while x do")
fails("'then' expected near '<eof>'", "if x")
fails("ambiguous syntax (function call x new statement) near '('", "f\n(1)")
fails("'<name>' expected near '1'", "local 1")
fails("function arguments expected near '='", "a.b:c = 1")
fails("cannot use '...' outside a vararg function near '...'", "function f() return ... end")
fails("unexpected symbol near ')'", "f(1,)")
fails("'}' expected near '<eof>'", "t = {1, 2")
fails("'}' expected (to close '{' at line 1) near '<eof>'", "t = {1, 2\n")
fails("chunk has too many syntax levels", "x = " .. ("("):rep(300) .. "1" .. (")"):rep(300))
fails("chunk has too many syntax levels", ("do "):rep(300) .. ("end "):rep(300))
fails("chunk has too many syntax levels", "x = " .. ("{"):rep(300) .. ("}"):rep(300))
fails("chunk has too many syntax levels", "x = " .. ("-"):rep(30):gsub("-", "- ") .. ("not "):rep(300) .. "1")
-- limits
local code = {} for k = 1, 201 do code[k] = "local a" .. k end
fails("main function has more than 200 local variables", table.concat(code, "\n"))
local body = "" for k = 1, 61 do body = "local u" .. k .. " " .. body end
local uses = {} for k = 1, 61 do uses[k] = "u" .. k end
fails("function at line 1 has more than 60 upvalues", body .. "function f() return " .. table.concat(uses,
    ", ") .. " end")
local long = {} for k = 1, 1000 do long[k] = "x" end
check(loadstring("local x = 1 return " .. table.concat(long, " + ")), "long chains compile")
equal(1000, loadstring("local x = 1 return " .. table.concat(long, " + "))())
local constants = {} for k = 1, 1000 do constants[k] = "t" .. k .. " = " .. k + 0.5 end
check(pcall(setfenv(loadstring(table.concat(constants, "\n") .. " return t999"), {})))
local items = {} for k = 1, 70000 do items[k] = k + 0.25 end
local big = loadstring("return {" .. table.concat(items, ",") .. "}")()
equal(70000, #big) equal(69999.25, big[69999])
