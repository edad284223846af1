# HOTKEYS TOP needs no session: a part of all commands is looked at always; here it is every command.
!skip oracle

> HOTKEYS TOP
(empty array)
> CONFIG GET hotkeys-sampling-percentage
1) "hotkeys-sampling-percentage"
2) "1"
> CONFIG SET hotkeys-sampling-percentage 100
OK
!repeat 50 > SET hot $i
!repeat 20 > GET warm
> MGET hot warm missing
1) "50"
2) (nil)
3) (nil)
> SELECT 1
OK
!repeat 30 > GET hot
> HOTKEYS TOP
1) 1) "key"
   2) "hot"
   3) "db"
   4) (integer) 0
   5) "hits"
   6) (integer) 51
2) 1) "key"
   2) "hot"
   3) "db"
   4) (integer) 1
   5) "hits"
   6) (integer) 30
3) 1) "key"
   2) "warm"
   3) "db"
   4) (integer) 0
   5) "hits"
   6) (integer) 21
4) 1) "key"
   2) "missing"
   3) "db"
   4) (integer) 0
   5) "hits"
   6) (integer) 1
!resp 3
> HOTKEYS TOP COUNT 1
1) 1# "key" => "hot"
   2# "db" => (integer) 0
   3# "hits" => (integer) 51
!resp 2

# 0 stops the counting.
> CONFIG SET hotkeys-sampling-percentage 0
OK
!repeat 100 > GET hot
> HOTKEYS TOP COUNT 1
1) 1) "key"
   2) "hot"
   3) "db"
   4) (integer) 0
   5) "hits"
   6) (integer) 51

# What is sampled stands for the rest: of 20000 commands one in a hundred is counted as a hundred.
> CONFIG SET hotkeys-sampling-percentage 1
OK
!repeat 20000 > GET busy
> HOTKEYS TOP COUNT 1
1) 1) "key"
   2) "busy"
   3) "db"
   4) (integer) 1
   5) "hits"
   6) (integer) 13000..27000

# More names than there are places: the heavy ones stay.
> CONFIG SET hotkeys-sampling-percentage 100
OK
!repeat 3000 > MGET heavy light:$i
> HOTKEYS TOP COUNT 2
1) 1) "key"
   2) "busy"
   3) ...
   4) ...
   5) ...
   6) ...
2) 1) "key"
   2) "heavy"
   3) "db"
   4) (integer) 1
   5) "hits"
   6) (integer) 2900..3200
