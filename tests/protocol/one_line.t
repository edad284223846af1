# What users say is told back in errors, but never with a line of its own: an error is one line.
!skip valkey
> "a\r\nb" x
(error) ERR unknown command 'a  b', with args beginning with: 'x' 
> "x\r\n-ERR faked\r\n" y
(error) ERR unknown command 'x  -ERR faked  ', with args beginning with: 'y' 
> GET k "a\r\nb"
(error) ERR wrong number of arguments for 'get' command
> CONFIG "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try CONFIG HELP.
> CONFIG SET "a\r\nb" 1
(error) ERR Unknown option or number of arguments for CONFIG SET - 'a  b'
> CONFIG SET maxmemory-policy "a\r\nb"
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-policy') - argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction
> OBJECT "a\r\nb" k
(error) ERR unknown subcommand 'a  b'. Try OBJECT HELP.
> CLIENT "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try CLIENT HELP.
> CLIENT LIST TYPE "a\r\nb"
(error) ERR Unknown client type 'a  b'
> CLIENT KILL TYPE "a\r\nb"
(error) ERR Unknown client type 'a  b'
> CLIENT KILL USER "a\r\nb"
(error) ERR No such user 'a  b'
> CLIENT SETINFO "a\r\nb" x
(error) ERR Unrecognized option 'a  b'
> CLIENT SETINFO lib-name "a\r\nb"
(error) ERR lib-name cannot contain spaces, newlines or special characters.
> CLIENT SETNAME "a\r\nb"
(error) ERR Client names cannot contain spaces, newlines or special characters.
> CLIENT REPLY "a\r\nb"
(error) ERR syntax error
> CLIENT TRACKING "a\r\nb"
(error) ERR syntax error
> COMMAND "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try COMMAND HELP.
> COMMAND GETKEYS "a\r\nb" a
(error) ERR Invalid command specified
> HELLO "a\r\nb"
(error) ERR Protocol version is not an integer or out of range
> HELLO 3 "a\r\nb"
(error) ERR Syntax error in HELLO option 'a  b'
> HELLO 3 SETNAME "a\r\nb"
(error) ERR Client names cannot contain spaces, newlines or special characters.
> AUTH "a\r\nb" "a\r\nb"
(error) WRONGPASS invalid username-password pair or user is disabled.
> EVAL "a\r\nb" 0
(error) ERR Error compiling script (new function): user_script:2: '=' expected near 'b'
> EVAL "return redis.error_reply('MY a\r\nb')" 0
(error) ERR Error compiling script (new function): user_script:1: unfinished string near ''MY a'
> EVAL "return {err='a\r\nb'}" 0
(error) ERR Error compiling script (new function): user_script:1: unfinished string near ''a'
> EVAL "error('a\r\nb')" 0
(error) ERR Error compiling script (new function): user_script:1: unfinished string near ''a'
> EVAL "return redis.status_reply('a\r\nb')" 0
(error) ERR Error compiling script (new function): user_script:1: unfinished string near ''a'
> EVAL "return redis.call('a\r\nb')" 0
(error) ERR Error compiling script (new function): user_script:1: unfinished string near ''a'
> EVALSHA "a\r\nb" 0
(error) NOSCRIPT No matching script. Please use EVAL.
> FUNCTION LOAD "a\r\nb"
(error) ERR Missing library metadata
> FUNCTION LOAD "#!lua name=a\r b\nreturn 1"
(error) ERR Invalid metadata value given: b
> FUNCTION LIST "a\r\nb"
(error) ERR Unknown argument a  b
> FUNCTION "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try FUNCTION HELP.
> FCALL "a\r\nb" 0
(error) ERR Function not found
> SCRIPT "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try SCRIPT HELP.
> ACL "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try ACL HELP.
> ACL SETUSER u "a\r\nb"
(error) ERR Error in ACL SETUSER modifier 'a  b': Syntax error
> ACL SETUSER "a\r\nb"
(error) ERR Usernames can't contain spaces or null characters
> ACL CAT "a\r\nb"
(error) ERR Unknown category 'a  b'
> ACL DRYRUN "a\r\nb" get k
(error) ERR User 'a  b' not found
> ACL DRYRUN default "a\r\nb" k
(error) ERR Command 'a  b' not found
> ACL LOG "a\r\nb"
(error) ERR value is not an integer or out of range
> EXPIRE k 1 "a\r\nb"
(error) ERR Unsupported option a  b
> SET k v "a\r\nb"
(error) ERR syntax error
> XGROUP CREATE "a\r\nb" g 0
(error) ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.
> XGROUP "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try XGROUP HELP.
> XREADGROUP GROUP "a\r\nb" c STREAMS "a\r\nb" >
(error) NOGROUP No such key 'a  b' or consumer group 'a  b' in XREADGROUP with GROUP option
> XADD s 1-1 f v
"1-1"
> XCLAIM s "a\r\nb" c 0 1-1
(error) NOGROUP No such key 's' or consumer group 'a  b'
> XPENDING s "a\r\nb"
(error) NOGROUP No such key 's' or consumer group 'a  b'
> XINFO CONSUMERS s "a\r\nb"
(error) NOGROUP No such consumer group 'a  b' for key name 's'
> XINFO "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try XINFO HELP.
> XGROUP CREATE s g 0
OK
> XCLAIM s g c 0 1-1 "a\r\nb"
(error) ERR Unrecognized XCLAIM option 'a  b'
> HPEXPIRE h 1 "a\r\nb"
(error) ERR wrong number of arguments for 'hpexpire' command
> HSETEX h "a\r\nb"
(error) ERR wrong number of arguments for 'hsetex' command
> LATENCY HISTORY "a\r\nb"
(empty array)
> LATENCY GRAPH "a\r\nb"
(error) ERR No samples available for event 'a  b'
> LATENCY "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try LATENCY HELP.
> MEMORY "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try MEMORY HELP.
> PUBSUB "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try PUBSUB HELP.
> SLOWLOG "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try SLOWLOG HELP.
> DEBUG "a\r\nb"
(error) ERR unknown subcommand or wrong number of arguments for 'a  b'. Try DEBUG HELP.
> DEBUG ERROR "a\r\nb"
(error) a  b
> DEBUG OBJECT "a\r\nb"
(error) ERR no such key
> DEBUG PROTOCOL "a\r\nb"
(error) ERR Wrong protocol type name. Please use one of the following: string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false
> PFDEBUG "a\r\nb" k
(error) ERR The specified key does not exist
> MODULE "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try MODULE HELP.
> CLUSTER "a\r\nb"
(error) ERR unknown subcommand 'a  b'. Try CLUSTER HELP.
> GEOADD g 1 x "a\r\nb"
(error) ERR value is not a valid float
> GEORADIUS g 1 1 1 "a\r\nb"
(error) ERR unsupported unit provided. please use M, KM, FT, MI
> GEOSEARCH g "a\r\nb"
(error) ERR wrong number of arguments for 'geosearch' command
> BITOP "a\r\nb" d a
(error) ERR syntax error
> BITFIELD k "a\r\nb"
(error) ERR syntax error
> LCS a b "a\r\nb"
(error) ERR syntax error
> ZADD z "a\r\nb" 1 m
(error) ERR syntax error
> ZRANGE z 0 1 "a\r\nb"
(error) ERR syntax error
> SORT l "a\r\nb"
(error) ERR syntax error
> RESTORE k2 0 "a\r\nb"
(error) ERR DUMP payload version or checksum are wrong
> FLUSHALL "a\r\nb"
(error) ERR syntax error
> COPY k k2 DB "a\r\nb"
(error) ERR value is not an integer or out of range
> SWAPDB "a\r\nb" 1
(error) ERR invalid first DB index
> SELECT "a\r\nb"
(error) ERR value is not an integer or out of range
> INCRBY k "a\r\nb"
(error) ERR value is not an integer or out of range
> INCRBYFLOAT k "a\r\nb"
(error) ERR value is not a valid float
> SETRANGE k "a\r\nb" v
(error) ERR value is not an integer or out of range
> LPOS l a "a\r\nb" 1
(error) ERR syntax error
> SCAN "a\r\nb"
(error) ERR invalid cursor
> SCAN 0 TYPE "a\r\nb"
1) "0"
2) (empty array)
> WAIT "a\r\nb" 1
(error) ERR value is not an integer or out of range
