# RENAME and RENAMENX.
> SET a value EX 100
OK
> RENAME a b
OK
> GET b
"value"
> TTL b
(integer) 95..100
> EXISTS a
(integer) 0
> RPUSH list x y
(integer) 2
> RENAME b list
OK
> GET list
"value"
> TTL list
(integer) 95..100
> RENAME missing x
(error) ERR no such key
> RENAME list list
OK
> RENAME missing missing
(error) ERR no such key
> SET other v
OK
> RENAMENX list other
(integer) 0
> RENAMENX list fresh
(integer) 1
> TTL fresh
(integer) 95..100
> RENAMENX fresh fresh
(integer) 0
> RENAMENX missing x
(error) ERR no such key
> RENAME a
(error) ERR wrong number of arguments for 'rename' command
> RENAMENX a
(error) ERR wrong number of arguments for 'renamenx' command
> RENAME a b c
(error) ERR wrong number of arguments for 'rename' command
> SET t v EX 100
OK
> SET plain v
OK
> RENAME plain t
OK
> TTL t
(integer) -1
