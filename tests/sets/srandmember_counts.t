# SRANDMEMBER takes every count but the least integer.
> SADD s a
(integer) 1
> SRANDMEMBER s 9223372036854775807
1) "a"
> SRANDMEMBER none -9223372036854775807
(empty array)
> SRANDMEMBER s -9223372036854775808
(error) ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807
> SRANDMEMBER s 9223372036854775808
(error) ERR value is not an integer or out of range
