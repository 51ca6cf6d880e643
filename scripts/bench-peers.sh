#!/usr/bin/env bash
# Measures Docket beside the servers that its users would pick instead: same schema, data, PostgreSQL, TLS and load generator,
# the servers alternating. Prints Markdown. Benchmarks/Peers/README.md says what PEERS, their folder, must hold.
#
# WL ("W6 W1 W2 W3 W4 W5") names workloads, RIVALS ("go-sql-peer go-peer node-peer python-peer") servers, CONNS (16) numbers of
# connections, ROUNDS (3) how often each server has its turn, WARM (3) and DUR (8) seconds of a turn.
set -euo pipefail
cd "$(dirname "$0")/.."

workloads=${WL:-W6 W1 W2 W3 W4 W5}
rivals=${RIVALS:-go-sql-peer go-peer node-peer python-peer}
connections=${CONNS:-16}
rounds=${ROUNDS:-3}
warm=${WARM:-3}
seconds=${DUR:-8}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

[ -n "${PEERS:-}" ] || fail "Which folder holds the rivals? Give it: make bench-peers PEERS=/path/to/them
They are not part of this repository; Benchmarks/Peers/README.md says what the folder must hold, and where it comes from."
for file in setup.sh env.sh pg-start.sh verify.py bench.py; do
    [ -r "$PEERS/$file" ] || fail "There is no $file in $PEERS; see Benchmarks/Peers/README.md."
done

# --- the rivals: where they run, their database, their programs

# shellcheck disable=SC1091
. "$PEERS/env.sh"
[ -n "${B:-}" ] || fail "$PEERS/env.sh sets no B, the folder in which the rivals run."
is_set_up() {
    local rival
    [ -r "$B/cert.pem" ] && [ -r "$B/bench.py" ] || return 1
    for rival in $rivals; do [ -x "$B/peers/$rival/run.sh" ] || return 1; done
}
is_set_up || "$PEERS/setup.sh" >&2
is_set_up || fail "$PEERS/setup.sh left something out: $B lacks its certificate, bench.py or one of: $rivals."
"$B/pg-start.sh" >&2

# --- Docket

scripts/setup.sh
swift build -c release --package-path Benchmarks/Peers --product BenchServer --static-swift-stdlib >&2
server=$(swift build -c release --package-path Benchmarks/Peers --show-bin-path)/BenchServer
mkdir -p "$B/peers/docket" "$B/results/discarded"
install -m 755 Benchmarks/Peers/peer/run.sh "$B/peers/docket/run.sh"
ln -sfn "$server" "$B/peers/docket/server"

# --- first: the same answers

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for peer in docket $rivals; do
    # It serves a file of the same size, whatever is asked: the floor of HTTPS.
    [ "$peer" != nginx ] || continue
    # shellcheck disable=SC2086
    python3 "$B/verify.py" "$peer" $workloads >"$folder/verified" 2>&1 || fail "$peer does not answer as the SQL does:
$(cat "$folder/verified")"
    grep ' equal, ' "$folder/verified" >&2
done

# --- then: their turns

measured=$folder/measured.jsonl
for workload in $workloads; do
    for ((round = 1; round <= rounds; round++)); do
        for peer in docket $rivals; do
            options=()
            if [ "$peer" = nginx ]; then
                options=(--path-lua "$B/lua/static-$workload.lua")
                [ -r "${options[1]}" ] || continue
            fi
            python3 "$B/bench.py" "$peer" "$workload" --conns "${connections// /,}" --warm "$warm" --dur "$seconds" --reps 1 \
                --tag "$round" --out "$measured" "${options[@]}" >&2
        done
    done
done

cp "$measured" "$B/results/bench-peers-$(date +%Y%m%d-%H%M%S).jsonl"
python3 Benchmarks/Peers/report.py "$measured"
