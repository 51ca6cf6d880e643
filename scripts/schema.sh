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
pg_dump --schema-only --no-owner "$database" >"$folder/dump.sql"
# Without the lines that tell of one run or one version only.
grep -vE '^(-- Dumped |\\(un)?restrict )' "$folder/dump.sql" >"$folder/database.sql"
mv "$folder/docket.graphql" "$folder/database.sql" schema/
