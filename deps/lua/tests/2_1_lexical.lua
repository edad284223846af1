-- 2.1 Lexical conventions, 2.2.1 coercion, 2.5.6 precedence
equal("A\10B", "\65\nB")
equal("z\\\"'", "\z\\\"\'")
equal("\7\8\12\10\13\9\11", "\a\b\f\n\r\t\v")
equal("a\nb", "a\
b")
equal("line one\nline two", [[
line one
line two]])
equal("a]]b", [==[a]]b]==])
equal(255, 0xff) equal(16, 0x1p4) equal(3, 3.) equal(0.5, .5) equal(0.31416, 314.16e-3) equal(31.416, 0.31416E2)
equal(1e300 * 1e10, 1 / 0)
list("nil t:1: malformed number near '3x'", loadstring("return 3x", "=t"))
fails("malformed number near '0x'", "return 0x")
fails("malformed number near '1..2'", "return 1..2")
fails("malformed number near '1e'", "return 1e")
fails("unfinished string near '<eof>'", "return 'abc")
fails("unfinished string near ''abc'", "return 'abc\n'")
fails("unfinished long string near '<eof>'", "return [==[abc]=]")
fails("unfinished long comment near '<eof>'", "--[[abc")
fails("nesting of [[...]] is deprecated near '['", "return [[ [[ ]]")
fails("escape sequence too large near ''a'", "return 'a\\256'")
fails("invalid long string delimiter near '[='", "return [=x")
fails("unexpected symbol near 'char(1)'", "\1")
fails("unexpected symbol near '!'", "!")
fails("unexpected symbol near '@'", "x = @")
-- comments
local n = 0 --[[ n = 1
]] n = n + 2 --[==[ ]] ]==] n = n + 3 -- rest
equal(5, n)
--[ not a long comment
equal(1, #"\0") equal("a\0b", "a\000b") equal(3, #"a\0b")
-- coercion
equal(15, "10" + 5) equal(100, "0x10" * 6.25) equal("105", 10 .. 5) equal(-2, -"2") equal(8, " 2 " ^ 3)
fails("attempt to perform arithmetic on a string value", "return 'abc' + 1")
fails("attempt to compare number with string", "return 1 < '2'")
equal(false, 1 == "1") equal("1e+15", tostring(1e15)) equal("100000", tostring(1e5)) equal("0.1", tostring(.1))
equal("1e-05", tostring(1e-5))
equal("1.2345678901235", tostring(1.23456789012345678))
equal("99999999999999", 99999999999999 .. "")
equal("inf", tostring(1 / 0)) equal("-inf", tostring(-1 / 0))
equal(-1 / 0, 1 / (-0 * 1))
-- precedence
equal(-4, -2 ^ 2) equal(512, 2 ^ 3 ^ 2) equal(true, not nil == true) equal(true, 1 .. 2 == "12") equal(7, 1 + 2 * 3)
equal(true, 1 < 2 == true) equal(false, 2 < 1 or 3 < 2) equal(1, nil or false or 1) equal(nil, nil and 1)
equal(2 ^ -3, 0.125) equal(-8, -2 ^ 3) equal("a3", "a" .. 1 + 2) equal(1, 5 - 3 - 1) equal(2, 8 / 2 / 2)
equal(false, not 1 == 2) equal(3, #"abc" + 0)
