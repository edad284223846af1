# Active defragmentation: blocks move, data stays what it is. Redis can do it only with an allocator that distributions leave out.
!skip oracle
> CONFIG SET active-defrag-ignore-bytes 1 active-defrag-threshold-lower 0
OK
> CONFIG SET active-defrag-cycle-max 99 active-defrag-cycle-min 99
OK
!repeat 60000 > MSET a:$i value:of:some:length:$i b:$i value:of:some:length:$i c:$i value:of:some:length:$i
OK
!repeat 300 > RPUSH l element:$i:of:the:list
(integer) 300
!repeat 300 > HSET h field:$i value:$i
(integer) 1
!repeat 300 > SADD s member:$i
(integer) 1
!repeat 300 > EXPIRE a:$i 10000
(integer) 1
!repeat 60000 > DEL b:$i c:$i
(integer) 2
!let digest = > DEBUG DIGEST
> CONFIG SET activedefrag yes
OK
!until 10s > INFO memory
...
allocator_frag_ratio:1...
...
> CONFIG SET activedefrag no
OK
> DEBUG DIGEST
$digest
> GET a:60000
"value:of:some:length:60000"
> DBSIZE
(integer) 60003
