# A server that crashes says where and in whose name: here one that finds DEBUG SEGFAULT in its log.
!skip oracle
!file appendonlydir/appendonly.aof.manifest
"file appendonly.aof.1.incr.aof seq 1 type i\n"
!file appendonlydir/appendonly.aof.1.incr.aof
"*2\r\n$5\r\nDEBUG\r\n$8\r\nSEGFAULT\r\n"
!tool redis-server --port 0 --unixsocket crash.sock --save "" --appendonly yes --enable-debug-command yes
...
... # === REDIS BUG REPORT START: Cut & paste starting from here ===
... # Redis 8.0.2 crashed by signal: 11, si_code: ...
...
... # ------ STACK TRACE ------
...
... # ------ STACK TRACE DONE ------
... # ------ REGISTERS ------
...
... # ------ INFO OUTPUT ------
... # ------ CLIENT LIST OUTPUT ------
... # ------ CURRENT CLIENT INFO ------
...
... # argv[0]: '"DEBUG"'
... # argv[1]: '"SEGFAULT"'
...
... # ------ FAST MEMORY TEST ------
...
... # === REDIS BUG REPORT END. Make sure to include from START to END. ===
(exit -1)

# Without the test of memory, and without a report.
!tool redis-server --port 0 --unixsocket crash.sock --save "" --appendonly yes --crash-memcheck-enabled no
...
... # argv[1]: '"SEGFAULT"'
... # === REDIS BUG REPORT END. Make sure to include from START to END. ===
(exit -1)
!tool redis-server --port 0 --unixsocket crash.sock --save "" --appendonly yes --crash-log-enabled no --loglevel warning
(exit -1)
