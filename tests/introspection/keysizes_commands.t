# Whatever changes a value moves it to another bin: after every command all keys are counted and compared with what INFO tells.
> FUNCTION LOAD "#!lua name=sizes\nlocal function bin(n) if n == 0 then return '0' end local p = 1 while p * 2 <= n do p = p * 2 end\nif p >= 1048576 then return (p / 1048576)..'M' elseif p >= 1024 then return (p / 1024)..'K' end return tostring(p) end\nlocal kinds = {{'string','STRLEN','strings_sizes'},{'list','LLEN','lists_items'},{'set','SCARD','sets_items'},{'zset','ZCARD','zsets_items'},{'hash','HLEN','hashes_items'}}\nredis.register_function{function_name='counted', flags={'no-writes'}, callback=function() local want = {}\nfor id = 0, 15 do redis.call('SELECT', id) for _, key in ipairs(redis.call('KEYS','*')) do\nfor _, k in ipairs(kinds) do if redis.call('TYPE', key).ok == k[1] then\nlocal name = 'db'..id..'_distrib_'..k[3]..' '..bin(redis.call(k[2], key)) want[name] = (want[name] or 0) + 1 end end end end\nlocal wrong = {} for line in redis.call('INFO','keysizes'):gmatch('[^\\r\\n]+') do local name, bins = line:match('^(.-):(.*)')\nif name then for least, n in bins:gmatch('(%w+)=(%d+)') do local at = name..' '..least\nif want[at] ~= tonumber(n) then wrong[#wrong+1] = at..' told '..n..' is '..tostring(want[at]) end want[at] = nil end end end\nfor at, n in pairs(want) do wrong[#wrong+1] = at..' not told, is '..n end\ntable.sort(wrong) return #wrong == 0 and 'exact' or wrong end}\nlocal makes = {'APPEND k text','SETRANGE k n text','SETBIT k n 1','SET k text','SET k text','SET k n','INCRBY k n','INCRBYFLOAT k 1.25','GETDEL k','GETSET k text','BITOP OR k k k','PFADD k n n n','PFMERGE k k k','GETEX k EX 1000','SETNX k text',\n'RPUSH k n n n n','LPUSH k n','LPOP k n','RPOP k','LTRIM k 1 n','LREM k 0 n','LINSERT k BEFORE n n','LMOVE k k LEFT RIGHT','LMOVE k k RIGHT LEFT','LMPOP 2 k k LEFT COUNT n','SORT k STORE k','RPUSHX k n','BRPOPLPUSH k k 1',\n'SADD k n n n n n','SADD k text','SREM k n n n','SMOVE k k n','SPOP k','SPOP k 5','SPOP k 50','SINTERSTORE k k k','SUNIONSTORE k k k','SDIFFSTORE k k k',\n'ZADD k n n n n n n','ZADD k n text','ZINCRBY k 1 n','ZREM k n n','ZPOPMIN k n','ZPOPMAX k','ZMPOP 2 k k MAX COUNT n','ZREMRANGEBYRANK k 0 n','ZREMRANGEBYSCORE k 0 n','ZUNIONSTORE k 2 k k','ZINTERSTORE k 2 k k','ZRANGESTORE k k 0 n','GEOADD k 1 1 n',\n'HSET k n n n n n n','HSET k text text','HSETNX k n n','HDEL k n n n','HINCRBY k n 1','HGETDEL k FIELDS 2 n n','HSETEX k EX 100 FIELDS 2 n n n n','HPEXPIREAT k 1 FIELDS 2 n n','HGETEX k PXAT 1 FIELDS 1 n',\n'DEL k','UNLINK k','RENAME k k','RENAMENX k k','COPY k k','COPY k k REPLACE','COPY k k DB db REPLACE','MOVE k db','SWAPDB db db','SELECT db','SELECT db','EXPIRE k 1000','PERSIST k','PEXPIREAT k 1','XADD k * n n','XTRIM k MAXLEN 1','FLUSHDB ASYNC'}\nredis.register_function('churn', function(_, args) math.randomseed(tonumber(args[1])) local done = 0\nfor i = 1, tonumber(args[2]) do local words = {} local wide = math.random(4) == 1 and 300 or 12\nlocal what = makes[math.random(#makes)] if what:sub(1,5) == 'FLUSH' and math.random(20) > 1 then what = 'PING' end\nfor word in what:gmatch('%S+') do words[#words+1] = (#words == 0 and word) or (word == 'k' and 'k'..math.random(9))\nor (word == 'n' and math.random(wide)) or (word == 'db' and math.random(3) - 1) or (word == 'text' and ('x'):rep(math.random(wide) - 1)) or word end\nlocal reply = redis.pcall(unpack(words)) if not (type(reply) == 'table' and reply.err) then done = done + 1 end end\nreturn done > tonumber(args[2]) / 4 end)"
"sizes"

