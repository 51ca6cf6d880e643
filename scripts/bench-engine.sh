#!/usr/bin/env bash
# Measures the engine beside graphql-js (Debian's node-graphql) and graphql-core (PyPI's) on the same inputs, and prints Markdown.
#
# BENCH_SECONDS (0.5) is the CPU time of one run, BENCH_REPEATS (7) how many of each are kept. BENCH_WORKLOADS names some only.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${BENCH_SECONDS:-0.5}
repeats=${BENCH_REPEATS:-7}
graphql_core=3.3.2
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}
# Those that graphql-js and graphql-core do, too; then Docket's own.
common='parse-large parse-operation validate-letters validate-shop request-plain request-variables write-json execute-rows'
own='plan-and-execute-rows execute-json'
workloads=${BENCH_WORKLOADS:-$common $own}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# --- the subjects

has_graphql_js() { node -e 'require("graphql")' 2>/dev/null; }

scripts/setup.sh
has_graphql_js || scripts/setup.sh bench-engine || true
has_graphql_js || printf 'Measuring without graphql-js: there is no node that finds "graphql" in %s.\n' "$NODE_PATH" >&2
swift build -c release --product EngineBenchmark --static-swift-stdlib >&2

work=.build/bench-engine
mkdir -p $work
python=$work/venv/bin/python
has_graphql_core() { [ "$($python -c 'import graphql; print(graphql.version)' 2>/dev/null)" = $graphql_core ]; }
if ! has_graphql_core; then
    { python3 -m venv $work/venv && $python -m pip install -q graphql-core==$graphql_core; } >$work/pip.log 2>&1 ||
        printf 'Measuring without graphql-core %s: %s\n' $graphql_core "$(tail -n 1 $work/pip.log)" >&2
fi

subjects=(docket)
if has_graphql_js; then subjects+=(graphql-js); fi
if has_graphql_core; then subjects+=(graphql-core); fi

folder=$(mktemp -d)
processes=()
stop() {
    local pid
    for pid in "${processes[@]}"; do
        kill -TERM "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    processes=()
}
trap 'stop; rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

program() { # SUBJECT WORKLOAD: becomes the subject's process
    case $1 in
        docket) exec .build/release/EngineBenchmark "$2" "$folder" ;;
        graphql-js) NODE_ENV=production exec node Benchmarks/Engine/Peers/graphql-js.js "$2" "$folder" ;;
        graphql-core) exec $python Benchmarks/Engine/Peers/graphql_core.py "$2" "$folder" ;;
    esac
}

declare -A input output
start() { # SUBJECT WORKLOAD
    local pipe=$folder/$1
    rm -f "$pipe.in" "$pipe.out"
    mkfifo "$pipe.in" "$pipe.out"
    program "$1" "$2" <"$pipe.in" >"$pipe.out" &
    processes+=($!)
    # shellcheck disable=SC1083
    exec {input["$1"]}>"$pipe.in" {output["$1"]}<"$pipe.out"
}

ask() { # SUBJECT COMMAND: prints the answer
    local answer
    printf '%s\n' "$2" >&"${input[$1]}"
    read -r answer <&"${output[$1]}" || fail "$1 has ended instead of doing: $2"
    printf '%s\n' "$answer"
}

end() { # SUBJECT: lets it go
    # shellcheck disable=SC1083
    exec {input["$1"]}>&- {output["$1"]}<&-
}

# --- the same inputs for all

cp Benchmarks/Engine/Inputs/* schema/docket.graphql "$folder"
.build/release/EngineBenchmark generate "$folder"

cc -O2 -shared -fPIC -o $work/allocations.so Benchmarks/Engine/allocations.c ||
    printf 'Measuring without counts of allocations: they need a C compiler.\n' >&2

allocations() { # WORKLOAD: prints calls and bytes of one iteration
    local count=200 answer
    if [ "$1" = parse-large ]; then count=4; fi
    answer=$(LD_PRELOAD=$PWD/$work/allocations.so .build/release/EngineBenchmark "$1" "$folder" <<<"allocations $count")
    awk -v count=$count '{ print "allocations", $2 / count, $3 / count }' <<<"$answer"
}

# --- measuring

compare() { # WORKLOAD SUBJECT…: ends all unless their outcomes are the same
    local workload=$1 subject others=()
    shift
    for subject; do
        ask "$subject" "verify $folder/$subject.outcome" >/dev/null
        others+=("$folder/$subject.outcome")
    done
    # What Docket does alone comes to the same as what all do.
    case " $own " in
        *" $workload "*) others+=("$folder/execute-rows.expected") ;;
        *) cp "$folder/docket.outcome" "$folder/$workload.expected" ;;
    esac
    for subject in "${others[@]}"; do
        if [ ! -f "$subject" ] || cmp -s "$folder/docket.outcome" "$subject"; then continue; fi
        diff <(fold -w 160 "$folder/docket.outcome") <(fold -w 160 "$subject") | head -n 20 >&2
        fail "The subjects do not do the same in $workload: see above, docket's outcome first."
    done
}

measure() { # WORKLOAD SUBJECT…
    local workload=$1 subject repeat
    shift
    for subject; do start "$subject" "$workload"; done
    compare "$workload" "$@"
    for subject; do ask "$subject" 'measure 1.5' >/dev/null; done
    for ((repeat = 0; repeat < repeats; repeat++)); do
        for subject; do
            printf '%s %s %s\n' "$workload" "$subject" "$(ask "$subject" "measure $seconds")" >>"$folder/results"
        done
    done
    for subject; do end "$subject"; done
    wait "${processes[@]}"
    processes=()
    if [ -f $work/allocations.so ]; then
        printf '%s docket %s\n' "$workload" "$(allocations "$workload")" >>"$folder/results"
    fi
    printf '.' >&2
}

processor=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
versions=$(swift --version 2>/dev/null | sed -nE 's/.*(Swift) version ([0-9.]+).*/\1 \2/p' | head -n 1)
case " ${subjects[*]} " in *' graphql-js '*)
    versions+=", graphql-js $(node -p 'require("graphql").version') on Node.js $(node -p process.versions.node)"
    ;;
esac
case " ${subjects[*]} " in *' graphql-core '*)
    versions+=", graphql-core $graphql_core on Python $($python -c 'import platform; print(platform.python_version())')"
    ;;
esac
echo "$(nproc) × ${processor:-$(uname -m)}, load average before: $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo "$versions"
echo "$repeats × $seconds s of CPU time each, in turn"
echo

for workload in $workloads; do
    case " $own " in
        *" $workload "*) measure "$workload" docket ;;
        *) measure "$workload" "${subjects[@]}" ;;
    esac
done
printf '\n' >&2
awk -f Benchmarks/Engine/table.awk "$folder/results"
