# KEYS and RANDOMKEY.
> KEYS *
(empty array)
> RANDOMKEY
(nil)
> MSET hello 1 hallo 2 hxllo 3 hllo 4 heeeello 5 "h*llo" 6 "h[llo" 7 other 8
OK
> KEYS h?llo
(in any order)
1) "h*llo"
2) "hello"
3) "h[llo"
4) "hxllo"
5) "hallo"
> KEYS h*llo
(in any order)
1) "h*llo"
2) "hello"
3) "hllo"
4) "heeeello"
5) "h[llo"
6) "hxllo"
7) "hallo"
> KEYS h[ae]llo
(in any order)
1) "hello"
2) "hallo"
> KEYS h[^e]llo
(in any order)
1) "h*llo"
2) "h[llo"
3) "hxllo"
4) "hallo"
> KEYS h[a-b]llo
1) "hallo"
> KEYS h[b-a]llo
1) "hallo"
> KEYS "h\\*llo"
1) "h*llo"
> KEYS "h\\[llo"
1) "h[llo"
> KEYS h[[]llo
1) "h[llo"
> KEYS o*
1) "other"
> KEYS other
1) "other"
> KEYS OTHER
(empty array)
> KEYS nothing*
(empty array)
> KEYS ""
(empty array)
> KEYS
(error) ERR wrong number of arguments for 'keys' command
> KEYS a b
(error) ERR wrong number of arguments for 'keys' command
> KEYS hall[
(empty array)
> KEYS "hall[o"
1) "hallo"
> KEYS **he**o
(in any order)
1) "hello"
2) "heeeello"
> KEYS "*" * 1200
(in any order)
1) "h*llo"
2) "hello"
3) "hllo"
4) "heeeello"
5) "h[llo"
6) "other"
7) "hxllo"
8) "hallo"
> KEYS [h]*[o]
(in any order)
1) "h*llo"
2) "hello"
3) "hllo"
4) "heeeello"
5) "h[llo"
6) "hxllo"
7) "hallo"
> KEYS ?????
(in any order)
1) "h*llo"
2) "hello"
3) "h[llo"
4) "other"
5) "hxllo"
6) "hallo"
!until 5s > RANDOMKEY
"other"
> RANDOMKEY x
(error) ERR wrong number of arguments for 'randomkey' command
> FLUSHALL
OK
> MSET "a\x00b" 1 "a\nb" 2
OK
> KEYS "a?b"
(in any order)
1) "a\nb"
2) "a\x00b"
> KEYS "a\x00*"
1) "a\x00b"

# More than a thousand stars in need of a match are too many.
> MSET "a" * 3000 v
OK
> KEYS "*?" * 999
1) "aaaa..."
> KEYS "*?" * 1500
(empty array)
