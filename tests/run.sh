# run.sh COMMAND... -- runs each command line, shows what it says, and closes with the sum of their
# "N passed, N failed" lines. A command that fails without saying so counts as one failed check.
results=$(mktemp) || exit 1
trap 'rm -f "$results" "$results.one"' EXIT
for command; do
    printf -- '-- %.100s\n' "$command"
    { sh -c "$command" 2>&1 || echo "exit status $?"; } | tee "$results.one"
    if grep -q '^exit status' "$results.one" && ! grep -q '[1-9][0-9]* failed$' "$results.one"; then
        echo '0 passed, 1 failed' >>"$results"
    fi
    grep -E '[0-9]+ passed, [0-9]+ failed$' "$results.one" | tail -n 1 >>"$results"
done
awk '{ failed += $(NF - 1); passed += $(NF - 3) }
     END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }' "$results"
