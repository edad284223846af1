# Random members, taken or only shown.
> SADD s a b c d e
(integer) 5
> SPOP s 0
(empty array)
> SPOP missing
(nil)
> SPOP missing 2
(empty array)
> SRANDMEMBER missing
(nil)
> SRANDMEMBER missing 2
(empty array)
> SRANDMEMBER s 0
(empty array)
> SPOP s -1
(error) ERR value is out of range, must be positive
> SPOP s x
(error) ERR value is out of range, must be positive
> SPOP s 1 2
(error) ERR syntax error
> SRANDMEMBER s x
(error) ERR value is not an integer or out of range
> SRANDMEMBER s 1 2
(error) ERR syntax error
> SADD one x
(integer) 1
> SRANDMEMBER one
"x"
> SRANDMEMBER one 5
1) "x"
> SRANDMEMBER one -3
1) "x"
2) "x"
3) "x"
> SPOP one
"x"
> EXISTS one
(integer) 0
> SADD two x
(integer) 1
> SPOP two 5
1) "x"
> EXISTS two
(integer) 0
> SPOP s 2
1) ...
2) ...
> SCARD s
(integer) 3
> SRANDMEMBER s 10
1) ...
2) ...
3) ...

# Walking.
> SADD w 1 2 3
(integer) 3
> SSCAN w 0
1) "0"
2) 1) "1"
   2) "2"
   3) "3"
> SSCAN w 0 MATCH 2
1) "0"
2) 1) "2"
> SSCAN w 0 COUNT 1
1) "0"
2) 1) "1"
   2) "2"
   3) "3"
> SSCAN missing 0
1) "0"
2) (empty array)
> SSCAN w x
(error) ERR invalid cursor
> SSCAN w 0 COUNT 0
(error) ERR syntax error
> SSCAN w 0 TYPE string
(error) ERR syntax error
> SSCAN w 0 NOVALUES
(error) ERR NOVALUES option can only be used in HSCAN
