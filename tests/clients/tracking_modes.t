# CLIENT TRACKING in every mode, with several listeners; who is told of what, and in what shape.
!resp 3 a
!resp 3 b

# BCAST: one message a prefix with all that has changed, sent when the turn of the loop is over.
a> CLIENT TRACKING ON BCAST PREFIX user: PREFIX item:
OK
b> CLIENT TRACKING ON BCAST
OK
w> MULTI
OK
w> SET user:1 x
QUEUED
w> SET item:1 x
QUEUED
w> SET other x
QUEUED
w> SET user:1 y
QUEUED
w> DEL item:2
QUEUED
w> EXEC
1) OK
2) OK
3) OK
4) OK
5) (integer) 0
a: (any)
a: (any)
a: (nothing)
b: 1> "invalidate"
   2> (in any order)
      1) "item:1"
      2) "other"
      3) "user:1"
b: (nothing)
a> GET user:1
"y"
w> SET user:1 z
OK
a: 1> "invalidate"
   2> 1) "user:1"
b: 1> "invalidate"
   2> 1) "user:1"
w> DEL user:1 item:1 user:none
(integer) 2
a: (any)
a: (any)
a: (nothing)
b: 1> "invalidate"
   2> (in any order)
      1) "user:1"
      2) "item:1"

# More prefixes can be added, none that lies within another or around it.
a> CLIENT TRACKING ON BCAST PREFIX user:1
(error) ERR Prefix 'user:1' overlaps with an existing prefix 'user:'. Prefixes for a single client must not overlap.
a> CLIENT TRACKING ON BCAST PREFIX u
(error) ERR Prefix 'u' overlaps with an existing prefix 'user:'. Prefixes for a single client must not overlap.
a> CLIENT TRACKING ON BCAST PREFIX user:
(error) ERR Prefix 'user:' overlaps with an existing prefix 'user:'. Prefixes for a single client must not overlap.
a> CLIENT TRACKING ON BCAST
OK
a> CLIENT TRACKING ON BCAST PREFIX order: PREFIX ordered PREFIX order
(error) ERR Prefix 'order:' overlaps with an existing prefix ''. Prefixes for a single client must not overlap.
a> CLIENT TRACKING ON BCAST PREFIX ""
(error) ERR Prefix '' overlaps with an existing prefix ''. Prefixes for a single client must not overlap.
a> CLIENT TRACKING ON BCAST PREFIX order: PREFIX x
(error) ERR Prefix 'order:' overlaps with an existing prefix ''. Prefixes for a single client must not overlap.
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "bcast"
2# "redirect" => (integer) 0
3# "prefixes" => 
   1) ""
   2) "item:"
   3) "user:"
w> MSET order:1 a xyz b user:1 c none d
OK
a: (any)
a: (any)
a: (nothing)
b: (any)
b> CLIENT TRACKING ON BCAST PREFIX some
(error) ERR Prefix 'some' overlaps with an existing prefix ''. Prefixes for a single client must not overlap.
b> CLIENT TRACKING ON BCAST
OK
b> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "bcast"
2# "redirect" => (integer) 0
3# "prefixes" => 1) ""
b> CLIENT TRACKING OFF
OK
b> CLIENT TRACKINGINFO
1# "flags" => 1~ "off"
2# "redirect" => (integer) -1
3# "prefixes" => (empty array)
a> CLIENT TRACKING OFF
OK
w> INFO stats
...
tracking_total_keys:0
tracking_total_items:0
tracking_total_prefixes:0
...

# NOLOOP with BCAST: what others changed in the same turn is told all the same.
a> CLIENT TRACKING ON BCAST NOLOOP
OK
b> CLIENT TRACKING ON BCAST
OK
a> SET mine 1
OK
a: (nothing)
b: 1> "invalidate"
   2> 1) "mine"
b> SET hers 1
OK
b: 1> "invalidate"
   2> 1) "hers"
a: 1> "invalidate"
   2> 1) "hers"
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "bcast"
   3~ "noloop"
2# "redirect" => (integer) 0
3# "prefixes" => 1) ""
a> MULTI
OK
a> SET mine 2
QUEUED
a> FLUSHALL
QUEUED
a> EXEC
1) OK
2) OK
a: (any)
b: (any)
b: (any)
a> CLIENT TRACKING OFF
OK
b> CLIENT TRACKING OFF
OK

