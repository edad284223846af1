#!/bin/sh
# smoke.sh -- client libraries of several languages in typical use, those of them that this machine has.
#
#     tests/languages/smoke.sh path/to/redis-server      closes with one line "N passed, N failed"
#
# Debian's packages: python3-redis, ruby-redis, php-redis, libredis-perl. A real server passes too.
set -u
here=$(dirname "$0")
dir=$(mktemp -d)
port=$((20000 + $$ % 10000))
"$1" --port $port --save '' --dir "$dir" --logfile "$dir/log" &
server=$!
trap 'kill $server 2>/dev/null; wait 2>/dev/null; rm -rf "$dir"' EXIT
i=0
while [ $i -lt 100 ] && ! grep -qs 'Ready to accept' "$dir/log"; do sleep 0.05; i=$((i + 1)); done

try() { # how to see whether the library is there, and the script with its interpreter
    if ! sh -c "$1" >/dev/null 2>&1; then echo "left out: $2"; return; fi
    timeout 60 $2 $port >"$dir/out" 2>&1 || echo "exit status $?: $2"
    cat "$dir/out"
    grep -E '^[0-9]+ passed, [0-9]+ failed$' "$dir/out" >>"$dir/sums" || echo '0 passed, 1 failed' >>"$dir/sums"
}
python=python3                              # Debian's own has Debian's packages
[ -x /usr/bin/python3 ] && python=/usr/bin/python3
try "$python -c 'import redis'" "$python $here/smoke.py"
try "ruby -e 'require \"redis\"'" "ruby $here/smoke.rb"
try "php -r 'exit(class_exists(\"Redis\") ? 0 : 1);'" "php $here/smoke.php"
try "perl -MRedis -e 1" "perl $here/smoke.pl"
touch "$dir/sums"
awk '{ passed += $1; failed += $3 } END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || !passed }' "$dir/sums"
