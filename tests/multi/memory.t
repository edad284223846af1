# What is queued for EXEC is the client's memory: told by CLIENT LIST, counted by MEMORY STATS, given back at the end.
!let big = "x" * 300000
!let id = > CLIENT ID
> MULTI
OK
> CLIENT INFO
QUEUED
b> CLIENT LIST ID $id
id=$id ... multi=1 watch=0 ... multi-mem=... tot-mem=... cmd=client|info ...
> SET k $big
QUEUED
> SET k $big
QUEUED
b> CLIENT LIST ID $id
id=$id ... multi=3 watch=0 ... multi-mem=60... rbs=... cmd=set ...
!until 5s b> MEMORY STATS
(pairs in any order)
1) "clients.normal"
2) (integer) 600000..1900000
...
> DISCARD
OK
> CLIENT INFO
id=$id ... multi=-1 watch=0 ... multi-mem=0 ...
> MULTI
OK
> SET k $big
QUEUED
b> CLIENT LIST ID $id
id=$id ... multi=1 watch=0 ... multi-mem=30... ...
> EXEC
1) OK
> CLIENT INFO
id=$id ... multi=-1 watch=0 ... multi-mem=0 ...

# A transaction that will be refused or fail keeps nothing more.
> MULTI
OK
> nosuch
(error) ERR unknown command 'nosuch', with args beginning with: 
> SET k $big
QUEUED
b> CLIENT LIST ID $id
id=$id ... multi=0 watch=0 ... multi-mem=0 ...
> EXEC
(error) EXECABORT Transaction discarded because of previous errors.
> WATCH k
OK
b> SET k v
OK
> MULTI
OK
> SET k $big
QUEUED
b> CLIENT LIST ID $id
id=$id ... multi=0 watch=0 ... multi-mem=0 ...
> EXEC
(nil)

# cmd is what was asked for last, whatever became of it.
> nosuch x
(error) ERR unknown command 'nosuch', with args beginning with: 'x' 
b> CLIENT LIST ID $id
id=$id ... cmd=NULL ...
> GET
(error) ERR wrong number of arguments for 'get' command
b> CLIENT LIST ID $id
id=$id ... cmd=get ...
> MULTI
OK
> CONFIG GET port
QUEUED
b> CLIENT LIST ID $id
id=$id ... cmd=config|get ...
> EXEC
1) (any)
b> CLIENT LIST ID $id
id=$id ... cmd=exec ...
