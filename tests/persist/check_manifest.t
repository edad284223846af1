# redis-check-aof on a manifest: base, increments, and which of them may be mended.
!file a/m.manifest
"file b.rdb seq 1 type b\nfile i1.aof seq 1 type i\nfile i2.aof seq 2 type i\n"
!file a/b.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" ff crc64
!file a/i1.aof
"*1\r\n$4\r\nPING\r\n"
!file a/i2.aof
""
!tool redis-check-aof a/m.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
AOF analyzed: filename=b.rdb, size=25, ok_up_to=25, ok_up_to_line=1, diff=0
BASE AOF b.rdb is valid
Start to check INCR files.
AOF analyzed: filename=i1.aof, size=14, ok_up_to=14, ok_up_to_line=4, diff=0
INCR AOF i1.aof is valid
INCR AOF i2.aof is empty
All AOF files and manifest are valid
!file a/i1.aof
"*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nPI"
!tool redis-check-aof a/m.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
AOF analyzed: filename=b.rdb, size=25, ok_up_to=25, ok_up_to_line=1, diff=0
BASE AOF b.rdb is valid
Start to check INCR files.
0x              16: Expected to read 6 bytes, got 2 bytes
AOF analyzed: filename=i1.aof, size=24, ok_up_to=14, ok_up_to_line=6, diff=10
AOF i1.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!tool redis-check-aof --fix a/m.manifest < "y\n"
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
AOF analyzed: filename=b.rdb, size=25, ok_up_to=25, ok_up_to_line=1, diff=0
BASE AOF b.rdb is valid
Start to check INCR files.
0x              16: Expected to read 6 bytes, got 2 bytes
AOF analyzed: filename=i1.aof, size=24, ok_up_to=14, ok_up_to_line=6, diff=10
Failed to truncate AOF i1.aof because it is not the last file
(exit 1)
!file a/i1.aof
"*1\r\n$4\r\nPING\r\n"
!file a/i2.aof
"*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nPI"
!tool redis-check-aof --fix a/m.manifest < "y\n"
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
AOF analyzed: filename=b.rdb, size=25, ok_up_to=25, ok_up_to_line=1, diff=0
BASE AOF b.rdb is valid
Start to check INCR files.
AOF analyzed: filename=i1.aof, size=14, ok_up_to=14, ok_up_to_line=4, diff=0
INCR AOF i1.aof is valid
0x              16: Expected to read 6 bytes, got 2 bytes
AOF analyzed: filename=i2.aof, size=24, ok_up_to=14, ok_up_to_line=..., diff=10
This will shrink the AOF i2.aof from 24 bytes, with 10 bytes, to 14 bytes
Continue? [y/N]: Successfully truncated AOF i2.aof
All AOF files and manifest are valid
!tool redis-check-aof a/m.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
AOF analyzed: filename=b.rdb, size=25, ok_up_to=25, ok_up_to_line=1, diff=0
BASE AOF b.rdb is valid
Start to check INCR files.
AOF analyzed: filename=i1.aof, size=14, ok_up_to=14, ok_up_to_line=4, diff=0
INCR AOF i1.aof is valid
AOF analyzed: filename=i2.aof, size=14, ok_up_to=14, ok_up_to_line=..., diff=0
INCR AOF i2.aof is valid
All AOF files and manifest are valid
!file a/i2.aof
"#TS:1000\r\n*1\r\n$4\r\nPING\r\n#TS:2000\r\n*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof --truncate-to-timestamp 1500 a/m.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
Truncate nothing in AOF b.rdb to timestamp 1500
BASE AOF b.rdb is valid
Start to check INCR files.
Truncate nothing in AOF i1.aof to timestamp 1500
INCR AOF i1.aof is valid
Successfully truncated AOF i2.aof to timestamp 1500
All AOF files and manifest are valid
!file a/i1.aof
"#TS:1000\r\n*1\r\n$4\r\nPING\r\n#TS:2000\r\n*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof --truncate-to-timestamp 1500 a/m.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
Truncate nothing in AOF b.rdb to timestamp 1500
BASE AOF b.rdb is valid
Start to check INCR files.
Failed to truncate AOF a/i1.aof to timestamp 1500 to offset 24 because it is not the last file.
If you insist, please delete all files after this file according to the manifest file and delete the corresponding records in manifest file manually. Then re-run redis-check-aof.
(exit 1)
!file a/b.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0102030405060708
!tool redis-check-aof a/m.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file a/b.rdb
[offset 11] Selecting DB ID 0
--- RDB ERROR DETECTED ---
[offset 25] RDB CRC error
[additional info] While doing: check-sum
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble of AOF file is not sane, aborting.
(exit 1)

