# While nothing expires by itself, a field past its time is still in the hash, and no command shows it.
!config notify-keyspace-events Eghx
!config appendonly yes
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> HSET h a 1 b 2 c 3 d 4 e 5 f 6 g 7 h 8 i 9 j 10 k 11 l 12 z 0
(integer) 13
> HPEXPIRE h 1 FIELDS 12 a b c d e f g h i j k l
 1) (integer) 1
 2) (integer) 1
 3) (integer) 1
 4) (integer) 1
 5) (integer) 1
 6) (integer) 1
 7) (integer) 1
 8) (integer) 1
 9) (integer) 1
10) (integer) 1
11) (integer) 1
12) (integer) 1
!wait 10ms
> HGETALL h
1) "z"
2) "0"
> HKEYS h
1) "z"
> HVALS h
1) "0"
> HSCAN h 0
1) "0"
2) 1) "z"
   2) "0"
> HTTL h FIELDS 1 a
1) (integer) -2
> HPERSIST h FIELDS 1 a
1) (integer) -2
> HLEN h
(integer) 13
p> PSUBSCRIBE __keyevent*
1) "psubscribe"
2) "__keyevent*"
3) (integer) 1
p: (anything)
!effects
SELECT 0
HSET h a 1 b 2 c 3 d 4 e 5 f 6 g 7 h 8 i 9 j 10 k 11 l 12 z 0
HPEXPIREAT h ... FIELDS 12 a b c d e f g h i j k l

# A command that names such a field takes it out: one event a command, one HDEL a field.
> HGET h a
(nil)
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
> HMGET h b c z
1) (nil)
2) (nil)
3) "0"
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
!effects
HDEL h a
MULTI
HDEL h b
HDEL h c
EXEC

> HEXISTS h d
(integer) 0
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
> HSTRLEN h e
(integer) 0
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
> HGETDEL h FIELDS 2 f f
1) (nil)
2) (nil)
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
> HGETEX h FIELDS 1 g
1) (nil)
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
!effects
HDEL h d
HDEL h e
HDEL h f
HDEL h g

> HLEN h
(integer) 6

# What it does then comes after.
> HINCRBY h h 5
(integer) 5
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hincrby"
   4) "h"
!effects
MULTI
HDEL h h
HINCRBY h h 5
EXEC

> HSETNX h i 5
(integer) 1
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hset"
   4) "h"
!effects
MULTI
HDEL h i
HSETNX h i 5
EXEC

# The conditions of HSETEX take it out as well, without a word.
> HSETEX h FXX FIELDS 2 z 1 j 5
(integer) 0
p: (nothing)
!effects
HDEL h j

> HSETEX h FNX FIELDS 1 k 5
(integer) 1
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hset"
   4) "h"
!effects
MULTI
HDEL h k
HSETEX h FNX FIELDS 1 k 5
EXEC

# HDEL, HSET and HEXPIRE do not look at its time.
> HDEL h l
(integer) 1
> HLEN h
(integer) 4
> HSET h m 1 n 2
(integer) 2
> HPEXPIRE h 1 FIELDS 2 m n
1) (integer) 1
2) (integer) 1
!wait 10ms
> HSET h m 2
(integer) 0
> HPEXPIRE h 100000 FIELDS 1 n
1) (integer) 1
> HMGET h m n
1) "2"
2) "2"
p: (anything)

# HRANDFIELD takes all of them out; the last takes the key along.
> DEL h
(integer) 1
> HSET h a 1 b 2 z 3
(integer) 3
> HPEXPIRE h 1 FIELDS 2 a b
1) (integer) 1
2) (integer) 1
!wait 10ms
p: (anything)
> HRANDFIELD h 3
1) "z"
> HLEN h
(integer) 1
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
> HPEXPIRE h 1 FIELDS 1 z
1) (integer) 1
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpire"
   4) "h"
!wait 10ms
> HRANDFIELD h
(nil)
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "h"
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:del"
   4) "h"
> EXISTS h
(integer) 0

# In a table, too.
> CONFIG SET hash-max-listpack-entries 0
OK
> HSET t a 1 b 2
(integer) 2
> HPEXPIRE t 1 FIELDS 2 a b
1) (integer) 1
2) (integer) 1
!wait 10ms
p: (anything)
> CONFIG RESETSTAT
OK
> HMGET t a b
1) (nil)
2) (nil)
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:hexpired"
   4) "t"
p: 1) "pmessage"
   2) "__keyevent*"
   3) "__keyevent@0__:del"
   4) "t"
> EXISTS t
(integer) 0

# A time that is past when it is given counts as well.
> HSET t a 1 b 2 c 3
(integer) 3
> HPEXPIRE t 0 FIELDS 1 a
1) (integer) 2
> HGETEX t EXAT 1 FIELDS 1 b
1) "2"
> HSETEX t PX 0 FIELDS 1 c 4
(integer) 1
> INFO stats
...
expired_subkeys:5
...
p: (anything)
