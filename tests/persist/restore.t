# Payloads as Redis 8 and Valkey 8 write them (version 11 comes from Valkey).
> RESTORE s 0 "\x00\x05hello\x0b\x00\x0a\xad\x62\x05\x98\xab\xc9\x83"
OK
> GET s
"hello"
> RESTORE n 0 "\x00\xc1\x39\x30\x0b\x00\xf4\x4b\x57\x54\x6e\x63\xe1\x30"
OK
> GET n
"12345"
> OBJECT ENCODING n
"int"
> RESTORE packed 0 "\x00\xc3\x06\x15\x01\x61\x61\xe0\x0a\x00\x0b\x00\x94\xd3\x0e\x1b\xfa\xde\xd6\xe1"
OK
> GET packed
"aaaaaaaaaaaaaaaaaaaaa"
> RESTORE l 0 "\x12\x01\x02\x0f\x0f\x00\x00\x00\x03\x00\x81\x61\x02\x01\x01\xc3\xe8\x02\xff\x0b\x00\xec\x27\xcc\x7f\x34\xcf\x7b\x4e"
OK
> LRANGE l 0 -1
1) "a"
2) "1"
3) "1000"
> RESTORE i 0 "\x0b\x0e\x02\x00\x00\x00\x03\x00\x00\x00\x01\x00\x02\x00\x2c\x01\x0b\x00\x8c\xcf\x0f\xfd\x86\x0a\xc0\x23"
OK
> SMEMBERS i
1) "1"
2) "2"
3) "300"
> RESTORE h 0 "\x10\x12\x12\x00\x00\x00\x04\x00\x81\x66\x02\x81\x76\x02\x81\x6e\x02\x2a\x01\xff\x0b\x00\x96\xef\x55\x0c\x8f\xfd\x30\x18"
OK
> HGETALL h
1) "f"
2) "v"
3) "n"
4) "42"

> RESTORE z 0 "\x05\x01\x01b\x00\x00\x00\x00\x00\x00\x04\x40\x0b\x00\x1a\x01\x00\xc2\x3e\x94\xe7\xba"
OK
> ZRANGE z 0 -1 WITHSCORES
1) "b"
2) "2.5"

# What DUMP gives, RESTORE takes.
> SET from value
OK
!let payload = > DUMP from
> RESTORE to 0 $payload
OK
> GET to
"value"
> DUMP missing
(nil)

# An existing key is only replaced when that is said; the options come before everything else.
> RESTORE to 0 $payload
(error) BUSYKEY Target key name already exists.
> RESTORE to 0 $payload REPLACE
OK
> RESTORE to 5000 $payload REPLACE
OK
> PTTL to
(integer) 4000..5000
> RESTORE to 4102444800000 $payload REPLACE ABSTTL
OK
> PEXPIRETIME to
(integer) 4102444800000
> RESTORE to 1000 $payload REPLACE ABSTTL
OK
> EXISTS to
(integer) 0
> RESTORE to -1 $payload
(error) ERR Invalid TTL value, must be >= 0
> RESTORE to x $payload
(error) ERR value is not an integer or out of range
> RESTORE to 0 $payload IDLETIME 1000
OK
> OBJECT IDLETIME to
(integer) 1000..1001
> RESTORE to 0 $payload REPLACE IDLETIME -1
(error) ERR Invalid IDLETIME value, must be >= 0
> RESTORE to 0 $payload REPLACE FREQ 256
(error) ERR Invalid FREQ value, must be >= 0 and <= 255
> RESTORE to 0 $payload REPLACE FREQ 1 IDLETIME 1
(error) ERR syntax error
> RESTORE to 0 $payload REPLACE SOMEHOW
(error) ERR syntax error

# Bytes that are none of this.
> RESTORE bad 0 ""
(error) ERR DUMP payload version or checksum are wrong
> RESTORE bad 0 "\x00\x05hello\x0b\x00\x0a\xad\x62\x05\x98\xab\xc9\x84"
(error) ERR DUMP payload version or checksum are wrong
> RESTORE bad 0 "\x00\x05hello\x0d\x00\x0a\xad\x62\x05\x98\xab\xc9\x83"
(error) ERR DUMP payload version or checksum are wrong
> EXISTS bad
(integer) 0
