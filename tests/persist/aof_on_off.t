# The log can be turned on while the server runs: a base is written first.
> SET before 1
OK
> CONFIG SET appendonly yes
OK
> SET during 1
OK
!until 5s > BGREWRITEAOF
Background append only file rewriting started
> SET later 1
OK
> CONFIG GET appendonly
1) "appendonly"
2) "yes"
!let digest = > DEBUG DIGEST
!until 5s > DEBUG LOADAOF
OK
> DEBUG DIGEST
$digest

# Off again: from now on nothing is written down, but what was can still be read.
> CONFIG SET appendonly no
OK
> SET after 1
OK
> DEBUG LOADAOF
OK
> DEBUG DIGEST
$digest
> BGREWRITEAOF
Background append only file rewriting started
