# MEMORY, TIME, LOLWUT, LASTSAVE, ROLE.
> SET k v
OK
> MEMORY USAGE k
(integer) 16..200
> MEMORY USAGE missing
(nil)
> MEMORY USAGE k SAMPLES 0
(integer) 16..200
> MEMORY USAGE k SAMPLES -1
(error) ERR syntax error
> MEMORY USAGE k SAMPLES x
(error) ERR value is not an integer or out of range
> MEMORY USAGE k SAMPLES
(error) ERR syntax error
> MEMORY USAGE k FOO
(error) ERR syntax error
> MEMORY USAGE
(error) ERR wrong number of arguments for 'memory|usage' command
!let big = "x" * 10000
> SET big $big
OK
> MEMORY USAGE big
(integer) 10000..20000
!repeat 1000 > RPUSH l element:$i
(integer) 1000
> MEMORY USAGE l
(integer) 10000..40000
> MEMORY USAGE l SAMPLES 0
(integer) 10000..40000
> MEMORY PURGE
OK
> MEMORY STATS
(pairs in any order)
1) "keys.count"
2) (integer) 3
3) "peak.allocated"
4) (integer) 1..10000000000
5) "total.allocated"
6) (integer) 1..10000000000
7) "startup.allocated"
8) (integer) 1..10000000000
...
> MEMORY DOCTOR
(any)
> MEMORY NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try MEMORY HELP.
> TIME
1) "1..."
2) "..."
> LASTSAVE
(integer) 1700000000..99999999999
> ROLE
1) "master"
2) (integer) 0..1000000
3) (empty array)
> LOLWUT
(any)
> LOLWUT VERSION 5
(any)
