# Which events the commands that are there for every kind of key send.
> CONFIG SET notify-keyspace-events EAmn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> SET s 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> DEL s none
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "s"
> MSET a 1 b 2 c 3
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "b"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "b"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "c"
> UNLINK a b none
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "a"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "b"
> EXPIRE c 100
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "c"
> PEXPIRE c 100000
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "c"
> EXPIREAT c 9999999999
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "c"
> PEXPIREAT c 9999999999999
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "c"
> EXPIRE c 100 NX
(integer) 0
> PERSIST c
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:persist"
   4) "c"
> PERSIST c
(integer) 0
> EXPIRE none 100
(integer) 0
> EXPIRE c -1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "c"
> SET c v
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "c"
> PEXPIREAT c 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "c"
> SET c v
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "c"
> RENAME c d
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "d"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_from"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_to"
   4) "d"
> SET c v
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "c"
> RENAME c d
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "d"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_from"
   4) "c"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_to"
   4) "d"
> RENAME d d
OK
> RENAMENX d e
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "e"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_from"
   4) "d"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:rename_to"
   4) "e"
> SET d v
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "d"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "d"
> RENAMENX d e
(integer) 0
> COPY d f
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "f"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:copy_to"
   4) "f"
> COPY d f
(integer) 0
> COPY d f REPLACE
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "f"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:copy_to"
   4) "f"
> COPY d g DB 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@1__:new"
   4) "g"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@1__:copy_to"
   4) "g"
> COPY none f REPLACE
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> MOVE d 2
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@2__:new"
   4) "d"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:move_from"
   4) "d"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@2__:move_to"
   4) "d"
> MOVE none 2
(integer) 0
> SWAPDB 0 1
OK
> SWAPDB 0 1
OK
!let dumped = > DUMP f
> RESTORE r 0 "$dumped"
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "r"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:restore"
   4) "r"
> RESTORE r 0 "$dumped" REPLACE
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "r"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:restore"
   4) "r"
> RESTORE past 1 "$dumped" ABSTTL
OK
> TOUCH f none
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> EXISTS none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> TYPE none
none
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> TTL none
(integer) -2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> EXPIRETIME none
(integer) -2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> OBJECT ENCODING none
(nil)
> OBJECT FREQ none
(nil)
> DUMP none
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> SORT none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> KEYS none
(empty array)
> WATCH none
OK
> UNWATCH
OK
> MEMORY USAGE none
(nil)
> MULTI
OK
> SET in 1
QUEUED
> GET none
QUEUED
> INCR in
QUEUED
> EXEC
1) OK
2) (nil)
3) (integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "in"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "in"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrby"
   4) "in"
> EVAL "redis.call('set','in2',1) redis.call('get','none') redis.call('del','in','in2')" 0
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "in2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "in2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "in"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "in2"

# What has expired: found by a reader, or by nobody.
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> SET x v PX 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "x"
!wait 20ms
> GET x
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "x"
> SET x v PX 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "x"
!wait 20ms
> SET x w
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
> SET x v PX 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "x"
!wait 20ms
> DEL x
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "x"
> SET x v PX 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "x"
!wait 20ms
> EXPIRE x 100
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "x"
> SET x v PX 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "x"
!wait 20ms
> RENAME x y
(error) ERR no such key
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "x"
> DEBUG SET-ACTIVE-EXPIRE 1
OK
> SET x v PX 20
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "x"

# Everything at once.
> FLUSHDB
OK
> SET x 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
> FLUSHALL
OK
> SET x 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "x"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "x"
> CONFIG SET maxmemory-policy allkeys-lru
OK
> CONFIG SET maxmemory 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:evicted"
   4) "x"
> CONFIG SET maxmemory 0
OK
> CONFIG SET maxmemory-policy noeviction
OK
a: (nothing)
