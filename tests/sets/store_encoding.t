# Which encoding the result of a union, an intersection, a difference gets, at the limits.
> CONFIG SET set-max-intset-entries 0
OK
> SADD i 89 255
(integer) 2
> OBJECT ENCODING i
"listpack"
> SADD m a 255
(integer) 2
> OBJECT ENCODING m
"listpack"
> SUNIONSTORE d i
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SUNIONSTORE d m
(integer) 2
> OBJECT ENCODING d
"listpack"
> SUNIONSTORE d i m
(integer) 3
> OBJECT ENCODING d
"hashtable"
> SINTERSTORE d i
(integer) 2
> OBJECT ENCODING d
"listpack"
> SINTERSTORE d i m
(integer) 1
> OBJECT ENCODING d
"listpack"
> SINTERSTORE d m
(integer) 2
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d i
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SDIFFSTORE d m i
(integer) 1
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d i m
(integer) 1
> OBJECT ENCODING d
"hashtable"
> FLUSHALL
OK
> CONFIG SET set-max-intset-entries 2
OK
> SADD i 89 255
(integer) 2
> OBJECT ENCODING i
"intset"
> SADD m a 255
(integer) 2
> OBJECT ENCODING m
"listpack"
> SUNIONSTORE d i
(integer) 2
> OBJECT ENCODING d
"intset"
> SUNIONSTORE d m
(integer) 2
> OBJECT ENCODING d
"listpack"
> SUNIONSTORE d i m
(integer) 3
> OBJECT ENCODING d
"listpack"
> SINTERSTORE d i
(integer) 2
> OBJECT ENCODING d
"intset"
> SINTERSTORE d i m
(integer) 1
> OBJECT ENCODING d
"intset"
> SINTERSTORE d m
(integer) 2
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d i
(integer) 2
> OBJECT ENCODING d
"intset"
> SDIFFSTORE d m i
(integer) 1
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d i m
(integer) 1
> OBJECT ENCODING d
"intset"
> FLUSHALL
OK
> CONFIG SET set-max-intset-entries 1
OK
> SADD i 89 255
(integer) 2
> OBJECT ENCODING i
"listpack"
> SADD m a 255
(integer) 2
> OBJECT ENCODING m
"listpack"
> SUNIONSTORE d i
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SUNIONSTORE d m
(integer) 2
> OBJECT ENCODING d
"listpack"
> SUNIONSTORE d i m
(integer) 3
> OBJECT ENCODING d
"hashtable"
> SINTERSTORE d i
(integer) 2
> OBJECT ENCODING d
"listpack"
> SINTERSTORE d i m
(integer) 1
> OBJECT ENCODING d
"intset"
> SINTERSTORE d m
(integer) 2
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d i
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SDIFFSTORE d m i
(integer) 1
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d i m
(integer) 1
> OBJECT ENCODING d
"intset"
> FLUSHALL
OK
> CONFIG SET set-max-listpack-entries 1
OK
> SADD i 89 255
(integer) 2
> OBJECT ENCODING i
"hashtable"
> SADD m a 255
(integer) 2
> OBJECT ENCODING m
"hashtable"
> SUNIONSTORE d i
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SUNIONSTORE d m
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SUNIONSTORE d i m
(integer) 3
> OBJECT ENCODING d
"hashtable"
> SINTERSTORE d i
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SINTERSTORE d i m
(integer) 1
> OBJECT ENCODING d
"intset"
> SINTERSTORE d m
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SDIFFSTORE d i
(integer) 2
> OBJECT ENCODING d
"hashtable"
> SDIFFSTORE d m i
(integer) 1
> OBJECT ENCODING d
"listpack"
> SDIFFSTORE d i m
(integer) 1
> OBJECT ENCODING d
"intset"
> FLUSHALL
OK
> CONFIG SET set-max-intset-entries 100 set-max-listpack-entries 128
OK
> SADD i 1 2 3
(integer) 3
> SADD m 1 2 3 a
(integer) 4
> CONFIG SET set-max-intset-entries 1
OK
> SINTERSTORE d i m
(integer) 3
> OBJECT ENCODING d
"hashtable"
> SINTERSTORE d i i
(integer) 3
> OBJECT ENCODING d
"hashtable"
> SINTERSTORE d m m
(integer) 4
> OBJECT ENCODING d
"listpack"
> SREM m a
(integer) 1
> SINTERSTORE d m m
(integer) 3
> OBJECT ENCODING d
"listpack"
