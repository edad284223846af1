# Who has not said the password may do little, and costs little memory whatever he sends or leaves unread.
!config requirepass secret
a> AUTH secret
OK
a> SET k v
OK

# Only AUTH, HELLO, QUIT and RESET run; the rest is refused before it is looked at, inside a transaction too.
> MULTI
(error) NOAUTH Authentication required.
> EXEC
(error) EXECABORT Transaction discarded because of: NOAUTH Authentication required.
> SUBSCRIBE c
(error) NOAUTH Authentication required.
> MONITOR
(error) NOAUTH Authentication required.
> CLIENT SETINFO lib-name x
(error) NOAUTH Authentication required.
> COMMAND COUNT
(error) NOAUTH Authentication required.
> ACL WHOAMI
(error) NOAUTH Authentication required.
> CONFIG GET *
(error) NOAUTH Authentication required.
> DEBUG SLEEP 0
(error) NOAUTH Authentication required.
> FLUSHALL
(error) NOAUTH Authentication required.
> EVAL "return 1" 0
(error) NOAUTH Authentication required.
> RESET
RESET

# What comes behind a right password in the same packet is no stranger's any more.
!raw b "PING\r\nAUTH secret\r\nGET k\r\n"
"-NOAUTH Authentication required.\r\n+OK\r\n$1\r\nv\r\n"

# Much at once is taken in as his requests are run, and every one of them is answered.
!raw c "PING\r\n" * 300
"-NOAUTH Authentication required.\r\n" * 300
