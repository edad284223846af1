# LATENCY: an event of defragmentation that takes 20 ms at a time.
!skip oracle
> CONFIG SET latency-monitor-threshold 1
OK
> CONFIG SET active-defrag-ignore-bytes 1 active-defrag-threshold-lower 0 active-defrag-cycle-us 20000
OK
> CONFIG SET active-defrag-cycle-max 99 active-defrag-cycle-min 99
OK
> EVAL "for i = 1, 100000 do redis.call('SET', 'key:' .. i, 'value:of:some:length:' .. i) end for i = 1, 100000 do if i % 4 > 0 then redis.call('DEL', 'key:' .. i) end end" 0
(nil)
> CONFIG SET activedefrag yes
OK
!until 9s > LATENCY HISTORY active-defrag-cycle
1) 1) (any)
   2) (integer) 1..5000
...
> CONFIG SET activedefrag no
OK
> LATENCY DOCTOR
...
... active-defrag-cycle: ...
...