> APPEND s abc
(integer) 3

!skip oracle
> FCALL counted 0
"exact"

> APPEND s defgh
(integer) 8

!skip oracle
> FCALL counted 0
"exact"

> SETRANGE s 20 x
(integer) 21

!skip oracle
> FCALL counted 0
"exact"

> SETBIT s 500 1
(integer) 0

!skip oracle
> FCALL counted 0
"exact"

> SET s abc
OK

!skip oracle
> FCALL counted 0
"exact"

> SET s 123
OK

!skip oracle
> FCALL counted 0
"exact"

> INCRBY s 900
(integer) 1023

!skip oracle
> FCALL counted 0
"exact"

> DECRBY s 1030
(integer) -7

!skip oracle
> FCALL counted 0
"exact"

> INCRBY s 1000000
(integer) 999993

!skip oracle
> FCALL counted 0
"exact"

> INCRBYFLOAT s 0.5
"999993.5"

!skip oracle
> FCALL counted 0
"exact"

> BITFIELD s SET u8 200 7
1) (integer) 0

!skip oracle
> FCALL counted 0
"exact"

> BITFIELD s GET u8 2000
1) (integer) 0

!skip oracle
> FCALL counted 0
"exact"

> GETSET s xy
"999993.5\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\a"

!skip oracle
> FCALL counted 0
"exact"

> SETEX s 1000 xyz
OK

!skip oracle
> FCALL counted 0
"exact"

> GETEX s PERSIST
"xyz"

!skip oracle
> FCALL counted 0
"exact"

> BITOP AND t s nosuch
(integer) 3

!skip oracle
> FCALL counted 0
"exact"

> BITOP NOT u s
(integer) 3

!skip oracle
> FCALL counted 0
"exact"

> MSET a 1 b 22 c 4444
OK

!skip oracle
> FCALL counted 0
"exact"

> MSETNX d 1 e 12345678
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> SETNX d 12345678
(integer) 0

!skip oracle
> FCALL counted 0
"exact"

> SET a 12345678 EX 1000 GET
"1"

!skip oracle
> FCALL counted 0
"exact"

> GETDEL b
"22"

!skip oracle
> FCALL counted 0
"exact"

> PFADD p a b c d e
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> PFADD p f g h i j k l m n o p q r s t u v w x y z
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> PFADD p2 1 2 3
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> PFMERGE p3 p p2
OK

!skip oracle
> FCALL counted 0
"exact"

> PFCOUNT p p2
(integer) 28

!skip oracle
> FCALL counted 0
"exact"

> PFDEBUG TODENSE p2
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> SETRANGE new 5 abc
(integer) 8

!skip oracle
> FCALL counted 0
"exact"

> GETEX a PXAT 1
"12345678"

!skip oracle
> FCALL counted 0
"exact"

> PEXPIREAT c 1
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> SET gone x PXAT 1
OK

!skip oracle
> FCALL counted 0
"exact"

> EXPIRE d 1000
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> INCRBY d 1
(integer) 2

!skip oracle
> FCALL counted 0
"exact"

> PERSIST d
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> COPY s copied
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> COPY s copied REPLACE
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> COPY s other DB 2
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> RENAME copied renamed
OK

!skip oracle
> FCALL counted 0
"exact"

> RENAMENX renamed s
(integer) 0

!skip oracle
> FCALL counted 0
"exact"

> RENAME s renamed
OK

!skip oracle
> FCALL counted 0
"exact"

> MOVE renamed 2
(integer) 1

!skip oracle
> FCALL counted 0
"exact"

> LCS d e
"2"

!skip oracle
> FCALL counted 0
"exact"

> SORT p2 STORE none
(error) WRONGTYPE Operation against a key holding the wrong kind of value

!skip oracle
> FCALL counted 0
"exact"

> FLUSHALL
OK

> FCALL counted 0
"exact"

