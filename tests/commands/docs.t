# COMMAND DOCS: what a help text is made of. The sentences are each server's own.
> COMMAND DOCS nosuch
(empty array)
> COMMAND DOCS get
1) "get"
2) (pairs in any order)
    1) "summary"
    2) "..."
    3) "since"
    4) "1.0.0"
    5) "group"
    6) "string"
    7) "complexity"
    8) "O(1)"
    9) "arguments"
   10) 1) (pairs in any order)
          1) "name"
          2) "key"
          3) "type"
          4) "key"
          5) "key_spec_index"
          6) (integer) 0
          ...
> COMMAND DOCS ping nosuch
1) "ping"
2) (pairs in any order)
   1) "group"
   2) "connection"
   3) "since"
   4) "1.0.0"
   5) "arguments"
   6) 1) (pairs in any order)
         1) "name"
         2) "message"
         3) "type"
         4) "string"
         5) "flags"
         6) 1) optional
         ...
   ...

# A choice and its tokens.
> COMMAND DOCS copy
1) "copy"
2) (pairs in any order)
   1) "arguments"
   2) 1) (pairs in any order)
         1) "name"
         2) "source"
         3) "type"
         4) "key"
         ...
      2) (pairs in any order)
         1) "name"
         2) "destination"
         3) "type"
         4) "key"
         5) "key_spec_index"
         6) (integer) 1
         ...
      3) (pairs in any order)
         1) "name"
         2) "destination-db"
         3) "type"
         4) "integer"
         5) "token"
         6) "DB"
         7) "flags"
         8) 1) optional
         ...
      4) (pairs in any order)
         1) "name"
         2) "replace"
         3) "type"
         4) "pure-token"
         5) "token"
         6) "REPLACE"
         7) "flags"
         8) 1) optional
         ...
   ...

# Subcommands are documented with their container.
> COMMAND DOCS slowlog
1) "slowlog"
2) (pairs in any order)
   1) "subcommands"
   2) (pairs in any order)
      1) "slowlog|len"
      2) (pairs in any order)
         1) "since"
         2) "2.2.12"
         3) "group"
         4) "server"
         ...
      ...
   ...

!resp 3
> COMMAND DOCS get
1# "get" => (in any order)
   1# "group" => "string"
   2# "since" => "1.0.0"
   ...
> COMMAND DOCS nosuch
(empty hash)
