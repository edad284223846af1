# MSET, MSETNX, MGET: several strings at once.
> MSET a 1 b 2 c 3
OK
> MGET a b c
1) "1"
2) "2"
3) "3"
> MGET a missing b
1) "1"
2) (nil)
3) "2"
> RPUSH list x
(integer) 1
> MGET a list b
1) "1"
2) (nil)
3) "2"
> MSET a 10 list string
OK
> TYPE list
string
> MSET a 1 a 2 a 3
OK
> GET a
"3"
> EXPIRE a 100
(integer) 1
> MSET a again
OK
> TTL a
(integer) -1
> MSET
(error) ERR wrong number of arguments for 'mset' command
> MSET a
(error) ERR wrong number of arguments for 'mset' command
> MSET a 1 b
(error) ERR wrong number of arguments for 'mset' command
> MGET
(error) ERR wrong number of arguments for 'mget' command
> MGET a a a
1) "again"
2) "again"
3) "again"

# MSETNX writes all or nothing.
> MSETNX x 1 y 2
(integer) 1
> MSETNX y 3 z 4
(integer) 0
> EXISTS z
(integer) 0
> MGET x y z
1) "1"
2) "2"
3) (nil)
> MSETNX n 1 n 2
(integer) 1
> GET n
"2"
> MSETNX q 1 q
(error) ERR wrong number of arguments for 'msetnx' command
> MSETNX
(error) ERR wrong number of arguments for 'msetnx' command
> RPUSH l2 a
(integer) 1
> MSETNX l2 v fresh v
(integer) 0
> EXISTS fresh
(integer) 0

# An integer is stored as one.
> MSET num 42 word hello
OK
> OBJECT ENCODING num
"int"
> OBJECT ENCODING word
"embstr"
