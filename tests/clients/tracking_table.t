# tracking-table-max-keys: a table that has grown too large loses keys, and their readers are told as if these had changed.
!resp 3 a
!resp 3 b
a> CLIENT TRACKING ON
OK
b> CLIENT TRACKING ON
OK
!repeat 200 w> SET key:$i x
OK
w> CONFIG SET tracking-table-max-keys 50
OK
!repeat 50 a> GET key:$i
"x"
a: (nothing)
w> INFO stats
...
tracking_total_keys:50
tracking_total_items:50
tracking_total_prefixes:0
...
b> GET key:1
"x"
w> INFO stats
...
tracking_total_keys:50
tracking_total_items:51
...

# One more, and one goes: whoever has read it hears of it.
!repeat 150 b> GET key:$i
"x"
!until 5s w> INFO stats
...
tracking_total_keys:50
...
a: (anything)
b: (anything)
w> CONFIG SET tracking-table-max-keys 1
OK
!until 5s w> INFO stats
...
tracking_total_keys:1
...
w> CONFIG SET tracking-table-max-keys 0
OK
!repeat 200 a> GET key:$i
"x"
w> INFO clients
...
tracking_clients:2
...
a: (anything)
b: (anything)

# What was read is forgotten when it has changed, or when all has; who has gone is told nothing.
w> FLUSHALL
OK
w> INFO stats
...
tracking_total_keys:0
tracking_total_items:0
...
a: (any)
b: (any)
a> GET key:1
(nil)
b> GET key:1
(nil)
a> QUIT
OK
a: (closed)
w> INFO stats
...
tracking_total_keys:1
tracking_total_items:2
...
w> INFO clients
...
tracking_clients:1
...
w> SET key:1 y
OK
b: 1> "invalidate"
   2> 1) "key:1"
w> INFO stats
...
tracking_total_keys:0
tracking_total_items:0
...
w> CONFIG SET tracking-table-max-keys -1
(error) ERR CONFIG SET failed (possibly related to argument 'tracking-table-max-keys') - argument must be between 0 and 9223372036854775807 inclusive
