# A password is asked for.
!config requirepass secret
> PING
(error) NOAUTH Authentication required.
> GET k
(error) NOAUTH Authentication required.
> nosuch a
(error) ERR unknown command 'nosuch', with args beginning with: 'a' 
> GET
(error) ERR wrong number of arguments for 'get' command
> HELLO
(error) NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time
> HELLO 3
(error) NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time
> RESET
RESET
> AUTH wrong
(error) WRONGPASS invalid username-password pair or user is disabled.
> AUTH default wrong
(error) WRONGPASS invalid username-password pair or user is disabled.
> AUTH nobody secret
(error) WRONGPASS invalid username-password pair or user is disabled.
> AUTH secret
OK
> PING
PONG
> AUTH wrong
(error) WRONGPASS invalid username-password pair or user is disabled.
> PING
PONG
> RESET
RESET
> PING
(error) NOAUTH Authentication required.
> AUTH default secret
OK
> PING
PONG
> CONFIG GET requirepass
1) "requirepass"
2) "secret"
b> HELLO 3 AUTH default secret SETNAME bee
1# "server" => "redis"
2# "version" => "8.0.2"
3# "proto" => (integer) 3
4# "id" => (integer) 1..1000000
5# "mode" => "standalone"
6# "role" => "master"
7# "modules" => ...
b> CLIENT GETNAME
"bee"
b> CONFIG SET requirepass ""
OK
c> PING
PONG
c> AUTH secret
(error) ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?
c> CONFIG SET requirepass other
OK
c> PING
PONG
d> PING
(error) NOAUTH Authentication required.
d> AUTH other
OK
d> QUIT
OK

# Who has not said the password may not send much.
!raw e "*11\r\n$4\r\nPING\r\n"
"-ERR Protocol error: unauthenticated multibulk length\r\n"
(closed)
!raw e "*2\r\n$16385\r\n"
"-ERR Protocol error: unauthenticated bulk length\r\n"
(closed)
!raw e "*10\r\n$16384\r\n"
(nothing)
f> QUIT
OK
f: (closed)
