#!/bin/sh
# install.sh -- makes sure that there are a C compiler, make and (for the tests only) hiredis; installs what is missing.
set -eu

has_header() { echo "#include <$1>" | cc -E -x c - >/dev/null 2>&1; }
has_all() { command -v cc && command -v make && has_header stdio.h && has_header hiredis/hiredis.h; }

if has_all >/dev/null; then exit 0; fi

if [ "$(id -u)" -eq 0 ]; then as_root=; else as_root=sudo; fi
if command -v apt-get >/dev/null; then
    $as_root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq gcc libc6-dev make libhiredis-dev
elif command -v dnf >/dev/null; then
    $as_root dnf install -y -q gcc make hiredis-devel libasan libubsan
elif command -v apk >/dev/null; then
    $as_root apk add -q gcc musl-dev make hiredis-dev
elif command -v pacman >/dev/null; then
    $as_root pacman -S --needed --noconfirm gcc make hiredis
elif command -v brew >/dev/null; then
    brew install -q hiredis make
else
    echo "install.sh: please install a C compiler, make and hiredis (with its headers)" >&2
    exit 1
fi
has_all >/dev/null || { echo "install.sh: a C compiler, make or hiredis is still missing" >&2; exit 1; }
