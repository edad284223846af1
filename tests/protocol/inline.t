# Inline requests: a line of words.
!raw "PING\r\n"
"+PONG\r\n"
!raw "PING\n"
"+PONG\r\n"
!raw "  ping  \r\n"
"+PONG\r\n"
!raw "\tping\thello\t\r\n"
"$5\r\nhello\r\n"
!raw "SET k v\r\nGET k\r\n"
"+OK\r\n$1\r\nv\r\n"
!raw "ECHO \"a b\"\r\n"
"$3\r\na b\r\n"
!raw "ECHO 'a b'\r\n"
"$3\r\na b\r\n"
!raw "ECHO \"\\n\\r\\t\\b\\a\\x41\\xff\\\"\\\\\\q\"\r\n"
"$10\r\n\n\r\t\b\aA\xff\"\\q\r\n"
!raw "ECHO '\\n\\'x\\\"'\r\n"
"$6\r\n\\n'x\\\"\r\n"
!raw "ECHO \"\"\r\n"
"$0\r\n\r\n"
!raw "ECHO ''\r\n"
"$0\r\n\r\n"
!raw "ECHO \"\\x4\"\r\n"
"$2\r\nx4\r\n"
!raw "ECHO \"\\xzz\"\r\n"
"$3\r\nxzz\r\n"
!raw "ECHO ab\"cd\"\r\n"
"$4\r\nabcd\r\n"
!raw "ECHO a'b'\r\n"
"$2\r\nab\r\n"
!raw "ECHO a\x01b\r\n"
"$3\r\na\x01b\r\n"
!raw "   \r\nPING\r\n"
"+PONG\r\n"

# Quotes must close, and end a word.
!raw a "PING \"abc\r\n"
"-ERR Protocol error: unbalanced quotes in request\r\n"
(closed)
!raw a "PING \"abc\"d\r\n"
"-ERR Protocol error: unbalanced quotes in request\r\n"
(closed)
!raw a "PING 'abc\r\n"
"-ERR Protocol error: unbalanced quotes in request\r\n"
(closed)
!raw a "PING 'abc'd\r\n"
"-ERR Protocol error: unbalanced quotes in request\r\n"
(closed)
!raw a "PING \"abc\\\"\r\n"
"-ERR Protocol error: unbalanced quotes in request\r\n"
(closed)
!raw a "\"\r\n"
"-ERR Protocol error: unbalanced quotes in request\r\n"
(closed)
!raw a "PING\r\n'\r\nPING\r\n"
"+PONG\r\n-ERR Protocol error: unbalanced quotes in request\r\n"
(closed)

# A line without an end may be 64 KiB long.
!raw a "a" * 65536
(nothing)
!raw a "ECHO " "b" * 70000
"-ERR Protocol error: too big inline request\r\n"
(closed)
