# COMMANDLOG's refusals and help; Redis does not have it, Valkey does.
!skip oracle

> COMMANDLOG
(error) ERR wrong number of arguments for 'commandlog' command
> COMMANDLOG GET
(error) ERR wrong number of arguments for 'commandlog|get' command
> COMMANDLOG GET 1
(error) ERR wrong number of arguments for 'commandlog|get' command
> COMMANDLOG GET 1 slow more
(error) ERR wrong number of arguments for 'commandlog|get' command
> COMMANDLOG GET x slow
(error) ERR count should be greater than or equal to -1
> COMMANDLOG GET -2 slow
(error) ERR count should be greater than or equal to -1
> COMMANDLOG GET 1 foo
(error) ERR type should be one of the following: slow, large-request, large-reply
> COMMANDLOG LEN
(error) ERR wrong number of arguments for 'commandlog|len' command
> COMMANDLOG LEN foo
(error) ERR type should be one of the following: slow, large-request, large-reply
> COMMANDLOG RESET
(error) ERR wrong number of arguments for 'commandlog|reset' command
> COMMANDLOG RESET foo
(error) ERR type should be one of the following: slow, large-request, large-reply
> COMMANDLOG RESET SLOW
OK
> COMMANDLOG LEN LARGE-Reply
(integer) 0
> COMMANDLOG FOO
(error) ERR unknown subcommand 'FOO'. Try COMMANDLOG HELP.
> COMMANDLOG HELP
 1) COMMANDLOG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
 2) GET <count> <type>
 3)     Return top <count> entries of the specified <type> from the commandlog (-1 mean all).
 4)     Entries are made of:
 5)     id, timestamp,
 6)         time in microseconds for type of slow,
 7)         or size in bytes for type of large-request,
 8)         or size in bytes for type of large-reply
 9)     arguments array, client IP and port,
10)     client name
11) LEN <type>
12)     Return the length of the specified type of commandlog.
13) RESET <type>
14)     Reset the specified type of commandlog.
15) HELP
16)     Print this help.
