# Patterns that begin with a star are found by what they end with; a class of characters or an escape may stand anywhere.
a> PSUBSCRIBE *.created
1) "psubscribe"
2) "*.created"
3) (integer) 1
b> PSUBSCRIBE a*longer.ending.created
1) "psubscribe"
2) "a*longer.ending.created"
3) (integer) 1
c> PSUBSCRIBE *[d
1) "psubscribe"
2) "*[d"
3) (integer) 1
d> PSUBSCRIBE "*\\[d"
1) "psubscribe"
2) "*\\[d"
3) (integer) 1
e> PSUBSCRIBE "*\\.created"
1) "psubscribe"
2) "*\\.created"
3) (integer) 1
f> PSUBSCRIBE "*[\\]created"
1) "psubscribe"
2) "*[\\]created"
3) (integer) 1
g> PSUBSCRIBE ?created
1) "psubscribe"
2) "?created"
3) (integer) 1
h> PSUBSCRIBE *created*
1) "psubscribe"
2) "*created*"
3) (integer) 1
i> PSUBSCRIBE "*x\\"
1) "psubscribe"
2) "*x\\"
3) (integer) 1
> PUBLISH order.created 1
(integer) 5
a: (any)
c: (any)
e: (any)
f: (any)
h: (any)
> PUBLISH a.longer.ending.created 2
(integer) 6
a: (any)
b: (any)
c: (any)
e: (any)
f: (any)
h: (any)
> PUBLISH xcreated 3
(integer) 4
c: (any)
f: (any)
g: (any)
h: (any)
> PUBLISH x[d 4
(integer) 3
c: (any)
d: (any)
f: (any)
> PUBLISH ax 5
(integer) 0
> PUBLISH "ax\\" 6
(integer) 1
i: (any)
> PUBLISH .created 7
(integer) 6
a: (any)
c: (any)
e: (any)
f: (any)
g: (any)
h: (any)
> PUBLISH created 8
(integer) 3
c: (any)
f: (any)
h: (any)
a> PUNSUBSCRIBE
1) "punsubscribe"
2) "*.created"
3) (integer) 0
b> RESET
RESET
> PUBLISH a.longer.ending.created 9
(integer) 4
c: (any)
e: (any)
f: (any)
h: (any)
> PUBSUB NUMPAT
(integer) 7