> RPUSH l 1 2 3 4 5 6 7 8 9
(integer) 9

> FCALL counted 0
"exact"

> LPUSHX l 0
(integer) 10

> FCALL counted 0
"exact"

> RPUSHX nol 0
(integer) 0

> FCALL counted 0
"exact"

> LPUSH l a
(integer) 11

> FCALL counted 0
"exact"

> LPOP l 3
1) "a"
2) "0"
3) "1"

> FCALL counted 0
"exact"

> RPOP l
"9"

> FCALL counted 0
"exact"

> LINSERT l BEFORE 5 x
(integer) 8

> FCALL counted 0
"exact"

> LSET l 0 y
OK

> FCALL counted 0
"exact"

> LREM l 0 x
(integer) 1

> FCALL counted 0
"exact"

> LTRIM l 1 -1
OK

> FCALL counted 0
"exact"

> LMOVE l m LEFT RIGHT
"3"

> FCALL counted 0
"exact"

> LMOVE l l LEFT RIGHT
"4"

> FCALL counted 0
"exact"

> RPOPLPUSH l m
"4"

> FCALL counted 0
"exact"

> BLMOVE l m LEFT LEFT 0
"5"

> FCALL counted 0
"exact"

> BRPOPLPUSH m l 0
"3"

> FCALL counted 0
"exact"

> LMPOP 2 nol l LEFT COUNT 2
1) "l"
2) 1) "3"
   2) "6"

> FCALL counted 0
"exact"

> BLMPOP 0 2 l m LEFT COUNT 10
1) "l"
2) 1) "7"
   2) "8"

> FCALL counted 0
"exact"

> BLPOP m 0
1) "m"
2) "5"

> FCALL counted 0
"exact"

> BRPOP m 0
1) "m"
2) "4"

> FCALL counted 0
"exact"

> RPUSH l 3 1 2
(integer) 3

> FCALL counted 0
"exact"

> SORT l STORE sorted
(integer) 3

> FCALL counted 0
"exact"

> SORT sorted BY nosort LIMIT 0 2 STORE sorted
(integer) 2

> FCALL counted 0
"exact"

> LTRIM sorted 5 1
OK

> FCALL counted 0
"exact"

> SORT nol STORE l
(integer) 0

> FCALL counted 0
"exact"

> RPUSH l a b c
(integer) 3

> FCALL counted 0
"exact"

> SET l abcdefgh
OK

> FCALL counted 0
"exact"

> FLUSHALL
OK

> FCALL counted 0
"exact"

> SADD s 1 2 3 4 5 6 7 8
(integer) 8

> FCALL counted 0
"exact"

> SADD s a b
(integer) 2

> FCALL counted 0
"exact"

> SREM s 1 2 3 nosuch
(integer) 3

> FCALL counted 0
"exact"

> SMOVE s t 4
(integer) 1

> FCALL counted 0
"exact"

> SMOVE s t 5
(integer) 1

> FCALL counted 0
"exact"

> SMOVE t s 4
(integer) 1

> FCALL counted 0
"exact"

> SMOVE t s 5
(integer) 1

> FCALL counted 0
"exact"

> SPOP s
(any)

> FCALL counted 0
"exact"

> SPOP s 2
(any)

> FCALL counted 0
"exact"

> SPOP s 100
(any)

> FCALL counted 0
"exact"

> SADD s 1 2 3 4 5 6 7 8
(integer) 8

!skip oracle
> FCALL counted 0
"exact"

> SADD t 7 8 9
(integer) 3

!skip oracle
> FCALL counted 0
"exact"

> SINTERSTORE u s t
(integer) 2

!skip oracle
> FCALL counted 0
"exact"

> SUNIONSTORE u s t
(integer) 9

!skip oracle
> FCALL counted 0
"exact"

> SDIFFSTORE s s t
(integer) 6

!skip oracle
> FCALL counted 0
"exact"

> SDIFFSTORE u t t
(integer) 0

!skip oracle
> FCALL counted 0
"exact"

> SUNIONSTORE t nosuch
(integer) 0

!skip oracle
> FCALL counted 0
"exact"

> SADD s 10 11 12 13 14 15 16 17 18 19 20
(integer) 11

!skip oracle
> FCALL counted 0
"exact"

> RENAME s v
OK

!skip oracle
> FCALL counted 0
"exact"

> SORT v STORE v
(integer) 17

