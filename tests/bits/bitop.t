# BITOP combines strings; shorter ones are continued with zeros.
> MSET a "\xff\x0f\xf0" b "\x0f\x0f" c ""
OK
> BITOP AND d a b
(integer) 3
> GET d
"\x0f\x0f\x00"
> BITOP OR d a b
(integer) 3
> GET d
"\xff\x0f\xf0"
> BITOP XOR d a b
(integer) 3
> GET d
"\xf0\x00\xf0"
> BITOP NOT d a
(integer) 3
> GET d
"\x00\xf0\x0f"
> BITOP and d a missing
(integer) 3
> GET d
"\x00\x00\x00"
> BITOP OR d missing a
(integer) 3
> GET d
"\xff\x0f\xf0"
> BITOP XOR d a a
(integer) 3
> GET d
"\x00\x00\x00"
> BITOP AND d a
(integer) 3
> GET d
"\xff\x0f\xf0"
> BITOP NOT d d
(integer) 3
> GET d
"\x00\xf0\x0f"
> BITOP OR a a b
(integer) 3
> GET a
"\xff\x0f\xf0"

# Nothing in, nothing out: the destination goes.
> BITOP AND d missing other
(integer) 0
> EXISTS d
(integer) 0
> SET d v
OK
> BITOP NOT d missing
(integer) 0
> EXISTS d
(integer) 0
> SET d v
OK
> BITOP OR d c missing
(integer) 0
> EXISTS d
(integer) 0

# Any destination is overwritten, whatever it was and whatever time it had.
> RPUSH list x
(integer) 1
> BITOP OR list a b
(integer) 3
> TYPE list
string
> SET d v EX 100
OK
> BITOP OR d a
(integer) 3
> TTL d
(integer) -1
> SET n 123
OK
> BITOP OR d n
(integer) 3
> GET d
"123"
> OBJECT ENCODING d
"raw"

# Long strings.
> MSET x "\xf0" * 1000 y "\x3c" * 517 z "\xaa" * 800
OK
> BITOP AND d x y z
(integer) 1000
> BITCOUNT d
(integer) 517
> BITOP OR d x y z
(integer) 1000
> BITCOUNT d
(integer) 6117
> BITOP XOR d x y z
(integer) 1000
> BITCOUNT d
(integer) 4000
> BITOP XOR d x y z x y z a b x y z x y z
(integer) 1000
> STRLEN d
(integer) 1000
> BITCOUNT d
(integer) 8
> BITOP NOT d x
(integer) 1000
> BITCOUNT d
(integer) 4000

# Refusals.
> BITOP
(error) ERR wrong number of arguments for 'bitop' command
> BITOP AND d
(error) ERR wrong number of arguments for 'bitop' command
> BITOP FOO d a
(error) ERR syntax error
> BITOP NOT d a b
(error) ERR BITOP NOT must be called with a single source key.
> DEL list
(integer) 1
> RPUSH list x
(integer) 1
> BITOP AND d a list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BITOP OR d list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
