# maxmemory: what goes, what stays, what is refused. A limit of one byte can never be met, so everything eligible goes.
> MSET a 1 b 2
OK
> SET v 1 EX 1000
OK
> CONFIG SET maxmemory 1
OK
> SET c 3
(error) OOM command not allowed when used memory > 'maxmemory'.
> GET a
"1"
> DEL b
(integer) 1
> DBSIZE
(integer) 2
> MULTI
OK
> SET c 3
(error) OOM command not allowed when used memory > 'maxmemory'.
> EXEC
(error) EXECABORT Transaction discarded because of previous errors.
> CONFIG SET maxmemory-policy volatile-ttl
OK
> SET c 3
(error) OOM command not allowed when used memory > 'maxmemory'.
> EXISTS a v
(integer) 1
> CONFIG SET maxmemory 0
OK
> SET v 1 EX 1000
OK
> CONFIG SET maxmemory-policy volatile-lru maxmemory 1
OK
> EXISTS a v
(integer) 1
> CONFIG SET maxmemory 0
OK
> SET v 1 EX 1000
OK
> CONFIG SET maxmemory-policy volatile-lfu maxmemory 1
OK
> EXISTS a v
(integer) 1
> CONFIG SET maxmemory 0
OK
> SET v 1 EX 1000
OK
> CONFIG SET maxmemory-policy volatile-random maxmemory 1
OK
> EXISTS a v
(integer) 1
> CONFIG SET maxmemory-policy allkeys-random
OK
> EXISTS a v
(integer) 0
> CONFIG SET maxmemory 0 maxmemory-policy noeviction
OK
> MSET a 1 b 2
OK
> CONFIG SET maxmemory-policy allkeys-lru maxmemory 1
OK
> DBSIZE
(integer) 0
> CONFIG SET maxmemory 0
OK
> MSET a 1 b 2
OK
> CONFIG SET maxmemory-policy allkeys-lfu maxmemory 1
OK
> DBSIZE
(integer) 0
> CONFIG SET maxmemory 0
OK
> SET k v
OK
> OBJECT FREQ k
(integer) 5

# Newer than 8.0.2: least recently modified.
!skip oracle
> CONFIG SET maxmemory-policy allkeys-lrm
OK
> CONFIG GET maxmemory-policy
1) "maxmemory-policy"
2) "allkeys-lrm"
> OBJECT IDLETIME k
(integer) 0..16777215

> CONFIG SET maxmemory-policy nosuch
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-policy') - argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction
> CONFIG SET maxmemory-policy noeviction
OK
