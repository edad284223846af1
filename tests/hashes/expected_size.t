# How many fields a command names decides, even if it names one of them again and again.
> CONFIG SET hash-max-listpack-entries 3
OK
> HSET h1 a 1 a 2 a 3 a 4
(integer) 1
> OBJECT ENCODING h1
"hashtable"
> HLEN h1
(integer) 1
> HSET h2 a 1
(integer) 1
> HSET h2 a 1 a 2 a 3 a 4
(integer) 0
> OBJECT ENCODING h2
"hashtable"
> HSETEX h3 FIELDS 4 a 1 a 2 a 3 a 4
(integer) 1
> OBJECT ENCODING h3
"hashtable"
> HSETEX h5 FXX FIELDS 4 a 1 a 2 a 3 a 4
(integer) 0
> EXISTS h5
(integer) 0
> HSET h6 a 1
(integer) 1
> HSETEX h6 FNX FIELDS 4 a 1 a 2 a 3 a 4
(integer) 0
> OBJECT ENCODING h6
"listpack"
> HSET h4 a 1
(integer) 1
> HEXPIRE h4 1000 FIELDS 1 a
1) (integer) 1
> HSET h4 a 1 a 2 a 3 a 4
(integer) 0
> OBJECT ENCODING h4
"hashtable"
> HSET h7 a 1 b 2 c 3
(integer) 3
> HSET h7 a 1 b 2 c 3
(integer) 0
> OBJECT ENCODING h7
"listpack"
> CONFIG SET hash-max-listpack-entries 512
OK
# A time that is past leaves the encoding behind that a time would have needed.
> HSET h f v
(integer) 1
> HSETEX h PXAT 2147483648 FIELDS 1 g v
(integer) 1
> OBJECT ENCODING h
"listpackex"
> HGETALL h
1) "f"
2) "v"
