# LSET and LINSERT make ready for the new text before they look for its place.
> CONFIG SET list-max-listpack-size 2
OK
> RPUSH there a b
(integer) 2
> OBJECT ENCODING there
"listpack"
> LINSERT there BEFORE x y
(integer) -1
> OBJECT ENCODING there
"quicklist"
> LPOP there
"a"
> OBJECT ENCODING there
"listpack"
> LINSERT there BEFORE b a
(integer) 2
> LINSERT there AFTER b c
(integer) 3
> OBJECT ENCODING there
"quicklist"
> LRANGE there 0 -1
1) "a"
2) "b"
3) "c"
> RPUSH set a b
(integer) 2
> LSET set 7 x
(error) ERR index out of range
> OBJECT ENCODING set
"quicklist"
> RPUSH word a b
(integer) 2
> LSET word first x
(error) ERR value is not an integer or out of range
> OBJECT ENCODING word
"listpack"

# A list that turns in itself is judged when the element is back: two nodes stay a quicklist, whatever they would come to in between.
> CONFIG SET list-max-listpack-size 4
OK
> RPUSH turning 1 2 3 4 5 6
(integer) 6
> LPOP turning 4
1) "1"
2) "2"
3) "3"
4) "4"
> OBJECT ENCODING turning
"listpack"
> DEL turning
(integer) 1
> CONFIG SET list-max-listpack-size 0
OK
> RPUSH turning 1 2
(integer) 2
> CONFIG SET list-max-listpack-size -1
OK
> LMOVE turning turning LEFT RIGHT
"1"
> OBJECT ENCODING turning
"quicklist"
> RPOPLPUSH turning turning
"1"
> OBJECT ENCODING turning
"quicklist"
> LPOP turning
"1"
> OBJECT ENCODING turning
"listpack"
> CONFIG SET list-max-listpack-size -2
OK
