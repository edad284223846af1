# Libraries of functions: loading, calling, listing, deleting.

> FUNCTION LOAD "#!lua name=lib1\nlocal cnt=0 redis.register_function('cnt',function(k,a) cnt=cnt+1 return cnt end)"
"lib1"

> FCALL cnt 0
(integer) 1

> FCALL CNT 0
(integer) 2

> FCALL nosuch 0
(error) ERR Function not found

> FCALL cnt x
(error) ERR Bad number of keys provided

> FCALL cnt -1
(error) ERR Number of keys can't be negative

> FCALL cnt 1
(error) ERR Number of keys can't be greater than number of args

> FCALL nosuch x
(error) ERR Function not found

> FCALL_RO cnt 0
(error) ERR Can not execute a script with write flag using *_ro command.

> FUNCTION LOAD "#!lua name=lib1\nredis.register_function('other',function() return 1 end)"
(error) ERR Library 'lib1' already exists

> FUNCTION LOAD "#!lua name=lib2\nredis.register_function('CnT',function() return 1 end)"
(error) ERR Function CnT already exists

> FUNCTION LOAD REPLACE "#!lua name=lib1\nredis.register_function('echo',function(k,a) return {k,a} end)"
"lib1"

> FCALL cnt 0
(error) ERR Function not found

> FCALL echo 2 a b c d
1) 1) "a"
   2) "b"
2) 1) "c"
   2) "d"

> FUNCTION LOAD replace "#!LUA name=lib1\nredis.register_function{function_name='echo',callback=function(k,a) return {k,a} end,flags={'no-writes','allow-stale'},description='says it again'}"
"lib1"

> FCALL_RO echo 1 k v
1) 1) "k"
2) 1) "v"

> FUNCTION LIST
1) 1) "library_name"
   2) "lib1"
   3) "engine"
   4) "LUA"
   5) "functions"
   6) 1) 1) "name"
         2) "echo"
         3) "description"
         4) "says it again"
         5) "flags"
         6) 1) no-writes
            2) allow-stale

!resp 3
> FUNCTION LIST WITHCODE
1) 1# "library_name" => "lib1"
   2# "engine" => "LUA"
   3# "functions" => 
      1) 1# "name" => "echo"
         2# "description" => "says it again"
         3# "flags" => 
            1~ no-writes
            2~ allow-stale
   4# "library_code" => "#!LUA name=lib1\nredis.register_function{function_name='echo',callback=function(k,a) return {k,a} end,flags={'no-writes','allow-stale'},description='says it again'}"

> FUNCTION LIST LIBRARYNAME LIB*
1) 1# "library_name" => "lib1"
   2# "engine" => "LUA"
   3# "functions" => 
      1) 1# "name" => "echo"
         2# "description" => "says it again"
         3# "flags" => 
            1~ no-writes
            2~ allow-stale

> FUNCTION LIST LIBRARYNAME x
(empty array)

> FUNCTION STATS
1# "running_script" => (nil)
2# "engines" => 
   1# "LUA" => 
      1# "libraries_count" => (integer) 1
      2# "functions_count" => (integer) 1

!resp 2
> FUNCTION LIST LIBRARYNAME
(error) ERR library name argument was not given

> FUNCTION LIST foo
(error) ERR Unknown argument foo

> FUNCTION LIST WITHCODE WITHCODE
(error) ERR Unknown argument WITHCODE

> FUNCTION LIST LIBRARYNAME a LIBRARYNAME b
(error) ERR Unknown argument LIBRARYNAME

> FUNCTION LIST WITHCODE LIBRARYNAME *
1) 1) "library_name"
   2) "lib1"
   3) "engine"
   4) "LUA"
   5) "functions"
   6) 1) 1) "name"
         2) "echo"
         3) "description"
         4) "says it again"
         5) "flags"
         6) 1) no-writes
            2) allow-stale
   7) "library_code"
   8) "#!LUA name=lib1\nredis.register_function{function_name='echo',callback=function(k,a) return {k,a} end,flags={'no-writes','allow-stale'},description='says it again'}"

> FUNCTION STATS
1) "running_script"
2) (nil)
3) "engines"
4) 1) "LUA"
   2) 1) "libraries_count"
      2) (integer) 1
      3) "functions_count"
      4) (integer) 1

> FUNCTION DELETE nosuch
(error) ERR Library not found

> FUNCTION DELETE LIB1
(error) ERR Library not found

> FUNCTION DELETE lib1
OK

> FCALL echo 0
(error) ERR Function not found

> FUNCTION LIST
(empty array)

> FUNCTION KILL
(error) NOTBUSY No scripts in execution right now.

> FUNCTION FLUSH foo
(error) ERR FUNCTION FLUSH only supports SYNC|ASYNC option

> FUNCTION FLUSH SYNC x
(error) ERR unknown subcommand or wrong number of arguments for 'FLUSH'. Try FUNCTION HELP.

> FUNCTION FLUSH ASYNC
OK

> FUNCTION FLUSH
OK

> FUNCTION
(error) ERR wrong number of arguments for 'function' command

> FUNCTION NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try FUNCTION HELP.

> FUNCTION DELETE
(error) ERR wrong number of arguments for 'function|delete' command

> FUNCTION LOAD
(error) ERR wrong number of arguments for 'function|load' command

# One library may hold many functions; a failed replacement leaves the old one.
> FUNCTION LOAD "#!lua name=many\nlocal redis=redis for i,n in {} do end"
(error) ERR Error registering functions: ERR user_function:2: attempt to call a table value

