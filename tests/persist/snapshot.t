# SAVE writes everything; a server that starts finds it again.
> MSET s hello n 12345 neg -1 big 9223372036854775807
OK
> RPUSH l a 1 1000
(integer) 3
> SADD ints 1 2 300
(integer) 3
> SADD mixed a 1
(integer) 2
> HSET h f v n 42
(integer) 2
> SET later v PXAT 4102444800000
OK
> SELECT 3
OK
> SET other db
OK
> SELECT 0
OK
> SAVE
OK
> SET lost 1
OK
!crash
> EXISTS lost
(integer) 0
> MGET s n neg big
1) "hello"
2) "12345"
3) "-1"
4) "9223372036854775807"
> LRANGE l 0 -1
1) "a"
2) "1"
3) "1000"
> PEXPIRETIME later
(integer) 4102444800000
> OBJECT ENCODING ints
"intset"
> OBJECT ENCODING h
"listpack"
> SELECT 3
OK
> GET other
"db"

# Keys that are past their time when the file is loaded do not come back.
> SELECT 0
OK
> SET gone v PX 20
OK
> SAVE
OK
!wait 30ms
!crash
> DBSIZE
(integer) 9..10
> GET gone
(nil)
> GET later
"v"

# BGSAVE does it in the background; nothing is in the way of a second one.
> CONFIG SET rdb-key-save-delay 10000
OK
> BGSAVE
Background saving started
> BGSAVE
(error) ERR Background save already in progress
> BGSAVE SCHEDULE
(error) ERR Background save already in progress
> SAVE
(error) ERR Background save already in progress
> CONFIG SET rdb-key-save-delay 0
OK
!until 5s > BGSAVE SCHEDULE
Background saving started
> BGSAVE NONSENSE
(error) ERR syntax error

# Inside a transaction it is only scheduled; SAVE is refused there.
> MULTI
OK
> SAVE
(error) ERR Command not allowed inside a transaction
> DISCARD
OK

# SHUTDOWN says what it does not understand; ABORT has nothing to abort.
> SHUTDOWN SAVE NOSAVE
(error) ERR syntax error
> SHUTDOWN ABORT
(error) ERR No shutdown in progress.
> SHUTDOWN ABORT NOW
(error) ERR syntax error
> SHUTDOWN SOMEHOW
(error) ERR syntax error

# Without save points a server that is told to stop saves nothing.
> SET unsaved 1
OK
!restart
> EXISTS unsaved
(integer) 0

# With them it does.
> CONFIG SET save "3600 100"
OK
> CONFIG GET save
1) "save"
2) "3600 100"
> CONFIG SET save "3600"
(error) ERR CONFIG SET failed (possibly related to argument 'save') - Invalid save parameters
> SET saved 1
OK
!restart
> EXISTS saved
(integer) 1
