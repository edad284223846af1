# EXPIRE and its family; TTL and its family.
> SET k v
OK
> TTL k
(integer) -1
> PTTL k
(integer) -1
> EXPIRETIME k
(integer) -1
> PEXPIRETIME k
(integer) -1
> TTL missing
(integer) -2
> PTTL missing
(integer) -2
> EXPIRETIME missing
(integer) -2
> PEXPIRETIME missing
(integer) -2
> EXPIRE k 100
(integer) 1
> TTL k
(integer) 95..100
> PEXPIRE k 5500
(integer) 1
> PTTL k
(integer) 500..5500
> EXPIREAT k 33177117420
(integer) 1
> EXPIRETIME k
(integer) 33177117420
> PEXPIREAT k 33177117420500
(integer) 1
> PEXPIRETIME k
(integer) 33177117420500
> EXPIRETIME k
(integer) 33177117421
> PERSIST k
(integer) 1
> PERSIST k
(integer) 0
> PERSIST missing
(integer) 0
> TTL k
(integer) -1
> EXPIRE missing 10
(integer) 0
> PEXPIRE missing 10
(integer) 0
> EXPIREAT missing 33177117420
(integer) 0
> PEXPIREAT missing 33177117420500
(integer) 0

# TTL rounds to the nearest second.
> PEXPIRE k 1400
(integer) 1
> TTL k
(integer) 1
> PEXPIRE k 1950
(integer) 1
> TTL k
(integer) 2

# A time that is over deletes the key.
> EXPIRE k 0
(integer) 1
> EXISTS k
(integer) 0
> SET k v
OK
> EXPIRE k -1
(integer) 1
> EXISTS k
(integer) 0
> SET k v
OK
> PEXPIRE k -100
(integer) 1
> EXISTS k
(integer) 0
> SET k v
OK
> EXPIREAT k 1
(integer) 1
> EXISTS k
(integer) 0
> SET k v
OK
> PEXPIREAT k 0
(integer) 1
> EXISTS k
(integer) 0
> SET k v
OK
> EXPIRE k -9223372036854775808
(error) ERR invalid expire time in 'expire' command
> SET k v
OK
> PEXPIREAT k -9223372036854775808
(integer) 1
> EXISTS k
(integer) 0

# NX: only without a time. XX: only with one.
> SET k v
OK
> EXPIRE k 100 XX
(integer) 0
> EXPIRE k 100 NX
(integer) 1
> EXPIRE k 200 NX
(integer) 0
> TTL k
(integer) 95..100
> EXPIRE k 200 XX
(integer) 1
> TTL k
(integer) 195..200

# GT and LT: no time counts as infinite.
> EXPIRE k 100 GT
(integer) 0
> EXPIRE k 300 GT
(integer) 1
> TTL k
(integer) 295..300
> EXPIRE k 400 LT
(integer) 0
> EXPIRE k 50 LT
(integer) 1
> TTL k
(integer) 45..50
> EXPIRE k 20 XX LT
(integer) 1
> EXPIRE k 100 XX GT
(integer) 1
> TTL k
(integer) 95..100
> EXPIRE k 90 GT
(integer) 0
> PERSIST k
(integer) 1
> EXPIRE k 100 GT
(integer) 0
> EXPIRE k 100 XX LT
(integer) 0
> EXPIRE k 100 XX GT
(integer) 0
> TTL k
(integer) -1
> EXPIRE k 100 LT
(integer) 1
> TTL k
(integer) 95..100
> EXPIRE k -1 GT
(integer) 0
> EXPIRE k -1 NX
(integer) 0
> EXPIRE k -1 LT
(integer) 1
> EXISTS k
(integer) 0
> SET k v
OK
> EXPIRE k -1 XX
(integer) 0
> EXPIRE k -1 GT
(integer) 0
> EXPIRE k -1 NX
(integer) 1
> EXISTS k
(integer) 0
> PEXPIRE k 100000 nx
(integer) 0
> EXPIREAT k 33177117420 gt
(integer) 0
> PEXPIREAT k 33177117420000 GT
(integer) 0
> PEXPIREAT k 33177117419999 lt
(integer) 0

# Refusals.
> EXPIRE k
(error) ERR wrong number of arguments for 'expire' command
> EXPIRE k abc
(error) ERR value is not an integer or out of range
> EXPIRE k 1.5
(error) ERR value is not an integer or out of range
> EXPIRE k ""
(error) ERR value is not an integer or out of range
> EXPIRE k 10 FOO
(error) ERR Unsupported option FOO
> EXPIRE k 10 NX XX
(error) ERR NX and XX, GT or LT options at the same time are not compatible
> EXPIRE k 10 NX GT
(error) ERR NX and XX, GT or LT options at the same time are not compatible
> EXPIRE k 10 NX LT
(error) ERR NX and XX, GT or LT options at the same time are not compatible
> EXPIRE k 10 GT LT
(error) ERR GT and LT options at the same time are not compatible
> EXPIRE k 10 XX NX
(error) ERR NX and XX, GT or LT options at the same time are not compatible
> EXPIRE k 10 XX XX
(integer) 0
> EXPIRE k 9223372036854775807
(error) ERR invalid expire time in 'expire' command
> EXPIRE k 9223372036854775
(error) ERR invalid expire time in 'expire' command
> EXPIRE k -9223372036854775809
(error) ERR value is not an integer or out of range
> PEXPIRE k 9223372036854775807
(error) ERR invalid expire time in 'pexpire' command
> PEXPIREAT k 9223372036854775807
(integer) 0
> EXPIREAT k 9223372036854775807
(error) ERR invalid expire time in 'expireat' command
> EXPIREAT k 9223372036854775
(integer) 0
> PEXPIRETIME k
(integer) -2
> EXPIRE missing 9223372036854775807
(error) ERR invalid expire time in 'expire' command
> EXPIRE missing 10 FOO
(error) ERR Unsupported option FOO
> TTL
(error) ERR wrong number of arguments for 'ttl' command
> TTL k x
(error) ERR wrong number of arguments for 'ttl' command
> PERSIST
(error) ERR wrong number of arguments for 'persist' command
