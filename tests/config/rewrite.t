# CONFIG REWRITE: what is written is read back as the same.
!config enable-protected-configs local
!config hash-max-ziplist-entries 17
!config save 900 1
!config save 300 10
!config client-output-buffer-limit normal 1mb 512kb 10
!config requirepass "a b\x01\"c"
!config shutdown-on-sigterm nosave force
!config timeout 3
!config rename-command FLUSHALL wipe
> AUTH "a b\x01\"c"
OK
> CONFIG GET save
1) "save"
2) "900 1 300 10"
> CONFIG SET timeout 11 maxmemory-clients 5% unknown 1
(error) ERR Unknown option or number of arguments for CONFIG SET - 'unknown'
> CONFIG SET timeout 11 maxmemory-clients 5% notify-keyspace-events KEA latency-tracking-info-percentiles "50 99.99"
OK
> CONFIG SET proto-max-bulk-len 1048577 repl-backlog-size 2mb syslog-ident x
(error) ERR CONFIG SET failed (possibly related to argument 'syslog-ident') - can't set immutable config
> CONFIG SET proto-max-bulk-len 1048577 repl-backlog-size 2mb client-output-buffer-limit "replica 1 2 3" dbfilename "my dump.rdb"
OK
> CONFIG REWRITE
OK
> CONFIG REWRITE
OK
!restart
> AUTH "a b\x01\"c"
OK
> CONFIG GET timeout
1) "timeout"
2) "11"
> CONFIG GET hash-max-listpack-entries
1) "hash-max-listpack-entries"
2) "17"
> CONFIG GET save
1) "save"
2) "900 1 300 10"
> CONFIG GET maxmemory-clients
1) "maxmemory-clients"
2) "5%"
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "AKE"
> CONFIG GET latency-tracking-info-percentiles
1) "latency-tracking-info-percentiles"
2) "50 99.99"
> CONFIG GET proto-max-bulk-len
1) "proto-max-bulk-len"
2) "1048577"
> CONFIG GET repl-backlog-size
1) "repl-backlog-size"
2) "2097152"
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 1048576 524288 10 slave 1 2 3 pubsub 33554432 8388608 60"
> CONFIG GET shutdown-on-sigterm
1) "shutdown-on-sigterm"
2) "nosave force"
> CONFIG GET dbfilename
1) "dbfilename"
2) "my dump.rdb"
> WIPE
OK

# Right behind WIPE, Redis 8.0.2 takes FLUSHALL on the same connection for the command it has just run.
> PING
PONG
> FLUSHALL
(error) ERR unknown command 'FLUSHALL', with args beginning with: 
