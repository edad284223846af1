# How much an entry keeps: slowlog-entry-max-argc words, slowlog-entry-max-string-len bytes of each.
!skip oracle
> CONFIG SET slowlog-log-slower-than 0 slowlog-entry-max-argc 3 slowlog-entry-max-string-len 4
OK
> RPUSH list abcde f g
(integer) 3
> SLOWLOG GET 1
1) 1) (any)
   2) (any)
   3) (any)
   4) 1) "RPUS... (1 more bytes)"
      2) "list"
      3) "... (3 more arguments)"
   5) "127.0.0.1:..."
   6) ""
> LLEN list
(integer) 3
> CONFIG SET slowlog-entry-max-argc 1
OK
> SLOWLOG GET 2
1) 1) (any)
   2) (any)
   3) (any)
   4) 1) "... (4 more arguments)"
   5) "127.0.0.1:..."
   6) ""
2) 1) (any)
   2) (any)
   3) (any)
   4) 1) "LLEN"
      2) "list"
   5) "127.0.0.1:..."
   6) ""
> CONFIG SET slowlog-entry-max-argc 0
(error) ERR CONFIG SET failed (possibly related to argument 'slowlog-entry-max-argc') - argument must be between 1 and 2147483647 inclusive
> CONFIG SET slowlog-log-slower-than -1
OK
