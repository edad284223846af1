!config appendonly yes

# Streams: IDs are spelled out, and trimming is exact.
> XADD x 1-1 f v
"1-1"
> XADD x 1-* f v
"1-2"
> XADD x MAXLEN ~ 100 2-1 f v
"2-1"
> XADD x MAXLEN = 2 LIMIT 0 2-2 f v
(error) ERR syntax error, LIMIT cannot be used without the special ~ option
> XADD x MAXLEN 2 2-2 f v
"2-2"
> XADD x MINID ~ 1 3-1 f v
"3-1"
> XADD x NOMKSTREAM 3-2 f v
"3-2"
> XADD missing NOMKSTREAM 3-2 f v
(nil)
> XTRIM x MAXLEN ~ 100
(integer) 0
> XTRIM x MAXLEN 3
(integer) 1
> XTRIM x MAXLEN 3
(integer) 0
> XTRIM x MINID 2-2
(integer) 0
> XDEL x 2-2
(integer) 1
> XDEL x 2-2
(integer) 0
> XSETID x 9-9
OK
!effects
SELECT 0
XADD x 1-1 f v
XADD x 1-2 f v
XADD x MAXLEN = 3 2-1 f v
XADD x MAXLEN 2 2-2 f v
XADD x MINID = ... 3-1 f v
XADD x NOMKSTREAM 3-2 f v
XTRIM x MAXLEN 3
XDEL x 2-2
XSETID x 9-9
!repeat 250 > XADD long $i-1 f v
"250-1"
!effects
...
> XTRIM long MAXLEN ~ 120
(integer) 100
> XADD long MAXLEN ~ 30 900-1 f v
"900-1"
> XADD long MINID ~ 220 901-1 f v
"901-1"
!effects
XTRIM long MAXLEN = 150
XADD long MAXLEN = 51 900-1 f v
XADD long MINID = 201-1 901-1 f v

# Groups and what is pending in them.
> DEL x
(integer) 1
> XADD x 1-1 f v
"1-1"
> XADD x 2-1 f v
"2-1"
> XADD x 3-1 f v
"3-1"
> XADD x 4-1 f v
"4-1"
> XGROUP CREATE x g $
OK
> XGROUP SETID x g 0
OK
> XGROUP CREATECONSUMER x g me
(integer) 1
> XGROUP CREATECONSUMER x g me
(integer) 0
!effects
DEL x
XADD x 1-1 f v
XADD x 2-1 f v
XADD x 3-1 f v
XADD x 4-1 f v
XGROUP CREATE x g $
XGROUP SETID x g 0
XGROUP CREATECONSUMER x g me
> XREADGROUP GROUP g me COUNT 2 STREAMS x >
1) 1) "x"
   2) 1) 1) "1-1"
         2) 1) "f"
            2) "v"
      2) 1) "2-1"
         2) 1) "f"
            2) "v"
!effects
MULTI
XCLAIM x g me 0 1-1 TIME ... RETRYCOUNT 1 FORCE JUSTID LASTID 1-1
XCLAIM x g me 0 2-1 TIME ... RETRYCOUNT 1 FORCE JUSTID LASTID 2-1
XGROUP SETID x g 2-1 ENTRIESREAD 2
EXEC
> XREADGROUP GROUP g me STREAMS x 0
1) 1) "x"
   2) 1) 1) "1-1"
         2) 1) "f"
            2) "v"
      2) 1) "2-1"
         2) 1) "f"
            2) "v"
!effects
(nothing)
> XREADGROUP GROUP g you NOACK COUNT 1 STREAMS x >
1) 1) "x"
   2) 1) 1) "3-1"
         2) 1) "f"
            2) "v"
!effects
MULTI
XGROUP CREATECONSUMER x g you
XGROUP SETID x g 3-1 ENTRIESREAD 3
EXEC
> XREADGROUP GROUP g third STREAMS x >
1) 1) "x"
   2) 1) 1) "4-1"
         2) 1) "f"
            2) "v"
> XREADGROUP GROUP g third STREAMS x >
(nil)
!effects
MULTI
XCLAIM x g third 0 4-1 TIME ... RETRYCOUNT 1 FORCE JUSTID LASTID 4-1
XGROUP SETID x g 4-1 ENTRIESREAD 4
EXEC
> XCLAIM x g third 0 1-1 2-1
1) 1) "1-1"
   2) 1) "f"
      2) "v"
2) 1) "2-1"
   2) 1) "f"
      2) "v"
> XCLAIM x g third 99999999 1-1
(empty array)
> XCLAIM x g third 0 1-1 JUSTID
1) "1-1"
> XCLAIM x g third 0 1-1 LASTID 9-1
1) 1) "1-1"
   2) 1) "f"
      2) "v"
> XCLAIM x g third 99999999 1-1 LASTID 10-1
(empty array)
!effects
MULTI
XCLAIM x g third 0 1-1 TIME ... RETRYCOUNT 3 FORCE JUSTID LASTID 4-1
XCLAIM x g third 0 2-1 TIME ... RETRYCOUNT 3 FORCE JUSTID LASTID 4-1
EXEC
XCLAIM x g third 0 1-1 TIME ... RETRYCOUNT 3 FORCE JUSTID LASTID 4-1
XCLAIM x g third 0 1-1 TIME ... RETRYCOUNT 4 FORCE JUSTID LASTID 9-1
XGROUP SETID x g 10-1 ENTRIESREAD 4
> XDEL x 1-1
(integer) 1
> XAUTOCLAIM x g me 0 0
1) "0-0"
2) 1) 1) "2-1"
      2) 1) "f"
         2) "v"
   2) 1) "4-1"
      2) 1) "f"
         2) "v"
3) 1) "1-1"
!effects
XDEL x 1-1
MULTI
XCLAIM x g third 0 1-1 TIME ... RETRYCOUNT 4 FORCE JUSTID LASTID 10-1
XCLAIM x g me 0 2-1 TIME ... RETRYCOUNT 4 FORCE JUSTID LASTID 10-1
XCLAIM x g me 0 4-1 TIME ... RETRYCOUNT 2 FORCE JUSTID LASTID 10-1
EXEC
> XACK x g 2-1 9-9
(integer) 1
> XACK x g 9-9
(integer) 0
> XGROUP DELCONSUMER x g third
(integer) 0
> XGROUP DELCONSUMER x g nobody
(integer) 0
> XGROUP DESTROY x g
(integer) 1
> XGROUP DESTROY x g
(integer) 0
!effects
XACK x g 2-1 9-9
XGROUP DELCONSUMER x g third
XGROUP DESTROY x g

# One who waited for a message.
> XGROUP CREATE y g $ MKSTREAM
OK
b> XREADGROUP GROUP g b BLOCK 0 STREAMS y >
> XADD y 1-1 f v
"1-1"
b: 1) 1) "y"
      2) 1) 1) "1-1"
            2) 1) "f"
               2) "v"
!effects
XGROUP CREATE y g $ MKSTREAM
XADD y 1-1 f v
MULTI
XCLAIM y g b 0 1-1 TIME ... RETRYCOUNT 1 FORCE JUSTID LASTID 1-1
XGROUP SETID y g 1-1 ENTRIESREAD 1
EXEC

# Who reads without acknowledging is made elsewhere too, also when there was nothing to read.
> XGROUP CREATE idle g $ MKSTREAM
OK
> XREADGROUP GROUP g nobody NOACK STREAMS idle >
(nil)
> XREADGROUP GROUP g silent STREAMS idle >
(nil)
!effects
XGROUP CREATE idle g $ MKSTREAM
XGROUP CREATECONSUMER idle g nobody
