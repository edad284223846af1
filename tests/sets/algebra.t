# What all have, what any has, what only the first has.
> SADD a 1 2 3 4
(integer) 4
> SADD b 3 4 5
(integer) 3
> SADD c 4 x
(integer) 2
> SINTER a b
(in any order)
1) "3"
2) "4"
> SINTER a b c
(in any order)
1) "4"
> SINTER a missing
(empty array)
> SINTER a
(in any order)
1) "1"
2) "2"
3) "3"
4) "4"
> SDIFF a b
(in any order)
1) "1"
2) "2"
> SDIFF a b c
(in any order)
1) "2"
2) "1"
> SDIFF missing a
(empty array)
> SDIFF a a
(empty array)
> SUNION missing
(empty array)
> SINTERSTORE d a b
(integer) 2
> SMEMBERS d
(in any order)
1) "3"
2) "4"
> OBJECT ENCODING d
"intset"
> SUNIONSTORE d a c
(integer) 5
> SCARD d
(integer) 5
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d a c
(integer) 3
> SMEMBERS d
(in any order)
1) "1"
2) "2"
3) "3"
> SINTERSTORE d a missing
(integer) 0
> EXISTS d
(integer) 0
> SDIFFSTORE a a b
(integer) 2
> SMEMBERS a
(in any order)
1) "1"
2) "2"
> SINTERCARD 2 b c
(integer) 1
> SINTERCARD 2 b b
(integer) 3
> SINTERCARD 2 b b LIMIT 2
(integer) 2
> SINTERCARD 2 b b LIMIT 0
(integer) 3
> SINTERCARD 2 b missing
(integer) 0
> SINTERCARD 0 b
(error) ERR numkeys should be greater than 0
> SINTERCARD x b
(error) ERR numkeys should be greater than 0
> SINTERCARD 3 a b
(error) ERR Number of keys can't be greater than number of args
> SINTERCARD 1 b LIMIT -1
(error) ERR LIMIT can't be negative
> SINTERCARD 1 b LIMIT
(error) ERR syntax error
> SINTERCARD 1 b FOO 1
(error) ERR syntax error
> SET str v
OK
> SINTER a str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SINTER missing str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SUNION a str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SDIFF a str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SUNIONSTORE d a str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SINTERCARD 2 missing str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
