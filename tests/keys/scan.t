# SCAN walks the whole keyspace; small ones come at once.
> SCAN 0
1) "0"
2) (empty array)
> MSET a 1 b 2 c 3
OK
> SCAN 0 COUNT 100
1) "0"
2) (in any order)
   1) "c"
   2) "b"
   3) "a"
> SCAN 0 MATCH a* COUNT 100
1) "0"
2) 1) "a"
> SCAN 0 COUNT 100 TYPE string
1) "0"
2) (in any order)
   1) "c"
   2) "b"
   3) "a"
> RPUSH list x
(integer) 1
> SCAN 0 COUNT 100 TYPE list
1) "0"
2) 1) "list"
> SCAN 0 COUNT 100 TYPE LIST
1) "0"
2) 1) "list"
> SCAN 0 TYPE hash COUNT 100
1) "0"
2) (empty array)
> SCAN 0 TYPE nosuchtype COUNT 100
1) "0"
2) (empty array)
> SCAN 0 TYPE list MATCH l* COUNT 100
1) "0"
2) 1) "list"
> SCAN 0 TYPE list MATCH a* COUNT 100
1) "0"
2) (empty array)

# Refusals.
> SCAN
(error) ERR wrong number of arguments for 'scan' command
> SCAN abc
(error) ERR invalid cursor
> SCAN -1
(error) ERR invalid cursor
> SCAN 1.5
(error) ERR invalid cursor
> SCAN ""
(error) ERR invalid cursor
> SCAN "0 "
(error) ERR invalid cursor
> SCAN 18446744073709551616
(error) ERR invalid cursor
> SCAN 0 COUNT 0
(error) ERR syntax error
> SCAN 0 COUNT -1
(error) ERR syntax error
> SCAN 0 COUNT abc
(error) ERR value is not an integer or out of range
> SCAN 0 COUNT
(error) ERR syntax error
> SCAN 0 MATCH
(error) ERR syntax error
> SCAN 0 FOO
(error) ERR syntax error
> SCAN 0 NOVALUES
(error) ERR NOVALUES option can only be used in HSCAN
> SCAN 0 TYPE
(error) ERR syntax error

# A full walk of a thousand keys meets each at least once.
> FLUSHALL
OK
!repeat 1000 > SET key:$i v
OK
> EVAL "local seen, count, cursor = {}, 0, '0' repeat local r = redis.call('SCAN', cursor, 'COUNT', 7) cursor = r[1] for _, k in ipairs(r[2]) do if not seen[k] then seen[k] = 1 count = count + 1 end end until cursor == '0' return count" 0
(integer) 1000
> EVAL "local count, cursor = 0, '0' repeat local r = redis.call('SCAN', cursor, 'MATCH', 'key:99*') cursor = r[1] count = count + #r[2] until cursor == '0' return count" 0
(integer) 11

# Keys that leave during a walk do not disturb it.
> EVAL "local seen, count, cursor = {}, 0, '0' repeat local r = redis.call('SCAN', cursor, 'COUNT', 20) cursor = r[1] for _, k in ipairs(r[2]) do if not seen[k] then seen[k] = 1 count = count + 1 end redis.call('DEL', k) end until cursor == '0' return {count, redis.call('DBSIZE')}" 0
1) (integer) 1000
2) (integer) 0
