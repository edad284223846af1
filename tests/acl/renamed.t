# rename-command and ACL: rules, errors and all that is told of a command go on using its own name, whatever clients must say.
!config rename-command FLUSHALL wipe
!config rename-command KEYS ""
!config rename-command CONFIG "conf"
> FLUSHALL
(error) ERR unknown command 'FLUSHALL', with args beginning with: 
> KEYS *
(error) ERR unknown command 'KEYS', with args beginning with: '*' 
> WIPE
OK
> CONF GET maxclients
1) "maxclients"
2) "10000"
> ACL SETUSER a on nopass ~* -@all +wipe
(error) ERR Error in ACL SETUSER modifier '+wipe': Unknown command or category name in ACL
> ACL SETUSER a on nopass ~* -@all +flushall
OK
> ACL SETUSER b on nopass ~* +@all -@dangerous
OK
> ACL SETUSER c on nopass ~* -@all +keys
OK
> ACL SETUSER c on nopass ~* -@all +conf|get
(error) ERR Error in ACL SETUSER modifier '+conf|get': Unknown command or category name in ACL
> ACL SETUSER c on nopass ~* -@all +config|get
OK
a> AUTH a x
OK
a> WIPE
OK
a> PING
(error) NOPERM User a has no permissions to run the 'ping' command
b> AUTH b x
OK
b> WIPE
(error) NOPERM User b has no permissions to run the 'flushall' command
c> AUTH c x
OK
c> CONF GET maxclients
1) "maxclients"
2) "10000"
c> CONF SET maxclients 10
(error) NOPERM User c has no permissions to run the 'config|set' command
> ACL DRYRUN a wipe
OK
> ACL DRYRUN a flushall
(error) ERR Command 'flushall' not found
> ACL LIST
1) "user a on nopass sanitize-payload ~* resetchannels -@all +flushall"
2) "user b on nopass sanitize-payload ~* resetchannels +@all -@dangerous"
3) "user c on nopass sanitize-payload ~* resetchannels -@all +config|get"
4) "user default on nopass sanitize-payload ~* &* +@all"
> COMMAND INFO flushall wipe
1) (nil)
2)  1) "flushall"
    2) (integer) -1
    3) 1) write
    4) (integer) 0
    5) (integer) 0
    6) (integer) 0
    7) 1) @keyspace
       2) @write
       3) @slow
       4) @dangerous
    8) 1) "request_policy:all_shards"
       2) "response_policy:all_succeeded"
    9) (empty array)
   10) (empty array)
> COMMAND LIST FILTERBY PATTERN flush*
(in any order)
1) "flushall"
2) "flushdb"
> CONF
(error) ERR wrong number of arguments for 'config' command
> CONF GET
(error) ERR wrong number of arguments for 'config|get' command
> CONF NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try CONF HELP.
> WIPE x
(error) ERR syntax error
> CLIENT LIST ID 0
""
> CONF RESETSTAT
OK
> WIPE
OK
> INFO commandstats
...
cmdstat_flushall:calls=1,...
...
> MULTI
OK
> WIPE
QUEUED
> EXEC
1) OK
