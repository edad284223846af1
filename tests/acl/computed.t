# Keys that stand anywhere in a command are checked, whatever says how many there are or where; reading and writing apart.
> ACL SETUSER u on nopass %R~r* %W~w* ~b* -@all +@all -debug
OK
u> AUTH u x
OK

# Counted by another argument.
> ACL DRYRUN u ZUNIONSTORE w1 2 r1 r2
OK
> ACL DRYRUN u ZUNIONSTORE w1 2 r1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u ZUNIONSTORE w1 2 r1 w2
"User u has no permissions to access the 'w2' key"
> ACL DRYRUN u ZUNIONSTORE r1 1 r1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u ZUNION 2 r1 x WITHSCORES
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u ZUNION 1 r1 WEIGHTS 2
OK
> ACL DRYRUN u ZDIFF 2 r1 w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u ZINTERCARD 2 r1 r2 LIMIT 1
OK
> ACL DRYRUN u ZINTERCARD 2 r1 x LIMIT 1
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u SINTERCARD 1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u LMPOP 2 b1 w1 LEFT
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u LMPOP 2 b1 b2 LEFT
OK
> ACL DRYRUN u BLMPOP 0 2 b1 x LEFT
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u ZMPOP 1 r1 MIN
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u BZMPOP 0 1 x MIN
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u EVAL "return 1" 2 b1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u EVAL "return 1" 1 b1 x
OK
> ACL DRYRUN u EVAL_RO "return 1" 1 r1
OK
> ACL DRYRUN u EVAL_RO "return 1" 1 w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u EVALSHA 0000000000000000000000000000000000000000 1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u FCALL f 1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u FCALL_RO f 1 r1
OK
> ACL DRYRUN u ZUNIONSTORE w1 0 r1
OK
> ACL DRYRUN u ZUNIONSTORE w1 -1 r1
OK
> ACL DRYRUN u ZUNIONSTORE w1 999 r1
OK

# Behind a word.
> ACL DRYRUN u XREAD STREAMS r1 r2 0 0
OK
> ACL DRYRUN u XREAD COUNT 2 BLOCK 10 STREAMS r1 x 0 0
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u XREAD COUNT STREAMS STREAMS r1 0
"User u has no permissions to access the 'STREAMS' key"
> ACL DRYRUN u XREADGROUP GROUP g c STREAMS b1 >
OK
> ACL DRYRUN u XREADGROUP GROUP g c STREAMS r1 >
OK
> ACL DRYRUN u XREADGROUP GROUP g c STREAMS w1 >
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u GEORADIUS r1 1 1 1 km
OK
> ACL DRYRUN u GEORADIUS r1 1 1 1 km STORE w1
OK
> ACL DRYRUN u GEORADIUS r1 1 1 1 km STORE r1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u GEORADIUS r1 1 1 1 km STOREDIST x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u GEORADIUSBYMEMBER r1 m 1 km STORE x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u GEORADIUS_RO r1 1 1 1 km
OK
> ACL DRYRUN u GEOSEARCHSTORE w1 r1 FROMLONLAT 1 1 BYRADIUS 1 km
OK
> ACL DRYRUN u GEOSEARCHSTORE r1 w1 FROMLONLAT 1 1 BYRADIUS 1 km
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u SORT r1 STORE w1
OK
> ACL DRYRUN u SORT r1 STORE r1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u SORT r1 LIMIT 0 1 STORE x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u SORT x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u SORT_RO w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u MIGRATE 127.0.0.1 1 b1 0 1
OK
> ACL DRYRUN u MIGRATE 127.0.0.1 1 x 0 1
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u MIGRATE 127.0.0.1 1 "" 0 1 KEYS b1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u MIGRATE 127.0.0.1 1 "" 0 1 COPY KEYS b1 b2
OK
> ACL DRYRUN u MIGRATE 127.0.0.1 1 r1 0 1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u MIGRATE 127.0.0.1 1 w1 0 1
"User u has no permissions to access the 'w1' key"

