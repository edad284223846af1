# CLIENT KILL by address, id, name of user, type, age.
!let me = > CLIENT ID
!let a = a> CLIENT ID
> CLIENT KILL ID $a
(integer) 1
a: (closed)
> CLIENT KILL ID $a
(integer) 0
> CLIENT KILL ID 0
(error) ERR client-id should be greater than 0
> CLIENT KILL ID -1
(error) ERR client-id should be greater than 0
> CLIENT KILL ID x
(error) ERR client-id should be greater than 0
> CLIENT KILL ID
(error) ERR No such client
> CLIENT KILL 1.2.3.4:5
(error) ERR No such client
> CLIENT KILL
(error) ERR wrong number of arguments for 'client|kill' command
> CLIENT KILL FOO bar
(error) ERR syntax error
> CLIENT KILL TYPE nosuch
(error) ERR Unknown client type 'nosuch'
> CLIENT KILL TYPE normal FOO bar
(error) ERR syntax error
> CLIENT KILL USER nobody
(error) ERR No such user 'nobody'
> CLIENT KILL SKIPME maybe ID 1
(error) ERR syntax error
> CLIENT KILL MAXAGE x
(error) ERR maxage is not an integer or out of range
> CLIENT KILL MAXAGE 0
(error) ERR maxage should be greater than 0
> CLIENT KILL MAXAGE -1
(error) ERR maxage should be greater than 0
> CLIENT KILL MAXAGE 1000000
(integer) 0
> CLIENT KILL ADDR 1.2.3.4:5
(integer) 0
> CLIENT KILL LADDR 1.2.3.4:5
(integer) 0
> CLIENT KILL TYPE replica
(integer) 0
> CLIENT KILL TYPE master
(integer) 0
> CLIENT KILL ID 99999 TYPE normal
(integer) 0
b> SUBSCRIBE ch
1) "subscribe"
2) "ch"
3) (integer) 1
> CLIENT KILL TYPE pubsub
(integer) 1
b: (closed)
c> PING
PONG
!let c = c> CLIENT ID
> CLIENT KILL ID $c TYPE pubsub
(integer) 0
> CLIENT KILL ID $c USER default SKIPME yes
(integer) 1
c: (closed)
> CLIENT KILL ID $me
(integer) 0
> CLIENT KILL ID $me SKIPME yes
(integer) 0
d> BLPOP q 0
> CLIENT KILL TYPE normal SKIPME yes
(integer) 2..9
d: (closed)

# The others of one user.
> ACL SETUSER bob on nopass ~* +@all
OK
e> AUTH bob x
OK
f> AUTH bob x
OK
> CLIENT KILL USER bob
(integer) 2
e: (closed)
f: (closed)

# Killing oneself: the answer comes first.
> CLIENT KILL ID $me SKIPME no
(integer) 1
: (closed)
