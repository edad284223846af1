!config appendonly yes
# What the log says of streams tells the same when it is read again: IDs from the clock, rough trimming, who was given what.
!let id = > XADD clock * a b
!repeat 250 > XADD s $i-0 n $i
"250-0"
> XADD s MAXLEN ~ 200 LIMIT 100 251-* n 251
"251-0"
> XTRIM s MINID ~ 150
(integer) 100
> XGROUP CREATE s g 149-0
OK
> XREADGROUP GROUP g alice COUNT 3 STREAMS s >
1) 1) "s"
   2) 1) 1) "150-0"
         2) 1) "n"
            2) "150"
      2) 1) "151-0"
         2) 1) "n"
            2) "151"
      3) 1) "152-0"
         2) 1) "n"
            2) "152"
> XREADGROUP GROUP g bob NOACK COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "153-0"
         2) 1) "n"
            2) "153"
> XCLAIM s g carol 0 101-0 150-0
1) 1) "150-0"
   2) 1) "n"
      2) "150"
> XAUTOCLAIM s g dave 0 152-0 JUSTID
1) "0-0"
2) 1) "152-0"
3) (empty array)
> XACK s g 151-0
(integer) 1
> XGROUP CREATE new g $ MKSTREAM
OK
!crash
> XRANGE clock $id $id
1) 1) "..."
   2) 1) "a"
      2) "b"
> XLEN s
(integer) 151
> XRANGE s - + COUNT 1
1) 1) "101-0"
   2) 1) "n"
      2) "101"
> XPENDING s g
1) (integer) 2
2) "150-0"
3) "152-0"
4) 1) 1) "carol"
      2) "1"
   2) 1) "dave"
      2) "1"
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 4
    5) "pending"
    6) (integer) 2
    7) "last-delivered-id"
    8) "153-0"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (nil)
> XINFO GROUPS new
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
   12) (integer) 0
> XADD s 251-1 n 252
"251-1"
