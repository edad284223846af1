# MEMORY DOCTOR and STATS: each complaint made true, and numbers that follow what is done.
!skip oracle
> MEMORY DOCTOR
Hi Sam, this instance is empty or is using very little memory, ...
> SET mostly "x" * 20000000
OK
> MEMORY DOCTOR
Hi Sam, I can't find any memory issue in your instance. I can only account for what occurs on this base.
> MEMORY STATS
(pairs in any order)
1) "keys.count"
2) (integer) 1
3) "dataset.bytes"
4) (integer) 20000000..21000000
5) "total.allocated"
6) (integer) 20000000..23000000
7) "peak.allocated"
8) (integer) 20000000..90000000
...
> MEMORY STATS
(pairs in any order)
1) "keys.bytes-per-key"
2) (integer) 20000000..21500000
...

# More than half as much again was in use once.
> SET gone "x" * 20000000
OK
> DEL gone
(integer) 1
!until 5s > MEMORY DOCTOR
Sam, I detected a few issues in this Redis instance memory implants:
...
 * Memory use has been more than half as high again as it is now...
...
> CONFIG RESETSTAT
OK
!until 5s > MEMORY DOCTOR
Hi Sam, I can't find any memory issue in your instance...

# Clients that hold much.
a> MULTI
OK
a> SET k "x" * 1000000
QUEUED
> MEMORY STATS
(pairs in any order)
1) "clients.normal"
2) (integer) 1000000..1400000
...
> MEMORY DOCTOR
Sam, I detected a few issues in this Redis instance memory implants:
...
 * Clients hold much memory in their buffers...
...
a> DISCARD
OK
!until 5s > MEMORY DOCTOR
Hi Sam, I can't find any memory issue in your instance...

# Scripts, functions, watched and tracked keys: what they take is somebody's.
> EVAL "return 1" 0
(integer) 1
> MEMORY STATS
(pairs in any order)
1) "lua.caches"
2) (integer) 50..2000
3) "script.VMs"
4) (integer) 20000..2000000
...
> FUNCTION LOAD "#!lua name=lib\nredis.register_function('f', function(keys) return 1 end)"
"lib"
> MEMORY STATS
(pairs in any order)
1) "functions.caches"
2) (integer) 200..20000
...
!repeat 1000 > SET key:$i v EX 1000
OK
> MEMORY STATS
(pairs in any order)
1) "keys.count"
2) (integer) 1001
3) "db.0"
4) (pairs in any order)
   1) "overhead.hashtable.main"
   2) (integer) 8000..100000
   3) "overhead.hashtable.expires"
   4) (integer) 8000..100000
...
