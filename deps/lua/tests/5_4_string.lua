-- Manual 5.4: string manipulation. Positions count from 1, negative ones from the end; the functions are methods too.

-- byte: codes of the characters i to j; i is 1, j is i by default.
list("104 101 111", ("hello"):byte(), ("hello"):byte(2), ("hello"):byte(-1))
list("104 101", ("hello"):byte(1, 2))
list("108 108 111", ("hello"):byte(3, 100))
list("0 255", ("\0\255"):byte(1, -1))
list("", (""):byte())
list("", ("abc"):byte(10))
list("", ("abc"):byte(3, 2))
-- char: a string of these codes; none is the empty string.
equal("abc", string.char(97, 98, 99))
equal("", string.char())
equal(0, string.char(0):byte())
fails("bad argument #2 to '?' (invalid value)", string.char, 1, 256)
fails("bad argument #1 to '?' (invalid value)", string.char, -1)
-- dump: a binary representation of a Lua function, not of a C function.
equal("string", type(string.dump(function() end)))
fails("unable to dump given function", string.dump, print)

-- find: indices of the first match from init on and its captures, or nil; plain turns the magic off.
list("2 3", ("hello"):find("el"))
list("nil", ("hello"):find("x"))
list("4 4", ("hello"):find("l", 4))
list("5 5", ("hello"):find("o", -1))
list("1 1", ("hello"):find("h", -100))
list("nil", ("hello"):find("h", 2))
list("1 0", ("hello"):find(""))
list("3 2", ("hello"):find("", 3))
list("6 5", ("hello"):find("", 10))
list("2 2", ("a.b"):find(".", 2, true))
list("3 4", ("a.%b"):find("%b", 1, true))
list("1 3 b", ("abc"):find("a(b)c"))
list("1 1 1", ("abc"):find("()a"))
list("2 3", ("a\0b"):find("\0b"))
list("2 3", ("a\0b"):find("\0b", 1, true))
list("nil", ("a"):find("a", 3))
-- match: the captures, or the whole match; init as find's.
list("hello world", ("hello world from"):match("(%a+) (%a+)"))
list("2024 01 31", ("2024-01-31"):match("(%d+)-(%d+)-(%d+)"))
equal("o", ("hello"):match("%a", -1))
equal(nil, ("hello"):match("%d"))

-- format: as printf; q gives a text Lua reads back; * l L n p h are not offered.
equal("5 |   42|42   |00042|+42| 42", ("%d |%5d|%-5d|%05d|%+d|% d"):format(5, 42, 42, 42, 42, 42))
equal("3.14 3.1 1e+10 1.000000e+10 0.1 1E-05 1.0E+00", ("%.2f %.1f %g %e %g %G %.1E"):format(3.14159, 3.14159, 1e10, 1e10,
    0.1, 1e-5, 1))
