# Save points count elements, not commands: rdb_changes_since_last_save.
> RPUSH l a b c
(integer) 3
> SAVE
OK
> RPUSH l d e
(integer) 5
> LPOP l 3
1) "a"
2) "b"
3) "c"
> INFO persistence
...
rdb_changes_since_last_save:5
...
> LMOVE l m LEFT LEFT
"d"
> RENAME l n
OK
> INFO persistence
...
rdb_changes_since_last_save:7
...
> ZADD z 1 a 2 b
(integer) 2
> HSET h a 1 b 2 c 3
(integer) 3
> SADD s a b
(integer) 2
> SPOP s 2
(in any order)
1) "a"
2) "b"
> HDEL h a b
(integer) 2
> SETBIT b 3 0
(integer) 0
> SETBIT b 3 0
(integer) 0
> SWAPDB 0 1
OK
> INFO persistence
...
rdb_changes_since_last_save:20
...
> SAVE
OK
> INFO persistence
...
rdb_changes_since_last_save:0
...
