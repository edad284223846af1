# The rule language, case by case: what each word does to a user, and how he is told afterwards.
> ACL SETUSER u +@read +@hash -@slow
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all +@read +@hash -@slow"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL DRYRUN u hget k f
"User u has no permissions to access the 'k' key"
> ACL DRYRUN u hgetall k
"User u has no permissions to run the 'hgetall' command"
> ACL SETUSER u ~k
OK
> ACL DRYRUN u hget k f
OK
> ACL DRYRUN u hset k f v
OK
> ACL DRYRUN u hgetall k
"User u has no permissions to run the 'hgetall' command"
> ACL DRYRUN u get k
OK
> ACL DRYRUN u set k v
"User u has no permissions to run the 'set' command"

# Subcommands one by one, and all of them; a container that is taken away takes them along.
> ACL SETUSER u reset +config|get +CLIENT|ID +client|list
OK
> ACL DRYRUN u config get x
OK
> ACL DRYRUN u config set x y
"User u has no permissions to run the 'config|set' command"
> ACL DRYRUN u client id
OK
> ACL DRYRUN u client kill x
"User u has no permissions to run the 'client|kill' command"
> ACL SETUSER u -client +config -config|set
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all -client +config -config|set"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL DRYRUN u config get x
OK
> ACL DRYRUN u config set x y
"User u has no permissions to run the 'config|set' command"
> ACL DRYRUN u config resetstat
OK
> ACL DRYRUN u client id
"User u has no permissions to run the 'client|id' command"
> ACL SETUSER u +@all -config|get
OK
> ACL DRYRUN u config get x
"User u has no permissions to run the 'config|get' command"
> ACL DRYRUN u config set x y
OK
> ACL SETUSER u -@all +@admin -@dangerous
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all +@admin -@dangerous"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)

# A first argument (of a command without subcommands); exactly as written, in any case of letters.
> ACL SETUSER u reset +select|1 +SELECT|2 +debug|segfault +get|a ~*
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all +select|1 +select|2 +debug|segfault +get|a"
 7) "keys"
 8) "~*"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL DRYRUN u select 1
OK
> ACL DRYRUN u select 2
OK
> ACL DRYRUN u select 3
"User u has no permissions to run the 'select' command"
> ACL DRYRUN u get a
OK
> ACL DRYRUN u GET A
OK
> ACL DRYRUN u get b
"User u has no permissions to run the 'get' command"
> ACL SETUSER u -select
OK
> ACL DRYRUN u select 1
"User u has no permissions to run the 'select' command"
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all +debug|segfault +get|a -select"
 7) "keys"
 8) "~*"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER u +select +select|1
OK
> ACL DRYRUN u select 3
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all +debug|segfault +get|a +select +select|1"
 7) "keys"
 8) "~*"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)

# Keys: patterns add up; the same pattern for reading and for writing is one for both.
> ACL SETUSER u reset ~a* %R~b* %W~b* %r~c %Wr~d ~e?[fg]
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) "~a* ~b* %R~c ~d ~e?[fg]"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER u ~*
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) "~*"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER u ~x
(error) ERR Error in ACL SETUSER modifier '~x': Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns
> ACL SETUSER u resetkeys ~x ~x
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) "~x"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER u %R~* %W~*
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) "~x ~*"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER u %~x
(error) ERR Error in ACL SETUSER modifier '%~x': Syntax error
> ACL SETUSER u %RR~x
(error) ERR Error in ACL SETUSER modifier '%RR~x': Syntax error
> ACL SETUSER u %R
OK
> ACL SETUSER u ~
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) "~x ~* ~"
 9) "channels"
10) ""
11) "selectors"
12) (empty array)

# Channels.
> ACL SETUSER u reset &a* &b
OK
> ACL SETUSER u &*
OK
> ACL SETUSER u &a
(error) ERR Error in ACL SETUSER modifier '&a': Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not have any effect. Try 'resetchannels' to start with an empty list of channels
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) ""
 9) "channels"
10) "&*"
11) "selectors"
12) (empty array)
> ACL SETUSER u resetchannels &a*
OK
> ACL SETUSER u +@pubsub
OK
> ACL DRYRUN u publish abc x
OK
> ACL DRYRUN u publish b x
"User u has no permissions to access the 'b' channel"
> ACL DRYRUN u spublish abc x
OK
> ACL DRYRUN u subscribe a abc b
"User u has no permissions to access the 'b' channel"
> ACL DRYRUN u ssubscribe ab
OK
> ACL DRYRUN u psubscribe a*
OK
> ACL DRYRUN u psubscribe ab*
"User u has no permissions to access the 'ab*' channel"
> ACL DRYRUN u psubscribe abc
"User u has no permissions to access the 'abc' channel"
> ACL DRYRUN u unsubscribe zzz
OK
> ACL DRYRUN u punsubscribe zzz*
OK
> ACL DRYRUN u pubsub channels zzz
OK
> ACL SETUSER u allchannels
OK
> ACL DRYRUN u psubscribe ab*
OK

