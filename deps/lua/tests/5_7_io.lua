-- Manual 5.7: input and output.

local path = os.tmpname()
local function content()
    local file = assert(io.open(path, "rb"))
    local text = file:read("*a")
    file:close()
    return text
end
local function store(text)
    local file = assert(io.open(path, "wb"))
    check(file:write(text))
    check(file:close())
end

-- Unless said otherwise, failures come as nil, a message and the system's number.
list("nil /no/such/file: No such file or directory 2", io.open("/no/such/file"))
list("nil " .. path .. ": Invalid argument 22", io.open(path, "sometimes"))

-- io.open: r is the default; w truncates, a appends, the + modes do both.
store("one\ntwo\n")
equal("one\ntwo\n", content())
local file = assert(io.open(path, "a"))
file:write("three")
file:close()
equal("one\ntwo\nthree", content())
file = io.open(path, "r+")
file:write("ONE")
file:close()
equal("ONE\ntwo\nthree", content())
file = io.open(path, "w+")
file:write("fresh")
file:seek("set")
equal("fresh", file:read("*a"))
file:close()
file = io.open(path)
check(file:write("no") == nil, "written to a file open for reading")
file:close()

-- io.type: "file", "closed file", or nil for what is no file.
file = io.open(path)
list("file nil nil", io.type(file), io.type(1), io.type({}))
check(tostring(file):find("^file %(0x%x+%)$"))
equal(true, file:close())
list("closed file file (closed)", io.type(file), tostring(file))
fails("bad argument #1 to '?' (value expected)", io.type)
-- A closed file is of no use.
fails("attempt to use a closed file", function() file:read() end)
fails("attempt to use a closed file", function() file:write("x") end)
fails("attempt to use a closed file", function() file:close() end)
fails("attempt to use a closed file", function() file:lines() end)
fails("calling 'read' on bad self (FILE* expected, got table)", function()
    local t = {read = io.stdin.read}
    t:read()
end)

