#!/usr/bin/env bash
# Measures builds of the program against each other: the CPU of a request, and memory: bench-builds.sh NAME=PROGRAM …
#
# The builds take turns on one database, BUILD_ROUNDS (5) times, each BUILD_SECONDS (4) long in each workload; printed are medians.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${BUILD_ROUNDS:-5}
seconds=${BUILD_SECONDS:-4}
[ $# -ge 2 ] || { echo "Give two builds or more: bench-builds.sh checked=PROGRAM unchecked=PROGRAM" >&2; exit 1; }
scripts/setup.sh bench-scale

folder=$(mktemp -d)
server=
stop() {
    [ -n "$server" ] || return 0
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
}
trap 'stop; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
chmod 711 "$folder"
ready() { sed -nE 's/.*"'"$1"'": ?"([^"]*)".*/\1/p' "$folder/ready" | sed 's,\\/,/,g'; }

start() { # PROGRAM
    rm -f "$folder/ready"
    "$1" dev --data "$folder/data" --port 0 --ready-file "$folder/ready" >"$folder/log" 2>&1 &
    server=$!
    until [ -s "$folder/ready" ]; do
        kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
        sleep 0.1
    done
    url=$(ready url)
    BENCH_TOKEN=$(ready token)
    export BENCH_TOKEN
}

processor_ticks() { awk '{ print $14 + $15 }' <(sed 's/.*) /x x /' "/proc/$server/stat"); }

load() { # BODY SECONDS: prints what wrk measured
    BENCH_BODY=$1 wrk -t2 -c16 -d"${2}s" -s Benchmarks/list.lua "$url" | grep -o 'measured .*'
}

measure() { # NAME WORKLOAD BODY
    local before after line requests
    load "$3" 1 >/dev/null
    before=$(processor_ticks)
    line=$(load "$3" "$seconds")
    after=$(processor_ticks)
    requests=$(sed -E 's/.*requests=([0-9]+).*/\1/' <<<"$line")
    case $line in *' failures=0 '*) ;; *) echo "Requests failed: $line" >&2; exit 1 ;; esac
    awk -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" -v n="$requests" -v s="$seconds" -v name="$1" -v workload="$2" \
        -v kb="$(awk '/^VmRSS/ { print $2 }' "/proc/$server/status")" \
        'BEGIN { print workload, name, ticks / hertz / n * 1e6, n / s, kb / 1024 }' >>"$folder/measured"
}

for _ in $(seq "$rounds"); do
    for build in "$@"; do
        start "${build#*=}"
        id=$(curl -sS --cacert "$(ready caCertificate)" -H 'Content-Type: application/json' -H "Authorization: Bearer $BENCH_TOKEN" \
            -d '{"query":"{ letters(first: 1) { nodes { id } } }"}' "$url" | sed -nE 's/.*"id":"([^"]+)".*/\1/p')
        [ -n "$id" ] || { echo "The demo court has no letter to ask for." >&2; exit 1; }
        measure "${build%%=*}" W6 '{"query":"{ __typename }"}'
        measure "${build%%=*}" W1 '{"query":"{ letter(id: '"$id"') { id letterNo receivedOn subject state dueOn version source } }"}'
        stop
    done
done

echo "load average $(cut -d ' ' -f 1-3 /proc/loadavg); $rounds rounds of $seconds s, medians (lowest–highest)"
echo '| workload | build | CPU µs/request | requests/s | memory MB |'
echo '| --- | --- | ---: | ---: | ---: |'
sort "$folder/measured" | awk '{ print $1, $2 }' | uniq | while read -r workload name; do
    column() { awk -v w="$workload" -v n="$name" -v c="$1" '$1 == w && $2 == n { print $c }' "$folder/measured" | sort -n |
        awk -v f="$2" '{ v[NR] = $1 } END { printf f " (" f "–" f ")", v[int((NR + 1) / 2)], v[1], v[NR] }'; }
    echo "| $workload | $name | $(column 3 %.1f) | $(column 4 %.0f) | $(column 5 %.0f) |"
done
