# XDEL deletes; the stream stays even when it is empty.
> XADD s 1-1 a b
"1-1"
> XADD s 2-1 a b
"2-1"
> XADD s 3-1 a b
"3-1"
> XDEL s 2-1
(integer) 1
> XDEL s 2-1 9-9
(integer) 0
> XRANGE s - +
1) 1) "1-1"
   2) 1) "a"
      2) "b"
2) 1) "3-1"
   2) 1) "a"
      2) "b"
> XDEL s 1-1 3-1
(integer) 2
> XLEN s
(integer) 0
> EXISTS s
(integer) 1
> XINFO STREAM s
 1) "length"
 2) (integer) 0
 3) "radix-tree-keys"
 4) (integer) 0
 5) "radix-tree-nodes"
 6) (integer) 1
 7) "last-generated-id"
 8) "3-1"
 9) "max-deleted-entry-id"
10) "3-1"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "0-0"
15) "groups"
16) (integer) 0
17) "first-entry"
18) (nil)
19) "last-entry"
20) (nil)
> XADD s 3-1 a b
(error) ERR The ID specified in XADD is equal or smaller than the target stream top item
> XADD s 3-2 a b
"3-2"

# Nothing happens when one ID is bad, and IDs of a missing stream are not even read.
> XDEL s 3-2 x
(error) ERR Invalid stream ID specified as stream command argument
> XLEN s
(integer) 1
> XDEL missing 1-1 x
(integer) 0
> XDEL s - +
(error) ERR Invalid stream ID specified as stream command argument
> XDEL s
(error) ERR wrong number of arguments for 'xdel' command
> SET str x
OK
> XDEL str 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XDEL str x
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# A node goes away with its last entry.
> CONFIG SET stream-node-max-entries 2
OK
!repeat 6 > XADD nodes $i-0 n $i
"6-0"
> XDEL nodes 3-0 4-0
(integer) 2
> XRANGE nodes - +
1) 1) "1-0"
   2) 1) "n"
      2) "1"
2) 1) "2-0"
   2) 1) "n"
      2) "2"
3) 1) "5-0"
   2) 1) "n"
      2) "5"
4) 1) "6-0"
   2) 1) "n"
      2) "6"
> XREVRANGE nodes + -
1) 1) "6-0"
   2) 1) "n"
      2) "6"
2) 1) "5-0"
   2) 1) "n"
      2) "5"
3) 1) "2-0"
   2) 1) "n"
      2) "2"
4) 1) "1-0"
   2) 1) "n"
      2) "1"
> XINFO STREAM nodes
 1) "length"
 2) (integer) 4
 3) "radix-tree-keys"
 4) (integer) 2
 5) "radix-tree-nodes"
 6) (integer) 6
 7) "last-generated-id"
 8) "6-0"
 9) "max-deleted-entry-id"
10) "4-0"
11) "entries-added"
12) (integer) 6
13) "recorded-first-entry-id"
14) "1-0"
15) "groups"
16) (integer) 0
17) "first-entry"
18) 1) "1-0"
    2) 1) "n"
       2) "1"
19) "last-entry"
20) 1) "6-0"
    2) 1) "n"
       2) "6"
> XDEL nodes 1 2 6
(integer) 3
> XRANGE nodes - +
1) 1) "5-0"
   2) 1) "n"
      2) "5"
