#!/usr/bin/env bash
# Checks a running registry with software that nobody of this project wrote.
# Usage: run.sh BASE_URL VKEY_FILE WORKDIR
# OREBOOK_TOKEN is an access token of the operator or an auditor: some of the entries read are members' own.
set -euo pipefail

[[ $# == 3 ]] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$3"
base=$1 vkey=$(realpath "$2") work=$(cd "$3" && pwd)
gopath=/usr/share/gocode

# Says nothing unless what it runs fails.
quietly() {
    "$@" >"$work/install.log" 2>&1 || { cat "$work/install.log" >&2; exit 1; }
}

debian=()
command -v node >/dev/null || debian+=(nodejs)
command -v npm >/dev/null || debian+=(npm)
python3 -m pip --version >/dev/null 2>&1 || debian+=(python3-pip)
command -v go >/dev/null || debian+=(golang-go)
[[ -d $gopath/src/golang.org/x/mod/sumdb/tlog ]] || debian+=(golang-golang-x-mod-dev)
if ((${#debian[@]})); then
    quietly apt-get update -qq
    quietly env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${debian[@]}"
fi

# Node resolves packages from where a module is, so the module goes beside them.
mkdir -p "$work/node"
cp "$here/statement.mjs" "$work/node/"
if ! cmp -s "$here/package-lock.json" "$work/node/installed"; then
    cp "$here/package.json" "$here/package-lock.json" "$work/node/"
    quietly npm ci --prefix "$work/node" --no-audit --no-fund --ignore-scripts
    cp "$here/package-lock.json" "$work/node/installed"
fi

if ! cmp -s "$here/requirements.txt" "$work/python/installed"; then
    rm -rf "$work/python"
    quietly python3 -m pip install --quiet --no-deps --only-binary :all: \
        --target "$work/python" --requirement "$here/requirements.txt"
    cp "$here/requirements.txt" "$work/python/installed"
fi

# Without modules Go reads Debian's sources and no network.
(cd "$here/golog" && quietly env GO111MODULE=off GOFLAGS= GOPATH="$gopath" \
    GOCACHE="$work/gocache" go build -o "$work/golog" .)

node "$work/node/statement.mjs" "$base"
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$work/python" python3 "$here/jwt.py" "$base"
"$work/golog" "$base" "$vkey"
