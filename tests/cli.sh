#!/bin/sh
# cli.sh -- the modes of redis-cli in which it watches, scans or feeds a server, against ours.
#
#     tests/cli.sh path/to/redis-server        REDIS_CLI= names the program, redis-cli by default
#
# A server of its own runs in a temporary directory. Closes with one line "N passed, N failed".
set -u
cli=${REDIS_CLI:-redis-cli}
command -v "$cli" >/dev/null || { echo "cli.sh: $cli is needed, or another program that REDIS_CLI names" >&2; exit 1; }

dir=$(mktemp -d)
port=$((20000 + $$ % 10000))
"$1" --port $port --save '' --dir "$dir" --logfile "$dir/log" --maxmemory-policy allkeys-lfu --enable-debug-command yes &
server=$!
trap 'kill $server 2>/dev/null; wait 2>/dev/null; rm -rf "$dir"' EXIT

passed=0 failed=0
say() { "$cli" -p $port "$@"; }
i=0
while [ $i -lt 100 ] && [ "$(say PING 2>/dev/null)" != PONG ]; do sleep 0.05; i=$((i + 1)); done

# What it prints is kept in $dir/out; has and lacks look there.
run() { timeout 20 "$cli" -p $port "$@" >"$dir/out" 2>&1; }
has() { # a line that this basic expression matches, in what the last run printed
    if grep -q -- "$1" "$dir/out"; then passed=$((passed + 1)); return; fi
    failed=$((failed + 1))
    echo "failed: $what: no line is like $1"
    tail -5 "$dir/out" | cut -c1-300
}
lines() { # how many lines match
    n=$(grep -c -- "$2" "$dir/out")
    if [ "$n" = "$1" ]; then passed=$((passed + 1)); return; fi
    failed=$((failed + 1))
    echo "failed: $what: $n lines are like $2, not $1"
}
# A mode that goes on until it is stopped, and writes for a terminal.
watch() { seconds=$1; shift; timeout "$seconds" script -qec "'$cli' -p $port $*" /dev/null 2>&1 </dev/null | tr '\r' '\n' >"$dir/out"; }

what='--pipe'
i=0
while [ $i -lt 3000 ]; do printf 'SET string:%d value%d\r\n' $i $i; i=$((i + 1)); done >"$dir/feed"
printf 'RPUSH list a b c\r\nSADD set a b\r\nHSET hash f 1 g 2 h 3\r\nZADD zset 1 a 2 b\r\nXADD stream 1-1 f v\r\nNOSUCH\r\nLPUSH set x\r\n' >>"$dir/feed"
run --pipe <"$dir/feed"
has '^errors: 2, replies: 3007$'
has "unknown command 'NOSUCH'"
has 'WRONGTYPE'
run DBSIZE
has '3005'

what='--bigkeys'
say SET string:big "$(printf '%0500d' 0)" >/dev/null
run --bigkeys
has '^Sampled 3006 keys in the keyspace!$'
has '^Biggest string found "string:big" has 500 bytes$'
has '^Biggest   list found "list" has 3 items$'
has '^Biggest    set found "set" has 2 members$'
has '^Biggest   hash found "hash" has 3 fields$'
has '^Biggest   zset found "zset" has 2 members$'
has '^Biggest stream found "stream" has 1 entries$'
has '^3001 strings with [0-9]* bytes (99.83% of keys'

what='--memkeys'
run --memkeys
has '^Sampled 3006 keys in the keyspace!$'
has '^Biggest string found "string:big" has [5-6][0-9][0-9] bytes$'
run --memkeys-samples 0
has '^Biggest stream found "stream" has [0-9]* bytes$'

what='--keystats'
run --keystats
has 'string:big'

what='--hotkeys'
i=0
while [ $i -lt 2000 ]; do echo 'GET string:7'; i=$((i + 1)); done >"$dir/feed"
run <"$dir/feed"
run --hotkeys
has 'keyname: "string:7"$'
grep 'keyname' "$dir/out" | head -1 >"$dir/first"
mv "$dir/first" "$dir/out"
has 'string:7'
say CONFIG SET maxmemory-policy noeviction >/dev/null
run --hotkeys
has 'maxmemory policy'

what='--scan'
run --scan
lines 3006 .
run --scan --pattern 'string:29*'
lines 111 '^string:29'
run --scan --pattern 'string:1*' --count 7 --quoted-pattern 'string:12?'
lines 10 '^string:12.$'

what='--stat'
watch 3 --stat -i 0.2
has '^3006 *[0-9.]*[KM] *[0-9]* *[0-9]* *[0-9]* *([+0-9]*) *[0-9]*'

what='--latency'
run --latency --raw -i 0.5
has '^[0-9]* [0-9]* [0-9]*\.[0-9]* [0-9]*$'
run --latency --csv -i 0.5
has '^[0-9]*,[0-9]*,[0-9]*\.[0-9]*,[0-9]*$'
watch 2 --latency
has 'min: [0-9]*, max: [0-9]*, avg: [0-9.]* ([0-9]* samples)'

what='--latency-history'
watch 3 --latency-history -i 0.5
has 'min: [0-9]*, max: [0-9]*, avg: [0-9.]* ([0-9]* samples) -- 0\.[0-9]* seconds range'

what='--latency-dist'
watch 3 --latency-dist -i 0.5
has '^.*---------------------'

