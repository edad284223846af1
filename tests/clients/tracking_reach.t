# What counts as reading, and what as changing: transactions, scripts, time, renaming, other databases.
!resp 3 a
a> CLIENT TRACKING ON
OK
b> MSET one 1 two 2 three 3 four 4
OK

# Reads of a transaction are read when EXEC runs them; its writes are told behind EXEC's answer.
a> MULTI
OK
a> GET one
QUEUED
a> MGET two three
QUEUED
b> SET one 10
OK
a: (nothing)
a> EXEC
1) "10"
2) 1) "2"
   2) "3"
b> SET one 11
OK
a: 1> "invalidate"
   2> 1) "one"
b> MSET two 20 three 30
OK
a: 1> "invalidate"
   2> 1) "two"
a: 1> "invalidate"
   2> 1) "three"
a: (nothing)
a> MULTI
OK
a> GET one
QUEUED
a> SET one own
QUEUED
a> GET two
QUEUED
a> EXEC
1) "11"
2) OK
3) "20"
a: 1> "invalidate"
   2> 1) "one"
b> SET two 21
OK
a: 1> "invalidate"
   2> 1) "two"
a: (nothing)

# A script's reads belong to its caller, and so do its writes.
a> EVAL "return redis.call('GET', KEYS[1])" 1 one
"own"
b> SET one 12
OK
a: 1> "invalidate"
   2> 1) "one"
a> EVAL_RO "return redis.call('GET', 'two')" 0
"21"
b> SET two 22
OK
a: 1> "invalidate"
   2> 1) "two"
a> EVAL "redis.call('GET', KEYS[1]); return redis.call('SET', KEYS[1], 'x')" 1 one
OK
a: 1> "invalidate"
   2> 1) "one"
a: (nothing)
b> EVAL "return redis.call('SET', KEYS[1], 'y')" 1 one
OK
a: (nothing)
a> GET one
"y"
b> EVAL "return redis.call('SET', KEYS[1], 'z')" 1 one
OK
a: 1> "invalidate"
   2> 1) "one"

# A read that finds nothing is one, too. A command that writes is no read.
a> GET none
(nil)
b> SET none 1
OK
a: 1> "invalidate"
   2> 1) "none"
a> GETSET none 2
"1"
a: (nothing)
b> SET none 3
OK
a: (nothing)
a> INCR none
(integer) 4
b> SET none 4
OK
a: (nothing)

# Neither is one that only asks for keys in general.
a> KEYS *
(in any order)
1) "one"
2) "none"
3) "two"
4) "three"
5) "four"
a> SCAN 0
1) "0"
2) (in any order)
   1) "four"
   2) "none"
   3) "one"
   4) "three"
   5) "two"
a> RANDOMKEY
"..."
a> DBSIZE
(integer) 5
b> MSET one 1 two 2 three 3 four 4 none 1
OK
a: (nothing)

# Whatever removes or renames.
a> MGET one two three four
1) "1"
2) "2"
3) "3"
4) "4"
b> RENAME one uno
OK
a: 1> "invalidate"
   2> 1) "one"
a> EXISTS uno
(integer) 1
b> MOVE uno 9
(integer) 1
a: 1> "invalidate"
   2> 1) "uno"
b> GETDEL two
"2"
a: 1> "invalidate"
   2> 1) "two"
b> UNLINK three
(integer) 1
a: 1> "invalidate"
   2> 1) "three"
b> GETEX four EX 100
"4"
a: 1> "invalidate"
   2> 1) "four"
a> TTL four
(integer) 100
b> PERSIST four
(integer) 1
a: 1> "invalidate"
   2> 1) "four"
a> STRLEN four
(integer) 1
b> APPEND four x
(integer) 2
a: 1> "invalidate"
   2> 1) "four"
a: (nothing)

# Names are names in every database.
a> GET shared
(nil)
b> SELECT 5
OK
b> SET shared 1
OK
a: 1> "invalidate"
   2> 1) "shared"
b> SELECT 0
OK

# Time: a key that expires by itself, and one that is found to have expired.
b> SET brief v PX 100
OK
a> GET brief
"v"
a: 1> "invalidate"
   2> 1) "brief"
b> DEBUG SET-ACTIVE-EXPIRE 0
OK
b> SET brief v PX 1
OK
a> GETRANGE brief 0 0
"v"
!wait 5ms
b> GET brief
(nil)
a: (anything)
b> DEBUG SET-ACTIVE-EXPIRE 1
OK
b> RPUSH queue x
(integer) 1
a> LRANGE queue 0 -1
1) "x"
c> BLPOP queue 0
1) "queue"
2) "x"
a: 1> "invalidate"
   2> 1) "queue"
c> BLPOP queue 0
a> LLEN queue
(integer) 0
b> RPUSH queue y
(integer) 1
a: 1> "invalidate"
   2> 1) "queue"
c: (anything)
a> XREAD STREAMS stream 0
(nil)
b> XADD stream 1-1 f v
"1-1"
a: 1> "invalidate"
   2> 1) "stream"

# The expiry of a field changes its hash.
b> HSET hash f v g w
(integer) 2
b> HPEXPIRE hash 50 FIELDS 1 f
1) (integer) 1
a> HGETALL hash
1# "f" => "v"
2# "g" => "w"
a: 1> "invalidate"
   2> 1) "hash"

# An eviction is a change.
a> GET evicted
(nil)
b> MSET four 4 evicted 1
OK
a: 1> "invalidate"
   2> 1) "evicted"
a> GET evicted
"1"
a> GET four
"4"
b> CONFIG SET maxmemory-policy allkeys-random maxmemory 1
OK
a: (any)
a: (any)
a: (nothing)
b> CONFIG SET maxmemory 0
OK
b> CONFIG SET maxmemory-policy noeviction
OK

# FLUSHDB of any database tells all; what was read is forgotten.
b> SET one 1
OK
a> GET one
"1"
b> SELECT 7
OK
b> FLUSHDB
OK
a: 1> "invalidate"
   2> (nil)
b> SELECT 0
OK
b> SET one 2
OK
a: (nothing)
a> GET one
"2"
a> FLUSHALL
OK
a: 1> "invalidate"
   2> (nil)
a> GET one
(nil)
b> EVAL "return redis.call('FLUSHALL')" 0
OK
a: 1> "invalidate"
   2> (nil)
b> MULTI
OK
b> SET one 1
QUEUED
b> FLUSHDB
QUEUED
b> EXEC
1) OK
2) OK
a: (any)
a: (nothing)

# RESET and OFF end it.
a> GET one
(nil)
a> CLIENT TRACKING OFF
OK
b> SET one 3
OK
a: (nothing)

# Swapped databases hold other values under the same names: ours says so, Redis lets caches go stale.
!skip oracle
a> CLIENT TRACKING ON
OK
a> GET one
"3"
b> SWAPDB 0 9
OK
a: 1> "invalidate"
   2> (nil)
a: (nothing)
b> SET one 4
OK
a: (nothing)
