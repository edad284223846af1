# Fields and values.
> HSET h a 1 b 2
(integer) 2
> HSET h a 3 c 4
(integer) 1
> HGET h a
"3"
> HGET h z
(nil)
> HGET missing a
(nil)
> HMSET h d 5 e 6
OK
> HMGET h a z e
1) "3"
2) (nil)
3) "6"
> HMGET missing a b
1) (nil)
2) (nil)
> HLEN h
(integer) 5
> HEXISTS h a
(integer) 1
> HEXISTS h z
(integer) 0
> HSTRLEN h a
(integer) 1
> HSTRLEN h z
(integer) 0
> HSETNX h a 9
(integer) 0
> HSETNX h n 9
(integer) 1
> HDEL h a z n
(integer) 2
> HDEL missing a
(integer) 0
> HSET h "" ""
(integer) 1
> HGET h ""
""
> HDEL h b c d e ""
(integer) 5
> EXISTS h
(integer) 0
> HSET h a
(error) ERR wrong number of arguments for 'hset' command
> HMSET h a 1 b
(error) ERR wrong number of arguments for 'hmset' command
> HGETALL missing
(empty array)
> HKEYS missing
(empty array)
> HVALS missing
(empty array)
> HSET one f v
(integer) 1
> HGETALL one
1) "f"
2) "v"
> HKEYS one
1) "f"
> HVALS one
1) "v"

# Numbers.
> HINCRBY n i 5
(integer) 5
> HINCRBY n i -7
(integer) -2
> HINCRBY n i x
(error) ERR value is not an integer or out of range
> HSET n s text
(integer) 1
> HINCRBY n s 1
(error) ERR hash value is not an integer
> HINCRBYFLOAT n f 1.5
"1.5"
> HINCRBYFLOAT n f 1e2
"101.5"
> HINCRBYFLOAT n f x
(error) ERR value is not a valid float
> HINCRBYFLOAT n s 1
(error) ERR hash value is not a float
> HINCRBYFLOAT n f inf
(error) ERR value is NaN or Infinity
> HSET n max 9223372036854775807
(integer) 1
> HINCRBY n max 1
(error) ERR increment or decrement would overflow
> HINCRBY n i 9223372036854775808
(error) ERR value is not an integer or out of range
> HINCRBYFLOAT n i 0.0000001
"-1.9999999"

# Random fields.
> HRANDFIELD missing
(nil)
> HRANDFIELD missing 3
(empty array)
> HRANDFIELD one
"f"
> HRANDFIELD one 5
1) "f"
> HRANDFIELD one -3
1) "f"
2) "f"
3) "f"
> HRANDFIELD one 5 WITHVALUES
1) "f"
2) "v"
> HRANDFIELD one 0
(empty array)
> HRANDFIELD one x
(error) ERR value is not an integer or out of range
> HRANDFIELD one 1 FOO
(error) ERR syntax error
> HRANDFIELD one 1 WITHVALUES x
(error) ERR syntax error
> HRANDFIELD one -9223372036854775808
(error) ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807
> HRANDFIELD one -9223372036854775807 WITHVALUES
(error) ERR value is out of range

# Walking.
> HSCAN one 0
1) "0"
2) 1) "f"
   2) "v"
> HSCAN one 0 NOVALUES
1) "0"
2) 1) "f"
> HSCAN one 0 MATCH z*
1) "0"
2) (empty array)
> HSCAN one 0 COUNT 0
(error) ERR syntax error
> HSCAN one x
(error) ERR invalid cursor
> HSCAN missing 0
1) "0"
2) (empty array)

# Encodings.
> OBJECT ENCODING one
"listpack"
> HSET one big "x" * 65
(integer) 1
> OBJECT ENCODING one
"hashtable"
> CONFIG SET hash-max-listpack-entries 2
OK
> HSET two a 1 b 2
(integer) 2
> OBJECT ENCODING two
"listpack"
> HSET two c 3
(integer) 1
> OBJECT ENCODING two
"hashtable"
> HDEL two a b
(integer) 2
> OBJECT ENCODING two
"hashtable"

# Only hashes.
> SET str v
OK
> HSET str a 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HGET str a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HGETALL str
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HDEL str a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HINCRBY str a 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> HSCAN str 0
(error) WRONGTYPE Operation against a key holding the wrong kind of value
