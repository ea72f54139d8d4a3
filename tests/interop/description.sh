#!/usr/bin/env bash
# Checks the description of the API with Redocly, and the API against its description with schemathesis: on SQLite and on
# PostgreSQL, as anyone, as a member and as the operator.
# Usage: description.sh DIRECTORY_OF_PROGRAMS WORKDIR
# EXAMPLES (20) cases are made up of each operation, besides the examples, what covers the schemas' limits, and walks from
# one operation to the next; another SEED (1) makes others. What was sent and answered stands in WORKDIR/schemathesis. Run
# it after run.sh, which installs what it needs.
set -euo pipefail

[[ $# == 2 ]] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=$(cd "$1" && pwd) work=$(cd "$2" && pwd)
orebook=$programs/orebook
places=() failed=0
# shellcheck disable=SC2329
end() {
    for pid in $(jobs -p); do kill -INT "$pid" 2>/dev/null || true; done
    wait
    for place in "${places[@]}"; do rm -rf "$place"; done
}
trap end EXIT

fresh() {
    place=$(mktemp -d "${TMPDIR:-/tmp}/orebook-interop-XXXXXX")
    places+=("$place")
}

# Waits until a command succeeds.
until_done() {
    for _ in $(seq 300); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done
    echo "waited in vain for: $*" >&2
    return 1
}

# Starts a PostgreSQL that listens on a socket in a directory of its own; its URL is in $database.
start_postgres() {
    local bin as=()
    bin=$(dirname "$(readlink -f "$(command -v initdb || printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -1)")")
    fresh
    if [[ $(id -u) == 0 ]]; then
        as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
        chown postgres: "$place"
    fi
    (cd / && "${as[@]}" "$bin/initdb" -U postgres -A trust -E UTF8 --locale=C --no-sync -D "$place/data" >/dev/null)
    (cd / && exec "${as[@]}" "$bin/postgres" -D "$place/data" -k "$place" -c listen_addresses= -c fsync=off) >"$work/postgres.log" 2>&1 &
    until_done "$bin/pg_isready" -q -h "$place"
    database="postgres://postgres@${place//\//%2F}/postgres"
}

# Plays the demo on a database and serves it, without limits; its address is in $base.
start_register() {
    local data=$1 database=$2
    rm -rf "$data"
    "$orebook" demo --once --data "$data" --database "$database" >/dev/null 2>"$work/demo.log"
    printf '\n[limits]\noff = true\n\n[webhooks]\nallow_loopback = true\n' >>"$data/orebook.toml"
    "$orebook" serve --data "$data" --database "$database" --listen 127.0.0.1:0 --accept-time >"$work/serve.log" 2>&1 &
    server=$!
    until_done grep -q 'http://[0-9.:]*' "$work/serve.log"
    base=$(grep -o 'http://[0-9.:]*' "$work/serve.log" | head -1)
    until_done curl -sf "$base/readyz"
}

# Makes a program of a member that may do whatever a program may: somebody is invited, comes in, and makes it.
make_program() {
    local data=$1 database=$2 organisation=$3 link cookie key
    link=$("$orebook" invite --data "$data" --database "$database" --base-url "$base" --organisation "$organisation" \
        --role admin --email interop@member.example | grep -o 'http://[^ ]*')
    cookie=$(curl -sS -o /dev/null -D - -X POST -H "origin: $base" -H 'content-type: application/x-www-form-urlencoded' "$link" \
        | grep -i '^set-cookie:' | sed 's/^[^:]*: //; s/;.*//')
    rm -f "$work/member.pem"
    key=$("$orebook" keygen "$work/member.pem")
    program=$(curl -sSf -X POST -H "cookie: $cookie" -H "origin: $base" -H 'content-type: application/json' "$base/v1/clients" \
        -d "{\"name\":\"interop\",\"scope\":\"read money documents settings people\",\"key\":\"$key\"}" \
        | grep -o 'cli_[0-9a-f]*')
}

# Runs schemathesis as somebody.
probe() {
    local name=$1; shift
    echo "schemathesis: $name"
    rm -rf "$work/schemathesis/$name"
    mkdir -p "$work/schemathesis/$name"
    (cd "$work/schemathesis/$name" && PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$work/python:$here" SCHEMATHESIS_HOOKS=hooks python3 -m schemathesis.cli \
        --config-file "$here/schemathesis.toml" run "$base/openapi.json" --seed "${SEED:-1}" \
        --max-examples "${EXAMPLES:-20}" --report ndjson --report-ndjson-path sent.ndjson "$@" >said.txt 2>&1) \
        || { failed=1; cat "$work/schemathesis/$name/said.txt" >&2; }
    sed -n '/= SUMMARY =/,$p' "$work/schemathesis/$name/said.txt" | grep -E 'Tested:|generated|=' | sed '1d'
}

check_on() {
    local name=$1 database=$2 data=$work/$1-demo producer operator
    start_register "$data" "$database"
    if [[ $name == sqlite ]]; then
        curl -sSf "$base/openapi.json" >"$work/openapi.json"
        "$work/node/node_modules/.bin/redocly" lint --config "$here/redocly.yaml" "$work/openapi.json"
    fi
    producer=$(curl -sSf "$base/v1/batches?limit=1" | grep -o '"producer":"org_[^"]*' | grep -o 'org_.*')
    operator=$(curl -sSf "$base/v1/organisations" | grep -o '"id":"org_[^"]*' | head -1 | grep -o 'org_.*')
    make_program "$data" "$database" "$producer"
    probe "$name-anyone"
    token=$("$orebook" access-token --server "$base" --key "$work/member.pem" --client "$program")
    # Not its own end: what comes after would be asked by nobody.
    probe "$name-member" -H "Authorization: Bearer $token" \
        --exclude-operation-id revoke_client --exclude-operation-id revoke_client_key
    token=$("$orebook" access-token --server "$base" --key "$data/keys/operator-first.pem" --client "$operator")
    probe "$name-operator" -H "Authorization: Bearer $token"
    kill -INT "$server"
    wait "$server" || true
    # Whatever was tried, the register is as replayed.
    "$orebook" check --data "$data" --database "$database" 2>/dev/null
}

check_on sqlite "sqlite:$work/sqlite-demo/register.db"
start_postgres
check_on postgres "$database"
exit "$failed"
