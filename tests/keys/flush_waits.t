# FLUSHALL and FLUSHDB give the memory back before they answer, but nobody else waits for it: their keys count as freed later.
> CONFIG RESETSTAT
OK
> MSET a 1 b 2
OK
> FLUSHALL
OK
> INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:2

a> DEBUG POPULATE 30000
OK
a> FLUSHDB SYNC
OK
> PING
PONG
a> DBSIZE
(integer) 0
> INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:30002

# What the same connection says next waits behind the answer; an empty database needs none.
> CONFIG RESETSTAT
OK
> MSET a 1 b 2
OK
!raw "FLUSHALL\r\nFLUSHALL\r\nFLUSHDB\r\nDBSIZE\r\n"
"+OK\r\n+OK\r\n+OK\r\n:0\r\n"
> INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:2

# In a transaction and in a script the memory is given back at once.
> CONFIG RESETSTAT
OK
> MSET a 1 b 2
OK
> MULTI
OK
> FLUSHALL
QUEUED
> EXEC
1) OK
> MSET a 1 b 2
OK
> EVAL "return redis.call('FLUSHDB')" 0
OK
> INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:0

# A big value is an object freed later, a small one is not.
> UNLINK missing
(integer) 0
> SADD small 1 2 3
(integer) 3
> UNLINK small
(integer) 1
> XADD s 1 a b
"1-0"
> XGROUP CREATE s g $
OK
> XGROUP DESTROY s g
(integer) 1
> UNLINK s
(integer) 1
> INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:0

!repeat 600 > SADD big m$i
(integer) 1
> UNLINK big
(integer) 1
!until 5s > INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:1

> CONFIG RESETSTAT
OK
> INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:0
