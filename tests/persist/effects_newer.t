!skip oracle
!config appendonly yes

# Commands newer than Redis 8.0: what was decided is not asked again, what was chosen is named.
> SET k v IFNE x
OK
> SET k w IFEQ v EX 100
OK
> SET k w IFEQ zzz
(nil)
> SET k w IFDNE 0000000000000000 KEEPTTL
OK
> DELEX k IFEQ x
(integer) 0
> DELEX k IFEQ w
(integer) 1
> SET k v
OK
> DELIFEQ k v
(integer) 1
> MSETEX 2 a 1 b 2 NX PX 100000
(integer) 1
> MSETEX 2 a 1 b 2 NX
(integer) 0
> MSETEX 2 a 1 b 2 KEEPTTL
(integer) 1
> INCREX n BYINT 5 UBOUND 100
1) (integer) 5
2) (integer) 5
> INCREX n BYINT 500 UBOUND 100
1) (integer) 5
2) (integer) 0
> INCREX n BYINT 500 UBOUND 100 SATURATE EX 100
1) (integer) 100
2) (integer) 95
> INCREX n BYFLOAT 0.5 PERSIST
1) "100.5"
2) "0.5"
!effects
SELECT 0
SET k v
SET k w PXAT ...
SET k w KEEPTTL
DEL k
SET k v
DEL k
MSETEX 2 a 1 b 2 PXAT ...
MSETEX 2 a 1 b 2 KEEPTTL
SET n 5 KEEPTTL
SET n 100 PXAT ...
SET n 100.5
> RPUSH src 1 2 3 4 5
(integer) 5
> LMOVEM src dst LEFT RIGHT COUNT 2 BULK
1) "1"
2) "2"
> LMOVEM src dst LEFT RIGHT EXACTLY 20 BULK
(nil)
> LMOVEM src dst LEFT LEFT
1) "3"
> BLMOVEM src dst LEFT LEFT 0 COUNT 5 OBO
1) "5"
2) "4"
!effects
RPUSH src 1 2 3 4 5
LMOVEM src dst LEFT RIGHT COUNT 2 BULK
LMOVEM src dst LEFT LEFT COUNT 1 OBO
LMOVEM src dst LEFT LEFT COUNT 2 OBO
> XADD s IDMP p i 1-1 f v
(error) ERR IDMP/IDMPAUTO can be used only with auto-generated IDs
> XADD s IDMP p i * f v
"...-0"
> XADD s IDMP p i * f v
"...-0"
> XCFGSET s IDMP-DURATION 500
OK
> XADD s 9999999999999-1 f v
"9999999999999-1"
> XADD s 9999999999999-2 f v
"9999999999999-2"
> XDELEX s IDS 1 9999999999999-2
1) (integer) 1
> XDELEX s IDS 1 9999999999999-2
1) (integer) -1
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g c COUNT 1 STREAMS s >
1) 1) "s"
   2) 1) 1) "...-0"
         2) 1) "f"
            2) "v"
> XNACK s g FAIL IDS 1 5-5
(integer) 0
!effects
MULTI
XADD s ...-0 f v
XIDMPRECORD s p i ...-0
EXEC
XCFGSET s IDMP-DURATION 500
XADD s 9999999999999-1 f v
XADD s 9999999999999-2 f v
XDELEX s IDS 1 9999999999999-2
XGROUP CREATE s g 0
MULTI
XCLAIM s g c 0 ...-0 TIME ... RETRYCOUNT 1 FORCE JUSTID LASTID ...-0
XGROUP SETID s g ...-0 ENTRIESREAD -1
EXEC
