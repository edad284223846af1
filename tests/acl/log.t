# ACL LOG tells of refusals; like ones within a minute are counted together.
> ACL LOG RESET
OK
> ACL SETUSER g on >p ~r* -@all +get +multi +exec +acl|whoami
OK
a> AUTH g bad
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH g bad
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH g p
OK
a> SET x 1
(error) NOPERM User g has no permissions to run the 'set' command
a> SET y 1
(error) NOPERM User g has no permissions to run the 'set' command
a> GET x
(error) NOPERM No permissions to access a key
a> GET x
(error) NOPERM No permissions to access a key
a> MULTI
OK
a> INCR x
(error) NOPERM User g has no permissions to run the 'incr' command
a> EXEC
(error) EXECABORT Transaction discarded because of previous errors.
> ACL LOG 1
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "command"
    5) "context"
    6) "multi"
    7) "object"
    8) "incr"
    9) "username"
   10) "g"
   11) "age-seconds"
   12) "0..."
   13) "client-info"
   14) "id=... cmd=... user=... redir=-1 ..."
   15) "entry-id"
   16) (integer) 0..99
   17) "timestamp-created"
   18) (integer) 1000000000000..9000000000000
   19) "timestamp-last-updated"
   20) (integer) 1000000000000..9000000000000
> ACL LOG 0
(empty array)
!resp 3
> ACL LOG 10
1)  1# "count" => (integer) 1
    2# "reason" => "command"
    3# "context" => "multi"
    4# "object" => "incr"
    5# "username" => "g"
    6# "age-seconds" => (double) 0..9
    7# "client-info" => "id=... cmd=... user=... redir=-1 ..."
    8# "entry-id" => (integer) 0..99
    9# "timestamp-created" => (integer) 1000000000000..9000000000000
   10# "timestamp-last-updated" => (integer) 1000000000000..9000000000000
2)  1# "count" => (integer) 2
    2# "reason" => "key"
    3# "context" => "toplevel"
    4# "object" => "x"
    5# "username" => "g"
    6# "age-seconds" => (double) 0..9
    7# "client-info" => "id=... cmd=... user=... redir=-1 ..."
    8# "entry-id" => (integer) 0..99
    9# "timestamp-created" => (integer) 1000000000000..9000000000000
   10# "timestamp-last-updated" => (integer) 1000000000000..9000000000000
3)  1# "count" => (integer) 2
    2# "reason" => "command"
    3# "context" => "toplevel"
    4# "object" => "set"
    5# "username" => "g"
    6# "age-seconds" => (double) 0..9
    7# "client-info" => "id=... cmd=... user=... redir=-1 ..."
    8# "entry-id" => (integer) 0..99
    9# "timestamp-created" => (integer) 1000000000000..9000000000000
   10# "timestamp-last-updated" => (integer) 1000000000000..9000000000000
4)  1# "count" => (integer) 2
    2# "reason" => "auth"
    3# "context" => "toplevel"
    4# "object" => "AUTH"
    5# "username" => "g"
    6# "age-seconds" => (double) 0..9
    7# "client-info" => "id=... cmd=... user=... redir=-1 ..."
    8# "entry-id" => (integer) 0..99
    9# "timestamp-created" => (integer) 1000000000000..9000000000000
   10# "timestamp-last-updated" => (integer) 1000000000000..9000000000000
> ACL LOG RESET
OK
> ACL LOG
(empty array)
> CONFIG SET acllog-max-len 1
OK
a> GET p
(error) NOPERM No permissions to access a key
a> GET q
(error) NOPERM No permissions to access a key
> ACL LOG
1)  1# "count" => (integer) 1
    2# "reason" => "key"
    3# "context" => "toplevel"
    4# "object" => "q"
    5# "username" => "g"
    6# "age-seconds" => (double) 0..9
    7# "client-info" => "id=... cmd=... user=... redir=-1 ..."
    8# "entry-id" => (integer) 0..99
    9# "timestamp-created" => (integer) 1000000000000..9000000000000
   10# "timestamp-last-updated" => (integer) 1000000000000..9000000000000
