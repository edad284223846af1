# CLIENT SETNAME, GETNAME, ID, SETINFO, INFO, LIST.
> CLIENT GETNAME
(nil)
> CLIENT SETNAME me
OK
> CLIENT GETNAME
"me"
> CLIENT SETNAME "two words"
(error) ERR Client names cannot contain spaces, newlines or special characters.
> CLIENT SETNAME "line\n"
(error) ERR Client names cannot contain spaces, newlines or special characters.
> CLIENT SETNAME "high\xff"
(error) ERR Client names cannot contain spaces, newlines or special characters.
> CLIENT SETNAME "!~"
OK
> CLIENT GETNAME
"!~"
> CLIENT SETNAME ""
OK
> CLIENT GETNAME
(nil)
> CLIENT SETNAME
(error) ERR wrong number of arguments for 'client|setname' command
> CLIENT SETINFO LIB-NAME mylib
OK
> CLIENT SETINFO lib-ver 1.2.3
OK
> CLIENT SETINFO LIB-NAME "two words"
(error) ERR LIB-NAME cannot contain spaces, newlines or special characters.
> CLIENT SETINFO Lib-Ver "a\nb"
(error) ERR Lib-Ver cannot contain spaces, newlines or special characters.
> CLIENT SETINFO foo x
(error) ERR Unrecognized option 'foo'
> CLIENT SETINFO LIB-NAME
(error) ERR wrong number of arguments for 'client|setinfo' command
> CLIENT ID x
(error) ERR wrong number of arguments for 'client|id' command
!let id = > CLIENT ID
> CLIENT SETNAME me
OK
> CLIENT INFO
id=$id addr=127.0.0.1:... laddr=127.0.0.1:$port fd=... name=me age=... idle=0 flags=N db=0 sub=0 psub=0 ssub=0 multi=-1 watch=0 qbuf=... qbuf-free=... argv-mem=... multi-mem=0 rbs=... rbp=... obl=0 oll=0 omem=0 tot-mem=... events=r cmd=client|info user=default redir=-1 resp=2 lib-name=mylib lib-ver=1.2.3 io-thread=0
> CLIENT LIST ID $id
id=$id ... name=me ... cmd=client|list ...
> CLIENT LIST ID 99999 $id 88888
id=$id ...
> CLIENT LIST ID 99999
""
> CLIENT LIST ID
(error) ERR syntax error
> CLIENT LIST ID x
(error) ERR Invalid client ID
> CLIENT LIST ID 0
""
> CLIENT LIST ID -1
""
> CLIENT LIST TYPE normal
...
id=$id ...
...
> CLIENT LIST TYPE pubsub
""
> CLIENT LIST TYPE replica
""
> CLIENT LIST TYPE master
""
> CLIENT LIST TYPE nosuch
(error) ERR Unknown client type 'nosuch'
> CLIENT LIST TYPE
(error) ERR syntax error
> CLIENT LIST FOO
(error) ERR syntax error
> CLIENT INFO x
(error) ERR wrong number of arguments for 'client|info' command
> CLIENT SETINFO LIB-NAME ""
OK
> CLIENT INFO
id=$id ... lib-name= lib-ver=1.2.3 ...
> CLIENT HELP
(in any order)
1) CLIENT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
2) HELP
3)     Print this help.
...
> CLIENT FOO
(error) ERR unknown subcommand 'FOO'. Try CLIENT HELP.

# Flags say what a client is at.
> SELECT 5
OK
> MULTI
OK
> PING
QUEUED
!let a = a> CLIENT ID
a> CLIENT LIST ID $id
id=$id ... flags=x db=5 ... multi=1 ...
> DISCARD
OK
b> MONITOR
OK
b> RESET
RESET
!let b = b> CLIENT ID
b> SUBSCRIBE x y
1) "subscribe"
2) "x"
3) (integer) 1
b: 1) "subscribe"
   2) "y"
   3) (integer) 2
b> PSUBSCRIBE p*
1) "psubscribe"
2) "p*"
3) (integer) 3
b> SSUBSCRIBE s
1) "ssubscribe"
2) "s"
3) (integer) 1
a> CLIENT LIST ID $b
id=$b ... flags=P db=0 sub=2 psub=1 ssub=1 ...
> CLIENT LIST TYPE PUBSUB
id=$b ...
> WATCH k l
OK
a> CLIENT LIST ID $id
id=$id ... watch=2 ...
c> CLIENT NO-EVICT on
OK
c> CLIENT NO-TOUCH on
OK
c> CLIENT TRACKING on
OK
c> CLIENT INFO
id=... flags=teT ... redir=0 ...
d> BLPOP q 0
> CLIENT LIST TYPE normal
...
id=... flags=b ... cmd=blpop ...
...
!resp 3
> CLIENT INFO
id=$id ... resp=3 ...
> CLIENT NO-EVICT
(error) ERR wrong number of arguments for 'client|no-evict' command
> CLIENT NO-EVICT x
(error) ERR syntax error
> CLIENT NO-TOUCH maybe
(error) ERR syntax error
> CLIENT NO-TOUCH off
OK
> CLIENT NO-EVICT OFF
OK
