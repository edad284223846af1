# XADD: IDs written out, half written, made from the clock.
> XADD s 1-1 field value
"1-1"
> XADD s 1-2 field value other "some text"
"1-2"
> XADD s 2 field value
"2-0"
> XADD s 2-* field value
"2-1"
> XADD s 5-* field value
"5-0"
> XRANGE s - +
1) 1) "1-1"
   2) 1) "field"
      2) "value"
2) 1) "1-2"
   2) 1) "field"
      2) "value"
      3) "other"
      4) "some text"
3) 1) "2-0"
   2) 1) "field"
      2) "value"
4) 1) "2-1"
   2) 1) "field"
      2) "value"
5) 1) "5-0"
   2) 1) "field"
      2) "value"
> XLEN s
(integer) 5
> TYPE s
stream
> OBJECT ENCODING s
"stream"
> XLEN missing
(integer) 0

# IDs only grow.
> XADD s 5-0 a b
(error) ERR The ID specified in XADD is equal or smaller than the target stream top item
> XADD s 4-9 a b
(error) ERR The ID specified in XADD is equal or smaller than the target stream top item
> XADD s 4-* a b
(error) ERR The ID specified in XADD is equal or smaller than the target stream top item
> XADD s 0-0 a b
(error) ERR The ID specified in XADD must be greater than 0-0
> XADD s 0 a b
(error) ERR The ID specified in XADD must be greater than 0-0
> XADD fresh 0-0 a b
(error) ERR The ID specified in XADD must be greater than 0-0
> EXISTS fresh
(integer) 0
> XADD fresh 0-* a b
"0-1"

# Odd spellings of numbers.
> XADD odd 007-1 a b
"7-1"
> XADD odd +8-1 a b
"8-1"
> XADD odd -9 a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd "" a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd 9- a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd 10-+ a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd 10-x a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd 10-1-1 a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd 18446744073709551615-18446744073709551616 a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd foo a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd - a b
(error) ERR Invalid stream ID specified as stream command argument
> XADD odd + a b
(error) ERR Invalid stream ID specified as stream command argument

# The last possible ID.
> XADD odd 18446744073709551615-18446744073709551615 a b
"18446744073709551615-18446744073709551615"
> XADD odd * a b
(error) ERR The stream has exhausted the last possible ID, unable to add more items
> XADD odd 18446744073709551615-* a b
(error) ERR The stream has exhausted the last possible ID, unable to add more items
> XADD odd 1-1 a b
(error) ERR The stream has exhausted the last possible ID, unable to add more items

# An ID from the clock is not below the last one.
> XADD future 99999999999999-7 a b
"99999999999999-7"
> XADD future * a b
"99999999999999-8"
> XADD future *-* a b
(error) ERR Invalid stream ID specified as stream command argument

# Fields and values come in pairs.
> XADD s * a
(error) ERR wrong number of arguments for 'xadd' command
> XADD s 9-9 a b c
(error) ERR wrong number of arguments for 'xadd' command
> XADD s
(error) ERR wrong number of arguments for 'xadd' command
> XADD s MAXLEN 5
(error) ERR wrong number of arguments for 'xadd' command

# NOMKSTREAM makes no stream.
> XADD none NOMKSTREAM * a b
(nil)
> EXISTS none
(integer) 0
> XADD s NOMKSTREAM 10-1 a b
"10-1"

# Other types.
> SET str x
OK
> XADD str * a b
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XADD str 0-0 a b
(error) ERR The ID specified in XADD must be greater than 0-0
> XADD str NOMKSTREAM 1-1 a b
(error) WRONGTYPE Operation against a key holding the wrong kind of value
> XLEN str
(error) WRONGTYPE Operation against a key holding the wrong kind of value

# Numbers come back as they were written.
> XADD n 1-1 1 2 -3 4.5 007 +5 9223372036854775807 9223372036854775808
"1-1"
> XRANGE n - +
1) 1) "1-1"
   2) 1) "1"
      2) "2"
      3) "-3"
      4) "4.5"
      5) "007"
      6) "+5"
      7) "9223372036854775807"
      8) "9223372036854775808"