# Reading, writing, or both, by command; and by option.
> ACL DRYRUN u SET w1 v
OK
> ACL DRYRUN u SET w1 v GET
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u SET b1 v GET
OK
> ACL DRYRUN u SET r1 v
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u GETEX r1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u GETEX b1
OK
> ACL DRYRUN u GETDEL w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u APPEND w1 v
OK
> ACL DRYRUN u INCR w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u INCR b1
OK
> ACL DRYRUN u STRLEN r1
OK
> ACL DRYRUN u STRLEN w1
OK
> ACL DRYRUN u STRLEN x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u EXISTS w1 r1
OK
> ACL DRYRUN u EXISTS x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u TYPE w1
OK
> ACL DRYRUN u TTL w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u EXPIRE w1 1
OK
> ACL DRYRUN u EXPIRE r1 1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u DEL w1 w2
OK
> ACL DRYRUN u DEL w1 r2
"User u has no permissions to access the 'r2' key"
> ACL DRYRUN u DUMP r1
OK
> ACL DRYRUN u DUMP w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u RESTORE w1 0 x
OK
> ACL DRYRUN u RESTORE r1 0 x
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u RENAME b1 w1
OK
> ACL DRYRUN u RENAME r1 w1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u COPY r1 w1
OK
> ACL DRYRUN u COPY w1 w2
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u MOVE b1 1
OK
> ACL DRYRUN u BITOP AND w1 r1 r2
OK
> ACL DRYRUN u BITOP AND w1 r1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u BITFIELD w1 SET u8 0 1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u BITFIELD r1 GET u8 0
OK
> ACL DRYRUN u BITFIELD b1 GET u8 0
OK
> ACL DRYRUN u BITFIELD_RO r1 GET u8 0
OK
> ACL DRYRUN u PFCOUNT r1 x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u PFMERGE b1 r1
OK
> ACL DRYRUN u PFMERGE w1 r1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u SMOVE b1 w1 m
OK
> ACL DRYRUN u SMOVE w1 w2 m
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u LMOVE b1 w1 LEFT LEFT
OK
> ACL DRYRUN u RPOPLPUSH r1 w1
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u SUNIONSTORE w1 r1 r2
OK
> ACL DRYRUN u SUNIONSTORE w1 r1 w2
"User u has no permissions to access the 'w2' key"
> ACL DRYRUN u LPUSH w1 v
OK
> ACL DRYRUN u LPOP w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u LLEN w1
OK
> ACL DRYRUN u LRANGE w1 0 1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u SADD w1 v
OK
> ACL DRYRUN u SCARD w1
OK
> ACL DRYRUN u SMEMBERS w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u ZADD w1 1 v
OK
> ACL DRYRUN u ZINCRBY w1 1 v
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u ZRANGESTORE w1 r1 0 1
OK
> ACL DRYRUN u HSET w1 f v
OK
> ACL DRYRUN u HINCRBY w1 f 1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u HGET w1 f
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u HSTRLEN w1 f
OK
> ACL DRYRUN u XADD w1 * f v
OK
> ACL DRYRUN u XLEN w1
OK
> ACL DRYRUN u XINFO STREAM r1
OK
> ACL DRYRUN u XINFO STREAM w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u XGROUP CREATE w1 g 0
OK
> ACL DRYRUN u XGROUP CREATE r1 g 0
"User u has no permissions to access the 'r1' key"
> ACL DRYRUN u OBJECT ENCODING w1
OK
> ACL DRYRUN u OBJECT ENCODING x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u MEMORY USAGE x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u WATCH w1
OK
> ACL DRYRUN u WATCH x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u TOUCH x
"User u has no permissions to access the 'x' key"
> ACL DRYRUN u LCS r1 w1
"User u has no permissions to access the 'w1' key"
> ACL DRYRUN u MSET w1 a w2 b
OK
> ACL DRYRUN u MSET w1 a r2 b
"User u has no permissions to access the 'r2' key"
> ACL DRYRUN u GETSET b1 v
OK
> ACL DRYRUN u SETRANGE w1 0 v
OK
> ACL DRYRUN u DEBUG OBJECT b1
"User u has no permissions to run the 'debug' command"
> ACL DRYRUN u KEYS *
OK
> ACL DRYRUN u SCAN 0
OK
> ACL DRYRUN u FLUSHALL
OK
> ACL DRYRUN u SWAPDB 0 1
OK

