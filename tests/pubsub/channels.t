# Channels, patterns and shard channels.
a> SUBSCRIBE one two one
1) "subscribe"
2) "one"
3) (integer) 1
a: 1) "subscribe"
   2) "two"
   3) (integer) 2
a: 1) "subscribe"
   2) "one"
   3) (integer) 2
b> PSUBSCRIBE o*
1) "psubscribe"
2) "o*"
3) (integer) 1
f> PSUBSCRIBE *
1) "psubscribe"
2) "*"
3) (integer) 1
c> SSUBSCRIBE one
1) "ssubscribe"
2) "one"
3) (integer) 1
> PUBLISH one hello
(integer) 3
a: 1) "message"
   2) "one"
   3) "hello"
b: 1) "pmessage"
   2) "o*"
   3) "one"
   4) "hello"
f: 1) "pmessage"
   2) "*"
   3) "one"
   4) "hello"
> PUBLISH two ""
(integer) 2
a: 1) "message"
   2) "two"
   3) ""
f: 1) "pmessage"
   2) "*"
   3) "two"
   4) ""
> PUBLISH none x
(integer) 1
f: 1) "pmessage"
   2) "*"
   3) "none"
   4) "x"
> SPUBLISH one shard
(integer) 1
c: 1) "smessage"
   2) "one"
   3) "shard"
> PUBSUB NUMPAT
(integer) 2
> PUBSUB NUMSUB one two three
1) "one"
2) (integer) 1
3) "two"
4) (integer) 1
5) "three"
6) (integer) 0
> PUBSUB NUMSUB
(empty array)
> PUBSUB SHARDNUMSUB one two
1) "one"
2) (integer) 1
3) "two"
4) (integer) 0
> PUBSUB CHANNELS o*
1) "one"
> PUBSUB SHARDCHANNELS
1) "one"
> PUBSUB SHARDCHANNELS x
(empty array)
> PUBSUB CHANNELS a b
(error) ERR unknown subcommand or wrong number of arguments for 'CHANNELS'. Try PUBSUB HELP.
> PUBSUB FOO
(error) ERR unknown subcommand 'FOO'. Try PUBSUB HELP.
a> GET x
(error) ERR Can't execute 'get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context
a> PING
1) "pong"
2) ""
a> PING hello
1) "pong"
2) "hello"
a> CONFIG GET x
(error) ERR Can't execute 'config|get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context
a> UNSUBSCRIBE one
1) "unsubscribe"
2) "one"
3) (integer) 1
a> UNSUBSCRIBE nope
1) "unsubscribe"
2) "nope"
3) (integer) 1
a> UNSUBSCRIBE
1) "unsubscribe"
2) "two"
3) (integer) 0
a> UNSUBSCRIBE
1) "unsubscribe"
2) (nil)
3) (integer) 0
a> GET x
(nil)
b> PUNSUBSCRIBE o*
1) "punsubscribe"
2) "o*"
3) (integer) 0
b> RESET
RESET
f> RESET
RESET
> PUBSUB NUMPAT
(integer) 0
c> SUNSUBSCRIBE one
1) "sunsubscribe"
2) "one"
3) (integer) 0
c> SUNSUBSCRIBE
1) "sunsubscribe"
2) (nil)
3) (integer) 0
> SPUBLISH one shard
(integer) 0
> PUBSUB CHANNELS
(empty array)

# RESP3: messages are pushes, and every command may run.
!resp 3 d
d> SUBSCRIBE ch
1> "subscribe"
2> "ch"
3> (integer) 1
d> PUBLISH ch self
(integer) 1
d: 1> "message"
   2> "ch"
   3> "self"
d> GET x
(nil)
d> MULTI
OK
d> PUBLISH ch inside
QUEUED
d> SET x 1
QUEUED
d> EXEC
1) (integer) 1
2) OK
d: 1> "message"
   2> "ch"
   3> "inside"
d> PSUBSCRIBE c?
1> "psubscribe"
2> "c?"
3> (integer) 2
d> PUBLISH ch twice
(integer) 2
d: 1> "message"
   2> "ch"
   3> "twice"
d: 1> "pmessage"
   2> "c?"
   3> "ch"
   4> "twice"
d> UNSUBSCRIBE
1> "unsubscribe"
2> "ch"
3> (integer) 1
d> PUNSUBSCRIBE
1> "punsubscribe"
2> "c?"
3> (integer) 0
d> CLIENT REPLY OFF
d> SUBSCRIBE quiet
1> "subscribe"
2> "quiet"
3> (integer) 1
> PUBLISH quiet x
(integer) 1
d: 1> "message"
   2> "quiet"
   3> "x"

# In a transaction confirmations stand in EXEC's answer.
e> MULTI
OK
e> SUBSCRIBE t
QUEUED
e> EXEC
1) 1) "subscribe"
   2) "t"
   3) (integer) 1
e> PING
1) "pong"
2) ""
