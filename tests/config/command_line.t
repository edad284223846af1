# What the command line gets wrong is told as a mistake of the file that it stands for: after an empty line.
!skip valkey
!tool redis-server --port x
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port "x"'
argument couldn't be parsed into an integer
(exit 1)

!tool redis-server --port 99999999
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port "99999999"'
argument must be between 0 and 65535 inclusive
(exit 1)

!tool redis-server --port 0 --maxmemory
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 3
>>> 'maxmemory'
wrong number of arguments
(exit 1)

!tool redis-server --maxmemory 10zz --port 0
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'maxmemory "10zz"'
argument must be a memory value
(exit 1)

!tool redis-server --port 0 --nosuch
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 3
>>> 'nosuch'
Bad directive or wrong number of arguments
(exit 1)

!tool redis-server --port 1 2
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port "1" "2"'
wrong number of arguments
(exit 1)

!tool redis-server --hz --port 0
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'hz "--port" "0"'
wrong number of arguments
(exit 1)

!tool redis-server --daemonize maybe
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'daemonize "maybe"'
argument must be 'yes' or 'no'
(exit 1)

!tool redis-server --loglevel loud
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'loglevel "loud"'
argument(s) must be one of the following: debug, verbose, notice, warning, nothing
(exit 1)

!tool redis-server --maxmemory-policy lru
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'maxmemory-policy "lru"'
argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction
(exit 1)

!tool redis-server --dir /nowhere
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'dir "/nowhere"'
No such file or directory
(exit 1)

!tool redis-server --dbfilename a/b
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'dbfilename "a/b"'
dbfilename can't be a path, just a filename
(exit 1)

!tool redis-server --unixsocketperm 999
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'unixsocketperm "999"'
argument couldn't be parsed as an octal number
(exit 1)

!tool redis-server --save "60 1 5"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'save "60 1 5"'
Invalid save parameters
(exit 1)

!tool redis-server --client-output-buffer-limit "normal 1 2"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'client-output-buffer-limit "normal 1 2"'
Wrong number of arguments in buffer limit configuration.
(exit 1)

!tool redis-server --oom-score-adj-values "1 2"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'oom-score-adj-values "1 2"'
wrong number of arguments
(exit 1)

!tool redis-server --databases 0
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'databases "0"'
argument must be between 1 and 2147483647 inclusive
(exit 1)

!tool redis-server --slaveof host port
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'slaveof "host" "port"'
Invalid master port
(exit 1)

!tool redis-server --save --port x
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 3
>>> 'port "x"'
argument couldn't be parsed into an integer
(exit 1)

# Behind a file the count goes on.
!file short.conf
"hz 10\n"

!tool redis-server short.conf --port x
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 3
>>> 'port "x"'
argument couldn't be parsed into an integer
(exit 1)

!tool redis-server short.conf --hz 5 --port x
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 4
>>> 'port "x"'
argument couldn't be parsed into an integer
(exit 1)

# Standard input stands between the file and the options: as the first word or the last.
!tool redis-server - < "hz 10\nport y\n"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port y'
argument couldn't be parsed into an integer
(exit 1)

!tool redis-server - --port x < "hz 10\nport y\n"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port y'
argument couldn't be parsed into an integer
(exit 1)

!tool redis-server --port x - < "hz 10\nport y\n"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port y'
argument couldn't be parsed into an integer
(exit 1)

!tool redis-server short.conf --port x - < "hz 10\nport y\n"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 3
>>> 'port y'
argument couldn't be parsed into an integer
(exit 1)

!tool redis-server --port 0 - --hz 10 < "hz 10\nport y\n"
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port "0" "-"'
wrong number of arguments
(exit 1)

# Files.
!file quotes.conf
"# one\n\nport \"6379\n"

!tool redis-server quotes.conf
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 3
>>> 'port "6379'
Unbalanced quotes in configuration line
(exit 1)

!file users.conf
"user one on >a\nuser one on >b\n"

!tool redis-server users.conf
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'user one on >b'
Error in user declaration 'one': Duplicate user found. A user can only be defined once in config files
(exit 1)

!file rule.conf
"user two on bad\n"

!tool redis-server rule.conf
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 1
>>> 'user two on bad'
Error in user declaration 'two': Syntax error
(exit 1)

!file rename.conf
"rename-command get set\n"

!tool redis-server rename.conf
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 1
>>> 'rename-command get set'
Target command name already exists
(exit 1)

!file carriage.conf
"hz 10\r\nport x\r\n"

!tool redis-server carriage.conf
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'port x'
argument couldn't be parsed into an integer
(exit 1)

# Nothing to listen on, and files that are not there.
!tool redis-server --port 0
...
... # Configured to not listen anywhere, exiting.
(exit 1)

!tool redis-server --bind "" --port 6379
...
... # Configured to not listen anywhere, exiting.
(exit 1)

!tool redis-server nowhere.conf --port 0
... # Fatal error, can't open config file '.../nowhere.conf': No such file or directory
(exit 1)

!tool redis-server --port 0 --unixsocket s --aclfile nowhere.acl
...
... # Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'nowhere.acl': No such file or directory
(exit 1)

# Questions.
!tool redis-server --test-memory
Please specify the amount of memory to test in megabytes.
Example: ...redis-server --test-memory 4096
(exit 1)

!tool redis-server -v extra
Redis server v=8.0.2 sha=00000000:0 malloc=... bits=64 build=...

!tool redis-server --version
Redis server v=8.0.2 sha=00000000:0 malloc=... bits=64 build=...

# Permissions are octal, also those out of range; a log must have a name.
!tool redis-server --unixsocketperm -1
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'unixsocketperm "-1"'
argument must be between 0 and 777 inclusive
(exit 1)

!tool redis-server --unixsocketperm 8
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'unixsocketperm "8"'
argument couldn't be parsed as an octal number
(exit 1)

!tool redis-server --appendfilename ""
...
*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***
Reading the configuration file, at line 2
>>> 'appendfilename ""'
appendfilename can't be empty
(exit 1)
