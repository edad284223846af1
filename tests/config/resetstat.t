# CONFIG RESETSTAT forgets what was counted.
> SET k v
OK
> GET k
"v"
> GET missing
(nil)
> nosuch
(error) ERR unknown command 'nosuch', with args beginning with: 
> CONFIG RESETSTAT
OK
> INFO stats
...
total_error_replies:0
...
> INFO stats
...
keyspace_hits:0
keyspace_misses:0
...
> INFO errorstats
"# Errorstats\r\n"
> INFO commandstats
...
cmdstat_config|resetstat:calls=1,usec=...,usec_per_call=...,rejected_calls=0,failed_calls=0
...
> CONFIG RESETSTAT x
(error) ERR wrong number of arguments for 'config|resetstat' command
