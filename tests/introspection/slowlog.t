# SLOWLOG remembers slow commands; here every one is slow.
> SLOWLOG RESET
OK
> CONFIG SET slowlog-log-slower-than 0
OK
> CLIENT SETNAME me
OK
> SET k v
OK
> SLOWLOG GET 1
1) 1) (integer) 0..1000
   2) (integer) 1700000000..99999999999
   3) (integer) 0..1000000
   4) 1) "SET"
      2) "k"
      3) "v"
   5) "127.0.0.1:..."
   6) "me"
> ECHO "a" * 200
"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
> SLOWLOG GET 1
1) 1) (integer) 0..1000
   2) (integer) 1700000000..99999999999
   3) (integer) 0..1000000
   4) 1) "ECHO"
      2) "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa... (72 more bytes)"
   5) "127.0.0.1:..."
   6) "me"
> RPUSH l 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
(integer) 35
> SLOWLOG GET 1
1) 1) (integer) 0..1000
   2) (integer) 1700000000..99999999999
   3) (integer) 0..1000000
   4)  1) "RPUSH"
       2) "l"
       3) "1"
       4) "2"
       5) "3"
       6) "4"
       7) "5"
       8) "6"
       9) "7"
      10) "8"
      11) "9"
      12) "10"
      13) "11"
      14) "12"
      15) "13"
      16) "14"
      17) "15"
      18) "16"
      19) "17"
      20) "18"
      21) "19"
      22) "20"
      23) "21"
      24) "22"
      25) "23"
      26) "24"
      27) "25"
      28) "26"
      29) "27"
      30) "28"
      31) "29"
      32) "... (6 more arguments)"
   5) "127.0.0.1:..."
   6) "me"
> CONFIG SET requirepass secret
OK
> AUTH secret
OK
> SLOWLOG GET 2
1) 1) (integer) 0..1000
   2) (integer) 1700000000..99999999999
   3) (integer) 0..1000000
   4) 1) "AUTH"
      2) "(redacted)"
   5) "127.0.0.1:..."
   6) "me"
2) 1) (integer) 0..1000
   2) (integer) 1700000000..99999999999
   3) (integer) 0..1000000
   4) 1) "CONFIG"
      2) "SET"
      3) "requirepass"
      4) "(redacted)"
   5) "127.0.0.1:..."
   6) "me"
> CONFIG SET requirepass ""
OK
> CONFIG SET slowlog-log-slower-than -1
OK
> SLOWLOG RESET
OK
> PING
PONG
> SLOWLOG LEN
(integer) 0
> CONFIG SET slowlog-log-slower-than 0 slowlog-max-len 2
OK
> PING
PONG
> PING
PONG
> PING
PONG
> SLOWLOG LEN
(integer) 2
> SLOWLOG GET -1
1) ...
2) ...
> SLOWLOG GET 0
(empty array)
> SLOWLOG GET -2
(error) ERR count should be greater than or equal to -1
> SLOWLOG GET abc
(error) ERR count should be greater than or equal to -1
> SLOWLOG GET 1 2
(error) ERR unknown subcommand or wrong number of arguments for 'GET'. Try SLOWLOG HELP.
> SLOWLOG NOSUCH
(error) ERR unknown subcommand 'NOSUCH'. Try SLOWLOG HELP.
> SLOWLOG
(error) ERR wrong number of arguments for 'slowlog' command
> SLOWLOG LEN x
(error) ERR wrong number of arguments for 'slowlog|len' command

# A command that waits is no slow command, and stands here once, when it has been answered.
> CONFIG SET slowlog-log-slower-than 0 slowlog-max-len 128
OK
w> PING
PONG
> SLOWLOG RESET
OK
!raw w "BLPOP awaited 0\r\n"
(nothing)
> SLOWLOG GET 3
1) (any)
2) (any)
3) 1) (any)
   2) (any)
   3) (any)
   4) 1) "SLOWLOG"
      2) "RESET"
   5) "127.0.0.1:..."
   6) "me"
> RPUSH awaited v
(integer) 1
w: 1) "awaited"
   2) "v"
> SLOWLOG GET 1
1) 1) (any)
   2) (any)
   3) (any)
   4) 1) "BLPOP"
      2) "awaited"
      3) "0"
   5) "127.0.0.1:..."
   6) ""
w> BLPOP awaited 0.05
(nil)
> SLOWLOG GET 1
1) 1) (any)
   2) (any)
   3) (any)
   4) 1) "BLPOP"
      2) "awaited"
      3) "0.05"
   5) "127.0.0.1:..."
   6) ""
> CONFIG SET slowlog-log-slower-than -1
OK
