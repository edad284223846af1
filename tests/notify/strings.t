# Which events the commands of strings, bits and counting send, in which order; `new` and `keymiss` among them.
> CONFIG SET notify-keyspace-events EAmn
OK
a> PSUBSCRIBE __keyevent@*
1) "psubscribe"
2) "__keyevent@*"
3) (integer) 1
> SET s 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> SET s 2
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> SET s 3 EX 100
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "s"
> SET s 4 KEEPTTL
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> SET past v PXAT 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "past"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "past"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "past"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "past"
> SET s v PXAT 1
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expired"
   4) "s"
> SET s 4
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> SET s 5 NX
(nil)
> SET none 5 XX
(nil)
> SET s 6 GET
"4"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> SETNX s 1
(integer) 0
> SETNX s2 1
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s2"
> SETEX s3 100 v
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "s3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "s3"
> PSETEX s3 100000 v
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "s3"
> MSET s 1 m1 2
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m1"
> MSETNX m1 1 m2 2
(integer) 0
> MSETNX m3 1 m4 2
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "m4"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "m4"
> GETSET s 7
"1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "s"
> GETSET g 1
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "g"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "g"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "g"
> GETDEL g
"1"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "g"
> GETDEL g
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "g"
> GETEX s
"7"
> GETEX s EX 100
"7"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:expire"
   4) "s"
> GETEX s PERSIST
"7"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:persist"
   4) "s"
> GETEX s PERSIST
"7"
> GETEX s PXAT 1
"7"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "s"
> GET s
(nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "s"
> MGET s s2 t
1) (nil)
2) "1"
3) (nil)
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "s"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "t"
> STRLEN s
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "s"
> GETRANGE s 0 1
""
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "s"
> SUBSTR s 0 1
""
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "s"
> LCS s s2
""
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "s"
> APPEND ap x
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "ap"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:append"
   4) "ap"
> APPEND ap y
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:append"
   4) "ap"
> SETRANGE ap 0 z
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setrange"
   4) "ap"
> SETRANGE ap 0 ""
(integer) 2
> SETRANGE ap2 0 ""
(integer) 0
> SETRANGE ap3 1 x
(integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "ap3"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setrange"
   4) "ap3"
> INCR n
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "n"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrby"
   4) "n"
> DECR n
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrby"
   4) "n"
> INCRBY n 5
(integer) 5
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrby"
   4) "n"
> DECRBY n 5
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrby"
   4) "n"
> INCRBYFLOAT n 1.5
"1.5"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:incrbyfloat"
   4) "n"
> INCR ap
(error) ERR value is not an integer or out of range
> SETBIT bit 1 1
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "bit"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setbit"
   4) "bit"
> SETBIT bit 1 1
(integer) 1
> SETBIT bit2 1 0
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "bit2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setbit"
   4) "bit2"
> BITFIELD bf SET u8 0 1
1) (integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "bf"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setbit"
   4) "bf"
> BITFIELD bf GET u8 0
1) (integer) 1
> BITFIELD bf INCRBY u8 0 1
1) (integer) 2
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:setbit"
   4) "bf"
> BITFIELD_RO bf GET u8 0
1) (integer) 2
> BITFIELD nobf GET u8 0
1) (integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "nobf"
> BITOP AND bo bit bf
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "bo"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:set"
   4) "bo"
> BITOP AND bo none none2
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none2"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:del"
   4) "bo"
> BITOP OR bo none none2
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none2"
> GETBIT none 1
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> BITCOUNT none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> BITPOS none 1
(integer) -1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
> PFADD p a
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "p"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:pfadd"
   4) "p"
> PFADD p a
(integer) 0
> PFCOUNT p
(integer) 1
> PFADD q b
(integer) 1
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "q"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:pfadd"
   4) "q"
> PFMERGE r p q
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "r"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:new"
   4) "r"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:pfadd"
   4) "r"
> PFMERGE r none
OK
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:pfadd"
   4) "r"
> PFCOUNT none
(integer) 0
a: 1) "pmessage"
   2) "__keyevent@*"
   3) "__keyevent@0__:keymiss"
   4) "none"
a: (nothing)
