# tidy.awk -- the rules that a machine can check; rooms: the layers, lowest first.
BEGIN {
    count = split(rooms, room, " ")
    for (i = 1; i <= count; i++) rank[room[i]] = i
    # What of libc may be used outside src/os: nothing here makes a system call, printing to a buffer aside.
    split("float inttypes limits math setjmp stdalign stdarg stdbool stddef stdint stdio stdlib string " \
          "emmintrin immintrin nmmintrin smmintrin tmmintrin wmmintrin arm_neon arm_acle", names, " ")
    for (i in names) pure["<" names[i] ".h>"] = 1
}
FNR == 1 {
    if (file) close_file()
    file = FILENAME
    split(FILENAME, path, "/")
    in_source = path[1] == "src"
    here = in_source && (path[2] in rank) ? rank[path[2]] : count + 1
    body = 0
}
{ lines = FNR }
in_source && /^#[ ]*include "/ {
    split($0, quoted, "\"")
    split(quoted[2], to, "/")
    if (to[1] == "lua" && path[2] == "script") next         # deps/lua, which knows nothing of the server
    if (path[2] ~ /^check_/) next                           # the tools beside the server stand above all rooms
    if (!(to[1] in rank)) bad("includes what is in no room: " quoted[2])
    else if (rank[to[1]] > here) bad("includes upward: " quoted[2])
}
in_source && path[2] != "os" && /^#[ ]*include </ {
    match($0, /<.*>/)
    if (!(substr($0, RSTART, RLENGTH) in pure)) bad("a system header outside src/os: " substr($0, RSTART, RLENGTH))
}
length($0) > 140 { bad("a line of " length($0) " columns") }
/\t/ { bad("a tab") }
/[ \r]$/ { bad("a blank at the end of the line") }
/TO[D]O|FIX[M]E/ { bad("something left to do") }
!body && /\) \{$/ { body = FNR }
# The bytecode dispatcher of deps/lua/vm.c is one case for each instruction, and long by its nature.
body && /^\}/ {
    if (FNR - body + 1 > 70 && FILENAME !~ /lua\/vm\.c$/) bad("a function of " FNR - body + 1 " lines")
    body = 0
}
END {
    if (file) close_file()
    exit fail
}
function close_file() { if (lines > 800) say(file, lines, "a file of " lines " lines") }
function bad(what) { say(FILENAME, FNR, what) }
function say(where, line, what) { print where ":" line ": " what; fail = 1 }
