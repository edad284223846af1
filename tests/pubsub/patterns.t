# Patterns are globs, found by what they begin with.
a> PSUBSCRIBE news.*
1) "psubscribe"
2) "news.*"
3) (integer) 1
b> PSUBSCRIBE n?ws.[ab]
1) "psubscribe"
2) "n?ws.[ab]"
3) (integer) 1
c> PSUBSCRIBE *.a
1) "psubscribe"
2) "*.a"
3) (integer) 1
d> PSUBSCRIBE news.a
1) "psubscribe"
2) "news.a"
3) (integer) 1
e> PSUBSCRIBE "news.\\*"
1) "psubscribe"
2) "news.\\*"
3) (integer) 1
f> PSUBSCRIBE news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.keeps.*
1) "psubscribe"
2) "news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.keeps.*"
3) (integer) 1
> PUBLISH news.a 1
(integer) 4
a: 1) "pmessage"
   2) "news.*"
   3) "news.a"
   4) "1"
b: 1) "pmessage"
   2) "n?ws.[ab]"
   3) "news.a"
   4) "1"
c: 1) "pmessage"
   2) "*.a"
   3) "news.a"
   4) "1"
d: 1) "pmessage"
   2) "news.a"
   3) "news.a"
   4) "1"
> PUBLISH news.c 2
(integer) 1
a: 1) "pmessage"
   2) "news.*"
   3) "news.c"
   4) "2"
> PUBLISH news.* 3
(integer) 2
a: 1) "pmessage"
   2) "news.*"
   3) "news.*"
   4) "3"
e: 1) "pmessage"
   2) "news.\\*"
   3) "news.*"
   4) "3"
> PUBLISH news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.keeps.x 4
(integer) 2
a: 1) "pmessage"
   2) "news.*"
   3) "news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.keeps.x"
   4) "4"
f: 1) "pmessage"
   2) "news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.keeps.*"
   3) "news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.keeps.x"
   4) "4"
> PUBLISH news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.drops.x 5
(integer) 1
a: 1) "pmessage"
   2) "news.*"
   3) "news.a.very.long.beginning.that.goes.on.and.on.and.on.beyond.what.an.index.drops.x"
   4) "5"
> PUBLISH "" 6
(integer) 0
> PUBLISH n 7
(integer) 0
