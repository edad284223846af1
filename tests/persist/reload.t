# DEBUG RELOAD: everything, in every encoding, through a file and back.
!config set-max-intset-entries 4
!config set-max-listpack-entries 4
!config hash-max-listpack-entries 4
!config zset-max-listpack-entries 4
!config list-max-listpack-size 4
!let long = "abc" * 200
> SET empty ""
OK
> SET long $long
OK
> SETBIT bits 1000 1
(integer) 0
> PFADD hll a b c d
(integer) 1
> RPUSH pack a 1 -1 128
(integer) 4
> RPUSH quick a b c d e f g h i j k $long
(integer) 12
> SADD ints 1 70000 5000000000
(integer) 3
> SADD few a b 12
(integer) 3
> SADD many a b c d e f $long
(integer) 7
> HSET small f v n 42
(integer) 2
> HSET large a 1 b 2 c 3 d 4 e 5 f $long
(integer) 6
> HSET timed a 1 b 2
(integer) 2
> HPEXPIREAT timed 4102444800000 FIELDS 1 a
1) (integer) 1
> ZADD ranks 1 a 2.5 b -inf c
(integer) 3
> ZADD tree 1 a 2 b 3 c 4 d 5 e
(integer) 5
> XADD log 1-1 f v
"1-1"
> XADD log 1-2 f w
"1-2"
> XGROUP CREATE log readers 0
OK
> SELECT 9
OK
> SET elsewhere 1 PXAT 4102444800000
OK
> SELECT 0
OK
!let digest = > DEBUG DIGEST
> DEBUG RELOAD
OK
> DEBUG DIGEST
$digest
> OBJECT ENCODING quick
"quicklist"
> OBJECT ENCODING many
"hashtable"
> OBJECT ENCODING few
"listpack"
> OBJECT ENCODING large
"hashtable"
> OBJECT ENCODING bits
"raw"
> HPEXPIRETIME timed FIELDS 2 a b
1) (integer) 4102444800000
2) (integer) -1
> CONFIG SET rdbcompression no
OK
> DEBUG RELOAD
OK
> DEBUG DIGEST
$digest
> DEBUG RELOAD NOSAVE NOFLUSH MERGE
OK
> DEBUG DIGEST
$digest
> DEBUG RELOAD SOMEHOW
(error) ERR DEBUG RELOAD only supports the MERGE, NOFLUSH and NOSAVE options.

# A key that is there already is refused without MERGE (where Redis gives up altogether).
!skip oracle
> DEBUG RELOAD NOFLUSH NOSAVE
(error) ERR Error trying to load the RDB dump, check server logs.
