#!/bin/sh
# way_in.sh -- what a newcomer meets: the commands of README.md, what the program links, how it answers --help and its like, and
# that what `make install` puts somewhere `make uninstall` takes away.
#
#     tests/way_in.sh path/to/redis-server      from the root of the repository; closes with one line "N passed, N failed"
set -u
program=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0
good() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "failed: $*"; }
same() { if [ "$2" = "$3" ]; then good; else bad "$1: $2, not $3"; fi; }

# Each set-up is one line, and CI says the same words.
for line in 'sh deps/install.sh && make run' 'sh deps/install.sh && make test'; do
    same "README.md has '$line'" "$(grep -cxF "    $line" README.md)" 1
done
for word in 'sh deps/install.sh' 'make test' 'make tidy' 'make SANITIZE=1 test'; do
    if grep -q "$word\$" .ci/run; then good; else bad ".ci/run does not say $word"; fi
done
same 'LICENSE' "$(head -n 1 LICENSE)" 'BSD 3-Clause License'
same 'its conditions' "$(grep -cE '^(1|2|3)\. ' LICENSE)" 3
for target in all run test tidy oracle sim bench debug install uninstall clean; do
    if grep -qE "^$target:" Makefile && grep -qE "^# make $target |^# make .*\\b$target\\b|^# make +the server" Makefile; then good
    elif [ "$target" = all ] && grep -qE '^all:' Makefile; then good
    else bad "Makefile does not have, or not explain, $target"; fi
done

# libc and its libm, nothing else. Sanitizers bring libraries of their own.
if command -v ldd >/dev/null && ! ldd "$program" | grep -q asan; then
    same 'linked' "$(ldd "$program" | sed 's/^[[:space:]]*//; s/ .*//' | grep -vE '^(linux-vdso|linux-gate|libc|libm|libpthread|/lib)' | tr '\n' ' ')" ''
fi

# runs: the status, and which of the two outputs has what line (a basic expression).
runs() { # status stream pattern arguments ...
    status=$1 stream=$2 pattern=$3
    shift 3
    "$program" "$@" >"$dir/1" 2>"$dir/2" </dev/null
    same "status of $*" $? "$status"
    if grep -q -- "$pattern" "$dir/$stream"; then good; else bad "$*: output $stream has no line like $pattern"; fi
}
runs 1 2 '^Usage: redis-server ' --help
runs 1 2 '^Usage: redis-server ' -h
runs 0 1 '^Redis server v=8\.0\.2 sha=[0-9a-f]*:[01] malloc=[a-z]* bits=64 build=' --version
runs 0 1 '^Redis server v=8\.0\.2 ' -v
runs 0 1 '^Configuration OK$' --test-config redis.conf
printf 'port 0\nmaxmemory lots\n' >"$dir/bad.conf"
runs 1 2 "^>>> 'maxmemory lots'\$" --test-config "$dir/bad.conf"
runs 1 2 '^Reading the configuration file, at line 2$' "$dir/bad.conf"
runs 1 2 '^argument must be a memory value$' "$dir/bad.conf"
runs 1 1 "Fatal error, can't open config file '$dir/none.conf': No such file or directory" "$dir/none.conf"
runs 1 2 '^Bad directive or wrong number of arguments$' --nosuch 1

# Installed and taken away again. A checked build is not meant to be installed.
case $program in src/*)
    make -s install DESTDIR="$dir/root" PREFIX=/usr >/dev/null
    same 'installed' "$(cd "$dir/root" && find . -type f -perm -111 | sort | tr '\n' ' ')" \
        './usr/bin/redis-check-aof ./usr/bin/redis-check-rdb ./usr/bin/redis-server '
    same 'the installed one' "$("$dir/root/usr/bin/redis-server" --version)" "$("$program" --version)"
    make -s uninstall DESTDIR="$dir/root" PREFIX=/usr >/dev/null
    same 'left behind' "$(find "$dir/root" -type f)" '' ;;
esac
echo "$passed passed, $failed failed"
[ $failed = 0 ]
