!config appendonly yes

# What the log receives of strings and of expiry: what replaying it later must do. Times are absolute there.
> SET k v
OK
> SET k v EX 100
OK
> SET k v PX 100000 XX GET
"v"
> SET k v EXAT 4102444800
OK
> SET k v PXAT 4102444800000 GET
"v"
> SET k v GET
"v"
> SET k v XX KEEPTTL GET
"v"
> SETEX k 100 v
OK
> PSETEX k 100000 v
OK
!effects
SELECT 0
SET k v
SET k v PXAT ...
SET k v PXAT ...
SET k v PXAT 4102444800000
SET k v PXAT 4102444800000 GET
SET k v
SET k v XX KEEPTTL
SET k v PXAT ...
SET k v PXAT ...

# Only what has changed something is there, as it was written.
> set k v nx
(nil)
> SET new v NX
OK
> SETNX new w
(integer) 0
> SETNX newer w
(integer) 1
> MSETNX a 1 b 2
(integer) 1
> MSETNX a 1 c 2
(integer) 0
> MSET a 1 b 2
OK
> APPEND a 23
(integer) 3
> SETRANGE a 1 x
(integer) 3
> INCR n
(integer) 1
> INCRBY n 5
(integer) 6
> DECR n
(integer) 5
> DECRBY n 2
(integer) 3
> INCRBYFLOAT n 1.5
"4.5"
> GETSET n 5
"4.5"
> GETDEL n
"5"
> GETDEL n
(nil)
> SETBIT bits 7 1
(integer) 0
> BITFIELD bits SET u8 0 255
1) (integer) 1
> BITFIELD bits GET u8 0
1) (integer) 255
> BITOP NOT dest bits
(integer) 1
> PFADD hll a b c
(integer) 1
> PFADD hll a
(integer) 0
> PFCOUNT hll
(integer) 3
> PFCOUNT hll
(integer) 3
> PFMERGE hll2 hll
OK
!effects
SET new v NX
SETNX newer w
MSETNX a 1 b 2
MSET a 1 b 2
APPEND a 23
SETRANGE a 1 x
INCR n
INCRBY n 5
DECR n
DECRBY n 2
SET n 4.5 KEEPTTL
SET n 5
DEL n
SETBIT bits 7 1
BITFIELD bits SET u8 0 255
BITOP NOT dest bits
PFADD hll a b c
PFCOUNT hll
PFMERGE hll2 hll

# GETEX gives what it did to the expiry.
> SET k v
OK
> GETEX k
"v"
> GETEX k EX 100
"v"
> GETEX k PX 100000
"v"
> GETEX k EXAT 4102444800
"v"
> GETEX k PERSIST
"v"
> GETEX k PERSIST
"v"
> GETEX k EXAT 1
"v"
> GETEX missing EX 1
(nil)
!effects
SET k v
PEXPIREAT k ...
PEXPIREAT k ...
PEXPIREAT k 4102444800000
PERSIST k
DEL k

# EXPIRE and its like, with their conditions; a time that is past deletes.
> SET k v
OK
> EXPIRE k 100
(integer) 1
> EXPIRE k 100 NX
(integer) 0
> PEXPIRE k 100000 XX
(integer) 1
> EXPIREAT k 4102444800 GT
(integer) 1
> PEXPIREAT k 4102444800000
(integer) 1
> PERSIST k
(integer) 1
> PERSIST k
(integer) 0
> EXPIRE k -1
(integer) 1
> EXPIRE k 100
(integer) 0
!effects
SET k v
PEXPIREAT k ...
PEXPIREAT k ... XX
PEXPIREAT k 4102444800000 GT
PEXPIREAT k 4102444800000
PERSIST k
DEL k

# A value whose time is past when it comes: Redis keeps it until somebody looks, here it deletes at once.
> SET k v EXAT 1
OK
> SET k v
OK
> SET k v EXAT 1
OK
> EXISTS k
(integer) 0
!skip oracle
!effects
SET k v
DEL k

!only oracle
!effects
SET k v PXAT 1000
MULTI
DEL k
SET k v
EXEC
SET k v PXAT 1000
DEL k

# Keys as a whole.
> SET k v
OK
> COPY k k2
(integer) 1
> COPY k k2
(integer) 0
> RENAME k k3
OK
> RENAMENX k3 k2
(integer) 0
> RENAMENX k3 k4
(integer) 1
> MOVE k4 5
(integer) 1
> DEL k2 nothing
(integer) 1
> DEL nothing
(integer) 0
> UNLINK nothing
(integer) 0
> SET k v
OK
> UNLINK k
(integer) 1
> SWAPDB 0 5
OK
> TOUCH k4
(integer) 1
> FLUSHDB
OK
> FLUSHDB
OK
> FLUSHALL ASYNC
OK
!effects
SET k v
COPY k k2
RENAME k k3
RENAMENX k3 k4
MOVE k4 5
DEL k2 nothing
SET k v
UNLINK k
SWAPDB 0 5
FLUSHDB
FLUSHDB
FLUSHALL ASYNC

# A db is selected where it changes; transactions and scripts stay together when they do more than one thing.
> SELECT 3
OK
> SET k v
OK
> SELECT 0
OK
> SET k v
OK
> MULTI
OK
> SET a 1
QUEUED
> GET a
QUEUED
> SET b 2
QUEUED
> EXEC
1) OK
2) "1"
3) OK
> MULTI
OK
> SET a 1
QUEUED
> EXEC
1) OK
> MULTI
OK
> GET a
QUEUED
> EXEC
1) "1"
> MULTI
OK
> SELECT 2
QUEUED
> SET a 1
QUEUED
> INCR nothing
QUEUED
> LPUSH a x
QUEUED
> EXEC
1) OK
2) OK
3) (integer) 1
4) (error) WRONGTYPE Operation against a key holding the wrong kind of value
!effects
SELECT 3
SET k v
SELECT 0
SET k v
MULTI
SET a 1
SET b 2
EXEC
SET a 1
MULTI
SELECT 2
SET a 1
INCR nothing
EXEC

# PUBLISH and settings are not for the log.
> PUBLISH channel message
(integer) 0
> CONFIG SET maxmemory-samples 5
OK
> SCRIPT FLUSH
OK
!effects
(nothing)

# RESTORE gets an absolute time.
> SELECT 0
OK
> SET from v
OK
!let payload = > DUMP from
> RESTORE to 0 $payload
OK
> RESTORE to 100000 $payload REPLACE
OK
> RESTORE to 4102444800000 $payload REPLACE ABSTTL IDLETIME 10
OK
> RESTORE to 1 $payload REPLACE ABSTTL
OK
> RESTORE to 1 $payload ABSTTL
OK
!effects
SELECT 0
SET from v
RESTORE to 0 ...
RESTORE to ... ... REPLACE ABSTTL
RESTORE to 4102444800000 ... REPLACE ABSTTL IDLETIME 10
DEL to

# A key that has expired goes before what found it, and in one piece with it.
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> SET brief 1 PX 1
OK
!wait 5ms
> INCR brief
(integer) 1
> SET brief 1 PX 1
OK
!wait 5ms
> GET brief
(nil)
> EXISTS brief
(integer) 0
!effects
SET brief 1 PXAT ...
MULTI
DEL brief
INCR brief
EXEC
SET brief 1 PXAT ...
DEL brief
