# What EXEC wrote goes to the log as one MULTI ... EXEC around the effects; what wrote nothing does not.
!config appendonly yes
> SET k v
OK
!effects
SELECT 0
SET k v

> MULTI
OK
> SET a 1
QUEUED
> GET a
QUEUED
> INCR a
QUEUED
> EXPIRE a 100
QUEUED
> SPOP none
QUEUED
> EXEC
1) OK
2) "1"
3) (integer) 2
4) (integer) 1
5) (nil)
!effects
MULTI
SET a 1
INCR a
PEXPIREAT a ...
EXEC

> MULTI
OK
> GET a
QUEUED
> SISMEMBER none x
QUEUED
> EXEC
1) "2"
2) (integer) 0
!effects
(nothing)

> MULTI
OK
> SET single 1
QUEUED
> GET single
QUEUED
> EXEC
1) OK
2) "1"
!effects
SET single 1

> MULTI
OK
> SET gone 1
QUEUED
> DISCARD
OK
> WATCH k
OK
b> SET k w
OK
> MULTI
OK
> SET k x
QUEUED
> EXEC
(nil)
> MULTI
OK
> SET k x
QUEUED
> nosuch
(error) ERR unknown command 'nosuch', with args beginning with: 
> EXEC
(error) EXECABORT Transaction discarded because of previous errors.
!effects
SET k w

> MULTI
OK
> SET k x
QUEUED
> LPUSH k not.a.list
QUEUED
> INCRBYFLOAT float 1.5
QUEUED
> EXEC
1) OK
2) (error) WRONGTYPE Operation against a key holding the wrong kind of value
3) "1.5"
!effects
MULTI
SET k x
SET float 1.5 KEEPTTL
EXEC

> MULTI
OK
> SELECT 3
QUEUED
> SET other.db 1
QUEUED
> SELECT 0
QUEUED
> SET this.db 1
QUEUED
> EXEC
1) OK
2) OK
3) OK
4) OK
!effects
MULTI
SELECT 3
SET other.db 1
SELECT 0
SET this.db 1
EXEC

> MULTI
OK
> EVAL "redis.call('SET','s1','1'); redis.call('SET','s2','2'); return 1" 0
QUEUED
> SET after 1
QUEUED
> EXEC
1) (integer) 1
2) OK
!effects
MULTI
SET s1 1
SET s2 2
SET after 1
EXEC

> MULTI
OK
> MULTI
(error) ERR MULTI calls can not be nested
> SADD set a b
QUEUED
> SADD set a
QUEUED
> DEL set
QUEUED
> FLUSHDB
QUEUED
> PUBLISH channel message
QUEUED
> EXEC
1) (integer) 2
2) (integer) 0
3) (integer) 1
4) OK
5) (integer) 0
!effects
MULTI
SADD set a b
DEL set
FLUSHDB
EXEC

# Somebody who waits is served behind the transaction, as a command of its own.
w> BLPOP list 0
> MULTI
OK
> RPUSH list a b
QUEUED
> SET behind 1
QUEUED
> EXEC
1) (integer) 2
2) OK
w: 1) "list"
   2) "a"
!effects
MULTI
RPUSH list a b
SET behind 1
EXEC
LPOP list

# A key found to be past its time by a transaction that only reads is deleted in the log.
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> SET brief v PX 1
OK
!wait 10ms
!effects
SET brief v PXAT ...

> MULTI
OK
> GET brief
QUEUED
> GET k
QUEUED
> EXEC
1) (nil)
2) (nil)
!effects
DEL brief
