# redis-check-rdb: what it says of sound files and of broken ones, and with which status it ends.
!file a.rdb
"REDIS0011"
fa 09 "redis-ver" 05 "8.0.2"
fe 00 fb 03 02
fc 00d8c32cbb030000 00 01 "k" 01 "v"
fc e803000000000000 00 04 "past" 01 "v"
12 01 "l" 01 02 0a 0a000000 0100 81 "a" 02 ff
fe 03
0b 01 "i" 0e  02000000 03000000 0100 0200 2c01
ff crc64
!tool redis-check-rdb a.rdb
[offset 0] Checking RDB file a.rdb
[offset 26] AUX FIELD redis-ver = '8.0.2'
[offset 28] Selecting DB ID 0
[offset 80] Selecting DB ID 3
[offset 107] Checksum OK
[offset 107] \o/ RDB looks OK! \o/
[info] 4 keys read
[info] 2 expires
[info] 1 already expired
[info] 0 subexpires
!file unsummed.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0000000000000000
!tool redis-check-rdb unsummed.rdb
[offset 0] Checking RDB file unsummed.rdb
[offset 11] Selecting DB ID 0
[offset 25] RDB file was saved with checksum disabled: no check performed.
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
!file old.rdb
"REDIS0003" fe00 00 01 "k" 01 "v" ff
!tool redis-check-rdb old.rdb
[offset 0] Checking RDB file old.rdb
[offset 11] Selecting DB ID 0
[offset 17] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
!file fields.rdb
"REDIS0012" fe00 19 01 "h" 00d8c32cbb030000 1f  1f000000 0600  81 "f" 02 81 "v" 02 f4 00d8c32cbb030000 09  81 "g" 02 81 "w" 02 00 01 ff
f5 26 "#!lua name=mylib" 0a "return redis.call(1)" 0a
ff crc64
!tool redis-check-rdb fields.rdb
[offset 0] Checking RDB file fields.rdb
[offset 11] Selecting DB ID 0
[offset 103] Checksum OK
[offset 103] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 1 subexpires
!file modules.rdb
"REDIS0011"
f7 81 bde72da2bb1eb400 02 01  02 05  05 03 "aux"  00
fe 00 07 01 "m" 81 bde72da2bb1eb400 01 05 00
ff crc64
!tool redis-check-rdb modules.rdb
[offset 0] Checking RDB file modules.rdb
[offset 21] MODULE AUX for: vectorset
[offset 31] Selecting DB ID 0
[offset 55] Checksum OK
[offset 55] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires

# Broken ones.
!file sum.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0102030405060708
!tool redis-check-rdb sum.rdb
[offset 0] Checking RDB file sum.rdb
[offset 11] Selecting DB ID 0
--- RDB ERROR DETECTED ---
[offset 25] RDB CRC error
[additional info] While doing: check-sum
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
(exit 1)
!file cut.rdb
"REDIS0011" fe00 00 01 "k" 05 "val"
!tool redis-check-rdb cut.rdb
[offset 0] Checking RDB file cut.rdb
[offset 11] Selecting DB ID 0
--- RDB ERROR DETECTED ---
[offset 15] Unexpected EOF reading RDB file
[additional info] While doing: read-object-value
[additional info] Reading key 'k'
[additional info] Reading type 0 (string)
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
(exit 1)
!file empty.rdb
""
!tool redis-check-rdb empty.rdb
[offset 0] Checking RDB file empty.rdb
--- RDB ERROR DETECTED ---
[offset 0] Unexpected EOF reading RDB file
[additional info] While doing: start
[additional info] Reading type 0 (string)
[info] 0 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
(exit 1)
!file text.rdb
"NOTARDBFILE"
!tool redis-check-rdb text.rdb
[offset 0] Checking RDB file text.rdb
--- RDB ERROR DETECTED ---
[offset 9] Wrong signature trying to load DB from file
[additional info] While doing: start
[additional info] Reading type 0 (string)
[info] 0 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
(exit 1)
!file future.rdb
"REDIS0099" ff crc64
!tool redis-check-rdb future.rdb
[offset 0] Checking RDB file future.rdb
--- RDB ERROR DETECTED ---
[offset 9] Can't handle RDB format version 99
[additional info] While doing: start
[additional info] Reading type 0 (string)
[info] 0 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
(exit 1)
!file type.rdb
"REDIS0011" fe00 00 01 "a" 01 "b" 08 01 "k" 01 "v" ff crc64
!tool redis-check-rdb type.rdb
[offset 0] Checking RDB file type.rdb
[offset 11] Selecting DB ID 0
--- RDB ERROR DETECTED ---
[offset 17] Invalid object type: 8
[additional info] While doing: read-type
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
(exit 1)
!file set.rdb
"REDIS0011" fe00 fc 00d8c32cbb030000 14 01 "s" 0d 0d000000 0200 81 "a" 02 81 "a" 02 ff ff crc64
!tool redis-check-rdb set.rdb
[offset 0] Checking RDB file set.rdb
[offset 11] Selecting DB ID 0
--- RDB ERROR DETECTED ---
[offset 37] ...Set listpack integrity check failed....
[additional info] While doing: read-object-value
[additional info] Reading key 's'
[additional info] Reading type 20 (set-listpack)
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
...(exit 1)
!file length.rdb
"REDIS0011" fe00 00 82 "k" 01 "v" ff crc64
!tool redis-check-rdb length.rdb
[offset 0] Checking RDB file length.rdb
[offset 11] Selecting DB ID 0
--- RDB ERROR DETECTED ---
[offset 13] ...Unknown length encoding 2 in rdbLoadLen()
[additional info] While doing: read-key
[additional info] Reading type 0 (string)
[info] 0 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
...(exit 1)

# Neither a file nor the right number of words.
!tool redis-check-rdb missing.rdb
[offset 0] Checking RDB file missing.rdb
(exit 1)
!tool redis-check-rdb
Usage: ...redis-check-rdb <rdb-file-name>
(exit 1)
!tool redis-check-rdb a.rdb b.rdb
Usage: ...redis-check-rdb <rdb-file-name>
(exit 1)
!tool redis-check-rdb --version
redis-check-rdb v=8.0.2 sha=00000000:0 ...
