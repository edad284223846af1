# Users stand in redis.conf or in a file of their own, not in both; a wrong one keeps the server from starting.
!config include more*.conf
!file users.acl
"user default on nopass ~* &* +@all\n"
!file more.conf
"user alice on nopass ~* +@all\n"
"aclfile users.acl\n"
!refuse
Configuring Redis with users defined in redis.conf and at the same setting an ACL file path is invalid. ...
!file more.conf
"aclfile none.acl\n"
!refuse
Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'none.acl': No such file or directory
!file users.acl
"user default on nopass ~* &* +@all\n"
"user bob +nosuch\n"
!file more.conf
"aclfile users.acl\n"
!refuse
Aborting Redis startup because of ACL errors: users.acl:2: Error in applying operation '+nosuch': Unknown command or category name in ACL. WARNING: ACL errors detected, no change to the previously active ACL rules was performed
!file more.conf
"user bob on\n"
"user bob off\n"
!refuse
...Duplicate user found. A user can only be defined once in config files...

# requirepass and `user default` together: the user line is the later word, an empty aclfile is none.
!file more.conf
"aclfile \"\"\n"
"requirepass secret\n"
"user bob on >x ~* +@all\n"
!restart
> PING
(error) NOAUTH Authentication required.
> AUTH secret
OK
> ACL LIST
1) "user bob on sanitize-payload #2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 ~* resetchannels +@all"
2) "user default on sanitize-payload #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~* &* +@all"

# Which line it was that has a wrong rule, ours says (Redis: only that there is one).
!skip oracle
!file more.conf
"user bob +nosuch\n"
!refuse
>>> 'user bob +nosuch'
Error in user declaration 'bob': Unknown command or category name in ACL
