# SORT BY and GET of fields takes those past their time out of their hashes, as every command does that names them.
> DEBUG SET-ACTIVE-EXPIRE 0
OK
> RPUSH ids 1 2
(integer) 2
> HSET user:1 name Alice score 50
(integer) 2
> HSET user:2 name Bob score 10
(integer) 2
> HPEXPIRE user:2 1 FIELDS 2 name score
1) (integer) 1
2) (integer) 1
!wait 10ms
> HLEN user:2
(integer) 2
> SORT ids BY user:*->score GET # GET user:*->name
1) "2"
2) (nil)
3) "1"
4) "Alice"
> HLEN user:2
(integer) 0
> EXISTS user:2
(integer) 0
> HPEXPIRE user:1 1 FIELDS 1 score
1) (integer) 1
!wait 10ms
> SORT_RO ids BY nosort GET user:*->score GET user:*->name
1) (nil)
2) "Alice"
3) (nil)
4) (nil)
> HLEN user:1
(integer) 1
> HGETALL user:1
1) "name"
2) "Alice"
> DEBUG SET-ACTIVE-EXPIRE 1
OK
