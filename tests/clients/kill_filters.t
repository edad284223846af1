# CLIENT KILL by several filters: what all of them say must hold.
!skip valkey
!let me = > CLIENT ID
> ACL SETUSER bob on nopass ~* &* +@all
OK
!let a = a> CLIENT ID
b> AUTH bob x
OK
!let b = b> CLIENT ID
> CLIENT KILL ID $a USER bob
(integer) 0
> CLIENT KILL ID $b USER default
(integer) 0
> CLIENT KILL ID $b TYPE pubsub USER bob
(integer) 0
> CLIENT KILL ID $b TYPE normal USER bob ADDR 1.2.3.4:5
(integer) 0
> CLIENT KILL ID $b MAXAGE 100
(integer) 0
> CLIENT KILL ID $b TYPE normal USER bob SKIPME no
(integer) 1
b: (closed)

# How old a connection is at least, in seconds. Who asks is spared, unless he says otherwise.
!wait 2100ms
c> PING
PONG
> CLIENT KILL MAXAGE 2 SKIPME yes ID $a
(integer) 1
a: (closed)
!let c = c> CLIENT ID
> CLIENT KILL MAXAGE 2 ID $c
(integer) 0
> CLIENT KILL MAXAGE 2 SKIPME yes USER default TYPE normal
(integer) 0..1
c> PING
PONG

# The last of a filter that is said twice counts.
d> PING
PONG
!let d = d> CLIENT ID
> CLIENT KILL ID $c ID $d
(integer) 1
d: (closed)
c> PING
PONG
> CLIENT KILL TYPE pubsub TYPE normal
(integer) 1
c: (closed)

# A number too large, none, and one more word.
> CLIENT KILL ID 99999999999999999999
(error) ERR client-id should be greater than 0
> CLIENT KILL MAXAGE 99999999999999999999
(error) ERR maxage is not an integer or out of range
> CLIENT KILL ID 1 TYPE
(error) ERR syntax error
> CLIENT KILL SKIPME no ID 999999
(integer) 0
> CLIENT KILL SKIPME no TYPE normal
(integer) 1..3
: (closed)

# In a transaction it takes effect at once; those who wait, watch or subscribe go like the rest.
e> BLPOP q 0
f> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
g> MONITOR
OK
h> WATCH k
OK
> MULTI
OK
> CLIENT KILL TYPE normal
QUEUED
> CLIENT KILL TYPE pubsub
QUEUED
> CLIENT LIST TYPE pubsub
QUEUED
> EXEC
1) (integer) 3..5
2) (integer) 1
3) ""
e: (closed)
f: (anything)
f: (closed)
g: (anything)
g: (closed)
h: (closed)
> RPUSH q x
(integer) 1
> LLEN q
(integer) 1
> PUBLISH ch x
(integer) 0
