#!/usr/bin/env bash
# Fuzzes every target for SECONDS_EACH (20) seconds, from the corpus that is committed. Needs cargo-fuzz and g++.
# The toolchain is the project's own: coverage needs no nightly, and what is fuzzed has no unsafe code to sanitise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export RUSTC_BOOTSTRAP=1
seconds=${SECONDS_EACH:-20}
# With the temporary directory elsewhere, what is found does not change the committed corpus.
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
cargo fuzz build --sanitizer none
for target in $(cargo fuzz list); do
    mkdir -p "$found/$target" "corpus/$target"
    cargo fuzz run --sanitizer none "$target" "$found/$target" "corpus/$target" -- \
        -max_total_time="$seconds" -rss_limit_mb=512 -malloc_limit_mb=128 -timeout=10 -max_len=65536 -print_final_stats=1 \
        >"$found/$target.log" 2>&1 || { tail -60 "$found/$target.log" >&2; exit 1; }
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/$target.log")
    peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "$found/$target.log")
    printf '%-12s %4s s %10s executions, %s MB at most, no finding\n' "$target" "$seconds" "$executions" "$peak"
done
