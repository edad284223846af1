# How many members SADD names decides about an encoding that is there, even if it names one again and again.
> CONFIG SET set-max-intset-entries 3 set-max-listpack-entries 4
OK
> SADD i 1
(integer) 1
> SADD i 2 2 2
(integer) 1
> OBJECT ENCODING i
"intset"
> SADD i 2 2 2 2
(integer) 0
> OBJECT ENCODING i
"hashtable"
> SCARD i
(integer) 2
> SADD j 1
(integer) 1
> SADD j a b c d
(integer) 4
> OBJECT ENCODING j
"hashtable"
> SADD j2 1
(integer) 1
> SADD j2 a b c
(integer) 3
> OBJECT ENCODING j2
"listpack"
> SADD p a
(integer) 1
> SADD p a a a a
(integer) 0
> OBJECT ENCODING p
"listpack"
> SADD p a a a a a
(integer) 0
> OBJECT ENCODING p
"hashtable"
> SMEMBERS p
1) "a"
> CONFIG SET set-max-intset-entries 512 set-max-listpack-entries 128
OK