what='--intrinsic-latency'
run --intrinsic-latency 1
has '^Worst run took [0-9]*x longer than the average latency.$'

what='--eval'
printf 'return {KEYS[1], ARGV[1], redis.call("GET", KEYS[1])}' >"$dir/script.lua"
run --eval "$dir/script.lua" string:1 , arg
has 'value1'
has 'arg'
printf 'return redis.error_reply("MY no")' >"$dir/script.lua"
run --eval "$dir/script.lua"
has 'MY no'

what='--lru-test'
say CONFIG SET maxmemory 20mb maxmemory-policy allkeys-lru >/dev/null
watch 4 --lru-test 10000
has 'Gets/sec | Hits: [0-9]* ('
say FLUSHALL >/dev/null

what='formats and options'
say RPUSH list a 'b"' >/dev/null
run --csv LRANGE list 0 -1
has '^"a","b\\""$'
run --json HELLO 3
has '"proto":3'
run -3 --no-raw CONFIG GET maxclients
has '"maxclients" => "'
run -n 3 SET k v
run -n 3 -r 3 INCR n
lines 3 '^[123]$'
run -x SET k <"$dir/script.lua"
has '^OK$'
run -X tag MSET a tag b tag <"$dir/script.lua"
has '^OK$'
run LATENCY DOCTOR
has 'Dave'
run --no-raw --user default --pass x --no-auth-warning PING
has 'PONG'
run -e NOSUCH
has 'unknown command'
printf 'MULTI\nSET k 1\nINCR k\nEXEC\nSUBSCRIBE\nHELP GET\nINFO server\n' >"$dir/feed"
run <"$dir/feed"
lines 2 '^QUEUED$'
has '^redis_version:'

what='before AUTH'
say COMMAND LIST | grep -vx 'auth\|hello\|quit\|reset' | tr '|' ' ' >"$dir/names"
say CONFIG SET requirepass secret >/dev/null
{ cat "$dir/names"; sed 's/$/ a b c/' "$dir/names"; sed 's/$/ 1 2 3 4 5 6/' "$dir/names"; } >"$dir/feed"
run <"$dir/feed"
lines 0 '^OK'
sed -i '/^$/d; /^NOAUTH/d; /^ERR wrong number of arguments/d; /^ERR unknown subcommand/d; /^EXECABORT/d; /^ERR [A-Z]* command not allowed/d' "$dir/out"
lines 0 .
run --no-auth-warning -a secret CONFIG SET requirepass ''
has '^OK$'

what='idle'
turns() { say INFO stats | tr -d '\r' | sed -n 's/^eventloop_cycles://p'; }
before=$(turns)
sleep 1
[ $(($(turns) - before)) -lt 100 ] && echo "it sleeps" >"$dir/out"
has 'it sleeps'

what='monitor, subscribe'
watch 2 MONITOR &
sleep 1
say SET seen 1 >/dev/null
wait $!
has '"SET" "seen" "1"$'
watch 2 PSUBSCRIBE 'c*' &
sleep 1
say PUBLISH ch hello >/dev/null
wait $!
has '"hello"'

# While a command is being typed redis-cli tells the rest of it, from what COMMAND DOCS says.
what='hints'
hint() { # what is typed, what is to be seen behind it
    rm -f "$dir/keys" "$dir/out"
    mkfifo "$dir/keys"
    script -qfec "stty cols 200; exec '$cli' -p $port" /dev/null <"$dir/keys" >"$dir/out" 2>&1 &
    typist=$!
    exec 3>"$dir/keys"
    i=0
    while [ $i -lt 100 ] && ! grep -q "$port>" "$dir/out"; do sleep 0.05; i=$((i + 1)); done
    printf '%s' "$1" >&3
    i=0
    while [ $i -lt 100 ] && ! grep -qF -- "$2" "$dir/out"; do sleep 0.05; i=$((i + 1)); done
    has "$(printf '%s' "$2" | sed 's/[][\.*^$]/\\&/g')"
    exec 3>&-
    kill $typist 2>/dev/null
    wait $typist 2>/dev/null
}
hint 'LPOS ' 'key element [RANK rank] [COUNT num-matches] [MAXLEN len]'
hint 'config set timeout ' 'value [parameter value ...]'
hint 'ZRANGE z 0 ' 'stop [BYSCORE|BYLEX] [REV] [LIMIT offset count] [WITHSCORES]'

what='protected-mode'
for address in $(hostname -I 2>/dev/null); do
    case $address in *.*.*.*) ;; *) continue ;; esac
    "$1" --port $((port + 10000)) --bind "$address" 127.0.0.1 --save '' --dir "$dir" --logfile "$dir/log2" &
    open=$!
    near() { timeout 20 "$cli" -p $((port + 10000)) "$@" >"$dir/out" 2>&1; }
    far() { timeout 20 "$cli" -h "$address" -p $((port + 10000)) "$@" >"$dir/out" 2>&1; }
    i=0
    while [ $i -lt 100 ] && ! { near PING && grep -q PONG "$dir/out"; }; do sleep 0.05; i=$((i + 1)); done
    far PING
    has '^DENIED Redis is running in protected mode'
    near CONFIG SET requirepass secret
    far --no-auth-warning -a secret PING
    has '^PONG$'
    near --no-auth-warning -a secret CONFIG SET requirepass '' protected-mode no
    far PING
    has '^PONG$'
    kill $open
    break
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
