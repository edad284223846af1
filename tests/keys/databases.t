# SELECT, SWAPDB, DBSIZE, FLUSHDB, FLUSHALL.
> SELECT 15
OK
> SELECT 16
(error) ERR DB index is out of range
> SELECT -1
(error) ERR DB index is out of range
> SELECT abc
(error) ERR value is not an integer or out of range
> SELECT 1.5
(error) ERR value is not an integer or out of range
> SELECT
(error) ERR wrong number of arguments for 'select' command
> SELECT 99999999999999999999
(error) ERR value is not an integer or out of range
> SET k in15
OK
> SELECT 0
OK
> GET k
(nil)
> DBSIZE
(integer) 0
> MSET a 1 b 2 c 3
OK
> DBSIZE
(integer) 3
> DBSIZE x
(error) ERR wrong number of arguments for 'dbsize' command
> SELECT 1
OK
> MSET x 1 y 2
OK
> FLUSHDB
OK
> DBSIZE
(integer) 0
> SELECT 0
OK
> DBSIZE
(integer) 3
> FLUSHDB ASYNC
OK
> DBSIZE
(integer) 0
> SELECT 15
OK
> DBSIZE
(integer) 1
> FLUSHALL
OK
> DBSIZE
(integer) 0
> SET k v
OK
> FLUSHALL SYNC
OK
> FLUSHALL async
OK
> FLUSHDB sync
OK
> FLUSHALL FOO
(error) ERR syntax error
> FLUSHDB FOO
(error) ERR syntax error
> FLUSHALL ASYNC SYNC
(error) ERR syntax error
> DBSIZE
(integer) 0

# SWAPDB exchanges two databases under everybody's feet.
> SELECT 0
OK
> SET k zero
OK
> SELECT 1
OK
> SET k one EX 100
OK
> SWAPDB 0 1
OK
> GET k
"zero"
> SELECT 0
OK
> GET k
"one"
> TTL k
(integer) 95..100
> SWAPDB 0 0
OK
> SWAPDB 0 16
(error) ERR DB index is out of range
> SWAPDB 16 0
(error) ERR DB index is out of range
> SWAPDB -1 0
(error) ERR DB index is out of range
> SWAPDB a 0
(error) ERR invalid first DB index
> SWAPDB 99 b
(error) ERR invalid second DB index
> SWAPDB 0 2147483648
(error) ERR invalid second DB index
> SWAPDB 0 b
(error) ERR invalid second DB index
> SWAPDB 0
(error) ERR wrong number of arguments for 'swapdb' command

# A client that waits in a swapped database is served when its key is there now.
w> SELECT 2
OK
w> BLPOP q 0
> SELECT 3
OK
> RPUSH q x
(integer) 1
> SWAPDB 2 3
OK
w: 1) "q"
   2) "x"
