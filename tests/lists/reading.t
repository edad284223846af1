# Ranges: negative indexes count from the end, what is outside is cut off.
> RPUSH l a b c d e
(integer) 5
> LRANGE l 0 -1
1) "a"
2) "b"
3) "c"
4) "d"
5) "e"
> LRANGE l 1 3
1) "b"
2) "c"
3) "d"
> LRANGE l -3 -2
1) "c"
2) "d"
> LRANGE l -100 100
1) "a"
2) "b"
3) "c"
4) "d"
5) "e"
> LRANGE l 3 1
(empty array)
> LRANGE l 5 10
(empty array)
> LRANGE l -1 -3
(empty array)
> LRANGE l x 1
(error) ERR value is not an integer or out of range
> LRANGE l 1 x
(error) ERR value is not an integer or out of range
> LRANGE missing 0 -1
(empty array)
> LRANGE l -9223372036854775808 9223372036854775807
1) "a"
2) "b"
3) "c"
4) "d"
5) "e"

# One element.
> LINDEX l 0
"a"
> LINDEX l -1
"e"
> LINDEX l 4
"e"
> LINDEX l 5
(nil)
> LINDEX l -6
(nil)
> LINDEX l x
(error) ERR value is not an integer or out of range
> LINDEX missing 0
(nil)
> LINDEX missing x
(nil)

# LPOS finds where an element is.
> RPUSH p a b c 1 2 3 c c
(integer) 8
> LPOS p c
(integer) 2
> LPOS p c RANK 2
(integer) 6
> LPOS p c RANK -1
(integer) 7
> LPOS p c RANK -2 COUNT 2
1) (integer) 6
2) (integer) 2
> LPOS p c COUNT 0
1) (integer) 2
2) (integer) 6
3) (integer) 7
> LPOS p c COUNT 2
1) (integer) 2
2) (integer) 6
> LPOS p c RANK 2 COUNT 0
1) (integer) 6
2) (integer) 7
> LPOS p c COUNT 0 MAXLEN 3
1) (integer) 2
> LPOS p c COUNT 0 MAXLEN 7
1) (integer) 2
2) (integer) 6
> LPOS p c RANK -1 MAXLEN 2
(integer) 7
> LPOS p nosuch
(nil)
> LPOS p nosuch COUNT 0
(empty array)
> LPOS missing a
(nil)
> LPOS missing a COUNT 1
(empty array)
> LPOS p 3
(integer) 5
> LPOS p c RANK 0
(error) ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list
> LPOS p c RANK -9223372036854775808
(error) ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807
> LPOS p c COUNT -1
(error) ERR COUNT can't be negative
> LPOS p c MAXLEN -1
(error) ERR MAXLEN can't be negative
> LPOS p c RANK
(error) ERR syntax error
> LPOS p c FOO 1
(error) ERR syntax error
> LPOS p c RANK x
(error) ERR value is not an integer or out of range
