# Settings from the file, by either of their names.
!config maxmemory 100mb
!config slave-read-only no
!config hash-max-ziplist-entries 17
!config save 900 1
!config save 300 10
!config client-output-buffer-limit normal 1mb 512kb 10
!config timeout 7
!config "maxmemory-policy" 'allkeys-lru'
!config proc-title-template "{title} \x41"
# A comment may stand there as well.
!config # the next line is empty
!config notify-keyspace-events "KEA"
> CONFIG GET maxmemory
1) "maxmemory"
2) "104857600"
> CONFIG GET replica-read-only
1) "replica-read-only"
2) "no"
> CONFIG GET hash-max-listpack-entries
1) "hash-max-listpack-entries"
2) "17"
> CONFIG GET save
1) "save"
2) "900 1 300 10"
> CONFIG GET timeout
1) "timeout"
2) "7"
> CONFIG GET maxmemory-policy
1) "maxmemory-policy"
2) "allkeys-lru"
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 1048576 524288 10 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
> CONFIG GET notify-keyspace-events
1) "notify-keyspace-events"
2) "AKE"

# REWRITE writes what has changed and keeps the rest.
> CONFIG SET timeout 9 appendfsync always maxmemory-policy volatile-ttl save ""
OK
> CONFIG REWRITE
OK
!restart
> CONFIG GET timeout
1) "timeout"
2) "9"
> CONFIG GET appendfsync
1) "appendfsync"
2) "always"
> CONFIG GET maxmemory-policy
1) "maxmemory-policy"
2) "volatile-ttl"
> CONFIG GET save
1) "save"
2) ""
> CONFIG GET maxmemory
1) "maxmemory"
2) "104857600"
> CONFIG GET hash-max-listpack-entries
1) "hash-max-listpack-entries"
2) "17"
