!skip oracle
!config appendonly yes

# HIMPORT: hashes of the same fields, which are named once a connection.
> HIMPORT PREPARE people name age city
OK
> HIMPORT SET p:1 people Ann 31 Oslo
OK
> HIMPORT SET p:2 people Bob 29 Rome
OK
> HGETALL p:1
1) "name"
2) "Ann"
3) "age"
4) "31"
5) "city"
6) "Oslo"
> HIMPORT SET p:3 people Carl
(error) ERR value count does not match fieldset field count
> HIMPORT SET p:3 nobody Carl
(error) ERR no such fieldset
> HIMPORT PREPARE twice a b a
(error) ERR duplicate field name in fieldset

# Whatever the key held is replaced, its time to live included.
> SET p:4 text EX 100
OK
> HIMPORT SET p:4 people Dan 40 Bonn
OK
> TTL p:4
(integer) -1
> HGET p:4 city
"Bonn"
!effects
SELECT 0
HSET p:1 name Ann age 31 city Oslo
HSET p:2 name Bob age 29 city Rome
SET p:4 text PXAT ...
MULTI
DEL p:4
HSET p:4 name Dan age 40 city Bonn
EXEC

# A set of the same name replaces the one before. Others know nothing of it.
> HIMPORT PREPARE people name
OK
> HIMPORT SET p:1 people Eve
OK
> HGETALL p:1
1) "name"
2) "Eve"
other> HIMPORT SET p:1 people Eve
(error) ERR no such fieldset
> MULTI
OK
> HIMPORT PREPARE inside x y
QUEUED
> HIMPORT SET q inside 1 2
QUEUED
> EXEC
1) OK
2) OK
> HGETALL q
1) "x"
2) "1"
3) "y"
4) "2"
> SELECT 1
OK
> SELECT 0
OK
> HIMPORT DISCARD inside
(integer) 1
> HIMPORT DISCARD inside
(integer) 0
> HIMPORT PREPARE one a
OK
> HIMPORT DISCARDALL
(integer) 2
> HIMPORT DISCARDALL
(integer) 0
> HIMPORT PREPARE one a
OK
> RESET
RESET
> HIMPORT SET k one 1
(error) ERR no such fieldset
> COMMAND GETKEYS HIMPORT SET k one 1
1) "k"
> HIMPORT HELP
 1) HIMPORT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
...

# HSETEX NX and XX ask about the key, as Valkey 9.1 has it.
> DEL h
(integer) 0
> HSETEX h XX FIELDS 1 f v
(integer) 0
> HSETEX h NX EX 100 FIELDS 1 f v
(integer) 1
> HSETEX h NX FIELDS 1 g v
(integer) 0
> HSETEX h XX FNX FIELDS 1 g v
(integer) 1
> HSETEX h XX FNX KEEPTTL FIELDS 1 g w
(integer) 0
> HSETEX h XX KEEPTTL FIELDS 1 f w
(integer) 1
> HTTL h FIELDS 2 f g
1) (integer) 90..100
2) (integer) -1
> HSETEX h XX NX FIELDS 1 g w
(error) ERR syntax error
!effects
...
HSETEX h PXAT ... FIELDS 1 f v
HSETEX h FNX FIELDS 1 g v
HSETEX h KEEPTTL FIELDS 1 f w
