# XGROUP CREATE and SETID: options twice, wrong, without their value; which error comes first.
> XADD s 1-1 a b
"1-1"
> SET str x
OK
> XGROUP CREATE s g $ MKSTREAM ENTRIESREAD 5 MKSTREAM
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> XGROUP CREATE none g $ MKSTREAM ENTRIESREAD 5 MKSTREAM
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> EXISTS none
(integer) 0
> XGROUP CREATE none g $ ENTRIESREAD 5 ENTRIESREAD 5
(error) ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.
> XGROUP CREATE str g $ MKSTREAM ENTRIESREAD 5 MKSTREAM
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XGROUP CREATE s g $ MKSTREAM ENTRIESREAD x MKSTREAM
(error) ERR value is not an integer or out of range
> XGROUP CREATE s g $ MKSTREAM ENTRIESREAD -5 MKSTREAM
(error) ERR value for ENTRIESREAD must be positive or -1
> XGROUP CREATE s g $ MKSTREAM MKSTREAM MKSTREAM
OK
> XGROUP CREATE s g 1-1 MKSTREAM MKSTREAM MKSTREAM MKSTREAM
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> XGROUP CREATE s g bad MKSTREAM ENTRIESREAD 5 MKSTREAM
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> XGROUP CREATE s g2 bad MKSTREAM ENTRIESREAD 5
(error) ERR Invalid stream ID specified as stream command argument
> XGROUP SETID s nog 1-1 ENTRIESREAD 5 ENTRIESREAD 5
(error) NOGROUP No such consumer group 'nog' for key name 's'
> XGROUP SETID s g 1-1 ENTRIESREAD 5 ENTRIESREAD 5
(error) ERR unknown subcommand or wrong number of arguments for 'SETID'. Try XGROUP HELP.
> XGROUP SETID none g 1-1 ENTRIESREAD 5 ENTRIESREAD 5
(error) ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.
> XGROUP SETID s g bad ENTRIESREAD 5 ENTRIESREAD 5
(error) ERR unknown subcommand or wrong number of arguments for 'SETID'. Try XGROUP HELP.
> XGROUP SETID s g 1-1 ENTRIESREAD
(error) ERR unknown subcommand or wrong number of arguments for 'SETID'. Try XGROUP HELP.
> XGROUP SETID s g 1-1 MKSTREAM
(error) ERR unknown subcommand or wrong number of arguments for 'SETID'. Try XGROUP HELP.
> XGROUP CREATE s g3 1-1 ENTRIESREAD
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
> XGROUP CREATE s g3 1-1 FOO
(error) ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.
