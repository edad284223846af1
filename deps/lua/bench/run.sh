#!/bin/sh
# Prints CPU time and peak memory of each benchmark, ours against the reference: alternating runs, medians.
ours=$1 reference=$2 runs=${3:-5}
cd "$(dirname "$0")" || exit 1
median() { sort -n "$1" | sed -n "$(((runs + 1) / 2))p"; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
printf '%-16s %8s %8s %7s %9s %9s %7s\n' benchmark ours lua5.1 speedup ours-KB ref-KB memory
for script in *.lua; do
    rm -f "$work"/*
    for run in $(seq "$runs"); do
        for who in ours reference; do
            eval "program=\$$who"
            /usr/bin/time -o "$work/time" -f '%U %S %M' "$program" "$script" > "$work/$who.out" || exit 1
            awk '{print $1 + $2}' "$work/time" >> "$work/$who.cpu"
            awk '{print $3}' "$work/time" >> "$work/$who.memory"
        done
        cmp -s "$work/ours.out" "$work/reference.out" || { echo "$script: outputs differ"; exit 1; }
    done
    echo "${script%.lua} $(median "$work/ours.cpu") $(median "$work/reference.cpu")" \
        "$(median "$work/ours.memory") $(median "$work/reference.memory")"
done | awk '{
    speed = $3 / ($2 > 0 ? $2 : 0.005); memory = $4 / $5
    sum += log(speed); if (memory > worst) worst = memory; n++
    printf "%-16s %8.2f %8.2f %6.2fx %9d %9d %6.2fx\n", $1, $2, $3, speed, $4, $5, memory
} END { printf "geometric mean of speedups %.2fx, worst memory %.2fx\n", exp(sum / n), worst }'
