# The least and the most that every number may be, and one beyond each; what of them stands is the last that was taken.
!skip valkey
> CONFIG SET acllog-max-len -1
(error) ERR CONFIG SET failed (possibly related to argument 'acllog-max-len') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET acllog-max-len 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'acllog-max-len') - argument couldn't be parsed into an integer
> CONFIG SET acllog-max-len 9223372036854775807
OK
> CONFIG SET acllog-max-len 0
OK
> CONFIG GET acllog-max-len
1) "acllog-max-len"
2) "0"
> CONFIG SET active-defrag-cycle-max 0
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-max') - argument must be between 1 and 99 inclusive
> CONFIG SET active-defrag-cycle-max 100
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-max') - argument must be between 1 and 99 inclusive
> CONFIG SET active-defrag-cycle-max 99
OK
> CONFIG SET active-defrag-cycle-max 1
OK
> CONFIG GET active-defrag-cycle-max
1) "active-defrag-cycle-max"
2) "1"
> CONFIG SET active-defrag-cycle-min 0
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-min') - argument must be between 1 and 99 inclusive
> CONFIG SET active-defrag-cycle-min 100
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-cycle-min') - argument must be between 1 and 99 inclusive
> CONFIG SET active-defrag-cycle-min 99
OK
> CONFIG SET active-defrag-cycle-min 1
OK
> CONFIG GET active-defrag-cycle-min
1) "active-defrag-cycle-min"
2) "1"
> CONFIG SET active-defrag-ignore-bytes 0
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-ignore-bytes') - argument must be between 1 and 9223372036854775807 inclusive
> CONFIG SET active-defrag-ignore-bytes 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-ignore-bytes') - argument must be between 1 and 9223372036854775807 inclusive
> CONFIG SET active-defrag-ignore-bytes 9223372036854775807
OK
> CONFIG SET active-defrag-ignore-bytes 1
OK
> CONFIG GET active-defrag-ignore-bytes
1) "active-defrag-ignore-bytes"
2) "1"
> CONFIG SET active-defrag-max-scan-fields 0
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-max-scan-fields') - argument must be between 1 and 9223372036854775807 inclusive
> CONFIG SET active-defrag-max-scan-fields 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-max-scan-fields') - argument couldn't be parsed into an integer
> CONFIG SET active-defrag-max-scan-fields 9223372036854775807
OK
> CONFIG SET active-defrag-max-scan-fields 1
OK
> CONFIG GET active-defrag-max-scan-fields
1) "active-defrag-max-scan-fields"
2) "1"
> CONFIG SET active-defrag-threshold-lower -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-lower') - argument must be between 0 and 1000 inclusive
> CONFIG SET active-defrag-threshold-lower 1001
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-lower') - argument must be between 0 and 1000 inclusive
> CONFIG SET active-defrag-threshold-lower 1000
OK
> CONFIG SET active-defrag-threshold-lower 0
OK
> CONFIG GET active-defrag-threshold-lower
1) "active-defrag-threshold-lower"
2) "0"
> CONFIG SET active-defrag-threshold-upper -1
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-upper') - argument must be between 0 and 1000 inclusive
> CONFIG SET active-defrag-threshold-upper 1001
(error) ERR CONFIG SET failed (possibly related to argument 'active-defrag-threshold-upper') - argument must be between 0 and 1000 inclusive
> CONFIG SET active-defrag-threshold-upper 1000
OK
> CONFIG SET active-defrag-threshold-upper 0
OK
> CONFIG GET active-defrag-threshold-upper
1) "active-defrag-threshold-upper"
2) "0"
> CONFIG SET active-expire-effort 0
(error) ERR CONFIG SET failed (possibly related to argument 'active-expire-effort') - argument must be between 1 and 10 inclusive
> CONFIG SET active-expire-effort 11
(error) ERR CONFIG SET failed (possibly related to argument 'active-expire-effort') - argument must be between 1 and 10 inclusive
> CONFIG SET active-expire-effort 10
OK
> CONFIG SET active-expire-effort 1
OK
> CONFIG GET active-expire-effort
1) "active-expire-effort"
2) "1"
> CONFIG SET auto-aof-rewrite-min-size -1
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-min-size') - argument must be a memory value
> CONFIG SET auto-aof-rewrite-min-size 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-min-size') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET auto-aof-rewrite-min-size 9223372036854775807
OK
> CONFIG SET auto-aof-rewrite-min-size 0
OK
> CONFIG GET auto-aof-rewrite-min-size
1) "auto-aof-rewrite-min-size"
2) "0"
> CONFIG SET auto-aof-rewrite-percentage -1
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-percentage') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET auto-aof-rewrite-percentage 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'auto-aof-rewrite-percentage') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET auto-aof-rewrite-percentage 2147483647
OK
> CONFIG SET auto-aof-rewrite-percentage 0
OK
> CONFIG GET auto-aof-rewrite-percentage
1) "auto-aof-rewrite-percentage"
2) "0"
> CONFIG SET busy-reply-threshold -1
(error) ERR CONFIG SET failed (possibly related to argument 'busy-reply-threshold') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET busy-reply-threshold 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'busy-reply-threshold') - argument couldn't be parsed into an integer
> CONFIG SET busy-reply-threshold 9223372036854775807
OK
> CONFIG SET busy-reply-threshold 0
OK
> CONFIG GET busy-reply-threshold
1) "busy-reply-threshold"
2) "0"
> CONFIG SET cluster-announce-bus-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-bus-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-bus-port 65536
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-bus-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-bus-port 65535
OK
> CONFIG SET cluster-announce-bus-port 0
OK
> CONFIG GET cluster-announce-bus-port
1) "cluster-announce-bus-port"
2) "0"
> CONFIG SET cluster-announce-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-port 65536
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-port 65535
OK
> CONFIG SET cluster-announce-port 0
OK
> CONFIG GET cluster-announce-port
1) "cluster-announce-port"
2) "0"
> CONFIG SET cluster-announce-tls-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-tls-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-tls-port 65536
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-announce-tls-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET cluster-announce-tls-port 65535
OK
> CONFIG SET cluster-announce-tls-port 0
OK
> CONFIG GET cluster-announce-tls-port
1) "cluster-announce-tls-port"
2) "0"
> CONFIG SET cluster-link-sendbuf-limit -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-link-sendbuf-limit') - argument must be a memory value
> CONFIG SET cluster-link-sendbuf-limit 18446744073709551616
OK
> CONFIG SET cluster-link-sendbuf-limit 18446744073709551615
OK
> CONFIG SET cluster-link-sendbuf-limit 0
OK
> CONFIG GET cluster-link-sendbuf-limit
1) "cluster-link-sendbuf-limit"
2) "0"
> CONFIG SET cluster-migration-barrier -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-migration-barrier') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET cluster-migration-barrier 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-migration-barrier') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET cluster-migration-barrier 2147483647
OK
> CONFIG SET cluster-migration-barrier 0
OK
> CONFIG GET cluster-migration-barrier
1) "cluster-migration-barrier"
2) "0"
> CONFIG SET cluster-node-timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-node-timeout') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET cluster-node-timeout 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-node-timeout') - argument couldn't be parsed into an integer
> CONFIG SET cluster-node-timeout 9223372036854775807
OK
> CONFIG SET cluster-node-timeout 0
OK
> CONFIG GET cluster-node-timeout
1) "cluster-node-timeout"
2) "0"
> CONFIG SET cluster-replica-validity-factor -1
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-replica-validity-factor') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET cluster-replica-validity-factor 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'cluster-replica-validity-factor') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET cluster-replica-validity-factor 2147483647
OK
> CONFIG SET cluster-replica-validity-factor 0
OK
> CONFIG GET cluster-replica-validity-factor
1) "cluster-replica-validity-factor"
2) "0"
> CONFIG SET hash-max-listpack-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hash-max-listpack-entries 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-entries') - argument couldn't be parsed into an integer
> CONFIG SET hash-max-listpack-entries 9223372036854775807
OK
> CONFIG SET hash-max-listpack-entries 0
OK
> CONFIG GET hash-max-listpack-entries
1) "hash-max-listpack-entries"
2) "0"
> CONFIG SET hash-max-listpack-value -1
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-value') - argument must be a memory value
> CONFIG SET hash-max-listpack-value 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'hash-max-listpack-value') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hash-max-listpack-value 9223372036854775807
OK
> CONFIG SET hash-max-listpack-value 0
OK
> CONFIG GET hash-max-listpack-value
1) "hash-max-listpack-value"
2) "0"
> CONFIG SET hll-sparse-max-bytes -1
(error) ERR CONFIG SET failed (possibly related to argument 'hll-sparse-max-bytes') - argument must be a memory value
> CONFIG SET hll-sparse-max-bytes 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'hll-sparse-max-bytes') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET hll-sparse-max-bytes 9223372036854775807
OK
> CONFIG SET hll-sparse-max-bytes 0
OK
> CONFIG GET hll-sparse-max-bytes
1) "hll-sparse-max-bytes"
2) "0"
> CONFIG SET latency-monitor-threshold -1
(error) ERR CONFIG SET failed (possibly related to argument 'latency-monitor-threshold') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET latency-monitor-threshold 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'latency-monitor-threshold') - argument couldn't be parsed into an integer
> CONFIG SET latency-monitor-threshold 9223372036854775807
OK
> CONFIG SET latency-monitor-threshold 0
OK
> CONFIG GET latency-monitor-threshold
1) "latency-monitor-threshold"
2) "0"
> CONFIG SET lfu-decay-time -1
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-decay-time') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET lfu-decay-time 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-decay-time') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET lfu-decay-time 2147483647
OK
> CONFIG SET lfu-decay-time 0
OK
> CONFIG GET lfu-decay-time
1) "lfu-decay-time"
2) "0"
> CONFIG SET lfu-log-factor -1
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-log-factor') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET lfu-log-factor 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'lfu-log-factor') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET lfu-log-factor 2147483647
OK
> CONFIG SET lfu-log-factor 0
OK
> CONFIG GET lfu-log-factor
1) "lfu-log-factor"
2) "0"
> CONFIG SET list-max-listpack-size -2147483649
(error) ERR CONFIG SET failed (possibly related to argument 'list-max-listpack-size') - argument must be between -2147483648 and 2147483647 inclusive
> CONFIG SET list-max-listpack-size 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'list-max-listpack-size') - argument must be between -2147483648 and 2147483647 inclusive
> CONFIG SET list-max-listpack-size 2147483647
OK
> CONFIG SET list-max-listpack-size -2147483648
OK
> CONFIG GET list-max-listpack-size
1) "list-max-listpack-size"
2) "-2147483648"
> CONFIG SET max-new-connections-per-cycle 0
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-connections-per-cycle') - argument must be between 1 and 1000 inclusive
> CONFIG SET max-new-connections-per-cycle 1001
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-connections-per-cycle') - argument must be between 1 and 1000 inclusive
> CONFIG SET max-new-connections-per-cycle 1000
OK
> CONFIG SET max-new-connections-per-cycle 1
OK
> CONFIG GET max-new-connections-per-cycle
1) "max-new-connections-per-cycle"
2) "1"
> CONFIG SET max-new-tls-connections-per-cycle 0
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-tls-connections-per-cycle') - argument must be between 1 and 1000 inclusive
> CONFIG SET max-new-tls-connections-per-cycle 1001
(error) ERR CONFIG SET failed (possibly related to argument 'max-new-tls-connections-per-cycle') - argument must be between 1 and 1000 inclusive
> CONFIG SET max-new-tls-connections-per-cycle 1000
OK
> CONFIG SET max-new-tls-connections-per-cycle 1
OK
> CONFIG GET max-new-tls-connections-per-cycle
1) "max-new-tls-connections-per-cycle"
2) "1"
> CONFIG SET maxmemory-eviction-tenacity -1
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-eviction-tenacity') - argument must be between 0 and 100 inclusive
> CONFIG SET maxmemory-eviction-tenacity 101
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-eviction-tenacity') - argument must be between 0 and 100 inclusive
> CONFIG SET maxmemory-eviction-tenacity 100
OK
> CONFIG SET maxmemory-eviction-tenacity 0
OK
> CONFIG GET maxmemory-eviction-tenacity
1) "maxmemory-eviction-tenacity"
2) "0"
> CONFIG SET maxmemory-samples 0
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument must be between 1 and 64 inclusive
> CONFIG SET maxmemory-samples 65
(error) ERR CONFIG SET failed (possibly related to argument 'maxmemory-samples') - argument must be between 1 and 64 inclusive
> CONFIG SET maxmemory-samples 64
OK
> CONFIG SET maxmemory-samples 1
OK
> CONFIG GET maxmemory-samples
1) "maxmemory-samples"
2) "1"
> CONFIG SET min-replicas-max-lag -1
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-max-lag') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET min-replicas-max-lag 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-max-lag') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET min-replicas-max-lag 2147483647
OK
> CONFIG SET min-replicas-max-lag 0
OK
> CONFIG GET min-replicas-max-lag
1) "min-replicas-max-lag"
2) "0"
> CONFIG SET min-replicas-to-write -1
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-to-write') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET min-replicas-to-write 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'min-replicas-to-write') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET min-replicas-to-write 2147483647
OK
> CONFIG SET min-replicas-to-write 0
OK
> CONFIG GET min-replicas-to-write
1) "min-replicas-to-write"
2) "0"
> CONFIG SET repl-backlog-ttl -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-backlog-ttl') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET repl-backlog-ttl 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'repl-backlog-ttl') - argument couldn't be parsed into an integer
> CONFIG SET repl-backlog-ttl 9223372036854775807
OK
> CONFIG SET repl-backlog-ttl 0
OK
> CONFIG GET repl-backlog-ttl
1) "repl-backlog-ttl"
2) "0"
> CONFIG SET repl-diskless-sync-delay -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-delay') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET repl-diskless-sync-delay 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-delay') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET repl-diskless-sync-delay 2147483647
OK
> CONFIG SET repl-diskless-sync-delay 0
OK
> CONFIG GET repl-diskless-sync-delay
1) "repl-diskless-sync-delay"
2) "0"
> CONFIG SET repl-diskless-sync-max-replicas -1
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-max-replicas') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET repl-diskless-sync-max-replicas 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'repl-diskless-sync-max-replicas') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET repl-diskless-sync-max-replicas 2147483647
OK
> CONFIG SET repl-diskless-sync-max-replicas 0
OK
> CONFIG GET repl-diskless-sync-max-replicas
1) "repl-diskless-sync-max-replicas"
2) "0"
> CONFIG SET repl-ping-replica-period 0
(error) ERR CONFIG SET failed (possibly related to argument 'repl-ping-replica-period') - argument must be between 1 and 2147483647 inclusive
> CONFIG SET repl-ping-replica-period 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'repl-ping-replica-period') - argument must be between 1 and 2147483647 inclusive
> CONFIG SET repl-ping-replica-period 2147483647
OK
> CONFIG SET repl-ping-replica-period 1
OK
> CONFIG GET repl-ping-replica-period
1) "repl-ping-replica-period"
2) "1"
> CONFIG SET repl-timeout 0
(error) ERR CONFIG SET failed (possibly related to argument 'repl-timeout') - argument must be between 1 and 2147483647 inclusive
> CONFIG SET repl-timeout 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'repl-timeout') - argument must be between 1 and 2147483647 inclusive
> CONFIG SET repl-timeout 2147483647
OK
> CONFIG SET repl-timeout 1
OK
> CONFIG GET repl-timeout
1) "repl-timeout"
2) "1"
> CONFIG SET replica-announce-port -1
(error) ERR CONFIG SET failed (possibly related to argument 'replica-announce-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET replica-announce-port 65536
(error) ERR CONFIG SET failed (possibly related to argument 'replica-announce-port') - argument must be between 0 and 65535 inclusive
> CONFIG SET replica-announce-port 65535
OK
> CONFIG SET replica-announce-port 0
OK
> CONFIG GET replica-announce-port
1) "replica-announce-port"
2) "0"
> CONFIG SET replica-priority -1
(error) ERR CONFIG SET failed (possibly related to argument 'replica-priority') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET replica-priority 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'replica-priority') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET replica-priority 2147483647
OK
> CONFIG SET replica-priority 0
OK
> CONFIG GET replica-priority
1) "replica-priority"
2) "0"
> CONFIG SET set-max-intset-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-intset-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET set-max-intset-entries 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-intset-entries') - argument couldn't be parsed into an integer
> CONFIG SET set-max-intset-entries 9223372036854775807
OK
> CONFIG SET set-max-intset-entries 0
OK
> CONFIG GET set-max-intset-entries
1) "set-max-intset-entries"
2) "0"
> CONFIG SET set-max-listpack-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET set-max-listpack-entries 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-entries') - argument couldn't be parsed into an integer
> CONFIG SET set-max-listpack-entries 9223372036854775807
OK
> CONFIG SET set-max-listpack-entries 0
OK
> CONFIG GET set-max-listpack-entries
1) "set-max-listpack-entries"
2) "0"
> CONFIG SET set-max-listpack-value -1
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-value') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET set-max-listpack-value 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'set-max-listpack-value') - argument couldn't be parsed into an integer
> CONFIG SET set-max-listpack-value 9223372036854775807
OK
> CONFIG SET set-max-listpack-value 0
OK
> CONFIG GET set-max-listpack-value
1) "set-max-listpack-value"
2) "0"
> CONFIG SET shutdown-timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET shutdown-timeout 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET shutdown-timeout 2147483647
OK
> CONFIG SET shutdown-timeout 0
OK
> CONFIG GET shutdown-timeout
1) "shutdown-timeout"
2) "0"
> CONFIG SET slowlog-log-slower-than -2
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-log-slower-than') - argument must be between -1 and 9223372036854775807 inclusive
> CONFIG SET slowlog-log-slower-than 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-log-slower-than') - argument couldn't be parsed into an integer
> CONFIG SET slowlog-log-slower-than 9223372036854775807
OK
> CONFIG SET slowlog-log-slower-than -1
OK
> CONFIG GET slowlog-log-slower-than
1) "slowlog-log-slower-than"
2) "-1"
> CONFIG SET slowlog-max-len -1
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-max-len') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET slowlog-max-len 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-max-len') - argument couldn't be parsed into an integer
> CONFIG SET slowlog-max-len 9223372036854775807
OK
> CONFIG SET slowlog-max-len 0
OK
> CONFIG GET slowlog-max-len
1) "slowlog-max-len"
2) "0"
> CONFIG SET stream-node-max-bytes -1
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-bytes') - argument must be a memory value
> CONFIG SET stream-node-max-bytes 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-bytes') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET stream-node-max-bytes 9223372036854775807
OK
> CONFIG SET stream-node-max-bytes 0
OK
> CONFIG GET stream-node-max-bytes
1) "stream-node-max-bytes"
2) "0"
> CONFIG SET stream-node-max-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET stream-node-max-entries 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'stream-node-max-entries') - argument couldn't be parsed into an integer
> CONFIG SET stream-node-max-entries 9223372036854775807
OK
> CONFIG SET stream-node-max-entries 0
OK
> CONFIG GET stream-node-max-entries
1) "stream-node-max-entries"
2) "0"
> CONFIG SET tcp-keepalive -1
(error) ERR CONFIG SET failed (possibly related to argument 'tcp-keepalive') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tcp-keepalive 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'tcp-keepalive') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tcp-keepalive 2147483647
OK
> CONFIG SET tcp-keepalive 0
OK
> CONFIG GET tcp-keepalive
1) "tcp-keepalive"
2) "0"
> CONFIG SET timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET timeout 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET timeout 2147483647
OK
> CONFIG SET timeout 0
OK
> CONFIG GET timeout
1) "timeout"
2) "0"
> CONFIG SET tls-session-cache-size -1
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-size') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tls-session-cache-size 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-size') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tls-session-cache-size 2147483647
OK
> CONFIG SET tls-session-cache-size 0
OK
> CONFIG GET tls-session-cache-size
1) "tls-session-cache-size"
2) "0"
> CONFIG SET tls-session-cache-timeout -1
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tls-session-cache-timeout 2147483648
(error) ERR CONFIG SET failed (possibly related to argument 'tls-session-cache-timeout') - argument must be between 0 and 2147483647 inclusive
> CONFIG SET tls-session-cache-timeout 2147483647
OK
> CONFIG SET tls-session-cache-timeout 0
OK
> CONFIG GET tls-session-cache-timeout
1) "tls-session-cache-timeout"
2) "0"
> CONFIG SET tracking-table-max-keys -1
(error) ERR CONFIG SET failed (possibly related to argument 'tracking-table-max-keys') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET tracking-table-max-keys 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'tracking-table-max-keys') - argument couldn't be parsed into an integer
> CONFIG SET tracking-table-max-keys 9223372036854775807
OK
> CONFIG SET tracking-table-max-keys 0
OK
> CONFIG GET tracking-table-max-keys
1) "tracking-table-max-keys"
2) "0"
> CONFIG SET zset-max-listpack-entries -1
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-entries') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET zset-max-listpack-entries 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-entries') - argument couldn't be parsed into an integer
> CONFIG SET zset-max-listpack-entries 9223372036854775807
OK
> CONFIG SET zset-max-listpack-entries 0
OK
> CONFIG GET zset-max-listpack-entries
1) "zset-max-listpack-entries"
2) "0"
> CONFIG SET zset-max-listpack-value -1
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-value') - argument must be a memory value
> CONFIG SET zset-max-listpack-value 9223372036854775808
(error) ERR CONFIG SET failed (possibly related to argument 'zset-max-listpack-value') - argument must be between 0 and 9223372036854775807 inclusive
> CONFIG SET zset-max-listpack-value 9223372036854775807
OK
> CONFIG SET zset-max-listpack-value 0
OK
> CONFIG GET zset-max-listpack-value
1) "zset-max-listpack-value"
2) "0"