> FUNCTION LOAD "#!lua name=many\nlocal function f(k,a) return #k+#a end\nredis.register_function('a1',f) redis.register_function('a2',f)"
"many"

> FUNCTION LOAD REPLACE "#!lua name=many\nredis.register_function('a1',function() return 1 end) error('x')"
(error) ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'error'

> FUNCTION LOAD REPLACE "#!lua name=many\nredis.register_function('a1',function() return 1 end) local x = nil + 1"
(error) ERR Error registering functions: ERR user_function:2: attempt to perform arithmetic on a nil value

> FUNCTION LOAD REPLACE "#!lua name=many\nreturn"
(error) ERR No functions registered

> FUNCTION LOAD REPLACE "#!lua name=many\nreturn x."
(error) ERR Error compiling function: user_function:2: '<name>' expected near '<eof>'

> FCALL a1 1 k v
(integer) 2

> FCALL A2 0
(integer) 0

> FUNCTION LOAD REPLACE "#!lua name=many\nredis.register_function('a1',function() return 1 end)"
"many"

> FCALL a2 0
(error) ERR Function not found

> FCALL a1 0
(integer) 1

# The keyspace's end isn't theirs.
> SET k v
OK

> FLUSHALL
OK

> FCALL a1 0
(integer) 1

> FUNCTION FLUSH
OK

> FCALL a1 0
(error) ERR Function not found

# Functions call commands, fail, and say where.
> FUNCTION LOAD "#!lua name=work\nredis.register_function('put',function(k,a)\n  return redis.call('set',k[1],a[1])\nend)\nredis.register_function('bad',function(k)\n  return redis.call('lpush',k[1],'x')\nend)\nredis.register_function('boom',function() error('boom') end)\nredis.register_function('boom2',function() error({err='MY boom'}) end)\nredis.register_function('own',function() return redis.error_reply('MINE x') end)\nredis.register_function('soft',function(k) return redis.pcall('lpush',k[1],'x') end)"
"work"

> FCALL put 1 k v
OK

> GET k
"v"

> FCALL bad 1 k
(error) WRONGTYPE Operation against a key holding the wrong kind of value script: bad, on @user_function:6.

> FCALL boom 0
(error) ERR user_function:8: boom script: boom, on @user_function:8.

> FCALL BOOM2 0
(error) MY boom script: boom2, on @user_function:9.

> FCALL own 0
(error) MINE x

> FCALL soft 1 k
(error) WRONGTYPE Operation against a key holding the wrong kind of value

> EVAL "return redis.call('fcall','put',1,'a','b')" 0
(error) ERR This Redis command is not allowed from script script: 7bdf3877c840a8dd22b4d133ea468345e549391d, on @user_script:1.

> EVAL "return redis.call('function','list')" 0
(error) ERR This Redis command is not allowed from script script: b11690a77ce8d92f96187f0ab83077ef3b3de586, on @user_script:1.

> EVAL "return redis.call('function','help')[1]" 0
FUNCTION <subcommand> [<arg> [value] [opt] ...]. Subcommands are:

# What is not written down as writing may not write.
> FUNCTION LOAD REPLACE "#!lua name=work\nredis.register_function{function_name='ro',callback=function(k,a) return redis.call(unpack(a)) end,flags={'no-writes'}}"
"work"

> FCALL ro 0 set a b
(error) ERR Write commands are not allowed from read-only scripts. script: ro, on @user_function:2.

> FCALL_RO ro 0 set a b
(error) ERR Write commands are not allowed from read-only scripts. script: ro, on @user_function:2.

> FCALL_RO ro 0 get k
"v"

> FCALL ro 0 publish a b
(error) ERR Write commands are not allowed from read-only scripts. script: ro, on @user_function:2.

> FCALL ro 0 pfcount a
(error) ERR Write commands are not allowed from read-only scripts. script: ro, on @user_function:2.

> COMMAND GETKEYS FCALL f 2 a b c
1) "a"
2) "b"

> COMMAND INFO FCALL FCALL_RO
1)  1) "fcall"
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
2)  1) "fcall_ro"
    2) (integer) -3
    3) 1) readonly
       2) noscript
       3) stale
       4) skip_monitor
       5) no_mandatory_keys
       6) movablekeys
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @slow
       2) @scripting
    8) (empty array)
    9) 1) 1) "notes"
          2) "..."
          3) "flags"
          4) 1) RO
             2) access
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

> FUNCTION HELP
1) FUNCTION <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
2) LOAD [REPLACE] <FUNCTION CODE>
...

# A library that is there already does not come from a snapshot, unless it may be replaced.
> FUNCTION FLUSH
OK
> FUNCTION LOAD "#!lua name=kept\nredis.register_function('kept', function() return 1 end)"
"kept"
> DEBUG RELOAD NOFLUSH
(error) ERR Error trying to load the RDB dump, check server logs.
> DEBUG RELOAD NOFLUSH MERGE
OK
> FCALL kept 0
(integer) 1

# What many functions held goes bit by bit, and counts as freed later; with the engine of them all.
> FUNCTION FLUSH SYNC
OK
!until 5s > INFO memory
...
lazyfree_pending_objects:0
...
> CONFIG RESETSTAT
OK
> FUNCTION LOAD "#!lua name=many\nfor i = 1, 100 do redis.register_function('f' .. i, function() return i end) end"
"many"
> FUNCTION FLUSH ASYNC
OK
!until 5s > INFO memory
...
lazyfree_pending_objects:0
lazyfreed_objects:101
