#!/usr/bin/env bash
# How long ntm takes for a month of the whole country (8,225 communes, about 15 MB),
# and how much memory, as ratios measured in one run:
#
#   time    to the time in which the bare csv crate reads the one file into byte
#           records with one thread (examples/bare_csv.rs); the least of several runs
#   memory  the most that was resident, to the bytes of the input
#
#   benches/ratios.sh [RUNS]        needs bash 5, awk and GNU time (package time)
#
# The data is made anew with a fixed seed in a temporary folder (examples/national).
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-15}

cargo build --quiet --release --locked --bin ntm --example national --example bare_csv
bin=target/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin/examples/national" "$work/one" --files one
"$bin/examples/national" "$work/many" --files many
month=2022-06
one=$work/one/$month many=$work/many/$month

# The least wall time of a command in microseconds.
least() {
    local best=0 start took
    for _ in $(seq "$runs"); do
        start=${EPOCHREALTIME/./}
        "$@" >"$work/out"
        took=$((${EPOCHREALTIME/./} - start))
        if ((best == 0 || took < best)); then best=$took; fi
    done
    echo "$best"
}
# The most memory of a command in bytes.
peak() {
    env time -f %M -o "$work/memory" "$@" >"$work/out"
    echo $(($(cat "$work/memory") * 1024))
}
size() { cat "$1"/*.csv | wc -c; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'; }
row() { printf '%-44s %8s %6s\n' "$@"; }

bare=$(least "$bin/examples/bare_csv" "$one")
score() { least "$bin/ntm" score "$@"; }
row "" measured asked
row "CSV summary, one file: time" "$(ratio "$(score "$one" --format csv)" "$bare")" 1.5
row "CSV summary, 8,225 files: time" "$(ratio "$(score "$many" --format csv)" "$bare")" -
bare_many=$(least "$bin/examples/bare_csv" "$many")
row "  the same, to bare csv over the same files" "$(ratio "$(score "$many" --format csv)" "$bare_many")" 1
row "CSV summary, one file: memory" "$(ratio "$(peak "$bin/ntm" score "$one" --format csv)" "$(size "$one")")" 2
row "CSV summary, 8,225 files: memory" "$(ratio "$(peak "$bin/ntm" score "$many" --format csv)" "$(size "$many")")" 2
row "full JSON to a file, one file: time" "$(ratio "$(score "$one" -o "$work/score.json")" "$bare")" 10
row "full JSON to a file, one file: memory" "$(ratio "$(peak "$bin/ntm" score "$one" -o "$work/score.json")" "$(size "$one")")" 4
start_up=$(($(score data/mong-cai/2022-05) - $(least "$bin/ntm" --version)))
row "the sample, beyond ntm --version (ms)" "$(ratio "$start_up" 1000)" 15
