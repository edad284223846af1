# ACL LOG counts like refusals together while less than a minute lies between one and the next.
> ACL SETUSER u on >p -@all +get
OK
a> AUTH u bad
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH u p
OK
a> GET k
(error) NOPERM No permissions to access a key
!wait 40s
a> GET k
(error) NOPERM No permissions to access a key
!wait 40s
a> GET k
(error) NOPERM No permissions to access a key
a> SET k v
(error) NOPERM User u has no permissions to run the 'set' command
> ACL LOG
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "command"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "set"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... cmd=set user=u ..."
   15) "entry-id"
   16) (integer) 2
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
2)  1) "count"
    2) (integer) 3
    3) "reason"
    4) "key"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "k"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... cmd=get user=u ..."
   15) "entry-id"
   16) (integer) 1
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
3)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "auth"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "AUTH"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "80..."
   13) "client-info"
   14) "id=... cmd=auth user=default ..."
   15) "entry-id"
   16) (integer) 0
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
!wait 61s
a> GET k
(error) NOPERM No permissions to access a key
> ACL LOG
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "key"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "k"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... cmd=get user=u ..."
   15) "entry-id"
   16) (integer) 3
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
2)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "command"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "set"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "61..."
   13) "client-info"
   14) "id=... cmd=set user=u ..."
   15) "entry-id"
   16) (integer) 2
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
3)  1) "count"
    2) (integer) 3
    3) "reason"
    4) "key"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "k"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "61..."
   13) "client-info"
   14) "id=... cmd=get user=u ..."
   15) "entry-id"
   16) (integer) 1
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
4)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "auth"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "AUTH"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "141..."
   13) "client-info"
   14) "id=... cmd=auth user=default ..."
   15) "entry-id"
   16) (integer) 0
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
> ACL LOG RESET
OK
> ACL LOG
(empty array)
a> GET k
(error) NOPERM No permissions to access a key
> ACL LOG 5
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "key"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "k"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... cmd=get user=u ..."
   15) "entry-id"
   16) (integer) 4
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
> INFO stats
...
acl_access_denied_auth:1
acl_access_denied_cmd:1
acl_access_denied_key:5
acl_access_denied_channel:0
...
> CONFIG RESETSTAT
OK
> INFO stats
...
acl_access_denied_auth:1
acl_access_denied_cmd:1
acl_access_denied_key:5
acl_access_denied_channel:0
...
