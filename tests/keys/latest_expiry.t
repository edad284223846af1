# Several keys may live until the end of time.
> SET a 1 PXAT 9223372036854775807
OK
> SET b 1 PXAT 9223372036854775807
OK
> PEXPIRETIME b
(integer) 9223372036854775807
> DEL a b
(integer) 2
