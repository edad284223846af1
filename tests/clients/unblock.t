# CLIENT UNBLOCK ends somebody's waiting.
!let a = a> CLIENT ID
a> BLPOP q 0
> CLIENT UNBLOCK $a
(integer) 1
a: (nil)
a> BLPOP q 0
> CLIENT UNBLOCK $a ERROR
(integer) 1
a: (error) UNBLOCKED client unblocked via CLIENT UNBLOCK
a> BLPOP q 0
> CLIENT UNBLOCK $a timeout
(integer) 1
a: (nil)
a> XREAD BLOCK 0 STREAMS s $
> CLIENT UNBLOCK $a TIMEOUT
(integer) 1
a: (nil)
a> BLMOVE q r LEFT LEFT 0
> CLIENT UNBLOCK $a
(integer) 1
a: (nil)
a> BZPOPMIN z 0
> CLIENT UNBLOCK $a
(integer) 1
a: (nil)
a> BLMPOP 0 1 q LEFT
> CLIENT UNBLOCK $a
(integer) 1
a: (nil)
a> WAIT 1 0
> CLIENT UNBLOCK $a
(integer) 1
a: (integer) 0
> CLIENT UNBLOCK $a
(integer) 0
> CLIENT UNBLOCK 99999
(integer) 0
> CLIENT UNBLOCK x
(error) ERR value is not an integer or out of range
> CLIENT UNBLOCK $a FOO
(error) ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR
> CLIENT UNBLOCK
(error) ERR wrong number of arguments for 'client|unblock' command
