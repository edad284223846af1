!skip oracle
!config appendonly yes

# What a stream knows beyond the formats of Redis 8.0: who has added what (IDMP), and what was released (XNACK), in order.
> XCFGSET s IDMP-DURATION 1000
(error) ERR no such key
!let first = > XADD s IDMP producer one * f v
> XADD s IDMPAUTO other * g w
"..."
> XCFGSET s IDMP-DURATION 1000 IDMP-MAXSIZE 50
OK
!let second = > XADD s IDMP producer one * f v
> XADD s IDMPAUTO other * g w
"..."
> XADD s IDMP producer one * f v
"$second"
> XADD t 1-1 f v
"1-1"
> XADD t 2-1 f v
"2-1"
> XADD t 3-1 f v
"3-1"
> XGROUP CREATE t g 0
OK
> XREADGROUP GROUP g me COUNT 3 STREAMS t >
(any)
> XNACK t g FAIL IDS 1 3-1
(integer) 1
> XNACK t g FAIL IDS 1 1-1
(integer) 1
> XPENDING t g - + 10
1) 1) "1-1"
   2) ""
   3) (integer) -1
   4) (integer) 1
2) 1) "2-1"
   2) "me"
   3) (any)
   4) (integer) 1
3) 1) "3-1"
   2) ""
   3) (integer) -1
   4) (integer) 1

# A snapshot keeps it,
> DEBUG RELOAD
OK
> XADD s IDMP producer one * f v
"$second"
> XPENDING t g - + 10
1) 1) "1-1"
   2) ""
   3) (integer) -1
   4) (integer) 1
2) 1) "2-1"
   2) "me"
   3) (any)
   4) (integer) 1
3) 1) "3-1"
   2) ""
   3) (integer) -1
   4) (integer) 1
> XINFO CONSUMERS t g
1) 1) "name"
   2) "me"
   3) "pending"
   4) (integer) 1
   ...
!tool redis-check-rdb dump.rdb
...
[info] 2 keys read
...

# DUMP and COPY keep it,
!let payload = > DUMP s
> RESTORE s2 0 $payload
OK
> XADD s2 IDMP producer one * f v
"$second"
> COPY s s3
(integer) 1
> XADD s3 IDMP producer one * f v
"$second"
!let payload = > DUMP t
> RESTORE t2 0 $payload
OK
> XREADGROUP GROUP g you COUNT 2 CLAIM 100000 STREAMS t2 >
1) 1) "t2"
   2) 1) 1) "3-1"
         2) 1) "f"
            2) "v"
         3) (any)
         4) (integer) 1
      2) 1) "1-1"
         ...

# and so does the log, with a base of either form.
!crash
> XADD s IDMP producer one * f v
"$second"
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
!crash
> XADD s IDMP producer one * f v
"$second"
> CONFIG SET aof-use-rdb-preamble no
OK
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
!crash
> XADD s IDMP producer one * f v
"$second"
> XADD s3 IDMP producer one * f v
"$second"
> XREADGROUP GROUP g you COUNT 2 CLAIM 100000 STREAMS t >
1) 1) "t"
   2) 1) 1) "3-1"
         2) 1) "f"
            2) "v"
         3) (any)
         4) (integer) 1
      2) 1) "1-1"
         ...
