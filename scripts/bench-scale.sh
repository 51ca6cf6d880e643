#!/usr/bin/env bash
# Measures how Docket's cost grows: with rows, open connections, time, and the length of an export (Benchmarks/Scale/README.md).
# Prints Markdown.
#
# PARTS ("latency connections memory export") names what is measured. BASE (10000) is the smallest number of letters, SCALES
# (1, 10 and 100 × BASE) all of them; ROUNDS (3), WARM (2) and DUR (5) seconds are those of each latency. CONNECTIONS (1000)
# are opened, MINUTES (10) is the mixed load's, EXPORT (100000) the rows that are exported. SERVER names a built BenchServer,
# BUFFERS (1536MB) PostgreSQL's shared_buffers.
set -euo pipefail
cd "$(dirname "$0")/.."

parts=${PARTS:-latency connections memory export}
base=${BASE:-10000}
read -ra scales <<<"${SCALES:-$base $((base * 10)) $((base * 100))}"
rounds=${ROUNDS:-3}
warm=${WARM:-2}
seconds=${DUR:-5}
connections=${CONNECTIONS:-1000}
minutes=${MINUTES:-10}
export_rows=${EXPORT:-100000}
buffers=${BUFFERS:-1536MB}

reads='letter letters dossiers'
mixed_clients=16
allowed_connection_kb=64
allowed_growth_percent=5
# A court has as many letters that every size has 20 dossiers and 50 letters of a status to answer with.
letters_per_court=250

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

smallest=${scales[0]}
largest=${scales[0]}
for size in "${scales[@]}"; do
    [ "$size" -ge $letters_per_court ] || fail "SCALES are numbers of letters, at least $letters_per_court."
    [ "$size" -ge "$smallest" ] || smallest=$size
    [ "$size" -le "$largest" ] || largest=$size
done
[ "${scales[0]}" = "$smallest" ] || fail "SCALES begin with the smallest."
courts=$((smallest / letters_per_court))
[ "$courts" -le 137 ] || courts=137

scripts/setup.sh bench-scale
PATH=$PATH:$(scripts/postgres-bin.sh)
server=${SERVER:-}
if [ -z "$server" ]; then
    swift build -c release --package-path Benchmarks/Peers --product BenchServer --static-swift-stdlib >&2
    server=$(swift build -c release --package-path Benchmarks/Peers --show-bin-path)/BenchServer
fi
[ -x "$server" ] || fail "There is no program $server."
# The client and the server need a descriptor for each connection.
ulimit -S -n "$(ulimit -H -n)" 2>/dev/null || true

