# INCRBYFLOAT works in long double and prints as few digits as needed.
> SET f 10.50
OK
> INCRBYFLOAT f 0.1
"10.6"
> INCRBYFLOAT f -5
"5.6"
> GET f
"5.6"
> OBJECT ENCODING f
"embstr"
> SET f 5.0e3
OK
> INCRBYFLOAT f 2.0e2
"5200"
> SET f 10
OK
> INCRBYFLOAT f 0.1
"10.1"
> SET f 0.1
OK
> INCRBYFLOAT f 0.2
"0.3"
> SET f 1
OK
> INCRBYFLOAT f 1.23456789012345678901
"2.23456789012345679"
> SET f 1e-20
OK
> INCRBYFLOAT f 0
"0"
> SET f 3.0e3
OK
> INCRBYFLOAT f 200
"3200"
> INCRBYFLOAT fresh 1.5
"1.5"
> INCRBYFLOAT fresh -1.5
"0"
> INCRBYFLOAT fresh -0.0
"0"
> SET f 1
OK
> INCRBYFLOAT f 1
"2"
> OBJECT ENCODING f
"embstr"
> INCRBYFLOAT f 0x10
"18"
> INCRBYFLOAT f 1e2
"118"
> INCRBYFLOAT f 1e19
"10000000000000000118"
> INCRBYFLOAT f -1e19
"118"
> SET f 3
OK
> INCRBYFLOAT f 1.1
"4.1"
> INCRBYFLOAT f -0.00000000000000000001
"4.1"
> SET f 10
OK
> EXPIRE f 100
(integer) 1
> INCRBYFLOAT f 1
"11"
> TTL f
(integer) 95..100
> SET big 1e400
OK
> INCRBYFLOAT big 10
"10000000000000000000281880683947586514586453433629..."
> STRLEN big
(integer) 401

# Refusals.
> SET f abc
OK
> INCRBYFLOAT f 1
(error) ERR value is not a valid float
> SET f " 1"
OK
> INCRBYFLOAT f 1
(error) ERR value is not a valid float
> SET f "1 "
OK
> INCRBYFLOAT f 1
(error) ERR value is not a valid float
> SET f ""
OK
> INCRBYFLOAT f 1
(error) ERR value is not a valid float
> SET f 1
OK
> INCRBYFLOAT f abc
(error) ERR value is not a valid float
> INCRBYFLOAT f ""
(error) ERR value is not a valid float
> INCRBYFLOAT f " 1"
(error) ERR value is not a valid float
> INCRBYFLOAT f "1 "
(error) ERR value is not a valid float
> INCRBYFLOAT f nan
(error) ERR value is not a valid float
> INCRBYFLOAT f inf
(error) ERR increment would produce NaN or Infinity
> INCRBYFLOAT f -inf
(error) ERR increment would produce NaN or Infinity
> INCRBYFLOAT f 1e5000
(error) ERR value is not a valid float
> SET f inf
OK
> INCRBYFLOAT f 1
(error) ERR increment would produce NaN or Infinity
> SET f nan
OK
> INCRBYFLOAT f 1
(error) ERR value is not a valid float
> RPUSH list a
(integer) 1
> INCRBYFLOAT list 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> INCRBYFLOAT f
(error) ERR wrong number of arguments for 'incrbyfloat' command
> INCRBYFLOAT
(error) ERR wrong number of arguments for 'incrbyfloat' command

!resp 3
> SET f 1
OK
> INCRBYFLOAT f 0.5
"1.5"
