# DUMP and RESTORE.
> SET k hello
OK
!let dumped = > DUMP k
> RESTORE copy 0 $dumped
OK
> GET copy
"hello"
> TTL copy
(integer) -1
> RESTORE copy 0 $dumped
(error) BUSYKEY Target key name already exists.
> RESTORE copy 5000 $dumped REPLACE
OK
> PTTL copy
(integer) 1..5000
> RESTORE copy 33177117420123 $dumped REPLACE ABSTTL
OK
> PEXPIRETIME copy
(integer) 33177117420123
> RESTORE copy 1 $dumped REPLACE ABSTTL
OK
> EXISTS copy
(integer) 0
> RESTORE copy 0 $dumped IDLETIME 100
OK
> OBJECT IDLETIME copy
(integer) 100
> RESTORE copy 0 $dumped REPLACE FREQ 5
OK
> DUMP missing
(nil)
> DUMP
(error) ERR wrong number of arguments for 'dump' command
> RESTORE a 0
(error) ERR wrong number of arguments for 'restore' command
> RESTORE a -1 $dumped
(error) ERR Invalid TTL value, must be >= 0
> RESTORE a abc $dumped
(error) ERR value is not an integer or out of range
> RESTORE a 0 broken
(error) ERR DUMP payload version or checksum are wrong
> RESTORE a 0 ""
(error) ERR DUMP payload version or checksum are wrong
> RESTORE a 0 "\x00\x05hello\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x01"
(error) ERR DUMP payload version or checksum are wrong
> RESTORE a 0 $dumped FOO
(error) ERR syntax error
> RESTORE a 0 $dumped IDLETIME -1
(error) ERR Invalid IDLETIME value, must be >= 0
> RESTORE a 0 $dumped FREQ 256
(error) ERR Invalid FREQ value, must be >= 0 and <= 255
> RESTORE a 0 $dumped FREQ -1
(error) ERR Invalid FREQ value, must be >= 0 and <= 255
> RESTORE a 0 $dumped IDLETIME
(error) ERR syntax error
> RESTORE copy -1 $dumped
(error) BUSYKEY Target key name already exists.
> RESTORE copy 0 broken
(error) BUSYKEY Target key name already exists.
> EXISTS a
(integer) 0

# A payload of each type comes back as it was.
> RPUSH list a b 3
(integer) 3
> HSET hash f v g 2
(integer) 2
> SADD iset 1 2 3
(integer) 3
> SADD set a b
(integer) 2
> ZADD zset 1 a 2.5 b
(integer) 2
> XADD stream 1-1 f v
"1-1"
!let d1 = > DUMP list
!let d2 = > DUMP hash
!let d3 = > DUMP iset
!let d4 = > DUMP set
!let d5 = > DUMP zset
!let d6 = > DUMP stream
> FLUSHALL
OK
> SET k hello
OK
> RESTORE copy 0 $dumped
OK
> RESTORE list 0 $d1
OK
> RESTORE hash 0 $d2
OK
> RESTORE iset 0 $d3
OK
> RESTORE set 0 $d4
OK
> RESTORE zset 0 $d5
OK
> RESTORE stream 0 $d6
OK
> DEBUG DIGEST
381ede4cfe23e9711de6a1aab5b5daa17ae41d0b
> LRANGE list 0 -1
1) "a"
2) "b"
3) "3"
> HGETALL hash
(pairs in any order)
1) "f"
2) "v"
3) "g"
4) "2"
> OBJECT ENCODING iset
"intset"
> ZRANGE zset 0 -1 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2.5"
> XRANGE stream - +
1) 1) "1-1"
   2) 1) "f"
      2) "v"


# Tests of what comes behind the sum may have any sum taken for right.
> RESTORE unsummed 0 "\x00\x01v\x0b\x00........"
(error) ERR DUMP payload version or checksum are wrong
> DEBUG SET-SKIP-CHECKSUM-VALIDATION 1
OK
> RESTORE unsummed 0 "\x00\x01v\x0b\x00........"
OK
> GET unsummed
"v"
> DEBUG SET-SKIP-CHECKSUM-VALIDATION 0
OK
> RESTORE again 0 "\x00\x01v\x0b\x00........"
(error) ERR DUMP payload version or checksum are wrong

# An element that stands alone in its node is large.
> RESTORE lone 0 "\x12\x01\x01\x00\x0a\x00\x8f\xc6\xc0\x57\x1c\x0a\xb3\x3c"
(error) ERR Bad data format
