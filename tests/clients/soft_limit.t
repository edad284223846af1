# The soft limit of output is passed by time alone: nothing more needs to be sent to a client that does not read.
!let part = "z" * 1000000
> CONFIG SET client-output-buffer-limit "pubsub 0 100000 3"
OK
s> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
!repeat 12 > PUBLISH ch $part
(integer) 1
!until 8s > CLIENT LIST TYPE pubsub
""
> INFO stats
...
client_output_buffer_limit_disconnections:1
...

# One that reads in time stays.
n> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
> PUBLISH ch $part
(integer) 1
n: (anything)
!wait 3200ms
> PUBLISH ch x
(integer) 1
n: 1) "message"
   2) "ch"
   3) "x"
s: (anything)

# A reply that is too large is not sent, though each of its parts is small.
> DEBUG POPULATE 2000 a-name-that-is-rather-long-for-a-key-but-not-for-a-reply
OK
> CONFIG SET client-output-buffer-limit "normal 60000 0 0"
OK
k> KEYS *
k: (closed)
