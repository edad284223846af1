# locale-collate: the C locale orders by bytes; what no system has is refused and changes nothing.
> RPUSH l b A a B
(integer) 4
> CONFIG SET locale-collate C
OK
> SORT l ALPHA
1) "A"
2) "B"
3) "a"
4) "b"
> CONFIG SET locale-collate xx_YY.none
(error) ERR CONFIG SET failed (possibly related to argument 'locale-collate') - Invalid locale name
> CONFIG GET locale-collate
1) "locale-collate"
2) "C"
> SORT l ALPHA DESC
1) "b"
2) "a"
3) "B"
4) "A"

# A language's order ends at a NUL: what is alike before it stays as it came. What is stored is in the order of all bytes.
> RPUSH nul "b\x00z" "b\x00a" "b" "a" "\x00" ""
(integer) 6
> SORT nul ALPHA
1) "\x00"
2) ""
3) "a"
4) "b\x00z"
5) "b\x00a"
6) "b"
> SORT nul ALPHA DESC
1) "b\x00z"
2) "b\x00a"
3) "b"
4) "a"
5) "\x00"
6) ""
> SORT nul ALPHA STORE d
(integer) 6
> LRANGE d 0 -1
1) ""
2) "\x00"
3) "a"
4) "b"
5) "b\x00a"
6) "b\x00z"
> MSET w1 "x\x00b" w2 "x\x00a" w3 "x"
OK
> DEL l
(integer) 1
> RPUSH l 1 2 3
(integer) 3
> SORT l BY w* ALPHA
1) "1"
2) "2"
3) "3"
> SORT l BY w* ALPHA STORE d
(integer) 3
> LRANGE d 0 -1
1) "3"
2) "2"
3) "1"
