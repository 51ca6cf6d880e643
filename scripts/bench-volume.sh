#!/usr/bin/env bash
# Measures the documents of docs/examples over a court system's volume, and checks that each uses its indexes
# (Benchmarks/Volume/README.md). Prints Markdown.
#
# LETTERS (1000000) and DOSSIERS (300000) are made; DUR (5) seconds are those of each document. SERVER names a built docket.
set -euo pipefail
cd "$(dirname "$0")/.."

letters=${LETTERS:-1000000}
dossiers=${DOSSIERS:-300000}
seconds=${DUR:-5}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

scripts/setup.sh bench-scale
PATH=$PATH:$(scripts/postgres-bin.sh)
docket=${SERVER:-}
[ -n "$docket" ] || docket=$(scripts/release.sh)

folder=$(mktemp -d)
server=
stop() {
    if [ -n "$server" ]; then
        kill -TERM "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 711 "$folder"

"$docket" dev --data "$folder/data" --port "${PORT:-18643}" --ready-file "$folder/ready.json" >"$folder/docket.log" 2>&1 &
server=$!
for ((tries = 0; ; tries++)); do
    [ ! -s "$folder/ready.json" ] || break
    if ! kill -0 "$server" 2>/dev/null || [ "$tries" -gt 1200 ]; then fail "docket did not start:"$'\n'"$(tail -n 20 "$folder/docket.log")"; fi
    sleep 0.1
done
ready() { sed -nE 's/.*"'"$1"'": ?"([^"]*)".*/\1/p' "$folder/ready.json" | sed 's,\\/,/,g'; }
url=$(ready url)
certificate=$(ready caCertificate)
DOCKET_DATABASE_URL=$(ready databaseURL)
export DOCKET_DATABASE_URL PGCLIENTENCODING=UTF8
database() { psql -X -q -At -v ON_ERROR_STOP=1 "$DOCKET_DATABASE_URL" "$@"; }

SECONDS=0
database -v letters="$letters" -v dossiers="$dossiers" -f Benchmarks/Volume/rows.sql >&2
database -c 'VACUUM ANALYZE' -c CHECKPOINT >&2
echo "$(database -c "SELECT count(*) FROM letters.letter") letters, $(database -c "SELECT count(*) FROM dossiers.dossier") dossiers," \
    "$(database -c "SELECT count(*) FROM dossiers.registration") registrations," \
    "$(database -c "SELECT pg_size_pretty(pg_database_size(current_database()))"), made in $SECONDS s"
echo
large=$(database -F '|' -c "SELECT string_agg(relname, '|') FROM pg_class WHERE reltuples > 10000 AND relkind = 'r'")

# Who asks: a member of staff of 晋03 with the role.
token() { # ROLE
    local staff
    staff=$(database -c "SELECT no FROM core.staff WHERE court_code = '晋03' AND '$1' = ANY (roles) ORDER BY no LIMIT 1")
    if [ -n "$staff" ]; then
        "$docket" token create --name volume --staff "$staff" --role "$1" --days 1 | tail -n 1
    else
        "$docket" token create --name volume --court 晋03 --role "$1" --days 1 | tail -n 1
    fi
}

json() { python3 -c 'import json, sys; print(json.dumps({"query": open(sys.argv[1]).read(), "variables": json.loads(sys.argv[2])}))' "$@"; }

one=$(database -c "SELECT id FROM letters.letter WHERE letter_no LIKE '晋03信〔2017〕%' ORDER BY id DESC LIMIT 1")
cat >"$folder/W1.graphql" <<'Q'
# CLERK · a letter by id
query($id: ID!) { letter(id: $id) { id letterNo receivedOn subject state dueOn version source } }
Q
echo "{\"id\": \"$one\"}" >"$folder/W1.json"
cat >"$folder/W2.graphql" <<'Q'
# CLERK · 50 letters of a court and state
{ letters(filter: { courtCode: "晋03", state: [CLOSED] }, first: 50) { nodes { id letterNo receivedOn subject state dueOn version source } } }
Q

echo "| document | role | bytes | p50 ms | p99 ms | indexes |"
echo "| --- | --- | ---: | ---: | ---: | --- |"
scans=
for document in "$folder"/W1.graphql "$folder"/W2.graphql docs/examples/*.graphql; do
    name=$(basename "$document" .graphql)
    role=$(sed -nE '1s/^# ([A-Z_]+) · .*/\1/p' "$document")
    beside=${document%.graphql}.json
    variables='{}'
    [ ! -r "$beside" ] || variables=$(cat "$beside")
    BENCH_TOKEN=$(token "$role")
    export BENCH_TOKEN
    VOLUME_BODY=$(json "$document" "$variables")
    export VOLUME_BODY
    (umask 077 && printf 'Authorization: Bearer %s\n' "$BENCH_TOKEN" >"$folder/authorization")
    answer=$(curl -sS --cacert "$certificate" -H 'Content-Type: application/json' -H @"$folder/authorization" --data-binary "$VOLUME_BODY" "$url")
    case $answer in *'"errors":'*) fail "$name: $answer" ;; esac
    staff=$(database -c "SELECT no FROM core.staff WHERE court_code = '晋03' AND '$role' = ANY (roles) ORDER BY no LIMIT 1")
    asking=(--court 晋03)
    [ -z "$staff" ] || asking=(--staff "$staff")
    plan=$("$docket" explain "${asking[@]}" --role "$role" --variables "$variables" --today 2018-06-29 "$document") || fail "$name: $plan"
    found=$(grep -oE "Seq Scan on ([a-z_]+\.)?($large)( |$)" <<<"$plan" | sort -u | tr '\n' ',' || true)
    [ -z "$found" ] || scans+="$name: $found"$'\n'
    indexes=$(grep -oE '(Index( Only)? Scan( Backward)? using|Bitmap Index Scan on) [a-z_]+' <<<"$plan" | awk '{ print $NF }' | sort -u | tr '\n' ' ' || true)
    measured=$(wrk -t 1 -c 1 -d "${seconds}s" --latency -s Benchmarks/Volume/load.lua "$url" 2>&1) || fail "$measured"
    [[ $measured == *"answered faults=0"* ]] || fail "$name: $measured"
    read -r p50 p99 < <(sed -nE 's/^measured .* p50=([0-9.]+) p99=([0-9.]+) .*/\1 \2/p' <<<"$measured")
    echo "| $name | $role | ${#answer} | $p50 | $p99 | $indexes |"
done
[ -z "$scans" ] || fail "Scanned as a whole:"$'\n'"$scans"
