# BITFIELD reads and writes integers of any width.
> BITFIELD k SET u8 0 255 GET u8 0 GET i8 0
1) (integer) 0
2) (integer) 255
3) (integer) -1
> GET k
"\xff"
> BITFIELD k SET i8 0 -1 SET u4 8 15
1) (integer) -1
2) (integer) 0
> GET k
"\xff\xf0"
> BITFIELD k INCRBY u2 100 1 OVERFLOW SAT INCRBY u2 102 1
1) (integer) 1
2) (integer) 1
> BITFIELD k INCRBY u2 100 1 OVERFLOW SAT INCRBY u2 102 1
1) (integer) 2
2) (integer) 2
> BITFIELD k INCRBY u2 100 1 OVERFLOW SAT INCRBY u2 102 1
1) (integer) 3
2) (integer) 3
> BITFIELD k INCRBY u2 100 1 OVERFLOW SAT INCRBY u2 102 1
1) (integer) 0
2) (integer) 3
> BITFIELD k
(empty array)
> DEL k
(integer) 1

# An offset with # counts in units of the type.
> BITFIELD k SET u8 #0 1 SET u8 #1 2 SET u16 #1 772
1) (integer) 0
2) (integer) 0
3) (integer) 0
> GET k
"\x01\x02\x03\x04"
> BITFIELD k GET u8 #3 GET u4 #7 GET i5 3
1) (integer) 4
2) (integer) 4
3) (integer) 1
> BITFIELD k GET u8 1000 GET i64 1000
1) (integer) 0
2) (integer) 0
> STRLEN k
(integer) 4
> BITFIELD missing GET u8 0 GET i63 5
1) (integer) 0
2) (integer) 0
> EXISTS missing
(integer) 0

# Overflow: WRAP by default, SAT, FAIL; each holds for what follows it.
> DEL k
(integer) 1
> BITFIELD k SET i8 0 127 INCRBY i8 0 1
1) (integer) 0
2) (integer) -128
> BITFIELD k SET i8 0 300
1) (integer) -128
> BITFIELD k GET i8 0
1) (integer) 44
> BITFIELD k OVERFLOW SAT SET i8 0 300 GET i8 0 SET i8 0 -300 GET i8 0
1) (integer) 44
2) (integer) 127
3) (integer) 127
4) (integer) -128
> BITFIELD k SET i8 0 100 OVERFLOW SAT INCRBY i8 0 100 INCRBY i8 0 -300
1) (integer) -128
2) (integer) 127
3) (integer) -128
> BITFIELD k SET i8 0 100 OVERFLOW FAIL INCRBY i8 0 100 GET i8 0 SET i8 0 300 INCRBY i8 0 1
1) (integer) -128
2) (nil)
3) (integer) 100
4) (nil)
5) (integer) 101
> BITFIELD k SET u8 0 250 INCRBY u8 0 10 INCRBY u8 0 -10
1) (integer) 101
2) (integer) 4
3) (integer) 250
> BITFIELD k OVERFLOW SAT SET u8 0 250 INCRBY u8 0 10 INCRBY u8 0 -300 SET u8 0 -1 GET u8 0
1) (integer) 250
2) (integer) 255
3) (integer) 0
4) (integer) 0
5) (integer) 255
> BITFIELD k OVERFLOW FAIL SET u8 0 256 OVERFLOW WRAP SET u8 0 257 GET u8 0
1) (nil)
2) (integer) 255
3) (integer) 1
> BITFIELD k SET i64 0 9223372036854775807 INCRBY i64 0 1 INCRBY i64 0 -1
1) (integer) 72057594037927936
2) (integer) -9223372036854775808
3) (integer) 9223372036854775807
> BITFIELD k OVERFLOW SAT SET i64 0 9223372036854775807 INCRBY i64 0 1
1) (integer) 9223372036854775807
2) (integer) 9223372036854775807
> BITFIELD k OVERFLOW FAIL SET i64 0 -9223372036854775808 INCRBY i64 0 -1
1) (integer) 9223372036854775807
2) (nil)
> BITFIELD k SET u63 0 9223372036854775807 GET u63 0 INCRBY u63 0 1 INCRBY u63 0 -1
1) (integer) 4611686018427387904
2) (integer) 9223372036854775807
3) (integer) 0
4) (integer) 9223372036854775807
> BITFIELD k SET u1 0 1 GET u1 0 GET i1 0 INCRBY u1 0 1 INCRBY i1 0 -1
1) (integer) 1
2) (integer) 1
3) (integer) -1
4) (integer) 0
5) (integer) -1
> BITFIELD k OVERFLOW wrap overflow sat INCRBY u2 0 5
1) (integer) 3
> BITFIELD k OVERFLOW FAIL
(empty array)

