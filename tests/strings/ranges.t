# APPEND, GETRANGE, SUBSTR, SETRANGE.
> APPEND k hello
(integer) 5
> APPEND k " world"
(integer) 11
> GET k
"hello world"
> APPEND k ""
(integer) 11
> APPEND fresh ""
(integer) 0
> EXISTS fresh
(integer) 1
> GET fresh
""
> SET n 10
OK
> OBJECT ENCODING n
"int"
> APPEND n 5
(integer) 3
> GET n
"105"
> OBJECT ENCODING n
"raw"
> INCR n
(integer) 106
> OBJECT ENCODING n
"int"
> APPEND num 7
(integer) 1
> OBJECT ENCODING num
"int"
> RPUSH list a
(integer) 1
> APPEND list b
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> APPEND k
(error) ERR wrong number of arguments for 'append' command
> EXPIRE k 100
(integer) 1
> APPEND k !
(integer) 12
> TTL k
(integer) 95..100

# GETRANGE counts from the front, or with negative numbers from the end.
> SET k "This is a string"
OK
> GETRANGE k 0 3
"This"
> GETRANGE k -3 -1
"ing"
> GETRANGE k 0 -1
"This is a string"
> GETRANGE k 10 100
"string"
> GETRANGE k 5 3
""
> GETRANGE k -1 -5
""
> GETRANGE k 100 200
""
> GETRANGE k -100 3
"This"
> GETRANGE k -100 -90
"T"
> GETRANGE k 0 -100
"T"
> GETRANGE k 0 -17
"T"
> GETRANGE k 15 15
"g"
> GETRANGE k 16 16
""
> GETRANGE missing 0 -1
""
> GETRANGE list 0 -1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GETRANGE k a 3
(error) ERR value is not an integer or out of range
> GETRANGE k 0 3.5
(error) ERR value is not an integer or out of range
> GETRANGE k 0
(error) ERR wrong number of arguments for 'getrange' command
> GETRANGE k -9223372036854775808 9223372036854775807
"This is a string"
> SET n 12345
OK
> GETRANGE n 1 3
"234"
> SUBSTR k 0 3
"This"
> SUBSTR k -6 -1
"string"
> SUBSTR k 0
(error) ERR wrong number of arguments for 'substr' command
> SET empty ""
OK
> GETRANGE empty 0 -1
""

# SETRANGE overwrites, and fills a gap with zeros.
> SET k "Hello World"
OK
> SETRANGE k 6 Redis
(integer) 11
> GET k
"Hello Redis"
> SETRANGE k 6 "Redis and more"
(integer) 20
> GET k
"Hello Redis and more"
> SETRANGE gap 5 abc
(integer) 8
> GET gap
"\x00\x00\x00\x00\x00abc"
> SETRANGE k 0 ""
(integer) 20
> SETRANGE missing 0 ""
(integer) 0
> SETRANGE missing 5 ""
(integer) 0
> EXISTS missing
(integer) 0
> SETRANGE k -1 x
(error) ERR offset is out of range
> SETRANGE k 536870912 x
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> SETRANGE k 536870911 xx
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> SETRANGE k 9223372036854775807 x
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> SETRANGE missing 536870912 x
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> SETRANGE k 536870912 ""
(integer) 20
> SETRANGE k abc x
(error) ERR value is not an integer or out of range
> SETRANGE list 0 x
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SETRANGE list 0 ""
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SETRANGE k 0
(error) ERR wrong number of arguments for 'setrange' command
> SET n 12345
OK
> SETRANGE n 1 9
(integer) 5
> GET n
"19345"
> OBJECT ENCODING n
"raw"
> EXPIRE n 100
(integer) 1
> SETRANGE n 0 0
(integer) 5
> TTL n
(integer) 95..100
