# Libraries as bytes: FUNCTION DUMP and RESTORE.

!let nothing = > FUNCTION DUMP

> FUNCTION RESTORE $nothing
OK

> FUNCTION RESTORE $nothing FLUSH
OK

> FUNCTION LOAD "#!lua name=one\nredis.register_function(\"f1\",function() return 1 end)"
"one"

!let one = > FUNCTION DUMP

> FUNCTION RESTORE $one
(error) ERR Library one already exists

> FUNCTION RESTORE $one APPEND
(error) ERR Library one already exists

> FUNCTION RESTORE $one replace
OK

> FUNCTION RESTORE $one flush
OK

> FCALL f1 0
(integer) 1

> FUNCTION RESTORE $one nosuch
(error) ERR Wrong restore policy given, value should be either FLUSH, APPEND or REPLACE.

> FUNCTION RESTORE $one FLUSH x
(error) ERR unknown subcommand or wrong number of arguments for 'RESTORE'. Try FUNCTION HELP.

> FUNCTION RESTORE
(error) ERR wrong number of arguments for 'function|restore' command

> FUNCTION RESTORE abc
(error) ERR DUMP payload version or checksum are wrong

> FUNCTION RESTORE ""
(error) ERR DUMP payload version or checksum are wrong

# Payloads made by hand, with the version of Redis 7 below: a readable one may come from elsewhere.
> FUNCTION RESTORE "\xf5@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\x0b\x00\xef[h\x1c{Lxz"
(error) ERR Library one already exists

> FUNCTION RESTORE "\xf5@D#!lua name=two\x0aredis.register_function(\x22f2\x22,function() return 2 end)\x0b\x00\x04\x06E\x88\x8d\xdb\xe3L"
OK

> FCALL f2 0
(integer) 2

> FUNCTION FLUSH
OK

> FUNCTION RESTORE "\xf5@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\xf5@D#!lua name=two\x0aredis.register_function(\x22f2\x22,function() return 2 end)\x0b\x00|J\xbf\xaa\x01\x93\xd7a"
OK

> FCALL F2 0
(integer) 2

# A function that belongs to a library which stays is in the way; nothing has changed then.
> FUNCTION RESTORE "\xf5@E#!lua name=one\x0aredis.register_function(\x22f2\x22,function() return 12 end)\x0b\x00\xba\x1f\x00\x13\xa3p\x8b\xea"
(error) ERR Library one already exists

> FUNCTION RESTORE "\xf5@E#!lua name=one\x0aredis.register_function(\x22f2\x22,function() return 12 end)\x0b\x00\xba\x1f\x00\x13\xa3p\x8b\xea" REPLACE
(error) ERR Function f2 already exists

> FCALL f1 0
(integer) 1

> FCALL f2 0
(integer) 2

> FUNCTION RESTORE "\xf5@E#!lua name=one\x0aredis.register_function(\x22f2\x22,function() return 12 end)\x0b\x00\xba\x1f\x00\x13\xa3p\x8b\xea" FLUSH
OK

> FCALL f1 0
(error) ERR Function not found

> FCALL f2 0
(integer) 12

# With the other library replaced as well, it is free.
> FUNCTION FLUSH
OK

> FUNCTION RESTORE "\xf5@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\xf5@D#!lua name=two\x0aredis.register_function(\x22f2\x22,function() return 2 end)\x0b\x00|J\xbf\xaa\x01\x93\xd7a"
OK

> FUNCTION RESTORE "\xf5@E#!lua name=one\x0aredis.register_function(\x22f2\x22,function() return 12 end)\xf5@E#!lua name=two\x0aredis.register_function(\x22f1\x22,function() return 21 end)\x0b\x00\xc3%\x18\xf4\x1akQ\x87" REPLACE
OK

> FCALL f1 0
(integer) 21

> FCALL f2 0
(integer) 12

# What cannot be read.
> FUNCTION RESTORE "\xf5@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\xf5@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\x0b\x00\x97\x17\x92>\xf7\x04LW"
(error) ERR Library 'one' already exists

> FUNCTION RESTORE "\xf5@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\xf5@E#!lua name=uno\x0aredis.register_function(\x22f2\x22,function() return 12 end)\xf5@D#!lua name=duo\x0aredis.register_function(\x22f2\x22,function() return 2 end)\x0b\x00\x09\xa2\xa3\x9e\x1b\xb2\x90\x11"
(error) ERR Function f2 already exists

> FUNCTION RESTORE "\xf6@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\x0b\x00\x05Dt\x92\xdb \x81\x0a"
(error) ERR Pre-GA function format not supported

> FUNCTION RESTORE "\x00\x01a\x01b\x0b\x00\xfb\xecG\x02\xf0'\xbc1"
(error) ERR given type is not a function

> FUNCTION RESTORE "\xf5\x0b\x00VH\xc8RyF\xb5-"
(error) ERR Failed loading library payload

> FUNCTION RESTORE "\xf5?abc\x0b\x007Aq\xc4\xd0q\xb2y"
(error) ERR Failed loading library payload

> FUNCTION RESTORE "\xf5\xc3\x05@\xffabcde\x0b\x00\x04\x8a;\xe8\xdb4\xd8\xed"
(error) ERR Failed loading library payload

> FUNCTION RESTORE "\xf5\x08return 1\x0b\x00\xc8P\x04\xcfj\xba\xd8\x10"
(error) ERR Missing library metadata

> FUNCTION RESTORE "\xf5\x16#!lua name=x\x0areturn x.\x0b\x00\x89\xf9\x01\xb4\x01\xfb\xb3\x9c"
(error) ERR Error compiling function: user_function:2: '<name>' expected near '<eof>'

> FUNCTION RESTORE "\xf5\x15#!lua name=x\x0areturn x\x0b\x00\x0d\x18\xd7\xc3\xd4:Hv" FLUSH
(error) ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'x'

> FUNCTION RESTORE "\xf5@D#!lua name=one\x0aredis.register_function(\x22f1\x22,function() return 1 end)\x0d\x00$-\x5c\xdc\x81f\xe63"
(error) ERR DUMP payload version or checksum are wrong

> FCALL f1 0
(integer) 21
