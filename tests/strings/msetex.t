# MSETEX: several strings with one condition and one time. Newer than 8.0.
!skip oracle
> MSETEX 2 a 1 b 2
(integer) 1
> MGET a b
1) "1"
2) "2"
> TTL a
(integer) -1
> MSETEX 2 a 3 b 4 EX 100
(integer) 1
> TTL a
(integer) 95..100
> TTL b
(integer) 95..100
> MSETEX 1 a 5 KEEPTTL
(integer) 1
> TTL a
(integer) 95..100
> MSETEX 1 a 5 PX 50000
(integer) 1
> PTTL a
(integer) 45000..50000
> MSETEX 1 a 5 EXAT 33177117420
(integer) 1
> EXPIRETIME a
(integer) 33177117420
> MSETEX 1 a 5 PXAT 33177117420123
(integer) 1
> PEXPIRETIME a
(integer) 33177117420123
> MSETEX 1 a 6
(integer) 1
> TTL a
(integer) -1

# NX: none may exist. XX: all must.
> MSETEX 2 a 7 c 7 NX
(integer) 0
> MGET a c
1) "6"
2) (nil)
> MSETEX 2 c 7 d 7 NX EX 100
(integer) 1
> TTL d
(integer) 95..100
> MSETEX 2 c 8 e 8 XX
(integer) 0
> EXISTS e
(integer) 0
> MSETEX 2 c 8 d 8 EX 100 XX
(integer) 1
> MSETEX 2 same 1 same 2
(integer) 1
> GET same
"2"
> RPUSH list a
(integer) 1
> MSETEX 1 list v XX
(integer) 1
> TYPE list
string

# An absolute time in the past deletes.
> MSETEX 1 c v PXAT 1
(integer) 1
> EXISTS c
(integer) 0

# Refusals.
> MSETEX
(error) ERR wrong number of arguments for 'msetex' command
> MSETEX 1 a
(error) ERR wrong number of arguments for 'msetex' command
> MSETEX 0 a 1
(error) ERR invalid numkeys value
> MSETEX -1 a 1
(error) ERR invalid numkeys value
> MSETEX x a 1
(error) ERR invalid numkeys value
> MSETEX 3 a 1 b 2
(error) ERR wrong number of key-value pairs
> MSETEX 9223372036854775807 a 1
(error) ERR ...
> MSETEX 1 a 1 FOO
(error) ERR syntax error
> MSETEX 1 a 1 NX XX
(error) ERR syntax error
> MSETEX 1 a 1 NX NX
(error) ERR syntax error
> MSETEX 1 a 1 EX 1 PX 1
(error) ERR syntax error
> MSETEX 1 a 1 EX 1 KEEPTTL
(error) ERR syntax error
> MSETEX 1 a 1 EX
(error) ERR syntax error
> MSETEX 1 a 1 EX 0
(error) ERR invalid expire time in 'msetex' command
> MSETEX 1 a 1 PX -1
(error) ERR invalid expire time in 'msetex' command
> MSETEX 1 a 1 EX abc
(error) ERR value is not an integer or out of range
> GET a
"6"
> COMMAND GETKEYS MSETEX 2 a 1 b 2 EX 10
1) "a"
2) "b"
