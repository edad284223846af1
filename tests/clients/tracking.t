# Client-side caching: CLIENT TRACKING in RESP3.
!resp 3 a
a> CLIENT TRACKINGINFO
1# "flags" => 1~ "off"
2# "redirect" => (integer) -1
3# "prefixes" => (empty array)
a> CLIENT GETREDIR
(integer) -1
a> CLIENT TRACKING on
OK
a> CLIENT TRACKINGINFO
1# "flags" => 1~ "on"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> CLIENT GETREDIR
(integer) 0
a> GET k
(nil)
b> SET k 1
OK
a: 1> "invalidate"
   2> 1) "k"
b> SET k 2
OK
a: (nothing)
a> MGET k l m
1) "2"
2) (nil)
3) (nil)
b> MSET k 1 l 2
OK
a: 1> "invalidate"
   2> 1) "k"
a: 1> "invalidate"
   2> 1) "l"
a> GET k
"1"
b> DEL k
(integer) 1
a: 1> "invalidate"
   2> 1) "k"
a> GET k
(nil)
b> RPUSH k a
(integer) 1
a: 1> "invalidate"
   2> 1) "k"
a> LRANGE k 0 -1
1) "a"
b> EXPIRE k 100
(integer) 1
a: 1> "invalidate"
   2> 1) "k"
a> EXISTS k
(integer) 1
b> RENAME k k2
OK
a: 1> "invalidate"
   2> 1) "k"
a> GET k
(nil)
b> FLUSHALL
OK
a: 1> "invalidate"
   2> (nil)
a> GET k
(nil)
b> FLUSHDB
OK
a: 1> "invalidate"
   2> (nil)

# One's own writes are reported too, behind their reply, unless NOLOOP.
a> GET k
(nil)
a> SET k 3
OK
a: 1> "invalidate"
   2> 1) "k"
a> CLIENT TRACKING off
OK
a> CLIENT TRACKING on NOLOOP
OK
a> GET k
"3"
a> SET k 4
OK
a: (nothing)
a> GET k
"4"
b> SET k 5
OK
a: 1> "invalidate"
   2> 1) "k"
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "noloop"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> CLIENT TRACKING off
OK
b> SET k 6
OK
a: (nothing)

# What a key's time does is a change.
a> CLIENT TRACKING on
OK
b> SET t v PX 50
OK
a> GET t
"v"
a: 1> "invalidate"
   2> 1) "t"
a> CLIENT TRACKING off
OK

# OPTIN: only after CACHING yes.
a> CLIENT TRACKING on OPTIN
OK
a> GET k
"6"
b> SET k 7
OK
a: (nothing)
a> CLIENT CACHING yes
OK
a> GET k
"7"
b> SET k 8
OK
a: 1> "invalidate"
   2> 1) "k"
a> GET k
"8"
b> SET k 9
OK
a: (nothing)
a> CLIENT CACHING no
(error) ERR CLIENT CACHING NO is only valid when tracking is enabled in OPTOUT mode.
a> CLIENT TRACKING on OPTOUT
(error) ERR You can't switch OPTIN/OPTOUT mode before disabling tracking for this client, and then re-enabling it with a different mode.
a> CLIENT TRACKING off
OK
a> CLIENT TRACKING on OPTOUT
OK
a> CLIENT CACHING no
OK
a> GET k
"9"
b> SET k 10
OK
a: (nothing)
a> GET k
"10"
b> SET k 11
OK
a: 1> "invalidate"
   2> 1) "k"
a> CLIENT CACHING yes
(error) ERR CLIENT CACHING YES is only valid when tracking is enabled in OPTIN mode.
a> CLIENT CACHING maybe
(error) ERR syntax error
a> CLIENT CACHING
(error) ERR wrong number of arguments for 'client|caching' command
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "optout"
2# "redirect" => (integer) 0
3# "prefixes" => (empty array)
a> CLIENT TRACKING off
OK
a> CLIENT CACHING yes
(error) ERR CLIENT CACHING can be called only when the client is in tracking mode with OPTIN or OPTOUT mode enabled

# BCAST: by prefix, whether read or not.
a> CLIENT TRACKING on BCAST PREFIX user: PREFIX item:
OK
b> MSET user:1 a item:1 b other:1 c
OK
a: (any)
a: (any)
a: (nothing)
a> CLIENT TRACKINGINFO
1# "flags" => 
   1~ "on"
   2~ "bcast"
2# "redirect" => (integer) 0
3# "prefixes" => 
   1) "item:"
   2) "user:"
a> CLIENT TRACKING on BCAST PREFIX us
(error) ERR Prefix 'us' overlaps with an existing prefix 'user:'. Prefixes for a single client must not overlap.
a> CLIENT TRACKING on BCAST PREFIX more:
OK
b> SET more:1 x
OK
a: 1> "invalidate"
   2> 1) "more:1"
a> CLIENT TRACKING off
OK
a> CLIENT TRACKING on BCAST
OK
b> SET anything x
OK
a: 1> "invalidate"
   2> 1) "anything"
b> FLUSHALL
OK
a: 1> "invalidate"
   2> (nil)
a> CLIENT TRACKING on
(error) ERR You can't switch BCAST mode on/off before disabling tracking for this client, and then re-enabling it with a different mode.
a> CLIENT TRACKING off
OK

# Refusals.
a> CLIENT TRACKING
(error) ERR wrong number of arguments for 'client|tracking' command
a> CLIENT TRACKING maybe
(error) ERR syntax error
a> CLIENT TRACKING on FOO
(error) ERR syntax error
a> CLIENT TRACKING on PREFIX x
(error) ERR PREFIX option requires BCAST mode to be enabled
a> CLIENT TRACKING on BCAST PREFIX foo PREFIX foobar
(error) ERR Prefix 'foo' overlaps with another provided prefix 'foobar'. Prefixes for a single client must not overlap.
a> CLIENT TRACKING on OPTIN BCAST
(error) ERR OPTIN and OPTOUT are not compatible with BCAST
a> CLIENT TRACKING on OPTIN OPTOUT
(error) ERR You can't specify both OPTIN mode and OPTOUT mode
a> CLIENT TRACKING on REDIRECT 99999
(error) ERR The client ID you want redirect to does not exist
a> CLIENT TRACKING on REDIRECT x
(error) ERR value is not an integer or out of range
a> CLIENT TRACKING on REDIRECT
(error) ERR syntax error
a> CLIENT TRACKING on REDIRECT 1 REDIRECT 2
(error) ERR The client ID you want redirect to does not exist
a> CLIENT TRACKING on BCAST
OK
a> CLIENT TRACKING on
(error) ERR You can't switch BCAST mode on/off before disabling tracking for this client, and then re-enabling it with a different mode.
a> CLIENT TRACKING off
OK
