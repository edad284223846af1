# Scores that no GEOADD has written are places all the same: below zero they wrap around, and the map ends at its edge.
> ZADD g -5 m 7 n 1e300 h 4503599627370496 x -1e300 l inf i -inf j 0 z -9223372036854775808 k 18446744073709549568 y
(integer) 10
> GEOPOS g m n h x l i j z k y
 1) 1) "180"
    2) "85.05112878"
 2) 1) "-179.99999195337296"
    2) "-85.05111990847595"
 3) 1) "-179.99999731779099"
    2) "-85.05112751263943"
 4) 1) "-179.99999731779099"
    2) "85.05112878"
 5) 1) "180"
    2) "-85.05112751263943"
 6) 1) "-179.99999731779099"
    2) "-85.05112751263943"
 7) 1) "180"
    2) "-85.05112751263943"
 8) 1) "-179.99999731779099"
    2) "-85.05112751263943"
 9) 1) "180"
    2) "-85.05112751263943"
10) 1) "180"
    2) "85.05112878"
> GEOHASH g m n h x l i j z k y
 1) "bp05b5048p0"
 2) "00bh0hbj240"
 3) "00bh0hbj200"
 4) "bp05b5048p0"
 5) "00bh0hbj200"
 6) "00bh0hbj200"
 7) "00bh0hbj200"
 8) "00bh0hbj200"
 9) "00bh0hbj200"
10) "bp05b5048p0"
> GEODIST g m n
"18919843.7433"
> GEODIST g l n
"0.8493"
> GEORADIUSBYMEMBER g m 100 km
(empty array)
> GEORADIUSBYMEMBER g n 100 km
1) "z"
2) "n"
> GEORADIUSBYMEMBER g h 100 km
1) "z"
2) "n"
> GEORADIUSBYMEMBER g x 100 km
1) "x"
> GEORADIUSBYMEMBER g l 100 km
(empty array)
> GEORADIUSBYMEMBER g i 100 km
1) "z"
2) "n"
> GEORADIUSBYMEMBER g y 100 km
(empty array)
> GEOSEARCH g FROMMEMBER m BYBOX 10 10 km
(empty array)
> GEOSEARCH g FROMMEMBER x BYRADIUS 40000 km
1) "x"
> GEOSEARCH g FROMLONLAT 0 0 BYRADIUS 40000 km ASC WITHHASH
1) 1) "z"
   2) (integer) 0
2) 1) "n"
   2) (integer) 7
> GEOSEARCH g FROMLONLAT 0 0 BYBOX 40000 40000 km DESC
1) "n"
2) "z"
> GEORADIUSBYMEMBER g k 9000 km STORE d
(integer) 0
> ZRANGE d 0 -1 WITHSCORES
(empty array)
