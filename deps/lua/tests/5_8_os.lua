-- Manual 5.8: the operating system. os.setlocale is not offered.

-- os.clock approximates the CPU seconds used.
local start = os.clock()
local sum = 0
for i = 1, 2e5 do sum = sum + i end
check(type(start) == "number" and os.clock() >= start and os.clock() < start + 600)

-- os.time: now, or of a table with year, month and day; hour is 12, min and sec 0 by default.
check(os.time() >= 1600000000 and os.time() % 1 == 0)
local noon = os.time{year = 2000, month = 6, day = 15}
equal(noon, os.time{year = 2000, month = 6, day = 15, hour = 12, min = 0, sec = 0})
equal(3661, os.time{year = 2000, month = 6, day = 15, hour = 13, min = 1, sec = 1} - noon)
-- Fields are taken beyond their range, and as strings.
equal(noon, os.time{year = 2000, month = 5, day = 46})
equal(noon, os.time{year = "2000", month = "6", day = "15"})
equal(86400, os.time{year = 2001, month = 1, day = 1} - os.time{year = 2000, month = 12, day = 31})
for _, field in ipairs{"day", "month", "year"} do
    local parts = {year = 2000, month = 1, day = 1}
    parts[field] = nil
    fails("field '" .. field .. "' missing in date table", os.time, parts)
end
fails("bad argument #1 to '?' (table expected, got number)", os.time, 1)

-- os.date("*t"): a table of year, month 1-12, day 1-31, hour, min, sec, wday (Sunday is 1), yday and isdst.
local parts = os.date("!*t", 0)
list("1970 1 1 0 0 0 5 1 false", parts.year, parts.month, parts.day, parts.hour, parts.min, parts.sec, parts.wday,
    parts.yday, parts.isdst)
parts = os.date("!*t", 951827696)
list("2000 2 29 12 34 56 3 60", parts.year, parts.month, parts.day, parts.hour, parts.min, parts.sec, parts.wday,
    parts.yday)
-- A table of os.date is one for os.time; the time is the one given, or now.
local now = os.time()
equal(now, os.time(os.date("*t", now)))
check(os.date("*t").year >= 2020)
-- A leading ! means UTC; else the format goes by strftime.
equal("1970-01-01 00:00:00", os.date("!%Y-%m-%d %H:%M:%S", 0))
equal("Thursday Thu January Jan 001 4 70 %", os.date("!%A %a %B %b %j %w %y %%", 0))
equal("plain text", os.date("plain text", 0))
equal("", os.date("", 0))
equal(1000, #os.date(("%Y"):rep(250), 0))
equal("a%", os.date("!a%", 0))
-- Without arguments it is the "%c" of now.
check(#os.date() > 10 and os.date("%c", now) == os.date(nil, now))
fails("bad argument #2 to '?' (number expected, got string)", os.date, "%c", "x")

-- os.difftime: the seconds from the second argument to the first.
equal(60, os.difftime(noon + 60, noon))
equal(-60, os.difftime(noon, noon + 60))
fails("bad argument #1 to '?' (number expected, got no value)", os.difftime)

-- os.getenv: the value of a variable, or nil.
check(os.getenv("PATH") and os.getenv("NO_SUCH_VARIABLE_AT_ALL") == nil)
fails("bad argument #1 to '?' (string expected, got no value)", os.getenv)

-- os.tmpname: a name for a temporary file; os.rename and os.remove: true, or nil, message and number.
local one, two = os.tmpname(), os.tmpname()
check(one ~= two and type(one) == "string")
os.remove(two)
equal(true, os.rename(one, two))
check(io.open(one) == nil)
io.open(two):close()
equal(true, os.remove(two))
list("nil " .. two .. ": No such file or directory 2", os.remove(two))
list("nil " .. one .. ": No such file or directory 2", os.rename(one, two))

-- os.execute: the status code of a command; without one, whether there is a shell.
equal(0, os.execute("true"))
check(os.execute("exit 3") ~= 0 and os.execute() ~= 0)

-- os.exit ends the program with a code, 0 by default, and what was written is not lost.
local function run(code)
    local file = os.tmpname()
    local script = assert(io.open(file, "w"))
    script:write(code)
    script:close()
    local interpreter = arg[-1]
    local program = io.popen(interpreter .. " " .. file .. " 2>/dev/null; echo status $?")
    local output = program:read("*a")
    program:close()
    os.remove(file)
    return output
end
equal("writtenstatus 0\n", run("io.write('written') os.exit() print('never')"))
equal("status 7\n", run("os.exit(7)"))
-- The program itself: its status tells an error, its arguments are in arg and `...`.
equal("status 1\n", run("error()"))
equal("1\tnil\nstatus 0\n", run("#!/usr/bin/env lua\nprint(#arg + 1, (...))"))
