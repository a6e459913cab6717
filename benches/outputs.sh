#!/usr/bin/env bash
# What programs read of every verb on the sample: JSON, CSV, JSON Lines, receipts. A change
# that is to alter none of it is held by running this before and after:
#
#   benches/outputs.sh before      (at the commit before)
#   benches/outputs.sh after       (at the commit after)
#   diff -r before after
#
# NTM names another program than the one that is built here.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: benches/outputs.sh DIR" >&2; exit 2; }
out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/.."
if [ -z "${NTM:-}" ]; then
  cargo build --quiet --release --locked --bin ntm
  NTM=target/release/ntm
fi
months=(2022-05 2022-06 2022-07 2022-12)

# run NAME ENDING… -- VERB…: the verb's output in each of the formats.
run() {
  local name=$1 endings=() targets=()
  shift
  while [ "$1" != -- ]; do endings+=("$1"); shift; done
  shift
  for ending in "${endings[@]}"; do targets+=(-o "$out/$name.$ending"); done
  local code=0
  "$NTM" "$@" "${targets[@]}" >"$out/$name.out" 2>"$out/$name.err" || code=$?
  echo "$code" >"$out/$name.exit"
  [ -s "$out/$name.out" ] || rm "$out/$name.out"
  [ -s "$out/$name.err" ] || rm "$out/$name.err"
}

for month in "${months[@]}"; do
  data=data/mong-cai/$month
  for level in ntm nang-cao; do
    run "score-$level-$month" json csv jsonl -- score "$data" --level "$level"
    run "score-indicator-$level-$month" csv -- score "$data" --level "$level" --by indicator
    run "score-criterion-$level-$month" csv -- score "$data" --level "$level" --by criterion
    run "gaps-$level-$month" json csv -- gaps "$data" --level "$level"
    run "explain-$level-$month" json csv -- explain "$data" --level "$level" --commune 06739
  done
  run "ladder-$month" json csv -- ladder "$data"
  run "city-$month" json csv -- ladder --city "$data"
  run "check-$month" json -- check "$data"
done
for level in ntm nang-cao; do
  run "trend-$level" json csv -- trend data/mong-cai --level "$level"
  run "diff-$level" json csv -- diff data/mong-cai/2022-05 data/mong-cai/2022-12 --level "$level"
done
run diff-sets json csv -- diff data/mong-cai/2022-05 --sets qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm
run remote json csv -- score data/vung-kho-khan/2022-05
run faulty json -- check tests/faulty/data/2022-05
run criteria-list json -- criteria list
for set in qd-318-2022-ntm qd-318-2022-nang-cao qd-319-2022-kieu-mau qd-18-2022-cong-nhan; do
  run "criteria-$set" json -- criteria show "$set" --region DBSH --province 22
  run "unconfirmed-$set" json csv -- criteria show "$set" --region DBSH --province 22 --unconfirmed
done
rm -rf "$out/dossier"
"$NTM" dossier data/mong-cai/2022-12 --commune 06739 --draft -o "$out/dossier" >/dev/null 2>&1
"$NTM" verify "$out/dossier" --format json >"$out/verify.json" || true
find "$out/dossier" -type f ! -name '*.json' -delete
