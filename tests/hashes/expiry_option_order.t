# HGETEX and HSETEX look at a time as soon as they meet its option, before what follows.
> HSET h f v
(integer) 1
> HGETEX h EX FIELDS 1 f
(error) ERR value is not an integer or out of range
> HGETEX h EX x FIELDS 2 f
(error) ERR value is not an integer or out of range
> HGETEX h PX x PERSIST FIELDS 1 f
(error) ERR value is not an integer or out of range
> HGETEX h EX -1 FOO 1 f
(error) ERR invalid expire time, must be >= 0
> HGETEX h EX 99999999999999999 FIELDS 2 f
(error) ERR invalid expire time in 'hgetex' command
> HGETEX h EX 10 PX x FIELDS 1 f
(error) ERR Mandatory argument FIELDS is missing or not at the right position
> HSETEX h EX FIELDS 1 f v
(error) ERR value is not an integer or out of range
> HSETEX h EX -1 FOO 1 f
(error) ERR invalid expire time, must be >= 0
> HSETEX h EX 10 PX x FIELDS 1 f v
(error) ERR Only one of EX, PX, EXAT, PXAT or KEEPTTL arguments can be specified
> HSETEX h FIELDS 2147483648 f v
(error) ERR invalid number of fields
> HSETEX h FIELDS 2147483647 f v
(error) ERR wrong number of arguments for 'hsetex' command
