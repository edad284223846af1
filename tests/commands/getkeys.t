# COMMAND GETKEYS finds the keys of a command line.
> COMMAND GETKEYS GET k
1) "k"
> COMMAND GETKEYS set k v
1) "k"
> COMMAND GETKEYS MSET a 1 b 2 c 3
1) "a"
2) "b"
3) "c"
> COMMAND GETKEYS MGET a b c
1) "a"
2) "b"
3) "c"
> COMMAND GETKEYS DEL a b
1) "a"
2) "b"
> COMMAND GETKEYS RENAME a b
1) "a"
2) "b"
> COMMAND GETKEYS BITOP AND d a b
1) "d"
2) "a"
3) "b"
> COMMAND GETKEYS ZUNIONSTORE d 2 a b WEIGHTS 1 2
1) "d"
2) "a"
3) "b"
> COMMAND GETKEYS ZUNION 2 a b
1) "a"
2) "b"
> COMMAND GETKEYS ZINTERCARD 2 a b LIMIT 5
1) "a"
2) "b"
> COMMAND GETKEYS LMPOP 2 a b LEFT
1) "a"
2) "b"
> COMMAND GETKEYS BLMPOP 0 2 a b LEFT
1) "a"
2) "b"
> COMMAND GETKEYS EVAL script 2 a b c
1) "a"
2) "b"
> COMMAND GETKEYS EVAL script 0
(empty array)
> COMMAND GETKEYS XREAD COUNT 1 STREAMS a b 0 0
1) "a"
2) "b"
> COMMAND GETKEYS XREADGROUP GROUP g c STREAMS a >
1) "a"
> COMMAND GETKEYS SORT k BY x* GET y* STORE d
1) "k"
2) "d"
> COMMAND GETKEYS SORT k BY nosort GET # STORE store STORE d
1) "k"
2) "d"
> COMMAND GETKEYS GEORADIUS k 0 0 1 m STORE d
1) "k"
2) "d"
> COMMAND GETKEYS GEORADIUS k 0 0 1 m
1) "k"
> COMMAND GETKEYS MIGRATE host 6379 k 0 1000
1) "k"
> COMMAND GETKEYS MIGRATE host 6379 "" 0 1000 KEYS a b
1) "a"
2) "b"
> COMMAND GETKEYS LCS a b
1) "a"
2) "b"
> COMMAND GETKEYS OBJECT ENCODING k
1) "k"
> COMMAND GETKEYS MEMORY USAGE k
1) "k"
> COMMAND GETKEYS XGROUP CREATE s g 0
1) "s"
> COMMAND GETKEYS BLPOP a b 0
1) "a"
2) "b"
> COMMAND GETKEYS LMOVE a b LEFT RIGHT
1) "a"
2) "b"
> COMMAND GETKEYS PFCOUNT a b
1) "a"
2) "b"
> COMMAND GETKEYS SINTERSTORE d a b
1) "d"
2) "a"
3) "b"
> COMMAND GETKEYS ZRANGESTORE d s 0 -1
1) "d"
2) "s"
> COMMAND GETKEYS WATCH a b
1) "a"
2) "b"
> COMMAND GETKEYS SSUBSCRIBE a
(error) ERR The command has no key arguments

# Refusals.
> COMMAND GETKEYS PING
(error) ERR The command has no key arguments
> COMMAND GETKEYS nosuch k
(error) ERR Invalid command specified
> COMMAND GETKEYS GET
(error) ERR Invalid number of arguments specified for command
> COMMAND GETKEYS GET a b
(error) ERR Invalid number of arguments specified for command
> COMMAND GETKEYS CONFIG GET x
(error) ERR The command has no key arguments
> COMMAND GETKEYS CONFIG NOSUCH
(error) ERR Invalid command specified
> COMMAND GETKEYS SUBSCRIBE x
(error) ERR The command has no key arguments
> COMMAND GETKEYS ZUNION x a b
(error) ERR Invalid arguments specified for command
> COMMAND GETKEYS ZUNION 5 a b
(error) ERR Invalid arguments specified for command
> COMMAND GETKEYS ZUNION 0 a
(error) ERR Invalid arguments specified for command
> COMMAND GETKEYS EVAL s x a
(empty array)
> COMMAND GETKEYS EVAL s 3 a
(empty array)
> COMMAND GETKEYS EVAL s -1 a
(empty array)
> COMMAND GETKEYS XREAD COUNT 1 a b
(error) ERR Invalid arguments specified for command
> COMMAND GETKEYS XREAD STREAMS a b c
1) "a"
> COMMAND GETKEYS
(error) ERR wrong number of arguments for 'command|getkeys' command

