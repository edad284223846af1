# SET with IFEQ, IFNE, IFDEQ, IFDNE: compare and set. Newer than 8.0.
!skip oracle
> SET k v1
OK
> SET k v2 IFEQ v1
OK
> SET k v3 IFEQ v1
(nil)
> GET k
"v2"
> SET k v3 IFNE v2
(nil)
> SET k v3 IFNE other
OK
> GET k
"v3"
> SET missing v IFEQ v
(nil)
> EXISTS missing
(integer) 0
> SET missing v IFNE v
OK
> GET missing
"v"

# Digests stand for the value: XXH3 of its bytes in 16 hex digits.
> SET k abc
OK
> SET k foo IFDEQ 78af5f94892f3950
OK
> SET k bar IFDEQ 78af5f94892f3950
(nil)
> SET k bar IFDEQ AB6E5F64077E7D8A
OK
> SET k abc
OK
> SET k foo IFDNE 78af5f94892f3950
(nil)
> SET k foo IFDNE 0000000000000000
OK
> GET k
"foo"
> SET none v IFDEQ 78af5f94892f3950
(nil)
> SET none v IFDNE 78af5f94892f3950
OK
> GET none
"v"

# An integer compares as its text.
> SET n 42
OK
> SET n 43 IFEQ 42
OK
> SET n 44 IFEQ 043
(nil)
> SET n 44 IFNE 43
(nil)
> OBJECT ENCODING n
"int"

# With GET the old value comes whether or not it was replaced.
> SET k old
OK
> SET k new IFEQ old GET
"old"
> SET k newer IFEQ old GET
"new"
> GET k
"new"
> SET absent v IFEQ x GET
(nil)
> EXISTS absent
(integer) 0
> SET absent v GET IFNE x
(nil)
> GET absent
"v"

# A refusal changes nothing, the time included; a success drops the time unless it is kept.
> SET t v EX 100
OK
> SET t w IFEQ x EX 500
(nil)
> TTL t
(integer) 95..100
> SET t w IFEQ v KEEPTTL
OK
> TTL t
(integer) 95..100
> SET t x IFEQ w
OK
> TTL t
(integer) -1
> SET t y EX 50 IFEQ x
OK
> TTL t
(integer) 45..50

# Only strings can be compared.
> RPUSH list a
(integer) 1
> SET list v IFEQ a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SET list v IFNE a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SET list v IFDEQ 78af5f94892f3950
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SET list v IFDNE 78af5f94892f3950
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> TYPE list
list

# One condition at most.
> SET k v NX IFEQ x
(error) ERR syntax error
> SET k v IFEQ x XX
(error) ERR syntax error
> SET k v IFEQ x IFNE y
(error) ERR syntax error
> SET k v IFDEQ 78af5f94892f3950 IFDNE 78af5f94892f3950
(error) ERR syntax error
> SET k v IFEQ
(error) ERR syntax error
> SET k v IFDEQ 78af5f94892f395
(error) ERR digest must be exactly 16 hexadecimal characters
> SET k v IFDEQ 78af5f94892f395g
(error) ERR digest must be exactly 16 hexadecimal characters
> SET nokey v IFDNE x
(error) ERR digest must be exactly 16 hexadecimal characters
> GET k
"new"