# SORT looks up keys made from elements: only who may read every key may say BY or GET with a pattern of keys.
> RPUSH r1 3 1 2
(integer) 3
u> SORT r1
1) "1"
2) "2"
3) "3"
u> SORT r1 BY nosort
1) "3"
2) "1"
3) "2"
u> SORT r1 BY weight_*
(error) ERR BY option of SORT denied due to insufficient ACL permissions.
u> SORT r1 GET r_*
(error) ERR GET option of SORT denied due to insufficient ACL permissions.
u> SORT r1 GET #
(error) ERR GET option of SORT denied due to insufficient ACL permissions.
u> SORT_RO r1 BY r_*
(error) ERR BY option of SORT denied due to insufficient ACL permissions.
u> SORT r1 BY nosort GET # STORE w1
(error) ERR GET option of SORT denied due to insufficient ACL permissions.
> ACL SETUSER all on nopass %R~* %W~w* +@all
OK
v> AUTH all x
OK
v> SORT r1 BY weight_* GET obj_* GET # STORE w1
(integer) 6
v> SORT r1 STORE r2
(error) NOPERM No permissions to access a key
> ACL SETUSER sel on nopass +@all ~none (%R~* +sort)
OK
s> AUTH sel x
OK
s> SORT r1 BY weight_*
1) "1"
2) "2"
3) "3"
> ACL SETUSER narrow on nopass %R~? %W~* ~r1 +@all
OK
n> AUTH narrow x
OK
n> SORT r1 BY weight_*
(error) ERR BY option of SORT denied due to insufficient ACL permissions.
n> SORT r1 GET x*
(error) ERR GET option of SORT denied due to insufficient ACL permissions.
> ACL SETUSER split on nopass +@all ~r1 (%R~* +get) (~* +sort_ro)
OK
p> AUTH split x
OK
p> SORT r1 BY weight_*
(error) ERR BY option of SORT denied due to insufficient ACL permissions.
p> SORT_RO r1 BY weight_*
1) "1"
2) "2"
3) "3"
p> SORT r1 BY nosort STORE x
(error) NOPERM No permissions to access a key

# What a script touches is checked as it touches it, with its caller's rights; the refusal is noted with "lua".
> ACL LOG RESET
OK
u> EVAL "return redis.call('GET', 'r1x')" 0
(nil)
u> EVAL "return redis.call('GET', 'x')" 0
(error) ERR ACL failure in script: No permissions to access a key script: 6bd7b646e35e7432df996ea1241489de05449f39, on @user_script:1.
u> EVAL "return redis.pcall('SET', KEYS[1], 'v').err" 1 r1
(error) NOPERM No permissions to access a key
u> EVAL "return redis.pcall('SET', KEYS[1], 'v').err" 1 b1
(nil)
u> EVAL "return redis.call('DEBUG', 'SLEEP', '0')" 0
(error) ERR This Redis command is not allowed from script script: d20714e5fb9da2472aa4c2feff3375d9393e84ef, on @user_script:1.
u> EVAL "return redis.acl_check_cmd('GET', 'x')" 0
(nil)
u> EVAL "return redis.acl_check_cmd('GET', 'r1')" 0
(integer) 1
> ACL LOG 1
1)  1) "count"
    2) (integer) 1
    3) "reason"
    4) "key"
    5) "context"
    6) "toplevel"
    7) "object"
    8) "r1"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "..."
   13) "client-info"
   14) "id=... cmd=eval user=u ..."
   15) "entry-id"
   16) (any)
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)
> FUNCTION LOAD "#!lua name=lib\nredis.register_function('f', function(keys) return redis.call('GET', 'x') end)"
"lib"
u> FCALL f 0
(error) ERR ACL failure in script: No permissions to access a key script: f, on @user_function:2.
> ACL LOG 1
1)  1) "count"
    2) (integer) 2
    3) "reason"
    4) "key"
    5) "context"
    6) "lua"
    7) "object"
    8) "x"
    9) "username"
   10) "u"
   11) "age-seconds"
   12) "..."
   13) "client-info"
   14) "id=... cmd=fcall user=u ..."
   15) "entry-id"
   16) (any)
   17) "timestamp-created"
   18) (any)
   19) "timestamp-last-updated"
   20) (any)

# What a command was refused for is not done in part.
> MSET b1 old w1 old x old
OK
u> MSET b1 new w1 new x new
(error) NOPERM No permissions to access a key
> MGET b1 w1 x
1) "old"
2) "old"
3) "old"
u> GEORADIUS b9 1 1 1 km STORE x
(error) NOPERM No permissions to access a key
u> XREAD STREAMS r9 x 0 0
(error) NOPERM No permissions to access a key
u> ZUNIONSTORE w9 2 r9 x
(error) NOPERM No permissions to access a key
