!skip oracle
# XDELEX deletes with care for the groups that refer to an entry; one code for each ID.
!repeat 5 > XADD s $i-0 n $i
"5-0"
> XDELEX s IDS 2 1-0 9-0
1) (integer) 1
2) (integer) -1
> XDELEX missing IDS 2 1-0 2-0
1) (integer) -1
2) (integer) -1
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g c COUNT 3 STREAMS s >
1) 1) "s"
   2) 1) 1) "2-0"
         2) 1) "n"
            2) "2"
      2) 1) "3-0"
         2) 1) "n"
            2) "3"
      3) 1) "4-0"
         2) 1) "n"
            2) "4"
> XACK s g 2-0
(integer) 1

# ACKED: only what every group has read and acknowledged.
> XDELEX s ACKED IDS 4 2-0 3-0 5-0 9-0
1) (integer) 1
2) (integer) 2
3) (integer) 2
4) (integer) -1
> XLEN s
(integer) 3
> XGROUP CREATE s h 0
OK
> XACK s g 3-0
(integer) 1
> XDELEX s ACKED IDS 1 3-0
1) (integer) 2
> XGROUP DESTROY s h
(integer) 1
> XDELEX s IDS 1 3-0 ACKED
1) (integer) 1

# KEEPREF leaves pending IDs without an entry, DELREF takes them along, also later.
> XDELEX s KEEPREF IDS 1 4-0
1) (integer) 1
> XREADGROUP GROUP g c STREAMS s 0
1) 1) "s"
   2) 1) 1) "4-0"
         2) (nil)
> XDELEX s DELREF IDS 1 4-0
1) (integer) -1
> XREADGROUP GROUP g c STREAMS s 0
1) 1) "s"
   2) (empty array)
> XADD s 6-0 n 6
"6-0"
> XREADGROUP GROUP g c STREAMS s >
1) 1) "s"
   2) 1) 1) "5-0"
         2) 1) "n"
            2) "5"
      2) 1) "6-0"
         2) 1) "n"
            2) "6"
> XDELEX s DELREF IDS 2 6-0 6-0
1) (integer) 1
2) (integer) -1
> XPENDING s g
1) (integer) 1
2) "5-0"
3) "5-0"
4) 1) 1) "c"
      2) "1"
> XINFO STREAM s
 1) "length"
 2) (integer) 1
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "6-0"
 9) "max-deleted-entry-id"
10) "6-0"
11) "entries-added"
12) (integer) 6
13) "recorded-first-entry-id"
14) "5-0"
15) "groups"
16) (integer) 1
17) "first-entry"
18) 1) "5-0"
    2) 1) "n"
       2) "5"
19) "last-entry"
20) 1) "5-0"
    2) 1) "n"
       2) "5"

# Errors.
> XDELEX s IDS 0 1-0
(error) ERR Number of IDs must be a positive integer
> XDELEX s IDS x 1-0
(error) ERR Number of IDs must be a positive integer
> XDELEX s IDS 2 1-0
(error) ERR The `numids` parameter must match the number of arguments
> XDELEX s IDS 1 1-0 2-0
(error) ERR The `numids` parameter must match the number of arguments
> XDELEX s IDS 1 x
(error) ERR Invalid stream ID specified as stream command argument
> XDELEX s ACKED DELREF IDS 1 1-0
(error) ERR syntax error
> XDELEX s ACKED IDS 1 1-0 DELREF
(error) ERR syntax error
> XDELEX s FOO IDS 1 1-0
(error) ERR syntax error
> XDELEX s 1-0 2-0 3-0
(error) ERR syntax error
> SET str x
OK
> XDELEX str IDS 1 1-0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
