#!/usr/bin/env bash
# Measures a point read and a 50-row list over HTTPS, beside pgbench on the same SQL and nginx serving a file of the same size.
#
# BENCH_SECONDS (8) is the length of one run, BENCH_REPEATS (3) how many of each are kept, BENCH_LETTERS (100000) the table.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${BENCH_SECONDS:-8}
repeats=${BENCH_REPEATS:-3}
letters=${BENCH_LETTERS:-100000}
threads=2
clients=16
# A run in which other programs took more of the machine than this is made again, at most `attempts` times.
noise_percent=8
attempts=3

fields='id letterNo receivedOn subject state dueOn version source'
# The dollar signs are GraphQL's.
# shellcheck disable=SC2016
point='{"query":"query($id: ID!) { letter(id: $id) { '$fields' } }","variables":{"id":"ID"}}'
list='{"query":"{ letters(first: 50) { nodes { '$fields' } } }"}'

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

scripts/setup.sh bench
PATH=$PATH:$(scripts/postgres-bin.sh):/usr/sbin
for program in psql pgbench curl; do
    command -v $program >/dev/null || fail "$program is missing; install it with: sudo apt-get install postgresql postgresql-contrib curl"
done
scripts/release.sh >/dev/null

folder=$(mktemp -d)
docket=
nginx=
stop() {
    local pid
    for pid in $nginx $docket; do
        kill -TERM "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
# PostgreSQL and nginx's workers run as other users.
chmod 711 "$folder"

wait_for() { # PID FILE LOG
    local tries=0
    until [ -s "$2" ]; do
        if ! kill -0 "$1" 2>/dev/null || [ $((tries += 1)) -gt 1200 ]; then fail "This did not start:"$'\n'"$(tail -n 20 "$3")"; fi
        sleep 0.1
    done
}

free_port() { # Not in use now, from PORT on.
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

# --- the server with its PostgreSQL, and the letters

docket_port=$(free_port 18443)
.build/release/docket dev --data "$folder/data" --port "$docket_port" --ready-file "$folder/ready.json" \
    >"$folder/docket.log" 2>&1 &
docket=$!
wait_for $docket "$folder/ready.json" "$folder/docket.log"
ready() { sed -nE 's/.*"'"$1"'": ?"([^"]*)".*/\1/p' "$folder/ready.json" | sed 's,\\/,/,g'; }
url=$(ready url)
BENCH_TOKEN=$(ready token)
export BENCH_TOKEN
certificates=$(dirname "$(ready caCertificate)")
PGCLIENTENCODING=UTF8
export PGCLIENTENCODING
database() { psql -X -q -At -v ON_ERROR_STOP=1 "$(ready databaseURL)" "$@"; }
postgres=$(head -n 1 "$folder/data/postgres/postmaster.pid")

read -r BENCH_LOWEST BENCH_HIGHEST < <(database -F ' ' -v letters="$letters" <<'SQL'
WITH inserted AS (
    INSERT INTO letters.letter (
        court_code, letter_no, source, received_on, received_via, joint_count, subject, abstract, matter_class, category, due_on,
        original_due_on, deadline_rule_key, state
    )
    SELECT '晋03', '晋03信〔2017〕' || lpad(n::text, 6, '0'), 'ORDINARY', day, 'POST', 1, '反映执行案件进展的来信 ' || n,
        '来信人称其申请执行的案件至今未有进展，请求督促承办法官依法尽快执行并书面答复。', 'APPEAL_CLAIM', 'ENFORCEMENT', day + 60, day + 60,
        'letters.ORDINARY', 'REGISTERED'
    FROM generate_series(1, :letters) n CROSS JOIN LATERAL (SELECT date '2017-01-01' + n % 365 AS day) d
    RETURNING id
)
SELECT min(id), max(id) FROM inserted;
SQL
)
export BENCH_LOWEST BENCH_HIGHEST
database -c 'VACUUM ANALYZE' -c CHECKPOINT

# --- what is answered, by which SQL, and the same bytes for nginx

ask() { # BODY: prints the response, or ends all when it has errors
    local answer
    answer=$(curl -sS --fail-with-body --cacert "$certificates/ca.pem" -H 'Content-Type: application/json' \
        -H 'Accept: application/graphql-response+json' -H @"$folder/authorization" --data-binary "$1" "$url") ||
        fail "The server refused to be measured: $answer"
    case $answer in *'"errors"'* | *':null}}'*) fail "The server has nothing to be measured: $answer" ;; esac
    printf '%s' "$answer"
}
(umask 077 && printf 'Authorization: Bearer %s\n' "$BENCH_TOKEN" >"$folder/authorization")

# With the connection's name before each line: a token's look-up goes another way and is none of the request's.
logs_statements() { # all PREFIX | none PREFIX
    database -c "ALTER SYSTEM SET log_statement = '$1'" -c "ALTER SYSTEM SET log_line_prefix = '$2'" \
        -c 'SELECT pg_reload_conf()' >/dev/null
    sleep 1
}

capture() { # NAME BODY [ID]: makes NAME.sql and NAME.variables from what PostgreSQL logs while it is asked
    local log=$folder/data/postgres/docket.log before
    # A new session is told who asks, as pgbench's must be; one that has been told is not told again.
    database -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'docket reader'" >/dev/null
    sleep 0.5
    before=$(wc -c <"$log")
    ask "$2" >/dev/null
    sleep 0.2
    : >"$folder/$1.variables"
    tail -c +$((before + 1)) "$log" | awk -v id="${3:-}" -v lowest="$BENCH_LOWEST" -v highest="$BENCH_HIGHEST" \
        -v variables="$folder/$1.variables" -f Benchmarks/statements.awk >"$folder/$1.sql"
}

mkdir "$folder/static"
point_once=${point/\"ID\"/\"$BENCH_LOWEST\"}
ask "$point_once" >"$folder/static/point.json"
ask "$list" >"$folder/static/list.json"
logs_statements all '%a: '
capture point "$point_once" "$BENCH_LOWEST"
capture list "$list"
logs_statements none '%m [%p] '

# --- nginx, with the server's certificate

nginx_port=$(free_port 18543)
cat >"$folder/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo 'user root;')
daemon off;
worker_processes auto;
pid $folder/nginx.pid;
error_log $folder/nginx.log;
events { worker_connections 256; }
http {
    access_log off;
    default_type application/json;
    sendfile on;
    tcp_nopush on;
    open_file_cache max=16;
    keepalive_requests 1000000000;
    client_body_temp_path $folder/nginx-body;
    proxy_temp_path $folder/nginx-proxy;
    fastcgi_temp_path $folder/nginx-fastcgi;
    uwsgi_temp_path $folder/nginx-uwsgi;
    scgi_temp_path $folder/nginx-scgi;
    server {
        listen 127.0.0.1:$nginx_port ssl;
        ssl_protocols TLSv1.3;
        ssl_certificate $certificates/server.pem;
        ssl_certificate_key $certificates/server-key.pem;
        root $folder/static;
    }
}
CONF
nginx -c "$folder/nginx.conf" -p "$folder" >"$folder/nginx.log" 2>&1 &
nginx=$!
wait_for $nginx "$folder/nginx.pid" "$folder/nginx.log"

# --- measuring

# Ticks of CPU that a process, its ended children and, with TREE, its living ones have taken.
ticks() { # PID [TREE]
    cat /proc/[0-9]*/stat 2>/dev/null | awk -v pid="$1" -v tree="${2:-}" '{
        own = $1 == pid
        sub(/^.*\) /, "")
        if (own) sum += $12 + $13 + $14 + $15
        else if (tree && $2 == pid) sum += $12 + $13
    } END { print sum + 0 }'
}

