# LMOVEM moves several at once: newer than 8.0.2.
!skip oracle
> RPUSH s 1 2 3 4
(integer) 4
> LMOVEM s d LEFT LEFT COUNT 3 OBO
1) "3"
2) "2"
3) "1"
> LRANGE d 0 -1
1) "3"
2) "2"
3) "1"
> DEL s d
(integer) 2
> RPUSH s 1 2 3 4
(integer) 4
> LMOVEM s d LEFT LEFT COUNT 3 BULK
1) "1"
2) "2"
3) "3"
> DEL s d
(integer) 2
> RPUSH s a b c
(integer) 3
> LMOVEM s d LEFT RIGHT COUNT 2 BULK
1) "a"
2) "b"
> DEL s d
(integer) 2
> RPUSH s ichi ni san
(integer) 3
> LMOVEM s d RIGHT LEFT COUNT 2 BULK
1) "ni"
2) "san"
> LMOVEM s d LEFT LEFT
1) "ichi"
> EXISTS s
(integer) 0
> LMOVEM s d LEFT LEFT
(nil)
> LMOVEM d e LEFT LEFT EXACTLY 9 OBO
(nil)
> LMOVEM d e LEFT LEFT COUNT 0 OBO
(error) ERR value is out of range, must be positive
> LMOVEM d e LEFT LEFT COUNT 1
(error) ERR syntax error
> RPUSH x a b c
(integer) 3
> LMOVEM x x LEFT LEFT EXACTLY 2 OBO
1) "b"
2) "a"
> LRANGE x 0 -1
1) "b"
2) "a"
3) "c"

# BLMOVEM waits until there are enough.
a> BLMOVEM w v LEFT RIGHT 0 EXACTLY 2 BULK
> RPUSH w 1
(integer) 1
> RPUSH w 2
(integer) 2
a: 1) "1"
2) "2"
> BLMOVEM w v LEFT RIGHT 0.01
(nil)
