# RESP2 clients let their invalidations go to a subscriber.
!let r = r> CLIENT ID
r> SUBSCRIBE __redis__:invalidate
1) "subscribe"
2) "__redis__:invalidate"
3) (integer) 1
d> CLIENT TRACKING on REDIRECT $r
OK
d> CLIENT GETREDIR
(integer) $r
d> GET a
(nil)
b> SET a 5
OK
r: 1) "message"
   2) "__redis__:invalidate"
   3) 1) "a"
b> SET a 6
OK
r: (nothing)
d> GET a
"6"
b> FLUSHDB
OK
r: 1) "message"
   2) "__redis__:invalidate"
   3) (nil)
d> CLIENT TRACKINGINFO
1) "flags"
2) 1) "on"
3) "redirect"
4) (integer) $r
5) "prefixes"
6) (empty array)

# The subscriber goes.
r> QUIT
OK
r: (closed)
d> GET a
(nil)
b> SET a 7
OK
d> CLIENT TRACKINGINFO
1) "flags"
2) 1) "on"
   2) "broken_redirect"
3) "redirect"
4) (integer) $r
5) "prefixes"
6) (empty array)
d> CLIENT INFO
id=... flags=tR ... redir=$r ...

# RESP3 hears of it.
!resp 3 e
!let s = s> CLIENT ID
s> SUBSCRIBE __redis__:invalidate
1) "subscribe"
2) "__redis__:invalidate"
3) (integer) 1
e> CLIENT TRACKING on REDIRECT $s
OK
s> QUIT
OK
s: (closed)
e> GET a
"7"
b> SET a 8
OK
e: 1> "tracking-redir-broken"
   2> (integer) $s
