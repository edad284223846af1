# HOTKEYS in a session charges keys with the time and the bytes of their commands (Redis 8.6).
!skip oracle

> HOTKEYS GET
(nil)
> HOTKEYS STOP
(nil)
> HOTKEYS RESET
OK
> HOTKEYS START METRICS 2 CPU NET
OK
> HOTKEYS START METRICS 1 CPU
(error) ERR hotkeys tracking is already active
> HOTKEYS RESET
(error) ERR hotkeys tracking is active, stop it first
!repeat 20 > SET hot "x" * 100
!repeat 5 > GET warm
> GET cold
(nil)
> PING
PONG
> HOTKEYS STOP
OK
> GET late
(nil)
> HOTKEYS GET
1)  1) "tracking-active"
    2) (integer) 0
    3) "sample-ratio"
    4) (integer) 1
    5) "selected-slots"
    6) 1) 1) (integer) 0
          2) (integer) 16383
    7) "all-commands-all-slots-us"
    8) (integer) 26..10000000
    9) "net-bytes-all-commands-all-slots"
   10) (integer) 3000..3300
   11) "collection-start-time-unix-ms"
   12) (integer) 1700000000000..99999999999999
   13) "collection-duration-ms"
   14) (integer) 0..30000
   15) "total-cpu-time-user-ms"
   16) (integer) 0..30000
   17) "total-cpu-time-sys-ms"
   18) (integer) 0..30000
   19) "total-net-bytes"
   20) (integer) 3000..3300
   21) "by-cpu-time-us"
   22) (any)
   23) "by-net-bytes"
   24) 1) "hot"
       2) (integer) 2700
       3) "warm"
       4) (integer) 140
       5) "cold"
       6) (integer) 28
> HOTKEYS STOP
(nil)
> HOTKEYS RESET
OK
> HOTKEYS GET
(nil)

# One metric and as many keys as asked for; START after STOP begins anew, in RESP3 the answer is made of maps.
> HOTKEYS START METRICS 1 NET COUNT 1
OK
> MSET a 1 bb 2
OK
> GET a
"1"
!resp 3
> HOTKEYS GET
1) 1# "tracking-active" => (integer) 1
   2# "sample-ratio" => (integer) 1
   3# "selected-slots" =>
      1) 1) (integer) 0
         2) (integer) 16383
   4# "all-commands-all-slots-us" => (integer) 2..10000000
   5# "net-bytes-all-commands-all-slots" => (integer) 70..2000
   6# "collection-start-time-unix-ms" => (integer) 1700000000000..99999999999999
   7# "collection-duration-ms" => (integer) 0..30000
   8# "total-net-bytes" => (integer) 70..2000
   9# "by-net-bytes" => 1# "a" => (integer) 75
!resp 2
> HOTKEYS STOP
OK
> HOTKEYS START METRICS 1 CPU
OK
> HOTKEYS GET
1)  1) "tracking-active"
    2) (integer) 1
    3) ...
    4) ...
    5) ...
    6) ...
    7) ...
    8) ...
    9) ...
   10) ...
   11) ...
   12) ...
   13) ...
   14) ...
   15) "total-cpu-time-user-ms"
   16) (integer) 0..30000
   17) "total-cpu-time-sys-ms"
   18) (integer) 0..30000
   19) "by-cpu-time-us"
   20) (empty array)
> INFO hotkeys
...
tracking_active:1
used_memory:...
cpu_time:...
> HOTKEYS STOP
OK

# DURATION ends a session by itself, at its time.
> HOTKEYS START METRICS 1 NET DURATION 1
OK
!wait 1100ms
> GET late
(nil)
> HOTKEYS STOP
(nil)
> HOTKEYS GET
1)  1) "tracking-active"
    2) (integer) 0
    3) ...
    4) ...
    5) ...
    6) ...
    7) ...
    8) ...
    9) "net-bytes-all-commands-all-slots"
   10) (any)
   11) ...
   12) ...
   13) "collection-duration-ms"
   14) (integer) 1000
   15) "total-net-bytes"
   16) (any)
   17) "by-net-bytes"
   18) (empty array)

# SAMPLE looks at one command in so many only: with a ratio beyond all measure at none, while the totals go on.
> HOTKEYS START METRICS 1 NET SAMPLE 1000000000
OK
> GET k
(nil)
> HOTKEYS STOP
OK
> HOTKEYS GET
1)  1) "tracking-active"
    2) (integer) 0
    3) "sample-ratio"
    4) (integer) 1000000000
    5) ...
    6) ...
    7) ...
    8) ...
    9) "net-bytes-all-commands-all-slots"
   10) (integer) 25..1000
   11) ...
   12) ...
   13) ...
   14) ...
   15) ...
   16) ...
   17) "by-net-bytes"
   18) (empty array)

# Commands of a script are the script's, commands of a transaction their own.
> HOTKEYS START METRICS 1 NET
OK
> EVAL "redis.call('GET','other') return 1" 1 declared
(integer) 1
> MULTI
OK
> GET inside
QUEUED
> EXEC
1) (nil)
> HOTKEYS STOP
OK
> HOTKEYS GET
1)  1) ...
    2) ...
    3) ...
    4) ...
    5) ...
    6) ...
    7) ...
    8) ...
    9) ...
   10) ...
   11) ...
   12) ...
   13) ...
   14) ...
   15) ...
   16) ...
   17) "by-net-bytes"
   18) 1) "declared"
       2) (any)
       3) "inside"
       4) (any)
