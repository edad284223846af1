# A file that cannot be loaded whole is refused: the server says why, ends with status 1 and leaves the file alone.
!file dump.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0102030405060708
!refuse
Wrong RDB checksum expected: (...) but got (807060504030201). Aborting now
!file dump.rdb = redis-8.0-basic.rdb
!crash
> DBSIZE
(integer) 15..25

# Cut short anywhere: in the magic, in a record, before the checksum.
!file dump.rdb
"REDI"
!refuse
!file dump.rdb
""
!refuse
!file dump.rdb
"REDIS0011" fe00 00 01 "k" 05 "val"
!refuse
Unexpected EOF reading RDB file
!file dump.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0102
!refuse

# Not an RDB file at all, or one from the future.
!file dump.rdb
"NOTARDBFILE" ff
!refuse
Wrong signature trying to load DB from file
!file dump.rdb
"REDIS0099" ff crc64
!refuse
Can't handle RDB format version 99
!file dump.rdb
"REDIS0000" ff crc64
!refuse
Can't handle RDB format version 0

# Types and opcodes that nobody knows, and those that only release candidates wrote.
!file dump.rdb
"REDIS0011" fe00 08 01 "k" 01 "v" ff crc64
!refuse
Unknown RDB encoding type 8
!file dump.rdb
"REDIS0011" fe00 e0 01 "k" 01 "v" ff crc64
!refuse
Unknown RDB encoding type 224
!file dump.rdb
"REDIS0011" f6 01 "x" ff crc64
!refuse
Pre-release function format not supported
!file dump.rdb
"REDIS0011" fe00 06 01 "k" 01 "v" ff crc64
!refuse
Pre-release module format not supported

# More databases than there are; lengths and strings of no known form; LZF that does not unpack.
!file dump.rdb
"REDIS0011" fe10 00 01 "k" 01 "v" ff crc64
!refuse
FATAL: Data file was created with a Redis server configured to handle more than 16 databases. Exiting
!file dump.rdb
"REDIS0011" fe00 00 82 "k" 01 "v" ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 00 01 "k" c4 01 "v" ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 00 01 "k" c3 03 05 e0ff01 ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 00 01 "k" 81 7fffffffffffffff "v" ff crc64
!refuse

# Values that contradict themselves: elements that stand twice, a count or a size that is wrong, no score, no order.
!file dump.rdb
"REDIS0011" fe00 02 01 "s" 02 01 "a" 01 "a" ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 05 01 "z" 01 01 "a" 000000000000f87f ff crc64
!refuse
Zset with NAN score detected
!file dump.rdb
"REDIS0011" fe00 05 01 "z" 02 01 "a" 000000000000f03f 01 "a" 000000000000f03f ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 0b 01 "i" 08 02000000 00000000 ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 0b 01 "i" 0a 02000000 02000000 0100 ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 09 01 "h" 02 00 ff ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 10 01 "h" 0d 0c000000 0400 81 "f" 02 81 "v" 02 ff ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 0d 01 "h" 0e 0e000000 0a000000 0100 00 01 "a" ff ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 12 01 "q" 01 03 01 "a" ff crc64
!refuse
!file dump.rdb
"REDIS0012" fe00 16 01 "h" 01 81 0001000000000000 01 "f" 01 "v" ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 15 01 "x" 00 01 00 00 00 00 00 00 00 00 ff crc64
!refuse
Stream length inconsistent with rax entries

# The same with deep validation, which is always on here and an option of Redis.
!config sanitize-dump-payload yes
!file dump.rdb
"REDIS0011" fe00 04 01 "h" 02 01 "f" 01 "1" 01 "f" 01 "2" ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 0b 01 "i" 0c 02000000 02000000 0200 0100 ff crc64
!refuse
!file dump.rdb
"REDIS0011" fe00 14 01 "s" 0d 0d000000 0200 81 "a" 02 81 "a" 02 ff ff crc64
!refuse

# A key that stands twice is refused in words (Redis gives up without).
!skip oracle
!file dump.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" 00 01 "k" 01 "w" ff crc64
!refuse
RDB has duplicated key 'k' in DB 0

# Bytes behind the end, an old checksum of zero, and longer lengths than needed are no fault.
!file dump.rdb
"REDIS0011" fe00 00 80 00000001 "k" 4001 "v" ff 0000000000000000 "whatever follows"
!crash
> GET k
"v"
