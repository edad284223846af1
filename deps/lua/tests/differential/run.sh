#!/bin/sh
# Runs generated programs on ours and on the reference and compares output and error texts.
# run.sh ours reference count first-seed
ours=$(realpath "$1") reference=$2 count=${3:-300} first=${4:-1}
here=$(dirname "$0")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for seed in $(seq "$first" $((first + count - 1))); do
    "$reference" "$here/generate.lua" "$seed" > "$work/p.lua"
    (cd "$work" && timeout 10 "$reference" p.lua > expected 2> expected.error)
    (cd "$work" && timeout 10 "$ours" p.lua > actual 2> actual.error)
    if cmp -s "$work/expected" "$work/actual" && [ -s "$work/expected" ]; then
        passed=$((passed + 1))
    elif ! [ -s "$work/expected" ] && ! [ -s "$work/actual" ] &&
         [ "$(sed 's/^[^:]*: //;1q' "$work/expected.error")" = "$(sed 's/^[^:]*: //;1q' "$work/actual.error")" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "seed $seed differs:"
        diff "$work/expected" "$work/actual" | head -5
        head -3 "$work/expected.error" "$work/actual.error"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
