# Numbers by default, texts with ALPHA.
> RPUSH l 3 1 2 10 -5 2.5
(integer) 6
> SORT l
1) "-5"
2) "1"
3) "2"
4) "2.5"
5) "3"
6) "10"
> SORT l DESC
1) "10"
2) "3"
3) "2.5"
4) "2"
5) "1"
6) "-5"
> SORT l ALPHA
1) "-5"
2) "1"
3) "10"
4) "2"
5) "2.5"
6) "3"
> SORT l LIMIT 1 2
1) "1"
2) "2"
> SORT l LIMIT -1 2
1) "-5"
2) "1"
> SORT l LIMIT 0 -1
1) "-5"
2) "1"
3) "2"
4) "2.5"
5) "3"
6) "10"
> SORT l LIMIT 100 1
(empty array)
> SORT l DESC LIMIT 0 3
1) "10"
2) "3"
3) "2.5"
> SORT missing
(empty array)
> RPUSH w b a c
(integer) 3
> SORT w
(error) ERR One or more scores can't be converted into double
> SORT w ALPHA
1) "a"
2) "b"
3) "c"
> SORT w ALPHA DESC
1) "c"
2) "b"
3) "a"

# By other keys, and showing others.
> RPUSH ids 1 2 3
(integer) 3
> MSET weight_1 30 weight_2 20 weight_3 10 name_1 one name_2 two
OK
> SORT ids BY weight_*
1) "3"
2) "2"
3) "1"
> SORT ids BY weight_* GET name_* GET #
1) (nil)
2) "3"
3) "two"
4) "2"
5) "one"
6) "1"
> SORT ids BY weight_* GET nosuch_*
1) (nil)
2) (nil)
3) (nil)
> SORT ids BY nosort
1) "1"
2) "2"
3) "3"
> SORT ids BY nosort DESC
1) "3"
2) "2"
3) "1"
> SORT ids BY nosort LIMIT 1 1
1) "2"
> HSET h_1 rank 5 title eins
(integer) 2
> HSET h_2 rank 1 title zwei
(integer) 2
> HSET h_3 rank 3
(integer) 1
> SORT ids BY h_*->rank
1) "2"
2) "3"
3) "1"
> SORT ids BY h_*->rank GET h_*->title
1) "zwei"
2) (nil)
3) "eins"
> SORT ids BY name_* ALPHA
1) "3"
2) "1"
3) "2"
> SORT ids BY name_*
(error) ERR One or more scores can't be converted into double
> SORT ids GET "x->*"
1) (nil)
2) (nil)
3) (nil)

# Sets and sorted sets.
> SADD s 3 1 2
(integer) 3
> SORT s
1) "1"
2) "2"
3) "3"
> ZADD z 1 c 2 b 3 a
(integer) 3
> SORT z ALPHA
1) "a"
2) "b"
3) "c"
> OBJECT ENCODING z
"skiplist"
> SORT z BY nosort
1) "c"
2) "b"
3) "a"
> SORT z BY nosort DESC
1) "a"
2) "b"
3) "c"
> SORT z BY nosort DESC LIMIT 0 2
1) "a"
2) "b"
> SORT s BY nosort STORE kept
(integer) 3
> LRANGE kept 0 -1
1) "1"
2) "2"
3) "3"

# Kept as a list.
> SORT l STORE d
(integer) 6
> LRANGE d 0 -1
1) "-5"
2) "1"
3) "2"
4) "2.5"
5) "3"
6) "10"
> OBJECT ENCODING d
"listpack"
> SORT ids BY weight_* GET name_* STORE d
(integer) 3
> LRANGE d 0 -1
1) ""
2) "two"
3) "one"
> SORT missing STORE d
(integer) 0
> EXISTS d
(integer) 0

# Mistakes.
> SORT l FOO
(error) ERR syntax error
> SORT l LIMIT 1
(error) ERR syntax error
> SORT l LIMIT x 1
(error) ERR value is not an integer or out of range
> SORT l BY
(error) ERR syntax error
> SET str v
OK
> SORT str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SORT_RO l STORE d
(error) ERR syntax error
> SORT_RO l LIMIT 0 2
1) "-5"
2) "1"
> COMMAND GETKEYS SORT k BY x* GET y* STORE d
1) "k"
2) "d"
