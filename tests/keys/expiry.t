# Keys go by themselves, soon after their time, whether or not anybody looks.
!config notify-keyspace-events Ex
s> SUBSCRIBE __keyevent@0__:expired
1) "subscribe"
2) "__keyevent@0__:expired"
3) (integer) 1
s: (nothing)
> SET k v PX 30
OK
s: 1) "message"
   2) "__keyevent@0__:expired"
   3) "k"
> DBSIZE
(integer) 0

# Many at once, with others that stay.
!repeat 300 > SET gone:$i v PX 40
OK
!repeat 50 > SET stays:$i v EX 100
OK
!until 5s > DBSIZE
(integer) 50
s: (anything)

# What is past its time is not there, not even for those who do not delete it.
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> FLUSHALL
OK
> SET k v PX 1
OK
> RPUSH l a
(integer) 1
> PEXPIRE l 1
(integer) 1
!wait 20ms
> DBSIZE
(integer) 2
> EXISTS k
(integer) 0
> TYPE l
none
> RANDOMKEY
(nil)
> DBSIZE
(integer) 0
> SET k v PX 1
OK
!wait 20ms
> KEYS *
(empty array)
> DBSIZE
(integer) 0..1
> SET k v PX 1
OK
!wait 20ms
> SCAN 0
1) "0"
2) (empty array)
> DBSIZE
(integer) 0
> SET k v PX 1
OK
!wait 20ms
> TTL k
(integer) -2
> SET k v PX 1
OK
!wait 20ms
> INCR k
(integer) 1
> PTTL k
(integer) -1
> RPUSH l b
(integer) 1
> PEXPIRE l 1
(integer) 1
!wait 20ms
> RPUSH l c
(integer) 1
> LRANGE l 0 -1
1) "c"
> TTL l
(integer) -1
> SET src v PX 1
OK
!wait 20ms
> RENAME src dst
(error) ERR no such key
> COPY src dst
(integer) 0
> SET dst v PX 1
OK
> SET src w
OK
!wait 20ms
> RENAMENX src dst
(integer) 1
> GET dst
"w"
> OBJECT ENCODING missing
(nil)
> DEBUG SET-ACTIVE-EXPIRE 1
OK
s: (anything)
