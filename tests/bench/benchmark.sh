#!/bin/sh
# benchmark.sh -- redis-benchmark against our server and, one after the other in the same run, those that REDIS= and VALKEY= name
# (host:port; they are flushed): requests a second, server CPU a request, and our CPU by theirs.
#
#     tests/bench/benchmark.sh path/to/redis-server      ONLY='SET GET' some cases, SCALE=0.1 a tenth of the requests
#
# BENCHMARK= and CLI= are the programs, redis-benchmark and redis-cli by default.
set -u
tool=${BENCHMARK:-redis-benchmark} cli=${CLI:-redis-cli}
command -v ${tool%% *} >/dev/null || { echo "benchmark.sh: no $tool, left out"; exit 0; }
dir=$(mktemp -d)
port=$((20000 + $$ % 10000))
"$1" --port $port --save '' --dir "$dir" --logfile "$dir/log" &
server=$!
trap 'kill $server 2>/dev/null; wait 2>/dev/null; rm -rf "$dir"' EXIT
i=0
while [ $i -lt 100 ] && [ "$($cli -p $port PING 2>/dev/null)" != PONG ]; do sleep 0.05; i=$((i + 1)); done

cpu_us() { $cli -h "$1" -p "$2" INFO cpu | tr -d '\r' | awk -F: '/^used_cpu_(sys|user):/ { us += $2 * 1e6 } END { printf "%d", us }'; }

# One case on one server: "requests/s ns".
measure() { # host port requests pipeline words ...
    host=$1 at=$2 requests=$3 pipeline=$4
    shift 4
    before=$(cpu_us "$host" "$at")
    rate=$($tool -h "$host" -p "$at" -c 50 -P "$pipeline" -n "$requests" -r 1000000 -d 16 --csv "$@" | awk -F'","' 'END { print $2 + 0 }')
    echo "$rate $((($(cpu_us "$host" "$at") - before) * 1000 / requests))"
}

all="127.0.0.1:$port ${REDIS:-} ${VALKEY:-}"
for each in $all; do $cli -h "${each%:*}" -p "${each#*:}" FLUSHALL >/dev/null; done
printf '%-22s' 'redis-benchmark'
for each in $all; do printf ' %27s' "$([ "$each" = "127.0.0.1:$port" ] && echo ours || echo "$each")"; done
echo '  our CPU by theirs'
scale=${SCALE:-1}
while read -r name pipeline requests words; do
    case " ${ONLY:-$name} " in *" $name "*) ;; *) continue ;; esac
    requests=$(awk "BEGIN { printf \"%d\", $requests * $scale }")
    printf '%-22s' "$name, pipeline $pipeline"
    mine='' ratios=''
    for each in $all; do
        set -- $(measure "${each%:*}" "${each#*:}" "$requests" "$pipeline" $words)
        printf ' %12.0f/s %9d ns' "$1" "$2"
        if [ -z "$mine" ]; then mine=$2; else ratios="$ratios $(awk "BEGIN { printf \"%.2f\", $mine / ($2 > 0 ? $2 : 1) }")"; fi
    done
    echo " $ratios"
done <<CASES
SET 64 2000000 -t set
GET 64 2000000 -t get
INCR 64 2000000 -t incr
LPUSH 64 1000000 -t lpush
SADD 64 1000000 -t sadd
HSET 64 1000000 -t hset
MSET 16 200000 -t mset
SET 1 200000 -t set
GET 1 200000 -t get
CASES
