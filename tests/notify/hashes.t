# Which events the commands of hashes and of the times of fields send.
> CONFIG SET notify-keyspace-events EAmn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> HSET h f 1 g 2
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HSET h f 1
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HMSET h k v
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HSETNX h f 2
(integer) 0
> HSETNX h n 2
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HINCRBY h f 1
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hincrby"
   4) "h"
> HINCRBY h fresh 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hincrby"
   4) "h"
> HINCRBYFLOAT h f 1.5
"3.5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hincrbyfloat"
   4) "h"
> HDEL h f fresh
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
> HDEL h f
(integer) 0
> HDEL none f
(integer) 0
> HGET none f
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HGET h none
(nil)
> HMGET none f
1) (nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HGETALL none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HLEN none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HEXISTS none f
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HKEYS none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HVALS none
(empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HSTRLEN none f
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HRANDFIELD none
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HSCAN none 0
1) "0"
2) (empty array)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HGETDEL h FIELDS 1 k
1) "v"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
> HGETDEL h FIELDS 1 k
1) (nil)
> HGETDEL none FIELDS 1 k
1) (nil)
> HSETEX h EX 100 FIELDS 1 k v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HSETEX h FIELDS 1 k2 v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HSETEX h FNX FIELDS 1 k2 v
(integer) 0
> HSETEX h PXAT 1 FIELDS 1 k3 v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
> HSETEX h KEEPTTL FIELDS 1 k v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HGETEX h FIELDS 1 g
1) "2"
> HGETEX h EX 100 FIELDS 1 g
1) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HGETEX h PERSIST FIELDS 1 g
1) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hpersist"
   4) "h"
> HGETEX h PERSIST FIELDS 1 g
1) "2"
> HGETEX h PXAT 1 FIELDS 1 g
1) "2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
> HGETEX none EX 100 FIELDS 1 g
1) (nil)
> HSET h f 1 g 2
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "h"
> HEXPIRE h 100 FIELDS 1 f
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HPEXPIRE h 100000 FIELDS 1 f
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HEXPIREAT h 9999999999 FIELDS 1 f
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HPEXPIREAT h 9999999999999 FIELDS 2 f g
1) (integer) 1
2) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
> HEXPIRE h 100 NX FIELDS 1 f
1) (integer) 0
> HEXPIRE h 100 FIELDS 1 nowhere
1) (integer) -2
> HPERSIST h FIELDS 1 f
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hpersist"
   4) "h"
> HPERSIST h FIELDS 1 f
1) (integer) -1
> HEXPIRE h 0 FIELDS 1 f
1) (integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
> HTTL none FIELDS 1 f
1) (integer) -2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> HEXPIRE none 1 FIELDS 1 f
1) (integer) -2
> HPEXPIRE h 20 FIELDS 1 n
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpired"
   4) "h"
> HDEL h n k k2 g
(integer) 3
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "h"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "h"
> HSET one f v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "one"
> HEXPIRE one 0 FIELDS 1 f
1) (integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "one"
> HSET one f v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "one"
> HPEXPIRE one 20 FIELDS 1 f
1) (integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpire"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hexpired"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "one"
> HSET one f v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "one"
> HGETDEL one FIELDS 1 f
1) "v"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "one"
> HSET one f v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "one"
> HSETEX one PXAT 1 FIELDS 1 f v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "one"
> HSETEX one PXAT 1 FIELDS 1 f v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "one"
> HSET one f v
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hset"
   4) "one"
> HGETEX one PXAT 1 FIELDS 1 f
1) "v"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:hdel"
   4) "one"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "one"
a: (nothing)