# Reading across bytes.
> SET k "\x12\x34\x56\x78\x9a\xbc\xde\xf0"
OK
> BITFIELD k GET u16 4 GET i13 7 GET u63 1 GET i64 0 GET u32 20
1) (integer) 9029
2) (integer) 837
3) (integer) 1311768467463790320
4) (integer) 1311768467463790320
5) (integer) 1737075661

# BITFIELD_RO only reads.
> BITFIELD_RO k GET u8 0 GET u8 #1
1) (integer) 18
2) (integer) 52
> BITFIELD_RO k
(empty array)
> BITFIELD_RO missing GET u8 0
1) (integer) 0
> BITFIELD_RO k SET u8 0 1
(error) ERR BITFIELD_RO only supports the GET subcommand
> BITFIELD_RO k GET u8 0 INCRBY u8 0 1
(error) ERR BITFIELD_RO only supports the GET subcommand
> BITFIELD_RO k OVERFLOW SAT GET u8 0
1) (integer) 18
> BITFIELD_RO
(error) ERR wrong number of arguments for 'bitfield_ro' command

# Writing makes the string long enough, even where nothing changes.
> BITFIELD w SET u8 80 0
1) (integer) 0
> STRLEN w
(integer) 11
> BITFIELD w2 OVERFLOW FAIL SET u2 0 9
1) (nil)
> EXISTS w2
(integer) 1
> SET n 12
OK
> BITFIELD n GET u8 0
1) (integer) 49
> OBJECT ENCODING n
"int"
> BITFIELD n SET u8 8 51
1) (integer) 50
> GET n
"13"
> OBJECT ENCODING n
"raw"

# Refusals.
> BITFIELD
(error) ERR wrong number of arguments for 'bitfield' command
> BITFIELD k GET
(error) ERR syntax error
> BITFIELD k GET u8
(error) ERR syntax error
> BITFIELD k GET u64 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET i65 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET u0 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET i0 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET 8 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET x8 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET u08 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET U8 0
(error) ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.
> BITFIELD k GET u8 -1
(error) ERR bit offset is not an integer or out of range
> BITFIELD k GET u8 abc
(error) ERR bit offset is not an integer or out of range
> BITFIELD k GET u8 #-1
(error) ERR bit offset is not an integer or out of range
> BITFIELD k GET u8 #x
(error) ERR bit offset is not an integer or out of range
> BITFIELD k GET u8 4294967296
(error) ERR bit offset is not an integer or out of range
> BITFIELD k GET u8 4294967288
1) (integer) 0
> BITFIELD k GET u8 #536870911
1) (integer) 0
> BITFIELD k GET u8 #536870912
(error) ERR bit offset is not an integer or out of range
> BITFIELD k SET u8 0 abc
(error) ERR value is not an integer or out of range
> BITFIELD k SET u8 0
(error) ERR syntax error
> BITFIELD k INCRBY u8 0 1.5
(error) ERR value is not an integer or out of range
> BITFIELD k SET u8 0 9223372036854775808
(error) ERR value is not an integer or out of range
> BITFIELD k OVERFLOW
(error) ERR syntax error
> BITFIELD k OVERFLOW FOO GET u8 0
(error) ERR Invalid OVERFLOW type specified
> BITFIELD k FOO u8 0
(error) ERR syntax error
> BITFIELD fresh SET u8 0 1 FOO
(error) ERR syntax error
> EXISTS fresh
(integer) 0
> RPUSH list a
(integer) 1
> BITFIELD list GET u8 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BITFIELD list SET u8 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> BITFIELD_RO list GET u8 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
