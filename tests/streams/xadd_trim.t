# XADD trims by length or by ID.
!repeat 250 > XADD s $i-0 n $i
"250-0"
> XADD s MAXLEN = 200 251-0 n 251
"251-0"
> XLEN s
(integer) 200
> XADD s MAXLEN 199 252-0 n 252
"252-0"
> XADD s MAXLEN ~ 120 253-0 n 253
"253-0"
> XLEN s
(integer) 153
> XADD s MAXLEN ~ 100 254-0 n 254
"254-0"
> XLEN s
(integer) 154
> XADD s MINID 240 255-0 n 255
"255-0"
> XLEN s
(integer) 16
> XADD s MINID ~ 250 256-0 n 256
"256-0"
> XLEN s
(integer) 17
> XADD s MINID = 250-0 257-0 n 257
"257-0"
> XRANGE s - + COUNT 1
1) 1) "250-0"
   2) 1) "n"
      2) "250"
> XADD s MAXLEN 0 258-0 n 258
"258-0"
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
 8) "258-0"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 258
13) "recorded-first-entry-id"
14) "0-0"
15) "groups"
16) (integer) 0
17) "first-entry"
18) (nil)
19) "last-entry"
20) (nil)

# What does not go together.
> XADD s MAXLEN 5 MINID 1 300 a b
(error) ERR syntax error, MAXLEN and MINID options at the same time are not compatible
> XADD s MAXLEN 5 MAXLEN 6 300 a b
(error) ERR syntax error, MAXLEN and MINID options at the same time are not compatible
> XADD s MAXLEN = 5 LIMIT 0 300 a b
(error) ERR syntax error, LIMIT cannot be used without the special ~ option
> XADD s LIMIT 3 300 a b
(error) ERR syntax error, LIMIT cannot be used without specifying a trimming strategy
> XADD s MAXLEN -1 300 a b
(error) ERR The MAXLEN argument must be >= 0.
> XADD s MAXLEN x 300 a b
(error) ERR value is not an integer or out of range
> XADD s MINID x 300 a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD s MINID - 300 a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD s MAXLEN ~ 5 LIMIT -1 300 a b
(error) ERR The LIMIT argument must be >= 0.
> XADD s MAXLEN ~ 5 LIMIT x 300 a b
(error) ERR value is not an integer or out of range
> XADD s FOO 300 a b
(error) ERR Invalid stream ID specified as stream command argument
> XLEN s
(integer) 0
> XADD s MAXLEN ~ 5 LIMIT 0 300 a b
"300-0"
> XADD s NOMKSTREAM MINID ~ 5 LIMIT 10 301 a b
"301-0"
