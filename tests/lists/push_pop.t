# Pushing at both ends, popping from them.
> RPUSH l a b c
(integer) 3
> LPUSH l z y
(integer) 5
> LRANGE l 0 -1
1) "y"
2) "z"
3) "a"
4) "b"
5) "c"
> LPUSHX missing a
(integer) 0
> RPUSHX missing a
(integer) 0
> EXISTS missing
(integer) 0
> LPUSHX l x
(integer) 6
> RPUSHX l d e
(integer) 8
> LLEN l
(integer) 8
> LLEN missing
(integer) 0
> LPOP l
"x"
> RPOP l
"e"
> LPOP l 2
1) "y"
2) "z"
> RPOP l 2
1) "d"
2) "c"
> LRANGE l 0 -1
1) "a"
2) "b"
> LPOP l 0
(empty array)
> LPOP l 100
1) "a"
2) "b"
> EXISTS l
(integer) 0
> LPOP l
(nil)
> LPOP l 5
(nil)
> RPOP l 0
(nil)

# Counts must be counts.
> RPUSH l a
(integer) 1
> LPOP l -1
(error) ERR value is out of range, must be positive
> LPOP l x
(error) ERR value is out of range, must be positive
> LPOP l 1 2
(error) ERR wrong number of arguments for 'lpop' command
> RPOP l -9223372036854775808
(error) ERR value is out of range, must be positive
> LPUSH l
(error) ERR wrong number of arguments for 'lpush' command
> LLEN
(error) ERR wrong number of arguments for 'llen' command

# Only lists.
> SET s v
OK
> LPUSH s a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> RPUSHX s a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> LPOP s
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> LLEN s
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> LRANGE s 0 -1
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# Numbers come back as they were written.
> RPUSH n 0 -1 127 128 4095 4096 -4097 32768 8388608 2147483648 9223372036854775807 -9223372036854775808 9223372036854775808 007 +1 -0 1.0 ""
(integer) 18
> LRANGE n 0 -1
 1) "0"
 2) "-1"
 3) "127"
 4) "128"
 5) "4095"
 6) "4096"
 7) "-4097"
 8) "32768"
 9) "8388608"
10) "2147483648"
11) "9223372036854775807"
12) "-9223372036854775808"
13) "9223372036854775808"
14) "007"
15) "+1"
16) "-0"
17) "1.0"
18) ""
