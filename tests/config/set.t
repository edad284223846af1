# CONFIG SET: kinds of values and what is refused.
> CONFIG SET maxmemory 100mb
OK
> CONFIG GET maxmemory
1) "maxmemory"
2) "104857600"
> CONFIG SET maxmemory 1k
OK
> CONFIG GET maxmemory
1) "maxmemory"
2) "1000"
> CONFIG SET maxmemory 1kb
OK
> CONFIG GET maxmemory
1) "maxmemory"
2) "1024"
> CONFIG SET maxmemory 2G
OK
> CONFIG GET maxmemory
1) "maxmemory"
2) "2000000000"
> CONFIG SET maxmemory 3GB
OK
> CONFIG GET maxmemory
1) "maxmemory"
2) "3221225472"
> CONFIG SET maxmemory 500b
OK
> CONFIG GET maxmemory
1) "maxmemory"
2) "500"
> CONFIG SET maxmemory 1m
OK
> CONFIG GET maxmemory
1) "maxmemory"
2) "1000000"
> CONFIG SET maxmemory 0
OK
> CONFIG SET maxmemory -1
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value
> CONFIG SET maxmemory 1.5gb
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value
> CONFIG SET maxmemory 10tb
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value
> CONFIG SET maxmemory abc
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value
> CONFIG SET maxmemory "10 mb"
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value
> CONFIG GET maxmemory
1) "maxmemory"
2) "0"
> CONFIG SET maxmemory ""
OK
> CONFIG SET appendfsync always
OK
> CONFIG SET appendfsync ALWAYS
OK
> CONFIG SET appendfsync sometimes
(error) ERR CONFIG SET failed (possibly related to argument 'appendfsync') - argument(s) must be one of the following: everysec, always, no
> CONFIG GET appendfsync
1) "appendfsync"
2) "always"
> CONFIG SET lazyfree-lazy-expire yes
OK
> CONFIG SET lazyfree-lazy-expire YES
OK
> CONFIG SET lazyfree-lazy-expire 1
(error) ERR CONFIG SET failed (possibly related to argument 'lazyfree-lazy-expire') - argument must be 'yes' or 'no'
> CONFIG SET lazyfree-lazy-expire maybe
(error) ERR CONFIG SET failed (possibly related to argument 'lazyfree-lazy-expire') - argument must be 'yes' or 'no'
> CONFIG GET lazyfree-lazy-expire
1) "lazyfree-lazy-expire"
2) "yes"
> CONFIG SET maxmemory-samples 10
OK
> CONFIG SET maxmemory-samples 0
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument must be between 1 and 64 inclusive
> CONFIG SET maxmemory-samples 65
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument must be between 1 and 64 inclusive
> CONFIG SET maxmemory-samples abc
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument couldn't be parsed into an integer
> CONFIG SET maxmemory-samples 1.5
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument couldn't be parsed into an integer
> CONFIG SET maxmemory-samples ""
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument couldn't be parsed into an integer
> CONFIG GET maxmemory-samples
1) "maxmemory-samples"
2) "10"
> CONFIG SET maxmemory-policy allkeys-lru
OK
> CONFIG SET maxmemory-policy nosuch
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-policy') - argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction
> CONFIG SET timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tcp-keepalive 60
OK
> CONFIG SET hz 0
OK
> CONFIG GET hz
1) "hz"
2) "1"
> CONFIG SET hz 1000
OK
> CONFIG GET hz
1) "hz"
2) "500"
> CONFIG SET hz 10
OK
> CONFIG SET slowlog-log-slower-than -1
OK
> CONFIG SET slowlog-log-slower-than -2
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-log-slower-than') - argument must be between -1 and 9223372036854775807 inclusive
> CONFIG SET list-max-listpack-size -5
OK
> CONFIG SET list-max-listpack-size -6
OK
> CONFIG GET list-max-listpack-size
1) "list-max-listpack-size"
2) "-6"
> CONFIG SET slowlog-max-len -1
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-max-len') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET maxmemory-clients 5%
OK
> CONFIG GET maxmemory-clients
1) "maxmemory-clients"
2) "5%"
> CONFIG SET maxmemory-clients 101%
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-clients') - percentage argument must be less or equal to 100
> CONFIG SET maxmemory-clients 0
OK

