# From one list to another.
> RPUSH s a b c d
(integer) 4
> LMOVE s d LEFT RIGHT
"a"
> LMOVE s d RIGHT LEFT
"d"
> LRANGE s 0 -1
1) "b"
2) "c"
> LRANGE d 0 -1
1) "d"
2) "a"
> RPOPLPUSH s d
"c"
> LRANGE d 0 -1
1) "c"
2) "d"
3) "a"
> LMOVE s s LEFT RIGHT
"b"
> RPOPLPUSH s d
"b"
> EXISTS s
(integer) 0
> LMOVE s d LEFT LEFT
(nil)
> RPOPLPUSH s d
(nil)
> LMOVE d d LEFT RIGHT
"b"
> LRANGE d 0 -1
1) "c"
2) "d"
3) "a"
4) "b"
> LMOVE d d UP LEFT
(error) ERR syntax error
> LMOVE d d LEFT
(error) ERR wrong number of arguments for 'lmove' command
> SET str v
OK
> LMOVE d str LEFT LEFT
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> LMOVE str d LEFT LEFT
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> LRANGE d 0 -1
1) "c"
2) "d"
3) "a"
4) "b"

# From the first of several lists that has elements.
> RPUSH m 1 2 3 4 5
(integer) 5
> LMPOP 2 nosuch m LEFT
1) "m"
2) 1) "1"
> LMPOP 2 nosuch m RIGHT COUNT 2
1) "m"
2) 1) "5"
   2) "4"
> LMPOP 1 m LEFT COUNT 10
1) "m"
2) 1) "2"
   2) "3"
> LMPOP 1 m LEFT
(nil)
> LMPOP 0 m LEFT
(error) ERR numkeys should be greater than 0
> LMPOP x m LEFT
(error) ERR numkeys should be greater than 0
> LMPOP 2 m LEFT
(error) ERR syntax error
> LMPOP 1 m UP
(error) ERR syntax error
> LMPOP 1 m LEFT COUNT 0
(error) ERR count should be greater than 0
> LMPOP 1 m LEFT COUNT
(error) ERR syntax error
> LMPOP 1 m LEFT COUNT 1 COUNT 1
(error) ERR syntax error
> LMPOP 1 str LEFT
(error) WRONGTYPE Operation against a key holding the wrong kind of value
