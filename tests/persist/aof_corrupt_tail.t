!skip oracle
!config appendonly yes
!config aof-load-corrupt-tail-max-size 100

# Bytes at the end of the log that are no commands: up to so many are cut off, as a disk may leave them after a crash.
!file appendonlydir/appendonly.aof.manifest
"file b.aof seq 1 type b\nfile i.aof seq 1 type i\n"
!file appendonlydir/b.aof
"*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n"
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n" "\x00" * 100
!crash
> MGET a b
1) "1"
2) "2"
!tool redis-check-aof appendonlydir/i.aof
Start checking Old-Style AOF
AOF analyzed: filename=appendonlydir/i.aof, size=27, ok_up_to=27, ok_up_to_line=8, diff=0
AOF appendonlydir/i.aof is valid

# One more, or in a file that is not the last, and a person has to look at it.
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n" "\x00" * 101
!refuse
Bad file format reading the append only file i.aof
!file appendonlydir/i.aof
""
!file appendonlydir/b.aof
"*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n" "\x00"
!refuse
Bad file format reading the append only file b.aof
