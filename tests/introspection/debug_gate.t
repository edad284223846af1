# Without leave DEBUG is refused.
!config enable-debug-command no
> DEBUG SLEEP 0
(error) ERR DEBUG command not allowed. If the enable-debug-command option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.
> DEBUG
(error) ERR wrong number of arguments for 'debug' command
> DEBUG NOSUCH
(error) ERR DEBUG command not allowed. If the enable-debug-command option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.
> CONFIG SET enable-debug-command yes
(error) ERR CONFIG SET failed (possibly related to argument 'enable-debug-command') - can't set immutable config
> MULTI
OK
> DEBUG SLEEP 0
(error) ERR DEBUG command not allowed. If the enable-debug-command option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.
> EXEC
(error) EXECABORT Transaction discarded because of previous errors.
> MODULE LOAD x
(error) ERR MODULE command not allowed. If the enable-module-command option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.
> MODULE LIST x
(error) ERR wrong number of arguments for 'module|list' command
