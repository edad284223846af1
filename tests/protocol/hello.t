# HELLO, AUTH, RESET, QUIT without passwords.
> HELLO
 1) "server"
 2) "redis"
 3) "version"
 4) "..."
 5) "proto"
 6) (integer) 2
 7) "id"
 8) (integer) 1..1000000
 9) "mode"
10) "standalone"
11) "role"
12) "master"
...
> HELLO 3
1# "server" => "redis"
2# "version" => "8.0.2"
3# "proto" => (integer) 3
4# "id" => (integer) 1..1000000
5# "mode" => "standalone"
6# "role" => "master"
7# "modules" => ...
> HELLO
1# "server" => "redis"
2# "version" => "8.0.2"
3# "proto" => (integer) 3
4# "id" => (integer) 1..1000000
5# "mode" => "standalone"
6# "role" => "master"
7# "modules" => ...
> HELLO 2
 1) "server"
 2) "redis"
 3) "version"
 4) "8.0.2"
 5) "proto"
 6) (integer) 2
 7) "id"
 8) (integer) 1..1000000
 9) "mode"
10) "standalone"
11) "role"
12) "master"
...
> HELLO 4
(error) NOPROTO unsupported protocol version
> HELLO 1
(error) NOPROTO unsupported protocol version
> HELLO abc
(error) ERR Protocol version is not an integer or out of range
> HELLO ""
(error) ERR Protocol version is not an integer or out of range
> HELLO 3.0
(error) ERR Protocol version is not an integer or out of range
> HELLO 3 FOO
(error) ERR Syntax error in HELLO option 'FOO'
> HELLO 3 AUTH
(error) ERR Syntax error in HELLO option 'AUTH'
> HELLO 3 AUTH default
(error) ERR Syntax error in HELLO option 'AUTH'
> HELLO 3 SETNAME
(error) ERR Syntax error in HELLO option 'SETNAME'
> HELLO 3 SETNAME "a b"
(error) ERR Client names cannot contain spaces, newlines or special characters.
> HELLO 3 AUTH default wrong
1# "server" => "redis"
2# "version" => "8.0.2"
3# "proto" => (integer) 3
4# "id" => (integer) 1..1000000
5# "mode" => "standalone"
6# "role" => "master"
7# "modules" => ...
> HELLO 3 AUTH nobody x
(error) WRONGPASS invalid username-password pair or user is disabled.
> HELLO 2 SETNAME tester
 1) "server"
 2) "redis"
 3) "version"
 4) "8.0.2"
 5) "proto"
 6) (integer) 2
 7) "id"
 8) (integer) 1..1000000
 9) "mode"
10) "standalone"
11) "role"
12) "master"
...
> CLIENT GETNAME
"tester"
> HELLO 2 SETNAME other FOO
(error) ERR Syntax error in HELLO option 'FOO'
> CLIENT GETNAME
"tester"
> HELLO 2 AUTH default "" SETNAME x
 1) "server"
 2) "redis"
 3) "version"
 4) "8.0.2"
 5) "proto"
 6) (integer) 2
 7) "id"
 8) (integer) 1..1000000
 9) "mode"
10) "standalone"
11) "role"
12) "master"
...
> HELLO SETNAME x
(error) ERR Protocol version is not an integer or out of range
> AUTH x
(error) ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?
> AUTH default x
OK
> AUTH nobody x
(error) WRONGPASS invalid username-password pair or user is disabled.
> AUTH a b c
(error) ERR syntax error
> AUTH
(error) ERR wrong number of arguments for 'auth' command

# RESET returns a connection to how it began.
> SELECT 5
OK
> CLIENT SETNAME me
OK
> MULTI
OK
> SET k v
QUEUED
> RESET
RESET
> CLIENT GETNAME
(nil)
> GET k
(nil)
> EXEC
(error) ERR EXEC without MULTI
> HELLO 3
1# "server" => "redis"
2# "version" => "8.0.2"
3# "proto" => (integer) 3
4# "id" => (integer) 1..1000000
5# "mode" => "standalone"
6# "role" => "master"
7# "modules" => ...
> CLIENT TRACKING on
OK
> RESET
RESET
> CLIENT TRACKINGINFO
1) "flags"
2) 1) "off"
3) "redirect"
4) (integer) -1
5) "prefixes"
6) (empty array)
> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
> RESET
RESET
> GET k
(nil)
> MONITOR
OK
> RESET
RESET
> WATCH k
OK
> RESET
RESET
w> SET k 1
OK
> RESET x
(error) ERR wrong number of arguments for 'reset' command

# QUIT says OK and goes.
> QUIT
OK
: (closed)
> MULTI
OK
> QUIT
OK
: (closed)
> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
> QUIT
OK
: (closed)
> QUIT extra words
OK
: (closed)
