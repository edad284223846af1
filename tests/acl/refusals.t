# What a user may not do, and how it is said and logged.
> ACL SETUSER g on >p %R~r* %W~w* ~b* &c* &lit* -@all +get +set +del +copy +publish +subscribe +psubscribe +unsubscribe +multi +exec +select|0 +config|get +mget +lmove +acl|whoami +sort +getset
OK
a> AUTH g wrong
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH nobody p
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH g p
OK
a> ACL WHOAMI
"g"
a> PING
(error) NOPERM User g has no permissions to run the 'ping' command
a> CONFIG SET maxmemory 0
(error) NOPERM User g has no permissions to run the 'config|set' command
a> CONFIG GET maxmemory
1) "maxmemory"
2) "0"
a> GET r1
(nil)
a> SET r1 x
(error) NOPERM No permissions to access a key
a> SET w1 x
OK
a> GET w1
(error) NOPERM No permissions to access a key
a> GETSET w1 x
(error) NOPERM No permissions to access a key
a> GETSET b1 x
(nil)
a> GET b1
"x"
a> MGET r1 b1 q
(error) NOPERM No permissions to access a key
a> COPY w1 b1
(error) NOPERM No permissions to access a key
a> COPY r1 w2
(integer) 0
a> SELECT 0
OK
a> SELECT 1
(error) NOPERM User g has no permissions to run the 'select' command
a> PUBLISH c1 x
(integer) 0
a> PUBLISH d x
(error) NOPERM No permissions to access a channel
a> SUBSCRIBE c1 d
(error) NOPERM No permissions to access a channel
a> PSUBSCRIBE cc*
(error) NOPERM No permissions to access a channel
a> UNSUBSCRIBE
1) "unsubscribe"
2) (nil)
3) (integer) 0
a> NOSUCH
(error) ERR unknown command 'NOSUCH', with args beginning with: 
a> GET
(error) ERR wrong number of arguments for 'get' command
> ACL DRYRUN g get r1
OK
> ACL DRYRUN g get q
"User g has no permissions to access the 'q' key"
> ACL DRYRUN g flushall
"User g has no permissions to run the 'flushall' command"
> ACL DRYRUN g publish d x
"User g has no permissions to access the 'd' channel"
> ACL DRYRUN g get
(error) ERR wrong number of arguments for 'get' command
> ACL DRYRUN g nosuch
(error) ERR Command 'nosuch' not found
> ACL DRYRUN nobody get
(error) ERR User 'nobody' not found
> ACL DRYRUN g psubscribe lit*
OK
> ACL DRYRUN g psubscribe c1
"User g has no permissions to access the 'c1' channel"
> ACL DRYRUN g subscribe c1
OK
> ACL DRYRUN g lmove w1 w2 left left
"User g has no permissions to access the 'w1' key"

# Selectors: one of them must allow everything.
> ACL SETUSER s on nopass -@all (+get ~a) (+set ~b)
OK
b> AUTH s x
OK
b> GET a
(nil)
b> SET b 1
OK
b> SET a 1
(error) NOPERM No permissions to access a key
b> GET b
(error) NOPERM No permissions to access a key
b> DEL a
(error) NOPERM User s has no permissions to run the 'del' command

# Inside a transaction, and rights that change before EXEC.
a> MULTI
OK
a> FLUSHALL
(error) NOPERM User g has no permissions to run the 'flushall' command
a> EXEC
(error) EXECABORT Transaction discarded because of previous errors.
a> MULTI
OK
a> SET b1 y
QUEUED
a> GET r1
QUEUED
> ACL SETUSER g -get resetkeys ~r*
OK
a> EXEC
1) (error) NOPERM ACLs rules changed between the moment the transaction was accumulated and the EXEC call. This command is no longer allowed for the following reason: no permission to touch the specified keys
2) (error) NOPERM ACLs rules changed between the moment the transaction was accumulated and the EXEC call. This command is no longer allowed for the following reason: no permission to execute the command or subcommand
a> GET r1
(error) NOPERM User g has no permissions to run the 'get' command

# Who listens to what he may no longer hear, and whose user goes, is cut off.
c> AUTH g p
OK
c> SUBSCRIBE c1
1) "subscribe"
2) "c1"
3) (integer) 1
> ACL SETUSER g resetchannels &z
OK
c: (closed)
> ACL DELUSER s
(integer) 1
b: (closed)
d> AUTH g p
OK
d> ACL WHOAMI
"g"
> ACL SETUSER g off
OK
d> ACL WHOAMI
"g"
e> AUTH g p
(error) WRONGPASS invalid username-password pair or user is disabled.

# Who waits is asked for his rights again when his turn comes.
> ACL SETUSER waiter on nopass ~waited* +@all
OK
w> AUTH waiter x
OK
w> BLPOP waited 0
> ACL SETUSER waiter resetkeys
OK
> RPUSH waited v
(integer) 1
w: (error) NOPERM No permissions to access a key
> LLEN waited
(integer) 1
