# GEOADD GEODIST GEOHASH GEOPOS.
> GEOADD Sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
(integer) 2
> GEOADD Sicily 13.361389 38.115556 Palermo
(integer) 0
> GEOADD Sicily NX 1 1 Palermo 13.583333 37.316667 Agrigento
(integer) 1
> GEOADD Sicily XX CH 13.583333 37.3 Agrigento 1 1 nobody
(integer) 1
> GEOADD Sicily CH 13.583333 37.316667 Agrigento 12 38 edge
(integer) 2
> GEOADD none XX 1 1 a
(integer) 0
> EXISTS none
(integer) 0
> ZRANGE Sicily 0 -1 WITHSCORES
1) "edge"
2) "3478959346502733"
3) "Agrigento"
4) "3479030013248308"
5) "Palermo"
6) "3479099956230698"
7) "Catania"
8) "3479447370796909"
> ZSCORE Sicily Palermo
"3479099956230698"
> TYPE Sicily
zset
> GEODIST Sicily Palermo Catania
"166274.1516"
> GEODIST Sicily Palermo Catania km
"166.2742"
> GEODIST Sicily Palermo Catania MI
"103.3182"
> GEODIST Sicily Palermo Catania ft
"545518.8700"
> GEODIST Sicily Palermo Palermo
"0.0000"
> GEODIST Sicily Palermo nobody
(nil)
> GEODIST none a b
(nil)
> GEODIST Sicily Palermo Catania yd
(error) ERR unsupported unit provided. please use M, KM, FT, MI
> GEODIST Sicily Palermo Catania m x
(error) ERR syntax error
> GEODIST Sicily Palermo
(error) ERR wrong number of arguments for 'geodist' command
> GEOHASH Sicily Palermo nobody Catania
1) "sqc8b49rny0"
2) (nil)
3) "sqdtr74hyu0"
> GEOHASH Sicily
(empty array)
> GEOHASH none a
1) (nil)
> GEOPOS Sicily Palermo nobody Catania
1) 1) "13.361389338970184"
   2) "38.1155563954963"
2) (nil)
3) 1) "15.087267458438873"
   2) "37.50266842333162"
> GEOPOS Sicily
(empty array)
> GEOPOS none a
1) (nil)
> GEOADD g 180 85.05112878 ne -180 -85.05112878 sw 0 0 middle
(integer) 3
> GEOPOS g ne sw middle
1) 1) "180"
   2) "85.05112878"
2) 1) "-179.99999731779099"
   2) "-85.05112751263943"
3) 1) "2.682209014892578e-6"
   2) "1.2673605809254695e-6"
> GEOHASH g ne sw middle
1) "bp05b5048p0"
2) "00bh0hbj200"
3) "s0000000000"
> ZRANGE g 0 -1 WITHSCORES
1) "sw"
2) "0"
3) "middle"
4) "3377699720527872"
5) "ne"
6) "13510798882111488"
# Errors.
> GEOADD Sicily 181 0 a
(error) ERR invalid longitude,latitude pair 181.000000,0.000000
> GEOADD Sicily 0 86 a
(error) ERR invalid longitude,latitude pair 0.000000,86.000000
> GEOADD Sicily x 0 a
(error) ERR value is not a valid float
> GEOADD Sicily 0 x a
(error) ERR value is not a valid float
> GEOADD Sicily 0 0
(error) ERR wrong number of arguments for 'geoadd' command
> GEOADD Sicily 0 0 a 1
(error) ERR syntax error
> GEOADD Sicily NX XX 0 0 a
(error) ERR syntax error
> GEOADD Sicily NX CH XX
(error) ERR syntax error
> GEOADD Sicily 1 1 a 181 0 b
(error) ERR invalid longitude,latitude pair 181.000000,0.000000
> ZSCORE Sicily a
(nil)
> SET text x
OK
> GEOADD text 0 0 a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GEODIST text a b
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GEOHASH text a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GEOPOS text a
(error) WRONGTYPE Operation against a key holding the wrong kind of value
!resp 3
> GEOPOS Sicily Palermo nobody
1) 1) (double) 13.361389338970184
   2) (double) 38.1155563954963
2) (nil)
> GEODIST Sicily Palermo Catania
"166274.1516"
> GEODIST Sicily Palermo nobody
(nil)
> GEOHASH Sicily Palermo nobody
1) "sqc8b49rny0"
2) (nil)