> FCALL counted 0
"exact"

> FLUSHALL
OK

> FCALL counted 0
"exact"

> ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g 8 h 9 i
(integer) 9

> FCALL counted 0
"exact"

> ZADD z XX 1 nosuch
(integer) 0

> FCALL counted 0
"exact"

> ZADD z INCR 1 j
"1"

> FCALL counted 0
"exact"

> ZINCRBY z 1 k
"1"

> FCALL counted 0
"exact"

> ZREM z a b
(integer) 2

> FCALL counted 0
"exact"

> ZPOPMIN z
1) "j"
2) "1"

> FCALL counted 0
"exact"

> ZPOPMAX z 2
1) "i"
2) "9"
3) "h"
4) "8"

> FCALL counted 0
"exact"

> ZMPOP 1 z MIN COUNT 2
1) "z"
2) 1) 1) "k"
      2) "1"
   2) 1) "c"
      2) "3"

> FCALL counted 0
"exact"

> BZPOPMIN z 0
1) "z"
2) "d"
3) "4"

> FCALL counted 0
"exact"

> BZPOPMAX z 0
1) "z"
2) "g"
3) "7"

> FCALL counted 0
"exact"

> BZMPOP 0 1 z MIN
1) "z"
2) 1) 1) "e"
      2) "5"

> FCALL counted 0
"exact"

> ZADD z 1 a 2 b 3 c 4 d 5 e 6 f 7 g 8 h 9 i
(integer) 8

> FCALL counted 0
"exact"

> ZREMRANGEBYSCORE z 1 2
(integer) 2

> FCALL counted 0
"exact"

> ZREMRANGEBYRANK z 0 1
(integer) 2

> FCALL counted 0
"exact"

> ZREMRANGEBYLEX z [i [i
(integer) 1

> FCALL counted 0
"exact"

> ZADD y 1 a 2 b 3 e
(integer) 3

> FCALL counted 0
"exact"

> ZUNIONSTORE x 2 z y
(integer) 6

> FCALL counted 0
"exact"

> ZINTERSTORE x 2 z y
(integer) 1

> FCALL counted 0
"exact"

> ZDIFFSTORE x 2 z y
(integer) 3

> FCALL counted 0
"exact"

> ZRANGESTORE w z 0 2
(integer) 3

> FCALL counted 0
"exact"

> ZRANGESTORE w z 5 2
(integer) 0

> FCALL counted 0
"exact"

> ZINTERSTORE z 2 z nosuch
(integer) 0

> FCALL counted 0
"exact"

> GEOADD g 1 1 a 2 2 b 3 3 c 60 60 d
(integer) 4

> FCALL counted 0
"exact"

> GEOADD g XX 1 1 nosuch
(integer) 0

> FCALL counted 0
"exact"

> GEOSEARCHSTORE near g FROMMEMBER a BYRADIUS 500 km
(integer) 3

> FCALL counted 0
"exact"

> GEORADIUS g 1 1 100 km STORE near
(integer) 1

> FCALL counted 0
"exact"

> GEOSEARCHSTORE near g FROMLONLAT 100 0 BYRADIUS 1 km
(integer) 0

> FCALL counted 0
"exact"

> FLUSHALL
OK

> FCALL counted 0
"exact"

> HSET h a 1 b 2 c 3
(integer) 3

> FCALL counted 0
"exact"

> HSETNX h d 4
(integer) 1

> FCALL counted 0
"exact"

> HSETNX h d 4
(integer) 0

> FCALL counted 0
"exact"

> HMSET h e 5 f 6 g 7 h 8
OK

> FCALL counted 0
"exact"

> HINCRBY h i 1
(integer) 1

> FCALL counted 0
"exact"

> HINCRBYFLOAT h j 1.5
"1.5"

> FCALL counted 0
"exact"

> HDEL h a b
(integer) 2

> FCALL counted 0
"exact"

> HGETDEL h FIELDS 2 c nosuch
1) "3"
2) (nil)

> FCALL counted 0
"exact"

> HSETEX h FIELDS 2 k 1 l 2
(integer) 1

> FCALL counted 0
"exact"

> HSETEX h FNX FIELDS 1 k 1
(integer) 0

> FCALL counted 0
"exact"

> HSETEX fresh FXX FIELDS 1 k 1
(integer) 0

> FCALL counted 0
"exact"

> HGETEX h PX 100000 FIELDS 1 k
1) "1"

