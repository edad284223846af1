# LATENCY.
> LATENCY LATEST
(empty array)
> LATENCY HISTORY command
(empty array)
> LATENCY RESET
(integer) 0
> CONFIG SET latency-monitor-threshold 5
OK
> DEBUG SLEEP 0.02
OK
> LATENCY LATEST
1) 1) "command"
   2) (integer) 1700000000..99999999999
   3) (integer) 15..2000
   4) (integer) 15..2000
> LATENCY HISTORY command
1) 1) (integer) 1700000000..99999999999
   2) (integer) 15..2000
> LATENCY GRAPH command
command - high ... ms, low ... ms (all time high ... ms)
--------------------------------------------------------------------------------
...
> LATENCY GRAPH nosuch
(error) ERR No samples available for event 'nosuch'
> LATENCY DOCTOR
Dave, I have observed latency spikes in this Redis instance. ...
...
> LATENCY RESET command nosuch
(integer) 1
> LATENCY LATEST
(empty array)
> CONFIG SET latency-monitor-threshold 0
OK
> LATENCY DOCTOR
I'm sorry, Dave, I can't do that. Latency monitoring is disabled in this Redis instance. You may use "CONFIG SET latency-monitor-threshold <milliseconds>." in order to enable it. If we weren't in a deep space mission I'd suggest to take a look at https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency-monitor.
> CONFIG RESETSTAT
OK
> SET k v
OK
> LATENCY HISTOGRAM set
1) "set"
2) 1) "calls"
   2) (integer) 1
   3) "histogram_usec"
   4) 1) (integer) 1..1000000
      2) (integer) 1
> LATENCY HISTOGRAM nosuch
(empty array)
> LATENCY HISTOGRAM config
(pairs in any order)
1) "config|resetstat"
2) 1) "calls"
   2) (integer) 1
   ...
...
> LATENCY NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try LATENCY HELP.
> LATENCY
(error) ERR wrong number of arguments for 'latency' command
> LATENCY HISTORY
(error) ERR wrong number of arguments for 'latency|history' command
> LATENCY GRAPH
(error) ERR wrong number of arguments for 'latency|graph' command
