!skip oracle
# IDMP: a producer's message is added once, whatever it says the second time.
> XADD s NOMKSTREAM IDMP p m * a b
(nil)
> XADD s IDMP p m1 * a 1
"...-0"
> XLEN s
(integer) 1
!let first = > XADD s IDMP p m1 * a 2
> XLEN s
(integer) 1
> XADD s IDMP q m1 * a 1
"..."
> XADD s IDMP p m2 * a 1
"..."
> XLEN s
(integer) 3
> XDEL s $first
(integer) 1
> XADD s IDMP p m1 * a 3
"..."
> XLEN s
(integer) 2

# IDMPAUTO: the message is its content, in order.
> XADD auto IDMPAUTO p * a 1 b 2
"..."
> XADD auto IDMPAUTO p * a 1 b 2
"..."
> XLEN auto
(integer) 1
> XADD auto IDMPAUTO p * b 2 a 1
"..."
> XADD auto IDMPAUTO p * a 1b 2 ""
"..."
> XLEN auto
(integer) 3

# What is remembered can be bounded; other bounds forget everything.
> XCFGSET s IDMP-MAXSIZE 1
OK
> XADD s IDMP p m2 * a 1
"..."
> XADD s IDMP p m3 * a 1
"..."
> XADD s IDMP p m2 * a 1
"..."
> XLEN s
(integer) 5
> XCFGSET s IDMP-MAXSIZE 1 IDMP-DURATION 100
OK
> XADD s IDMP p m2 * a 1
"..."
> XLEN s
(integer) 5
> XCFGSET s IDMP-DURATION 1
OK
> XADD s IDMP p m9 * a 1
"..."
!wait 1100ms
> XADD s IDMP p m9 * a 1
"..."
> XLEN s
(integer) 7

# A record may be made by hand.
> XADD r 5-0 a b
"5-0"
> XIDMPRECORD r p m 5-0
OK
> XIDMPRECORD r p m 5-0
OK
> XADD r IDMP p m * a b
"5-0"
> XADD r 6-0 a b
"6-0"
> XIDMPRECORD r p m 6-0
(error) ERR the message is recorded under another ID
> XIDMPRECORD r p m 7-0
(error) ERR no such entry in the stream
> XIDMPRECORD r "" m 5-0
(error) ERR IDMP producer and message must not be empty
> XIDMPRECORD missing p m 5-0
(error) ERR no such key
> XINFO STREAM r
 1) "length"
 2) (integer) 2
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "6-0"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 2
13) "recorded-first-entry-id"
14) "5-0"
15) "idmp-duration"
16) (integer) 100
17) "idmp-maxsize"
18) (integer) 100
19) "pids-tracked"
20) (integer) 1
21) "iids-tracked"
22) (integer) 1
23) "iids-added"
24) (integer) 1
25) "iids-duplicates"
26) (integer) 1
27) "groups"
28) (integer) 0
29) "first-entry"
30) 1) "5-0"
    2) 1) "a"
       2) "b"
31) "last-entry"
32) 1) "6-0"
    2) 1) "a"
       2) "b"

# Errors.
> XADD s IDMP p m 5-0 a b
(error) ERR IDMP/IDMPAUTO can be used only with auto-generated IDs
> XADD s IDMP p m IDMPAUTO p * a b
(error) ERR syntax error
> XADD s IDMP "" m * a b
(error) ERR IDMP producer and message must not be empty
> XADD s IDMP p "" * a b
(error) ERR IDMP producer and message must not be empty
> XCFGSET s
(error) ERR syntax error
> XCFGSET s IDMP-DURATION
(error) ERR syntax error
> XCFGSET s IDMP-DURATION 0
(error) ERR invalid duration
> XCFGSET s IDMP-DURATION 86401
(error) ERR invalid duration
> XCFGSET s IDMP-MAXSIZE 10001
(error) ERR invalid maxsize
> XCFGSET s FOO 1
(error) ERR syntax error
> XCFGSET missing IDMP-MAXSIZE 5
(error) ERR no such key
> SET str x
OK
> XCFGSET str IDMP-MAXSIZE 5
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XIDMPRECORD str p m 5-0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
