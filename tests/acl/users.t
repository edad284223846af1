# Users and their rights: what rules do and how they are told.
> ACL WHOAMI
"default"
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
> ACL SETUSER u
OK
> ACL SETUSER u on >pass ~a* +get +@read -@write +set|ge -config +config|get
OK
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user u on sanitize-payload #d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1 ~a* resetchannels -@all +get +@read -@write +set|ge -config +config|get"
> ACL GETUSER u
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1"
 5) "commands"
 6) "-@all +get +@read -@write +set|ge -config +config|get"
 7) "keys"
 8) "~a*"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER g on >p %R~a* %W~b* resetchannels &c -@all +get (~s1 +set) "(%R~s2 &z +@read)"
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "148de9c5a7a44d19e56cd9ae1a554bf67847afb0c58f6e12fa29ac7ddfca9940"
 5) "commands"
 6) "-@all +get"
 7) "keys"
 8) "%R~a* %W~b*"
 9) "channels"
10) "&c"
11) "selectors"
12) 1) 1) "commands"
       2) "-@all +set"
       3) "keys"
       4) "~s1"
       5) "channels"
       6) ""
    2) 1) "commands"
       2) "-@all +@read"
       3) "keys"
       4) "%R~s2"
       5) "channels"
       6) "&z"
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user g on sanitize-payload #148de9c5a7a44d19e56cd9ae1a554bf67847afb0c58f6e12fa29ac7ddfca9940 %R~a* %W~b* resetchannels &c -@all +get (~s1 resetchannels -@all +set) (%R~s2 resetchannels &z -@all +@read)"
3) "user u on sanitize-payload #d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1 ~a* resetchannels -@all +get +@read -@write +set|ge -config +config|get"
> ACL USERS
1) "default"
2) "g"
3) "u"
> ACL SETUSER g clearselectors %W~a* %rW~q ~b*
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "148de9c5a7a44d19e56cd9ae1a554bf67847afb0c58f6e12fa29ac7ddfca9940"
 5) "commands"
 6) "-@all +get"
 7) "keys"
 8) "~a* ~b* ~q"
 9) "channels"
10) "&c"
11) "selectors"
12) (empty array)
> ACL SETUSER g nocommands +@all -@admin +@admin
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "148de9c5a7a44d19e56cd9ae1a554bf67847afb0c58f6e12fa29ac7ddfca9940"
 5) "commands"
 6) "+@all +@admin"
 7) "keys"
 8) "~a* ~b* ~q"
 9) "channels"
10) "&c"
11) "selectors"
12) (empty array)
> ACL SETUSER g -config +config|get
OK
> ACL SETUSER g +config
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "148de9c5a7a44d19e56cd9ae1a554bf67847afb0c58f6e12fa29ac7ddfca9940"
 5) "commands"
 6) "+@all +@admin +config"
 7) "keys"
 8) "~a* ~b* ~q"
 9) "channels"
10) "&c"
11) "selectors"
12) (empty array)
> ACL SETUSER g reset
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL GETUSER nobody
(nil)
> ACL SETUSER g +select|0 +SELECT|1 #2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 >x nopass
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "off"
    2) "nopass"
    3) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all +select|0 +select|1"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER g <x
(error) ERR Error in ACL SETUSER modifier '<x': The password you are trying to remove from the user does not exist
> ACL SETUSER g >x >y <x skip-sanitize-payload
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "off"
    2) "skip-sanitize-payload"
 3) "passwords"
 4) 1) "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa"
 5) "commands"
 6) "-@all +select|0 +select|1"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER g allkeys allchannels allcommands ""
OK
> ACL GETUSER g
 1) "flags"
 2) 1) "off"
    2) "skip-sanitize-payload"
 3) "passwords"
 4) 1) "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa"
 5) "commands"
 6) "+@all"
 7) "keys"
 8) "~*"
 9) "channels"
10) "&*"
11) "selectors"
12) (empty array)
> ACL SETUSER g resetkeys resetchannels nocommands (~x) (+get)
OK
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user g off skip-sanitize-payload #a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa resetchannels -@all (~x resetchannels -@all) (resetchannels -@all +get)"
3) "user u on sanitize-payload #d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1 ~a* resetchannels -@all +get +@read -@write +set|ge -config +config|get"

