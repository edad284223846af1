# GEORADIUSBYMEMBER on a key that is not there looks neither at the radius nor at its unit.
> GEORADIUSBYMEMBER_RO none m STORE km
(empty array)
> GEORADIUSBYMEMBER none m 10 parsecs
(empty array)
> GEORADIUSBYMEMBER none m x km FOO
(error) ERR syntax error
> GEORADIUS none 15 37 x km
(error) ERR need numeric radius
