# Patterns made to take long take no time, wherever a client may give one; too many stars match nothing.
!let as = "a" * 30000
!let many = "*a" * 1200
> SET $as v
OK
> SET $many w
OK
> KEYS a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-
(empty array)
> KEYS *$as
1) "$as"
> KEYS *$as-
(empty array)
> KEYS *$as-*
(empty array)
> KEYS $many
(empty array)
> SCAN 0 MATCH *a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*- COUNT 10
1) "0"
2) (empty array)
> SSCAN none 0 MATCH $many
1) "0"
2) (empty array)
> CONFIG GET a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-
(empty array)
> CONFIG GET *m*a*x*m*e*m*o*r*y*-*po*
1) "maxmemory-policy"
2) "..."
> COMMAND LIST FILTERBY PATTERN a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-
(empty array)
> PUBSUB CHANNELS a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-
(empty array)
> FUNCTION LIST LIBRARYNAME a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-
(empty array)
!resp 3 s
s> PSUBSCRIBE a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-
1> "psubscribe"
2> "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-"
3> (integer) 1
s> PSUBSCRIBE *$as-
1> "psubscribe"
2> "*$as-"
3> (integer) 2
> PUBLISH $as x
(integer) 0
> ACL SETUSER u on nopass +@all ~a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*- &a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*-
OK
u> AUTH u x
OK
u> GET $as
(error) NOPERM No permissions to access a key
u> PUBLISH $as x
(error) NOPERM No permissions to access a channel
u> GET b
(error) NOPERM No permissions to access a key
> ACL SETUSER u ~*$as*
OK
u> GET $as
"v"
> ACL DELUSER u
(integer) 1
u: (closed)
