# A set of integers becomes a table at once when one of them is longer than a listpack may hold.
> CONFIG SET set-max-listpack-value 3
OK
> SADD short 1 -99 100 a
(integer) 4
> OBJECT ENCODING short
"listpack"
> SADD long 1 1000 a
(integer) 3
> OBJECT ENCODING long
"hashtable"
> SADD minus -100 1 a
(integer) 3
> OBJECT ENCODING minus
"hashtable"
> SADD word 1 abcd
(integer) 2
> OBJECT ENCODING word
"hashtable"
> CONFIG SET set-max-listpack-value 64
OK
