# The number of a database is an int; SWAPDB has its own words for what is none.
> SELECT 2147483648
(error) ERR value is out of range, value must between -2147483648 and 2147483647
> SELECT 16
(error) ERR DB index is out of range
> SELECT x
(error) ERR value is not an integer or out of range
> SET a 1
OK
> COPY a b DB 2147483648
(error) ERR value is out of range, value must between -2147483648 and 2147483647
> MOVE a -9223372036854775808
(error) ERR value is out of range, value must between -2147483648 and 2147483647
> MOVE a 16
(error) ERR DB index is out of range
> SWAPDB 2147483648 0
(error) ERR invalid first DB index
