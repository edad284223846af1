# redis-check-aof on a single file: sound, cut short, broken, and mended.
!file sound.aof
"*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n"
!tool redis-check-aof sound.aof
Start checking Old-Style AOF
AOF analyzed: filename=sound.aof, size=50, ok_up_to=50, ok_up_to_line=13, diff=0
AOF sound.aof is valid
!file empty.aof
""
!tool redis-check-aof empty.aof
Start checking Old-Style AOF
AOF empty.aof is empty
!file cut.aof
"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nva"
!tool redis-check-aof cut.aof
Start checking Old-Style AOF
0x              33: Expected to read 7 bytes, got 2 bytes
AOF analyzed: filename=cut.aof, size=53, ok_up_to=27, ok_up_to_line=14, diff=26
AOF cut.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!tool redis-check-aof --fix cut.aof < "n\n"
Start checking Old-Style AOF
0x              33: Expected to read 7 bytes, got 2 bytes
AOF analyzed: filename=cut.aof, size=53, ok_up_to=27, ok_up_to_line=14, diff=26
This will shrink the AOF cut.aof from 53 bytes, with 26 bytes, to 27 bytes
Continue? [y/N]: Aborting...
(exit 1)
!tool redis-check-aof --fix cut.aof < "y\n"
Start checking Old-Style AOF
0x              33: Expected to read 7 bytes, got 2 bytes
AOF analyzed: filename=cut.aof, size=53, ok_up_to=27, ok_up_to_line=14, diff=26
This will shrink the AOF cut.aof from 53 bytes, with 26 bytes, to 27 bytes
Continue? [y/N]: Successfully truncated AOF cut.aof
!tool redis-check-aof cut.aof
Start checking Old-Style AOF
AOF analyzed: filename=cut.aof, size=27, ok_up_to=27, ok_up_to_line=8, diff=0
AOF cut.aof is valid
!file cut2.aof
"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n*3\r\n$3"
!tool redis-check-aof cut2.aof
Start checking Old-Style AOF
0x              1f: ...
AOF analyzed: filename=cut2.aof, size=33, ok_up_to=27, ok_up_to_line=9, diff=6
AOF cut2.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!file cut3.aof
"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n*3\r\n$3\r\nSET\r\n"
!tool redis-check-aof cut3.aof
Start checking Old-Style AOF
...AOF analyzed: filename=cut3.aof, size=40, ok_up_to=27, ok_up_to_line=11, diff=13
AOF cut3.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!file cut4.aof
"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv"
!tool redis-check-aof cut4.aof
Start checking Old-Style AOF
0x              18: Expected to read 3 bytes, got 1 bytes
AOF analyzed: filename=cut4.aof, size=25, ok_up_to=0, ok_up_to_line=7, diff=25
AOF cut4.aof is not valid. Use the --fix option to try fixing it.
(exit 1)

# Bytes that are no commands.
!file wrong.aof
"*1\r\n$4\r\nPING\r\n" "hello\r\n"
!tool redis-check-aof wrong.aof
Start checking Old-Style AOF
AOF wrong.aof format error
AOF analyzed: filename=wrong.aof, size=21, ok_up_to=14, ok_up_to_line=4, diff=7
AOF wrong.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!file prefix.aof
"*1\r\n$4\r\nPING\r\n" "*2\r\nx4\r\nPING\r\n"
!tool redis-check-aof prefix.aof
Start checking Old-Style AOF
0x              12: Expected prefix '$', got: 'x'
AOF analyzed: filename=prefix.aof, size=28, ok_up_to=14, ok_up_to_line=5, diff=14
AOF prefix.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!file ending.aof
"*1\r\n$4\r\nPING\r\n" "*1\r\n$4\r\nPINGxx"
!tool redis-check-aof ending.aof
Start checking Old-Style AOF
0x              16: Expected \r\n, got: 7878
AOF analyzed: filename=ending.aof, size=28, ok_up_to=14, ok_up_to_line=6, diff=14
AOF ending.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!file zeros.aof
"*1\r\n$4\r\nPING\r\n" "\x00" * 20
!tool redis-check-aof zeros.aof
Start checking Old-Style AOF
AOF zeros.aof format error
AOF analyzed: filename=zeros.aof, size=34, ok_up_to=14, ok_up_to_line=4, diff=20
AOF zeros.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!tool redis-check-aof --fix zeros.aof < "yes\n"
Start checking Old-Style AOF
AOF zeros.aof format error
AOF analyzed: filename=zeros.aof, size=34, ok_up_to=14, ok_up_to_line=4, diff=20
This will shrink the AOF zeros.aof from 34 bytes, with 20 bytes, to 14 bytes
Continue? [y/N]: Successfully truncated AOF zeros.aof
!tool redis-check-aof zeros.aof
Start checking Old-Style AOF
AOF analyzed: filename=zeros.aof, size=14, ok_up_to=14, ok_up_to_line=4, diff=0
AOF zeros.aof is valid

