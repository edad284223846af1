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
# Large ones, which are not gathered to be counted.
> EVAL "for n = 1, 3 do for m = n, 3000, n do redis.call('sadd', 'large' .. n, 'm' .. m) end end" 0
(nil)
> SUNIONCARD 3 large2 large3 missing
(integer) 2000
> SUNIONCARD 3 large3 large2 large1
(integer) 3000
> SUNIONCARD 3 large3 large2 large1 LIMIT 1700
(integer) 1700
> SUNIONCARD 2 large2 large3 LIMIT 1700
(integer) 1700
> SUNIONCARD 2 large2 large3 LIMIT 2001
(integer) 2000
> SDIFFCARD 3 large2 large3 missing
(integer) 1000
> SDIFFCARD 2 large2 large3 LIMIT 999
(integer) 999