# BCAST in RESP2 goes by REDIRECT as well, and several may redirect to one.
!let r = r> CLIENT ID
r> SUBSCRIBE __redis__:invalidate
1) "subscribe"
2) "__redis__:invalidate"
3) (integer) 1
c> CLIENT TRACKING ON BCAST PREFIX c: REDIRECT $r
OK
d> CLIENT TRACKING ON REDIRECT $r
OK
d> GET d
(nil)
w> MSET c:1 a d b e f
OK
r: (any)
r: (any)
r: (nothing)
c> CLIENT TRACKINGINFO
1) "flags"
2) 1) "on"
   2) "bcast"
3) "redirect"
4) (integer) $r
5) "prefixes"
6) 1) "c:"
c> CLIENT GETREDIR
(integer) $r
c> CLIENT LIST ID $r
id=$r addr=... flags=P db=0 sub=1 ... redir=-1 resp=2 ...
w> FLUSHALL
OK
r: (any)
r: (any)
r: (nothing)
r> UNSUBSCRIBE __redis__:invalidate
1) "unsubscribe"
2) "__redis__:invalidate"
3) (integer) 0
d> GET d
(nil)
w> SET d 1
OK
r: (nothing)
r> PING
PONG
d> CLIENT TRACKINGINFO
1) "flags"
2) 1) "on"
3) "redirect"
4) (integer) $r
5) "prefixes"
6) (empty array)
r> PSUBSCRIBE __redis__:*
1) "psubscribe"
2) "__redis__:*"
3) (integer) 1
d> GET d
"1"
w> SET d 2
OK
r: 1) "message"
   2) "__redis__:invalidate"
   3) 1) "d"
w> PUBLISH __redis__:invalidate text
(integer) 1
r: 1) "pmessage"
   2) "__redis__:*"
   3) "__redis__:invalidate"
   4) "text"
r> PUNSUBSCRIBE
1) "punsubscribe"
2) "__redis__:*"
3) (integer) 0

# To a RESP3 client without any subscription they come as pushes; on its way out of the protocol nothing comes.
!resp 3 p
!let p = p> CLIENT ID
d> CLIENT TRACKING ON REDIRECT $p
OK
d> GET d
"2"
w> SET d 3
OK
p: 1> "invalidate"
   2> 1) "d"
p> HELLO 2
(any)
d> GET d
"3"
w> SET d 4
OK
p: (nothing)
d> CLIENT TRACKINGINFO
1) "flags"
2) 1) "on"
3) "redirect"
4) (integer) $p
5) "prefixes"
6) (empty array)
p> HELLO 3
(any)
d> GET d
"4"
w> SET d 5
OK
p: 1> "invalidate"
   2> 1) "d"

# The one they went to is gone: said with every key that cannot be told, until tracking is told anew.
!resp 3 d
d> CLIENT TRACKINGINFO
1# "flags" => 1~ "on"
2# "redirect" => (integer) $p
3# "prefixes" => (empty array)
p> QUIT
OK
p: (closed)
d> GET d
"5"
w> SET d 6
OK
d: 1> "tracking-redir-broken"
   2> (integer) $p
d> GET d
"6"
w> SET d 7
OK
d: 1> "tracking-redir-broken"
   2> (integer) $p
d> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "broken_redirect"
2# "redirect" => (integer) $p
3# "prefixes" => (empty array)
d> CLIENT GETREDIR
(integer) $p
d> CLIENT TRACKING ON REDIRECT $r
OK
d> CLIENT TRACKINGINFO
1# "flags" => 1~ "on"
2# "redirect" => (integer) $r
3# "prefixes" => (empty array)
d> CLIENT TRACKING ON
OK
d> CLIENT TRACKINGINFO
1# "flags" => 1~ "on"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
d> CLIENT GETREDIR
(integer) 0
d> CLIENT TRACKING OFF
OK

# OPTIN: CACHING YES is for the next command, or for a whole transaction; OPTOUT: CACHING NO likewise.
a> CLIENT TRACKING ON OPTIN
OK
w> MSET k1 1 k2 2 k3 3
OK
a> CLIENT CACHING YES
OK
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "optin"
   3~ "caching-yes"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> MGET k1 k2
