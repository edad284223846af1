# Waiting for an element; who came first is served first, whatever end they pop.
a> BLPOP k1 k2 0
b> BLPOP k1 0
d> BRPOP k1 0
> RPUSH k1 1 2 3 4
(integer) 4
a: 1) "k1"
   2) "1"
b: 1) "k1"
   2) "2"
d: 1) "k1"
   2) "4"
> LRANGE k1 0 -1
1) "3"
> DEL k1
(integer) 1

# An element that is there is given at once.
> RPUSH q x y
(integer) 2
> BLPOP nosuch q 0
1) "q"
2) "x"
> BRPOP q 0
1) "q"
2) "y"
> BLPOP q 0.05
(nil)
> BLMPOP 0.05 2 q r LEFT
(nil)
> BLMOVE q r LEFT LEFT 0.05
(nil)
> BRPOPLPUSH q r 0.05
(nil)

# Moves wait too, and what they move wakes others.
a> BLMOVE src dst LEFT RIGHT 0
b> BLPOP dst 0
> RPUSH src one
(integer) 1
a: "one"
b: 1) "dst"
   2) "one"
a> BRPOPLPUSH src dst 0
> LPUSH src 1 2
(integer) 2
a: "1"
> LRANGE src 0 -1
1) "2"
> LRANGE dst 0 -1
1) "1"
a> BLMPOP 0 2 z src2 RIGHT COUNT 2
> RPUSH src2 1 2 3
(integer) 3
a: 1) "src2"
   2) 1) "3"
      2) "2"

# A key that is gone again, or of another type, does not wake.
a> BLPOP w 0
> MULTI
OK
> RPUSH w 1
QUEUED
> DEL w
QUEUED
> EXEC
1) (integer) 1
2) (integer) 1
> SADD w 1
(integer) 1
> DEL w
(integer) 1
> RENAME dst w
OK
a: 1) "w"
   2) "1"

# A wrong destination gives an error and keeps the element.
> SET str v
OK
a> BLMOVE src3 str LEFT LEFT 0
> RPUSH src3 x
(integer) 1
a: (error) WRONGTYPE Operation against a key holding the wrong kind of value
> LRANGE src3 0 -1
1) "x"

# In a transaction nobody waits.
> MULTI
OK
> BLPOP none 0
QUEUED
> BLMOVE none x LEFT LEFT 0
QUEUED
> BLMPOP 0 1 none LEFT
QUEUED
> EXEC
1) (nil)
2) (nil)
3) (nil)

# Mistakes.
> BLPOP none -1
(error) ERR timeout is negative
> BLPOP none x
(error) ERR timeout is not a float or out of range
> BLPOP none inf
(error) ERR timeout is out of range
> BLPOP none
(error) ERR wrong number of arguments for 'blpop' command
> BLPOP str 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BLMPOP 0 0 a LEFT
(error) ERR numkeys should be greater than 0
> BLMPOP -1 1 a LEFT
(error) ERR timeout is negative
> BLMOVE a b UP LEFT 0
(error) ERR syntax error

# A command that waits is counted once, when it has been served or has given up.
> CONFIG RESETSTAT
OK
w> BLPOP counted 0
> RPUSH counted v
(integer) 1
w: 1) "counted"
   2) "v"
w> BLPOP counted 0.01
(nil)
> INFO commandstats
...
cmdstat_blpop:calls=2,...,rejected_calls=0,failed_calls=0
...
