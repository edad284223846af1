# ACL LOAD ends the sessions of users who are gone, and of subscribers who may no longer listen; others go on under the new rules.
!config include extra*.conf
!file users.acl
"user default on nopass ~* &* +@all\n"
"user a on >x ~* &* +@all\n"
"user b on >x ~* &* +@all\n"
"user c on >x ~* &* +@all\n"
"user s on >x ~* &* +@all\n"
!file extra.conf
"aclfile users.acl\n"
!restart
a> AUTH a x
OK
b> AUTH b x
OK
c> AUTH c x
OK
s> AUTH s x
OK
s> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
!file users.acl
"user default on nopass ~* &* +@all\n"
"user a on >x ~* &* +@all\n"
"user b on >x ~* &* -@all +acl\n"
"user s on >x ~* resetchannels +@all\n"
> ACL LOAD
OK
a> ACL WHOAMI
"a"
b> ACL WHOAMI
"b"
c: (closed)
s: (closed)
b> GET k
(error) NOPERM User b has no permissions to run the 'get' command
c> PING
PONG
c> AUTH c x
(error) WRONGPASS invalid username-password pair or user is disabled.
