# INFO keysizes: keys of each type by size, in bins named by the least size they count.
> INFO keysizes
...

> SET empty ""
OK

> SET number -12345
OK

> SET text "x" * 15
OK

> SET long "x" * 1023
OK

> APPEND long x
(integer) 1024

> SET million x
OK

> SETRANGE million 1048575 x
(integer) 1048576

> RPUSH l a b c
(integer) 3

> SADD s a b c d
(integer) 4

> ZADD z 1 a
(integer) 1

> HSET h a 1 b 2 c 3 d 4 e 5 f 6 g 7 h 8
(integer) 8

> XADD stream 1-1 a 1
"1-1"

> SELECT 3
OK

> SET other 1
OK

> INFO keysizes
...
db0_distrib_strings_sizes:0=1,4=1,8=1,1K=1,1M=1
db0_distrib_lists_items:2=1
db0_distrib_sets_items:4=1
db0_distrib_zsets_items:1=1
db0_distrib_hashes_items:8=1
db3_distrib_strings_sizes:1=1

> INFO keyspace keysizes
...
db0:keys=10,expires=0,avg_ttl=0,subexpiry=0
db3:keys=1,expires=0,avg_ttl=0,subexpiry=0
...
...
db0_distrib_strings_sizes:0=1,4=1,8=1,1K=1,1M=1
db0_distrib_lists_items:2=1
db0_distrib_sets_items:4=1
db0_distrib_zsets_items:1=1
db0_distrib_hashes_items:8=1
db3_distrib_strings_sizes:1=1

> FLUSHDB
OK

> INFO keysizes
...
db0_distrib_strings_sizes:0=1,4=1,8=1,1K=1,1M=1
db0_distrib_lists_items:2=1
db0_distrib_sets_items:4=1
db0_distrib_zsets_items:1=1
db0_distrib_hashes_items:8=1

> SWAPDB 0 3
OK

> INFO keysizes
...
db3_distrib_strings_sizes:0=1,4=1,8=1,1K=1,1M=1
db3_distrib_lists_items:2=1
db3_distrib_sets_items:4=1
db3_distrib_zsets_items:1=1
db3_distrib_hashes_items:8=1

> SWAPDB 3 1
OK

> SELECT 1
OK

> MSET number 1 text abcd
OK

> INFO keysizes
...
db1_distrib_strings_sizes:0=1,1=1,4=1,1K=1,1M=1
db1_distrib_lists_items:2=1
db1_distrib_sets_items:4=1
db1_distrib_zsets_items:1=1
db1_distrib_hashes_items:8=1

> DEL empty number text long million l s z stream
(integer) 9

> INFO keysizes
...
db1_distrib_hashes_items:8=1

> UNLINK h
(integer) 1

> INFO keysizes
...

