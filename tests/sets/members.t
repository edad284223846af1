# Members come and go.
> SADD s a b c a
(integer) 3
> SADD s a
(integer) 0
> SCARD s
(integer) 3
> SISMEMBER s a
(integer) 1
> SISMEMBER s z
(integer) 0
> SMISMEMBER s a z b
1) (integer) 1
2) (integer) 0
3) (integer) 1
> SMISMEMBER missing a
1) (integer) 0
> SREM s a z
(integer) 1
> SREM s a
(integer) 0
> SREM missing a
(integer) 0
> SMEMBERS missing
(empty array)
> SCARD missing
(integer) 0
> SREM s b c
(integer) 2
> EXISTS s
(integer) 0
> SADD s
(error) ERR wrong number of arguments for 'sadd' command
> SREM s
(error) ERR wrong number of arguments for 'srem' command
> SMISMEMBER s
(error) ERR wrong number of arguments for 'smismember' command

# From set to set.
> SADD from 1 2 3
(integer) 3
> SMOVE from to 1
(integer) 1
> SMOVE from to 9
(integer) 0
> SMOVE missing to 1
(integer) 0
> SMOVE from from 2
(integer) 1
> SMOVE from from 9
(integer) 0
> SMEMBERS to
1) "1"
> SMOVE from to 2
(integer) 1
> SMOVE from to 3
(integer) 1
> EXISTS from
(integer) 0
> SET str v
OK
> SMOVE str to 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SMOVE to str 1
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SADD str a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> SMEMBERS str
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# Encodings.
> SADD i 1 2 3
(integer) 3
> OBJECT ENCODING i
"intset"
> SADD i a
(integer) 1
> OBJECT ENCODING i
"listpack"
> SADD i "x" * 65
(integer) 1
> OBJECT ENCODING i
"hashtable"
> SADD j 9223372036854775807 -9223372036854775808
(integer) 2
> OBJECT ENCODING j
"intset"
> SADD j 9223372036854775808
(integer) 1
> OBJECT ENCODING j
"listpack"
> CONFIG SET set-max-intset-entries 2
OK
> SADD k 1 2
(integer) 2
> OBJECT ENCODING k
"intset"
> SADD k 3
(integer) 1
> OBJECT ENCODING k
"hashtable"
> CONFIG SET set-max-listpack-entries 2
OK
> SADD l a b
(integer) 2
> OBJECT ENCODING l
"listpack"
> SADD l c
(integer) 1
> OBJECT ENCODING l
"hashtable"
