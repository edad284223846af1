# COMMAND INFO: what a client library reads about a command.
> COMMAND INFO get
1)  1) "get"
    2) (integer) 2
    3) 1) readonly
       2) fast
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1) @read
       2) @string
       3) @fast
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) RO
             2) access
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)
> COMMAND INFO GET nosuch
1)  1) "get"
    2) (integer) 2
    3) 1) readonly
       2) fast
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1) @read
       2) @string
       3) @fast
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) RO
             2) access
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)
2) (nil)
> COMMAND INFO set
1)  1) "set"
    2) (integer) -3
    3) 1) write
       2) denyoom
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1) @write
       2) @string
       3) @slow
    8) (empty array)
    9) 1) 1) "notes"
          2) "..."
          3) "flags"
          4) 1) RW
             2) access
             3) update
             4) variable_flags
          5) "begin_search"
          6) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          7) "find_keys"
          8) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)
> COMMAND INFO mset
1)  1) "mset"
    2) (integer) -3
    3) 1) write
       2) denyoom
    4) (integer) 1
    5) (integer) -1
    6) (integer) 2
    7) 1) @write
       2) @string
       3) @slow
    8) 1) "request_policy:multi_shard"
       2) "response_policy:all_succeeded"
    9) 1) 1) "flags"
          2) 1) OW
             2) update
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) -1
                3) "keystep"
                4) (integer) 2
                5) "limit"
                6) (integer) 0
   10) (empty array)
> COMMAND INFO bitop
1)  1) "bitop"
    2) (integer) -4
    3) 1) write
       2) denyoom
    4) (integer) 2
    5) (integer) -1
    6) (integer) 1
    7) 1) @write
       2) @bitmap
       3) @slow
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) OW
             2) update
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 2
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
       2) 1) "flags"
          2) 1) RO
             2) access
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 3
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) -1
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)
> COMMAND INFO lpush
1)  1) "lpush"
    2) (integer) -3
    3) 1) write
       2) denyoom
       3) fast
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1) @write
       2) @list
       3) @fast
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) RW
             2) insert
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)
> COMMAND INFO blpop
1)  1) "blpop"
    2) (integer) -3
    3) 1) write
       2) blocking
    4) (integer) 1
    5) (integer) -2
    6) (integer) 1
    7) 1) @write
       2) @list
       3) @slow
       4) @blocking
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) RW
             2) access
             3) delete
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) -2
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)
> COMMAND INFO zunionstore
1)  1) "zunionstore"
    2) (integer) -4
    3) 1) write
       2) denyoom
       3) movablekeys
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1) @write
       2) @sortedset
       3) @slow
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) OW
             2) update
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
       2) 1) "flags"
          2) 1) RO
             2) access
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 2
          5) "find_keys"
          6) 1) "type"
             2) "keynum"
             3) "spec"
             4) 1) "keynumidx"
                2) (integer) 0
                3) "firstkey"
                4) (integer) 1
                5) "keystep"
                6) (integer) 1
   10) (empty array)
> COMMAND INFO xread
1)  1) "xread"
    2) (integer) -4
    3) 1) readonly
       2) blocking
       3) movablekeys
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @read
       2) @stream
       3) @slow
       4) @blocking
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) RO
             2) access
          3) "begin_search"
          4) 1) "type"
             2) "keyword"
             3) "spec"
             4) 1) "keyword"
                2) "STREAMS"
                3) "startfrom"
                4) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) -1
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 2
   10) (empty array)
> COMMAND INFO eval
1)  1) "eval"
    2) (integer) -3
    3) 1) noscript
       2) stale
       3) skip_monitor
       4) no_mandatory_keys
       5) movablekeys
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @slow
       2) @scripting
    8) (empty array)
    9) 1) 1) "notes"
          2) "..."
          3) "flags"
          4) 1) RW
             2) access
             3) update
          5) "begin_search"
          6) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 2
          7) "find_keys"
          8) 1) "type"
             2) "keynum"
             3) "spec"
             4) 1) "keynumidx"
                2) (integer) 0
                3) "firstkey"
                4) (integer) 1
                5) "keystep"
                6) (integer) 1
   10) (empty array)
> COMMAND INFO sort
1)  1) "sort"
    2) (integer) -2
    3) 1) write
       2) denyoom
       3) movablekeys
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1) @write
       2) @set
       3) @sortedset
       4) @list
       5) @slow
       6) @dangerous
    8) (empty array)
    9) 1) 1) "flags"
          2) 1) RO
             2) access
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 1
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
       2) 1) "notes"
          2) "..."
          3) "flags"
          4) 1) RO
             2) access
          5) "begin_search"
          6) 1) "type"
             2) "unknown"
             3) "spec"
             4) (empty array)
          7) "find_keys"
          8) 1) "type"
             2) "unknown"
             3) "spec"
             4) (empty array)
       3) 1) "notes"
          2) "..."
          3) "flags"
          4) 1) OW
             2) update
          5) "begin_search"
          6) 1) "type"
             2) "unknown"
             3) "spec"
             4) (empty array)
          7) "find_keys"
          8) 1) "type"
             2) "unknown"
             3) "spec"
             4) (empty array)
   10) (empty array)
> COMMAND INFO ping
1)  1) "ping"
    2) (integer) -1
    3) 1) fast
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @fast
       2) @connection
    8) 1) "request_policy:all_shards"
       2) "response_policy:all_succeeded"
    9) (empty array)
   10) (empty array)
