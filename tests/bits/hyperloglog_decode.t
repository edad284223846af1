# PFDEBUG DECODE answers with a string.
!resp 3
> PFADD p
(integer) 1
> PFDEBUG DECODE p
"Z:16384"
