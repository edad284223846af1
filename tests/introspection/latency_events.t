# LATENCY: events of what takes long in memory, each made to happen. What the disk makes slow: sim/patience/latency.t.
!skip oracle
> CONFIG SET latency-monitor-threshold 1
OK
> DEBUG SLEEP 0.01
OK
> LATENCY HISTORY command
1) 1) (any)
   2) (integer) 10..2000

# A command that is fast by its flag, but not with this much to copy.
!let big = "x" * 30000000
> CONFIG SET latency-monitor-threshold 0
OK
> APPEND string $big
(integer) 30000000
> CONFIG SET latency-monitor-threshold 1
OK
> APPEND string $big
(integer) 60000000
> LATENCY HISTORY fast-command
1) 1) (any)
   2) (integer) 1..5000

# Serving one who waits: it takes all at once what somebody has pushed.
w> BLMPOP 0 1 queue LEFT COUNT 200000
> EVAL "for i = 1, 200, 1 do local all = {} for j = 1, 1000 do all[j] = i * j end redis.call('RPUSH', 'queue', unpack(all)) end" 0
(nil)
w: (any)
> LATENCY HISTORY command-unblocking
1) 1) (any)
   2) (integer) 1..5000
...

# Deleting what expires or must make room takes no time worth noting, whatever its size: here it does.
> LATENCY RESET
(integer) 3..9
> DEBUG DROP-SLEEP many
(error) ERR value is out of range, must be positive
> DEBUG DROP-SLEEP 2000
OK
> SET brief x PX 50
OK
!until 9s > LATENCY HISTORY expire-del
1) 1) (any)
   2) (integer) 1..5000
> LATENCY HISTORY expire-cycle
1) 1) (any)
   2) (integer) 1..5000
...

# Making room.
> SET large x
OK
> CONFIG SET maxmemory-policy allkeys-random maxmemory 1
OK
!until 9s > LATENCY HISTORY evict-del
1) 1) (any)
   2) (integer) 1..5000
...
> LATENCY HISTORY eviction-cycle
1) 1) (any)
   2) (integer) 1..5000
...
> CONFIG SET maxmemory 0
OK
> DEBUG DROP-SLEEP 0
OK
> CONFIG SET maxmemory-policy noeviction
OK

# All of them have a latest and a highest; the doctor names each.
> LATENCY LATEST
1) 1) (any)
   2) (integer) 1700000000..99999999999
   3) (integer) 1..5000
   4) (integer) 1..5000
...
> LATENCY DOCTOR
...
... expire-del: ...
...
> LATENCY GRAPH eviction-cycle
eviction-cycle - high ... ms, low ... ms (all time high ... ms)
--------------------------------------------------------------------------------
...

# What the loop computes at a stretch, and for how many commands: measured from the first call on, forgotten by each.
> DEBUG LONGEST-TURN
1) (integer) 0
2) (integer) 0
> EVAL "local n = 0 for i = 1, 3000000 do n = n + i end return n" 0
(integer) 4500001500000
> DEBUG SLEEP 0.1
OK
> DEBUG LONGEST-TURN
1) (integer) 3000..10000000
2) (integer) 1
> DEBUG LONGEST-TURN
1) (integer) 0..2999
2) (integer) 0..2
