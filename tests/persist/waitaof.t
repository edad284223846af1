# WAITAOF: until the log has what this client wrote, on disk.
> WAITAOF 0 0 0
1) (integer) 0
2) (integer) 0
> WAITAOF 1 0 0
(error) ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.
> WAITAOF 2 0 0
(error) ERR value is out of range, value must between 0 and 1
> WAITAOF -1 0 0
(error) ERR value is out of range, value must between 0 and 1
> WAITAOF 0 -1 0
(error) ERR value is out of range, must be positive
> WAITAOF 0 0 -1
(error) ERR timeout is negative
> WAITAOF x 0 0
(error) ERR value is not an integer or out of range
> WAITAOF 0 1 20
1) (integer) 0
2) (integer) 0
> CONFIG SET appendonly yes
OK
!until 5s > INFO persistence
...
aof_enabled:1
aof_rewrite_in_progress:0
...
> SET a 1
OK
> WAITAOF 1 0 5000
1) (integer) 1
2) (integer) 0
> WAITAOF 1 0 0
1) (integer) 1
2) (integer) 0
> SET a 2
OK
> WAITAOF 1 1 2500
1) (integer) 1
2) (integer) 0
> WAITAOF 1 0 0
1) (integer) 1
2) (integer) 0
> MULTI
OK
> SET a 3
QUEUED
> WAITAOF 1 0 0
QUEUED
> EXEC
1) OK
2) 1) (integer) 1
   2) (integer) 0
> WAITAOF 1 0 0
1) (integer) 1
2) (integer) 0

# With every write synced there is nothing to wait for, also when both come at once.
> CONFIG SET appendfsync always
OK
> SET a 4
OK
> WAITAOF 1 0 0
1) (integer) 1
2) (integer) 0
!raw "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\n5\r\n*4\r\n$7\r\nWAITAOF\r\n$1\r\n1\r\n$1\r\n0\r\n$1\r\n0\r\n"
"+OK\r\n*2\r\n:1\r\n:0\r\n"

# Never, when nobody syncs; and somebody may begin to. Who has written nothing need not wait.
> CONFIG SET appendfsync no
OK
> SET a 6
OK
> WAITAOF 1 0 50
1) (integer) 0
2) (integer) 0
b> WAITAOF 1 0 0
1) (integer) 1
2) (integer) 0
b> SET b 1
OK
b> WAITAOF 1 0 0
> CONFIG SET appendfsync always
OK
> SET c 1
OK
b: 1) (integer) 1
   2) (integer) 0
