# Types whose elements lie packed in one string: as Redis wrote them up to 6.2, and as it does since.

# Type 9 is a zipmap: count, then { field length, field, value length, free bytes, value, free }. Type 10 is a list in a
# ziplist: size, offset of the tail, count, then { length of the one before, encoding, data }.
!file dump.rdb
"REDIS0006"
fe 00
09 02 "zm" 1a  02 03 "foo" 03 00 "bar" 05 "hello" 05 02 "world" "XX" ff
0a 02 "zl" 409b  9b000000 97000000 0b00
    00 01 "a"               # a string of one byte
    03 f1 02 fd             # 0 and 12 at once
    02 fe 0d 03 fe ff       # 13 and -1 in 8 bits
    03 c0 8000              # 128 in 16
    04 f0 ff7fff            # -32769 in 24
    05 d0 00008000          # 8388608 in 32
    06 e0 0000008000000000  # 2147483648 in 64
    0a 4064 "x" * 100       # a 14 bit length
    67 01 "y" ff
0c 02 "zz" 18  18000000 12000000 0400 00 01 "a" 03 f2 02 01 "b" 03 03 "2.5" ff
0d 02 "zh" 17  17000000 13000000 0400 00 01 "f" 03 01 "v" 03 01 "n" 03 fe 2a ff
  # The long form of the length before (fe and 32 bits) is legal for short ones; so is 65535 for "count them yourself".
0a 04 "long" 15  15000000 0d000000 ffff 00 01 "a" fe 03000000 01 "b" ff
0b 01 "i" 0e  02000000 03000000 0100 0200 2c01
0b 04 "wide" 18  08000000 02000000 ffffffffffffffff 0100000000000000
ff crc64
!crash
> HGETALL zm
1) "foo"
2) "bar"
3) "hello"
4) "world"
> LRANGE zl 0 -1
 1) "a"
 2) "0"
 3) "12"
 4) "13"
 5) "-1"
 6) "128"
 7) "-32769"
 8) "8388608"
 9) "2147483648"
10) "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
11) "y"
> ZRANGE zz 0 -1 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2.5"
> HGETALL zh
1) "f"
2) "v"
3) "n"
4) "42"
> LRANGE long 0 -1
1) "a"
2) "b"
> SMEMBERS i
1) "1"
2) "2"
3) "300"
> SMEMBERS wide
1) "-1"
2) "1"
> OBJECT ENCODING zm
"listpack"
> OBJECT ENCODING zz
"listpack"
> DEBUG DIGEST
5e028f71f7611d4e72b02f26440ece19922469ba

# Version 7 brought AUX, the sizes, and type 14: a list of ziplists, some of which may hold nothing.
!file dump.rdb
"REDIS0007"
fa 09 "redis-ver" 05 "3.2.0"
fa 0a "redis-bits" c0 40
fa 07 "unknown" 05 "value"
fa 03 "lua" 08 "return 1"
fe 00 fb 02 00
0e 01 "q" 03
    0e  0e000000 0a000000 0100 00 01 "a" ff
    0b  0b000000 0a000000 0000 ff
    c3 0f 0e 0d 0e000000 0a000000 0100 00 01 "b" ff     # LZF: one run of 14 literal bytes
0e 05 "empty" 01 0b  0b000000 0a000000 0000 ff          # holds nothing: no key
ff crc64
!crash
> LRANGE q 0 -1
1) "a"
2) "b"
> KEYS *
1) "q"

# Version 8: lengths of 64 bits and type 5, whose scores are binary doubles. Version 9: how long unused, how often used.
!file dump.rdb
"REDIS0009"
fe 00 fb 02 00
05 01 "z" 03  01 "b" 0000000000000440  01 "a" 000000000000f03f  01 "c" 000000000000f07f
f8 8000000e10 00 04 "idle" 01 "v"      # 3600 seconds
f9 ff 00 04 "freq" 01 "v"
ff crc64
!crash
> ZRANGE z 0 -1 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2.5"
5) "c"
6) "inf"
> OBJECT IDLETIME idle
(integer) 3600..3605

