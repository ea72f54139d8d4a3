#!/bin/sh
# Every drill in full: a line each as it ends, then the sum. The exit code is 1 if anything was lost, doubled, or not as it
# must be. The words of the tests themselves are kept in target/drill/tests.log.
set -u
cd "$(dirname "$0")/.."
cargo=${CARGO:-cargo}
directory=$PWD/target/drill
lines=$directory/lines
mkdir -p "$directory"
: >"$lines"
# A thousand connections need as many files.
ulimit -n 4096 2>/dev/null || true

$cargo test --quiet --locked --package orebook-tests --test system --no-run || exit 1
began=$(date +%s)
heading() { printf '%-28s %-8s %6s %12s %6s %7s %7s\n' "$@"; }
heading drill database cycles acknowledged lost doubled seconds
tail -n +1 -f "$lines" &
tail=$!
trap 'kill "$tail" 2>/dev/null' EXIT
trap 'exit 1' INT TERM HUP
DRILL=$lines $cargo test --quiet --locked --package orebook-tests --test system -- "drills::${1:-}" --test-threads="${THREADS:-4}" \
    >"$directory/tests.log" 2>&1
status=$?
sleep 1
awk -v status="$status" -v seconds="$(($(date +%s) - began))" '
    {
        for (i = 1; i <= NF; i++) if ($i == "sqlite" || $i == "postgres") break
        drills++
        cycles += $(i + 1)
        if ($0 ~ /as it must$/) next
        acknowledged += $(i + 2); lost += $(i + 3); doubled += $(i + 4)
        if ($0 ~ /FAILED$/) failed++
    }
    END {
        printf "%-28s %-8s %6d %12d %6d %7d %7d\n", drills " drills", "", cycles, acknowledged, lost, doubled, seconds
        if (failed > 0 || lost > 0 || doubled > 0 || status != 0 || drills == 0) {
            print "something failed: see target/drill/tests.log"
            exit 1
        }
    }' "$lines"
