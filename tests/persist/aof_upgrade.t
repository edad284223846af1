!config dbfilename other.rdb
!config appendfilename my.aof

# A log of a server before 7.0 is one file in the working directory: it moves into the directory and becomes the base.
> CONFIG REWRITE
OK
!file my.aof
"REDIS0009" fe00 00 01 "k" 01 "v" ff crc64 "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n"
!file redis.conf
"port $port\nbind 127.0.0.1\ndir $dir\nsave \"\"\nappendonly yes\nappendfilename my.aof\nenable-debug-command yes\n"
!crash
> MGET k a
1) "v"
2) "1"
> SET b 2
OK
!crash
> MGET k a b
1) "v"
2) "1"
3) "2"
!tool redis-check-aof appendonlydir/my.aof.manifest
Start checking Multi Part AOF
Start to check BASE AOF (RDB format).
[offset 0] Checking RDB file appendonlydir/my.aof
[offset 11] Selecting DB ID 0
[offset 25] Checksum OK
[offset 25] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
RDB preamble is OK, proceeding with AOF tail...
AOF analyzed: filename=my.aof, size=52, ok_up_to=52, ok_up_to_line=8, diff=0
BASE AOF my.aof is valid
Start to check INCR files.
AOF analyzed: filename=my.aof.1.incr.aof, size=50, ok_up_to=50, ok_up_to_line=..., diff=0
INCR AOF my.aof.1.incr.aof is valid
All AOF files and manifest are valid
> BGREWRITEAOF
Background append only file rewriting started
!until 5s > INFO persistence
...
aof_rewrite_in_progress:0
...
!crash
> MGET k a b
1) "v"
2) "1"
3) "2"
