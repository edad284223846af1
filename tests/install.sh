#!/bin/sh
# install.sh -- deps/install.sh on machines that are only played: each has one package manager, a user, and lacks something.
#
# A machine is a directory of programs, the whole PATH there is; what its package manager is asked for is written down, and
# is there from then on. Closes with one line "N passed, N failed".
set -u
script=$(cd "$(dirname "$0")/.." && pwd)/deps/install.sh
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0

program() { printf '#!/bin/sh\n%s\n' "$2" >"$dir/bin/$1"; chmod +x "$dir/bin/$1"; }

# machine MANAGER USER MISSING...: of cc, make and hiredis.h
machine() {
    rm -rf "$dir/bin" "$dir/told"
    mkdir "$dir/bin"
    : >"$dir/told"
    program id "echo $2"
    program env 'shift; exec "$@"'
    program sudo 'echo "sudo" >>"'"$dir/told"'"; exec "$@"'
    install="echo $1 \"\$@\" >>'$dir/told'; [ \"\$1\" = update ] || : >'$dir/bin/installed'"
    [ "$1" = none ] || program "$1" "[ \"\$1\" != --prefix ] || { echo /brew; exit; }; $install"
    program cc 'read -r line; case "$line" in *hiredis*) [ -e "'"$dir"'/bin/has_hiredis" ] || [ -e "'"$dir"'/bin/installed" ];; esac'
    program make ''
    : >"$dir/bin/has_hiredis"
    shift 2
    for part; do
        case $part in
        cc) program cc '[ -e "'"$dir"'/bin/installed" ]' ;;
        make) rm "$dir/bin/make" ;;
        hiredis) rm "$dir/bin/has_hiredis" ;;
        esac
    done
}

# expect STATUS LINES: how it ends and what was asked for, a line a request
expect() {
    PATH="$dir/bin" /bin/sh "$script" >"$dir/out" 2>&1
    status=$?
    if [ "$status $(cat "$dir/told")" = "$1 $2" ]; then passed=$((passed + 1)); return; fi
    failed=$((failed + 1))
    echo "failed: status $status, told:"; cat "$dir/told" "$dir/out"; echo "instead of $1:"; echo "$2"
}

for manager in apt-get dnf apk pacman brew none; do
    machine $manager 0
    expect 0 ''                         # nothing is missing, so nobody is asked
done

machine apt-get 0 cc hiredis
expect 0 'apt-get update -qq
apt-get install -y -qq gcc libc6-dev libhiredis-dev'
machine apt-get 0 hiredis
expect 0 'apt-get update -qq
apt-get install -y -qq libhiredis-dev'
machine apt-get 1000 hiredis
expect 0 'sudo
apt-get update -qq
sudo
apt-get install -y -qq libhiredis-dev'
machine dnf 0 cc hiredis
expect 0 'dnf install -y -q gcc libasan libubsan hiredis-devel'
machine dnf 1000 hiredis
expect 0 'sudo
dnf install -y -q hiredis-devel'
machine apk 0 cc
expect 0 'apk add -q gcc musl-dev hiredis-dev'
machine apk 1000 hiredis
expect 0 'sudo
apk add -q hiredis-dev'
machine pacman 0 hiredis
expect 0 'pacman -S --needed --noconfirm hiredis'
machine pacman 1000 cc
expect 0 'sudo
pacman -S --needed --noconfirm gcc hiredis'
machine brew 501 hiredis
expect 0 'brew install -q hiredis'

machine dnf 0 make                      # the manager is content, but there still is none
expect 1 'dnf install -y -q make'
machine none 0 hiredis
expect 1 ''

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
