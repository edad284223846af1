!config rdbchecksum no
!config rdbcompression no
!config dbfilename my.rdb

# Without checksums the file ends in zeros and is taken as it is; without compression it says what it holds in the open.
> SET a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
OK
> SAVE
OK
!tool redis-check-rdb my.rdb
[offset 0] Checking RDB file my.rdb
...
[offset ...] RDB file was saved with checksum disabled: no check performed.
[offset ...] \o/ RDB looks OK! \o/
[info] 1 keys read
[info] 0 expires
[info] 0 already expired
[info] 0 subexpires
!crash
> STRLEN a
(integer) 74
!file my.rdb
"REDIS0011" fe00 00 01 "k" 01 "v" ff 0102030405060708
!crash
> GET k
"v"

# A file of another's, or a directory that takes no files.
!file my.rdb
"not an RDB file"
!refuse
Wrong signature trying to load DB from file
