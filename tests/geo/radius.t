# GEORADIUS, GEORADIUSBYMEMBER and their read-only forms.
> GEOADD Sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
(integer) 2
> GEORADIUS Sicily 15 37 200 km ASC
1) "Catania"
2) "Palermo"
> GEORADIUS Sicily 15 37 200 km WITHDIST DESC
1) 1) "Palermo"
   2) "190.4424"
2) 1) "Catania"
   2) "56.4413"
> GEORADIUS Sicily 15 37 200 km WITHCOORD ASC
1) 1) "Catania"
   2) 1) "15.087267458438873"
      2) "37.50266842333162"
2) 1) "Palermo"
   2) 1) "13.361389338970184"
      2) "38.1155563954963"
> GEORADIUS Sicily 15 37 200 km WITHDIST WITHCOORD WITHHASH COUNT 1
1) 1) "Catania"
   2) "56.4413"
   3) (integer) 3479447370796909
   4) 1) "15.087267458438873"
      2) "37.50266842333162"
> GEORADIUS Sicily 15 37 200 km COUNT 1 ANY
1) "Palermo"
> GEORADIUS_RO Sicily 15 37 200 km ASC
1) "Catania"
2) "Palermo"
> GEORADIUSBYMEMBER Sicily Palermo 200 km ASC
1) "Palermo"
2) "Catania"
> GEORADIUSBYMEMBER_RO Sicily Palermo 200 km WITHDIST ASC
1) 1) "Palermo"
   2) "0.0000"
2) 1) "Catania"
   2) "166.2742"
> GEORADIUS none 15 37 200 km
(empty array)
> GEORADIUSBYMEMBER none x 200 km
(empty array)
> GEORADIUS Sicily 15 37 200 km STORE to
(integer) 2
> ZRANGE to 0 -1 WITHSCORES
1) "Palermo"
2) "3479099956230698"
3) "Catania"
4) "3479447370796909"
> GEORADIUS Sicily 15 37 200 km STOREDIST to
(integer) 2
> ZRANGE to 0 -1 WITHSCORES
1) "Catania"
2) "56.4412578701582"
3) "Palermo"
4) "190.44242984775784"
> GEORADIUSBYMEMBER Sicily Palermo 200 km STORE to
(integer) 2
> GEORADIUSBYMEMBER Sicily Palermo 1 m STOREDIST to
(integer) 1
> ZRANGE to 0 -1 WITHSCORES
1) "Palermo"
2) "0"
> GEORADIUS Sicily 0 0 1 km STORE to
(integer) 0
> EXISTS to
(integer) 0
> GEORADIUS none 0 0 1 km STORE to
(integer) 0
> GEORADIUS Sicily 15 37 200 km STORE
(error) ERR syntax error
> GEORADIUS Sicily 15 37 200 km WITHDIST STORE to
(error) ERR STORE option in GEORADIUS is not compatible with WITHDIST, WITHHASH and WITHCOORD options
> GEORADIUS_RO Sicily 15 37 200 km STORE to
(error) ERR syntax error
> GEORADIUSBYMEMBER_RO Sicily Palermo 200 km STORE to
(error) ERR syntax error
> GEORADIUS Sicily 15 37 200 yd
(error) ERR unsupported unit provided. please use M, KM, FT, MI
> GEORADIUS Sicily 15 37 -1 km
(error) ERR radius cannot be negative
> GEORADIUS Sicily 15 37 x km
(error) ERR need numeric radius
> GEORADIUS Sicily 200 37 1 km
(error) ERR invalid longitude,latitude pair 200.000000,37.000000
> GEORADIUS Sicily x 37 1 km
(error) ERR value is not a valid float
> GEORADIUS Sicily 15 37 200 km COUNT 0
(error) ERR COUNT must be > 0
> GEORADIUS Sicily 15 37 200 km ANY
(error) ERR the ANY argument requires COUNT argument
> GEORADIUS Sicily 15 37 200 km nonsense
(error) ERR syntax error
> GEORADIUS Sicily 15 37 200
(error) ERR wrong number of arguments for 'georadius' command
> GEORADIUS Sicily 15 37 200 km FROMMEMBER Palermo
(error) ERR syntax error
> GEORADIUSBYMEMBER Sicily nobody 200 km
(error) ERR could not decode requested zset member
> SET text x
OK
> GEORADIUS text 15 37 200 km
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> COMMAND GETKEYS GEORADIUS Sicily 15 37 200 km STORE to
1) "Sicily"
2) "to"
> COMMAND GETKEYS GEORADIUSBYMEMBER Sicily Palermo 200 km STOREDIST to
1) "Sicily"
2) "to"
> COMMAND GETKEYS ZUNIONSTORE to 2 a b WEIGHTS 1 2
1) "to"
2) "a"
3) "b"
> COMMAND GETKEYS ZMPOP 2 a b MIN
1) "a"
2) "b"
> COMMAND GETKEYS GEOSEARCHSTORE to from FROMLONLAT 1 1 BYRADIUS 1 km
1) "to"
2) "from"
