# Keyspace notifications: which events a command fires, in order.
> CONFIG SET notify-keyspace-events KEA
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "AKE"
> CONFIG SET notify-keyspace-events KEAnm
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "AKEm"
> CONFIG SET notify-keyspace-events q
(error) ERR CONFIG SET failed (possibly related to argument 'notify-keyspace-events') - Invalid event class character. Use 'Ag$lshzxeKEtmdn'.
> CONFIG SET notify-keyspace-events Eg$lshzxet
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "g$lshzxetE"
> CONFIG SET notify-keyspace-events KEA
OK
a> PSUBSCRIBE __key*__:*
1) "psubscribe"
2) "__key*__:*"
3) (integer) 1
> SET k v
OK
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyspace@0__:k"
   4) "set"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:set"
   4) "k"
> CONFIG SET notify-keyspace-events EAnm
OK
> SET n 1 EX 100
OK
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:new"
   4) "n"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:set"
   4) "n"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:expire"
   4) "n"
> GET nothing
(nil)
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:keymiss"
   4) "nothing"
> DEL n
(integer) 1
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:del"
   4) "n"
> RPUSH l a b
(integer) 2
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:new"
   4) "l"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:rpush"
   4) "l"
> CONFIG SET notify-keyspace-events EA
OK
> LPOP l 2
1) "a"
2) "b"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:lpop"
   4) "l"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:del"
   4) "l"
> RENAME k k2
OK
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:rename_from"
   4) "k"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:rename_to"
   4) "k2"
> MOVE k2 1
(integer) 1
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:move_from"
   4) "k2"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@1__:move_to"
   4) "k2"
> SADD s x
(integer) 1
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:sadd"
   4) "s"
> SADD s x
(integer) 0
a: (nothing)
> HSET h f v
(integer) 1
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:hset"
   4) "h"
> INCR c
(integer) 1
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:incrby"
   4) "c"
> SET e v PX 30
OK
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:set"
   4) "e"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:expire"
   4) "e"
a: 1) "pmessage"
   2) "__key*__:*"
   3) "__keyevent@0__:expired"
   4) "e"
