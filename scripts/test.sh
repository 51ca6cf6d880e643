#!/usr/bin/env bash
# Runs every test: on a private PostgreSQL, or on the one that DOCKET_TEST_DATABASE_URL names.
#
# Prints a summary, with what failed last; the whole output is in .build/test.log. Arguments go to `swift test`.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
mkdir -p .build
log=.build/test.log
scripts/quietly.sh "$log" scripts/build-tests.sh
# Each of the larger tests has servers of its own: more of them at once than this only wait for each other.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-8}
status=0
# In a group of its own, which Ctrl-C is passed on to: a shell's other background programs do not hear it.
set -m
swift test --skip-build --disable-xctest "$@" >"$log" 2>&1 &
tests=$!
set +m
trap 'kill -INT -- -$tests 2>/dev/null || true; wait $tests || true; exit 130' INT TERM
# A line a minute, so that nobody takes the silence for an end.
seconds=0
while kill -0 $tests 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    [ $((seconds % 60)) -ne 0 ] || echo "$(grep -acE '^(✔|✘) Test .* (passed|failed) after ' "$log" || true) tests have ended …"
done
wait $tests || status=$?
awk -f scripts/test-summary.awk -v file="$log" -v status="$status" "$log"
exit "$status"
