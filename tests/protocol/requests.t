# What a request looks like, byte by byte.
!raw "*1\r\n$4\r\nPING\r\n"
"+PONG\r\n"
!raw "*2\r\n$4\r\nECHO\r\n$5\r\nhello\r\n"
"$5\r\nhello\r\n"
!raw "*2\r\n$4\r\nECHO\r\n$0\r\n\r\n"
"$0\r\n\r\n"

# Several at once, and one in pieces.
!raw "*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nECHO\r\n$1\r\na\r\nPING\r\n"
"+PONG\r\n$1\r\na\r\n+PONG\r\n"
!raw "*2\r\n$4\r\nEC"
(nothing)
!raw "HO\r\n$3\r\na"
(nothing)
!raw "bc\r"
(nothing)
!raw "\n"
"$3\r\nabc\r\n"

# Empty requests are nothing.
!raw "*0\r\n*-1\r\n*-5\r\n\r\n\n\r\nPING\r\n"
"+PONG\r\n"

# The two bytes behind a bulk string are not looked at.
!raw "*1\r\n$4\r\nPINGxy*1\r\n$4\r\nPING\r\n"
"+PONG\r\n+PONG\r\n"

# Lines of a multibulk request end in CR LF; a bare LF does not end them.
!raw bare "*1\n$4\nPING\n"
(nothing)

# What is no request ends the connection.
!raw a "*\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "*x\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "*01\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "*+1\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "* 1\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "*1.5\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "*2147483648\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "*99999999999999999999\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw a "*1\r\nPING\r\n"
"-ERR Protocol error: expected '$', got 'P'\r\n"
(closed)
!raw a "*1\r\n:4\r\n"
"-ERR Protocol error: expected '$', got ':'\r\n"
(closed)
!raw a "*1\r\n\r\n"
"-ERR Protocol error: expected '$', got ' '\r\n"
(closed)
!raw a "*1\r\n$\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw a "*1\r\n$x\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw a "*1\r\n$-1\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw a "*1\r\n$04\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw a "*1\r\n$536870913\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw a "*1\r\n$9223372036854775808\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw a "*" "1" * 65600
"-ERR Protocol error: too big mbulk count string\r\n"
(closed)
!raw a "*1\r\n$" "1" * 65600
"-ERR Protocol error: too big bulk count string\r\n"
(closed)

# What came before the error is answered.
!raw a "PING\r\n*1\r\n$4\r\nPING\r\n*x\r\nPING\r\n"
"+PONG\r\n+PONG\r\n-ERR Protocol error: invalid multibulk length\r\n"
(closed)

# HTTP is not spoken.
!raw a "POST / HTTP/1.1\r\nHost: x\r\n\r\n"
(closed)
!raw a "Host: example\r\n"
(closed)
!raw a "post x\r\n"
(closed)
!raw a "GET k\r\nhost: y\r\n"
(closed)
!raw a "*2\r\n$4\r\nPOST\r\n$1\r\n/\r\n"
(closed)

# The limit of a bulk string is a setting.
> CONFIG SET proto-max-bulk-len 1mb
OK
!raw a "*2\r\n$4\r\nECHO\r\n$1048577\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
> CONFIG SET proto-max-bulk-len 512mb
OK
