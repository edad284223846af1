# COPY takes value and time; MOVE brings a key to another database.
> SET a value EX 100
OK
> COPY a b
(integer) 1
> GET b
"value"
> TTL b
(integer) 95..100
> COPY a b
(integer) 0
> RPUSH list x y z
(integer) 3
> COPY list b REPLACE
(integer) 1
> LRANGE b 0 -1
1) "x"
2) "y"
3) "z"
> TTL b
(integer) -1
> RPUSH b more
(integer) 4
> LLEN list
(integer) 3
> COPY missing x
(integer) 0
> COPY missing b REPLACE
(integer) 0
> EXISTS b
(integer) 1
> COPY a a
(error) ERR source and destination objects are the same
> COPY a a DB 0
(error) ERR source and destination objects are the same
> COPY a a DB 1
(integer) 1
> SELECT 1
OK
> GET a
"value"
> TTL a
(integer) 95..100
> SELECT 0
OK
> COPY a elsewhere DB 2 REPLACE
(integer) 1
> COPY a x DB 16
(error) ERR DB index is out of range
> COPY a x DB -1
(error) ERR DB index is out of range
> COPY a x DB abc
(error) ERR value is not an integer or out of range
> COPY a x FOO
(error) ERR syntax error
> COPY a x DB
(error) ERR syntax error
> COPY a
(error) ERR wrong number of arguments for 'copy' command
> COPY a x REPLACE REPLACE
(integer) 1
> HSET h f v
(integer) 1
> COPY h h2
(integer) 1
> HSET h2 f w
(integer) 0
> HGET h f
"v"
> ZADD z 1 m 2 n
(integer) 2
> COPY z z2
(integer) 1
> ZRANGE z2 0 -1 WITHSCORES
1) "m"
2) "1"
3) "n"
4) "2"
> SADD s 1 2 3
(integer) 3
> COPY s s2
(integer) 1
> OBJECT ENCODING s2
"intset"
> XADD st 1-1 f v
"1-1"
> XGROUP CREATE st g 0
OK
> COPY st st2
(integer) 1
> XINFO GROUPS st2
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "0-0"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (integer) 1

# MOVE.
> SET m v EX 100
OK
> MOVE m 3
(integer) 1
> EXISTS m
(integer) 0
> SELECT 3
OK
> GET m
"v"
> TTL m
(integer) 95..100
> SELECT 0
OK
> SET m w
OK
> MOVE m 3
(integer) 0
> GET m
"w"
> MOVE missing 3
(integer) 0
> MOVE m 0
(error) ERR source and destination objects are the same
> MOVE m 16
(error) ERR DB index is out of range
> MOVE m -1
(error) ERR DB index is out of range
> MOVE m abc
(error) ERR value is not an integer or out of range
> MOVE m 99999999999999999999
(error) ERR value is not an integer or out of range
> MOVE m
(error) ERR wrong number of arguments for 'move' command
