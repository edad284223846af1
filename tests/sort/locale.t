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
