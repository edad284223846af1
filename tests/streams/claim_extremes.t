# An idle time beyond all bounds is none.
> XADD s 1-1 a b
"1-1"
> XGROUP CREATE s g 0
OK
> XREADGROUP GROUP g c STREAMS s >
1) 1) "s"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"
> XCLAIM s g c 0 1-1 IDLE -9223372036854775807 JUSTID
1) "1-1"
> XCLAIM s g c 0 1-1 IDLE 9223372036854775807 JUSTID
1) "1-1"
> XCLAIM s g c 0 1-1 TIME -9223372036854775807 JUSTID
1) "1-1"
