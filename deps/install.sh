#!/bin/sh
# install.sh -- makes sure that there are a C compiler, make and (for the tests only) hiredis; installs what is missing.
set -eu

prefix=$(brew --prefix 2>/dev/null) || prefix=/usr     # where Homebrew's headers are, cc does not look by itself
has_header() { echo "#include <$1>" | cc -I"$prefix/include" -E -x c - >/dev/null 2>&1; }
has_compiler() { command -v cc >/dev/null && has_header stdio.h; }
has_make() { command -v make >/dev/null; }
has_hiredis() { has_header hiredis/hiredis.h; }
# What of these is missing: packages of a compiler, of make, of hiredis.
missing() {
    has_compiler || echo "$1"
    has_make || echo "$2"
    has_hiredis || echo "$3"
}

if [ -z "$(missing compiler make hiredis)" ]; then exit 0; fi

if [ "$(id -u)" -eq 0 ]; then as_root=; else as_root=sudo; fi
if command -v apt-get >/dev/null; then
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(missing 'gcc libc6-dev' make libhiredis-dev)
elif command -v dnf >/dev/null; then
    $as_root dnf install -y -q $(missing 'gcc libasan libubsan' make hiredis-devel)
elif command -v apk >/dev/null; then
    $as_root apk add -q $(missing 'gcc musl-dev' make hiredis-dev)
elif command -v pacman >/dev/null; then
    $as_root pacman -S --needed --noconfirm $(missing gcc make hiredis)
elif command -v brew >/dev/null; then
    brew install -q $(missing gcc make hiredis)         # Homebrew refuses to be root
else
    echo "install.sh: please install a C compiler, make and hiredis (with its headers)" >&2
    exit 1
fi
still=$(missing 'a C compiler' make hiredis)
[ -z "$still" ] || { echo "install.sh: still missing:" $still >&2; exit 1; }
