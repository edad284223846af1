# DEBUG: what tests and tools use.
> SET k v
OK
> DEBUG OBJECT k
Value at:0x... refcount:1 encoding:embstr serializedlength:2 lru:... lru_seconds_idle:0
> DEBUG OBJECT missing
(error) ERR no such key
> DEBUG DIGEST
264ccf65edec66bccfa7cc659414ccca432057d2
> FLUSHALL
OK
> DEBUG DIGEST
0000000000000000000000000000000000000000
> SET k v
OK
> SET n 123
OK
> RPUSH l a b c
(integer) 3
> SADD s a b
(integer) 2
> ZADD z 1.5 a 2 b
(integer) 2
> HSET h f v g w
(integer) 2
> XADD st 1-1 f v
"1-1"
> EXPIRE k 1000
(integer) 1
> DEBUG DIGEST
60be03313679f4baa673609e98ef9d89e81013a9
> DEBUG DIGEST-VALUE k n l s z h st missing
1) 311b17018163335616e089f6b951c82c477335ac
2) 89f7f51b707418f666d5b45e053bd5bbbf82ac2b
3) 8bf72d812571eea9b927f3c11beb0c4165a6ff89
4) dd99329063ca0f1f28df2ac68d94b82fd95501c6
5) 445b877af3c3ec83af30529ddbbdda3185172254
6) d127864ed50239662bf61bafc9bda63c17da5b37
7) 2ed9a7a81688084b1f7eae33456ef7727d357031
8) 0000000000000000000000000000000000000000
> SELECT 3
OK
> SET k v
OK
> DEBUG DIGEST
bb6a3bfd77613a18044dbe067251143f8d38f923
> SELECT 0
OK
> DEBUG DIGEST-VALUE
(empty array)
> DEBUG SLEEP 0
OK
> DEBUG SLEEP 0.01
OK
> DEBUG SLEEP
(error) ERR unknown subcommand or wrong number of arguments for 'SLEEP'. Try DEBUG HELP.
> DEBUG JMAP
(error) ERR unknown subcommand or wrong number of arguments for 'JMAP'. Try DEBUG HELP.
> DEBUG NOSUCH
(error) ERR unknown subcommand or wrong number of arguments for 'NOSUCH'. Try DEBUG HELP.
> DEBUG ERROR "CODE a text"
(error) CODE a text
> DEBUG ERROR
(error) ERR unknown subcommand or wrong number of arguments for 'ERROR'. Try DEBUG HELP.
> DEBUG LOG hello
OK
> DEBUG SET-ACTIVE-EXPIRE 1
OK
> DEBUG SET-ACTIVE-EXPIRE
(error) ERR unknown subcommand or wrong number of arguments for 'SET-ACTIVE-EXPIRE'. Try DEBUG HELP.
> DEBUG QUICKLIST-PACKED-THRESHOLD 100b
OK
> DEBUG QUICKLIST-PACKED-THRESHOLD 0
OK
> DEBUG QUICKLIST-PACKED-THRESHOLD abc
(error) ERR argument must be a memory value bigger than 1 and smaller than 4gb
> DEBUG QUICKLIST-PACKED-THRESHOLD 5gb
(error) ERR argument must be a memory value bigger than 1 and smaller than 4gb
> DEBUG CHANGE-REPL-ID
OK
> DEBUG STRINGMATCH-LEN 10 a
(error) ERR unknown subcommand or wrong number of arguments for 'STRINGMATCH-LEN'. Try DEBUG HELP.

# POPULATE makes keys.
> FLUSHALL
OK
> DEBUG POPULATE 10
OK
> DBSIZE
(integer) 10
> GET key:0
"value:0"
> GET key:9
"value:9"
> DEBUG POPULATE 5 pre
OK
> GET pre:4
"value:4"
> DEBUG POPULATE 2 fixed 10
OK
> GET fixed:1
"value:1\x00\x00\x00"
> DEBUG POPULATE 1 short 3
OK
> GET short:0
"val"
> SET key:0 mine
OK
> DEBUG POPULATE 10
OK
> GET key:0
"mine"
> DEBUG POPULATE x
(error) ERR value is out of range, must be positive
> DEBUG POPULATE
(error) ERR unknown subcommand or wrong number of arguments for 'POPULATE'. Try DEBUG HELP.

# RELOAD keeps everything.
!let before = > DEBUG DIGEST
> DEBUG RELOAD
OK
> DEBUG DIGEST
$before
> DEBUG RELOAD FOO
(error) ERR DEBUG RELOAD only supports the MERGE, NOFLUSH and NOSAVE options.
> DBSIZE
(integer) 18
> DEBUG HELP
(in any order)
1) DEBUG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
2) HELP
3)     Print this help.
...