equal("ff FF 377 0xff 255 -5", ("%x %X %o %#x %u %i"):format(255, 255, 255, 255, 255, -5))
equal("A%B", ("%c%%%c"):format(65, 66))
equal("  abc|abc  |ab|x|", ("%5s|%-5s|%.2s|%s|%.0s"):format("abc", "abc", "abc", "x", "none"))
equal("ffffffffffffffff", ("%x"):format(-1))
equal("-3 3 9007199254740992", ("%d %d %d"):format(-3.9, "3", 2 ^ 53))
equal(150, #("%s"):format(("x"):rep(150)))
equal("inf -inf", ("%g %g"):format(1 / 0, -1 / 0))
equal("10 1e+20", ("%s %s"):format(10, 1e20))
equal([["a\
\"\\\r\000b"]], ("%q"):format("a\n\"\\\r\0b"))
local all = {}
for i = 0, 255 do all[#all + 1] = string.char(i) end
all = table.concat(all)
equal(all, loadstring(("return %q"):format(all))())
-- s stops at a zero byte unless it is plain and long.
list("a 3", ("%s"):format("a\0b"), #("%s"):format("a\0b") + 2)
equal(200, #("%s"):format(("a\0"):rep(100)))
fails("bad argument #2 to '?' (no value)", string.format, "%d")
fails("bad argument #2 to '?' (number expected, got string)", string.format, "%d", "x")
fails("bad argument #2 to '?' (string expected, got table)", string.format, "%s", {})
for _, option in ipairs{"y", "a", "p", "l", "L", "n", "h", "*"} do
    fails("invalid option '%" .. option .. "' to 'format'", string.format, "%" .. option .. "d", 1)
end
fails("invalid option '%' to 'format'", string.format, "%", 1)
fails("invalid format (repeated flags)", string.format, "%------d", 1)
fails("invalid format (width or precision too long)", string.format, "%123d", 1)
fails("invalid format (width or precision too long)", string.format, "%.123d", 1)

-- gmatch: an iterator over the captures, or whole matches; ^ has no meaning there.
local function matches(text, pattern)
    local out = {}
    for a, b in text:gmatch(pattern) do out[#out + 1] = a .. (b or "") end
    return table.concat(out, ",")
end
equal("one,two", matches("one two", "%a+"))
equal("a1,b2", matches("a=1, b=2", "(%w+)=(%w+)"))
equal("1,2,3,4", matches("abc", "()"))
equal("", matches("abc", "%d"))
equal(string.gmatch, string.gfind)

-- gsub: replaces all, or the first n, matches; returns the text and the number of matches.
list("hexxo 2", ("hello"):gsub("l", "x"))
list("hexlo 1", ("hello"):gsub("l", "x", 1))
list("hello 0", ("hello"):gsub("l", "x", 0))
list("-h-e-l-l-o- 6", ("hello"):gsub("", "-"))
list("x 1", ("hello"):gsub("^.+$", "x"))
list("hello hello 1", ("hello"):gsub("^", "hello "))
list("XaXXcX 4", ("abc"):gsub("b*", "X"))
-- A string: %1 to %9 are the captures, %0 the match, %% a percent sign.
list("world hello 1", ("hello world"):gsub("(%w+) (%w+)", "%2 %1"))
list("hello hello world world 2", ("hello world"):gsub("%w+", "%0 %0"))
list("hello hello world 1", ("hello world"):gsub("%w+", "%0 %0", 1))
list("<h><e> 2", ("he"):gsub(".", "<%0>"))
list("% 1", ("x"):gsub("x", "%%"))
equal("2", (("ab"):gsub("a()b", "%1")))
equal("xx", (("x"):gsub("x", "%1%1")))
-- A table is asked for the first capture, a function gets all of them; false and nil keep the match.
list("HELLO 5", ("hello"):gsub(".", string.upper))
list("1b1 3", ("aba"):gsub(".", {a = 1}))
list("ab 2", ("ab"):gsub(".", function() end))
list("ab 2", ("ab"):gsub(".", function() return false end))
list("a1 1", ("ax"):gsub("x", function() return 1 end))
list("4+5 = 9 1", ("4+5 = $return 4+5$"):gsub("%$(.-)%$", function(s) return loadstring(s)() end))
list("lua-5.1.tar.gz 2", ("$name-$version.tar.gz"):gsub("%$(%w+)", {name = "lua", version = "5.1"}))
list("idx 1", ("k"):gsub("k", setmetatable({}, {__index = function() return "idx" end})))
list("b=a 1", ("a=b"):gsub("(%w)=(%w)", function(l, r) return r .. "=" .. l end))
fails("bad argument #3 to '?' (string/function/table expected)", string.gsub, "a", "a")
fails("invalid replacement value (a table)", string.gsub, "a", "a", function() return {} end)
fails("invalid capture index", string.gsub, "a", "a", "%2")

-- len counts every byte; lower and upper change letters only; reverse; rep; sub, whose j is -1 by default.
list("0 5 3", (""):len(), ("hello"):len(), ("a\0b"):len())
list("abc1! ABC1!", ("aBC1!"):lower(), ("AbC1!"):upper())
list("olleh  c\0b", ("hello"):reverse(), (""):reverse(), ("b\0c"):reverse())
list("ababab   x", ("ab"):rep(3), ("ab"):rep(0), ("ab"):rep(-1), ("x"):rep(1))
equal(100000, #("x"):rep(100000))
equal(("abc"):rep(33), ("abc"):rep(16) .. ("abc"):rep(17))
list("hello ell o hello hello llo", ("hello"):sub(1), ("hello"):sub(2, 4), ("hello"):sub(-1), ("hello"):sub(-100, 100),
    ("hello"):sub(0), ("hello"):sub(-3))
list("   he", ("hello"):sub(4, 2), ("hello"):sub(6), ("hello"):sub(2, -5), ("hello"):sub(1, -4))

-- 5.4.1, patterns. Each class has the characters of C's ctype, its capital letter all others.
local classes = {
    a = "[A-Za-z]", d = "[0-9]", l = "[a-z]", u = "[A-Z]", w = "[0-9A-Za-z]", x = "[0-9A-Fa-f]", s = "[\t-\r ]",
    c = "[%z\1-\31\127]", p = "[!-/:-@{-~%[%\\%]%^_`]", z = "%z",
}
for class, set in pairs(classes) do
    for code = 0, 255 do
        local c = string.char(code)
        local inside = c:find("^" .. set) ~= nil
        check((c:find("^%" .. class) ~= nil) == inside and (c:find("^%" .. class:upper()) ~= nil) ~= inside,
            class .. " of " .. code)
    end
end
-- A character stands for itself, . for all; % escapes what is not alphanumeric.
equal("abc", ("abc"):match("abc"))
equal(256, select(2, all:gsub(".", "")))
for c in ("^$()%.[]*+-?"):gmatch(".") do equal(c, ("x" .. c):match("%" .. c)) end
-- Sets: ranges, classes, ^ for the complement; ] first and - last stand for themselves.
list("] ^ - b _ a-z -", ("a]b"):match("[]]"), ("a^b"):match("[%^]"), ("x-"):match("[a-]"), ("abc"):match("[^a]"),
    ("a_"):match("[_%d]"), ("a-z"):match("a[-]z"), ("0-1"):match("[^%d]"))
list("b ]x", ("]]b"):match("[^]]"), ("]x"):match("[]x]+"))
equal("a1b", ("--a1b--"):match("[%a%d]+"))
equal("x.y", ("x.y"):match("[x.y]+"))
-- Repetitions: * + greedy, - lazy, ? optional.
list("aaa   aaab ab a aaab", ("aaab"):match("a*"), ("baaa"):match("a*"), ("aaa"):match("a-"), ("aaab"):match("a-b"),
    ("ab"):match("ab?"), ("ac"):match("ab?"), ("xaaab"):match("a+b"))
equal(nil, ("b"):match("a+"))
equal("<b>", ("<b>x</b>"):match("<.->"))
equal("<b>x</b>", ("<b>x</b>"):match("<.*>"))
-- %n matches what capture n did; %bxy is balanced; %f[set] a border.
list("abab nil", ("xababx"):match("(ab)%1") .. "ab", ("xabacx"):match("(ab)%1"))
equal('"it\'s"', ([[say "it's" so]]):match([[((["']).-%2)]]))
list("(a(b)c) nil", ("f(a(b)c)d"):match("%b()"), ("(a"):match("%b()"))
equal("THE", ("THE (quick) fox"):match("%f[%a]%a+"))
equal("1,6,13", matches("THE (quick) fox", "%f[%a]()"))
-- Anchors: ^ at the start, $ at the end of the pattern; elsewhere they are themselves.
list("1 5", ("hello"):find("^h.-o$"))
list("nil", ("hello"):find("^e"))
list("2 2", ("hello"):find("^e", 2))
list("$ a$b a^b", ("a$"):match("%$"), ("a$b"):match("a$b"), ("a^b"):match("a^b"))
-- Captures are numbered by their opening; () is a position; up to 32.
list("a bc b c", ("abc"):match("(a)((b)(c))"))
list("3 5", ("flaaap"):match("()aa()"))
equal("key", ("  key  "):match("^%s*(.-)%s*$"))
equal(32, select("#", (("a"):rep(40)):match(("(a)"):rep(32))))
equal(nil, ("x"):match("(a"))
fails("unfinished capture", string.find, "a", "(a")
fails("malformed pattern (missing ']')", string.find, "a", "[a")
fails("malformed pattern (missing ']')", string.find, "a", "[]")
fails("malformed pattern (missing ']')", string.find, "a", "[a%")
fails("malformed pattern (ends with '%')", string.find, "a", "%")
fails("invalid pattern capture", string.find, "a", "(a))")
fails("invalid capture index", string.find, "a", "%1")
fails("invalid capture index", string.find, "a", "(%1)")
fails("missing '[' after '%f' in pattern", string.find, "a", "%f")
fails("unbalanced pattern", string.find, "a", "%b")
fails("unbalanced pattern", string.find, "a", "%bx")
fails("too many captures", string.find, ("a"):rep(40), ("(a)"):rep(33))
equal(nil, ("x"):rep(300):match((".-"):rep(3) .. "b"))
equal(("a"):rep(100000), ("a"):rep(100000):match(".*"))

-- Strings are values: equal contents are one key, however they were made and however long.
local t, long = {}, ("x"):rep(100)
t[long] = 1
t[("x"):rep(50) .. ("x"):rep(50)] = 2
equal(2, t[long])
t[("k"):rep(40)], t[("k"):rep(41)] = "a", "b"
list("a b", t[("k"):rep(20) .. ("k"):rep(20)], t[("k"):rep(41)])
equal(string.sub, ("").sub)