# Several at once: all or none.
> CONFIG SET timeout 7 tcp-keepalive 90
OK
> CONFIG GET timeout tcp-keepalive
(pairs in any order)
1) "tcp-keepalive"
2) "90"
3) "timeout"
4) "7"
> CONFIG SET timeout 8 maxmemory-policy nosuch
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-policy') - argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction
> CONFIG GET timeout
1) "timeout"
2) "7"
> CONFIG SET timeout 8 nosuch 1
(error) ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'
> CONFIG SET nosuch 1 maxmemory abc
(error) ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'
> CONFIG SET timeout 8 timeout 9
(error) ERR CONFIG SET failed (possibly related to argument 'timeout') - duplicate parameter
> CONFIG SET timeout 8 TIMEOUT 9
(error) ERR CONFIG SET failed (possibly related to argument 'TIMEOUT') - duplicate parameter
> CONFIG SET replica-read-only yes slave-read-only no
OK
> CONFIG GET replica-read-only
1) "replica-read-only"
2) "no"
> CONFIG SET replica-read-only yes
OK
> CONFIG SET timeout
(error) ERR wrong number of arguments for 'config|set' command
> CONFIG SET timeout 8 tcp-keepalive
(error) ERR syntax error
> CONFIG SET
(error) ERR wrong number of arguments for 'config|set' command
> CONFIG GET timeout
1) "timeout"
2) "7"

# What can't be set while the server runs.
> CONFIG SET databases 20
(error) ERR CONFIG SET failed (possibly related to argument 'databases') - can't set immutable config
> CONFIG SET daemonize yes
(error) ERR CONFIG SET failed (possibly related to argument 'daemonize') - can't set immutable config
> CONFIG SET unixsocket /tmp/x
(error) ERR CONFIG SET failed (possibly related to argument 'unixsocket') - can't set immutable config
> CONFIG SET appenddirname x
(error) ERR CONFIG SET failed (possibly related to argument 'appenddirname') - can't set immutable config
> CONFIG SET dir /tmp
(error) ERR CONFIG SET failed (possibly related to argument 'dir') - can't set protected config
> CONFIG SET dbfilename x.rdb
(error) ERR CONFIG SET failed (possibly related to argument 'dbfilename') - can't set protected config
> CONFIG SET nosuch x
(error) ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'
> CONFIG SET "" x
(error) ERR Unknown option or number of arguments for CONFIG SET - ''
> CONFIG SET key-load-delay 0
OK

# Lists of words.
> CONFIG SET save "900 1 300 10"
OK
> CONFIG GET save
1) "save"
2) "900 1 300 10"
> CONFIG SET save ""
OK
> CONFIG GET save
1) "save"
2) ""
> CONFIG SET save "900"
(error) ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters
> CONFIG SET save "900 x"
(error) ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters
> CONFIG SET save "0 1"
(error) ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters
> CONFIG SET save "900 1 300"
(error) ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters
> CONFIG GET save
1) "save"
2) ""
> CONFIG SET client-output-buffer-limit "pubsub 1mb 512kb 10"
OK
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 0 0 0 slave 268435456 67108864 60 pubsub 1048576 524288 10"
> CONFIG SET client-output-buffer-limit "normal 1 2 3 replica 4 5 6"
OK
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 1 2 3 slave 4 5 6 pubsub 1048576 524288 10"
> CONFIG SET client-output-buffer-limit "nosuch 1 2 3"
(error) ERR CONFIG SET failed (possibly related to argument 'client-output-buffer-limit') - Invalid client class specified in buffer limit configuration.
> CONFIG SET client-output-buffer-limit "normal 1 2"
(error) ERR CONFIG SET failed (possibly related to argument 'client-output-buffer-limit') - Wrong number of arguments in buffer limit configuration.
> CONFIG SET client-output-buffer-limit "normal a 2 3"
(error) ERR CONFIG SET failed (possibly related to argument 'client-output-buffer-limit') - Error in hard, soft or soft_seconds setting in buffer limit configuration.
> CONFIG SET client-output-buffer-limit "normal 0 0 0 slave 256mb 64mb 60 pubsub 32mb 8mb 60"
OK
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
> CONFIG SET latency-tracking-info-percentiles "50 99"
OK
> CONFIG GET latency-tracking-info-percentiles
1) "latency-tracking-info-percentiles"
2) "50 99"
> CONFIG SET latency-tracking-info-percentiles "50 101"
(error) ERR CONFIG SET failed (possibly related to argument 'latency-tracking-info-percentiles') - latency-tracking-info-percentiles parameters should sit between [0.0,100.0]
> CONFIG SET latency-tracking-info-percentiles ""
OK
> CONFIG SET oom-score-adj-values "1 2"
(error) ERR CONFIG SET failed (possibly related to argument 'oom-score-adj-values') - wrong number of arguments
> CONFIG SET oom-score-adj-values "1 2 3000"
(error) ERR CONFIG SET failed (possibly related to argument 'oom-score-adj-values') - Invalid oom-score-adj-values, elements must be between -2000 and 2000.
> CONFIG SET oom-score-adj-values "a b c"
(error) ERR CONFIG SET failed (possibly related to argument 'oom-score-adj-values') - Invalid oom-score-adj-values, elements must be between -2000 and 2000.
> CONFIG SET shutdown-on-sigterm "nosave force"
OK
> CONFIG GET shutdown-on-sigterm
1) "shutdown-on-sigterm"
2) "nosave force"
> CONFIG SET shutdown-on-sigterm "save nosave"
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-on-sigterm') - shutdown options SAVE and NOSAVE can't be used simultaneously
> CONFIG SET shutdown-on-sigterm nosuch
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-on-sigterm') - argument(s) must be one of the following: default, save, nosave, now, force
> CONFIG SET shutdown-on-sigterm default
OK