# The machine's ticks, then those of docket, PostgreSQL, nginx and the shell that runs wrk and pgbench.
usage() { # SHELL
    echo "$(machine) $(ticks "$docket") $(ticks "$postgres" tree) $(ticks "$nginx" tree) $(ticks "$1")"
}

round_trips() {
    curl -sS --cacert "$certificates/ca.pem" "${url%/graphql}/metrics" |
        awk '/^docket_postgres_round_trips_total/ { sum += $2 } END { print sum + 0 }'
}

# Busy and all ticks of all processors; what the hypervisor stole counts as busy.
machine() { awk '/^cpu / { print $2 + $3 + $4 + $9, $2 + $3 + $4 + $5 + $6 + $7 + $8 + $9; exit }' /proc/stat; }

with_wrk() { # SCRIPT URL: prints the line of report.lua
    wrk -t $threads -c $clients -d "${seconds}s" --latency -s "Benchmarks/$1.lua" "$2" >"$folder/wrk.txt" 2>&1 ||
        fail "$(cat "$folder/wrk.txt")"
    grep '^measured ' "$folder/wrk.txt" || fail "$(cat "$folder/wrk.txt")"
}

with_docket() { # WORKLOAD
    if [ "$1" = point ]; then BENCH_BODY=$point with_wrk point-read "$url"; else BENCH_BODY=$list with_wrk list "$url"; fi
}

with_nginx() { # WORKLOAD
    with_wrk report "https://localhost:$nginx_port/$1.json"
}

