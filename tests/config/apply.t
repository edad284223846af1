# A setting that cannot be applied takes all that were set with it back.
> CONFIG SET timeout 7 proc-title-template "{nosuch}"
(error) ERR CONFIG SET failed (possibly related to argument 'proc-title-template') - template format is invalid or contains unknown variables
> CONFIG GET timeout
1) "timeout"
2) "0"
> CONFIG SET proc-title-template "{title} on {port} {config-file}" timeout 8
OK
> CONFIG GET proc-title-template timeout
(pairs in any order)
1) "proc-title-template"
2) "{title} on {port} {config-file}"
3) "timeout"
4) "8"
> CONFIG SET tcp-keepalive 90 bind "1.2.3.4.5"
(error) ERR CONFIG SET failed (possibly related to argument 'bind') - Failed to bind to specified addresses.
> CONFIG GET tcp-keepalive
1) "tcp-keepalive"
2) "300"
> PING
PONG

# Words are separated by single blanks, quotes mean nothing here.
> CONFIG SET shutdown-on-sigint "\"save\""
(error) ERR CONFIG SET failed (possibly related to argument 'shutdown-on-sigint') - argument(s) must be one of the following: default, save, nosave, now, force
> CONFIG SET shutdown-on-sigint "force default now"
OK
> CONFIG GET shutdown-on-sigint
1) "shutdown-on-sigint"
2) "now force"
> CONFIG SET oom-score-adj-values "-5 0 2000"
OK
> CONFIG GET oom-score-adj-values
1) "oom-score-adj-values"
2) "-5 0 2000"