-- file:read: without a format, a line. "*l" skips the end of line; nil on end of file.
store("first\n\nthird")
file = io.open(path)
list("first  third nil nil", file:read(), file:read("*l"), file:read(), file:read(), (file:read("*l")))
file:close()
-- "*a" reads the whole file from here, the empty string on end of file: it never fails.
file = io.open(path)
file:read()
equal("\nthird", file:read("*a"))
equal("", file:read("*a"))
equal("", file:read("*a"))
file:close()
-- A number: up to that many characters, nil on end of file; 0 reads nothing and tells whether there is more.
file = io.open(path)
list("fi  rst\n\nthird nil nil", file:read(2), file:read(0), file:read(100), file:read(1), (file:read(0)))
file:close()
-- "*n" reads a number, and is the only format that returns one.
store("12 -3.5e1\n 0x10\nword 7")
file = io.open(path)
local a, b, c, d = file:read("*n", "*n", "*n", "*n")
list("12 -35 16 nil", a, b, c, d)
check(type(a) == "number")
file:close()
-- Several formats, several results; the first that fails is nil and the last.
store("1 line\nrest")
file = io.open(path)
list("1  line re st nil", file:read("*n", "*l", 2, 5, 1, "*l"))
file:close()
file = io.open(path)
equal(2, select("#", file:read("*a", 1, "*a")))
file:seek("set")
fails("bad argument #1 to 'read' (invalid option)", function() file:read("all") end)
fails("bad argument #2 to 'read' (invalid format)", function() file:read("*l", "*x") end)
file:close()
-- Any byte passes; a long line and a long file too.
local bytes = {}
for i = 0, 255 do bytes[#bytes + 1] = string.char(i) end
bytes = table.concat(bytes)
store(bytes)
equal(bytes, content())
local long = ("x"):rep(100000)
store(long .. "\n" .. long)
file = io.open(path)
check(file:read() == long and file:read() == long and file:read() == nil)
file:close()

-- file:lines: an iterator that returns a line each time; it does not close the file at the end.
store("a\nb\n\nc")
file = io.open(path)
local lines = {}
for line in file:lines() do lines[#lines + 1] = line end
equal("a,b,,c", table.concat(lines, ","))
equal("file", io.type(file))
file:close()
-- io.lines(name): the same for a file it opens, and closes at the end; to call it again then is an error.
lines = {}
local iterator = io.lines(path)
for line in iterator do lines[#lines + 1] = line end
equal("a,b,,c", table.concat(lines, ","))
fails("file is already closed", iterator)
fails("bad argument #1 to '?' (/no/such/file: No such file or directory)", io.lines, "/no/such/file")
-- An iterator keeps its file.
iterator = io.open(path):lines()
collectgarbage()
equal("a", iterator())

-- file:seek: "set", "cur" (the default) and "end", with an offset of 0; returns the position from the beginning.
store("0123456789")
file = io.open(path)
list("0 10 0 3 5 8", file:seek(), file:seek("end"), file:seek("set"), file:seek("set", 3), file:seek("cur", 2),
    file:seek("end", -2))
equal("89", file:read("*a"))
list("nil Invalid argument 22", file:seek("set", -1))
fails("bad argument #1 to 'seek' (invalid option 'middle')", function() file:seek("middle") end)
file:close()

-- file:write takes strings and numbers only; numbers are written as tostring shows them.
file = io.open(path, "w")
check(file:write("a", 1, 2.5, "b", 1e100) and file:write())
fails("bad argument #1 to 'write' (string expected, got table)", function() file:write({}) end)
fails("bad argument #2 to 'write' (string expected, got nil)", function() file:write("x", nil) end)
file:close()
equal("a12.5b1e+100x", content())

-- file:setvbuf: "no" is seen at once, "full" after a flush.
file = io.open(path, "w")
check(file:setvbuf("no"))
file:write("at once")
equal("at once", content())
file:close()
file = io.open(path, "w")
check(file:setvbuf("full", 1024) and file:setvbuf("full"))
file:write("later")
equal("", content())
check(file:flush())
equal("later", content())
file:close()
fails("bad argument #1 to 'setvbuf' (invalid option 'some')", function() io.stdout:setvbuf("some") end)

-- A file nobody has is closed when it is collected.
io.open(path, "w"):write("kept")
collectgarbage()
collectgarbage()
equal("kept", content())

-- io.input and io.output: the default files, or set them by name or file. io.read, io.lines() and io.write use them.
check(io.input() == io.stdin and io.output() == io.stdout)
store("in 5\nmore\nlast")
check(io.type(io.input(path)) == "file")
list("in 5 more", io.read(3):sub(1, 2), io.read("*n"), io.read() .. io.read())
for line in io.lines() do equal("last", line) end
check(io.close(io.input()))
fails("standard input file is closed", io.read)
fails("attempt to use a closed file", io.lines)
fails("bad argument #1 to '?' (/no/such/file: No such file or directory)", io.input, "/no/such/file")
fails("bad argument #1 to '?' (FILE* expected, got table)", io.input, {})
io.input(io.stdin)
check(io.input() == io.stdin)
io.output(path)
check(io.write("by ", "default ", 1) and io.flush())
equal("by default 1", content())
check(io.close())
fails("standard output file is closed", io.write, "x")
io.output(io.stdout)
-- The standard files can't be closed.
list("nil cannot close standard file", io.stderr:close())
equal("file", io.type(io.stderr))

-- io.popen starts a program whose output is read, or whose input is written.
local program = io.popen("echo from a program; echo second")
list("from a program second nil", program:read(), program:read(), program:read())
check(program:close())
program = io.popen("cat > " .. path, "w")
program:write("to a program")
program:close()
equal("to a program", content())
-- io.tmpfile: open in update mode, without a name.
file = io.tmpfile()
file:write("temporary")
file:seek("set")
equal("temporary", file:read("*a"))
check(file:close())

-- io.stdin, io.stdout and io.stderr are files.
list("file file file", io.type(io.stdin), io.type(io.stdout), io.type(io.stderr))
check(getmetatable(io.stdin) == getmetatable(io.stdout) and getmetatable(io.stdin).__index.read == io.stdin.read)
os.remove(path)