with_pgbench() { # WORKLOAD: prints the same
    local variables=() line
    while IFS= read -r line; do variables+=(-D "$line"); done <"$folder/$1.variables"
    rm -f "$folder"/latency.*
    (cd "$folder" && PGOPTIONS='-c role=docket_reader' pgbench -n -M prepared -j $threads -c $clients -T "$seconds" \
        -f "$1.sql" "${variables[@]}" -l --log-prefix=latency --sampling-rate=0.1 "$(ready databaseURL)") \
        >"$folder/pgbench.txt" 2>&1 || fail "$(cat "$folder/pgbench.txt")"
    cat "$folder"/latency.* | awk '{ print $3 }' | sort -n >"$folder/latencies"
    awk -v samples="$(wc -l <"$folder/latencies")" '
        FILENAME ~ /latencies$/ {
            if (FNR == int(samples * 0.50 + 0.5)) p50 = $1 / 1000
            if (FNR == int(samples * 0.99 + 0.5)) p99 = $1 / 1000
            next
        }
        /transactions actually processed/ { split($NF, parts, "/"); count = parts[1] }
        /number of failed transactions/ { failures = $5 }
        /^tps/ { tps = $3 }
        END {
            printf "measured requests=%d seconds=%.6f p50=%.3f p99=%.3f failures=%d\n", count, count / tps, p50, p99, failures
        }
    ' "$folder/latencies" "$folder/pgbench.txt"
}

# Runs one and prints: workload, subject, requests/s, p50, p99, CPU of the subject and of PostgreSQL per request, round trips per
# request, the share of other programs in the machine, failures.
run() { # WORKLOAD SUBJECT
    local shell=$BASHPID trips=0 before after
    [ "$2" != docket ] || trips=$(round_trips)
    before=$(usage "$shell")
    "with_$2" "$1" >"$folder/line"
    after=$(usage "$shell")
    [ "$2" != docket ] || trips=$(($(round_trips) - trips))
    awk -v workload="$1" -v subject="$2" -v trips="$trips" -v hz="$(getconf CLK_TCK)" -v before="$before" -v after="$after" '{
        for (i = 2; i <= NF; i++) { split($i, pair, "="); measured[pair[1]] = pair[2] }
        split(before, start)
        n = split(after, used)
        for (i = 1; i <= n; i++) used[i] -= start[i]
        others = used[1] - used[3] - used[4] - used[5] - used[6]
        requests = measured["requests"]
        per = 1e6 / hz / requests
        print workload, subject, requests / measured["seconds"], measured["p50"], measured["p99"],
            subject == "pgbench" ? "-" : used[subject == "docket" ? 3 : 5] * per, subject == "nginx" ? "-" : used[4] * per,
            subject == "docket" ? trips / requests : "-", others < 0 ? 0 : others * 100 / used[2], measured["failures"]
    }' "$folder/line"
}

measure() { # WORKLOAD SUBJECT: appends a run to the results, once it is quiet enough
    local attempt line noise failures
    for ((attempt = 1; attempt <= attempts; attempt++)); do
        line=$(run "$@")
        read -r _ _ _ _ _ _ _ _ noise failures <<<"$line"
        [ "$failures" = 0 ] || fail "$2 failed in $failures of its requests ($1): $line"
        if awk "BEGIN { exit !($noise <= $noise_percent) }"; then break; fi
        if [ $attempt -lt $attempts ]; then
            discarded=$((discarded + 1))
        else
            noisy=$((noisy + 1))
        fi
    done
    printf '%s\n' "$line" >>"$folder/results"
    printf '.' >&2
}

processor=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
echo "$(nproc) × ${processor:-$(uname -m)}, load average before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
swift_version=$(swift --version 2>/dev/null | sed -nE 's/.*(Swift) version ([0-9.]+).*/\1 \2/p' | head -n 1)
postgres_version=$(postgres --version | sed -E 's/.*(PostgreSQL)\) ([0-9.]+).*/\1 \2/')
echo "$swift_version, $postgres_version, $(nginx -v 2>&1 | sed 's/^nginx version: //')"
echo "$letters letters; $clients clients, $threads threads, $repeats × $seconds s each, in turn"
echo "Responses: $(wc -c <"$folder/static/point.json") bytes (point read), $(wc -c <"$folder/static/list.json") bytes (list)"
echo

discarded=0
noisy=0
(seconds=3 && with_docket point && with_docket list && with_pgbench point && with_nginx point) >/dev/null
for ((repeat = 0; repeat < repeats; repeat++)); do
    for workload in point list; do
        for name in docket pgbench nginx; do measure $workload $name; done
    done
done
printf '\n' >&2

awk -f Benchmarks/table.awk "$folder/results"
echo
echo "Runs made again because other programs took more than $noise_percent % of the machine: $discarded; kept in spite of it: $noisy"
