#!/usr/bin/env bash
# Tries the program for production: it holds Swift's runtime, serves the demo court, and answers README's query as README says.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

scripts/setup.sh
docket=$(scripts/release.sh)
if ldd "$docket" | grep -q libswift; then fail "$docket needs Swift's runtime beside it: $(ldd "$docket" | grep libswift)"; fi

folder=$(mktemp -d)
server=
cleanup() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT TERM
# PostgreSQL runs as another user where this one is root.
chmod 711 "$folder"

"$docket" dev --data "$folder/data" --port 0 --ready-file "$folder/ready" >"$folder/log" 2>&1 &
server=$!
until [ -s "$folder/ready" ]; do
    kill -0 "$server" 2>/dev/null || fail "docket dev did not start: $(cat "$folder/log")"
    sleep 0.1
done
ready() { sed -nE 's/.*"'"$1"'": ?"([^"]*)".*/\1/p' "$folder/ready" | sed 's,\\/,/,g'; }
block() { awk -v fence='```'"$1" '$0 == "```" { if (inside) exit } inside { print } $0 == fence { inside = 1 }' README.md; }

query=$(block graphql | sed 's/\\/\\\\/g; s/"/\\"/g' | tr '\n' ' ')
expected=$(block json | tr -d '\n')
[ -n "$query" ] && [ -n "$expected" ] || fail "README.md has no query, or no answer."
answer=$(curl --silent --show-error --fail-with-body --max-time 30 --cacert "$(ready caCertificate)" \
    -H 'Content-Type: application/json' -H "Authorization: Bearer $(ready token)" -d "{\"query\":\"$query\"}" "$(ready url)")
[ "$answer" = "$expected" ] || fail "README's query was answered otherwise than README says:"$'\n'"$answer"$'\n'"$expected"
kill "$server"
wait "$server" || fail "docket dev ended with a fault: $(cat "$folder/log")"
server=
echo "The release build serves, and answers README's query: $(stat -c %s "$docket" | awk '{ printf "%d MB", $1 / 1e6 }')."
