# Users of redis.conf: read at the start, written back by CONFIG REWRITE.
!config user a on >x ~a* +get (+set ~b)
!config user default on nopass ~* &* +@all
> ACL LIST
1) "user a on sanitize-payload #2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 ~a* resetchannels -@all +get (~b resetchannels -@all +set)"
2) "user default on nopass sanitize-payload ~* &* +@all"
> ACL SETUSER n on +@read
OK
> ACL DELUSER a
(integer) 1
> CONFIG REWRITE
OK
!restart
> ACL LIST
1) "user default on nopass sanitize-payload ~* &* +@all"
2) "user n on sanitize-payload resetchannels -@all +@read"
