# A list that is named without words is an empty one.
!config save
!config client-output-buffer-limit
!config latency-tracking-info-percentiles
> CONFIG GET save
1) "save"
2) ""
> CONFIG GET client-output-buffer-limit
1) "client-output-buffer-limit"
2) "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
> CONFIG GET latency-tracking-info-percentiles
1) "latency-tracking-info-percentiles"
2) ""
