# With every setting in the file the server starts again, as it was.
!config timeout 7
!config save 900 1
> DEBUG CONFIG-REWRITE-FORCE-ALL
OK
!restart
> CONFIG GET timeout
1) "timeout"
2) "7"
> CONFIG GET save
1) "save"
2) "900 1"
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
> CONFIG GET latency-tracking-info-percentiles
1) "latency-tracking-info-percentiles"
2) "50 99 99.9"
