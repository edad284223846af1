# MEMORY BIGKEYS knows the largest keys of each type as they are now.
!skip oracle

> MEMORY BIGKEYS
(empty array)
!let text = "x" * 5000
> SET s:5000 $text
OK
> SET s:small 1
OK
> APPEND s:10000 $text
(integer) 5000
> APPEND s:10000 $text
(integer) 10000
!repeat 300 > RPUSH l:300 element:$i
> RPUSH l:1 a
(integer) 1
!repeat 100 > HSET h:100 field:$i value:$i
> SADD set:1 a
(integer) 1
> MEMORY BIGKEYS COUNT 2
1) "string"
2) 1) 1) "key"
      2) "s:10000"
      3) "db"
      4) (integer) 0
      5) "bytes"
      6) (integer) 10000..21000
      7) "length"
      8) (integer) 10000
   2) 1) "key"
      2) "s:5000"
      3) "db"
      4) (integer) 0
      5) "bytes"
      6) (integer) 5000..7000
      7) "length"
      8) (integer) 5000
3) "list"
4) 1) 1) "key"
      2) "l:300"
      3) "db"
      4) (integer) 0
      5) "bytes"
      6) (integer) 3000..10000
      7) "length"
      8) (integer) 300
   2) 1) "key"
      2) "l:1"
      3) ...
      4) ...
      5) ...
      6) ...
      7) "length"
      8) (integer) 1
5) "set"
6) 1) 1) "key"
      2) "set:1"
      3) ...
      4) ...
      5) ...
      6) ...
      7) ...
      8) ...
7) "hash"
8) 1) 1) "key"
      2) "h:100"
      3) "db"
      4) (integer) 0
      5) "bytes"
      6) (integer) 1000..20000
      7) "length"
      8) (integer) 100

# What is renamed, moved, deleted, shortened or replaced by another type is shown as it is now.
> RENAME s:10000 renamed
OK
> MOVE h:100 1
(integer) 1
> DEL s:5000
(integer) 1
> LTRIM l:300 0 9
OK
> SET set:1 text
OK
!resp 3
> MEMORY BIGKEYS COUNT 1
1# "string" =>
      1) 1# "key" => "renamed"
         2# "db" => (integer) 0
         3# "bytes" => (integer) 10000..21000
         4# "length" => (integer) 10000
2# "list" =>
      1) 1# "key" => "l:300"
         2# "db" => (integer) 0
         3# "bytes" => (integer) 100..3000
         4# "length" => (integer) 10
3# "hash" =>
      1) 1# "key" => "h:100"
         2# "db" => (integer) 1
         3# "bytes" => (integer) 1000..20000
         4# "length" => (integer) 100
!resp 2
> FLUSHALL
OK
> MEMORY BIGKEYS
(empty array)

# Where there are too many keys to look at all of them the large ones are still known: by their writing, by the walk.
> DEBUG POPULATE 30000 small 10
OK
!let large = "y" * 100000
> SET large $large
OK
> COPY large copied
(integer) 1
!repeat 400 > RPUSH grown "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
!until 20s > MEMORY BIGKEYS COUNT 2
1) "string"
2) 1) 1) "key"
      2) "copied"
      3) ...
      4) ...
      5) ...
      6) ...
      7) "length"
      8) (integer) 100000
   2) 1) "key"
      2) "large"
      3) ...
      4) ...
      5) ...
      6) ...
      7) ...
      8) ...
3) "list"
4) 1) 1) "key"
      2) "grown"
      3) ...
      4) ...
      5) ...
      6) ...
      7) "length"
      8) (integer) 400
> DEL copied
(integer) 1
> MEMORY BIGKEYS COUNT 1
1) "string"
2) 1) 1) "key"
      2) "large"
      3) ...
      4) ...
      5) ...
      6) ...
      7) ...
      8) ...
...

# Errors.
> MEMORY BIGKEYS COUNT
(error) ERR syntax error
> MEMORY BIGKEYS COUNT 0
(error) ERR value is out of range, value must between 1 and 32
> MEMORY BIGKEYS COUNT x
(error) ERR value is not an integer or out of range
> MEMORY BIGKEYS FIRST 5
(error) ERR syntax error