> FCALL counted 0
"exact"

> HPEXPIREAT h 1 FIELDS 2 k l
1) (integer) 2
2) (integer) 2

> FCALL counted 0
"exact"

> HSETEX h PXAT 1 FIELDS 1 d 4
(integer) 1

> FCALL counted 0
"exact"

> HGETEX h PXAT 1 FIELDS 1 e
1) "5"

> FCALL counted 0
"exact"

> HPERSIST h FIELDS 1 f
1) (integer) -1

> FCALL counted 0
"exact"

> COPY h i
(integer) 1

> FCALL counted 0
"exact"

> HPEXPIREAT h 1 FIELDS 5 f g h i j
1) (integer) 2
2) (integer) 2
3) (integer) 2
4) (integer) 2
5) (integer) 2

> FCALL counted 0
"exact"

> RENAME i h
OK

> FCALL counted 0
"exact"

> MOVE h 2
(integer) 1

> FCALL counted 0
"exact"

> HSET h a 1
(integer) 1

> FCALL counted 0
"exact"

> HINCRBY h a x
(error) ERR value is not an integer or out of range

> FCALL counted 0
"exact"

> HSET h a 1 b 2 c 3
(integer) 2

> FCALL counted 0
"exact"

# What is not a single command: values that come as a dump, from a file, to those who wait; values that expire or are evicted.
> FLUSHALL
OK

> RPUSH l 1 2 3 4 5
(integer) 5

!let dumped = > DUMP l
> DEL l
(integer) 1

> RESTORE other 0 $dumped
OK

> RESTORE other 0 $dumped REPLACE ABSTTL
OK

> FCALL counted 0
"exact"

> DEBUG RELOAD
OK

> FCALL counted 0
"exact"

waiting> BLMOVE source target LEFT LEFT 0
> RPUSH source 1 2 3 4
(integer) 4

waiting: "1"
> FCALL counted 0
"exact"

popping> BLPOP nothing 0
> MULTI
OK

> RPUSH nothing a
QUEUED

> RPUSH source 5 6 7 8
QUEUED

> LPUSH target a b c
QUEUED

> EXEC
1) (integer) 1
2) (integer) 7
3) (integer) 4

popping: 1) "nothing"
         2) "a"
> FCALL counted 0
"exact"

> EVAL "redis.call('RPUSH', 'a', 1, 2) redis.call('LMOVE', 'a', 'b', 'LEFT', 'LEFT') redis.call('RPUSH', 'a', 3, 4) redis.call('RPUSH', 'b', 5, 6) return redis.call('INFO', 'keysizes')" 0
...
db0_distrib_lists_items:2=2,4=3

> DEL a b nothing
(integer) 2

> PEXPIRE target 5
(integer) 1

> HSET h a 1 b 2 c 3 d 4
(integer) 4

> HPEXPIRE h 5 FIELDS 3 a b c
1) (integer) 1
2) (integer) 1
3) (integer) 1

!until 5s > HLEN h
(integer) 1

!until 5s > EXISTS target
(integer) 0

> FCALL counted 0
"exact"

> HPEXPIRE h 5 FIELDS 1 d
1) (integer) 1

!until 5s > EXISTS h
(integer) 0

> FCALL counted 0
"exact"

> DEBUG POPULATE 500 big 3000
OK

> CONFIG SET maxmemory-policy allkeys-random
OK

> CONFIG SET maxmemory 1mb
OK

> CONFIG SET maxmemory 0
OK

> FCALL counted 0
"exact"

> FLUSHALL ASYNC
OK

> INFO keysizes
...

# Whatever comes, in three databases.
!skip oracle
> FCALL churn 0 1 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> FCALL churn 0 2 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> FCALL churn 0 3 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> FCALL churn 0 4 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> FCALL churn 0 5 2000
(integer) 1
> FCALL counted 0
"exact"

> DEBUG RELOAD
OK

!skip oracle
> FCALL churn 0 6 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> CONFIG SET active-defrag-ignore-bytes 1 active-defrag-threshold-lower 1 activedefrag yes
OK

!skip oracle
> FCALL churn 0 7 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> FCALL churn 0 8 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> FCALL churn 0 9 2000
(integer) 1
> FCALL counted 0
"exact"

!skip oracle
> FCALL churn 0 10 2000
(integer) 1
> FCALL counted 0
"exact"
