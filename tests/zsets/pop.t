# ZPOPMIN ZPOPMAX ZMPOP, and waiting with BZPOPMIN BZPOPMAX BZMPOP.
> ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g
(integer) 7
> ZPOPMIN z
1) "a"
2) "1"
> ZPOPMAX z
1) "g"
2) "7"
> ZPOPMIN z 2
1) "b"
2) "2"
3) "c"
4) "3"
> ZPOPMAX z 2
1) "f"
2) "6"
3) "e"
4) "5"
> ZPOPMIN z 0
(empty array)
> ZPOPMIN z -1
(error) ERR value is out of range, must be positive
> ZPOPMIN z x
(error) ERR value is out of range, must be positive
> ZPOPMIN z 1 2
(error) ERR syntax error
> ZPOPMIN z 10
1) "d"
2) "4"
> EXISTS z
(integer) 0
> ZPOPMIN z
(empty array)
> ZPOPMAX z 3
(empty array)
> SET text x
OK
> ZPOPMIN text
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZPOPMIN text 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZADD z 1 a 2 b 3 c 4 d
(integer) 4
> ZMPOP 1 z MIN
1) "z"
2) 1) 1) "a"
      2) "1"
> ZMPOP 2 none z MAX COUNT 2
1) "z"
2) 1) 1) "d"
      2) "4"
   2) 1) "c"
      2) "3"
> ZMPOP 2 none other MIN
(nil)
> ZMPOP 2 none text MIN
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZMPOP 1 z MIN COUNT 10
1) "z"
2) 1) 1) "b"
      2) "2"
> EXISTS z
(integer) 0
> ZMPOP 0 z MIN
(error) ERR numkeys should be greater than 0
> ZMPOP x z MIN
(error) ERR numkeys should be greater than 0
> ZMPOP 2 z MIN
(error) ERR syntax error
> ZMPOP 1 z
(error) ERR wrong number of arguments for 'zmpop' command
> ZMPOP 1 z MID
(error) ERR syntax error
> ZMPOP 1 z MIN COUNT 0
(error) ERR count should be greater than 0
> ZMPOP 1 z MIN COUNT x
(error) ERR count should be greater than 0
> ZMPOP 1 z MIN COUNT 1 COUNT 1
(error) ERR syntax error
> ZMPOP 1 z MIN COUNT
(error) ERR syntax error
> ZADD z 1 a 2 b 3 c 4 d 5 e
(integer) 5
> BZPOPMIN z 0
1) "z"
2) "a"
3) "1"
> BZPOPMAX none z 0
1) "z"
2) "e"
3) "5"
> BZMPOP 0 2 none z MIN COUNT 2
1) "z"
2) 1) 1) "b"
      2) "2"
   2) 1) "c"
      2) "3"
> BZPOPMIN z x
(error) ERR timeout is not a float or out of range
> BZPOPMIN z -1
(error) ERR timeout is negative
> BZPOPMIN text 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BZPOPMIN none text 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BZMPOP x 1 z MIN
(error) ERR timeout is not a float or out of range
> BZMPOP -1 1 z MIN
(error) ERR timeout is negative
> BZMPOP 0 0 z MIN
(error) ERR numkeys should be greater than 0
> BZMPOP 0 1 z MIN COUNT 0
(error) ERR count should be greater than 0
> BZPOPMIN none 0.01
(nil)
> BZMPOP 0.01 1 none MAX
(nil)
> MULTI
OK
> BZPOPMIN none 0
QUEUED
> BZMPOP 0 1 none MIN
QUEUED
> EXEC
1) (nil)
2) (nil)
a> BZPOPMIN q 0
b> BZPOPMAX q r 0
c> BZMPOP 0 2 r q MAX COUNT 5
> ZADD q 1 one 2 two 3 three 4 four
(integer) 4
a: 1) "q"
   2) "one"
   3) "1"
b: 1) "q"
   2) "four"
   3) "4"
c: 1) "q"
   2) 1) 1) "three"
         2) "3"
      2) 1) "two"
         2) "2"
> EXISTS q
(integer) 0
a> BZPOPMIN q 0
> SADD q x
(integer) 1
> DEL q
(integer) 1
> ZADD q 1 z
(integer) 1
a: 1) "q"
   2) "z"
   3) "1"
!resp 3
> ZADD z 1 a 2 b 3 c 4 d 5 e
(integer) 4
> ZPOPMIN z
1) "a"
2) (double) 1
> ZPOPMAX z 2
1) 1) "e"
   2) (double) 5
2) 1) "d"
   2) (double) 4
> ZPOPMIN z 1
1) 1) "b"
   2) (double) 2
> ZMPOP 1 z MIN
1) "z"
2) 1) 1) "c"
      2) (double) 3
> ZADD z 1 a
(integer) 1
> BZPOPMIN z 0
1) "z"
2) "a"
3) (double) 1
> ZPOPMIN z 1
(empty array)
> ZPOPMIN z
(empty array)
> ZMPOP 1 z MIN
(nil)