folder=$(mktemp -d)
postgres=
load=
declare -A server_pid=() server_port=()
stop() {
    local pid
    # PostgreSQL's SIGINT is the fast shutdown: it does not wait for clients.
    for pid in $load "${server_pid[@]}"; do
        kill -TERM "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    if [ -n "$postgres" ]; then
        kill -INT "$postgres" 2>/dev/null || true
        wait "$postgres" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
# PostgreSQL runs as another user, where the caller is root.
chmod 711 "$folder"

free_port() { # Not in use now, from PORT on.
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

wait_until() { # PID LOG COMMAND…
    local pid=$1 log=$2 tries=0
    shift 2
    until "$@" >/dev/null 2>&1; do
        if ! kill -0 "$pid" 2>/dev/null || [ $((tries += 1)) -gt 600 ]; then
            fail "This did not start:"$'\n'"$(tail -n 20 "$log")"
        fi
        sleep 0.1
    done
}

# --- a private PostgreSQL

launcher=()
if [ "$(id -u)" = 0 ]; then
    account=postgres
    id -u $account >/dev/null 2>&1 || account=nobody
    launcher=(setpriv "--reuid=$account" "--regid=$(id -g $account)" --clear-groups)
fi

start_postgres() {
    mkdir "$folder/postgres"
    (umask 077 && openssl rand -hex 16 >"$folder/postgres/password")
    PGPASSWORD=$(cat "$folder/postgres/password")
    PGHOST=127.0.0.1
    PGPORT=$(free_port 56432)
    PGUSER=bench
    export PGHOST PGPORT PGUSER PGPASSWORD PGCLIENTENCODING=UTF8 PGOPTIONS=
    if [ ${#launcher[@]} -gt 0 ]; then chown -R "$account" "$folder/postgres"; fi
    # All that is in it is thrown away: nothing waits for the disk.
    (cd / && "${launcher[@]}" "$(command -v initdb)" --pgdata="$folder/postgres/data" --username=$PGUSER --auth=scram-sha-256 \
        --pwfile="$folder/postgres/password" --encoding=UTF8 --locale=C.UTF-8 --no-sync) >"$folder/initdb.log" 2>&1 ||
        fail "$(tail -n 20 "$folder/initdb.log")"
    cat >>"$folder/postgres/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $PGPORT
unix_socket_directories = ''
max_connections = 200
shared_buffers = $buffers
work_mem = 16MB
maintenance_work_mem = 512MB
wal_level = minimal
max_wal_senders = 0
fsync = off
random_page_cost = 1.1
jit = off
max_parallel_workers_per_gather = 0
timezone = 'UTC'
CONF
    (cd / && exec "${launcher[@]}" "$(command -v postgres)" -D "$folder/postgres/data") >"$folder/postgres.log" 2>&1 &
    postgres=$!
    wait_until $postgres "$folder/postgres.log" database postgres -c 'SELECT 1'
}

database() { # NAME, then psql's arguments
    psql -X -q -At -v ON_ERROR_STOP=1 -d "$@"
}

make_database() { # LETTERS
    local name=scale_$1
    database postgres -c "CREATE DATABASE $name"
    # In one transaction, so that PostgreSQL writes the new tables once, and not to its log.
    database "$name" -1 -v letters="$1" -v courts="$courts" -f Benchmarks/Scale/schema.sql >/dev/null
    database "$name" -c 'VACUUM (FREEZE, ANALYZE)'
}

# Reads a size's tables and indexes into memory, where the extension for it is installed.
warm_database() { # LETTERS
    database "scale_$1" >/dev/null 2>&1 <<'SQL' || true
CREATE SCHEMA IF NOT EXISTS warming;
CREATE EXTENSION IF NOT EXISTS pg_prewarm SCHEMA warming;
SELECT sum(warming.pg_prewarm(oid)) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i');
SQL
}

# --- the server, once for each size

make_peer() { # A folder as the harness of rivals has it, for the script that starts the server there.
    mkdir "$folder/peer"
    install -m 755 Benchmarks/Peers/peer/run.sh "$folder/peer/run.sh"
    ln -s "$(readlink -f "$server")" "$folder/peer/server"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>"$folder/openssl.log" ||
        fail "$(cat "$folder/openssl.log")"
}

start_server() { # LETTERS
    local port log=$folder/server-$1.log
    port=$(free_port 18643)
    B=$folder PORT=$port PGDATABASE=scale_$1 "$folder/peer/run.sh" >"$log" 2>&1 &
    server_pid[$1]=$!
    server_port[$1]=$port
    wait_until $! "$log" curl -sSf --cacert "$folder/cert.pem" "https://localhost:$port/health/ready"
}

stop_server() { # LETTERS
    kill -TERM "${server_pid[$1]}"
    wait "${server_pid[$1]}" 2>/dev/null || true
    unset "server_pid[$1]"
}

resident() { # LETTERS: KB of the server
    awk '/^VmRSS:/ { print $2 }' "/proc/${server_pid[$1]}/status"
}

client() { # WHAT LETTERS COUNT: prints the line of client.py
    python3 Benchmarks/Scale/client.py "$1" "${server_port[$2]}" "$folder/cert.pem" "${server_pid[$2]}" "$3"
}

with_wrk() { # WORKLOADS LETTERS CLIENTS SECONDS
    local threads=2
    [ "$3" -ge 2 ] || threads=1
    SCALE_WORKLOADS=$1 SCALE_LETTERS=$2 SCALE_COURTS=$courts wrk -t $threads -c "$3" -d "${4}s" --timeout 10s --latency \
        -s Benchmarks/Scale/load.lua "https://localhost:${server_port[$2]}/graphql"
}

measured() { # FILE: what wrk printed, as one line; ends all when a request failed
    local line
    line=$(sed -nE 's/^(measured|answered) //p' "$1" | paste -sd ' ')
    case $line in *' failures=0 '*' faults=0') printf '%s\n' "$line" ;; *) fail "Requests failed:"$'\n'"$(cat "$1")" ;; esac
}

loaded() { # WORKLOADS LETTERS CLIENTS SECONDS: prints the same
    with_wrk "$@" >"$folder/wrk" 2>&1 || fail "$(cat "$folder/wrk")"
    measured "$folder/wrk"
}

value() { # NAME LINE
    sed -nE "s/.* $1=([^ ]+).*/\1/p" <<<" $2"
}

count() { # Numbers with separators, for reading.
    sed -E ':again; s/^([0-9]+)([0-9]{3})/\1,\2/; t again' <<<"$1"
}

# --- what is measured

check_answers() { # LETTERS: appends objects and bytes of each workload's answer
    local workload variables answer objects
    for workload in $reads; do
        case $workload in
            letter) variables='{"id":"1"}' ;;
            letters) variables='{"courtId":1,"status":"REPLIED"}' ;;
            dossiers) variables='{"courtId":1}' ;;
        esac
        answer=$(curl -sS --fail-with-body --cacert "$folder/cert.pem" -H 'Content-Type: application/json' \
            -H 'Accept: application/graphql-response+json' "https://localhost:${server_port[$1]}/graphql" --data-binary \
            "{\"query\":\"$(tr '\n' ' ' <"Benchmarks/Scale/$workload.graphql")\",\"variables\":$variables}") ||
            fail "The server refused to be measured: $answer"
        case $answer in *'"errors"'* | *':null}}'*) fail "The server has nothing to be measured: $answer" ;; esac
        objects=$(grep -o '"id":' <<<"$answer" | wc -l)
        printf '%s %s %s %s\n' "$workload" "$1" "$objects" "$(wc -c <<<"$answer")" >>"$folder/answers"
    done
}

