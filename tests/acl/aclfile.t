# A file of users: all of it or nothing, at the start and with ACL LOAD; ACL SAVE writes it.
!config include more*.conf
!file users.acl
"\n"
"user alice on >secret ~a:* &* -@all +@read\n"
"  user bob off nopass %R~x (+set ~y)  \n"
"user default on nopass ~* &* +@all\n"
!file more.conf
"aclfile users.acl\n"
!restart
> ACL LIST
1) "user alice on sanitize-payload #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~a:* &* -@all +@read"
2) "user bob off nopass sanitize-payload %R~x resetchannels -@all (~y resetchannels -@all +set)"
3) "user default on nopass sanitize-payload ~* &* +@all"
> CONFIG GET aclfile
1) "aclfile"
2) "users.acl"
> CONFIG SET aclfile other
(error) ERR CONFIG SET failed (possibly related to argument 'aclfile') - can't set immutable config

# One mistake, and nothing of it counts; all mistakes are told.
!file users.acl
"user default on nopass ~* &* +@all\n"
"user carol on +nosuch +@nosuch\n"
"usr dave on\n"
"user\n"
"user alice on\n"
"user alice off\n"
"user eve (+get ~x\n"
"user \"q\" on\n"
> ACL LOAD
(error) ERR users.acl:2: Error in applying operation '+nosuch': Unknown command or category name in ACL. users.acl:2: Error in applying operation '+@nosuch': Unknown command or category name in ACL. users.acl:3 should start with user keyword followed by the username. users.acl:4 should start with user keyword followed by the username. WARNING: Duplicate user 'alice' found on line 6. users.acl:7: Unmatched parenthesis in selector definition.WARNING: ACL errors detected, no change to the previously active ACL rules was performed
> ACL USERS
1) "alice"
2) "bob"
3) "default"

# SAVE writes what stands here; LOAD reads it again.
> ACL SETUSER carol on #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~c:* +get +config|get +select|0 (~d:* &e +@list)
OK
> ACL SETUSER alice skip-sanitize-payload
OK
> ACL LIST
1) "user alice on skip-sanitize-payload #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~a:* &* -@all +@read"
2) "user bob off nopass sanitize-payload %R~x resetchannels -@all (~y resetchannels -@all +set)"
3) "user carol on sanitize-payload #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~c:* resetchannels -@all +get +config|get +select|0 (~d:* resetchannels &e -@all +@list)"
4) "user default on nopass sanitize-payload ~* &* +@all"
> ACL SAVE
OK
> ACL DELUSER carol bob
(integer) 2
> ACL LOAD
OK
> ACL LIST
1) "user alice on skip-sanitize-payload #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~a:* &* -@all +@read"
2) "user bob off nopass sanitize-payload %R~x resetchannels -@all (~y resetchannels -@all +set)"
3) "user carol on sanitize-payload #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~c:* resetchannels -@all +get +config|get +select|0 (~d:* resetchannels &e -@all +@list)"
4) "user default on nopass sanitize-payload ~* &* +@all"

# A file without the default user: he is then as he was born.
!file users.acl
"user zoe on nopass ~* &* +@all\n"
> ACL SETUSER default >x
OK
> ACL LOAD
OK
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user zoe on nopass sanitize-payload ~* &* +@all"
!file users.acl
""
> ACL LOAD
OK
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
