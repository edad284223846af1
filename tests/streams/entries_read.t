# How many entries a group has read, and how many it has not: known while nothing between is deleted.
!repeat 5 > XADD s $i-0 n $i
"5-0"
> XGROUP CREATE s g 0
OK
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "0-0"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (integer) 5
> XREADGROUP GROUP g c COUNT 2 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-0"
         2) 1) "n"
            2) "1"
      2) 1) "2-0"
         2) 1) "n"
            2) "2"
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 2
    7) "last-delivered-id"
    8) "2-0"
    9) "entries-read"
   10) (integer) 2
   11) "lag"
   12) (integer) 3
> XDEL s 4-0
(integer) 1
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 2
    7) "last-delivered-id"
    8) "2-0"
    9) "entries-read"
   10) (integer) 2
   11) "lag"
   12) (nil)
> XREADGROUP GROUP g c STREAMS s >
1) 1) "s"
   2) 1) 1) "3-0"
         2) 1) "n"
            2) "3"
      2) 1) "5-0"
         2) 1) "n"
            2) "5"
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 4
    7) "last-delivered-id"
    8) "5-0"
    9) "entries-read"
   10) (integer) 5
   11) "lag"
   12) (integer) 0
> XADD s 6-0 n 6
"6-0"
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 4
    7) "last-delivered-id"
    8) "5-0"
    9) "entries-read"
   10) (integer) 5
   11) "lag"
   12) (integer) 1
> XADD s MAXLEN 1 7-0 n 7
"7-0"
> XGROUP SETID s g 3-0
OK
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 4
    7) "last-delivered-id"
    8) "3-0"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (integer) 1
> XGROUP SETID s g 0 ENTRIESREAD 0
OK
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 4
    7) "last-delivered-id"
    8) "0-0"
    9) "entries-read"
   10) (integer) 0
   11) "lag"
   12) (integer) 1
> XGROUP SETID s g $
OK
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 4
    7) "last-delivered-id"
    8) "7-0"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (integer) 0
> XTRIM s MAXLEN 0
(integer) 1
> XGROUP SETID s g 1 ENTRIESREAD 1
OK
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 4
    7) "last-delivered-id"
    8) "1-0"
    9) "entries-read"
   10) (integer) 1
   11) "lag"
   12) (integer) 0
