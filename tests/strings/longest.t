# proto-max-bulk-len is also the longest string a command may build, and the most memory LCS may take.
> CONFIG SET proto-max-bulk-len 1mb
OK
> SETRANGE s 1048576 x
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> SETRANGE s 1048575 x
(integer) 1048576
> APPEND s x
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> SETRANGE s 1048576 x
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> SETBIT s 8388608 1
(error) ERR bit offset is not an integer or out of range
> SETBIT s 8388607 1
(integer) 0
> GETBIT s 8388608
(error) ERR bit offset is not an integer or out of range
> BITFIELD s SET u8 #1048576 1
(error) ERR bit offset is not an integer or out of range
> BITFIELD s SET u8 #1048575 1
1) (integer) 121
> BITFIELD s SET u8 8388607 1
1) (integer) 128
> BITFIELD_RO s GET u8 8388608
(error) ERR bit offset is not an integer or out of range
> STRLEN s
(integer) 1048577
> DEL s a b
(integer) 1
> SETRANGE a 600 x
(integer) 601
> SETRANGE b 433 x
(integer) 434
> LCS a b LEN
(integer) 434
> APPEND b x
(integer) 435
> LCS a b LEN
(error) ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len
> LCS a b
(error) ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len
> LCS a b IDX
(error) ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len
> EVAL "return redis.call('SET', 'k', string.rep('x', 1048577))" 0
OK
> APPEND k x
(error) ERR string exceeds maximum allowed size (proto-max-bulk-len)
> CONFIG SET proto-max-bulk-len 3gb
OK
> APPEND k x
(integer) 1048578
> GETBIT k 4294967296
(integer) 0
> GETBIT k 25769803775
(integer) 0
> GETBIT k 25769803776
(error) ERR bit offset is not an integer or out of range
> GETBIT k 9223372036854775807
(error) ERR bit offset is not an integer or out of range
> DEL k
(integer) 1
> CONFIG SET proto-max-bulk-len 512mb
OK
