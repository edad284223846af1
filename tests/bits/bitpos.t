# BITPOS finds the first bit that is set or clear.
> SET k "\xff\xf0\x00"
OK
> BITPOS k 0
(integer) 12
> BITPOS k 1
(integer) 0
> SET k "\x00\xff\xf0"
OK
> BITPOS k 1 0
(integer) 8
> BITPOS k 1 2
(integer) 16
> BITPOS k 1 2 -1
(integer) 16
> BITPOS k 1 0 0
(integer) -1
> BITPOS k 0 1
(integer) 20
> BITPOS k 0 1 1
(integer) -1
> BITPOS k 1 -1
(integer) 16
> BITPOS k 1 7 15 BIT
(integer) 8
> BITPOS k 1 7 -3 BIT
(integer) 8
> BITPOS k 0 8 15 BIT
(integer) -1
> BITPOS k 0 9 23 BIT
(integer) 20
> BITPOS k 1 5 2
(integer) -1
> BITPOS k 1 10 20
(integer) -1
> BITPOS k 1 0 -100
(integer) -1
> BITPOS k 1 1 1 BYTE
(integer) 8

# A string of ones has a clear bit behind it, unless an end is given.
> SET k "\xff\xff\xff"
OK
> BITPOS k 0
(integer) 24
> BITPOS k 0 0
(integer) 24
> BITPOS k 0 1
(integer) 24
> BITPOS k 0 0 -1
(integer) -1
> BITPOS k 0 0 2
(integer) -1
> BITPOS k 0 3
(integer) -1
> BITPOS k 0 0 -1 BIT
(integer) -1
> BITPOS k 0 24 BIT
(error) ERR value is not an integer or out of range
> SET z "\x00\x00"
OK
> BITPOS z 1
(integer) -1
> BITPOS z 1 0 -1
(integer) -1
> BITPOS z 0
(integer) 0
> BITPOS missing 0
(integer) 0
> BITPOS missing 1
(integer) -1
> BITPOS missing 0 5
(integer) 0
> BITPOS missing 0 5 6
(integer) 0
> SET empty ""
OK
> BITPOS empty 0
(integer) -1
> BITPOS empty 1
(integer) -1
> SET big "\xff" * 10000 
OK
> APPEND big "\xf7"
(integer) 10001
> BITPOS big 0
(integer) 80004
> BITPOS big 0 9999
(integer) 80004
> BITPOS big 0 70000 80003 BIT
(integer) -1
> BITPOS big 0 70000 80004 BIT
(integer) 80004

# Refusals.
> BITPOS k
(error) ERR wrong number of arguments for 'bitpos' command
> BITPOS k 2
(error) ERR The bit argument must be 1 or 0.
> BITPOS k -1
(error) ERR The bit argument must be 1 or 0.
> BITPOS k x
(error) ERR value is not an integer or out of range
> BITPOS k 1 a
(error) ERR value is not an integer or out of range
> BITPOS k 1 0 b
(error) ERR value is not an integer or out of range
> BITPOS k 1 0 1 FOO
(error) ERR syntax error
> BITPOS k 1 0 1 BIT BIT
(error) ERR syntax error
> BITPOS missing 2
(error) ERR The bit argument must be 1 or 0.
> RPUSH list x
(integer) 1
> BITPOS list 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BITPOS list 5
(error) ERR The bit argument must be 1 or 0.

# The unit is looked at before the end, but after the start.
> BITPOS nothing 0 1 hello hello2
(error) ERR syntax error
> BITPOS nothing 0 a 1 x
(error) ERR value is not an integer or out of range
> BITCOUNT nothing 1 hello x
(error) ERR value is not an integer or out of range