# Transactions: what is inside of one that never ends is not sound.
!file multi.aof
"*1\r\n$5\r\nMULTI\r\n*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nEXEC\r\n"
!tool redis-check-aof multi.aof
Start checking Old-Style AOF
AOF analyzed: filename=multi.aof, size=43, ok_up_to=43, ok_up_to_line=10, diff=0
AOF multi.aof is valid
!file open.aof
"*1\r\n$4\r\nPING\r\n*1\r\n$5\r\nMULTI\r\n*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof open.aof
Start checking Old-Style AOF
0x              25: Reached EOF before reading EXEC for MULTI
AOF analyzed: filename=open.aof, size=43, ok_up_to=14, ok_up_to_line=10, diff=29
AOF open.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!file twice.aof
"*1\r\n$4\r\nPING\r\n*1\r\n$5\r\nMULTI\r\n*1\r\n$5\r\nMULTI\r\n*1\r\n$4\r\nEXEC\r\n"
!tool redis-check-aof twice.aof
Start checking Old-Style AOF
0x              25: Unexpected MULTI in AOF twice.aof
AOF analyzed: filename=twice.aof, size=58, ok_up_to=14, ok_up_to_line=10, diff=44
AOF twice.aof is not valid. Use the --fix option to try fixing it.
(exit 1)
!file exec.aof
"*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nEXEC\r\n"
!tool redis-check-aof exec.aof
Start checking Old-Style AOF
0x              16: Unexpected EXEC in AOF exec.aof
AOF analyzed: filename=exec.aof, size=28, ok_up_to=14, ok_up_to_line=7, diff=14
AOF exec.aof is not valid. Use the --fix option to try fixing it.
(exit 1)

# An RDB file in front.
!file preamble.aof
"REDIS0011" fe00 00 01 "k" 01 "v" ff crc64 "*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof preamble.aof
Start checking Old-Style AOF
[offset 0] Checking RDB file preamble.aof
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
AOF analyzed: filename=preamble.aof, size=39, ok_up_to=39, ok_up_to_line=4, diff=0
AOF preamble.aof is valid
!file preamble2.aof
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0102030405060708 "*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof preamble2.aof
Start checking Old-Style AOF
[offset 0] Checking RDB file preamble2.aof
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
!file preamble3.aof
"REDIS0011" fe00 00 01 "k" 01 "v" ff crc64 "*1\r\n$4\r\nPIN"
!tool redis-check-aof preamble3.aof
Start checking Old-Style AOF
[offset 0] Checking RDB file preamble3.aof
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
0x              21: Expected to read 6 bytes, got 3 bytes
AOF analyzed: filename=preamble3.aof, size=36, ok_up_to=25, ok_up_to_line=3, diff=11
AOF preamble3.aof is not valid. Use the --fix option to try fixing it.
(exit 1)

# Timestamps: cut at the first one that is later.
!file stamps.aof
"#TS:1000\r\n*1\r\n$4\r\nPING\r\n#TS:2000\r\n*1\r\n$4\r\nPING\r\n#TS:3000\r\n*1\r\n$4\r\nPING\r\n"
!tool redis-check-aof stamps.aof
Start checking Old-Style AOF
AOF analyzed: filename=stamps.aof, size=72, ok_up_to=72, ok_up_to_line=10, diff=0
AOF stamps.aof is valid
!tool redis-check-aof --truncate-to-timestamp 3000 stamps.aof
Start checking Old-Style AOF
Truncate nothing in AOF stamps.aof to timestamp 3000
AOF stamps.aof is valid
!tool redis-check-aof --truncate-to-timestamp 2500 stamps.aof
Start checking Old-Style AOF
Successfully truncated AOF stamps.aof to timestamp 2500
!tool redis-check-aof stamps.aof
Start checking Old-Style AOF
AOF analyzed: filename=stamps.aof, size=48, ok_up_to=48, ok_up_to_line=7, diff=0
AOF stamps.aof is valid
!tool redis-check-aof --truncate-to-timestamp 500 stamps.aof
Start checking Old-Style AOF
AOF stamps.aof has nothing before timestamp 500, aborting...
(exit 1)
!tool redis-check-aof --truncate-to-timestamp soon stamps.aof
Invalid timestamp, aborting...
(exit 1)
!tool redis-check-aof --truncate-to-timestamp -1 stamps.aof
Start checking Old-Style AOF
AOF stamps.aof has nothing before timestamp -1, aborting...
(exit 1)

# Usage.
!tool redis-check-aof
Usage: ...redis-check-aof [--fix|--truncate-to-timestamp $timestamp] <file.manifest|file.aof>
(exit 1)
!tool redis-check-aof --mend sound.aof
Usage: ...redis-check-aof [--fix|--truncate-to-timestamp $timestamp] <file.manifest|file.aof>
(exit 1)
!tool redis-check-aof --truncate-to-timestamp 100
Usage: ...redis-check-aof [--fix|--truncate-to-timestamp $timestamp] <file.manifest|file.aof>
(exit 1)
!tool redis-check-aof missing.aof
Cannot open file missing.aof: No such file or directory
(exit 1)
!tool redis-check-aof --version
redis-check-aof v=8.0.2 sha=00000000:0 ...
