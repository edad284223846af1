# Nobody learns from an invalidation the name of a key that his user may not touch, unless he has read it. Redis tells all.
!skip oracle
> ACL SETUSER bee on nopass ~bee:* %R~shared:* %W~drop:* +@all -debug
OK
> ACL SETUSER two on nopass +@all (~two:*) (~bee:secret +get)
OK
!resp 3 b
b> AUTH bee x
OK
b> CLIENT TRACKING ON BCAST
OK
w> MSET bee:1 x other x shared:1 x drop:1 x
OK
b: 1> "invalidate"
   2> (in any order)
      1) "bee:1"
      2) "shared:1"
      3) "drop:1"
w> MSET other y hidden z
OK
b: (nothing)
!resp 3 t
t> AUTH two x
OK
t> CLIENT TRACKING ON BCAST PREFIX bee: PREFIX two:
OK
w> MSET bee:1 x bee:secret x two:1 x
OK
t: (any)
t: (any)
t: (nothing)
b: 1> "invalidate"
   2> (in any order)
      1) "bee:1"
      2) "bee:secret"
t> CLIENT TRACKING OFF
OK

# NOLOOP and rights together.
b> CLIENT TRACKING OFF
OK
b> CLIENT TRACKING ON BCAST NOLOOP
OK
b> SET bee:1 own
OK
w> MSET other x bee:2 x
OK
b: 1> "invalidate"
   2> 1) "bee:2"
b: (nothing)

# A flush names no key.
w> FLUSHALL
OK
b: 1> "invalidate"
   2> (nil)

# Rights that change count from then on.
w> ACL SETUSER bee ~other
OK
w> SET other x
OK
b: 1> "invalidate"
   2> 1) "other"
w> ACL SETUSER bee resetkeys
OK
w> MSET other x bee:1 x
OK
b: (nothing)
w> ACL SETUSER bee ~bee:*
OK
b> CLIENT TRACKING OFF
OK

# Who is redirected to has not read the key, but whoever reads may let others know what they may know themselves.
!let b = b> CLIENT ID
a> CLIENT TRACKING ON REDIRECT $b
OK
a> MGET bee:1 other
1) "x"
2) "x"
w> MSET other y bee:1 y
OK
b: 1> "invalidate"
   2> 1) "bee:1"
b: (nothing)
a> CLIENT TRACKING OFF
OK
a> CLIENT TRACKING ON REDIRECT $b BCAST
OK
w> MSET other y bee:1 y
OK
b: 1> "invalidate"
   2> 1) "bee:1"
b: (nothing)

# One's own reading goes on being told, whatever became of one's rights; what was refused was not read.
!resp 3 c
c> AUTH bee x
OK
c> CLIENT TRACKING ON
OK
c> GET other
(error) NOPERM No permissions to access a key
c> GET bee:1
"y"
w> ACL SETUSER bee resetkeys
OK
w> MSET other z bee:1 z
OK
c: 1> "invalidate"
   2> 1) "bee:1"
c: (nothing)
