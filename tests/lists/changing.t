# Replacing.
> RPUSH l a b c
(integer) 3
> LSET l 0 A
OK
> LSET l -1 C
OK
> LSET l 3 x
(error) ERR index out of range
> LSET l x y
(error) ERR value is not an integer or out of range
> LSET missing 0 x
(error) ERR no such key
> LRANGE l 0 -1
1) "A"
2) "b"
3) "C"

# Putting beside.
> LINSERT l BEFORE b x
(integer) 4
> LINSERT l after C y
(integer) 5
> LINSERT l BEFORE nosuch x
(integer) -1
> LINSERT missing BEFORE a b
(integer) 0
> LINSERT l BESIDE a b
(error) ERR syntax error
> LRANGE l 0 -1
1) "A"
2) "x"
3) "b"
4) "C"
5) "y"

# Removing equals.
> RPUSH r a b a c a b a
(integer) 7
> LREM r 2 a
(integer) 2
> LRANGE r 0 -1
1) "b"
2) "c"
3) "a"
4) "b"
5) "a"
> LREM r -1 a
(integer) 1
> LRANGE r 0 -1
1) "b"
2) "c"
3) "a"
4) "b"
> LREM r 0 b
(integer) 2
> LRANGE r 0 -1
1) "c"
2) "a"
> LREM r 0 nosuch
(integer) 0
> LREM missing 0 a
(integer) 0
> LREM r x a
(error) ERR value is not an integer or out of range
> LREM r 0 c
(integer) 1
> LREM r 0 a
(integer) 1
> EXISTS r
(integer) 0

# Keeping a range.
> RPUSH t a b c d e
(integer) 5
> LTRIM t 1 3
OK
> LRANGE t 0 -1
1) "b"
2) "c"
3) "d"
> LTRIM t 0 -1
OK
> LTRIM t -2 -1
OK
> LRANGE t 0 -1
1) "c"
2) "d"
> LTRIM t 5 10
OK
> EXISTS t
(integer) 0
> LTRIM missing 0 1
OK
> LTRIM t x 1
(error) ERR value is not an integer or out of range

# Encodings: small lists are one listpack, and become one again when little is left.
> CONFIG SET list-max-listpack-size 4
OK
> RPUSH e 1 2 3 4
(integer) 4
> OBJECT ENCODING e
"listpack"
> RPUSH e 5
(integer) 5
> OBJECT ENCODING e
"quicklist"
> LPOP e
"1"
> OBJECT ENCODING e
"quicklist"
> LPOP e 2
1) "2"
2) "3"
> OBJECT ENCODING e
"quicklist"
> CONFIG SET list-max-listpack-size -2
OK
> RPUSH big "x" * 9000
(integer) 1
> OBJECT ENCODING big
"quicklist"
