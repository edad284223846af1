# XREADGROUP BLOCK: each entry goes to one consumer, first come, first served.
> XGROUP CREATE s g $ MKSTREAM
OK
a> XREADGROUP GROUP g alice BLOCK 0 STREAMS s >
b> XREADGROUP GROUP g bob BLOCK 0 STREAMS s >
> XADD s 1-1 a 1
"1-1"
a: 1) 1) "s"
      2) 1) 1) "1-1"
            2) 1) "a"
               2) "1"
b: (nothing)
> XADD s 2-1 a 2
"2-1"
b: 1) 1) "s"
      2) 1) 1) "2-1"
            2) 1) "a"
               2) "2"
> XREADGROUP GROUP g alice BLOCK 10 STREAMS s >
(nil)
> XREADGROUP GROUP g alice BLOCK 0 STREAMS s 0
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
> XPENDING s g
1) (integer) 2
2) "1-1"
3) "2-1"
4) 1) 1) "alice"
      2) "1"
   2) 1) "bob"
      2) "1"

# The group is destroyed, the stream deleted, overwritten, the database emptied.
a> XREADGROUP GROUP g alice BLOCK 0 STREAMS s >
> XGROUP DESTROY s g
(integer) 1
a: (error) NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option
> XGROUP CREATE s g $
OK
a> XREADGROUP GROUP g alice BLOCK 0 STREAMS s >
> DEL s
(integer) 1
a: (error) NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option
> XGROUP CREATE s g $ MKSTREAM
OK
a> XREADGROUP GROUP g alice BLOCK 0 STREAMS s >
> SET s x
OK
a: (error) WRONGTYPE Operation against a key holding the wrong kind of value
> DEL s
(integer) 1
> XGROUP CREATE s g $ MKSTREAM
OK
a> XREADGROUP GROUP g alice BLOCK 0 STREAMS s >
> FLUSHALL
OK
a: (error) NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option
> XGROUP CREATE s g $ MKSTREAM
OK
a> XREADGROUP GROUP g alice BLOCK 0 STREAMS s >
> RENAME s other
OK
a: (error) NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option

# A group of the same name made anew in one transaction: the waiter notices nothing.
> XGROUP CREATE s g $ MKSTREAM
OK
a> XREADGROUP GROUP g alice BLOCK 0 STREAMS s >
> MULTI
OK
> DEL s
QUEUED
> XGROUP CREATE s g $ MKSTREAM
QUEUED
> EXEC
1) (integer) 1
2) OK
a: (nothing)
> XADD s 9-1 a 1
"9-1"
a: 1) 1) "s"
      2) 1) 1) "9-1"
            2) 1) "a"
               2) "1"
