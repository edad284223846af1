# Libraries survive: in the snapshot, in the log, in the log's base.

> FUNCTION LOAD "#!lua name=one\nredis.register_function('f1',function(k,a) return 1 end)"
"one"

> SAVE
OK

> FUNCTION LOAD "#!lua name=two\nredis.register_function('f2',function(k,a) return 2 end)"
"two"

!crash
> FCALL f1 0
(integer) 1

> FCALL f2 0
(error) ERR Function not found

> DEBUG RELOAD
OK

> FCALL f1 0
(integer) 1

> FUNCTION LOAD "#!lua name=three\nredis.register_function('f3',function(k,a) return redis.call('set',k[1],a[1]) end)"
"three"

> CONFIG SET appendonly yes
OK

!until 10s > INFO persistence
...
aof_enabled:1
aof_rewrite_in_progress:0
...

> FCALL f3 1 k v
OK

> FUNCTION DELETE one
OK

> FUNCTION LOAD REPLACE "#!lua name=three\nredis.register_function('f4',function(k,a) return 4 end)"
"three"

> DEBUG LOADAOF
OK

> FCALL f1 0
(error) ERR Function not found

> FCALL f3 0
(error) ERR Function not found

> FCALL f4 0
(integer) 4

> GET k
"v"

!let dump = > FUNCTION DUMP

> FUNCTION FLUSH
OK

> DEBUG LOADAOF
OK

> FUNCTION LIST
(empty array)

> FUNCTION RESTORE $dump
OK

> DEBUG LOADAOF
OK

> FCALL f4 0
(integer) 4

> CONFIG SET aof-use-rdb-preamble no
OK

> BGREWRITEAOF
...

!until 10s > INFO persistence
...
aof_rewrite_in_progress:0
...

> DEBUG LOADAOF
OK

> FCALL f4 0
(integer) 4

> FUNCTION LIST
1) 1) "library_name"
   2) "three"
   ...
