# Unknown commands and wrong numbers of arguments.
> nosuch
(error) ERR unknown command 'nosuch', with args beginning with: 
> NoSuch a b
(error) ERR unknown command 'NoSuch', with args beginning with: 'a' 'b' 
> nosuch "with space" "quote'd" "line\nbreak\r"
(error) ERR unknown command 'nosuch', with args beginning with: 'with space' 'quote'd' 'line break ' 
> nosuch "" ""
(error) ERR unknown command 'nosuch', with args beginning with: '' '' 
> nosuch "a" * 100 "b" * 100 c
(error) ERR unknown command 'nosuch', with args beginning with: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' 'bbbbbbbbbbbbbbbbbbbbbbbbb' 
> "n" * 200 a
(error) ERR unknown command 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn', with args beginning with: 'a' 
> nosuch a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z
(error) ERR unknown command 'nosuch', with args beginning with: 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k' 'l' 'm' 'n' 'o' 'p' 'q' 'r' 's' 't' 'u' 'v' 'w' 'x' 'y' 'z' 'a' 'b' 'c' 'd' 'e' 'f' 
> ""
(error) ERR unknown command '', with args beginning with: 
> "bin\x00\xff\x01ary" "\x00\xff"
(error) ERR unknown command 'bin', with args beginning with: '' 
> get
(error) ERR wrong number of arguments for 'get' command
> GET a b
(error) ERR wrong number of arguments for 'get' command
> Get
(error) ERR wrong number of arguments for 'get' command
> config
(error) ERR wrong number of arguments for 'config' command
> CONFIG GET
(error) ERR wrong number of arguments for 'config|get' command
> config foo
(error) ERR unknown subcommand 'foo'. Try CONFIG HELP.
> CONFIG FoO bar
(error) ERR unknown subcommand 'FoO'. Try CONFIG HELP.
> object
(error) ERR wrong number of arguments for 'object' command
> object foo
(error) ERR unknown subcommand 'foo'. Try OBJECT HELP.
> object encoding
(error) ERR wrong number of arguments for 'object|encoding' command
> xgroup create
(error) ERR wrong number of arguments for 'xgroup|create' command
> XGROUP nosuch a b
(error) ERR unknown subcommand 'nosuch'. Try XGROUP HELP.
> client nosuch
(error) ERR unknown subcommand 'nosuch'. Try CLIENT HELP.
> client
(error) ERR wrong number of arguments for 'client' command
> command nosuch
(error) ERR unknown subcommand 'nosuch'. Try COMMAND HELP.
> "config|get" x
(error) ERR unknown command 'config|get', with args beginning with: 'x' 
> memory nosuch
(error) ERR unknown subcommand 'nosuch'. Try MEMORY HELP.
> debug nosuch
(error) ERR unknown subcommand or wrong number of arguments for 'nosuch'. Try DEBUG HELP.
> debug
(error) ERR wrong number of arguments for 'debug' command
> script nosuch
(error) ERR unknown subcommand 'nosuch'. Try SCRIPT HELP.
> acl nosuch
(error) ERR unknown subcommand 'nosuch'. Try ACL HELP.
> latency nosuch
(error) ERR unknown subcommand 'nosuch'. Try LATENCY HELP.
> slowlog nosuch
(error) ERR unknown subcommand 'nosuch'. Try SLOWLOG HELP.
> pubsub nosuch
(error) ERR unknown subcommand 'nosuch'. Try PUBSUB HELP.
> module nosuch
(error) ERR unknown subcommand 'nosuch'. Try MODULE HELP.
> cluster nosuch
(error) ERR unknown subcommand 'nosuch'. Try CLUSTER HELP.
> xinfo nosuch
(error) ERR unknown subcommand 'nosuch'. Try XINFO HELP.
> SET
(error) ERR wrong number of arguments for 'set' command
> PING a b
(error) ERR wrong number of arguments for 'ping' command
> ECHO
(error) ERR wrong number of arguments for 'echo' command
> ECHO a b
(error) ERR wrong number of arguments for 'echo' command
> PING
PONG
> PING hello
"hello"
> ECHO hello
"hello"
> MULTI x
(error) ERR wrong number of arguments for 'multi' command
> EXEC
(error) ERR EXEC without MULTI
> DISCARD
(error) ERR DISCARD without MULTI
> WATCH
(error) ERR wrong number of arguments for 'watch' command
> WRONG
(error) ERR unknown command 'WRONG', with args beginning with: 
> TIME x
(error) ERR wrong number of arguments for 'time' command

# Each type says what it is not.
> RPUSH list a
(integer) 1
> SET str v
OK
> GET list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> LPUSH str x
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SADD str x
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HSET str f v
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> ZADD str 1 m
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XADD str * f v
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> PFADD str x
(error) WRONGTYPE Key is not a valid HyperLogLog string value.
> PFADD list x
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GEOADD str 1 1 m
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SETBIT list 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> INCR list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
