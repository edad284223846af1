# OBJECT and the encodings of strings.
> SET k v
OK
> OBJECT ENCODING k
"embstr"
> OBJECT ENCODING missing
(nil)
> OBJECT REFCOUNT k
(integer) 1
> SET n 100
OK
> OBJECT REFCOUNT n
(integer) 2147483647
> SET n 10000
OK
> OBJECT REFCOUNT n
(integer) 1
> OBJECT REFCOUNT missing
(nil)
> OBJECT IDLETIME k
(integer) 0
> OBJECT IDLETIME missing
(nil)
> OBJECT FREQ k
(error) ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust.
> OBJECT FREQ missing
(nil)
> OBJECT HELP
(in any order)
1) OBJECT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:
2) HELP
3)     Print this help.
...
> OBJECT
(error) ERR wrong number of arguments for 'object' command
> OBJECT FOO
(error) ERR unknown subcommand 'FOO'. Try OBJECT HELP.
> OBJECT FOO k
(error) ERR unknown subcommand 'FOO'. Try OBJECT HELP.
> OBJECT ENCODING
(error) ERR wrong number of arguments for 'object|encoding' command
> OBJECT ENCODING a b
(error) ERR wrong number of arguments for 'object|encoding' command
> object encoding k
"embstr"
> CONFIG SET maxmemory-policy allkeys-lfu
OK
> SET f v
OK
> OBJECT FREQ f
(integer) 5
> OBJECT IDLETIME f
(error) ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust.
> OBJECT IDLETIME missing
(nil)
> OBJECT FREQ missing
(nil)
> CONFIG SET maxmemory-policy noeviction
OK

# OBJECT does not count as a use.
> SET idle v
OK
!until 5s > OBJECT IDLETIME idle
(integer) 1..5
> OBJECT IDLETIME idle
(integer) 1
> TYPE idle
string
> TTL idle
(integer) -1
> STRLEN idle
(integer) 1
> OBJECT IDLETIME idle
(integer) 0
!until 5s > OBJECT IDLETIME idle
(integer) 1..5
> TOUCH idle
(integer) 1
> OBJECT IDLETIME idle
(integer) 0
