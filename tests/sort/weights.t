# What counts as a number for SORT: decimal digits; nothing at all is zero, and so is what stands behind a NUL.
> RPUSH l 2 "" 1
(integer) 3
> SORT l
1) ""
2) "1"
3) "2"
> RPUSH hex 2 0x10
(integer) 2
> SORT hex
(error) ERR One or more scores can't be converted into double
> RPUSH blank 2 " 1"
(integer) 2
> SORT blank
(error) ERR One or more scores can't be converted into double
> RPUSH large 1e400 5 -1e400 1e-400
(integer) 4
> SORT large
1) "-1e400"
2) "1e-400"
3) "5"
4) "1e400"
> RPUSH by a b
(integer) 2
> MSET w_a "1\x00x" w_b "\x00abc"
OK
> SORT by BY w_*
1) "b"
2) "a"
> RPUSH nan nan
(integer) 1
> SORT nan
(error) ERR One or more scores can't be converted into double
