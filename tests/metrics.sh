#!/bin/sh
# metrics.sh -- the endpoint for Prometheus, asked by curl and judged by promtool (Debian: curl, prometheus).
#
#     tests/metrics.sh path/to/redis-server
#
# A server of its own runs in a temporary directory. Closes with one line "N passed, N failed".
set -u

for tool in curl promtool; do
    command -v $tool >/dev/null || { echo "metrics.sh: $tool is needed" >&2; exit 1; }
done

dir=$(mktemp -d)
port=$((20000 + $$ % 10000))
scrape=$((port + 10000))
url=http://127.0.0.1:$scrape
"$1" --port $port --metrics-port $scrape --save '' --dir "$dir" --logfile "$dir/log" --latency-monitor-threshold 1 \
    --enable-debug-command yes &
server=$!
trap 'kill $server 2>/dev/null; wait 2>/dev/null; rm -rf "$dir"' EXIT

passed=0 failed=0
check() { # what, then a command that must succeed
    what=$1; shift
    if "$@" >"$dir/out" 2>&1; then passed=$((passed + 1)); return; fi
    failed=$((failed + 1))
    echo "failed: $what"
    head -5 "$dir/out"
}
say() { printf '%s\r\n' "$@" QUIT | curl -s -m 5 "telnet://127.0.0.1:$port" >/dev/null; }
status() { curl -s -m 5 -o /dev/null -w '%{http_code}' "$@"; }
gives() { want=$1; shift; got=$(status "$@"); echo "got $got"; [ "$got" = "$want" ]; }
line() { grep -qx -- "$1" "$dir/metrics"; }
scrape() { curl -s -m 5 "$url/metrics" >"$dir/metrics"; }

curl -s -m 10 --retry 50 --retry-delay 0 --retry-connrefused "$url/metrics" >/dev/null
say 'SET a b' 'EXPIRE a 1000' 'LPUSH a x' 'DEBUG SLEEP 0.01' 'SELECT 3' 'SET c d'
scrape

check 'promtool finds nothing to complain about' sh -c "promtool check metrics <$dir/metrics"
check 'a counter' line 'redis_connections_received_total 1'
check 'a gauge' line 'redis_connected_clients 0'
check 'keys of a database' line 'redis_db_keys{db="db3"} 1'
check 'keys that expire' line 'redis_db_keys_expiring{db="db0"} 1'
check 'calls of a command' line 'redis_commands_total{cmd="set"} 2'
check 'failed calls' line 'redis_commands_failed_calls_total{cmd="lpush"} 1'
check 'errors' line 'redis_errors_total{err="WRONGTYPE"} 1'
check 'a state' line 'redis_rdb_last_bgsave_status 1'
check 'a histogram' line 'redis_commands_latencies_usec_count{cmd="expire"} 1'
check 'a quantile' line 'redis_latency_percentiles_usec{cmd="set",quantile="0.5"} [0-9.]*'
check 'a spike' line 'redis_latency_spike_duration_seconds{event_name="command"} 0.01[0-9]*'
check 'a limit' line 'redis_config_client_output_buffer_limit_bytes{class="pubsub",limit="hard"} 33554432'

say 'ACL SETUSER default #0000000000000000000000000000000000000000000000000000000000000000' 'CONFIG SET maxclients 1'
check 'needs no password, is no client' gives 200 "$url/metrics"
check 'a query does not matter' gives 200 "$url/metrics?name=x"
check 'HTTP/1.0' gives 200 --http1.0 "$url/metrics"
check 'HEAD has no body' gives 200 -I "$url/metrics"
check 'another path' gives 404 "$url/"
check 'another method' gives 405 -X POST "$url/metrics"
check 'a strange method' gives 400 -X 'g@t' "$url/metrics"
check 'too long a line' gives 400 "$url/$(head -c 9000 /dev/zero | tr '\0' x)"
check 'too many headers' gives 400 -H "x: $(head -c 9000 /dev/zero | tr '\0' x)" "$url/metrics"
check 'no HTTP at all' sh -c "printf 'PING\r\n\r\n' | curl -s -m 5 telnet://127.0.0.1:$scrape | grep -q '^HTTP/1.1 400'"
check 'the type is told' sh -c "curl -s -m 5 -I $url/metrics | grep -qi '^content-type: text/plain; version=0.0.4'"

# A request may come in pieces; of several only the first is answered; who does not read his answer keeps nobody waiting.
talk() { # seconds to stay, then what to say, a piece each half second: prints what comes
    bash -c 'exec 3<>/dev/tcp/127.0.0.1/$0; stay=$1; shift; for piece; do printf "$piece" >&3; sleep 0.5; done; timeout $stay cat <&3' \
        $scrape "$@" 2>/dev/null
}
answers() { want=$1; shift; got=$(talk 5 "$@" | grep -c '^HTTP/1.1 200'); echo "got $got"; [ "$got" = "$want" ]; }
used() { say 'INFO memory' 'PING' >/dev/null; curl -s -m 5 "$url/metrics" | sed -n 's/^redis_memory_used_bytes //p'; }
check 'in pieces' answers 1 'GET /met' 'rics HT' 'TP/1.1\r\nHost: x\r' '\n\r' '\n'
check 'bare line ends' answers 1 'GET /metrics HTTP/1.0\n\n'
check 'pipelined' answers 1 'GET /metrics HTTP/1.1\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n'
check 'nothing but a line end' sh -c "printf '\r\n\r\n' | curl -s -m 5 telnet://127.0.0.1:$scrape | grep -q '^HTTP/1.1 400'"
check 'no version' sh -c "printf 'GET /metrics\r\n\r\n' | curl -s -m 5 telnet://127.0.0.1:$scrape | grep -q '^HTTP/1.1 400'"
check 'bytes of all kinds' sh -c "head -c 20000 /dev/urandom | curl -s -m 5 telnet://127.0.0.1:$scrape | grep -q '^HTTP/1.1 400'"
check 'PUT, DELETE, OPTIONS' sh -c "for m in PUT DELETE OPTIONS; do [ \$(curl -s -o /dev/null -w '%{http_code}' -X \$m $url/metrics) = 405 ] || exit 1; done"
before=$(used)
for i in 1 2 3 4 5 6; do
    bash -c "exec 3<>/dev/tcp/127.0.0.1/$scrape; printf 'GET /metrics HTTP/1.1\r\n\r\n' >&3; sleep 4" &
    bash -c "exec 3<>/dev/tcp/127.0.0.1/$scrape; printf 'GET /metrics HTTP/1.1\r\nx: y' >&3; sleep 4" &
done
sleep 1
check 'while twelve do not read, or do not end' gives 200 "$url/metrics"
grown=$(($(used) - before))
check "little memory for them ($grown bytes)" [ $grown -lt 400000 ]
ups() { i=0; while [ $i -lt 200 ]; do [ "$(status "$url/metrics")" = 200 ] || return 1; i=$((i + 1)); done; }
check 'two hundred scrapes in a row' ups

# Those who say nothing are cut off in the end; while there are too many of them others are turned away, and clients served.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
    sleep 12 | curl -s -m 12 "telnet://127.0.0.1:$scrape" >/dev/null &
done
busy() { i=0; while [ $i -lt 50 ]; do [ "$(status "$url/metrics")" = 000 ] && return; i=$((i + 1)); done; return 1; }
free() { curl -s -m 20 --retry 100 --retry-delay 1 --retry-all-errors -o /dev/null "$url/metrics"; }
check 'too many at once' busy
check 'silence ends' free

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