pages() { # LETTERS: how many pages of tables and indexes PostgreSQL has looked at
    database "scale_$1" -c 'SELECT blks_hit + blks_read FROM pg_stat_database WHERE datname = current_database()'
}

# Appends the pages that PostgreSQL looks at for a request: the work itself, whatever the processor's caches hold.
count_pages() {
    local size workload line
    local -A before=() requests=()
    # An idle connection tells what it has counted within ten seconds.
    sleep 11
    for workload in $reads; do
        for size in "${scales[@]}"; do
            before[$size]=$(pages "$size")
            line=$(loaded "$workload" "$size" 1 "$warm")
            requests[$size]=$(value requests "$line")
        done
        sleep 11
        for size in "${scales[@]}"; do
            awk -v workload="$workload" -v size="$size" -v before="${before[$size]}" -v after="$(pages "$size")" \
                -v requests="${requests[$size]}" 'BEGIN { print workload, size, (after - before) / requests }' >>"$folder/pages"
        done
    done
}

measure_latency() {
    local size round workload line
    for size in "${scales[@]}"; do
        start_server "$size"
        check_answers "$size"
        warm_database "$size"
    done
    # Else a size would seem slow for having more to answer.
    [ "$(awk '{ print $1, $3 }' "$folder/answers" | sort -u | wc -l)" = "$(wc -w <<<"$reads")" ] ||
        fail "The sizes have answers of different length:"$'\n'"$(cat "$folder/answers")"
    count_pages
    for ((round = 1; round <= rounds; round++)); do
        for workload in $reads; do
            for size in "${scales[@]}"; do
                loaded "$workload" "$size" 1 "$warm" >/dev/null
                line=$(loaded "$workload" "$size" 1 "$seconds")
                printf '%s %s %s %s\n' "$workload" "$size" "$(value p50 "$line")" "$(value p99 "$line")" >>"$folder/latency"
                printf '.' >&2
            done
        done
    done
    for size in "${scales[@]}"; do stop_server "$size"; done
    printf '\n' >&2
    awk -v answers="$folder/answers" -v looked="$folder/pages" -f Benchmarks/Scale/latency.awk \
        "$folder/answers" "$folder/pages" "$folder/latency"
    echo
}

result() { # WHAT MEASURED ALLOWED WITHIN: a line of the second table
    printf '| %s | %s | %s | %s |\n' "$@" >>"$folder/results"
}

