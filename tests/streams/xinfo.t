# XINFO tells about a stream, its groups, their consumers.
> XADD s 1-1 a 1
"1-1"
> XADD s 2-1 a 2
"2-1"
> XADD s 3-1 a 3
"3-1"
> XINFO STREAM s
 1) "length"
 2) (integer) 3
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "3-1"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "groups"
16) (integer) 0
17) "first-entry"
18) 1) "1-1"
    2) 1) "a"
       2) "1"
19) "last-entry"
20) 1) "3-1"
    2) 1) "a"
       2) "3"
> XINFO GROUPS s
(empty array)
> XGROUP CREATE s g 0
OK
> XINFO STREAM s FULL
 1) "length"
 2) (integer) 3
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "3-1"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "entries"
16) 1) 1) "1-1"
       2) 1) "a"
          2) "1"
    2) 1) "2-1"
       2) 1) "a"
          2) "2"
    3) 1) "3-1"
       2) 1) "a"
          2) "3"
17) "groups"
18) 1)  1) "name"
        2) "g"
        3) "last-delivered-id"
        4) "0-0"
        5) "entries-read"
        6) (nil)
        7) "lag"
        8) (integer) 3
        9) "pel-count"
       10) (integer) 0
       11) "pending"
       12) (empty array)
       13) "consumers"
       14) (empty array)
> XINFO STREAM s FULL COUNT 1
 1) "length"
 2) (integer) 3
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "3-1"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "entries"
16) 1) 1) "1-1"
       2) 1) "a"
          2) "1"
17) "groups"
18) 1)  1) "name"
        2) "g"
        3) "last-delivered-id"
        4) "0-0"
        5) "entries-read"
        6) (nil)
        7) "lag"
        8) (integer) 3
        9) "pel-count"
       10) (integer) 0
       11) "pending"
       12) (empty array)
       13) "consumers"
       14) (empty array)
> XINFO STREAM s FULL COUNT 0
 1) "length"
 2) (integer) 3
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "3-1"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "entries"
16) 1) 1) "1-1"
       2) 1) "a"
          2) "1"
    2) 1) "2-1"
       2) 1) "a"
          2) "2"
    3) 1) "3-1"
       2) 1) "a"
          2) "3"
17) "groups"
18) 1)  1) "name"
        2) "g"
        3) "last-delivered-id"
        4) "0-0"
        5) "entries-read"
        6) (nil)
        7) "lag"
        8) (integer) 3
        9) "pel-count"
       10) (integer) 0
       11) "pending"
       12) (empty array)
       13) "consumers"
       14) (empty array)
> XINFO CONSUMERS s g
(empty array)
> XGROUP CREATECONSUMER s g alice
(integer) 1
> XINFO CONSUMERS s g
1) 1) "name"
   2) "alice"
   3) "pending"
   4) (integer) 0
   5) "idle"
   6) (integer) 0..20000
   7) "inactive"
   8) (integer) -1
> XREADGROUP GROUP g alice COUNT 2 STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "1"
      2) 1) "2-1"
         2) 1) "a"
            2) "2"
> XINFO CONSUMERS s g
1) 1) "name"
   2) "alice"
   3) "pending"
   4) (integer) 2
   5) "idle"
   6) (integer) 0..20000
   7) "inactive"
   8) (integer) 0..20000
> XINFO GROUPS s
1)  1) "name"
    2) "g"
    3) "consumers"
    4) (integer) 1
    5) "pending"
    6) (integer) 2
    7) "last-delivered-id"
    8) "2-1"
    9) "entries-read"
   10) (integer) 2
   11) "lag"
   12) (integer) 1
> XINFO STREAM s FULL COUNT 1
 1) "length"
 2) (integer) 3
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "3-1"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "entries"
16) 1) 1) "1-1"
       2) 1) "a"
          2) "1"
17) "groups"
18) 1)  1) "name"
        2) "g"
        3) "last-delivered-id"
        4) "2-1"
        5) "entries-read"
        6) (integer) 2
        7) "lag"
        8) (integer) 1
        9) "pel-count"
       10) (integer) 2
       11) "pending"
       12) 1) 1) "1-1"
              2) "alice"
              3) (any)
              4) (integer) 1
       13) "consumers"
       14) 1)  1) "name"
               2) "alice"
               3) "seen-time"
               4) (any)
               5) "active-time"
               6) (any)
               7) "pel-count"
               8) (integer) 2
               9) "pending"
              10) 1) 1) "1-1"
                     2) (any)
                     3) (integer) 1
!resp 3
> XINFO STREAM s
 1# "length" => (integer) 3
 2# "radix-tree-keys" => (integer) 1
 3# "radix-tree-nodes" => (integer) 2
 4# "last-generated-id" => "3-1"
 5# "max-deleted-entry-id" => "0-0"
 6# "entries-added" => (integer) 3
 7# "recorded-first-entry-id" => "1-1"
 8# "groups" => (integer) 1
 9# "first-entry" => 
    1) "1-1"
    2) 1) "a"
       2) "1"
10# "last-entry" => 
    1) "3-1"
    2) 1) "a"
       2) "3"
> XINFO GROUPS s
1) 1# "name" => "g"
   2# "consumers" => (integer) 1
   3# "pending" => (integer) 2
   4# "last-delivered-id" => "2-1"
   5# "entries-read" => (integer) 2
   6# "lag" => (integer) 1
!resp 2

# Errors.
> XINFO STREAM missing
(error) ERR no such key
> XINFO GROUPS missing
(error) ERR no such key
> XINFO CONSUMERS missing g
(error) ERR no such key
> XINFO CONSUMERS s none
(error) NOGROUP No such consumer group 'none' for key name 's'
> XINFO STREAM s FOO
(error) ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.
> XINFO STREAM s FULL COUNT
(error) ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.
> XINFO STREAM s FULL COUNT x
(error) ERR value is not an integer or out of range
> XINFO STREAM s FULL FOO 1
(error) ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.
> XINFO STREAM
(error) ERR wrong number of arguments for 'xinfo|stream' command
> XINFO FOO
(error) ERR unknown subcommand 'FOO'. Try XINFO HELP.
> XINFO
(error) ERR wrong number of arguments for 'xinfo' command
> SET str x
OK
> XINFO STREAM str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XINFO HELP
1) XINFO <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
2) CONSUMERS <key> <groupname>
3)     Show consumers of <groupname>.
4) GROUPS <key>
5)     Show the stream consumer groups.
6) STREAM <key> [FULL [COUNT <count>]
7)     Show information about the stream.
8) HELP
9)     Print this help.