# Passwords: several, by their hash, taken away by themselves or by their hash; nopass forgets them, a password ends nopass.
> ACL SETUSER u reset >one >two >one
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "off"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    2) "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"
 5) "commands"
 6) "-@all"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER u !7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed
OK
> ACL SETUSER u <two
OK
> ACL SETUSER u <two
(error) ERR Error in ACL SETUSER modifier '<two': The password you are trying to remove from the user does not exist
> ACL SETUSER u #3FC4CCFE745870E2C0D99F71F30FF0656C8DEDD41CC1D7D3D376B0DBE685E2F3
(error) ERR Error in ACL SETUSER modifier '#3FC4CCFE745870E2C0D99F71F30FF0656C8DEDD41CC1D7D3D376B0DBE685E2F3': The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters
> ACL SETUSER u #3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3 on
OK
a> AUTH u three
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH u one
(error) WRONGPASS invalid username-password pair or user is disabled.
> ACL SETUSER u nopass
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "on"
    2) "nopass"
    3) "sanitize-payload"
 3) "passwords"
 4) (empty array)
 5) "commands"
 6) "-@all"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
a> AUTH u anything
OK
> ACL SETUSER u >four
OK
> ACL GETUSER u
 1) "flags"
 2) 1) "on"
    2) "sanitize-payload"
 3) "passwords"
 4) 1) "04efaf080f5a3e74e1c29d1ca6a48569382cbbcd324e8d59d2b83ef21c039f00"
 5) "commands"
 6) "-@all"
 7) "keys"
 8) ""
 9) "channels"
10) ""
11) "selectors"
12) (empty array)
> ACL SETUSER u resetpass
OK
a> AUTH u four
(error) WRONGPASS invalid username-password pair or user is disabled.
a> AUTH u ""
(error) WRONGPASS invalid username-password pair or user is disabled.
> ACL SETUSER u >
OK
a> AUTH u ""
OK

# Selectors: any one may allow the whole; each for itself.
> ACL SETUSER u reset +get ~a (+set ~b) (+@all ~c &ch) (%R~d +getrange)
OK
> ACL DRYRUN u get a
OK
> ACL DRYRUN u get b
"User u has no permissions to access the 'b' key"
> ACL DRYRUN u set b x
OK
> ACL DRYRUN u get c
OK
> ACL DRYRUN u publish ch x
OK
> ACL DRYRUN u publish other x
"User u has no permissions to access the 'other' channel"
> ACL DRYRUN u mget a c
"User u has no permissions to access the 'a' key"
> ACL DRYRUN u mget c c
OK
> ACL DRYRUN u getrange d 0 1
OK
> ACL DRYRUN u setrange d 0 1
"User u has no permissions to access the 'd' key"
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user u off sanitize-payload ~a resetchannels -@all +get (~b resetchannels -@all +set) (~c resetchannels &ch +@all) (%R~d resetchannels -@all +getrange)"
> ACL SETUSER u (on)
(error) ERR Error in ACL SETUSER modifier '(on)': Syntax error
> ACL SETUSER u (>pass)
(error) ERR Error in ACL SETUSER modifier '(>pass)': Syntax error
> ACL SETUSER u (reset)
(error) ERR Error in ACL SETUSER modifier '(reset)': Syntax error
> ACL SETUSER u ()
OK
> ACL SETUSER u "( +get  ~z )"
OK
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user u off sanitize-payload ~a resetchannels -@all +get (~b resetchannels -@all +set) (~c resetchannels &ch +@all) (%R~d resetchannels -@all +getrange) (resetchannels -@all) (~z resetchannels -@all +get)"
> ACL SETUSER u clearselectors
OK
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user u off sanitize-payload ~a resetchannels -@all +get"

# What is always allowed, and what does not exist.
> ACL SETUSER none on nopass
OK
n> AUTH none x
OK
n> PING
(error) NOPERM User none has no permissions to run the 'ping' command
n> ACL WHOAMI
(error) NOPERM User none has no permissions to run the 'acl|whoami' command
n> HELLO 2
(any)
n> AUTH none y
OK
n> MULTI
(error) NOPERM User none has no permissions to run the 'multi' command
n> EXEC
(error) EXECABORT Transaction discarded because of: NOPERM User none has no permissions to run the 'exec' command
n> DISCARD
(error) NOPERM User none has no permissions to run the 'discard' command
n> QUIT
OK
n: (closed)
> ACL CAT nosuch
(error) ERR Unknown category 'nosuch'
> ACL GENPASS 5 6
(error) ERR unknown subcommand or wrong number of arguments for 'GENPASS'. Try ACL HELP.
!let p = > ACL GENPASS 13
> STRLEN nothing
(integer) 0
> ACL DRYRUN u
(error) ERR wrong number of arguments for 'acl|dryrun' command
> ACL HELP
1) ...
...
