-- Manual 2.1: lexical conventions.

-- Names: letters, digits and underscores, not beginning with a digit. Lua is case-sensitive.
local _, a1, A1, __x9, And = 1, 2, 3, 4, 5
list("1 2 3 4 5", _, a1, A1, __x9, And)
fails("malformed number near '1a'", "1a = 1")
fails("'=' expected near 'b'", "a b = 1")
-- The keywords can't be names.
for word in ([[and break do else elseif end false for function if in local nil not or repeat return then true until
    while]]):gmatch("%a+") do
    check(not loadstring("local " .. word .. " = 1"), word)
    check(not loadstring("t." .. word .. " = 1"), word)
end
check(loadstring("local goto, continue, self, class = 1"))
-- The other tokens, each where it may stand.
check(loadstring("local a, b = 1 + 2 - 3 * 4 / 5 % 6 ^ 7, #'' == 1 ~= (2 <= 3) == (2 >= 3) == (1 < 2) == (1 > 2); " ..
    "local t = {[a] = 1, b = 2; 3} local f = t.f or t['b'] local g = a .. b return f, t:m(...)"))

-- Escapes in quoted strings: \a \b \f \n \r \t \v \\ \" \', and \ddd with up to three digits.
equal(string.char(7, 8, 12, 10, 13, 9, 11, 92, 34, 39), "\a\b\f\n\r\t\v\\\"\'")
equal(string.char(97, 10, 49, 50, 51, 52, 34), "\97\10\49\0502\051\52\"" == "a\n1223\52\"" and "a\n1234\"" or "")
equal("A\10B\0005", "\65\nB\0005")
-- A backslash before a real newline is a newline in the string; any other character stands for itself.
equal("a\nb", "a\
b")
equal("zqX$", "\z\q\X\$")
-- Quotes of the other kind need no escape. Strings hold any byte, zero as \0.
equal('it\'s "so"', "it's \"so\"")
equal(3, #"a\0b")
check("a\0b" ~= "a\0c")
-- The example of the manual: five times the same string.
local same = 'alo\n123"'
for _, other in ipairs{"alo\n123\"", '\97lo\10\04923"', [[alo
123"]], [==[
alo
123"]==]} do equal(same, other) end
fails("escape sequence too large near ''a'", "return 'a\\256'")
fails("escape sequence too large near '''", "return '\\999'")
fails("unfinished string near ''abc'", "return 'abc\n'")
fails("unfinished string near '<eof>'", "return 'abc")
fails("unfinished string near ''abc'", "return 'abc\r'")

-- Long brackets of level n end at the closing one of the same level; no escapes, any number of lines.
equal("a]]b", [==[a]]b]==])
equal("[[x]]", [=[[[x]]]=])
equal("\\n\\065", [[\n\065]])
equal("]=", [==[]=]==])
-- A newline right after the opening bracket is not part; only the first one.
equal("line one\nline two", [[
line one
line two]])
equal("\nx", [[

x]])
equal("", [[
]])
-- Line ends of all kinds become newlines.
equal("a\nb\nc\nd", loadstring("return [[a\r\nb\rc\n\rd]]")())
equal("a\nb", loadstring("return 'a\\\r\nb'")())
equal(4, select(2, pcall(loadstring("local line = 1\r\nlocal x\n\rlocal y\rerror('', 1)", "=t"))):match("t:(%d+)") + 0)
fails("unfinished long string near '<eof>'", "return [==[abc]=]")
fails("nesting of [[...]] is deprecated near '['", "return [[ [[ ]]")
fails("invalid long string delimiter near '[='", "return [=x")

-- Numbers: an optional fraction, an optional exponent; hexadecimal with 0x.
list("3 3 3.1416 0.31416 31.416 255 22", 3, 3.0, 3.1416, 314.16e-2 / 10, 0.31416E2, 0xff, 0x16)
list("0.5 3 1000 0.001 100 3735928559", .5, 3., 1e3, 1E-3, 1e+2, 0xDEADbeef)
equal(2 ^ 64, 0x10000000000000000)
equal(1 / 0, 1e300 * 1e10)
equal(1 / 0, 1e999)
fails("malformed number near '3x'", "return 3x")
fails("malformed number near '0x'", "return 0x")
fails("malformed number near '0xg'", "return 0xg")
fails("malformed number near '1..2'", "return 1..2")
fails("malformed number near '1.2.3'", "return 1.2.3")
fails("malformed number near '1e'", "return 1e")
fails("malformed number near '1e+'", "return 1e+")
equal("12", 1 .. 2)

-- A comment starts with two hyphens outside a string: to the end of the line, or of the long bracket that follows at once.
local n = 0 --[[ n = 1
]] n = n + 2 --[==[ ]] ]==] n = n + 3 -- rest
equal(5, n)
--[ not a long comment
--[=not one either
equal("--", "--")
equal(6, --[[inside]] n + --[=[ an ]] expression ]=] 1)
equal(1, loadstring("return 1 --")())
equal(1, loadstring("return 1 --[==[\n]==]")())
fails("unfinished long comment near '<eof>'", "--[[abc")

-- The form is free: blanks separate tokens, and are needed only there.
equal(8, loadstring("local\tx\v=\f3 return\r\nx+5")())
equal(1, loadstring("local x=1;return(x)")())
-- What is no token.
fails("unexpected symbol near 'char(1)'", "\1")
fails("unexpected symbol near '!'", "!")
fails("'=' expected near '@'", "x @ 1")
fails("unexpected symbol near '@'", "x = @")
fails("'=' expected near '~'", "x ~ 1")
fails("'=' expected near '&'", "x & 1")
