# LCS: the longest common subsequence of two strings.
> MSET a ohmytext b mynewtext
OK
> LCS a b
"mytext"
> LCS a b LEN
(integer) 6
> LCS a b IDX
1) "matches"
2) 1) 1) 1) (integer) 4
         2) (integer) 7
      2) 1) (integer) 5
         2) (integer) 8
   2) 1) 1) (integer) 2
         2) (integer) 3
      2) 1) (integer) 0
         2) (integer) 1
3) "len"
4) (integer) 6
> LCS a b IDX MINMATCHLEN 4
1) "matches"
2) 1) 1) 1) (integer) 4
         2) (integer) 7
      2) 1) (integer) 5
         2) (integer) 8
3) "len"
4) (integer) 6
> LCS a b IDX WITHMATCHLEN
1) "matches"
2) 1) 1) 1) (integer) 4
         2) (integer) 7
      2) 1) (integer) 5
         2) (integer) 8
      3) (integer) 4
   2) 1) 1) (integer) 2
         2) (integer) 3
      2) 1) (integer) 0
         2) (integer) 1
      3) (integer) 2
3) "len"
4) (integer) 6
> LCS a b IDX MINMATCHLEN 4 WITHMATCHLEN
1) "matches"
2) 1) 1) 1) (integer) 4
         2) (integer) 7
      2) 1) (integer) 5
         2) (integer) 8
      3) (integer) 4
3) "len"
4) (integer) 6
> LCS a b IDX MINMATCHLEN -5
1) "matches"
2) 1) 1) 1) (integer) 4
         2) (integer) 7
      2) 1) (integer) 5
         2) (integer) 8
   2) 1) 1) (integer) 2
         2) (integer) 3
      2) 1) (integer) 0
         2) (integer) 1
3) "len"
4) (integer) 6
> LCS a b IDX MINMATCHLEN 0
1) "matches"
2) 1) 1) 1) (integer) 4
         2) (integer) 7
      2) 1) (integer) 5
         2) (integer) 8
   2) 1) 1) (integer) 2
         2) (integer) 3
      2) 1) (integer) 0
         2) (integer) 1
3) "len"
4) (integer) 6
> LCS a b MINMATCHLEN 4
"mytext"
> LCS a b WITHMATCHLEN
"mytext"
> LCS b a
"mytext"
> LCS a a
"ohmytext"
> LCS a missing
""
> LCS missing missing
""
> LCS a missing LEN
(integer) 0
> LCS a missing IDX
1) "matches"
2) (empty array)
3) "len"
4) (integer) 0
> MSET x "abc" y "xyz"
OK
> LCS x y
""
> LCS x y IDX
1) "matches"
2) (empty array)
3) "len"
4) (integer) 0
> MSET n 12345 m 345
OK
> LCS n m
"345"
> LCS n m IDX
1) "matches"
2) 1) 1) 1) (integer) 2
         2) (integer) 4
      2) 1) (integer) 0
         2) (integer) 2
3) "len"
4) (integer) 3

# Refusals.
> LCS a b LEN IDX
(error) ERR If you want both the length and indexes, please just use IDX.
> LCS a b FOO
(error) ERR syntax error
> LCS a b MINMATCHLEN
(error) ERR syntax error
> LCS a b MINMATCHLEN abc
(error) ERR value is not an integer or out of range
> LCS a
(error) ERR wrong number of arguments for 'lcs' command
> RPUSH list x
(integer) 1
> LCS a list
(error) ERR The specified keys must contain string values
> LCS list missing
(error) ERR The specified keys must contain string values

!resp 3
> LCS a b IDX WITHMATCHLEN
1# "matches" => 
   1) 1) 1) (integer) 4
         2) (integer) 7
      2) 1) (integer) 5
         2) (integer) 8
      3) (integer) 4
   2) 1) 1) (integer) 2
         2) (integer) 3
      2) 1) (integer) 0
         2) (integer) 1
      3) (integer) 2
2# "len" => (integer) 6
> LCS a missing IDX
1# "matches" => (empty array)
2# "len" => (integer) 0
