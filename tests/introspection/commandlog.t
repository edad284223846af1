# COMMANDLOG keeps slow commands, large requests and large replies, each kind in a log of its own.
!skip oracle

> COMMANDLOG LEN slow
(integer) 0
> COMMANDLOG LEN large-request
(integer) 0
> COMMANDLOG LEN large-reply
(integer) 0
> CONFIG SET commandlog-reply-larger-than 100
OK
> CONFIG SET commandlog-request-larger-than 100
OK
> CLIENT SETNAME me
OK

# The value is the size of the request as it came over the wire: *3 $3 SET $1 k $150 and 150 letters.
> SET k "x" * 150
OK
> COMMANDLOG GET -1 large-request
1) 1) (integer) 0
   2) (integer) 1700000000..99999999999
   3) (integer) 178
   4) 1) "SET"
      2) "k"
      3) "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... (22 more bytes)"
   5) "127.0.0.1:..."
   6) "me"
> COMMANDLOG LEN large-reply
(integer) 1

# The reply of the question above was large itself; $150, the letters and line ends are 158 bytes.
> COMMANDLOG RESET large-reply
OK
> GET k
"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
> COMMANDLOG GET 1 large-reply
1) 1) (integer) 1
   2) (integer) 1700000000..99999999999
   3) (integer) 158
   4) 1) "GET"
      2) "k"
   5) "127.0.0.1:..."
   6) "me"
> COMMANDLOG LEN large-request
(integer) 1

# Arguments beyond the 32nd are counted, numbers go on after a RESET.
> COMMANDLOG RESET large-request
OK
> DEL 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
(integer) 0
> COMMANDLOG GET 5 large-request
1) 1) (integer) 1
   2) (integer) 1700000000..99999999999
   3) (integer) 285
   4)  1) "DEL"
       2) "1"
       3) "2"
       4) "3"
       5) "4"
       6) "5"
       7) "6"
       8) "7"
       9) "8"
      10) "9"
      11) "10"
      12) "11"
      13) "12"
      14) "13"
      15) "14"
      16) "15"
      17) "16"
      18) "17"
      19) "18"
      20) "19"
      21) "20"
      22) "21"
      23) "22"
      24) "23"
      25) "24"
      26) "25"
      27) "26"
      28) "27"
      29) "28"
      30) "29"
      31) "30"
      32) "... (5 more arguments)"
   5) "127.0.0.1:..."
   6) "me"

# A transaction's commands count one by one, with their own sizes.
> COMMANDLOG RESET large-request
OK
> MULTI
OK
> SET k "y" * 120
QUEUED
> GET short
QUEUED
> EXEC
1) OK
2) (nil)
> COMMANDLOG LEN large-request
(integer) 1

# A threshold of -1 ends the noting, a length of 0 too; 0 notes everything, the question itself included.
> COMMANDLOG RESET large-request
OK
> CONFIG SET commandlog-request-larger-than -1
OK
> SET k "x" * 1000
OK
> COMMANDLOG LEN large-request
(integer) 0
> CONFIG SET commandlog-request-larger-than 0 commandlog-large-request-max-len 0
OK
> SET k "x" * 1000
OK
> COMMANDLOG LEN large-request
(integer) 0
> CONFIG SET commandlog-large-request-max-len 2
OK
!repeat 10 > SET k $i
> COMMANDLOG LEN large-request
(integer) 2
> CONFIG SET commandlog-request-larger-than -2
(error) ERR CONFIG SET failed (possibly related to argument 'commandlog-request-larger-than') - argument must be between -1 and 9223372036854775807 inclusive

# The slow log is SLOWLOG's, under both names, and so are its settings.
> CONFIG SET commandlog-execution-slower-than 0
OK
> COMMANDLOG RESET slow
OK
> GET nothing
(nil)
> SLOWLOG GET 1
1) 1) (any)
   2) (any)
   3) (any)
   4) 1) "GET"
      2) "nothing"
   5) (any)
   6) "me"
> CONFIG GET slowlog-log-slower-than
1) "slowlog-log-slower-than"
2) "0"
> CONFIG GET commandlog-slow-execution-max-len
1) "commandlog-slow-execution-max-len"
2) "128"
> SLOWLOG RESET
OK
> COMMANDLOG GET 1 slow
1) 1) (any)
   2) (any)
   3) (any)
   4) 1) "SLOWLOG"
      2) "RESET"
   5) (any)
   6) "me"

# Passwords are not kept.
> CONFIG SET commandlog-large-request-max-len 128
OK
> COMMANDLOG RESET large-request
OK
> ACL SETUSER somebody >secret
OK
> COMMANDLOG GET 1 large-request
1) 1) (any)
   2) (any)
   3) (any)
   4) 1) "ACL"
      2) "SETUSER"
      3) "somebody"
      4) "(redacted)"
   5) (any)
   6) "me"
