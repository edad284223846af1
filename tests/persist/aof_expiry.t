!skip oracle
# A log is replayed as it happened: what expired only later is still there for the commands that changed or kept it. (Redis
# does so for keys, and for fields it does not.)
!config appendonly yes
> SET k 5 PX 300
OK
> INCR k
(integer) 6
> PERSIST k
(integer) 1
> SET g 5
OK
> PEXPIRE g 200
(integer) 1
> INCR g
(integer) 6
> PERSIST g
(integer) 1
> HSET h f 5
(integer) 1
> HPEXPIRE h 200 FIELDS 1 f
1) (integer) 1
> HINCRBY h f 1
(integer) 6
> HPERSIST h FIELDS 1 f
1) (integer) 1
> HSETEX h2 PX 200 FIELDS 1 f 5
(integer) 1
> HINCRBY h2 f 1
(integer) 6
> HPERSIST h2 FIELDS 1 f
1) (integer) 1
> SET gx 5
OK
> GETEX gx PX 200
"5"
> INCR gx
(integer) 6
> PERSIST gx
(integer) 1
> RPUSH l a
(integer) 1
> PEXPIRE l 200
(integer) 1
> RPUSH l b
(integer) 2
> PERSIST l
(integer) 1
> MSETEX 1 mm 5 PX 200
(integer) 1
> INCR mm
(integer) 6
> PERSIST mm
(integer) 1
!let payload = > DUMP k
> RESTORE r 200 $payload
OK
> INCR r
(integer) 7
> PERSIST r
(integer) 1
!wait 350ms
!crash
> MGET k g gx mm r
1) "6"
2) "6"
3) "6"
4) "6"
5) "7"
> LRANGE l 0 -1
1) "a"
2) "b"
> HGET h f
"6"
> HGET h2 f
"6"
