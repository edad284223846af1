# DELEX, DELIFEQ, DIGEST: newer than 8.0.
!skip oracle
> SET k v
OK
> DELEX k
(integer) 1
> DELEX k
(integer) 0
> RPUSH list a
(integer) 1
> DELEX list
(integer) 1
> EXISTS list
(integer) 0
> SET k v
OK
> DELEX k IFEQ x
(integer) 0
> DELEX k IFEQ v
(integer) 1
> SET k v
OK
> DELEX k IFNE v
(integer) 0
> DELEX k IFNE x
(integer) 1
> SET k abc
OK
> DELEX k IFDEQ ab6e5f64077e7d8a
(integer) 0
> DELEX k IFDNE 78af5f94892f3950
(integer) 0
> DELEX k IFDEQ 78AF5F94892F3950
(integer) 1
> SET k abc
OK
> DELEX k IFDNE ab6e5f64077e7d8a
(integer) 1
> EXISTS k
(integer) 0

# A missing key is never deleted, whatever the condition.
> DELEX k IFEQ v
(integer) 0
> DELEX k IFNE v
(integer) 0
> DELEX k IFDEQ ab6e5f64077e7d8a
(integer) 0
> DELEX k IFDNE ab6e5f64077e7d8a
(integer) 0
> SET n 42
OK
> DELEX n IFEQ 42
(integer) 1

# Refusals.
> RPUSH list a
(integer) 1
> DELEX list IFEQ a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> EXISTS list
(integer) 1
> DELEX
(error) ERR wrong number of arguments for 'delex' command
> DELEX k IFEQ
(error) ERR wrong number of arguments for 'delex' command
> DELEX k FOO v
(error) ERR syntax error
> DELEX k IFEQ v IFNE w
(error) ERR syntax error
> DELEX k IFDEQ short
(error) ERR digest must be exactly 16 hexadecimal characters

# DELIFEQ.
> SET k v
OK
> DELIFEQ k x
(integer) 0
> DELIFEQ k v
(integer) 1
> DELIFEQ k v
(integer) 0
> DELIFEQ list a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> DELIFEQ k
(error) ERR wrong number of arguments for 'delifeq' command

# DIGEST is XXH3 with 64 bits.
> DIGEST missing
(nil)
> SET k ""
OK
> DIGEST k
"2d06800538d394c2"
> SET k a
OK
> DIGEST k
"e6c632b61e964e1f"
> SET k abc
OK
> DIGEST k
"78af5f94892f3950"
> SET k foo
OK
> DIGEST k
"ab6e5f64077e7d8a"
> SET k "Hello world"
OK
> DIGEST k
"b6acb9d84a38ff74"
> SET k "x" * 100
OK
> DIGEST k
"c90984ffdf50ce42"
> SET k "a" * 1025
OK
> DIGEST k
"d46a63acfb8da1ea"
> DIGEST list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> DIGEST
(error) ERR wrong number of arguments for 'digest' command
