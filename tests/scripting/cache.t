# EVAL keeps 500 scripts at most; those of SCRIPT LOAD stay.

> SCRIPT LOAD "return 'loaded'"
"b534286061d4b9e4026607613b95c06c06015ae8"

!let first = > SCRIPT LOAD "return 0 -- first"

> EVAL "return 'early'" 0
"early"

# Known by EVAL first, a script is not promoted by loading it.
!let early = > SCRIPT LOAD "return 'early'"

> EVALSHA $early 0
"early"

!repeat 499 > EVAL "return $i" 0
(integer) 499

> INFO memory
...
number_of_cached_scripts:502
...

> INFO stats
...
evicted_scripts:0
...

> SCRIPT EXISTS $early $first
1) (integer) 1
2) (integer) 1

# One more: the oldest goes. What runs again is young again.
> EVALSHA $early 0
"early"

> EVAL "return 'one more'" 0
"one more"

> INFO stats
...
evicted_scripts:1
...

> EVALSHA $early 0
"early"

> EVALSHA e0e1f9fabfc9d4800c877a703b823ac0578ff8db 0
(error) NOSCRIPT No matching script. Please use EVAL.

> EVAL "return 1" 0
(integer) 1

> INFO stats
...
evicted_scripts:2
...

!repeat 600 > EVAL "return -$i" 0
(integer) -600

> SCRIPT EXISTS $early $first
1) (integer) 0
2) (integer) 1

> EVALSHA $early 0
(error) NOSCRIPT No matching script. Please use EVAL.

> EVALSHA $first 0
(integer) 0

> EVAL "return 'loaded'" 0
"loaded"

> INFO memory
...
number_of_cached_scripts:502
...

> SCRIPT FLUSH
OK

> EVALSHA $first 0
(error) NOSCRIPT No matching script. Please use EVAL.

> INFO memory
...
number_of_cached_scripts:0
...

> CONFIG RESETSTAT
OK

> INFO stats
...
evicted_scripts:0
...

# A digest in any case, of any length.
> SCRIPT LOAD "return {KEYS[1],ARGV[1],#KEYS,#ARGV}"
"177afd8b97985d6c1c57351cbe878b23c07a282c"

> EVALSHA 5A2A1B4C2B5A2A1B4C2B5A2A1B4C2B5A2A1B4C2B 0
(error) NOSCRIPT No matching script. Please use EVAL.

> SCRIPT LOAD "return 1"
"e0e1f9fabfc9d4800c877a703b823ac0578ff8db"

> EVALSHA E0E1F9FABFC9D4800C877A703B823AC0578FF8DB 0
(integer) 1

> EVALSHA e0e1f9fabfc9d4800c877a703b823ac0578ff8d 0
(error) NOSCRIPT No matching script. Please use EVAL.

> EVALSHA_RO e0e1f9fabfc9d4800c877a703b823ac0578ff8db 0
(integer) 1

> EVALSHA e0e1f9fabfc9d4800c877a703b823ac0578ff8db x
(error) ERR value is not an integer or out of range

> EVALSHA e0e1f9fabfc9d4800c877a703b823ac0578ff8db 1
(error) ERR Number of keys can't be greater than number of args

> SCRIPT EXISTS E0E1F9FABFC9D4800C877A703B823AC0578FF8DB e0e1 ""
1) (integer) 1
2) (integer) 0
3) (integer) 0

> SCRIPT EXISTS
(error) ERR wrong number of arguments for 'script|exists' command

> SCRIPT LOAD
(error) ERR wrong number of arguments for 'script|load' command

> SCRIPT LOAD "return x."
(error) ERR Error compiling script (new function): user_script:1: '<name>' expected near '<eof>'

> SCRIPT LOAD "#!lua flags=bad\nreturn 1"
(error) ERR Unexpected flag in script shebang: bad

> SCRIPT FLUSH ASYNC
OK

> SCRIPT FLUSH SYNC
OK

> SCRIPT FLUSH foo
(error) ERR SCRIPT FLUSH only support SYNC|ASYNC option

> SCRIPT FLUSH SYNC SYNC
(error) ERR SCRIPT FLUSH only support SYNC|ASYNC option
