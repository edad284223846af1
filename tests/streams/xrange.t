# XRANGE and XREVRANGE give what lies between two IDs.
> XADD s 1-1 a 1
"1-1"
> XADD s 1-2 a 2
"1-2"
> XADD s 2-1 a 3
"2-1"
> XADD s 3-1 b 4 c 5
"3-1"
> XADD s 4-0 a 6
"4-0"
> XRANGE s - +
1) 1) "1-1"
   2) 1) "a"
      2) "1"
2) 1) "1-2"
   2) 1) "a"
      2) "2"
3) 1) "2-1"
   2) 1) "a"
      2) "3"
4) 1) "3-1"
   2) 1) "b"
      2) "4"
      3) "c"
      4) "5"
5) 1) "4-0"
   2) 1) "a"
      2) "6"
> XREVRANGE s + -
1) 1) "4-0"
   2) 1) "a"
      2) "6"
2) 1) "3-1"
   2) 1) "b"
      2) "4"
      3) "c"
      4) "5"
3) 1) "2-1"
   2) 1) "a"
      2) "3"
4) 1) "1-2"
   2) 1) "a"
      2) "2"
5) 1) "1-1"
   2) 1) "a"
      2) "1"
> XRANGE s 1 2
1) 1) "1-1"
   2) 1) "a"
      2) "1"
2) 1) "1-2"
   2) 1) "a"
      2) "2"
3) 1) "2-1"
   2) 1) "a"
      2) "3"
> XRANGE s 1-2 3-0
1) 1) "1-2"
   2) 1) "a"
      2) "2"
2) 1) "2-1"
   2) 1) "a"
      2) "3"
> XREVRANGE s 3 1-2
1) 1) "3-1"
   2) 1) "b"
      2) "4"
      3) "c"
      4) "5"
2) 1) "2-1"
   2) 1) "a"
      2) "3"
3) 1) "1-2"
   2) 1) "a"
      2) "2"
> XRANGE s (1-1 (3-1
1) 1) "1-2"
   2) 1) "a"
      2) "2"
2) 1) "2-1"
   2) 1) "a"
      2) "3"
> XREVRANGE s (3-1 (1-1
1) 1) "2-1"
   2) 1) "a"
      2) "3"
2) 1) "1-2"
   2) 1) "a"
      2) "2"
> XRANGE s 2 2
1) 1) "2-1"
   2) 1) "a"
      2) "3"
> XRANGE s 5 +
(empty array)
> XRANGE s 3 1
(empty array)
> XRANGE s + -
(empty array)
> XRANGE s - + COUNT 2
1) 1) "1-1"
   2) 1) "a"
      2) "1"
2) 1) "1-2"
   2) 1) "a"
      2) "2"
> XREVRANGE s + - COUNT 1
1) 1) "4-0"
   2) 1) "a"
      2) "6"
> XRANGE s - + COUNT 100
1) 1) "1-1"
   2) 1) "a"
      2) "1"
2) 1) "1-2"
   2) 1) "a"
      2) "2"
3) 1) "2-1"
   2) 1) "a"
      2) "3"
4) 1) "3-1"
   2) 1) "b"
      2) "4"
      3) "c"
      4) "5"
5) 1) "4-0"
   2) 1) "a"
      2) "6"
> XRANGE s - + COUNT 1 COUNT 2
1) 1) "1-1"
   2) 1) "a"
      2) "1"
2) 1) "1-2"
   2) 1) "a"
      2) "2"
> XRANGE s (4 +
(empty array)
> XRANGE s - (1-1
(empty array)

# A count of nothing.
> XRANGE s - + COUNT 0
(nil)
> XREVRANGE s + - COUNT -5
(nil)
> XRANGE missing - + COUNT 0
(empty array)
> XRANGE missing - +
(empty array)
> XREVRANGE missing + -
(empty array)

# Errors.
> XRANGE s - + COUNT x
(error) ERR value is not an integer or out of range
> XRANGE s - + FOO 1
(error) ERR syntax error
> XRANGE s - + COUNT
(error) ERR syntax error
> XRANGE s (- +
(error) ERR Invalid stream ID specified as stream command argument
> XRANGE s (+ +
(error) ERR Invalid stream ID specified as stream command argument
> XRANGE s (18446744073709551615-18446744073709551615 +
(error) ERR invalid start ID for the interval
> XRANGE s - (0-0
(error) ERR invalid end ID for the interval
> XRANGE s x y
(error) ERR Invalid stream ID specified as stream command argument
> XRANGE missing x y
(error) ERR Invalid stream ID specified as stream command argument
> XRANGE s "" +
(error) ERR Invalid stream ID specified as stream command argument
> SET str x
OK
> XRANGE str - +
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XREVRANGE str + -
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# Deleted entries are not seen, from neither side, and long runs of entries are walked through.
> XDEL s 1-2 3-1
(integer) 2
> XRANGE s - +
1) 1) "1-1"
   2) 1) "a"
      2) "1"
2) 1) "2-1"
   2) 1) "a"
      2) "3"
3) 1) "4-0"
   2) 1) "a"
      2) "6"
> XREVRANGE s + -
1) 1) "4-0"
   2) 1) "a"
      2) "6"
2) 1) "2-1"
   2) 1) "a"
      2) "3"
3) 1) "1-1"
   2) 1) "a"
      2) "1"
!repeat 1000 > XADD long $i-0 n $i
"1000-0"
> XRANGE long 500 502
1) 1) "500-0"
   2) 1) "n"
      2) "500"
2) 1) "501-0"
   2) 1) "n"
      2) "501"
3) 1) "502-0"
   2) 1) "n"
      2) "502"
> XREVRANGE long 502 500
1) 1) "502-0"
   2) 1) "n"
      2) "502"
2) 1) "501-0"
   2) 1) "n"
      2) "501"
3) 1) "500-0"
   2) 1) "n"
      2) "500"
> XRANGE long (999 +
1) 1) "1000-0"
   2) 1) "n"
      2) "1000"
> XREVRANGE long (2 -
1) 1) "2-0"
   2) 1) "n"
      2) "2"
2) 1) "1-0"
   2) 1) "n"
      2) "1"