# Version 10: listpacks. { encoding, data, length of these two } between the size, the count and ff.
!file dump.rdb
"REDIS0010"
fe 00
10 01 "h" 12  12000000 0400  81 "f" 02 81 "v" 02 81 "n" 02 2a 01 ff
11 01 "z" 14  14000000 0400  81 "a" 02 01 01 81 "b" 02 83 "2.5" 04 ff
  # Type 18: nodes that are one plain element (01) or a listpack (02); a plain one may be stored as an integer.
12 01 "q" 04  01 c0 2a  02 0a 0a000000 0100 81 "a" 02 ff  01 05 "plain"  02 07 07000000 0000 ff
  # Every form of an element: 7, 13, 16, 24, 32 and 64 bits of integer; 6, 12 and 32 bits of length. The count is unknown.
12 05 "forms" 01 02  407b  7b000000 ffff
    7f 01  dfff 02  d000 02  f1 0010 03  f2 ffff7f 04  f3 00000080 05  f4 ffffffffffffff7f 09
    80 01  83 "abc" 04  e040 "x" * 64 42  f0 03000000 "xyz" 08
    ff
ff crc64
!crash
> HGETALL h
1) "f"
2) "v"
3) "n"
4) "42"
> ZRANGE z 0 -1 WITHSCORES
1) "a"
2) "1"
3) "b"
4) "2.5"
> LRANGE q 0 -1
1) "42"
2) "a"
3) "plain"
> OBJECT ENCODING q
"quicklist"
> LRANGE forms 0 -1
 1) "127"
 2) "-1"
 3) "-4096"
 4) "4096"
 5) "8388607"
 6) "-2147483648"
 7) "9223372036854775807"
 8) ""
 9) "abc"
10) "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
11) "xyz"
> DEBUG DIGEST
41187741e7c5edbc18c8c3d372b119cdedcbcb28

# Version 11: sets in listpacks.
!file dump.rdb
"REDIS0011"
fe 00
14 01 "s" 0c  0c000000 0200  81 "a" 02 01 01 ff
14 05 "empty" 07  07000000 0000 ff
ff crc64
!crash
> SMEMBERS s
1) "a"
2) "1"
> DBSIZE
(integer) 1

# Version 12: hashes whose fields expire. Types 22 and 23 came with release candidates of 7.4 and hold absolute times; 24
# holds the least of them and for each field its distance from there, plus one; 25 a hint and triplets in order of time.
!file dump.rdb
"REDIS0012"
fe 00
16 04 "rc22" 02  81 000003bb2cc3d800 01 "f" 01 "v"  00 01 "g" 01 "w"
17 04 "rc23" 1f  1f000000 0600  81 "f" 02 81 "v" 02 f4 00d8c32cbb030000 09  81 "g" 02 81 "w" 02 00 01 ff
18 03 "t24" 6051c22cbb030000 03  80000186a1 01 "f" 01 "v"  01 01 "z" 01 "q"  00 01 "n" c0 2a
19 03 "p25" 0000000000000000 1f  1f000000 0600  81 "f" 02 81 "v" 02 f4 00d8c32cbb030000 09  81 "g" 02 81 "w" 02 00 01 ff
ff crc64
!crash
> HPEXPIRETIME rc22 FIELDS 2 f g
1) (integer) 4102444800000
2) (integer) -1
> HPEXPIRETIME rc23 FIELDS 2 f g
1) (integer) 4102444800000
2) (integer) -1
> HPEXPIRETIME t24 FIELDS 3 f z n
1) (integer) 4102444800000
2) (integer) 4102444700000
3) (integer) -1
> HPEXPIRETIME p25 FIELDS 2 f g
1) (integer) 4102444800000
2) (integer) -1
> HGETALL t24
1) "z"
2) "q"
3) "f"
4) "v"
5) "n"
6) "42"
> HGETALL p25
1) "f"
2) "v"
3) "g"
4) "w"
> DEBUG DIGEST
b5131a2bc50b5a88b099b9304777fd5cca4f1a46
