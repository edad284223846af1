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

# A cursor with the longest ID there is.
> XADD longest 1-1 a b
"1-1"
> XADD longest 18446744073709551613-18446744073709551615 a b
"18446744073709551613-18446744073709551615"
> XADD longest 18446744073709551614-18446744073709551615 a b
"18446744073709551614-18446744073709551615"
> XGROUP CREATE longest g 0
OK
> XREADGROUP GROUP g c STREAMS longest >
1) 1) "longest"
   2) 1) 1) "1-1"
         2) 1) "a"
            2) "b"
      2) 1) "18446744073709551613-18446744073709551615"
         2) 1) "a"
            2) "b"
      3) 1) "18446744073709551614-18446744073709551615"
         2) 1) "a"
            2) "b"
> XAUTOCLAIM longest g d 0 0 COUNT 1 JUSTID
1) "18446744073709551613-18446744073709551615"
2) 1) "1-1"
3) (empty array)
> XAUTOCLAIM longest g d 0 18446744073709551613-0 COUNT 1 JUSTID
1) "18446744073709551614-18446744073709551615"
2) 1) "18446744073709551613-18446744073709551615"
3) (empty array)
> XAUTOCLAIM longest g d 0 18446744073709551613-0 COUNT 1
1) "18446744073709551614-18446744073709551615"
2) 1) 1) "18446744073709551613-18446744073709551615"
      2) 1) "a"
         2) "b"
3) (empty array)
> XPENDING longest g
1) (integer) 3
2) "1-1"
3) "18446744073709551614-18446744073709551615"
4) 1) 1) "c"
      2) "1"
   2) 1) "d"
      2) "2"
> XINFO STREAM longest
 1) "length"
 2) (integer) 3
 3) "radix-tree-keys"
 4) (integer) 1
 5) "radix-tree-nodes"
 6) (integer) 2
 7) "last-generated-id"
 8) "18446744073709551614-18446744073709551615"
 9) "max-deleted-entry-id"
10) "0-0"
11) "entries-added"
12) (integer) 3
13) "recorded-first-entry-id"
14) "1-1"
15) "groups"
16) (integer) 1
17) "first-entry"
18) 1) "1-1"
    2) 1) "a"
       2) "b"
19) "last-entry"
20) 1) "18446744073709551614-18446744073709551615"
    2) 1) "a"
       2) "b"