> COMMAND INFO auth
1)  1) "auth"
    2) (integer) -2
    3) 1) noscript
       2) loading
       3) stale
       4) fast
       5) no_auth
       6) allow_busy
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @fast
       2) @connection
    8) (empty array)
    9) (empty array)
   10) (empty array)
> COMMAND INFO config|get
1)  1) "config|get"
    2) (integer) -3
    3) 1) admin
       2) noscript
       3) loading
       4) stale
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @admin
       2) @slow
       3) @dangerous
    8) (empty array)
    9) (empty array)
   10) (empty array)
> COMMAND INFO object|encoding
1)  1) "object|encoding"
    2) (integer) 3
    3) 1) readonly
    4) (integer) 2
    5) (integer) 2
    6) (integer) 1
    7) 1) @keyspace
       2) @read
       3) @slow
    8) 1) "nondeterministic_output"
    9) 1) 1) "flags"
          2) 1) RO
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 2
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)
> COMMAND INFO memory
1)  1) "memory"
    2) (integer) -2
    3) (empty array)
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @slow
    8) (empty array)
    9) (empty array)
   10) (in any order)
       1)  1) "memory|stats"
           2) (integer) 2
           3) (empty array)
           4) (integer) 0
           5) (integer) 0
           6) (integer) 0
           7) 1) @slow
           8) 1) "nondeterministic_output"
              2) "request_policy:all_shards"
              3) "response_policy:special"
           9) (empty array)
          10) (empty array)
       2)  1) "memory|purge"
           2) (integer) 2
           3) (empty array)
           4) (integer) 0
           5) (integer) 0
           6) (integer) 0
           7) 1) @slow
           8) 1) "request_policy:all_shards"
              2) "response_policy:all_succeeded"
           9) (empty array)
          10) (empty array)
       3)  1) "memory|malloc-stats"
           2) (integer) 2
           3) (empty array)
           4) (integer) 0
           5) (integer) 0
           6) (integer) 0
           7) 1) @slow
           8) 1) "nondeterministic_output"
              2) "request_policy:all_shards"
              3) "response_policy:special"
           9) (empty array)
          10) (empty array)
       4)  1) "memory|doctor"
           2) (integer) 2
           3) (empty array)
           4) (integer) 0
           5) (integer) 0
           6) (integer) 0
           7) 1) @slow
           8) 1) "nondeterministic_output"
              2) "request_policy:all_shards"
              3) "response_policy:special"
           9) (empty array)
          10) (empty array)
       5)  1) "memory|usage"
           2) (integer) -3
           3) 1) readonly
           4) (integer) 2
           5) (integer) 2
           6) (integer) 1
           7) 1) @read
              2) @slow
           8) (empty array)
           9) 1) 1) "flags"
                 2) 1) RO
                 3) "begin_search"
                 4) 1) "type"
                    2) "index"
                    3) "spec"
                    4) 1) "index"
                       2) (integer) 2
                 5) "find_keys"
                 6) 1) "type"
                    2) "range"
                    3) "spec"
                    4) 1) "lastkey"
                       2) (integer) 0
                       3) "keystep"
                       4) (integer) 1
                       5) "limit"
                       6) (integer) 0
          10) (empty array)
       6)  1) "memory|help"
           2) (integer) 2
           3) 1) loading
              2) stale
           4) (integer) 0
           5) (integer) 0
           6) (integer) 0
           7) 1) @slow
           8) (empty array)
           9) (empty array)
          10) (empty array)
       ...
> COMMAND INFO config|nosuch
1) (nil)
> COMMAND INFO migrate
1)  1) "migrate"
    2) (integer) -6
    3) 1) write
       2) movablekeys
    4) (integer) 3
    5) (integer) 3
    6) (integer) 1
    7) 1) @keyspace
       2) @write
       3) @slow
       4) @dangerous
    8) 1) "nondeterministic_output"
    9) 1) 1) "flags"
          2) 1) RW
             2) access
             3) delete
          3) "begin_search"
          4) 1) "type"
             2) "index"
             3) "spec"
             4) 1) "index"
                2) (integer) 3
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) 0
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
       2) 1) "flags"
          2) 1) RW
             2) access
             3) delete
             4) incomplete
          3) "begin_search"
          4) 1) "type"
             2) "keyword"
             3) "spec"
             4) 1) "keyword"
                2) "KEYS"
                3) "startfrom"
                4) (integer) -2
          5) "find_keys"
          6) 1) "type"
             2) "range"
             3) "spec"
             4) 1) "lastkey"
                2) (integer) -1
                3) "keystep"
                4) (integer) 1
                5) "limit"
                6) (integer) 0
   10) (empty array)

!resp 3
> COMMAND INFO get
1)  1) "get"
    2) (integer) 2
    3) 1~ readonly
       2~ fast
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1~ @read
       2~ @string
       3~ @fast
    8) (empty set)
    9) 1~ 1# "flags" => 
             1~ RO
             2~ access
          2# "begin_search" => 
             1# "type" => "index"
             2# "spec" => 1# "index" => (integer) 1
          3# "find_keys" => 
             1# "type" => "range"
             2# "spec" => 
                1# "lastkey" => (integer) 0
                2# "keystep" => (integer) 1
                3# "limit" => (integer) 0
   10) (empty set)
> COMMAND INFO nosuch
1) (nil)
