# Looking at a key is not using it: EXISTS, TYPE, TTL and OBJECT leave its idle time alone, though they count as hits and misses.
!config notify-keyspace-events KEAm
> SET k x
OK
!wait 2100ms
> EXISTS k
(integer) 1
> TYPE k
string
> TTL k
(integer) -1
> EXPIRETIME k
(integer) -1
> OBJECT ENCODING k
"embstr"
> OBJECT IDLETIME k
(integer) 2..4
> DUMP k
(any)
> OBJECT IDLETIME k
(integer) 0

> CONFIG RESETSTAT
OK
> EXISTS k
(integer) 1
> TYPE k
string
> TTL k
(integer) -1
> PTTL k
(integer) -1
> EXPIRETIME k
(integer) -1
> OBJECT ENCODING k
"embstr"
> OBJECT REFCOUNT k
(integer) 1
> INFO stats
...
keyspace_hits:7
keyspace_misses:0
...

p> PSUBSCRIBE __keyevent*
1) "psubscribe"
2) "__keyevent*"
3) (integer) 1
p: (anything)
> CONFIG RESETSTAT
OK
> TYPE none
none
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> TTL none
(integer) -2
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> EXISTS none
(integer) 0
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> DUMP none
(nil)
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> OBJECT ENCODING none
(nil)
p: (nothing)
> INFO stats
...
keyspace_hits:0
keyspace_misses:5
...

# Small integers are shared unless memory is limited and what goes first depends on use.
> CONFIG SET maxmemory-policy allkeys-lru
OK
> SET k 1
OK
p: (anything)
> OBJECT REFCOUNT k
(integer) 2147483647
> CONFIG SET maxmemory 1gb
OK
> SET k 1
OK
p: (anything)
> OBJECT REFCOUNT k
(integer) 1
> CONFIG SET maxmemory-policy allkeys-random
OK
> SET k 1
OK
p: (anything)
> OBJECT REFCOUNT k
(integer) 2147483647
