# CLIENT REPLY.
> CLIENT REPLY ON
OK
> CLIENT REPLY SKIP
(nothing)
> ECHO dropped
(nothing)
> ECHO heard
"heard"
> CLIENT REPLY OFF
(nothing)
> PING
(nothing)
> CLIENT REPLY SKIP
(nothing)
> nosuch
(nothing)
> CLIENT REPLY ON
OK
> PING
PONG
> CLIENT REPLY FOO
(error) ERR syntax error
> CLIENT REPLY
(error) ERR wrong number of arguments for 'client|reply' command
> CLIENT REPLY on x
(error) ERR wrong number of arguments for 'client|reply' command
