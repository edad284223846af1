# XTRIM: exact, and by whole nodes.
!repeat 250 > XADD s $i-0 n $i
"250-0"
> XTRIM s MAXLEN ~ 120
(integer) 100
> XLEN s
(integer) 150
> XTRIM s MAXLEN ~ 100
(integer) 0
> XTRIM s MAXLEN = 140
(integer) 10
> XTRIM s MAXLEN 140
(integer) 0
> XTRIM s MINID 120
(integer) 9
> XRANGE s - + COUNT 1
1) 1) "120-0"
   2) 1) "n"
      2) "120"
> XTRIM s MINID ~ 201
(integer) 81
> XTRIM s MINID ~ 202
(integer) 0
> XTRIM s MAXLEN 0
(integer) 50
> XLEN s
(integer) 0
> EXISTS s
(integer) 1

# LIMIT: a node that holds more stays.
!repeat 250 > XADD l $i-0 n $i
"250-0"
> XTRIM l MAXLEN ~ 0 LIMIT 99
(integer) 0
> XTRIM l MAXLEN ~ 0 LIMIT 100
(integer) 100
> XTRIM l MAXLEN ~ 0 LIMIT 0
(integer) 150
> XLEN l
(integer) 0

# Smaller nodes.
> CONFIG SET stream-node-max-entries 10
OK
!repeat 100 > XADD small $i-0 n $i
"100-0"
> XINFO STREAM small
 1) "length"
 2) (integer) 100
 3) "radix-tree-keys"
 4) (integer) 10
 5) "radix-tree-nodes"
 6) (integer) 22
 7) "last-generated-id"
 8) "100-0"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 100
13) "recorded-first-entry-id"
14) "1-0"
15) "groups"
16) (integer) 0
17) "first-entry"
18) 1) "1-0"
    2) 1) "n"
       2) "1"
19) "last-entry"
20) 1) "100-0"
    2) 1) "n"
       2) "100"
> XTRIM small MAXLEN ~ 55
(integer) 40
> XTRIM small MINID ~ 45
(integer) 0
> XTRIM small MAXLEN ~ 15 LIMIT 30
(integer) 30
> CONFIG SET stream-node-max-entries 0
OK
!repeat 150 > XADD one $i-0 n $i
"150-0"
> XTRIM one MAXLEN ~ 10
(integer) 0
> CONFIG SET stream-node-max-entries 100
OK

# Errors.
> XTRIM s
(error) ERR wrong number of arguments for 'xtrim' command
> XTRIM s MAXLEN
(error) ERR wrong number of arguments for 'xtrim' command
> XTRIM s FOO 5
(error) ERR syntax error
> XTRIM s MAXLEN 5 LIMIT 5
(error) ERR syntax error, LIMIT cannot be used without the special ~ option
> XTRIM s MAXLEN ~ 5 LIMIT 5
(integer) 0
> XTRIM s MAXLEN ~ 5 LIMIT
(error) ERR syntax error
> XTRIM missing MAXLEN 5
(integer) 0
> XTRIM s NOMKSTREAM MAXLEN 5
(error) ERR syntax error
> XTRIM s MAXLEN 5 foo
(error) ERR syntax error
> XTRIM s 1 2
(error) ERR syntax error
> XTRIM s MAXLEN 2 MINID 1
(error) ERR syntax error, MAXLEN and MINID options at the same time are not compatible
> XTRIM s LIMIT 5 LIMIT 6
(error) ERR syntax error, LIMIT cannot be used without specifying a trimming strategy
> SET str x
OK
> XTRIM str MAXLEN 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
