-- Manual 5.6: mathematical functions: C's, by the same names. (The generator of random numbers is in own.lua.)

list("3.5 3.5 inf", math.abs(-3.5), math.abs(3.5), math.abs(-math.huge))
list("3 -4 3 -3 4 -3", math.floor(3.7), math.floor(-3.2), math.floor(3), math.floor(-3), math.ceil(3.2), math.ceil(-3.7))
list("1 2 1 0 3 0", math.exp(0), math.sqrt(4), math.log(math.exp(1)), math.log(1), math.log10(1000), math.log10(1))
list("8 0.5 1", math.pow(2, 3), math.pow(4, -0.5), math.pow(0, 0))
-- fmod: the remainder with the sign of the dividend; mod is its old name.
list("2 -2 2 1 1.5", math.fmod(5, 3), math.fmod(-5, 3), math.fmod(5, -3), math.mod(7, 2), math.fmod(5.5, 2))
check(math.fmod(1, 0) ~= math.fmod(1, 0))
-- modf: integral and fractional part; of an infinity, itself and 0.
list("3 0.5", math.modf(3.5))
list("-3 -0.5", math.modf(-3.5))
list("5 0", math.modf(5))
list("inf 0", math.modf(1 / 0))
-- frexp: x = m * 2^e with m in [0.5, 1) or 0; ldexp is its inverse.
list("0.5 4", math.frexp(8))
list("0 0", math.frexp(0))
list("-0.75 2", math.frexp(-3))
list("16 -6", math.ldexp(1, 4), math.ldexp(-0.75, 3))
for _, x in ipairs{0.1, 123.456, -1e-300, 1e300} do equal(x, math.ldexp(math.frexp(x))) end
-- max and min of one or more.
list("5 1 7 -1", math.max(1, 5, 3), math.min(3, 1, 2), math.max(7), math.min(1, "-1"))
-- pi and huge; deg and rad; trigonometry in radians.
check(math.huge == 1 / 0 and -math.huge == -1 / 0)
equal("3.1415926535898", tostring(math.pi))
list("180 1 90", math.deg(math.pi), math.rad(180) / math.pi, math.deg(math.rad(90)))
check(math.abs(math.sin(math.pi)) < 1e-15 and math.sin(math.pi / 2) == 1 and math.cos(0) == 1 and math.tan(0) == 0)
check(math.asin(1) == math.pi / 2 and math.acos(1) == 0 and math.atan(0) == 0 and math.atan(math.huge) == math.pi / 2)
-- atan2 uses the signs of both to find the quadrant, and takes a zero x.
list("0.25 0.75 -0.75 -0.25 0.5", math.atan2(1, 1) / math.pi, math.atan2(1, -1) / math.pi, math.atan2(-1, -1) / math.pi,
    math.atan2(-1, 1) / math.pi, math.atan2(1, 0) / math.pi)
check(math.sinh(0) == 0 and math.cosh(0) == 1 and math.tanh(0) == 0)
check(math.abs(math.sinh(1) - (math.exp(1) - math.exp(-1)) / 2) < 1e-15)
check(math.abs(math.cosh(1) ^ 2 - math.sinh(1) ^ 2 - 1) < 1e-14 and math.abs(math.tanh(1) * math.cosh(1) - math.sinh(1)) < 1e-15)

-- random: none is [0, 1), m is [1, m], m and n are [m, n]; the same seed makes the same sequence.
for _ = 1, 200 do
    local r, dice, between = math.random(), math.random(6), math.random(-3, 5)
    check(r >= 0 and r < 1 and dice >= 1 and dice <= 6 and dice % 1 == 0 and between >= -3 and between <= 5 and between % 1 == 0)
end
math.randomseed(42)
local first, second = math.random(), math.random(1000)
math.randomseed(42)
check(math.random() == first and math.random(1000) == second)
list("1 7", math.random(1), math.random(7, 7))
local seen = {}
for _ = 1, 500 do seen[math.random(4)] = true end
check(seen[1] and seen[2] and seen[3] and seen[4])
fails("bad argument #1 to '?' (interval is empty)", math.random, 0)
fails("bad argument #2 to '?' (interval is empty)", math.random, 5, 4)
fails("wrong number of arguments", math.random, 1, 2, 3)

-- All want numbers, and take strings that are.
equal(3, math.floor("3.5"))
for _, name in ipairs{"abs", "acos", "asin", "atan", "ceil", "cos", "cosh", "deg", "exp", "floor", "frexp", "log", "log10",
    "max", "min", "modf", "rad", "randomseed", "sin", "sinh", "sqrt", "tan", "tanh"} do
    fails("bad argument #1 to '?' (number expected, got no value)", math[name])
    fails("bad argument #1 to '?' (number expected, got table)", math[name], {})
end
for _, name in ipairs{"atan2", "fmod", "ldexp", "pow"} do
    fails("bad argument #2 to '?' (number expected, got no value)", math[name], 1)
end
