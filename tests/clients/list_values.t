# CLIENT LIST: each figure moves with what its client does, and goes back.
!let b = b> CLIENT ID

# What is read and not yet understood.
> CLIENT LIST ID $b
id=$b ... flags=N db=0 sub=0 psub=0 ssub=0 multi=-1 watch=0 qbuf=0 qbuf-free=0 ... obl=0 oll=0 omem=0 ... events=r cmd=client|id user=default redir=-1 resp=2 lib-name= lib-ver= io-thread=0
!raw b "SET a"
(nothing)
!until 5s > CLIENT LIST ID $b
id=$b ... qbuf=5 ...
!raw b " 1\r\n"
"+OK\r\n"
> CLIENT LIST ID $b
id=$b ... qbuf=0 ... cmd=set ...
!raw b "*2\r\n$3\r\nGET\r\n$100000\r\nxyz"
(nothing)
!until 5s > CLIENT LIST ID $b
id=$b ... qbuf=3 ... cmd=set ...
> CLIENT KILL ID $b
(integer) 1

# Databases, protocols, names.
!let c = c> CLIENT ID
c> SELECT 7
OK
> CLIENT LIST ID $c
id=$c ... db=7 ... cmd=select user=default redir=-1 resp=2 ...
!resp 3 c
> CLIENT LIST ID $c
id=$c ... cmd=hello user=default redir=-1 resp=3 ...
c> CLIENT SETINFO lib-name mine
OK
c> CLIENT SETINFO lib-ver 1.2
OK
> CLIENT LIST ID $c
id=$c ... lib-name=mine lib-ver=1.2 io-thread=0
> ACL SETUSER kim on nopass +@all ~* &*
OK
c> AUTH kim any
OK
> CLIENT LIST ID $c
id=$c ... cmd=auth user=kim ...

# What it listens to, watches, has queued, waits for.
!let d = d> CLIENT ID
d> WATCH k1 k2 k3
OK
> CLIENT LIST ID $d
id=$d ... flags=N ... watch=3 ...
d> UNWATCH
OK
> CLIENT LIST ID $d
id=$d ... watch=0 ...
d> MULTI
OK
> CLIENT LIST ID $d
id=$d ... flags=x ... multi=0 ... multi-mem=0 ...
d> SET k1 v
QUEUED
d> GET k1
QUEUED
> CLIENT LIST ID $d
id=$d ... flags=x ... multi=2 ...
> SET k1 other
OK
d> DISCARD
OK
> CLIENT LIST ID $d
id=$d ... flags=N ... multi=-1 ... multi-mem=0 ...
d> WATCH k1
OK
> SET k1 third
OK
> CLIENT LIST ID $d
id=$d ... flags=d ... watch=0 ...
d> UNWATCH
OK
d> BLPOP nokey 0
> CLIENT LIST ID $d
id=$d ... flags=b ... cmd=blpop ...
> RPUSH nokey x
(integer) 1
d: 1) "nokey"
   2) "x"
> CLIENT LIST ID $d
id=$d ... flags=N ... cmd=blpop ...
d> MONITOR
OK
> CLIENT LIST ID $d
id=$d ... flags=O ... cmd=monitor ...
d> RESET
RESET
d> CLIENT NO-TOUCH on
OK
> CLIENT LIST ID $d
id=$d ... flags=T ...
d> CLIENT NO-EVICT on
OK
> CLIENT LIST ID $d
id=$d ... flags=eT ... cmd=client|no-evict ...

# One that does not read: what waits for it is shown, and that its socket is to be told.
> CONFIG SET proto-max-bulk-len 64mb
OK
> SETRANGE big 33554431 x
(integer) 33554432
!let e = e> CLIENT ID
e> GET big
!until 5s > CLIENT LIST ID $e
id=$e ... events=rw cmd=get ...
> CLIENT KILL ID $e
(integer) 1
> CLIENT LIST ID $e
""