1) "1"
2) "2"
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "optin"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> GET k3
"3"
w> MSET k1 1 k2 2 k3 3
OK
a: 1> "invalidate"
   2> 1) "k1"
a: 1> "invalidate"
   2> 1) "k2"
a: (nothing)
a> CLIENT CACHING YES
OK
a> MULTI
OK
a> GET k1
QUEUED
a> GET k2
QUEUED
a> EXEC
1) "1"
2) "2"
a> GET k3
"3"
w> MSET k1 1 k2 2 k3 3
OK
a: 1> "invalidate"
   2> 1) "k1"
a: 1> "invalidate"
   2> 1) "k2"
a: (nothing)
a> MULTI
OK
a> CLIENT CACHING YES
QUEUED
a> GET k1
QUEUED
a> GET k2
QUEUED
a> EXEC
1) OK
2) "1"
3) "2"
w> MSET k1 1 k2 2 k3 3
OK
a: 1> "invalidate"
   2> 1) "k1"
a: 1> "invalidate"
   2> 1) "k2"
a: (nothing)
a> CLIENT CACHING YES
OK
a> EVAL "return {redis.call('GET','k1'), redis.call('GET','k2')}" 0
1) "1"
2) "2"
w> MSET k1 1 k2 2 k3 3
OK
a: 1> "invalidate"
   2> 1) "k1"
a: 1> "invalidate"
   2> 1) "k2"
a: (nothing)
a> CLIENT CACHING YES
OK
a> PING
PONG
a> GET k1
"1"
w> SET k1 1
OK
a: (nothing)
a> CLIENT CACHING YES
OK
a> CLIENT GETNAME
(nil)
a> GET k1
"1"
w> SET k1 1
OK
a: 1> "invalidate"
   2> 1) "k1"
a> CLIENT TRACKING OFF
OK
a> CLIENT TRACKING ON OPTOUT
OK
a> CLIENT CACHING NO
OK
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "optout"
   3~ "caching-no"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> GET k1
"1"
a> GET k2
"2"
w> MSET k1 1 k2 2
OK
a: 1> "invalidate"
   2> 1) "k2"
a: (nothing)
a> CLIENT CACHING NO
OK
a> MULTI
OK
a> GET k1
QUEUED
a> EXEC
1) "1"
a> GET k2
"2"
w> MSET k1 1 k2 2
OK
a: 1> "invalidate"
   2> 1) "k2"
a: (nothing)
a> CLIENT CACHING MAYBE
(error) ERR syntax error
a> CLIENT TRACKING ON OPTOUT NOLOOP
OK
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "optout"
   3~ "noloop"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> GET k1
"1"
a> SET k1 2
OK
a: (nothing)
a> CLIENT TRACKING ON OPTIN
(error) ERR You can't switch OPTIN/OPTOUT mode before disabling tracking for this client, and then re-enabling it with a different mode.
a> CLIENT TRACKING ON
OK
a> CLIENT TRACKINGINFO
1# "flags" => 1~ "on"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> RESET
RESET
a> CLIENT TRACKINGINFO
1) "flags"
2) 1) "off"
3) "redirect"
4) (integer) -1
5) "prefixes"
6) (empty array)
w> CLIENT CACHING YES
(error) ERR CLIENT CACHING can be called only when the client is in tracking mode with OPTIN or OPTOUT mode enabled

# One's own identity may be redirected to.
!let own = a> CLIENT ID
!resp 3 a
a> CLIENT TRACKING ON REDIRECT $own
OK
a> GET k1
"2"
w> SET k1 5
OK
a: 1> "invalidate"
   2> 1) "k1"
a> CLIENT TRACKINGINFO
1# "flags" => 1~ "on"
2# "redirect" => (integer) $own
3# "prefixes" => (empty array)
a> CLIENT TRACKING ON REDIRECT $own REDIRECT $own
(error) ERR A client can only redirect to a single other client
a> CLIENT TRACKING ON REDIRECT 0
(error) ERR The client ID you want redirect to does not exist
a> CLIENT TRACKING ON REDIRECT -1
(error) ERR The client ID you want redirect to does not exist
a> CLIENT TRACKING ON PREFIX
(error) ERR syntax error
a> CLIENT TRACKING ON BCAST PREFIX
(error) ERR syntax error
a> CLIENT TRACKING OFF BCAST PREFIX x
OK
