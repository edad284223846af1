# Streams: type 15 came with 5.0, 19 with 7.0 (first, highest deleted, how many were ever added, how many a group has read),
# 21 with 7.2 (when a consumer was last active). The same stream in all three: 1-1 f v, 1-2 deleted, 2-0 g x.
!file dump.rdb
"REDIS0012"
fe 00
0f 02 "v1"  01
  # One node: its first ID and a listpack: 2 live, 1 deleted, 1 field "f", 0; then flags, deltas, values, length of each.
    10 0000000000000001 0000000000000001  39 39000000 1600
    02 01 01 01 01 01 81 "f" 02 00 01
    02 01 00 01 00 01 81 "v" 02 04 01
    03 01 00 01 01 01 81 "w" 02 04 01
    00 01 01 01 dfff 02 01 01 81 "g" 02 81 "x" 02 06 01 ff
    02  02 00                           # length; last ID
    01  03 "grp" 01 01                  # one group, which has read up to 1-1
    01  0000000000000001 0000000000000001 88130000 00000000 01      # pending: 1-1, at 5000 ms, once
    01  02 "c1" 70170000 00000000 01 0000000000000001 0000000000000001
13 02 "v2"  01
    10 0000000000000001 0000000000000001  39 39000000 1600
    02 01 01 01 01 01 81 "f" 02 00 01
    02 01 00 01 00 01 81 "v" 02 04 01
    03 01 00 01 01 01 81 "w" 02 04 01
    00 01 01 01 dfff 02 01 01 81 "g" 02 81 "x" 02 06 01 ff
    02  02 00  01 01  01 02  03         # length; last; first; highest deleted; added
    01  03 "grp" 01 01 01               # has read 1
    01  0000000000000001 0000000000000001 88130000 00000000 01
    01  02 "c1" 70170000 00000000 01 0000000000000001 0000000000000001
15 02 "v3"  01
    10 0000000000000001 0000000000000001  39 39000000 1600
    02 01 01 01 01 01 81 "f" 02 00 01
    02 01 00 01 00 01 81 "v" 02 04 01
    03 01 00 01 01 01 81 "w" 02 04 01
    00 01 01 01 dfff 02 01 01 81 "g" 02 81 "x" 02 06 01 ff
    02  02 00  01 01  01 02  03
    01  03 "grp" 01 01  81 ffffffffffffffff     # has read: nobody knows
    01  0000000000000001 0000000000000001 88130000 00000000 02
    02  02 "c1" 70170000 00000000 581b0000 00000000 01 0000000000000001 0000000000000001
        02 "c2" 70170000 00000000 ffffffffffffffff 00              # never active
15 05 "empty" 00 00 00 00 00 00 00 00 00 00
ff crc64
!crash
> XRANGE v1 - +
1) 1) "1-1"
   2) 1) "f"
      2) "v"
2) 1) "2-0"
   2) 1) "g"
      2) "x"
> XINFO STREAM v1 FULL
 1) "length"
 2) (integer) 2
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "2-0"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 2
13) "recorded-first-entry-id"
14) "1-1"
15) "entries"
16) 1) 1) "1-1"
       2) 1) "f"
          2) "v"
    2) 1) "2-0"
       2) 1) "g"
          2) "x"
17) "groups"
18) 1)  1) "name"
        2) "grp"
        3) "last-delivered-id"
        4) "1-1"
        5) "entries-read"
        6) (integer) 1
        7) "lag"
        8) (integer) 1
        9) "pel-count"
       10) (integer) 1
       11) "pending"
       12) 1) 1) "1-1"
              2) "c1"
              3) (integer) 5000
              4) (integer) 1
       13) "consumers"
       14) 1)  1) "name"
               2) "c1"
               3) "seen-time"
               4) (integer) 6000
               5) "active-time"
               6) (integer) 6000
               7) "pel-count"
               8) (integer) 1
               9) "pending"
              10) 1) 1) "1-1"
                     2) (integer) 5000
                     3) (integer) 1
> XINFO STREAM v2 FULL
 1) "length"
 2) (integer) 2
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "2-0"
 9) "max-deleted-entry-id"
10) "1-2"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "entries"
16) 1) 1) "1-1"
       2) 1) "f"
          2) "v"
    2) 1) "2-0"
       2) 1) "g"
          2) "x"
17) "groups"
18) 1)  1) "name"
        2) "grp"
        3) "last-delivered-id"
        4) "1-1"
        5) "entries-read"
        6) (integer) 1
        7) "lag"
        8) (nil)
        9) "pel-count"
       10) (integer) 1
       11) "pending"
       12) 1) 1) "1-1"
              2) "c1"
              3) (integer) 5000
              4) (integer) 1
       13) "consumers"
       14) 1)  1) "name"
               2) "c1"
               3) "seen-time"
               4) (integer) 6000
               5) "active-time"
               6) (integer) 6000
               7) "pel-count"
               8) (integer) 1
               9) "pending"
              10) 1) 1) "1-1"
                     2) (integer) 5000
                     3) (integer) 1
> XINFO STREAM v3 FULL
 1) "length"
 2) (integer) 2
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "2-0"
 9) "max-deleted-entry-id"
10) "1-2"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "entries"
16) 1) 1) "1-1"
       2) 1) "f"
          2) "v"
    2) 1) "2-0"
       2) 1) "g"
          2) "x"
17) "groups"
18) 1)  1) "name"
        2) "grp"
        3) "last-delivered-id"
        4) "1-1"
        5) "entries-read"
        6) (nil)
        7) "lag"
        8) (nil)
        9) "pel-count"
       10) (integer) 1
       11) "pending"
       12) 1) 1) "1-1"
              2) "c1"
              3) (integer) 5000
              4) (integer) 2
       13) "consumers"
       14) 1)  1) "name"
               2) "c1"
               3) "seen-time"
               4) (integer) 6000
               5) "active-time"
               6) (integer) 7000
               7) "pel-count"
               8) (integer) 1
               9) "pending"
              10) 1) 1) "1-1"
                     2) (integer) 5000
                     3) (integer) 2
           2)  1) "name"
               2) "c2"
               3) "seen-time"
               4) (integer) 6000
               5) "active-time"
               6) (integer) -1
               7) "pel-count"
               8) (integer) 0
               9) "pending"
              10) (empty array)
> XLEN empty
(integer) 0
> XINFO STREAM empty
 1) "length"
 2) (integer) 0
 3) "radix-tree-keys"
 4) (integer) 0
 5) "radix-tree-nodes"
 6) (integer) 1
 7) "last-generated-id"
 8) "0-0"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 0
13) "recorded-first-entry-id"
14) "0-0"
15) "groups"
16) (integer) 0
17) "first-entry"
18) (nil)
19) "last-entry"
20) (nil)
> XRANGE v2 - +
1) 1) "1-1"
   2) 1) "f"
      2) "v"
2) 1) "2-0"
   2) 1) "g"
      2) "x"
> XREVRANGE v3 + -
1) 1) "2-0"
   2) 1) "g"
      2) "x"
2) 1) "1-1"
   2) 1) "f"
      2) "v"
> DEBUG DIGEST
1d3171ed3d8fec904175e0195babc8f3284bc0f1

# What was loaded goes on as if nothing had been.
> XREADGROUP GROUP grp c1 STREAMS v1 >
1) 1) "v1"
   2) 1) 1) "2-0"
         2) 1) "g"
            2) "x"
> XADD v1 3-0 h y
"3-0"
> XDEL v3 1-1
(integer) 1
