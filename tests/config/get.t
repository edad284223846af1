# CONFIG GET: patterns, aliases, values.
> CONFIG GET maxmemory
1) "maxmemory"
2) "0"
> CONFIG GET MaxMemory
1) "MaxMemory"
2) "0"
> CONFIG GET maxmemory maxmemory-policy
(pairs in any order)
1) "maxmemory-policy"
2) "noeviction"
3) "maxmemory"
4) "0"
> CONFIG GET maxmemory maxmemory maxmem?ry
1) "maxmemory"
2) "0"
> CONFIG GET nosuch
(empty array)
> CONFIG GET nosuch maxmemory nosuch2
1) "maxmemory"
2) "0"
> CONFIG GET appendfsyn[c]
1) "appendfsync"
2) "everysec"
> CONFIG GET hash-max-*
(pairs in any order)
1) "hash-max-ziplist-entries"
2) "512"
3) "hash-max-listpack-entries"
4) "512"
5) "hash-max-ziplist-value"
6) "64"
7) "hash-max-listpack-value"
8) "64"
> CONFIG GET slave-read-only
1) "slave-read-only"
2) "yes"
> CONFIG GET replica-read-only
1) "replica-read-only"
2) "yes"
> CONFIG GET *-read-only
(pairs in any order)
1) "replica-read-only"
2) "yes"
3) "slave-read-only"
4) "yes"
> CONFIG GET save
1) "save"
2) ""
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
> CONFIG GET unixsocketperm
1) "unixsocketperm"
2) "0"
> CONFIG GET databases
1) "databases"
2) "16"
> CONFIG GET proto-max-bulk-len
1) "proto-max-bulk-len"
2) "536870912"
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) ""
> CONFIG GET list-max-listpack-size
1) "list-max-listpack-size"
2) "-2"
> CONFIG GET oom-score-adj-values
1) "oom-score-adj-values"
2) "0 200 800"
> CONFIG GET slowlog-log-slower-than
1) "slowlog-log-slower-than"
2) "10000"
> CONFIG GET latency-tracking-info-percentiles
1) "latency-tracking-info-percentiles"
2) "50 99 99.9"
> CONFIG GET shutdown-on-sigterm
1) "shutdown-on-sigterm"
2) "default"
> CONFIG GET ""
(empty array)
> CONFIG GET key-load-delay
1) "key-load-delay"
2) "0"
> CONFIG GET key-load-dela?
(empty array)
> CONFIG GET lua-time-limit
1) "lua-time-limit"
2) "5000"
> CONFIG GET busy-reply-threshold
1) "busy-reply-threshold"
2) "5000"
> CONFIG GET
(error) ERR wrong number of arguments for 'config|get' command
> CONFIG
(error) ERR wrong number of arguments for 'config' command
> CONFIG NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try CONFIG HELP.
> CONFIG HELP
(in any order)
1) CONFIG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
2) HELP
3)     Print this help.
...

!resp 3
> CONFIG GET maxmemory
1# "maxmemory" => "0"
> CONFIG GET nosuch
(empty hash)
