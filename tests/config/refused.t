# What every setting refuses, and how it says so.
!skip valkey
> CONFIG SET acl-pubsub-default x
(error) ERR CONFIG SET failed (possibly related to argument 'acl-pubsub-default') - argument(s) must be one of the following: allchannels, resetchannels
> CONFIG SET aclfile x
(error) ERR CONFIG SET failed (possibly related to argument 'aclfile') - can't set immutable config
> CONFIG SET acllog-max-len x
(error) ERR CONFIG SET failed (possibly related to argument 'acllog-max-len') - argument couldn't be parsed into an integer
> CONFIG SET acllog-max-len -1
(error) ERR CONFIG SET failed (possibly related to argument 'acllog-max-len') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET active-defrag-cycle-max x
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-max') - argument couldn't be parsed into an integer
> CONFIG SET active-defrag-cycle-max -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-max') - argument must be between 1 and 99 inclusive
> CONFIG SET active-defrag-cycle-min x
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-min') - argument couldn't be parsed into an integer
> CONFIG SET active-defrag-cycle-min -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-min') - argument must be between 1 and 99 inclusive
> CONFIG SET active-defrag-ignore-bytes x
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-ignore-bytes') - argument must be a memory value
> CONFIG SET active-defrag-ignore-bytes 0
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-ignore-bytes') - argument must be between 1 and 9223372036854775807 inclusive
> CONFIG SET active-defrag-max-scan-fields x
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-max-scan-fields') - argument couldn't be parsed into an integer
> CONFIG SET active-defrag-max-scan-fields -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-max-scan-fields') - argument must be between 1 and 9223372036854775807 inclusive
> CONFIG SET active-defrag-threshold-lower x
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-lower') - argument couldn't be parsed into an integer
> CONFIG SET active-defrag-threshold-lower -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-lower') - argument must be between 0 and 1000 inclusive
> CONFIG SET active-defrag-threshold-upper x
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-upper') - argument couldn't be parsed into an integer
> CONFIG SET active-defrag-threshold-upper -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-upper') - argument must be between 0 and 1000 inclusive
> CONFIG SET active-expire-effort x
(error) ERR CONFIG SET failed (possibly related to argument 'active-expire-effort') - argument couldn't be parsed into an integer
> CONFIG SET active-expire-effort -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-expire-effort') - argument must be between 1 and 10 inclusive
> CONFIG SET activedefrag x
(error) ERR CONFIG SET failed (possibly related to argument 'activedefrag') - argument must be 'yes' or 'no'
> CONFIG SET activerehashing x
(error) ERR CONFIG SET failed (possibly related to argument 'activerehashing') - argument must be 'yes' or 'no'
> CONFIG SET always-show-logo x
(error) ERR CONFIG SET failed (possibly related to argument 'always-show-logo') - can't set immutable config
> CONFIG SET aof-load-truncated x
(error) ERR CONFIG SET failed (possibly related to argument 'aof-load-truncated') - argument must be 'yes' or 'no'
> CONFIG SET aof-rewrite-cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'aof-rewrite-cpulist') - can't set immutable config
> CONFIG SET aof-rewrite-incremental-fsync x
(error) ERR CONFIG SET failed (possibly related to argument 'aof-rewrite-incremental-fsync') - argument must be 'yes' or 'no'
> CONFIG SET aof-timestamp-enabled x
(error) ERR CONFIG SET failed (possibly related to argument 'aof-timestamp-enabled') - argument must be 'yes' or 'no'
> CONFIG SET aof-use-rdb-preamble x
(error) ERR CONFIG SET failed (possibly related to argument 'aof-use-rdb-preamble') - argument must be 'yes' or 'no'
> CONFIG SET aof_rewrite_cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'aof_rewrite_cpulist') - can't set immutable config
> CONFIG SET appenddirname x
(error) ERR CONFIG SET failed (possibly related to argument 'appenddirname') - can't set immutable config
> CONFIG SET appendfilename x
(error) ERR CONFIG SET failed (possibly related to argument 'appendfilename') - can't set immutable config
> CONFIG SET appendfsync x
(error) ERR CONFIG SET failed (possibly related to argument 'appendfsync') - argument(s) must be one of the following: everysec, always, no
> CONFIG SET appendonly x
(error) ERR CONFIG SET failed (possibly related to argument 'appendonly') - argument must be 'yes' or 'no'
> CONFIG SET auto-aof-rewrite-min-size x
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-min-size') - argument must be a memory value
> CONFIG SET auto-aof-rewrite-min-size 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-min-size') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET auto-aof-rewrite-percentage x
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-percentage') - argument couldn't be parsed into an integer
> CONFIG SET auto-aof-rewrite-percentage -1
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-percentage') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET bgsave-cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'bgsave-cpulist') - can't set immutable config
> CONFIG SET bgsave_cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'bgsave_cpulist') - can't set immutable config
> CONFIG SET bio-cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'bio-cpulist') - can't set immutable config
> CONFIG SET bio_cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'bio_cpulist') - can't set immutable config
> CONFIG SET busy-reply-threshold x
(error) ERR CONFIG SET failed (possibly related to argument 'busy-reply-threshold') - argument couldn't be parsed into an integer
> CONFIG SET busy-reply-threshold -1
(error) ERR CONFIG SET failed (possibly related to argument 'busy-reply-threshold') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET client-output-buffer-limit x
(error) ERR CONFIG SET failed (possibly related to argument 'client-output-buffer-limit') - Wrong number of arguments in buffer limit configuration.
> CONFIG SET client-output-buffer-limit "normal 1 1 x"
(error) ERR CONFIG SET failed (possibly related to argument 'client-output-buffer-limit') - Error in hard, soft or soft_seconds setting in buffer limit configuration.
> CONFIG SET client-output-buffer-limit "foo 1 1 1"
(error) ERR CONFIG SET failed (possibly related to argument 'client-output-buffer-limit') - Invalid client class specified in buffer limit configuration.
> CONFIG SET client-query-buffer-limit x
(error) ERR CONFIG SET failed (possibly related to argument 'client-query-buffer-limit') - argument must be a memory value
> CONFIG SET client-query-buffer-limit 0
(error) ERR CONFIG SET failed (possibly related to argument 'client-query-buffer-limit') - argument must be between 1048576 and 9223372036854775807 inclusive
> CONFIG SET cluster-allow-pubsubshard-when-down x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-allow-pubsubshard-when-down') - argument must be 'yes' or 'no'
> CONFIG SET cluster-allow-reads-when-down x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-allow-reads-when-down') - argument must be 'yes' or 'no'
> CONFIG SET cluster-allow-replica-migration x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-allow-replica-migration') - argument must be 'yes' or 'no'
> CONFIG SET cluster-announce-bus-port x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-bus-port') - argument couldn't be parsed into an integer
> CONFIG SET cluster-announce-bus-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-bus-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-hostname 101%
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-hostname') - Hostnames may only contain alphanumeric characters, hyphens or dots
> CONFIG SET cluster-announce-human-nodename 101%
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-human-nodename') - Announced human node name contained invalid character
> CONFIG SET cluster-announce-port x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-port') - argument couldn't be parsed into an integer
> CONFIG SET cluster-announce-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-tls-port x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-tls-port') - argument couldn't be parsed into an integer
> CONFIG SET cluster-announce-tls-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-tls-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-compatibility-sample-ratio x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-compatibility-sample-ratio') - argument couldn't be parsed into an integer
> CONFIG SET cluster-compatibility-sample-ratio -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-compatibility-sample-ratio') - argument must be between 0 and 100 inclusive
> CONFIG SET cluster-config-file x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-config-file') - can't set immutable config
> CONFIG SET cluster-enabled x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-enabled') - can't set immutable config
> CONFIG SET cluster-link-sendbuf-limit x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-link-sendbuf-limit') - argument must be a memory value
> CONFIG SET cluster-migration-barrier x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-migration-barrier') - argument couldn't be parsed into an integer
> CONFIG SET cluster-migration-barrier -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-migration-barrier') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET cluster-node-timeout x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-node-timeout') - argument couldn't be parsed into an integer
> CONFIG SET cluster-node-timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-node-timeout') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET cluster-port x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-port') - can't set immutable config
> CONFIG SET cluster-preferred-endpoint-type x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-preferred-endpoint-type') - argument(s) must be one of the following: ip, hostname, unknown-endpoint
> CONFIG SET cluster-replica-no-failover x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-replica-no-failover') - argument must be 'yes' or 'no'
> CONFIG SET cluster-replica-validity-factor x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-replica-validity-factor') - argument couldn't be parsed into an integer
> CONFIG SET cluster-replica-validity-factor -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-replica-validity-factor') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET cluster-require-full-coverage x
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-require-full-coverage') - argument must be 'yes' or 'no'
> CONFIG SET crash-log-enabled x
(error) ERR CONFIG SET failed (possibly related to argument 'crash-log-enabled') - argument must be 'yes' or 'no'
> CONFIG SET crash-memcheck-enabled x
(error) ERR CONFIG SET failed (possibly related to argument 'crash-memcheck-enabled') - argument must be 'yes' or 'no'
> CONFIG SET daemonize x
(error) ERR CONFIG SET failed (possibly related to argument 'daemonize') - can't set immutable config
> CONFIG SET databases x
(error) ERR CONFIG SET failed (possibly related to argument 'databases') - can't set immutable config
> CONFIG SET dbfilename x
(error) ERR CONFIG SET failed (possibly related to argument 'dbfilename') - can't set protected config
> CONFIG SET dir x
(error) ERR CONFIG SET failed (possibly related to argument 'dir') - can't set protected config
> CONFIG SET disable-thp x
(error) ERR CONFIG SET failed (possibly related to argument 'disable-thp') - can't set immutable config
> CONFIG SET dynamic-hz x
(error) ERR CONFIG SET failed (possibly related to argument 'dynamic-hz') - argument must be 'yes' or 'no'
> CONFIG SET enable-debug-command x
(error) ERR CONFIG SET failed (possibly related to argument 'enable-debug-command') - can't set immutable config
> CONFIG SET enable-module-command x
(error) ERR CONFIG SET failed (possibly related to argument 'enable-module-command') - can't set immutable config
> CONFIG SET enable-protected-configs x
(error) ERR CONFIG SET failed (possibly related to argument 'enable-protected-configs') - can't set immutable config
> CONFIG SET hash-max-listpack-entries x
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-entries') - argument couldn't be parsed into an integer
> CONFIG SET hash-max-listpack-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hash-max-listpack-value x
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-value') - argument must be a memory value
> CONFIG SET hash-max-listpack-value 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-value') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hash-max-ziplist-entries x
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-ziplist-entries') - argument couldn't be parsed into an integer
> CONFIG SET hash-max-ziplist-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-ziplist-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hash-max-ziplist-value x
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-ziplist-value') - argument must be a memory value
> CONFIG SET hash-max-ziplist-value 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-ziplist-value') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hide-user-data-from-log x
(error) ERR CONFIG SET failed (possibly related to argument 'hide-user-data-from-log') - argument must be 'yes' or 'no'
> CONFIG SET hll-sparse-max-bytes x
(error) ERR CONFIG SET failed (possibly related to argument 'hll-sparse-max-bytes') - argument must be a memory value
> CONFIG SET hll-sparse-max-bytes 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'hll-sparse-max-bytes') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hz x
(error) ERR CONFIG SET failed (possibly related to argument 'hz') - argument couldn't be parsed into an integer
> CONFIG SET hz -1
(error) ERR CONFIG SET failed (possibly related to argument 'hz') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET io-threads x
(error) ERR CONFIG SET failed (possibly related to argument 'io-threads') - can't set immutable config
> CONFIG SET jemalloc-bg-thread x
(error) ERR CONFIG SET failed (possibly related to argument 'jemalloc-bg-thread') - argument must be 'yes' or 'no'
> CONFIG SET latency-monitor-threshold x
(error) ERR CONFIG SET failed (possibly related to argument 'latency-monitor-threshold') - argument couldn't be parsed into an integer
> CONFIG SET latency-monitor-threshold -1
(error) ERR CONFIG SET failed (possibly related to argument 'latency-monitor-threshold') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET latency-tracking x
(error) ERR CONFIG SET failed (possibly related to argument 'latency-tracking') - argument must be 'yes' or 'no'
> CONFIG SET latency-tracking-info-percentiles x
(error) ERR CONFIG SET failed (possibly related to argument 'latency-tracking-info-percentiles') - Invalid latency-tracking-info-percentiles parameters
> CONFIG SET latency-tracking-info-percentiles -1
(error) ERR CONFIG SET failed (possibly related to argument 'latency-tracking-info-percentiles') - latency-tracking-info-percentiles parameters should sit between [0.0,100.0]
> CONFIG SET lazyfree-lazy-eviction x
(error) ERR CONFIG SET failed (possibly related to argument 'lazyfree-lazy-eviction') - argument must be 'yes' or 'no'
> CONFIG SET lazyfree-lazy-expire x
(error) ERR CONFIG SET failed (possibly related to argument 'lazyfree-lazy-expire') - argument must be 'yes' or 'no'
> CONFIG SET lazyfree-lazy-server-del x
(error) ERR CONFIG SET failed (possibly related to argument 'lazyfree-lazy-server-del') - argument must be 'yes' or 'no'
> CONFIG SET lazyfree-lazy-user-del x
(error) ERR CONFIG SET failed (possibly related to argument 'lazyfree-lazy-user-del') - argument must be 'yes' or 'no'
> CONFIG SET lazyfree-lazy-user-flush x
(error) ERR CONFIG SET failed (possibly related to argument 'lazyfree-lazy-user-flush') - argument must be 'yes' or 'no'
> CONFIG SET lfu-decay-time x
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-decay-time') - argument couldn't be parsed into an integer
> CONFIG SET lfu-decay-time -1
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-decay-time') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET lfu-log-factor x
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-log-factor') - argument couldn't be parsed into an integer
> CONFIG SET lfu-log-factor -1
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-log-factor') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET list-compress-depth x
(error) ERR CONFIG SET failed (possibly related to argument 'list-compress-depth') - argument couldn't be parsed into an integer
> CONFIG SET list-compress-depth -1
(error) ERR CONFIG SET failed (possibly related to argument 'list-compress-depth') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET list-max-listpack-size x
(error) ERR CONFIG SET failed (possibly related to argument 'list-max-listpack-size') - argument couldn't be parsed into an integer
> CONFIG SET list-max-listpack-size 5000000000
(error) ERR CONFIG SET failed (possibly related to argument 'list-max-listpack-size') - argument must be between -2147483648 and 2147483647 inclusive
> CONFIG SET list-max-ziplist-size x
(error) ERR CONFIG SET failed (possibly related to argument 'list-max-ziplist-size') - argument couldn't be parsed into an integer
> CONFIG SET list-max-ziplist-size 5000000000
(error) ERR CONFIG SET failed (possibly related to argument 'list-max-ziplist-size') - argument must be between -2147483648 and 2147483647 inclusive
> CONFIG SET locale-collate x
(error) ERR CONFIG SET failed (possibly related to argument 'locale-collate') - Invalid locale name
> CONFIG SET logfile x
(error) ERR CONFIG SET failed (possibly related to argument 'logfile') - can't set immutable config
> CONFIG SET loglevel x
(error) ERR CONFIG SET failed (possibly related to argument 'loglevel') - argument(s) must be one of the following: debug, verbose, notice, warning, nothing
> CONFIG SET lua-time-limit x
(error) ERR CONFIG SET failed (possibly related to argument 'lua-time-limit') - argument couldn't be parsed into an integer
> CONFIG SET lua-time-limit -1
(error) ERR CONFIG SET failed (possibly related to argument 'lua-time-limit') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET max-new-connections-per-cycle x
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-connections-per-cycle') - argument couldn't be parsed into an integer
> CONFIG SET max-new-connections-per-cycle -1
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-connections-per-cycle') - argument must be between 1 and 1000 inclusive
> CONFIG SET max-new-tls-connections-per-cycle x
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-tls-connections-per-cycle') - argument couldn't be parsed into an integer
> CONFIG SET max-new-tls-connections-per-cycle -1
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-tls-connections-per-cycle') - argument must be between 1 and 1000 inclusive
> CONFIG SET maxclients x
(error) ERR CONFIG SET failed (possibly related to argument 'maxclients') - argument couldn't be parsed into an integer
> CONFIG SET maxclients 0
(error) ERR CONFIG SET failed (possibly related to argument 'maxclients') - argument must be between 1 and 4294967295 inclusive
> CONFIG SET maxmemory x
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value
> CONFIG SET maxmemory-clients x
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-clients') - argument must be a memory or percent value
> CONFIG SET maxmemory-eviction-tenacity x
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-eviction-tenacity') - argument couldn't be parsed into an integer
> CONFIG SET maxmemory-eviction-tenacity -1
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-eviction-tenacity') - argument must be between 0 and 100 inclusive
> CONFIG SET maxmemory-policy x
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-policy') - argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction
> CONFIG SET maxmemory-samples x
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument couldn't be parsed into an integer
> CONFIG SET maxmemory-samples -1
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument must be between 1 and 64 inclusive
> CONFIG SET min-replicas-max-lag x
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-max-lag') - argument couldn't be parsed into an integer
> CONFIG SET min-replicas-max-lag -1
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-max-lag') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET min-replicas-to-write x
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-to-write') - argument couldn't be parsed into an integer
> CONFIG SET min-replicas-to-write -1
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-to-write') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET no-appendfsync-on-rewrite x
(error) ERR CONFIG SET failed (possibly related to argument 'no-appendfsync-on-rewrite') - argument must be 'yes' or 'no'
> CONFIG SET notify-keyspace-events -1
(error) ERR CONFIG SET failed (possibly related to argument 'notify-keyspace-events') - Invalid event class character. Use 'Ag$lshzxeKEtmdn'.
> CONFIG SET oom-score-adj x
(error) ERR CONFIG SET failed (possibly related to argument 'oom-score-adj') - argument(s) must be one of the following: no, yes, relative, absolute
> CONFIG SET oom-score-adj-values x
(error) ERR CONFIG SET failed (possibly related to argument 'oom-score-adj-values') - wrong number of arguments
> CONFIG SET pidfile x
(error) ERR CONFIG SET failed (possibly related to argument 'pidfile') - can't set immutable config
> CONFIG SET port x
(error) ERR CONFIG SET failed (possibly related to argument 'port') - argument couldn't be parsed into an integer
> CONFIG SET port -1
(error) ERR CONFIG SET failed (possibly related to argument 'port') - argument must be between 0 and 65535 inclusive
> CONFIG SET propagation-error-behavior x
(error) ERR CONFIG SET failed (possibly related to argument 'propagation-error-behavior') - argument(s) must be one of the following: ignore, panic, panic-on-replicas
> CONFIG SET protected-mode x
(error) ERR CONFIG SET failed (possibly related to argument 'protected-mode') - argument must be 'yes' or 'no'
> CONFIG SET proto-max-bulk-len x
(error) ERR CONFIG SET failed (possibly related to argument 'proto-max-bulk-len') - argument must be a memory value
> CONFIG SET proto-max-bulk-len 0
(error) ERR CONFIG SET failed (possibly related to argument 'proto-max-bulk-len') - argument must be between 1048576 and 9223372036854775807 inclusive
> CONFIG SET rdb-del-sync-files x
(error) ERR CONFIG SET failed (possibly related to argument 'rdb-del-sync-files') - argument must be 'yes' or 'no'
> CONFIG SET rdb-save-incremental-fsync x
(error) ERR CONFIG SET failed (possibly related to argument 'rdb-save-incremental-fsync') - argument must be 'yes' or 'no'
> CONFIG SET rdbchecksum x
(error) ERR CONFIG SET failed (possibly related to argument 'rdbchecksum') - can't set immutable config
> CONFIG SET rdbcompression x
(error) ERR CONFIG SET failed (possibly related to argument 'rdbcompression') - argument must be 'yes' or 'no'
> CONFIG SET repl-backlog-size x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-backlog-size') - argument must be a memory value
> CONFIG SET repl-backlog-size 0
(error) ERR CONFIG SET failed (possibly related to argument 'repl-backlog-size') - argument must be between 1 and 9223372036854775807 inclusive
> CONFIG SET repl-backlog-ttl x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-backlog-ttl') - argument couldn't be parsed into an integer
> CONFIG SET repl-backlog-ttl -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-backlog-ttl') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET repl-disable-tcp-nodelay x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-disable-tcp-nodelay') - argument must be 'yes' or 'no'
> CONFIG SET repl-diskless-load x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-load') - argument(s) must be one of the following: disabled, on-empty-db, swapdb
> CONFIG SET repl-diskless-sync x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync') - argument must be 'yes' or 'no'
> CONFIG SET repl-diskless-sync-delay x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-delay') - argument couldn't be parsed into an integer
> CONFIG SET repl-diskless-sync-delay -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-delay') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET repl-diskless-sync-max-replicas x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-max-replicas') - argument couldn't be parsed into an integer
> CONFIG SET repl-diskless-sync-max-replicas -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-max-replicas') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET repl-ping-replica-period x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-ping-replica-period') - argument couldn't be parsed into an integer
> CONFIG SET repl-ping-replica-period -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-ping-replica-period') - argument must be between 1 and 2147483647 inclusive
> CONFIG SET repl-timeout x
(error) ERR CONFIG SET failed (possibly related to argument 'repl-timeout') - argument couldn't be parsed into an integer
> CONFIG SET repl-timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-timeout') - argument must be between 1 and 2147483647 inclusive
> CONFIG SET replica-announce-port x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-announce-port') - argument couldn't be parsed into an integer
> CONFIG SET replica-announce-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'replica-announce-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET replica-announced x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-announced') - argument must be 'yes' or 'no'
> CONFIG SET replica-full-sync-buffer-limit x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-full-sync-buffer-limit') - argument must be a memory value
> CONFIG SET replica-full-sync-buffer-limit 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'replica-full-sync-buffer-limit') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET replica-ignore-disk-write-errors x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-ignore-disk-write-errors') - argument must be 'yes' or 'no'
> CONFIG SET replica-ignore-maxmemory x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-ignore-maxmemory') - argument must be 'yes' or 'no'
> CONFIG SET replica-lazy-flush x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-lazy-flush') - argument must be 'yes' or 'no'
> CONFIG SET replica-priority x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-priority') - argument couldn't be parsed into an integer
> CONFIG SET replica-priority -1
(error) ERR CONFIG SET failed (possibly related to argument 'replica-priority') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET replica-read-only x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-read-only') - argument must be 'yes' or 'no'
> CONFIG SET replica-serve-stale-data x
(error) ERR CONFIG SET failed (possibly related to argument 'replica-serve-stale-data') - argument must be 'yes' or 'no'
> CONFIG SET replicaof x
(error) ERR CONFIG SET failed (possibly related to argument 'replicaof') - can't set immutable config
> CONFIG SET sanitize-dump-payload x
(error) ERR CONFIG SET failed (possibly related to argument 'sanitize-dump-payload') - argument(s) must be one of the following: no, yes, clients
> CONFIG SET save x
(error) ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters
> CONFIG SET server-cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'server-cpulist') - can't set immutable config
> CONFIG SET server_cpulist x
(error) ERR CONFIG SET failed (possibly related to argument 'server_cpulist') - can't set immutable config
> CONFIG SET set-max-intset-entries x
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-intset-entries') - argument couldn't be parsed into an integer
> CONFIG SET set-max-intset-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-intset-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET set-max-listpack-entries x
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-entries') - argument couldn't be parsed into an integer
> CONFIG SET set-max-listpack-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET set-max-listpack-value x
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-value') - argument couldn't be parsed into an integer
> CONFIG SET set-max-listpack-value -1
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-value') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET set-proc-title x
(error) ERR CONFIG SET failed (possibly related to argument 'set-proc-title') - can't set immutable config
> CONFIG SET shutdown-on-sigint x
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-on-sigint') - argument(s) must be one of the following: default, save, nosave, now, force
> CONFIG SET shutdown-on-sigterm x
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-on-sigterm') - argument(s) must be one of the following: default, save, nosave, now, force
> CONFIG SET shutdown-timeout x
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-timeout') - argument couldn't be parsed into an integer
> CONFIG SET shutdown-timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET slowlog-log-slower-than x
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-log-slower-than') - argument couldn't be parsed into an integer
> CONFIG SET slowlog-max-len x
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-max-len') - argument couldn't be parsed into an integer
> CONFIG SET slowlog-max-len -1
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-max-len') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET socket-mark-id x
(error) ERR CONFIG SET failed (possibly related to argument 'socket-mark-id') - can't set immutable config
> CONFIG SET stop-writes-on-bgsave-error x
(error) ERR CONFIG SET failed (possibly related to argument 'stop-writes-on-bgsave-error') - argument must be 'yes' or 'no'
> CONFIG SET stream-node-max-bytes x
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-bytes') - argument must be a memory value
> CONFIG SET stream-node-max-bytes 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-bytes') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET stream-node-max-entries x
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-entries') - argument couldn't be parsed into an integer
> CONFIG SET stream-node-max-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET supervised x
(error) ERR CONFIG SET failed (possibly related to argument 'supervised') - can't set immutable config
> CONFIG SET syslog-enabled x
(error) ERR CONFIG SET failed (possibly related to argument 'syslog-enabled') - can't set immutable config
> CONFIG SET syslog-facility x
(error) ERR CONFIG SET failed (possibly related to argument 'syslog-facility') - can't set immutable config
> CONFIG SET syslog-ident x
(error) ERR CONFIG SET failed (possibly related to argument 'syslog-ident') - can't set immutable config
> CONFIG SET tcp-backlog x
(error) ERR CONFIG SET failed (possibly related to argument 'tcp-backlog') - can't set immutable config
> CONFIG SET tcp-keepalive x
(error) ERR CONFIG SET failed (possibly related to argument 'tcp-keepalive') - argument couldn't be parsed into an integer
> CONFIG SET tcp-keepalive -1
(error) ERR CONFIG SET failed (possibly related to argument 'tcp-keepalive') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET timeout x
(error) ERR CONFIG SET failed (possibly related to argument 'timeout') - argument couldn't be parsed into an integer
> CONFIG SET timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tls-auth-clients x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-auth-clients') - argument(s) must be one of the following: no, yes, optional
> CONFIG SET tls-cluster x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-cluster') - argument must be 'yes' or 'no'
> CONFIG SET tls-port x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-port') - argument couldn't be parsed into an integer
> CONFIG SET tls-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'tls-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET tls-prefer-server-ciphers x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-prefer-server-ciphers') - argument must be 'yes' or 'no'
> CONFIG SET tls-replication x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-replication') - argument must be 'yes' or 'no'
> CONFIG SET tls-session-cache-size x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-size') - argument couldn't be parsed into an integer
> CONFIG SET tls-session-cache-size -1
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-size') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tls-session-cache-timeout x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-timeout') - argument couldn't be parsed into an integer
> CONFIG SET tls-session-cache-timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tls-session-caching x
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-caching') - argument must be 'yes' or 'no'
> CONFIG SET tracking-table-max-keys x
(error) ERR CONFIG SET failed (possibly related to argument 'tracking-table-max-keys') - argument couldn't be parsed into an integer
> CONFIG SET tracking-table-max-keys -1
(error) ERR CONFIG SET failed (possibly related to argument 'tracking-table-max-keys') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET unixsocket x
(error) ERR CONFIG SET failed (possibly related to argument 'unixsocket') - can't set immutable config
> CONFIG SET unixsocketperm x
(error) ERR CONFIG SET failed (possibly related to argument 'unixsocketperm') - can't set immutable config
> CONFIG SET zset-max-listpack-entries x
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-entries') - argument couldn't be parsed into an integer
> CONFIG SET zset-max-listpack-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET zset-max-listpack-value x
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-value') - argument must be a memory value
> CONFIG SET zset-max-listpack-value 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-value') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET zset-max-ziplist-entries x
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-ziplist-entries') - argument couldn't be parsed into an integer
> CONFIG SET zset-max-ziplist-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-ziplist-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET zset-max-ziplist-value x
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-ziplist-value') - argument must be a memory value
> CONFIG SET zset-max-ziplist-value 99999999999999999999
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-ziplist-value') - argument must be between 0 and 9223372036854775807 inclusive
