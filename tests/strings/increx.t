# INCREX: a counter with bounds and a time. Newer than 8.0.
!skip oracle
> INCREX c
1) (integer) 1
2) (integer) 1
> INCREX c BYINT 5
1) (integer) 6
2) (integer) 5
> INCREX c BYINT -10
1) (integer) -4
2) (integer) -10
> OBJECT ENCODING c
"int"

# Bounds: what would leave them does not happen.
> SET k 99
OK
> INCREX k BYINT 5 UBOUND 100
1) (integer) 99
2) (integer) 0
> INCREX k BYINT 5 UBOUND 100 SATURATE
1) (integer) 100
2) (integer) 1
> INCREX k UBOUND 100
1) (integer) 100
2) (integer) 0
> INCREX k BYINT -200 LBOUND -50
1) (integer) 100
2) (integer) 0
> INCREX k BYINT -200 LBOUND -50 SATURATE
1) (integer) -50
2) (integer) -150
> INCREX fresh BYINT 5 UBOUND 3
1) (integer) 0
2) (integer) 0
> EXISTS fresh
(integer) 0
> SET k 150
OK
> INCREX k BYINT 1 UBOUND 100 SATURATE
1) (integer) 100
2) (integer) -50
> SET k 9223372036854775807
OK
> INCREX k
1) (integer) 9223372036854775807
2) (integer) 0
> INCREX k BYINT 10 SATURATE
1) (integer) 9223372036854775807
2) (integer) 0

# BYFLOAT.
> SET f 1.5
OK
> INCREX f BYFLOAT 0.25
1) "1.75"
2) "0.25"
> INCREX f BYFLOAT 10 UBOUND 2.5
1) "1.75"
2) "0"
> INCREX f BYFLOAT 10 UBOUND 2.5 SATURATE
1) "2.5"
2) "0.75"
> INCREX newf BYFLOAT 0.5
1) "0.5"
2) "0.5"

# Times.
> INCREX t EX 100
1) (integer) 1
2) (integer) 1
> TTL t
(integer) 95..100
> INCREX t
1) (integer) 2
2) (integer) 1
> TTL t
(integer) 95..100
> INCREX t EX 500 ENX
1) (integer) 3
2) (integer) 1
> TTL t
(integer) 95..100
> INCREX t PX 500000
1) (integer) 4
2) (integer) 1
> TTL t
(integer) 495..500
> INCREX t PERSIST
1) (integer) 5
2) (integer) 1
> TTL t
(integer) -1
> INCREX t EX 100 ENX
1) (integer) 6
2) (integer) 1
> TTL t
(integer) 95..100
> INCREX t UBOUND 6 EX 900
1) (integer) 6
2) (integer) 0
> TTL t
(integer) 95..100
> INCREX t PXAT 33177117420123
1) (integer) 7
2) (integer) 1
> PEXPIRETIME t
(integer) 33177117420123
> INCREX t EXAT 1
1) (integer) 8
2) (integer) 1
> EXISTS t
(integer) 0

# Refusals.
> SET s abc
OK
> INCREX s
(error) ERR value is not an integer or out of range
> INCREX s BYFLOAT 1
(error) ERR value is not a valid float
> SET s 1.5
OK
> INCREX s
(error) ERR value is not an integer or out of range
> RPUSH list a
(integer) 1
> INCREX list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> INCREX c BYINT abc
(error) ERR value is not an integer or out of range
> INCREX c BYFLOAT abc
(error) ERR value is not a valid float
> INCREX c BYINT 1 BYFLOAT 1
(error) ERR syntax error
> INCREX c FOO
(error) ERR syntax error
> INCREX c BYINT
(error) ERR syntax error
> INCREX c LBOUND 10 UBOUND 5
(error) ERR LBOUND must be less than or equal to UBOUND
> INCREX c ENX
(error) ERR ENX flag requires an expiration
> INCREX c PERSIST ENX
(error) ERR syntax error
> INCREX c PERSIST EX 10
(error) ERR syntax error
> INCREX c EX 10 PX 10
(error) ERR syntax error
> INCREX c EX 0
(error) ERR invalid expire time in 'increx' command
> INCREX c EX -1
(error) ERR invalid expire time in 'increx' command
> INCREX
(error) ERR wrong number of arguments for 'increx' command

!resp 3
> SET f 1
OK
> INCREX f BYFLOAT 0.5
1) (double) 1.5
2) (double) 0.5
> INCREX c
1) (integer) -3
2) (integer) 1
