!config appendonly yes

# The manifest decides what is loaded. Keys come in any order, and letters of any case; unknown keys and comments are others'.
!file appendonlydir/appendonly.aof.manifest
"# made by hand\nSEQ 1 TYPE base FILE \"b \\x61.aof\" extra thing\nfile gone.aof seq 1 type h\nfile i.aof seq 3 type i\nfile i7.aof seq 7 type i\n"
!file appendonlydir/b a.aof
"*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n"
!file appendonlydir/i.aof
"*3\r\n$3\r\nSET\r\n$1\r\nb\r\n$1\r\n2\r\n"
!file appendonlydir/i7.aof
"*3\r\n$3\r\nSET\r\n$1\r\nc\r\n$1\r\n3\r\n"
!crash
> MGET a b c
1) "1"
2) "2"
3) "3"
> SET d 4
OK
!crash
> MGET a b c d
1) "1"
2) "2"
3) "3"
4) "4"

# A file that it names must be there.
!file appendonlydir/appendonly.aof.manifest
"file missing.aof seq 1 type b\n"
!refuse
Unable to obtain the AOF file missing.aof length. stat: No such file or directory

# Every way to be wrong says its line.
!file appendonlydir/appendonly.aof.manifest
""
!refuse
*** FATAL AOF MANIFEST FILE ERROR ***
Found an empty AOF manifest
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type i\nfile i.aof seq 1 type i\n"
!refuse
Reading the manifest file, at line 2
>>> 'file i.aof seq 1 type i'
Found a non-monotonic sequence number
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type b\nfile i.aof seq 2 type b\n"
!refuse
Found duplicate base file information
!file appendonlydir/appendonly.aof.manifest
"file x/i.aof seq 1 type b\n"
!refuse
File can't be a path, just a filename
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type z\n"
!refuse
Unknown AOF file type
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 0 type b\n"
!refuse
Invalid AOF manifest file format
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type b\n\n"
!refuse
Invalid AOF manifest file format
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1\n"
!refuse
Invalid AOF manifest file format
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type b"
!refuse
The AOF manifest file contains too long line
!file appendonlydir/appendonly.aof.manifest
"file \"i.aof seq 1 type b\n"
!refuse
Invalid AOF manifest file format
!file appendonlydir/appendonly.aof.manifest
"file " "x" * 1100 " seq 1 type b\n"
!refuse
The AOF manifest file contains too long line

# A name that reads well, and would not once it is written back in quotes: four letters for each odd byte.
!skip oracle
!file appendonlydir/appendonly.aof.manifest
"file " "\xff" * 254 " seq 1 type b\n"
!refuse
The AOF manifest file contains too long line

# A base in RDB format that is broken, by whatever name, is as fatal as a broken dump.rdb; commands may follow a good one.
!file appendonlydir/appendonly.aof.manifest
"file i.aof seq 1 type b\n"
!file appendonlydir/i.aof
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0102030405060708
!refuse
Wrong RDB checksum expected
!file appendonlydir/i.aof
"REDIS0011" fe00 00 01 "k" 01 "v" ff crc64 "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n1\r\n"
!crash
> MGET k a
1) "v"
2) "1"

# Expired keys of a base stay until the log deletes them: what follows may still have changed them.
!file appendonlydir/i.aof
"REDIS0011" fe00 fc e803000000000000 00 01 "k" 01 "1" ff crc64 "*2\r\n$4\r\nINCR\r\n$1\r\nk\r\n*2\r\n$7\r\nPERSIST\r\n$1\r\nk\r\n"
!crash
> GET k
"2"

# With the log on, dump.rdb is never looked at.
!file dump.rdb
"nonsense"
!crash
> GET k
"2"
