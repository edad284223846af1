# XREAD BLOCK waits for entries.
a> XREAD BLOCK 0 STREAMS s $
> XADD s 1-1 a b
"1-1"
a: 1) 1) "s"
      2) 1) 1) "1-1"
            2) 1) "a"
               2) "b"
> XREAD BLOCK 10 STREAMS s $
(nil)
> XREAD BLOCK 10 STREAMS missing 0
(nil)

# What is there is given at once.
> XREAD BLOCK 0 STREAMS s 0
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"

# The end is where it was when the request came.
a> XREAD BLOCK 0 STREAMS s t $ $
b> XREAD BLOCK 0 COUNT 1 STREAMS s $
> MULTI
OK
> XADD s 2-1 a b
QUEUED
> XADD s 2-2 a b
QUEUED
> EXEC
1) "2-1"
2) "2-2"
a: 1) 1) "s"
      2) 1) 1) "2-1"
            2) 1) "a"
               2) "b"
         2) 1) "2-2"
            2) 1) "a"
               2) "b"
b: 1) 1) "s"
      2) 1) 1) "2-1"
            2) 1) "a"
               2) "b"

# Several waiters of one stream are all served.
a> XREAD BLOCK 0 STREAMS s 5
b> XREAD BLOCK 0 STREAMS x s 0 $
> XADD s 3-1 a b
"3-1"
b: 1) 1) "s"
      2) 1) 1) "3-1"
            2) 1) "a"
               2) "b"
a: (nothing)
> XADD s 6-1 a b
"6-1"
a: 1) 1) "s"
      2) 1) 1) "6-1"
            2) 1) "a"
               2) "b"

# + waits only when there is nothing.
a> XREAD BLOCK 0 STREAMS empty +
> XADD empty 1-1 a b
"1-1"
a: 1) 1) "empty"
      2) 1) 1) "1-1"
            2) 1) "a"
               2) "b"
a> XREAD BLOCK 0 STREAMS empty +
1) 1) "empty"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"

# An emptied stream, then an entry that is deleted in the same transaction: the waiter stays.
a> XREAD BLOCK 0 STREAMS q $
> MULTI
OK
> XADD q 1-1 a b
QUEUED
> DEL q
QUEUED
> EXEC
1) "1-1"
2) (integer) 1
a: (nothing)
> RPUSH q element
(integer) 1
a: (nothing)
> DEL q
(integer) 1
> XADD q 1-1 a b
"1-1"
a: 1) 1) "q"
      2) 1) 1) "1-1"
            2) 1) "a"
               2) "b"

# Not within a transaction.
> MULTI
OK
> XREAD BLOCK 0 STREAMS q $
QUEUED
> EXEC
1) (nil)

# `$` is the end as it was: also the very next ID is behind it.
> XADD next 7-1 f v
"7-1"
late> XREAD BLOCK 0 STREAMS next $
> XADD next 7-2 f w
"7-2"
late: 1) 1) "next"
         2) 1) 1) "7-2"
               2) 1) "f"
                  2) "w"
