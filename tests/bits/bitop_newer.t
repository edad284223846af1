# BITOP DIFF, DIFF1, ANDOR, ONE: newer than 8.0.
!skip oracle
> MSET x "\xf0" y "\x3c" z "\x0f"
OK

# DIFF: in X and in none of the others.
> BITOP DIFF d x y z
(integer) 1
> GET d
"\xc0"
> BITOP DIFF d x y
(integer) 1
> GET d
"\xc0"

# DIFF1: in some of the others and not in X.
> BITOP DIFF1 d x y z
(integer) 1
> GET d
"\x0f"
> BITOP DIFF1 d z x y
(integer) 1
> GET d
"\xf0"

# ANDOR: in X and in some of the others.
> BITOP ANDOR d x y z
(integer) 1
> GET d
"0"
> BITOP ANDOR d y x z
(integer) 1
> GET d
"<"

# ONE: in exactly one of all.
> BITOP ONE d x y z
(integer) 1
> GET d
"\xc3"
> BITOP ONE d x x y
(integer) 1
> GET d
"\x0c"
> BITOP ONE d x y x y x
(integer) 1
> GET d
"\x00"
> BITOP ONE d x
(integer) 1
> GET d
"\xf0"

# The result is as long as the longest; an empty result deletes the destination.
> MSET long "\xff\xff\xff" short "\x0f"
OK
> BITOP DIFF d short long
(integer) 3
> GET d
"\x00\x00\x00"
> BITOP DIFF1 d short long
(integer) 3
> GET d
"\xf0\xff\xff"
> BITOP ANDOR d long short missing
(integer) 3
> GET d
"\x0f\x00\x00"
> BITOP ONE d long short missing
(integer) 3
> GET d
"\xf0\xff\xff"
> BITOP DIFF d missing none
(integer) 0
> EXISTS d
(integer) 0
> MSET big1 "\xf0" * 1000 big2 "\x3c" * 517
OK
> BITOP DIFF d big1 big2
(integer) 1000
> BITCOUNT d
(integer) 2966
> BITOP ONE d big1 big2
(integer) 1000
> BITCOUNT d
(integer) 4000

# Refusals.
> BITOP DIFF d x
(error) ERR BITOP DIFF must be called with at least two source keys.
> BITOP DIFF1 d x
(error) ERR BITOP DIFF1 must be called with at least two source keys.
> BITOP ANDOR d x
(error) ERR BITOP ANDOR must be called with at least two source keys.
> BITOP ONE d
(error) ERR wrong number of arguments for 'bitop' command
> RPUSH list a
(integer) 1
> BITOP DIFF d x list
(error) WRONGTYPE Operation against a key holding the wrong kind of value
