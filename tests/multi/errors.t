# What goes wrong in a transaction.
> EXEC
(error) ERR EXEC without MULTI
> DISCARD
(error) ERR DISCARD without MULTI
> MULTI
OK
> MULTI
(error) ERR MULTI calls can not be nested
> WATCH k
(error) ERR WATCH inside MULTI is not allowed
> SET k v
QUEUED
> LPUSH k x
QUEUED
> GET k
QUEUED
> EXEC
1) OK
2) (error) WRONGTYPE Operation against a key holding the wrong kind of value
3) "v"
> MULTI
OK
> NOSUCH
(error) ERR unknown command 'NOSUCH', with args beginning with: 
> SET k w
QUEUED
> EXEC
(error) EXECABORT Transaction discarded because of previous errors.
> GET k
"v"
> MULTI
OK
> GET
(error) ERR wrong number of arguments for 'get' command
> DISCARD
OK
> MULTI
OK
> SUBSCRIBE ch
QUEUED
> PING
QUEUED
> EXEC
1) 1) "subscribe"
   2) "ch"
   3) (integer) 1
2) 1) "pong"
   2) ""
> MULTI
(error) ERR Can't execute 'multi': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context
> BLPOP q 0
(error) ERR Can't execute 'blpop': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context
> EXEC
(error) EXECABORT Transaction discarded because of: Can't execute 'exec': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context
> RESET
RESET

# An empty key is not taken for its neighbour.
> SET s2 value
OK
> MULTI
OK
> MGET "" s2 "" s2
QUEUED
> MSET "" a s3 b
QUEUED
> EXEC
1) 1) (nil)
   2) "value"
   3) (nil)
   4) "value"
2) OK
> MGET "" s2 s3
1) "a"
2) "value"
3) "b"
> DEL "" s2 s3
(integer) 3
