# Who speaks in the same turn as a script that never ends is answered all the same, and may kill it.
!config busy-reply-threshold 10

# While c holds the server up, a and b say something: both are read in one turn.
c> DEBUG SLEEP 1
a> EVAL "while true do end" 0
b> PING
c: OK
b: (error) BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.

b> SCRIPT KILL
OK

a: (error) ERR Script killed by user with SCRIPT KILL... script: 694a5fe1ddb97a4c6a1bf299d9537c7d3d0f84e7, on @user_script:1.
