# The limits of a request, to the byte: the largest that is taken and the least that is too much.
!skip valkey

# A line without an end. Its end may come late; what is refused is more than 64 KiB without one.
!raw a "ECHO " "b" * 65531
(nothing)
!raw a "\r\n"
"$65531\r\n" "b" * 65531 "\r\n"
!raw b "a" * 65537
"-ERR Protocol error: too big inline request\r\n"
(closed)

# So it is with the lines that hold numbers, counted without what begins them.
!raw c "*" "1" * 65535
(nothing)
!raw c "11"
"-ERR Protocol error: too big mbulk count string\r\n"
(closed)
!raw d "*1\r\n$" "1" * 65535
(nothing)
!raw d "11"
"-ERR Protocol error: too big bulk count string\r\n"
(closed)

# How many arguments: as many as 31 bits count. None is made room for before it comes.
!raw e "*1048576\r\n"
(nothing)
!raw f "*1048577\r\n"
(nothing)
!raw g "*2147483647\r\n"
(nothing)
!raw h "*2147483648\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw i "*-2147483648\r\nPING\r\n"
"+PONG\r\n"
!raw j "*-9223372036854775808\r\nPING\r\n"
"+PONG\r\n"
!raw k "*-9223372036854775809\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw l "*00\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)
!raw m "*-0\r\n"
"-ERR Protocol error: invalid multibulk length\r\n"
(closed)

# How long an argument is.
> CONFIG SET proto-max-bulk-len 1mb
OK
!raw n "*2\r\n$4\r\nECHO\r\n$1048576\r\n"
(nothing)
!raw o "*2\r\n$4\r\nECHO\r\n$1048577\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw p "*2\r\n$4\r\nECHO\r\n$-0\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw p "*2\r\n$4\r\nECHO\r\n$\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw p "*2\r\n$4\r\nECHO\r\n$ 3\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
!raw p "*2\r\n$4\r\nECHO\r\n$3 \r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)
> CONFIG SET proto-max-bulk-len 512mb
OK
!raw q "*1\r\n$536870912\r\n"
(nothing)
!raw r "*1\r\n$536870913\r\n"
"-ERR Protocol error: invalid bulk length\r\n"
(closed)

# Where an argument is due there is no other sign.
!raw s "*2\r\n$4\r\nECHO\r\n+a\r\n"
"-ERR Protocol error: expected '$', got '+'\r\n"
(closed)
!raw s "*2\r\n$4\r\nECHO\r\n*1\r\n"
"-ERR Protocol error: expected '$', got '*'\r\n"
(closed)

# A CR that no LF follows ends a number all the same; the byte behind it is lost.
!raw t "*1\rx$4\rxPINGxx"
"+PONG\r\n"

# Strangers: ten arguments of 16 KiB.
> CONFIG SET requirepass secret
OK
!raw u "*10\r\n"
(nothing)
!raw v "*11\r\n"
"-ERR Protocol error: unauthenticated multibulk length\r\n"
(closed)
!raw w "*2\r\n$4\r\nAUTH\r\n$16384\r\n"
(nothing)
!raw x "*2\r\n$4\r\nAUTH\r\n$16385\r\n"
"-ERR Protocol error: unauthenticated bulk length\r\n"
(closed)
!raw y "*2\r\n$4\r\nAUTH\r\n$6\r\nsecret\r\n*11\r\n"
"+OK\r\n"
> CONFIG SET requirepass ""
OK
