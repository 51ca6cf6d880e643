#!/usr/bin/env bash
# Writes the published contract anew: schema/docket.graphql (the API) and schema/database.sql (the tables).
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
PATH=$PATH:$(scripts/postgres-bin.sh)
swift build --product docket
docket=$(swift build --show-bin-path)/docket
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

mkdir -p schema
"$docket" schema print >"$folder/docket.graphql"
"$docket" dev --data "$folder/data" --port 0 --ready-file "$folder/ready" >"$folder/log" 2>&1 &
server=$!
until [ -s "$folder/ready" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.1
done
database=$(sed -nE 's/.*"databaseURL": ?"([^"]*)".*/\1/p' "$folder/ready")
scripts/dump-schema.sh "$database" >"$folder/database.sql"
mv "$folder/docket.graphql" "$folder/database.sql" schema/