# A base of plain commands; comments; history that is not looked at; a name in quotes.
!file b/m.manifest
"# a comment\nfile \"b \\x61.aof\" seq 1 type b\nfile gone.aof seq 1 type h\n"
!file b/b a.aof
"*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof b/m.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RESP format).
AOF analyzed: filename=b a.aof, size=14, ok_up_to=14, ok_up_to_line=4, diff=0
BASE AOF b a.aof is valid
All AOF files and manifest are valid
!file b/only.manifest
"file i.aof seq 1 type i startoffset 0 endoffset 14\n"
!file b/i.aof
"*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof b/only.manifest
Start checking Multi Part AOF
Start to check INCR files.
AOF analyzed: filename=i.aof, size=14, ok_up_to=14, ok_up_to_line=4, diff=0
INCR AOF i.aof is valid
All AOF files and manifest are valid

# Manifests that are wrong.
!file c/1.manifest
"file a.aof seq 1 type b\nfile a.aof seq 1 type b\n"
!tool redis-check-aof c/1.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...Reading the manifest file, at line 2
...>>> 'file a.aof seq 1 type b'
...Found duplicate base file information
(exit 1)
!file c/2.manifest
"file a.aof seq 2 type i\nfile b.aof seq 1 type i\n"
!tool redis-check-aof c/2.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...Reading the manifest file, at line 2
...>>> 'file b.aof seq 1 type i'
...Found a non-monotonic sequence number
(exit 1)
!file c/3.manifest
"file a/b.aof seq 2 type i\n"
!tool redis-check-aof c/3.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...Reading the manifest file, at line 1
...>>> 'file a/b.aof seq 2 type i'
...File can't be a path, just a filename
(exit 1)
!file c/4.manifest
"file a.aof seq 2 type x\n"
!tool redis-check-aof c/4.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...Reading the manifest file, at line 1
...>>> 'file a.aof seq 2 type x'
...Unknown AOF file type
(exit 1)
!file c/5.manifest
"file a.aof seq 2\n"
!tool redis-check-aof c/5.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...Reading the manifest file, at line 1
...>>> 'file a.aof seq 2'
...Invalid AOF manifest file format
(exit 1)
!file c/6.manifest
"file a.aof seq 1 type b\n\n"
!tool redis-check-aof c/6.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...Reading the manifest file, at line 2
...>>> ''
...Invalid AOF manifest file format
(exit 1)
!file c/7.manifest
"file a.aof seq 1 type b"
!tool redis-check-aof c/7.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...The AOF manifest file contains too long line
(exit 1)
!file c/8.manifest
"file missing.aof seq 1 type b\n"
!tool redis-check-aof c/8.manifest
Start checking Multi Part AOF
Cannot open file c/missing.aof: No such file or directory
(exit 1)
!file c/9.manifest
"file a.aof seq zero type b\n"
!tool redis-check-aof c/9.manifest
Start checking Multi Part AOF
...*** FATAL AOF MANIFEST FILE ERROR ***
...Reading the manifest file, at line 1
...>>> 'file a.aof seq zero type b'
...Invalid AOF manifest file format
(exit 1)
