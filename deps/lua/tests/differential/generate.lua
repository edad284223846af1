-- Writes a random program for the seed in arg[1]: statements whose every result and error text is printed.
local seed = tonumber(arg[1]) % 2147483646 + 1
local function random(n)
    seed = seed * 16807 % 2147483647
    return seed % n + 1
end
for _ = 1, 20 do random(2) end
local function pick(list) return list[random(#list)] end
local function chance(n) return random(100) <= n end

local names = {"a", "b", "c", "d", "g1", "g2", "t", "f"}
local literals = {"nil", "true", "false", "0", "1", "2", "-1", "3.5", "1e15", "1e100", "0.1", "-0.5", "255",
    "'x'", "'10'",
    "'0x10'", "'abc'", "''", "' 5 '", "'%d'", "'a.b'", "{}", "{1,2,3}", "{x=1,y=2}", "{1,nil,3}", "(1/0)",
        "print", "t",
    "2^53", "123456789012345", "'long string that is longer than forty bytes for sure'"}
local binary = {"+", "-", "*", "/", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or"}
local unary = {"-", "not ", "#"}
local patterns = {"%a+", "(%w)(%w*)", "[^x]", "^a", "b$", "%d*", ".-b", "()", "%b()", "%f[%w]%w+", "[a-c]+",
    "(a", "%", "[a",
    "%1", "x?y", "[]]", "[%]]", ".", "a-$", "(.)%1", "[%a_][%w_]*", "%s*", "(()", "[^", "^", "$", "%g", "[a-]", "%z"}
local formats = {"%d", "%5.2f", "%s", "%q", "%x", "%g", "%c", "%-5s|", "%05d", "%+d", "%.3s", "%i", "%u",
    "%e", "%%", "%5s",
    "%.20s", "%y", "%", "%o", "%#x", "%.14g", "% d", "%123d", "%.3q"}
local calls = {
    function(e) return "string.rep(" .. e() .. ", " .. pick{"0", "1", "3", "-1", e()} .. ")" end,
    function(e) return "string.sub(" .. e() .. ", " .. e() .. ", " .. e() .. ")" end,
    function(e) return "string.find(" .. e() .. ", '" .. pick(patterns) .. "')" end,
    function(e) return "string.match(" .. e() .. ", '" .. pick(patterns) .. "', " .. random(4) - 2 .. ")" end,
    function(e) return "string.gsub(" .. e() .. ", '" .. pick(patterns) .. "', " .. pick{"'<%0>'", "'%1'",
        "'%2'", "{a=1}",
        "string.upper", "function(...) return ... end", "'%'", "''", e()} .. ")" end,
    function(e) return "string.format('" .. pick(formats) .. pick(formats) .. "', " .. e() .. ", " .. e() .. ")" end,
    function(e) return "string.byte(" .. e() .. ", " .. random(5) - 3 .. ", " .. e() .. ")" end,
    function(e) return "string.upper(" .. e() .. ")" end,
    function(e) return "string.reverse(" .. e() .. ")" end,
    function(e) return "(" .. e() .. "):len()" end,
    function(e) return "(" .. e() .. "):rep(2)" end,
    function(e) return "(" .. e() .. "):sub(" .. e() .. ")" end,
    function(e) return "tonumber(" .. e() .. pick{")", ", 16)", ", 2)", ", 36)", ", " .. e() .. ")"} end,
    function(e) return "tostring(" .. e() .. ")" end,
    function(e) return "type(" .. e() .. ")" end,
    function(e) return "select(" .. e() .. ", " .. e() .. ", " .. e() .. ")" end,
    function(e) return "select('#', " .. e() .. ")" end,
    function(e) return "unpack(" .. e() .. ", " .. random(3) .. ", " .. random(5) .. ")" end,
    function(e) return "math." .. pick{"floor", "ceil", "abs", "sqrt", "max", "min", "fmod", "modf", "frexp"}
        .. "(" .. e() ..
        ", " .. e() .. ")" end,
    function(e) return "table.concat(" .. e() .. ", " .. e() .. ")" end,
    function(e) return "rawget(" .. e() .. ", " .. e() .. ")" end,
    function(e) return "rawequal(" .. e() .. ", " .. e() .. ")" end,
    function(e) return "next(" .. e() .. ")" end,
    function(e) return "pcall(" .. e() .. ", " .. e() .. ")" end,
    function(e) return "pcall(error, " .. e() .. ")" end,
    function(e) return "getmetatable(" .. e() .. ")" end,
    function(e) return "setmetatable(" .. e() .. ", " .. e() .. ")" end,
    function(e) return "error(" .. e() .. ", " .. random(3) - 1 .. ")" end,
    function(e) return "assert(" .. e() .. ", " .. e() .. ")" end,
    function(e) return "ipairs(" .. e() .. ")" end,
    function(e) return "coroutine.wrap(function(...) return coroutine.yield(...) end)(" .. e() .. ")" end,
    function(e) return "coroutine.resume(coroutine.create(function() return " .. e() .. " end))" end,
    function(e) return "loadstring('return ' .. " .. e() .. ", 'chunk')" end,
    function(e) return "f(" .. e() .. ", " .. e() .. ")" end,
    function(e) return "t.m(" .. e() .. ")" end,
    function(e) return "t:m(" .. e() .. ")" end,
    function(e) return "t.missing(" .. e() .. ")" end,
    function(e) return "undefined(" .. e() .. ")" end,
}

local expression
local function shallow() return chance(60) and pick(literals) or pick(names) end
function expression(depth)
    depth = depth or 3
    if depth == 0 or chance(20) then return shallow() end
    local function sub() return expression(depth - 1) end
    local kind = random(12)
    if kind <= 4 then return "(" .. sub() .. " " .. pick(binary) .. " " .. sub() .. ")" end
    if kind == 5 then return pick(unary) .. sub() end
    if kind == 6 then return pick{"t", "a", "b"} .. pick{".x", ".y.z", "[1]", "[" .. sub() .. "]", "[1][2]"} end
    if kind == 7 then return "{" .. sub() .. ", k = " .. sub() .. ", [" .. pick{"1", "'q'", "2.5", sub()} ..
        "] = " .. sub() .. "}" end
    if kind == 8 then return "(function(...) local p, q = ... return q, p, select('#', ...) end)(" .. sub() ..
        ", " .. sub() .. ")" end
    if kind == 9 then return sub() .. " " .. pick(binary) .. " " .. sub() .. " " .. pick(binary) .. " " .. sub() end
    return pick(calls)(sub)
end

local statement
local function block(depth, indent)
    local lines = {}
    for i = 1, random(3) do lines[i] = statement(depth, indent) end
    return table.concat(lines)
end
function statement(depth, indent)
    indent = indent .. "  "
    local kind = depth > 0 and random(16) or random(8)
    if kind <= 3 then return indent .. "show(" .. expression() .. ")\n" end
    if kind == 4 then return indent .. pick(names) .. " = " .. expression() .. "\n" end
    if kind == 5 then return indent .. "local " .. pick(names) .. ", " .. pick(names) .. " = " .. expression()
        .. "\n" end
    if kind == 6 then return indent .. "t[" .. expression(1) .. "] = " .. expression() .. "\n" end
    if kind == 7 then return indent .. pick(names) .. ", " .. pick(names) .. ", t.x = " .. expression() ..
        ", " .. expression() .. "\n" end
    if kind == 8 then return indent .. pick{"t.x", "a.b", "g1.x.y", "t[1]"} .. " = " .. expression() .. "\n" end
    local body = block(depth - 1, indent)
    if kind == 9 then
        return indent .. "if " .. expression() .. " then\n" .. body .. indent .. "else\n" .. block(depth - 1,
            indent) .. indent .. "end\n"
    end
    if kind == 10 then
        return indent .. "for i = " .. pick{"1, 3", "3, 1, -1", "0, 1, 0.25", "1, 0", expression(1) .. ", 3"}
            .. " do\n" .. body .. indent .. "end\n"
    end
    if kind == 11 then
        return indent .. "for k, v in " .. pick{"pairs(t)", "ipairs(t)", "pairs{x=1,y=2,1,2}",
            "string.gmatch('a1b2', '%a')", expression(1)} ..
            " do show(k) if k == 3 then break end\n" .. body .. indent .. "end\n"
    end
    if kind == 12 then
        return indent .. "do local n = 0 while n < 3 do n = n + 1\n" .. body .. indent .. "if " ..
            expression(1) .. " then break end end end\n"
    end
    if kind == 13 then
        return indent .. "do local n = 0 repeat n = n + 1 local m = n\n" .. body .. indent ..
            "until n > 2 or m == " .. expression(1) .. " end\n"
    end
    if kind == 14 then
        return indent .. "f = function(p, ...) local u = p\n" .. body .. indent .. "return " .. pick{"u",
            "...", "function() u = (u or 0) return u end", "p, ..."} .. " end\n"
    end
    if kind == 15 then return indent .. "show(pcall(function()\n" .. body .. indent .. "return " ..
        expression() .. " end))\n" end
    return indent .. "(function(a, b)\n" .. body .. indent .. "end)(" .. expression(1) .. ")\n"
end

print [[
local function show(...)
  local out = {}
  for i = 1, select('#', ...) do
    local v = select(i, ...)
    local k = type(v)
    if k == 'string' then out[i] = string.format('%q', v):gsub('0x%x%x%x%x+', 'ADDRESS') out[i] = out[i]
    elseif k == 'table' then
      local keys = {}
      for key, value in pairs(v) do
        if type(key) ~= 'table' and type(key) ~= 'function' then
          keys[#keys + 1] = tostring(key) .. '=' .. ((type(value) == 'number' or type(value) == 'string') and tostring(value):gsub('0x%x%x%x%x+', 'ADDRESS') or type(value))
        end
      end
      out[i] = '{' .. table.concat(keys, ' ') .. '}#' .. #v
    elseif k == 'number' or k == 'boolean' or k == 'nil' then out[i] = tostring(v)
    else out[i] = k end
  end
  print(table.concat(out, '\t'))
end
local mt = {__index = function(_, k) return k end, __add = function() return 'added' end, __concat = function() return 'joined' end,
  __call = function(_, x) return x end, __eq = function() return true end, __lt = function() return true end, __unm = function() return 'minus' end,
  __tostring = function() return 'object' end}
g1, g2 = 10, setmetatable({}, mt)
local function make() return {1, 2, x = 'y', m = function(...) return ... end} end
]]
for i = 1, 12 do
    print("show(pcall(function() local a, b, c, d = 1, 'two', {3}, " .. expression(1) ..
        " local t, f = make(), function(...) return ... end")
    io.write(block(2, ""))
    print("end))")
end
