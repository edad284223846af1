# requirepass is the password of the default user.
> CONFIG SET requirepass foo
OK
> CONFIG GET requirepass
1) "requirepass"
2) "foo"
> PING
PONG
> ACL GETUSER default
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
 5) "commands"
 6) "+@all"
 7) "keys"
 8) "~*"
 9) "channels"
10) "&*"
11) "selectors"
12) (empty array)
a> PING
(error) NOAUTH Authentication required.
a> AUTH bar
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH foo
OK
a> PING
PONG
b> AUTH default foo
OK
b> ACL WHOAMI
"default"
> CONFIG SET requirepass ""
OK
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
c> PING
PONG
c> AUTH foo
(error) ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?
> ACL SETUSER default off
OK
d> PING
(error) NOAUTH Authentication required.
> PING
PONG
