# Libraries of functions stand in a file as their source, before the keys or behind them.
!file dump.rdb
"REDIS0010"
f5 4049 "#!lua name=first\nredis.register_function('one', function(k) return 1 end)"
fe 00 00 01 "k" 01 "v"
f5 404a "#!lua name=second\nredis.register_function('two', function(k) return 2 end)"
ff crc64
!crash
> FUNCTION LIST
(in any order)
1) 1) "library_name"
   2) "second"
   3) "engine"
   4) "LUA"
   5) "functions"
   6) 1) 1) "name"
         2) "two"
         3) "description"
         4) (nil)
         5) "flags"
         6) (empty array)
2) 1) "library_name"
   2) "first"
   3) "engine"
   4) "LUA"
   5) "functions"
   6) 1) 1) "name"
         2) "one"
         3) "description"
         4) (nil)
         5) "flags"
         6) (empty array)
> FCALL one 0
(integer) 1
> FCALL two 0
(integer) 2
> GET k
"v"

# They survive as keys do.
> DEBUG RELOAD
OK
> FCALL two 0
(integer) 2
> SAVE
OK
!crash
> FCALL one 0
(integer) 1
> CONFIG SET aof-use-rdb-preamble no
OK
> CONFIG SET appendonly yes
OK
!until 5s > INFO persistence
...
aof_enabled:1
aof_rewrite_in_progress:0
...
> DEBUG LOADAOF
OK
> FCALL one 0
(integer) 1
> GET k
"v"

# One that cannot be taken ends the load: what calls it would not work. (Redis ends with status 0 here.)
!skip oracle
!file dump.rdb
"REDIS0010" f5 13 "#!lua name=x\nbroken" ff crc64
!refuse
