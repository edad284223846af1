# Every kind of reply in both protocols.
> DEBUG PROTOCOL string
"Hello World"
> DEBUG PROTOCOL integer
(integer) 12345
> DEBUG PROTOCOL double
"3.141"
> DEBUG PROTOCOL null
(nil)
> DEBUG PROTOCOL array
1) (integer) 0
2) (integer) 1
3) (integer) 2
> DEBUG PROTOCOL set
1) (integer) 0
2) (integer) 1
3) (integer) 2
> DEBUG PROTOCOL map
1) (integer) 0
2) (integer) 0
3) (integer) 1
4) (integer) 1
5) (integer) 2
6) (integer) 0
> DEBUG PROTOCOL attrib
"Some real reply following the attribute"
> DEBUG PROTOCOL push
(error) ERR RESP2 is not supported by this command
> DEBUG PROTOCOL verbatim
This is a verbatim
string
> DEBUG PROTOCOL true
(integer) 1
> DEBUG PROTOCOL false
(integer) 0
> DEBUG PROTOCOL bignum
"1234567999999999999999999999999999999"
> DEBUG PROTOCOL nosuch
(error) ERR Wrong protocol type name. Please use one of the following: string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false

!resp 3
> DEBUG PROTOCOL string
"Hello World"
> DEBUG PROTOCOL integer
(integer) 12345
> DEBUG PROTOCOL double
(double) 3.141
> DEBUG PROTOCOL null
(nil)
> DEBUG PROTOCOL array
1) (integer) 0
2) (integer) 1
3) (integer) 2
> DEBUG PROTOCOL set
1~ (integer) 0
2~ (integer) 1
3~ (integer) 2
> DEBUG PROTOCOL map
1# (integer) 0 => (false)
2# (integer) 1 => (true)
3# (integer) 2 => (false)
> DEBUG PROTOCOL attrib
(attribute)
1# "key-popularity" => 
   1) "key:123"
   2) (integer) 90
"Some real reply following the attribute"
> DEBUG PROTOCOL push
"Some real reply following the push reply"
: 1> "server-cpu-usage"
  2> (integer) 42
> DEBUG PROTOCOL verbatim
This is a verbatim
string
> DEBUG PROTOCOL true
(true)
> DEBUG PROTOCOL false
(false)
> DEBUG PROTOCOL bignum
(big number) 1234567999999999999999999999999999999

# The same on the wire.
!raw r "*2\r\n$5\r\nHELLO\r\n$1\r\n3\r\n"
"%7\r\n..."
!raw r "DEBUG PROTOCOL null\r\nDEBUG PROTOCOL true\r\nDEBUG PROTOCOL double\r\nDEBUG PROTOCOL bignum\r\n"
"_\r\n#t\r\n,3.141\r\n(1234567999999999999999999999999999999\r\n"
!raw r "DEBUG PROTOCOL verbatim\r\n"
"=29\r\ntxt:This is a verbatim\nstring\r\n"
!raw r "DEBUG PROTOCOL push\r\n"
"$40\r\nSome real reply following the push reply\r\n>2\r\n$16\r\nserver-cpu-usage\r\n:42\r\n"
!raw r "DEBUG PROTOCOL attrib\r\n"
"|1\r\n$14\r\nkey-popularity\r\n*2\r\n$7\r\nkey:123\r\n:90\r\n$39\r\nSome real reply following the attribute\r\n"
!raw r "GET missing\r\nBLPOP missing 0.001\r\n"
"_\r\n_\r\n"

# Commands whose replies differ between the protocols.
> HSET h f v
(integer) 1
> HGETALL h
1# "f" => "v"
> SADD s m
(integer) 1
> SMEMBERS s
1~ "m"
> ZADD z 1.5 a 2 b
(integer) 2
> ZSCORE z a
(double) 1.5
> ZRANGE z 0 -1 WITHSCORES
1) 1) "a"
   2) (double) 1.5
2) 1) "b"
   2) (double) 2
> ZADD z INCR 1 a
(double) 2.5
> ZPOPMIN z
1) "b"
2) (double) 2
> ZPOPMAX z 1
1) 1) "a"
   2) (double) 2.5
> HRANDFIELD h 1 WITHVALUES
1) 1) "f"
   2) "v"
> CONFIG GET maxmemory
1# "maxmemory" => "0"
> INCRBYFLOAT x 1.5
"1.5"
> GET missing
(nil)
> LPOP missing
(nil)
> LPOP missing 2
(nil)
> EXISTS missing
(integer) 0
> MGET missing
1) (nil)
> CLIENT TRACKINGINFO
1# "flags" => 1~ "off"
2# "redirect" => (integer) -1
3# "prefixes" => (empty array)
> XADD st 1-1 f v
"1-1"
> XREAD STREAMS st 0
1# "st" => 
   1) 1) "1-1"
      2) 1) "f"
         2) "v"
> GEOADD g 13.361389 38.115556 p
(integer) 1
> GEOPOS g p q
1) 1) (double) 13.361389338970184
   2) (double) 38.1155563954963
2) (nil)
> COMMAND INFO get
1)  1) "get"
    2) (integer) 2
    3) 1~ readonly
       2~ fast
    4) (integer) 1
    5) (integer) 1
    6) (integer) 1
    7) 1~ @read
       2~ @string
       3~ @fast
    8) (empty set)
    9) 1~ 1# "flags" => 
             1~ RO
             2~ access
          2# "begin_search" => 
             1# "type" => "index"
             2# "spec" => 1# "index" => (integer) 1
          3# "find_keys" => 
             1# "type" => "range"
             2# "spec" => 
                1# "lastkey" => (integer) 0
                2# "keystep" => (integer) 1
                3# "limit" => (integer) 0
   10) (empty set)
