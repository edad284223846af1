# A decimal that lies half way between two doubles is not used to print either of them.
> ZADD z 1e23 a
(integer) 1
> ZSCORE z a
"99999999999999990000000"
> ZADD z 18014398509481990 b
(integer) 1
> ZSCORE z b
"18014398509481992"
> ZADD y 18446744073709550 m
(integer) 1
> DEBUG DIGEST-VALUE y
1) 883d6289406dadca3cfbb83e117ce17f464d3b5d

# Of two decimals that are equally near the greater is printed.
> ZADD t 0.1 m
(integer) 1
> ZUNION 1 t WEIGHTS 9007199254740993 WITHSCORES
1) "m"
2) "900719925474099.3"
