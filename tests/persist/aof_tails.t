!config appendonly yes

# What a crash leaves at the end of the log: a command cut short, a transaction without its end. It is cut off and told.
!file appendonlydir/appendonly.aof.manifest
"file b.aof seq 1 type b\nfile i.aof seq 1 type i\n"
!file appendonlydir/b.aof
"*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n"
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n*3\r\n$3\r\nSET\r\n$1\r\nc\r\n$1"
!crash
> MGET a b c
1) "1"
2) "2"
3) (nil)
!tool redis-check-aof appendonlydir/i.aof
Start checking Old-Style AOF
AOF analyzed: filename=appendonlydir/i.aof, size=27, ok_up_to=27, ok_up_to_line=8, diff=0
AOF appendonlydir/i.aof is valid
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n*1\r\n$5\r\nMULTI\r\n*3\r\n$3\r\nSET\r\n$1\r\nc\r\n$1\r\n3\r\n"
!crash
> MGET a b c
1) "1"
2) "2"
3) (nil)
> SET d 4
OK
!tool redis-check-aof appendonlydir/i.aof
Start checking Old-Style AOF
AOF analyzed: filename=appendonlydir/i.aof, size=77, ok_up_to=77, ok_up_to_line=20, diff=0
AOF appendonlydir/i.aof is valid

# With aof-load-truncated no that is for a person to decide.
> CONFIG SET aof-load-truncated no
OK
> CONFIG REWRITE
OK
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n*3\r\n$3\r\nSET\r\n$1\r\nc\r\n$1"
!refuse
Unexpected end of file reading the append only file i.aof. You can: 1) Make a backup of your AOF file, then use ./redis-check-aof --fix <filename.manifest>. 2) Alternatively you can set the 'aof-load-truncated' configuration option to yes and restart the server
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n"
!crash
> CONFIG SET aof-load-truncated yes
OK
> CONFIG REWRITE
OK

# Only the last file may end early: what follows was written after it.
!file appendonlydir/b.aof
"*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n*3\r\n$3\r\nSE"
!refuse
Fatal error: the truncated file is not the last file
(changed)
!file appendonlydir/b.aof
"*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n"

# Bytes that are no command at all are not an end that came early.
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\nhello\r\n"
!refuse
Bad file format reading the append only file i.aof: make a backup of your AOF file, then use ./redis-check-aof --fix <filename.manifest>
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n" "\x00" * 100
!refuse
Bad file format reading the append only file i.aof
!file appendonlydir/i.aof
"*0\r\n"
!refuse
Bad file format reading the append only file i.aof
!file appendonlydir/i.aof
"*2\r\n$7\r\nNOTHING\r\n$1\r\na\r\n"
!refuse
Unknown command 'NOTHING' reading the append only file i.aof

# A command that fails when it is replayed is told, and loading goes on.
!file appendonlydir/i.aof
"*3\r\n$5\r\nLPUSH\r\n$1\r\na\r\n$1\r\n2\r\n*3\r\n$3\r\nSET\r\n$1\r\nz\r\n$1\r\n2\r\n"
!crash
> MGET a z
1) "1"
2) "2"

# Annotations, and empty files, are fine.
!file appendonlydir/i.aof
"#TS:1600000000\r\n*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n#TS:1600000001\r\n# anything\r\n*3\r\n$3\r\nSET\r\n$1\r\nc\r\n$1\r\n3\r\n"
!crash
> MGET a b c
1) "1"
2) "2"
3) "3"
!file appendonlydir/i.aof
""
!file appendonlydir/b.aof
""
!crash
> DBSIZE
(integer) 0

# Each file is replayed by a client of its own, on database 0.
!file appendonlydir/b.aof
"*2\r\n$6\r\nSELECT\r\n$1\r\n5\r\n*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n"
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n"
!crash
> KEYS *
1) "b"
> SET own 1
OK
!effects
(nothing)
