# SUNIONCARD and SDIFFCARD count without showing: newer than 8.0.2.
!skip oracle
> SADD a 1 2 3
(integer) 3
> SADD b 3 4
(integer) 2
> SUNIONCARD 2 a b
(integer) 4
> SUNIONCARD 2 a b LIMIT 3
(integer) 3
> SUNIONCARD 2 a b APPROX
(integer) 4
> SDIFFCARD 2 a b
(integer) 2
> SDIFFCARD 2 a b LIMIT 1
(integer) 1
> SDIFFCARD 2 missing b
(integer) 0
> SUNIONCARD 0 a
(error) ERR numkeys should be greater than 0
> SUNIONCARD 3 a b
(error) ERR Number of keys can't be greater than number of args
> SDIFFCARD 2 a b LIMIT -1
(error) ERR LIMIT can't be negative
