# What becomes of connections when their user changes: rights count at once, identities stay, subscriptions that are no longer allowed end.
> ACL SETUSER u on >one ~* &news:* +@all
OK
a> AUTH u one
OK
b> AUTH u one
OK
b> SUBSCRIBE news:1
1) "subscribe"
2) "news:1"
3) (integer) 1
c> AUTH u one
OK
c> PSUBSCRIBE news:*
1) "psubscribe"
2) "news:*"
3) (integer) 1
d> AUTH u one
OK
d> SSUBSCRIBE news:s
1) "ssubscribe"
2) "news:s"
3) (integer) 1
w> AUTH u one
OK
w> BLPOP queue 0
x> AUTH u one
OK
x> MULTI
OK
x> SET k v
QUEUED

# A new password, or being switched off, ends nothing; only logging in is another matter.
> ACL SETUSER u >two <one
OK
> ACL SETUSER u off
OK
a> SET k 1
OK
a> ACL WHOAMI
"u"
y> AUTH u one
(error) WRONGPASS invalid username-password pair or user is disabled.
y> AUTH u two
(error) WRONGPASS invalid username-password pair or user is disabled.
> ACL SETUSER u on
OK
y> AUTH u one
(error) WRONGPASS invalid username-password pair or user is disabled.
y> AUTH u two
OK

# Rights count at once.
> ACL SETUSER u -set
OK
a> SET k 2
(error) NOPERM User u has no permissions to run the 'set' command
x> EXEC
1) (error) NOPERM ACLs rules changed between the moment the transaction was accumulated and the EXEC call. This command is no longer allowed for the following reason: no permission to execute the command or subcommand
> ACL SETUSER u +@all ~k
(error) ERR Error in ACL SETUSER modifier '~k': Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns
> ACL SETUSER u resetkeys ~k
OK
a> GET other
(error) NOPERM No permissions to access a key
a> GET k
"1"

# Channels: who listens to what is allowed still stays, others are cut off. More channels harm nobody.
> ACL SETUSER u &more:*
OK
> PUBLISH news:1 x
(integer) 2
b: 1) "message"
   2) "news:1"
   3) "x"
c: 1) "pmessage"
   2) "news:*"
   3) "news:1"
   4) "x"
> ACL SETUSER u resetchannels &news:1 &news:s
OK
c: (closed)
> PUBLISH news:1 y
(integer) 1
b: 1) "message"
   2) "news:1"
   3) "y"
> SPUBLISH news:s z
(integer) 1
d: 1) "smessage"
   2) "news:s"
   3) "z"
> ACL SETUSER u resetchannels &news:1
OK
d: (closed)
> ACL SETUSER u allchannels
OK
> ACL SETUSER u resetchannels &news:*
OK
> PUBLISH news:1 z
(integer) 1
b: 1) "message"
   2) "news:1"
   3) "z"
!resp 3 r
r> AUTH u two
OK
r> SUBSCRIBE news:2
1> "subscribe"
2> "news:2"
3> (integer) 1
a> UNSUBSCRIBE
1) "unsubscribe"
2) (nil)
3) (integer) 0
> ACL SETUSER u reset on >two ~* +@all
OK
b: (closed)
r: (closed)
a> ACL WHOAMI
"u"

# Even one's own.
!resp 3 o
> ACL SETUSER o on nopass &* ~* +@all
OK
o> AUTH o x
OK
o> SUBSCRIBE ch
1> "subscribe"
2> "ch"
3> (integer) 1
o> ACL SETUSER o resetchannels
OK
o: (closed)

# A user who is deleted takes his connections with him: those that wait, or are in a transaction, too. Others stay.
x> AUTH u two
OK
x> MULTI
OK
> ACL DELUSER u nobody
(integer) 1
a: (closed)
w: (closed)
x: (closed)
y: (closed)
> ACL SETUSER me on nopass ~* +@all
OK
z> AUTH me x
OK
z> ACL DELUSER me
(integer) 1
z: (closed)
> ACL USERS
1) "default"
2) "o"

# RESET makes one the default user again, HELLO AUTH another.
> ACL SETUSER u on nopass ~* +@all
OK
a> AUTH u x
OK
a> RESET
RESET
a> ACL WHOAMI
"default"
a> HELLO 2 AUTH u any
(any)
a> ACL WHOAMI
"u"
a> HELLO 3 AUTH nobody x
(error) WRONGPASS invalid username-password pair or user is disabled.
a> ACL WHOAMI
"u"

# The default user may lose rights and password, but cannot go.
> ACL DELUSER default
(error) ERR The 'default' user cannot be removed
> ACL SETUSER default -@all +acl
OK
a> ACL SETUSER default +@all
OK
> PING
PONG
> ACL SETUSER default resetpass
OK
b> PING
(error) NOAUTH Authentication required.
b> AUTH u x
OK
b> ACL SETUSER default nopass
OK
b> PING
PONG
