# XGROUP makes, moves and removes groups and consumers.
> XGROUP CREATE s g $
(error) ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.
> XGROUP CREATE s g $ MKSTREAM
OK
> XGROUP CREATE s g 0
(error) BUSYGROUP Consumer Group name already exists
> XLEN s
(integer) 0
> XADD s 1-1 a b
"1-1"
> XADD s 2-1 a b
"2-1"
> XGROUP CREATE s h $
OK
> XGROUP CREATE s i 1 ENTRIESREAD 1
OK
> XGROUP CREATE s j 1-1 MKSTREAM ENTRIESREAD 3
OK
> XINFO GROUPS s
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
   12) (integer) 2
2)  1) "name"
    2) "h"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "2-1"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (integer) 0
3)  1) "name"
    2) "i"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "1-0"
    9) "entries-read"
   10) (integer) 1
   11) "lag"
   12) (integer) 2
4)  1) "name"
    2) "j"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "1-1"
    9) "entries-read"
   10) (integer) 3
   11) "lag"
   12) (integer) -1
> XGROUP CREATE s k x
(error) ERR Invalid stream ID specified as stream command argument
> XGROUP CREATE s k -
(error) ERR Invalid stream ID specified as stream command argument
> XGROUP CREATE s k 0 ENTRIESREAD -2
(error) ERR value for ENTRIESREAD must be positive or -1
> XGROUP CREATE s k 0 ENTRIESREAD x
(error) ERR value is not an integer or out of range
> XGROUP CREATE s k 0 ENTRIESREAD
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> XGROUP CREATE s k 0 FOO
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> XGROUP CREATE missing k 0 FOO
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> XGROUP CREATE s k
(error) ERR wrong number of arguments for 'xgroup|create' command

> XGROUP SETID s g 1-1
OK
> XGROUP SETID s g $ ENTRIESREAD 2
OK
> XGROUP SETID s g -
OK
> XGROUP SETID s g x
(error) ERR Invalid stream ID specified as stream command argument
> XGROUP SETID s g 0 MKSTREAM
(error) ERR unknown subcommand or wrong number of arguments for 'SETID'. Try XGROUP HELP.
> XGROUP SETID s none 0
(error) NOGROUP No such consumer group 'none' for key name 's'
> XGROUP SETID missing g 0
(error) ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.
> XINFO GROUPS s
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
   12) (integer) 2
2)  1) "name"
    2) "h"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "2-1"
    9) "entries-read"
   10) (nil)
   11) "lag"
   12) (integer) 0
3)  1) "name"
    2) "i"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "1-0"
    9) "entries-read"
   10) (integer) 1
   11) "lag"
   12) (integer) 2
4)  1) "name"
    2) "j"
    3) "consumers"
    4) (integer) 0
    5) "pending"
    6) (integer) 0
    7) "last-delivered-id"
    8) "1-1"
    9) "entries-read"
   10) (integer) 3
   11) "lag"
   12) (integer) -1

> XGROUP CREATECONSUMER s g c
(integer) 1
> XGROUP CREATECONSUMER s g c
(integer) 0
> XGROUP CREATECONSUMER s none c
(error) NOGROUP No such consumer group 'none' for key name 's'
> XGROUP CREATECONSUMER missing g c
(error) ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.
> XREADGROUP GROUP g c STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"
      2) 1) "2-1"
         2) 1) "a"
            2) "b"
> XGROUP DELCONSUMER s g c
(integer) 2
> XGROUP DELCONSUMER s g c
(integer) 0
> XGROUP DELCONSUMER s none c
(error) NOGROUP No such consumer group 'none' for key name 's'
> XPENDING s g
1) (integer) 0
2) (nil)
3) (nil)
4) (nil)
> XGROUP DESTROY s g
(integer) 1
> XGROUP DESTROY s g
(integer) 0
> XGROUP DESTROY missing g
(error) ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.
> SET str x
OK
> XGROUP CREATE str g 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XGROUP CREATE str g 0 MKSTREAM
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XGROUP DESTROY str g
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XGROUP FOO
(error) ERR unknown subcommand 'FOO'. Try XGROUP HELP.
> XGROUP
(error) ERR wrong number of arguments for 'xgroup' command
> XGROUP HELP
 1) XGROUP <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
 2) CREATE <key> <groupname> <id|$> [option]
 3)     Create a new consumer group. Options are:
 4)     * MKSTREAM
 5)       Create the empty stream if it does not exist.
 6)     * ENTRIESREAD entries_read
 7)       Set the group's entries_read counter (internal use).
 8) CREATECONSUMER <key> <groupname> <consumer>
 9)     Create a new consumer in the specified group.
10) DELCONSUMER <key> <groupname> <consumer>
11)     Remove the specified consumer.
12) DESTROY <key> <groupname>
13)     Remove the specified group.
14) SETID <key> <groupname> <id|$> [ENTRIESREAD entries_read]
15)     Set the current group ID and entries_read counter.
16) HELP
17)     Print this help.
