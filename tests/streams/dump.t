# A stream and its groups survive COPY, RENAME and being saved and loaded.
> XADD s 1-1 f v
"1-1"
> XADD s 1-2 f w
"1-2"
> XADD s 2-0 g x
"2-0"
> XDEL s 1-2
(integer) 1
> XGROUP CREATE s grp 0
OK
> XREADGROUP GROUP grp c1 COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "f"
            2) "v"
> COPY s t
(integer) 1
> XRANGE t - +
1) 1) "1-1"
   2) 1) "f"
      2) "v"
2) 1) "2-0"
   2) 1) "g"
      2) "x"
> XPENDING t grp
1) (integer) 1
2) "1-1"
3) "1-1"
4) 1) 1) "c1"
      2) "1"
> XINFO GROUPS t
1)  1) "name"
    2) "grp"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 1
    7) "last-delivered-id"
    8) "1-1"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (nil)
> XADD s 3-0 g y
"3-0"
> XACK s grp 1-1
(integer) 1
> XLEN t
(integer) 2
> XPENDING t grp
1) (integer) 1
2) "1-1"
3) "1-1"
4) 1) 1) "c1"
      2) "1"
> DEBUG RELOAD
OK
> XRANGE t - +
1) 1) "1-1"
   2) 1) "f"
      2) "v"
2) 1) "2-0"
   2) 1) "g"
      2) "x"
> XPENDING t grp
1) (integer) 1
2) "1-1"
3) "1-1"
4) 1) 1) "c1"
      2) "1"
> XINFO GROUPS t
1)  1) "name"
    2) "grp"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 1
    7) "last-delivered-id"
    8) "1-1"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (nil)
> XADD t 2-0 a b
(error) ERR The ID specified in XADD is equal or smaller than the target stream top item
> XADD t 2-1 a b
"2-1"
> DEBUG DIGEST-VALUE s
1) 9c61843d9baf71c99690a75397536928e4bb1083
> RENAME t u
OK
> XLEN u
(integer) 3