# Refused rules change nothing.
> ACL SETUSER z foo
(error) ERR Error in ACL SETUSER modifier 'foo': Syntax error
> ACL SETUSER z +nosuch
(error) ERR Error in ACL SETUSER modifier '+nosuch': Unknown command or category name in ACL
> ACL SETUSER z +@nosuch
(error) ERR Error in ACL SETUSER modifier '+@nosuch': Unknown command or category name in ACL
> ACL SETUSER z +config|nosuch
(error) ERR Error in ACL SETUSER modifier '+config|nosuch': Unknown command or category name in ACL
> ACL SETUSER z +config|get|x
(error) ERR Error in ACL SETUSER modifier '+config|get|x': Allowing first-arg of a subcommand is not supported
> ACL SETUSER z -select|0
(error) ERR Error in ACL SETUSER modifier '-select|0': Unknown command or category name in ACL
> ACL SETUSER z +select|
(error) ERR Error in ACL SETUSER modifier '+select|': Syntax error
> ACL SETUSER z ~* ~foo
(error) ERR Error in ACL SETUSER modifier '~foo': Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns
> ACL SETUSER z &* &foo
(error) ERR Error in ACL SETUSER modifier '&foo': Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not have any effect. Try 'resetchannels' to start with an empty list of channels
> ACL SETUSER z %~a
(error) ERR Error in ACL SETUSER modifier '%~a': Syntax error
> ACL SETUSER z %X~a
(error) ERR Error in ACL SETUSER modifier '%X~a': Syntax error
> ACL SETUSER z %R
OK
> ACL SETUSER z "~a b"
(error) ERR Error in ACL SETUSER modifier '~a b': Syntax error
> ACL SETUSER z #abc
(error) ERR Error in ACL SETUSER modifier '#abc': The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters
> ACL SETUSER z !abc
(error) ERR Error in ACL SETUSER modifier '!abc': The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters
> ACL SETUSER z (+get ~a
(error) ERR Unmatched parenthesis in acl selector starting at '(+get'.
> ACL SETUSER z (on)
(error) ERR Error in ACL SETUSER modifier '(on)': Syntax error
> ACL SETUSER z "(+get" "~a)" "(+foo ~b)"
(error) ERR Error in ACL SETUSER modifier '(+foo ~b)': Unknown command or category name in ACL
> ACL SETUSER "a b" on
(error) ERR Usernames can't contain spaces or null characters
> ACL GETUSER z
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) "%R~"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL DELUSER default
(error) ERR The 'default' user cannot be removed
> ACL DELUSER g nobody u
(integer) 2
> ACL USERS
1) "default"
2) "z"

# Passwords, categories, help.
> ACL GENPASS 0
(error) ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096
> ACL GENPASS 4097
(error) ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096
> ACL GENPASS x
(error) ERR value is not an integer or out of range
> ACL CAT nosuch
(error) ERR Unknown category 'nosuch'
> ACL CAT a b
(error) ERR unknown subcommand or wrong number of arguments for 'CAT'. Try ACL HELP.
> ACL FOO
(error) ERR unknown subcommand 'FOO'. Try ACL HELP.
> ACL LOG x
(error) ERR value is not an integer or out of range
> ACL LOG 1 2
(error) ERR unknown subcommand or wrong number of arguments for 'LOG'. Try ACL HELP.
> ACL LOAD
(error) ERR This Redis instance is not configured to use an ACL file. You may want to specify users via the ACL SETUSER command and then issue a CONFIG REWRITE (assuming you have a Redis configuration file set) in order to store users in the Redis configuration.
> ACL SAVE
(error) ERR This Redis instance is not configured to use an ACL file. You may want to specify users via the ACL SETUSER command and then issue a CONFIG REWRITE (assuming you have a Redis configuration file set) in order to store users in the Redis configuration.
> ACL CAT
 1) "keyspace"
 2) "read"
 3) "write"
 4) "set"
 5) "sortedset"
 6) "list"
 7) "hash"
 8) "string"
 9) "bitmap"
10) "hyperloglog"
11) "geo"
12) "stream"
13) "pubsub"
14) "admin"
15) "fast"
16) "slow"
17) "blocking"
18) "dangerous"
19) "connection"
20) "transaction"
21) "scripting"

# Behind the last bar stands a first argument, and only commands without subcommands have one.
> ACL SETUSER barred +get|key1|key2
(error) ERR Error in ACL SETUSER modifier '+get|key1|key2': Unknown command or category name in ACL
> ACL SETUSER barred +config|get|appendonly
(error) ERR Error in ACL SETUSER modifier '+config|get|appendonly': Allowing first-arg of a subcommand is not supported
> ACL SETUSER barred +get|
(error) ERR Error in ACL SETUSER modifier '+get|': Syntax error
