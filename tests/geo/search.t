# GEOSEARCH and GEOSEARCHSTORE.
> GEOADD Sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania
(integer) 2
> GEOADD Sicily 12.758489 38.788135 edge1 17.241510 38.788135 edge2
(integer) 2
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 200 km ASC
1) "Catania"
2) "Palermo"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 200 km DESC
1) "Palermo"
2) "Catania"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYBOX 400 400 km ASC WITHCOORD WITHDIST
1) 1) "Catania"
   2) "56.4413"
   3) 1) "15.087267458438873"
      2) "37.50266842333162"
2) 1) "Palermo"
   2) "190.4424"
   3) 1) "13.361389338970184"
      2) "38.1155563954963"
3) 1) "edge2"
   2) "279.7403"
   3) 1) "17.241510450839996"
      2) "38.78813451624225"
4) 1) "edge1"
   2) "279.7405"
   3) 1) "12.75848776102066"
      2) "38.78813451624225"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYBOX 400 400 km ASC WITHCOORD WITHDIST WITHHASH
1) 1) "Catania"
   2) "56.4413"
   3) (integer) 3479447370796909
   4) 1) "15.087267458438873"
      2) "37.50266842333162"
2) 1) "Palermo"
   2) "190.4424"
   3) (integer) 3479099956230698
   4) 1) "13.361389338970184"
      2) "38.1155563954963"
3) 1) "edge2"
   2) "279.7403"
   3) (integer) 3481342659049484
   4) 1) "17.241510450839996"
      2) "38.78813451624225"
4) 1) "edge1"
   2) "279.7405"
   3) (integer) 3479273021651468
   4) 1) "12.75848776102066"
      2) "38.78813451624225"
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 200 km ASC WITHDIST
1) 1) "Palermo"
   2) "0.0000"
2) 1) "edge1"
   2) "91.4007"
3) 1) "Catania"
   2) "166.2742"
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 200000 m ASC WITHDIST
1) 1) "Palermo"
   2) "0.0000"
2) 1) "edge1"
   2) "91400.6586"
3) 1) "Catania"
   2) "166274.1516"
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 124 mi ASC WITHDIST
1) 1) "Palermo"
   2) "0.0000"
2) 1) "edge1"
   2) "56.7939"
3) 1) "Catania"
   2) "103.3182"
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 600000 ft ASC WITHDIST
1) 1) "Palermo"
   2) "0.0000"
2) 1) "edge1"
   2) "299870.9272"
3) 1) "Catania"
   2) "545518.8700"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 500 km COUNT 2
1) "Catania"
2) "Palermo"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 500 km COUNT 2 DESC WITHDIST
1) 1) "edge1"
   2) "279.7405"
2) 1) "edge2"
   2) "279.7403"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 500 km COUNT 100 ASC
1) "Catania"
2) "Palermo"
3) "edge2"
4) "edge1"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 500 km COUNT 100 ANY ASC
1) "Catania"
2) "Palermo"
3) "edge2"
4) "edge1"
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 200 km WITHHASH
1) 1) "Palermo"
   2) (integer) 3479099956230698
2) 1) "Catania"
   2) (integer) 3479447370796909
