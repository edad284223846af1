# DEL, UNLINK, EXISTS, TOUCH, TYPE.
> MSET a 1 b 2 c 3
OK
> DEL a
(integer) 1
> DEL a
(integer) 0
> DEL a b c missing
(integer) 2
> DEL
(error) ERR wrong number of arguments for 'del' command
> MSET a 1 b 2
OK
> DEL a a
(integer) 1
> UNLINK a b b
(integer) 1
> UNLINK b
(integer) 0
> UNLINK
(error) ERR wrong number of arguments for 'unlink' command
> SET a 1
OK
> EXISTS a
(integer) 1
> EXISTS a a missing a
(integer) 3
> EXISTS missing
(integer) 0
> EXISTS
(error) ERR wrong number of arguments for 'exists' command
> TOUCH a missing a
(integer) 2
> TOUCH
(error) ERR wrong number of arguments for 'touch' command
> RPUSH list x
(integer) 1
> HSET hash f v
(integer) 1
> SADD set m
(integer) 1
> ZADD zset 1 m
(integer) 1
> XADD stream 1-1 f v
"1-1"
> TYPE a
string
> TYPE list
list
> TYPE hash
hash
> TYPE set
set
> TYPE zset
zset
> TYPE stream
stream
> TYPE missing
none
> TYPE
(error) ERR wrong number of arguments for 'type' command
> TYPE a b
(error) ERR wrong number of arguments for 'type' command
> DEL a list hash set zset stream missing
(integer) 6
> DBSIZE
(integer) 0
