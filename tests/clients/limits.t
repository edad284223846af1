# client-output-buffer-limit: a client is cut off as soon as more waits for it than its class may have, in the middle of a reply too.
!let big = "x" * 300000
> SET k $big
OK
> CONFIG SET client-output-buffer-limit "normal 200000 0 0 pubsub 200000 0 0"
OK
a> GET k
a: (closed)
a> PING
PONG
a> MULTI
OK
a> GETRANGE k 0 99999
QUEUED
a> GETRANGE k 0 99999
QUEUED
a> GETRANGE k 0 99999
QUEUED
a> EXEC
a: (closed)
s> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
> PUBLISH ch small
(integer) 1
s: 1) "message"
   2) "ch"
   3) "small"
> PUBLISH ch $big
(integer) 1
s: (closed)
!until 5s > PUBLISH ch $big
(integer) 0
> INFO stats
...
client_output_buffer_limit_disconnections:3
...
> CONFIG SET client-output-buffer-limit "normal 0 0 0 pubsub 33554432 8388608 60"
OK

# client-query-buffer-limit: what one request may take, what is queued for EXEC included.
!let huge = "y" * 1200000
> CONFIG SET client-query-buffer-limit 1mb
OK
b> SET k $huge
b: (closed)
b> MULTI
OK
b> SET k $big
QUEUED
b> SET k $big
QUEUED
b> SET k $big
QUEUED
b> SET k $big
b: (closed)
> INFO stats
...
client_query_buffer_limit_disconnections:2
...
> CONFIG SET client-query-buffer-limit 1gb
OK

# maxmemory-clients: the largest goes, unless it may not.
> CLIENT NO-EVICT on
OK
> CONFIG SET maxmemory-clients 1500000
OK
c> PING
PONG
d> MULTI
OK
d> SET k $huge
QUEUED
d> SET k $big
d: (closed)
!until 5s > INFO stats
...
evicted_clients:1
...
c> PING
PONG

# What it watches counts, too.
> CONFIG SET maxmemory-clients 0
OK
!repeat 1500 w> WATCH key$i
OK
> CONFIG SET maxmemory-clients 120000
OK
w: (closed)
