# SET with every option, and what it refuses.
> SET greeting hello
OK
> GET greeting
"hello"
> SET greeting "binary \x00\x01\xff safe\r\n"
OK
> GET greeting
"binary \x00\x01\xff safe\r\n"
> SET empty ""
OK
> GET empty
""
> GET missing
(nil)

# NX writes only new keys, XX only existing ones.
> SET k one NX
OK
> SET k two NX
(nil)
> GET k
"one"
> SET k three XX
OK
> GET k
"three"
> SET nokey value XX
(nil)
> EXISTS nokey
(integer) 0
> SET k v NX XX
(error) ERR syntax error
> SET k v XX NX
(error) ERR syntax error

# GET answers with the old value, whether or not the write happened.
> SET k four GET
"three"
> SET fresh first GET
(nil)
> GET fresh
"first"
> SET k five NX GET
"four"
> GET k
"four"
> SET nokey value XX GET
(nil)
> EXISTS nokey
(integer) 0
> SET new1 v NX GET
(nil)
> GET new1
"v"
> RPUSH list a
(integer) 1
> SET list v GET
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SET list v NX GET
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> TYPE list
list
> SET list v
OK
> TYPE list
string

# Times: EX and PX from now, EXAT and PXAT absolute.
> SET t v EX 100
OK
> TTL t
(integer) 95..100
> SET t v PX 100000
OK
> PTTL t
(integer) 95000..100000
> SET t v EXAT 33177117420
OK
> EXPIRETIME t
(integer) 33177117420
> SET t v PXAT 33177117420123
OK
> PEXPIRETIME t
(integer) 33177117420123
> SET t v
OK
> TTL t
(integer) -1

# KEEPTTL keeps the time that the key has.
> SET t v EX 100
OK
> SET t w KEEPTTL
OK
> TTL t
(integer) 95..100
> SET t x XX KEEPTTL GET
"w"
> TTL t
(integer) 95..100
> SET none v KEEPTTL
OK
> TTL none
(integer) -1

# A time in the past is accepted when it is absolute: the key is gone at once.
> SET t v EXAT 1
OK
> EXISTS t
(integer) 0
> SET t v PXAT 1
OK
> GET t
(nil)
> SET t v
OK
> SET t v PXAT 1 GET
"v"
> EXISTS t
(integer) 0

# Options in any order and in any case.
> set k v ex 10 nx
(nil)
> SET k2 v nx EX 10
OK
> SET k3 v GET px 5000 nX
(nil)
> PTTL k3
(integer) 1..5000

# Refusals.
> SET
(error) ERR wrong number of arguments for 'set' command
> SET k
(error) ERR wrong number of arguments for 'set' command
> SET k v FOO
(error) ERR syntax error
> SET k v EX
(error) ERR syntax error
> SET k v EX abc
(error) ERR value is not an integer or out of range
> SET k v EX 1.5
(error) ERR value is not an integer or out of range
> SET k v EX 0
(error) ERR invalid expire time in 'set' command
> SET k v EX -1
(error) ERR invalid expire time in 'set' command
> SET k v PX 0
(error) ERR invalid expire time in 'set' command
> SET k v EXAT 0
(error) ERR invalid expire time in 'set' command
> SET k v PXAT -5
(error) ERR invalid expire time in 'set' command
> SET k v EX 9223372036854775807
(error) ERR invalid expire time in 'set' command
> SET k v EX 9223372036854775
(error) ERR invalid expire time in 'set' command
> SET k v PX 9223372036854775807
(error) ERR invalid expire time in 'set' command
> SET k v EX 9223372036854775808
(error) ERR value is not an integer or out of range
> SET k v EXAT 9223372036854775807
(error) ERR invalid expire time in 'set' command
> SET k v EX 10 PX 10
(error) ERR syntax error
> SET k v EX 10 KEEPTTL
(error) ERR syntax error
> SET k v KEEPTTL KEEPTTL
OK
> SET k v EX 10 EXAT 10
(error) ERR syntax error
> SET k v NX GET NX
"v"
> SET k v GET GET
"v"
> SET k v PERSIST
(error) ERR syntax error
> SET k v EX 10 EX 10
OK
> TTL k
(integer) 5..10

# A refused command leaves the key as it was.
> SET kept v EX 100
OK
> SET kept w EX 0
(error) ERR invalid expire time in 'set' command
> GET kept
"v"
> TTL kept
(integer) 95..100

# Time runs out.
> SET short v PX 30
OK
!until 2s > EXISTS short
(integer) 0
> GET short
(nil)
> SET short v PX 30
OK
> SET short w
OK
!wait 60ms
> GET short
"w"

# Encodings: integers, short and long strings.
> SET n 12345
OK
> OBJECT ENCODING n
"int"
> SET n -9223372036854775808
OK
> OBJECT ENCODING n
"int"
> GET n
"-9223372036854775808"
> SET n 9223372036854775808
OK
> OBJECT ENCODING n
"embstr"
> SET n 01
OK
> OBJECT ENCODING n
"embstr"
> SET n +1
OK
> OBJECT ENCODING n
"embstr"
> SET n -0
OK
> OBJECT ENCODING n
"embstr"
> SET n "1 "
OK
> OBJECT ENCODING n
"embstr"
> SET n ""
OK
> OBJECT ENCODING n
"embstr"
> SET n "a" * 44
OK
> OBJECT ENCODING n
"embstr"
> SET n "a" * 45
OK
> OBJECT ENCODING n
"raw"