# Events are letters; A is all of them.
> CONFIG SET notify-keyspace-events KEA
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "AKE"
> CONFIG SET notify-keyspace-events Kg$lshzxetd
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "AK"
> CONFIG SET notify-keyspace-events "Elz"
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "lzE"
> CONFIG SET notify-keyspace-events mKEg
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "gKEm"
> CONFIG SET notify-keyspace-events Kq
(error) ERR CONFIG SET failed (possibly related to argument 'notify-keyspace-events') - Invalid event class character. Use 'Ag$lshzxeKEtmdn'.
> CONFIG SET notify-keyspace-events ""
OK
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) ""

# A password shows in full here, and nowhere else.
> CONFIG SET requirepass secret
OK
> CONFIG GET requirepass
1) "requirepass"
2) "secret"
> ACL GETUSER default
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"
 5) "commands"
 6) "+@all"
 7) "keys"
 8) "~*"
 9) "channels"
10) "&*"
11) "selectors"
12) (empty array)
> CONFIG SET requirepass ""
OK
> CONFIG GET requirepass
1) "requirepass"
2) ""
> CONFIG SET maxclients 50
OK
> CONFIG GET maxclients
1) "maxclients"
2) "50"
> CONFIG SET maxclients 0
(error) ERR CONFIG SET failed (possibly related to argument 'maxclients') - argument must be between 1 and 4294967295 inclusive
> CONFIG SET port 70000
(error) ERR CONFIG SET failed (possibly related to argument 'port') - argument must be between 0 and 65535 inclusive
> CONFIG SET bind "1.2.3.4.5"
(error) ERR CONFIG SET failed (possibly related to argument 'bind') - Failed to bind to specified addresses.

# What is too small is made larger, and TLS that is not there stays off.
> CONFIG SET repl-backlog-size 1
OK
> CONFIG GET repl-backlog-size
1) "repl-backlog-size"
2) "16384"
> CONFIG SET tls-port 6380
(error) ERR CONFIG SET failed (possibly related to argument 'tls-port') - Unable to update TLS configuration. Check server logs.
> CONFIG SET timeout 5 tls-cluster yes
(error) ERR CONFIG SET failed (possibly related to argument 'tls-cluster') - Unable to update TLS configuration. Check server logs.
> CONFIG GET timeout tls-port tls-cluster
(pairs in any order)
1) "timeout"
2) "7"
3) "tls-port"
4) "0"
5) "tls-cluster"
6) "no"

# However small the limit of memory for all clients, one can still take it back.
> CONFIG SET maxmemory-clients 1
OK
> PING
PONG
> CONFIG GET maxmemory-clients
1) "maxmemory-clients"
2) "1"
> CONFIG SET maxmemory 1mb maxmemory-clients 1%
OK
> CONFIG SET maxmemory-clients 0 maxmemory 0
OK
