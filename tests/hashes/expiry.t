> HSET h a 1 b 2
(integer) 2
> HGETALL h
1) "a"
2) "1"
3) "b"
4) "2"
> HINCRBY h a 5
(integer) 6
> HINCRBYFLOAT h b 0.5
"2.5"
> HEXPIRE h 100 FIELDS 1 a
1) (integer) 1
> OBJECT ENCODING h
"listpackex"
> HTTL h FIELDS 3 a b c
1) (integer) 100
2) (integer) -1
3) (integer) -2
> HEXPIRE h 50 GT FIELDS 2 a b
1) (integer) 0
2) (integer) 0
> HPERSIST h FIELDS 2 a b
1) (integer) 1
2) (integer) -1
> HPEXPIRE h 1 FIELDS 1 a
1) (integer) 1
!wait 20ms
> HGET h a
(nil)
> HGETDEL h FIELDS 2 b zz
1) "2.5"
2) (nil)
> EXISTS h
(integer) 0
> HSETEX k FNX EX 100 FIELDS 2 x 1 y 2
(integer) 1
> HGETEX k PERSIST FIELDS 1 x
1) "1"
> HTTL k FIELDS 2 x y
1) (integer) -1
2) (integer) 100
> HRANDFIELD k 5 WITHVALUES
1) "y"
2) "2"
3) "x"
4) "1"
> HSCAN k 0 NOVALUES
1) "0"
2) 1) "y"
   2) "x"
> HEXPIRE k 0 FIELDS 1 x
1) (integer) 2
> HEXPIRE k -1 FIELDS 1 x
(error) ERR invalid expire time, must be >= 0
> HEXPIRE k 10 FIELDS 2 x
(error) ERR The `numfields` parameter must match the number of arguments
> HEXPIRE k 10 NX XX FIELDS 1 x
(error) ERR Mandatory argument FIELDS is missing or not at the right position
> HSETEX k EX 10 PX 10 FIELDS 1 a b
(error) ERR Only one of EX, PX, EXAT, PXAT or KEEPTTL arguments can be specified
> HSET k a
(error) ERR wrong number of arguments for 'hset' command
> HINCRBY k zz 9223372036854775807
(integer) 9223372036854775807
> HINCRBY k zz 1
(error) ERR increment or decrement would overflow
> HMGET k zz y q
1) "9223372036854775807"
2) "2"
3) (nil)
> HSETNX k zz 1
(integer) 0
> HSTRLEN k y
(integer) 1

# Every way to say it wrong.
> HTTL k FIELDS 0 x
(error) ERR Number of fields must be a positive integer
> HTTL k FIELDS x
(error) ERR wrong number of arguments for 'httl' command
> HTTL k
(error) ERR wrong number of arguments for 'httl' command
> HPERSIST k FIELDS -1 x
(error) ERR Number of fields must be a positive integer
> HEXPIRE k 10 FIELDS 0 x
(error) ERR Parameter `numFields` should be greater than 0
> HEXPIRE k 10 FIELDS x x
(error) ERR Parameter `numFields` should be greater than 0
> HEXPIRE k 10 FOO FIELDS 1 x
(error) ERR Mandatory argument FIELDS is missing or not at the right position
> HEXPIRE k 9223372036854775807 FIELDS 1 x
(error) ERR invalid expire time in 'hexpire' command
> HPEXPIREAT k 70368744177664 FIELDS 1 y
(error) ERR invalid expire time in 'hpexpireat' command
> HGETDEL k FIELDS 2 x
(error) ERR The `numfields` parameter must match the number of arguments
> HGETEX k EX 0 FIELDS 1 y
1) "2"
> HGETEX missing EX 10 FIELDS 2 x y
1) (nil)
2) (nil)
> HGETDEL missing FIELDS 1 x
1) (nil)
> HTTL missing FIELDS 2 x y
1) (integer) -2
2) (integer) -2
> HEXPIRE missing 10 FIELDS 2 x y
1) (integer) -2
2) (integer) -2
> HPERSIST missing FIELDS 1 x
1) (integer) -2
> HSETEX n EX 10 FNX FIELDS 1 a 1
(integer) 1
> HSETEX n FXX FIELDS 2 a 2 b 3
(integer) 0
> HSETEX n FXX KEEPTTL FIELDS 1 a 2
(integer) 1
> HGET n a
"2"
> HSETEX n FNX FXX FIELDS 1 a 1
(error) ERR Only one of FXX or FNX arguments can be specified
> HSETEX n EX 10 KEEPTTL FIELDS 1 a 1
(error) ERR Only one of EX, PX, EXAT, PXAT or KEEPTTL arguments can be specified
> HSETEX n FIELDS 2 a 1
(error) ERR wrong number of arguments for 'hsetex' command
> SET str v
OK
> HEXPIRE str 10 FIELDS 1 a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HSETEX str FIELDS 1 a 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HGETDEL str FIELDS 1 a
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# Conditions.
> HSET c f v
(integer) 1
> HEXPIRE c 100 XX FIELDS 1 f
1) (integer) 0
> HEXPIRE c 100 GT FIELDS 1 f
1) (integer) 0
> HEXPIRE c 100 LT FIELDS 1 f
1) (integer) 1
> HEXPIRE c 200 NX FIELDS 1 f
1) (integer) 0
> HEXPIRE c 200 GT FIELDS 1 f
1) (integer) 1
> HEXPIRE c 100 LT FIELDS 1 f
1) (integer) 1
> HEXPIREAT c 4102444800 FIELDS 1 f
1) (integer) 1
> HEXPIRETIME c FIELDS 1 f
1) (integer) 4102444800
> HPEXPIRETIME c FIELDS 1 f
1) (integer) 4102444800000
> HSET c f w
(integer) 0
> HTTL c FIELDS 1 f
1) (integer) -1
> HPEXPIREAT c 1 FIELDS 1 f
1) (integer) 2
> EXISTS c
(integer) 0
