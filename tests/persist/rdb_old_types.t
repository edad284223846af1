# Files of every type byte from Redis 2.2 on, byte by byte (a checksum of eight zeros means "not computed"). What the comments
# say is how the bytes are read.

# Version 1 to 4 end without a checksum. Type 0 is a string: raw, 8, 16 and 32 bits of integer, LZF.
!file dump.rdb
"REDIS0001"
fe 00
00  03 "raw"   05 "bytes"
00  02 "i8"    c0 80                        # -128
00  03 "i16"   c1 0080                      # -32768
00  03 "i32"   c2 00000080                  # -2147483648
00  03 "lzf"   c3 06 15 01 "aa" e0 0a 00    # "aa", then 19 from one back
00  c0 7b     05 "named"                    # the key is 123
00  4003 "len" 80 00000003 "14 "            # lengths in 14 and in 32 bits
00  81 0000000000000003 "l64" 00            # and in 64; an empty string
ff
!crash
> MGET raw i8 i16 i32 lzf 123 len l64
1) "bytes"
2) "-128"
3) "-32768"
4) "-2147483648"
5) "aaaaaaaaaaaaaaaaaaaaa"
6) "named"
7) "14 "
8) ""

# FC came with version 3: an expiry in milliseconds. FD is one in seconds. Keys past their time are left out.
!file dump.rdb
"REDIS0003"
fe 00
fc 00d8c32cbb030000  00 02 "ms" 01 "1"     # 4102444800000
fd ffffff7f          00 01 "s"  01 "2"     # 2147483647
fd 01000000          00 04 "past" 01 "3"
fc e803000000000000  00 05 "past2" 01 "4"
fe 09
00 01 "k" 01 "9"
ff
!crash
> PEXPIRETIME ms
(integer) 4102444800000
> EXPIRETIME s
(integer) 2147483647
> EXISTS past past2
(integer) 0
> DBSIZE
(integer) 2
> INFO persistence
...
rdb_last_load_keys_expired:2
rdb_last_load_keys_loaded:3
...
> SELECT 9
OK
> GET k
"9"
> SELECT 0
OK

# Types 1 to 4: lists, sets, sorted sets with scores as text, hashes, their elements one by one.
!file dump.rdb
"REDIS0002"
fe 00
01 01 "l" 04 01 "a" c0 ff 05 "three" c3 06 15 01 "aa" e0 0a 00
02 01 "s" 03 01 "a" c0 0c 01 "b"
02 01 "i" 03 c0 01 c0 02 c1 e803
03 01 "z" 05  01 "a" 03 "1.5"  01 "b" fe  01 "c" ff  01 "d" 02 "-0"  01 "e" 05 "1e100"
04 01 "h" 02  01 "f" 01 "v"  01 "n" c0 2a
ff
!crash
> LRANGE l 0 -1
1) "a"
2) "-1"
3) "three"
4) "aaaaaaaaaaaaaaaaaaaaa"
> SMEMBERS s
(in any order)
1) "a"
2) "12"
3) "b"
> SMEMBERS i
1) "1"
2) "2"
3) "1000"
> OBJECT ENCODING i
"intset"
> ZRANGE z 0 -1 WITHSCORES
 1) "c"
 2) "-inf"
 3) "d"
 4) "0"
 5) "a"
 6) "1.5"
 7) "e"
 8) "1e+100"
 9) "b"
10) "inf"
> HGETALL h
1) "f"
2) "v"
3) "n"
4) "42"