# GETKEYSANDFLAGS says what becomes of them.
> COMMAND GETKEYSANDFLAGS GET k
1) 1) "k"
   2) 1) RO
      2) access
> COMMAND GETKEYSANDFLAGS SET k v
1) 1) "k"
   2) 1) OW
      2) update
> COMMAND GETKEYSANDFLAGS SET k v GET
1) 1) "k"
   2) 1) RW
      2) access
      3) update
> COMMAND GETKEYSANDFLAGS SET k v EX 10 get
1) 1) "k"
   2) 1) RW
      2) access
      3) update
> COMMAND GETKEYSANDFLAGS MSET a 1 b 2
1) 1) "a"
   2) 1) OW
      2) update
2) 1) "b"
   2) 1) OW
      2) update
> COMMAND GETKEYSANDFLAGS DEL k
1) 1) "k"
   2) 1) RM
      2) delete
> COMMAND GETKEYSANDFLAGS RENAME a b
1) 1) "a"
   2) 1) RW
      2) access
      3) delete
2) 1) "b"
   2) 1) OW
      2) update
> COMMAND GETKEYSANDFLAGS COPY a b
1) 1) "a"
   2) 1) RO
      2) access
2) 1) "b"
   2) 1) OW
      2) update
> COMMAND GETKEYSANDFLAGS LMOVE a b LEFT RIGHT
1) 1) "a"
   2) 1) RW
      2) access
      3) delete
2) 1) "b"
   2) 1) RW
      2) insert
> COMMAND GETKEYSANDFLAGS BITFIELD k GET u8 0
1) 1) "k"
   2) 1) RO
      2) access
> COMMAND GETKEYSANDFLAGS BITFIELD k SET u8 0 1
1) 1) "k"
   2) 1) RW
      2) access
      3) update
> COMMAND GETKEYSANDFLAGS BITFIELD k GET u8 0 INCRBY u8 0 1
1) 1) "k"
   2) 1) RW
      2) access
      3) update
> COMMAND GETKEYSANDFLAGS SORT k STORE d
1) 1) "k"
   2) 1) RO
      2) access
2) 1) "d"
   2) 1) OW
      2) update
> COMMAND GETKEYSANDFLAGS ZUNIONSTORE d 2 a b
1) 1) "d"
   2) 1) OW
      2) update
2) 1) "a"
   2) 1) RO
      2) access
3) 1) "b"
   2) 1) RO
      2) access
> COMMAND GETKEYSANDFLAGS EVAL s 1 a
1) 1) "a"
   2) 1) RW
      2) access
      3) update
> COMMAND GETKEYSANDFLAGS LPUSH k a
1) 1) "k"
   2) 1) RW
      2) insert
> COMMAND GETKEYSANDFLAGS SADD k m
1) 1) "k"
   2) 1) RW
      2) insert
> COMMAND GETKEYSANDFLAGS SPOP k
1) 1) "k"
   2) 1) RW
      2) access
      3) delete
> COMMAND GETKEYSANDFLAGS EXPIRE k 1
1) 1) "k"
   2) 1) RW
      2) update
> COMMAND GETKEYSANDFLAGS TTL k
1) 1) "k"
   2) 1) RO
      2) access
> COMMAND GETKEYSANDFLAGS EXISTS k
1) 1) "k"
   2) 1) RO
> COMMAND GETKEYSANDFLAGS TYPE k
1) 1) "k"
   2) 1) RO
> COMMAND GETKEYSANDFLAGS INCR k
1) 1) "k"
   2) 1) RW
      2) access
      3) update
> COMMAND GETKEYSANDFLAGS GETDEL k
1) 1) "k"
   2) 1) RW
      2) access
      3) delete
> COMMAND GETKEYSANDFLAGS PING
(error) ERR The command has no key arguments
> COMMAND GETKEYSANDFLAGS nosuch
(error) ERR Invalid command specified
> COMMAND GETKEYSANDFLAGS GET
(error) ERR Invalid number of arguments specified for command
> COMMAND GETKEYSANDFLAGS
(error) ERR wrong number of arguments for 'command|getkeysandflags' command

# Keys that are named twice, and none where some must be.
> COMMAND GETKEYS MIGRATE host 1 k 0 10 KEYS a
(error) ERR Invalid arguments specified for command
> COMMAND GETKEYS MIGRATE host 1 "" 0 10 AUTH keys KEYS a b
1) "a"
2) "b"
> COMMAND GETKEYS ZUNIONSTORE d 0 a
(error) ERR Invalid arguments specified for command
> COMMAND GETKEYS EVAL x 0
(empty array)
