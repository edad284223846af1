# lua-enable-deprecated-api brings back what was taken away for safety.
!config lua-enable-deprecated-api yes

> EVAL "return {type(getfenv),type(setfenv),type(newproxy),type(print),type(require),type(io)}" 0
(error) ERR user_script:1: Script attempted to access nonexistent global variable 'print' script: d2c8e17e1c53a8a83ab4db81e7d92158b4b3fdbc, on @user_script:1.

> EVAL "return {rawget(_G,'print')==nil,rawget(_G,'require')==nil,rawget(_G,'io')==nil,rawget(_G,'getfenv')==nil,rawget(_G,'newproxy')==nil}" 0
1) (integer) 1
2) (integer) 1
3) (integer) 1
4) (nil)
5) (nil)

> EVAL "local f = function() return x end setfenv(f,{x='mine'}) return f()" 0
"mine"

> EVAL "return type(getfenv(1))" 0
"table"

> EVAL "return type(newproxy(true))" 0
"userdata"

> CONFIG GET lua-enable-deprecated-api
1) "lua-enable-deprecated-api"
2) "yes"

> CONFIG GET lua-*
1) "lua-time-limit"
2) "5000"

> CONFIG SET lua-enable-deprecated-api no
(error) ERR CONFIG SET failed (possibly related to argument 'lua-enable-deprecated-api') - can't set immutable config

> FUNCTION LOAD "#!lua name=l\nredis.register_function('f',function() return {type(getfenv),type(newproxy)} end)"
"l"

> FCALL f 0
1) "function"
2) "function"
