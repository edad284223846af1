# BITCOUNT counts set bits in a string or a part of it, by bytes or by bits.
> SET k foobar
OK
> BITCOUNT k
(integer) 26
> BITCOUNT k 0 0
(integer) 4
> BITCOUNT k 1 1
(integer) 6
> BITCOUNT k 0 -5
(integer) 10
> BITCOUNT k -3 -1
(integer) 10
> BITCOUNT k -100 100
(integer) 26
> BITCOUNT k 5 2
(integer) 0
> BITCOUNT k -1 -3
(integer) 0
> BITCOUNT k 6 10
(integer) 0
> BITCOUNT k -10 -8
(integer) 4
> BITCOUNT k 1 1 BYTE
(integer) 6
> BITCOUNT k 5 30 BIT
(integer) 17
> BITCOUNT k 5 30 bit
(integer) 17
> BITCOUNT k 0 0 BIT
(integer) 0
> BITCOUNT k -3 -1 BIT
(integer) 1
> BITCOUNT k 7 8 BIT
(integer) 0
> BITCOUNT k 3 4 BIT
(integer) 0
> BITCOUNT k -100 100 BIT
(integer) 26
> BITCOUNT k 40 3 BIT
(integer) 0
> BITCOUNT missing
(integer) 0
> BITCOUNT missing 0 -1
(integer) 0
> SET n 123
OK
> BITCOUNT n
(integer) 10
> SET big "\xff" * 10007
OK
> BITCOUNT big
(integer) 80056
> BITCOUNT big 3 -4
(integer) 80008
> BITCOUNT big 13 -14 BIT
(integer) 80030

# Refusals.
> BITCOUNT
(error) ERR wrong number of arguments for 'bitcount' command
> BITCOUNT k 0
(error) ERR syntax error
> BITCOUNT k 0 1 FOO
(error) ERR syntax error
> BITCOUNT k 0 1 BIT BYTE
(error) ERR syntax error
> BITCOUNT k a 1
(error) ERR value is not an integer or out of range
> BITCOUNT k 0 1.5
(error) ERR value is not an integer or out of range
> BITCOUNT missing a b
(error) ERR value is not an integer or out of range
> BITCOUNT missing 0
(error) ERR syntax error
> RPUSH list x
(integer) 1
> BITCOUNT list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BITCOUNT list 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
