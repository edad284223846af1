# MIGRATE: what can be said without a second server.
> MIGRATE 127.0.0.1 1 missing 0 100
NOKEY
> MIGRATE 127.0.0.1 1 "" 0 100 KEYS missing too
NOKEY
> SET k v
OK
> MIGRATE 127.0.0.1 1 k 0 100
(error) IOERR error or timeout ...
> MIGRATE 127.0.0.1 1 k 0 100 KEYS a
(error) ERR When using MIGRATE KEYS option, the key argument must be set to the empty string
> MIGRATE 127.0.0.1 1 k x 100
(error) ERR value is not an integer or out of range
> MIGRATE 127.0.0.1 1 k 0 soon
(error) ERR value is not an integer or out of range
> MIGRATE 127.0.0.1 1 k 0 100 SOMEHOW
(error) ERR syntax error
> MIGRATE 127.0.0.1 1 k 0 100 AUTH
(error) ERR syntax error
> GET k
"v"
> COMMAND GETKEYS MIGRATE 127.0.0.1 1 "" 0 100 COPY KEYS a b
1) "a"
2) "b"
