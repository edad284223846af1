!skip oracle
# What this server takes and Redis 8.0 does not: files of Valkey 9 and later, and files with values of modules.
!file dump.rdb
"VALKEY080" fe00 00 01 "k" 01 "v" ff crc64
!crash
> GET k
"v"

# A module's value is skipped, exactly; so is what modules keep outside of keys. The log tells the module's name.
!file dump.rdb
"REDIS0011"
f7 81 bde72da2bb1eb400 02 01  02 05  05 03 "aux"  00        # "vectorset" before the keys: an integer, a string, the end
fe 00
07 04 "gone" 81 bde72da2bb1eb400
    01 81 ffffffffffffffff      # signed: -1
    02 4100                     # unsigned: 256
    03 0000803f                 # float
    04 000000000000f03f         # double
    05 c3 06 15 01 "aa" e0 0a 00
    00
00 04 "here" 01 "v"
f7 81 bde72da2bb1eb400 02 02  00
ff crc64
!crash
> KEYS *
1) "here"
!file dump.rdb
"REDIS0011" fe00 07 01 "m" 81 bde72da2bb1eb400 06 00 ff crc64
!refuse
Unknown opcode in module data

# Slots' sizes: a record of Redis 7.4 in a cluster, a field of Valkey 8.
!file dump.rdb
"REDIS0012" fe00 f4 5386 01 01 fa 09 "slot-info" 08 "4998,1,1" fb 01 00 00 01 "k" 01 "v" ff crc64
!crash
> GET k
"v"
