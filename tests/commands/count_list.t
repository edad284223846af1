# COMMAND COUNT and LIST.
> COMMAND COUNT
(integer) 240..500
> COMMAND COUNT x
(error) ERR wrong number of arguments for 'command|count' command
> COMMAND LIST FILTERBY PATTERN xadd
1) "xadd"
> COMMAND LIST FILTERBY PATTERN XADD
1) "xadd"
> COMMAND LIST FILTERBY PATTERN get*
(in any order)
1) "getset"
2) "getrange"
3) "get"
4) "getex"
5) "getdel"
6) "getbit"
> COMMAND LIST FILTERBY PATTERN config|*
(in any order)
1) "config|set"
2) "config|get"
3) "config|help"
4) "config|rewrite"
5) "config|resetstat"
> COMMAND LIST FILTERBY PATTERN nosuch*
(empty array)
> COMMAND LIST FILTERBY ACLCAT hyperloglog
(in any order)
1) "pfmerge"
2) "pfadd"
3) "pfselftest"
4) "pfcount"
5) "pfdebug"
> COMMAND LIST FILTERBY ACLCAT bitmap
(in any order)
1) "bitfield"
2) "bitpos"
3) "bitcount"
4) "bitop"
5) "setbit"
6) "getbit"
7) "bitfield_ro"
> COMMAND LIST FILTERBY ACLCAT nosuch
(empty array)
> COMMAND LIST FILTERBY MODULE nosuch
(empty array)
> COMMAND LIST FILTERBY FOO x
(error) ERR syntax error
> COMMAND LIST FILTERBY
(error) ERR syntax error
> COMMAND LIST FILTERBY PATTERN
(error) ERR syntax error
> COMMAND LIST FOO
(error) ERR syntax error
> COMMAND NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try COMMAND HELP.
> COMMAND HELP
(in any order)
1) COMMAND <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
2) HELP
3)     Print this help.
...