# Whether a condition of awk holds.
holds() { if awk "BEGIN { exit !($1) }"; then echo yes; else echo no; fi; }

measure_connections() {
    local line each
    start_server "$smallest"
    line=$(client connections "$smallest" "$connections")
    stop_server "$smallest"
    each=$(value each "$line")
    result "$(count "$connections") idle TLS connections" \
        "$each KB each ($(count "$(value before "$line")") → $(count "$(value after "$line")") KB resident)" \
        "< $allowed_connection_kb KB each" "$(holds "$each < $allowed_connection_kb")"
}

measure_memory() {
    local duration third line medians=()
    duration=$(awk "BEGIN { printf \"%d\", $minutes * 60 }")
    start_server "$largest"
    loaded "$reads event" "$largest" $mixed_clients $((warm + 3)) >/dev/null
    with_wrk "$reads event" "$largest" $mixed_clients "$duration" >"$folder/load" 2>&1 &
    load=$!
    while sleep 2 && kill -0 $load 2>/dev/null; do resident "$largest" >>"$folder/resident"; done
    wait $load || fail "$(cat "$folder/load")"
    load=
    line=$(measured "$folder/load")
    stop_server "$largest"
    for third in 0 1 2; do
        awk -v third=$third '{ kb[NR] = $1 } END {
            for (i = int(NR * third / 3) + 1; i <= int(NR * (third + 1) / 3); i++) print kb[i]
        }' "$folder/resident" | sort -n >"$folder/third"
        [ -s "$folder/third" ] || fail "MINUTES=$minutes is too short to be watched."
        medians+=("$(awk '{ kb[NR] = $1 } END { print kb[int((NR + 1) / 2)] }' "$folder/third")")
        result "memory, third $((third + 1)) of $minutes min of mixed load" \
            "$(count "$(head -n 1 "$folder/third")") / $(count "${medians[third]}") / $(count "$(tail -n 1 "$folder/third")") KB (min / median / max)" - -
    done
    result "memory, last third's median beside the first's" \
        "$(awk "BEGIN { printf \"%+.1f %%\", (${medians[2]} / ${medians[0]} - 1) * 100 }") ($(count "$(value requests "$line")") requests, none failed)" \
        "≤ +$allowed_growth_percent %" \
        "$(holds "${medians[2]} <= ${medians[0]} * (1 + $allowed_growth_percent / 100)")"
}

measure_export() {
    local rows=$export_rows line before tenth peak
    [ "$rows" -le "$largest" ] || rows=$largest
    start_server "$largest"
    line=$(client export "$largest" "$rows")
    stop_server "$largest"
    before=$(value before "$line")
    tenth=$(value tenth "$line")
    peak=$(value peak "$line")
    result "export of $(count "$rows") rows" \
        "$(value seconds "$line") s, $(count "$(value size "$line")") KB in $(count "$(value pages "$line")") pages, $(count "$(value distinct "$line")") distinct" \
        "each row once" yes
    result "its peak memory" \
        "+$(count $((peak - before))) KB over $(count "$before"); +$(count $((tenth - before))) KB after a tenth of the rows" \
        "≤ +$allowed_growth_percent % over a tenth's" "$(holds "$peak <= $tenth * (1 + $allowed_growth_percent / 100)")"
}

# --- all of it

processor=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
echo "$(nproc) × ${processor:-$(uname -m)}, load average before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
postgres --version | sed -E 's/.*(PostgreSQL)\) ([0-9.]+).*/\1 \2/'
start_postgres
for size in "${scales[@]}"; do
    echo "Making $(count "$size") letters …" >&2
    make_database "$size"
    echo "$(count "$size") letters in $courts courts: $(database "scale_$size" -c \
        "SELECT pg_size_pretty(pg_database_size('scale_$size'))")"
done
echo
make_peer

: >"$folder/results"
for part in $parts; do
    echo "Measuring: $part …" >&2
    case $part in
        latency | connections | memory | export) "measure_$part" ;;
        *) fail "PARTS are: latency connections memory export" ;;
    esac
done

if [ -s "$folder/results" ]; then
    echo '| | measured | allowed | within |'
    echo '| --- | --- | --- | --- |'
    cat "$folder/results"
fi
echo
echo "Load average after: $(cut -d ' ' -f 1-3 /proc/loadavg)"
