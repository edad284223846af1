# RESTORE with a time to live beyond all bounds: as good as none, and no reason to look past other errors.
> SET k v
OK
!let d = > DUMP k
> RESTORE a 9223372036854775807 $d
OK
> GET a
"v"
> PTTL a
(integer) 9223370000000000000..9223372036854775807
> RESTORE a 9223372036854775807 bad
(error) BUSYKEY Target key name already exists.
> RESTORE a 9223372036854775807 bad REPLACE
(error) ERR DUMP payload version or checksum are wrong
> RESTORE b 9223372036854775807 $d ABSTTL
OK
> RESTORE c -1 bad
(error) ERR Invalid TTL value, must be >= 0
