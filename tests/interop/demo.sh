#!/usr/bin/env bash
# Plays the demo, serves it, and has software of others check it, its API and the example clients.
# Usage: demo.sh DIRECTORY_OF_PROGRAMS WORKDIR
set -euo pipefail

[[ $# == 2 ]] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$2"
programs=$(cd "$1" && pwd) work=$(cd "$2" && pwd)

rm -rf "$work/demo"
"$programs/orebook" demo --once --data "$work/demo" >"$work/demo.log"
# The demo ended weeks ago by its own clock; the server goes on from today.
"$programs/orebook" serve --data "$work/demo" --listen 127.0.0.1:0 --accept-time >"$work/serve.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
    base=$(grep -o 'http://[0-9.:]*' "$work/serve.log" | head -1 || true)
    [[ -n $base ]] && curl -sf "$base/readyz" >/dev/null && break
    sleep 0.1
done

operator=$(curl -sSf "$base/v1/organisations" | grep -o '"id":"org_[^"]*' | head -1 | grep -o 'org_.*')
OREBOOK_TOKEN=$("$programs/orebook" access-token --server "$base" --key "$work/demo/keys/operator-first.pem" --client "$operator")
export OREBOOK_TOKEN
"$here/run.sh" "$base" "$work/demo/log.vkey" "$work"
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$work/python" \
    python3 "$here/totals.py" "$programs/orebook-verify" "$work/demo/archive" "$work/demo/log.vkey"
"$work/node/node_modules/.bin/tsc" --project "$here/tsconfig.json" --typeRoots "$work/node/node_modules/@types"
echo "ok   examples: the types of the client in TypeScript are sound"
"$here/description.sh" "$programs" "$work"
