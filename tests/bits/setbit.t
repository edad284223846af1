# SETBIT and GETBIT: bit 0 is the most significant bit of the first byte.
> SETBIT k 7 1
(integer) 0
> GET k
"\x01"
> GETBIT k 7
(integer) 1
> GETBIT k 6
(integer) 0
> SETBIT k 7 0
(integer) 1
> GET k
"\x00"
> SETBIT k 0 1
(integer) 0
> GET k
"\x80"
> SETBIT k 23 1
(integer) 0
> GET k
"\x80\x00\x01"
> GETBIT k 100000
(integer) 0
> GETBIT missing 0
(integer) 0
> SETBIT missing 40 0
(integer) 0
> STRLEN missing
(integer) 6
> SET n 12
OK
> SETBIT n 6 1
(integer) 0
> GET n
"32"
> OBJECT ENCODING n
"raw"
> EXPIRE n 100
(integer) 1
> SETBIT n 0 0
(integer) 0
> TTL n
(integer) 95..100

# The last possible bit is number 4294967295.
> SETBIT k 4294967296 1
(error) ERR bit offset is not an integer or out of range
> SETBIT k -1 1
(error) ERR bit offset is not an integer or out of range
> SETBIT k abc 1
(error) ERR bit offset is not an integer or out of range
> SETBIT k 1.5 1
(error) ERR bit offset is not an integer or out of range
> SETBIT k 0 2
(error) ERR bit is not an integer or out of range
> SETBIT k 0 -1
(error) ERR bit is not an integer or out of range
> SETBIT k 0 x
(error) ERR bit is not an integer or out of range
> SETBIT k 0
(error) ERR wrong number of arguments for 'setbit' command
> GETBIT k 4294967295
(integer) 0
> GETBIT k 4294967296
(error) ERR bit offset is not an integer or out of range
> GETBIT k -1
(error) ERR bit offset is not an integer or out of range
> GETBIT k x
(error) ERR bit offset is not an integer or out of range
> GETBIT k
(error) ERR wrong number of arguments for 'getbit' command
> RPUSH list a
(integer) 1
> SETBIT list 0 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GETBIT list 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SETBIT list 4294967296 1
(error) ERR bit offset is not an integer or out of range
> GET k
"\x80\x00\x01"

# A bit that is set to what it was is no event and no change, unless the string grew.
> CONFIG SET notify-keyspace-events KEA
OK
> SET quiet a
OK
a> SUBSCRIBE __keyevent@0__:setbit
1) "subscribe"
2) "__keyevent@0__:setbit"
3) (integer) 1
> SETBIT quiet 0 0
(integer) 0
> BITFIELD quiet SET u8 0 97
1) (integer) 97
> BITFIELD quiet OVERFLOW FAIL INCRBY u8 0 200
1) (nil)
> BITFIELD quiet INCRBY u8 0 0
1) (integer) 97
a: (nothing)
> SETBIT quiet 8 0
(integer) 0
a: 1) "message"
   2) "__keyevent@0__:setbit"
   3) "quiet"
> BITFIELD quiet SET u8 16 0
1) (integer) 0
a: 1) "message"
   2) "__keyevent@0__:setbit"
   3) "quiet"
a: (nothing)
