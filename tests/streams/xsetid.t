# XSETID sets the last ID and the counters.
> XADD s 1-1 a b
"1-1"
> XADD s 2-1 a b
"2-1"
> XADD s 3-1 a b
"3-1"
> XSETID s 1-1
(error) ERR The ID specified in XSETID is smaller than the target stream top item
> XSETID s 3-1
OK
> XSETID s 10-1
OK
> XADD s 10-1 a b
(error) ERR The ID specified in XADD is equal or smaller than the target stream top item
> XSETID s 10-1 ENTRIESADDED 2
(error) ERR The entries_added specified in XSETID is smaller than the target stream length
> XSETID s 10-1 ENTRIESADDED -1
(error) ERR entries_added must be positive
> XSETID s 10-1 ENTRIESADDED x
(error) ERR value is not an integer or out of range
> XSETID s 10-1 ENTRIESADDED
(error) ERR syntax error
> XSETID s 10-1 ENTRIESADDED 7
OK
> XSETID s 10-1 MAXDELETEDID 11-1
(error) ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id
> XSETID s 10-1 MAXDELETEDID -
(error) ERR Invalid stream ID specified as stream command argument
> XSETID s 10-1 MAXDELETEDID 9-1
OK
> XSETID s 8-1
(error) ERR The ID specified in XSETID is smaller than current max_deleted_entry_id
> XSETID s 10-1 MAXDELETEDID 0-0
OK
> XSETID s 12-1 ENTRIESADDED 5 MAXDELETEDID 11-1
OK
> XSETID s 12-1 FOO 1
(error) ERR syntax error
> XSETID s *
(error) ERR Invalid stream ID specified as stream command argument
> XSETID missing 1-1
(error) ERR no such key
> XSETID missing 1-1 MAXDELETEDID 2-1
(error) ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id
> SET str x
OK
> XSETID str 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XINFO STREAM s
 1) "length"
 2) (integer) 3
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "12-1"
 9) "max-deleted-entry-id"
10) "11-1"
11) "entries-added"
12) (integer) 5
13) "recorded-first-entry-id"
14) "1-1"
15) "groups"
16) (integer) 0
17) "first-entry"
18) 1) "1-1"
    2) 1) "a"
       2) "b"
19) "last-entry"
20) 1) "3-1"
    2) 1) "a"
       2) "b"
