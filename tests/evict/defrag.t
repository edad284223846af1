# Active defragmentation: blocks move, data stays what it is.
> CONFIG SET active-defrag-ignore-bytes 1 active-defrag-threshold-lower 0
OK
> CONFIG SET active-defrag-cycle-max 99 active-defrag-cycle-min 99
OK
> DEBUG POPULATE 30000 key 40
OK
!repeat 300 > RPUSH l element:$i:of:the:list
(integer) 300
!repeat 300 > HSET h field:$i value:$i
(integer) 1
!repeat 300 > SADD s member:$i
(integer) 1
!repeat 300 > EXPIRE key:$i 10000
(integer) 1
!repeat 20000 > GETDEL key:$i
"..."
!let digest = > DEBUG DIGEST
> CONFIG SET activedefrag yes
OK
!until 10s > INFO stats
...
active_defrag_key_hits:1...
...
> CONFIG SET activedefrag no
OK
> DEBUG DIGEST
$digest
> MEMORY USAGE h
(integer) 1000..100000
