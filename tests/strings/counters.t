# INCR, DECR, INCRBY, DECRBY.
> INCR c
(integer) 1
> INCR c
(integer) 2
> INCRBY c 10
(integer) 12
> DECR c
(integer) 11
> DECRBY c 5
(integer) 6
> GET c
"6"
> OBJECT ENCODING c
"int"
> DECR fresh
(integer) -1
> INCRBY other -7
(integer) -7
> DECRBY other -7
(integer) 0
> SET c "11"
OK
> INCR c
(integer) 12
> EXPIRE c 100
(integer) 1
> INCR c
(integer) 13
> TTL c
(integer) 95..100

# Limits of 64 bits.
> SET c 9223372036854775807
OK
> INCR c
(error) ERR increment or decrement would overflow
> INCRBY c 1
(error) ERR increment or decrement would overflow
> DECRBY c -1
(error) ERR increment or decrement would overflow
> INCRBY c -1
(integer) 9223372036854775806
> SET c -9223372036854775808
OK
> DECR c
(error) ERR increment or decrement would overflow
> DECRBY c 1
(error) ERR increment or decrement would overflow
> DECRBY c -9223372036854775808
(error) ERR decrement would overflow
> INCRBY c -1
(error) ERR increment or decrement would overflow
> GET c
"-9223372036854775808"
> SET c 0
OK
> DECRBY c 9223372036854775807
(integer) -9223372036854775807
> DECRBY c 2
(error) ERR increment or decrement would overflow

# What is no integer.
> SET c hello
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c 1.5
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c " 1"
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c "1 "
OK
> DECR c
(error) ERR value is not an integer or out of range
> SET c 01
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c +1
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c ""
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c 9223372036854775808
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c 1e3
OK
> INCR c
(error) ERR value is not an integer or out of range
> SET c 1
OK
> INCRBY c 1.5
(error) ERR value is not an integer or out of range
> INCRBY c abc
(error) ERR value is not an integer or out of range
> INCRBY c ""
(error) ERR value is not an integer or out of range
> INCRBY c " 1"
(error) ERR value is not an integer or out of range
> INCRBY c 01
(error) ERR value is not an integer or out of range
> INCRBY c +1
(error) ERR value is not an integer or out of range
> INCRBY c 9223372036854775808
(error) ERR value is not an integer or out of range
> DECRBY c abc
(error) ERR value is not an integer or out of range
> RPUSH list a
(integer) 1
> INCR list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> DECRBY list 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> INCR
(error) ERR wrong number of arguments for 'incr' command
> INCR a b
(error) ERR wrong number of arguments for 'incr' command
> INCRBY c
(error) ERR wrong number of arguments for 'incrby' command
> DECRBY c 1 2
(error) ERR wrong number of arguments for 'decrby' command
> GET c
"1"

# A value that was built of parts counts too, and becomes an integer.
> SETRANGE built 0 12
(integer) 2
> APPEND built 3
(integer) 3
> OBJECT ENCODING built
"raw"
> INCR built
(integer) 124
> OBJECT ENCODING built
"int"