> GEOSEARCH Sicily FROMLONLAT 0 0 BYRADIUS 1 km
(empty array)
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 0 km
(empty array)
> GEOSEARCH Sicily FROMLONLAT 15 37 BYBOX 0 0 km
(empty array)
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 30000 km ASC
1) "Catania"
2) "Palermo"
3) "edge2"
4) "edge1"
> GEOSEARCH none FROMLONLAT 15 37 BYRADIUS 200 km
(empty array)
> GEOSEARCH none FROMMEMBER x BYRADIUS 200 km
(empty array)
> GEOSEARCHSTORE to Sicily FROMLONLAT 15 37 BYBOX 400 400 km ASC COUNT 3
(integer) 3
> ZRANGE to 0 -1 WITHSCORES
1) "Palermo"
2) "3479099956230698"
3) "Catania"
4) "3479447370796909"
5) "edge2"
6) "3481342659049484"
> GEOSEARCHSTORE to Sicily FROMMEMBER Palermo BYRADIUS 300 km STOREDIST
(integer) 3
> ZRANGE to 0 -1 WITHSCORES
1) "Palermo"
2) "0"
3) "edge1"
4) "91.40065860581427"
5) "Catania"
6) "166.27415156960032"
> GEOSEARCHSTORE to Sicily FROMLONLAT 0 0 BYRADIUS 1 km
(integer) 0
> EXISTS to
(integer) 0
> GEOSEARCHSTORE to none FROMLONLAT 0 0 BYRADIUS 1 km
(integer) 0
> GEOSEARCHSTORE Sicily Sicily FROMLONLAT 15 37 BYRADIUS 500 km
(integer) 4
> ZCARD Sicily
(integer) 4
# Errors.
> GEOSEARCH Sicily
(error) ERR wrong number of arguments for 'geosearch' command
> GEOSEARCH Sicily FROMLONLAT 15 37 ASC DESC ASC
(error) ERR exactly one of BYRADIUS and BYBOX can be specified for GEOSEARCH
> GEOSEARCH Sicily BYRADIUS 1 km ASC DESC ASC
(error) ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for GEOSEARCH
> geosearch Sicily FROMMEMBER Palermo ASC ASC ASC
(error) ERR exactly one of BYRADIUS and BYBOX can be specified for geosearch
> GEOSEARCH Sicily FROMMEMBER nobody BYRADIUS 1 km
(error) ERR could not decode requested zset member
> GEOSEARCH Sicily FROMMEMBER Palermo FROMLONLAT 1 1 BYRADIUS 1 km
(error) ERR syntax error
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km BYBOX 1 1 km
(error) ERR syntax error
> GEOSEARCH Sicily FROMLONLAT 181 0 BYRADIUS 1 km
(error) ERR invalid longitude,latitude pair 181.000000,0.000000
> GEOSEARCH Sicily FROMLONLAT x 0 BYRADIUS 1 km
(error) ERR value is not a valid float
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS x km
(error) ERR need numeric radius
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS -1 km
(error) ERR radius cannot be negative
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 yd
(error) ERR unsupported unit provided. please use M, KM, FT, MI
> GEOSEARCH Sicily FROMMEMBER Palermo BYBOX x 1 km
(error) ERR need numeric width
> GEOSEARCH Sicily FROMMEMBER Palermo BYBOX 1 x km
(error) ERR need numeric height
> GEOSEARCH Sicily FROMMEMBER Palermo BYBOX -1 1 km
(error) ERR height or width cannot be negative
> GEOSEARCH Sicily FROMMEMBER Palermo BYBOX 1 -1 km
(error) ERR height or width cannot be negative
> GEOSEARCH Sicily FROMMEMBER Palermo BYBOX 1 1 yd
(error) ERR unsupported unit provided. please use M, KM, FT, MI
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km COUNT 0
(error) ERR COUNT must be > 0
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km COUNT -1
(error) ERR COUNT must be > 0
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km COUNT x
(error) ERR value is not an integer or out of range
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km COUNT
(error) ERR syntax error
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km ANY
(error) ERR the ANY argument requires COUNT argument
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km STORE to
(error) ERR syntax error
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km STOREDIST
(error) ERR syntax error
> GEOSEARCH Sicily FROMMEMBER Palermo BYRADIUS 1 km nonsense
(error) ERR syntax error
> GEOSEARCHSTORE to Sicily FROMMEMBER Palermo BYRADIUS 1 km WITHDIST
(error) ERR GEOSEARCHSTORE is not compatible with WITHDIST, WITHHASH and WITHCOORD options
> GEOSEARCHSTORE to Sicily FROMMEMBER Palermo BYRADIUS 1 km WITHHASH
(error) ERR GEOSEARCHSTORE is not compatible with WITHDIST, WITHHASH and WITHCOORD options
> SET text x
OK
> GEOSEARCH text FROMMEMBER Palermo BYRADIUS 1 km
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> GEOSEARCHSTORE to text FROMMEMBER Palermo BYRADIUS 1 km
(error) WRONGTYPE Operation against a key holding the wrong kind of value
!resp 3
> GEOSEARCH Sicily FROMLONLAT 15 37 BYRADIUS 200 km ASC WITHCOORD WITHDIST WITHHASH
1) 1) "Catania"
   2) "56.4413"
   3) (integer) 3479447370796909
   4) 1) (double) 15.087267458438873
      2) (double) 37.50266842333162
2) 1) "Palermo"
   2) "190.4424"
   3) (integer) 3479099956230698
   4) 1) (double) 13.361389338970184
      2) (double) 38.1155563954963
