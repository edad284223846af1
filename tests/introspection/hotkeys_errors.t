# What HOTKEYS refuses, and its help.
!skip oracle

> HOTKEYS
(error) ERR wrong number of arguments for 'hotkeys' command
> HOTKEYS FOO
(error) ERR unknown subcommand 'FOO'. Try HOTKEYS HELP.
> HOTKEYS START
(error) ERR wrong number of arguments for 'hotkeys|start' command
> HOTKEYS START COUNT 5 SAMPLE 2
(error) ERR METRICS parameter is required
> HOTKEYS START METRICS 0 CPU
(error) ERR METRICS count must be 1 or 2
> HOTKEYS START METRICS 3 CPU NET CPU
(error) ERR METRICS count must be 1 or 2
> HOTKEYS START METRICS x CPU
(error) ERR METRICS count must be 1 or 2
> HOTKEYS START METRICS 2 CPU
(error) ERR syntax error
> HOTKEYS START METRICS 2 CPU CPU
(error) ERR syntax error
> HOTKEYS START METRICS 1 DISK
(error) ERR syntax error
> HOTKEYS START METRICS 1 CPU NET
(error) ERR syntax error
> HOTKEYS START METRICS 1 CPU METRICS 1 NET
(error) ERR syntax error
> HOTKEYS START METRICS 1 CPU COUNT 0
(error) ERR COUNT must be between 1 and 64
> HOTKEYS START METRICS 1 CPU COUNT 65
(error) ERR COUNT must be between 1 and 64
> HOTKEYS START METRICS 1 CPU COUNT
(error) ERR syntax error
> HOTKEYS START METRICS 1 CPU DURATION -1
(error) ERR DURATION must not be negative
> HOTKEYS START METRICS 1 CPU SAMPLE 0
(error) ERR SAMPLE ratio must be positive
> HOTKEYS START METRICS 1 CPU SLOTS 1 5
(error) ERR SLOTS is only supported in cluster mode
> HOTKEYS GET x
(error) ERR wrong number of arguments for 'hotkeys|get' command
> HOTKEYS TOP COUNT
(error) ERR syntax error
> HOTKEYS TOP COUNT 0
(error) ERR COUNT must be between 1 and 64
> HOTKEYS TOP COUNT x
(error) ERR COUNT must be between 1 and 64
> HOTKEYS TOP LAST 5
(error) ERR syntax error
> HOTKEYS GET
(nil)
> EVAL "return redis.call('HOTKEYS','GET')" 0
(error) ERR This Redis command is not allowed from script script: ...
> HOTKEYS HELP
1) HOTKEYS <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
...
