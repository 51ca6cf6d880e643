#!/usr/bin/env bash
# Checks the engine against graphql-core: its recorded suite, then random requests (see docs/conformance.md).
#
# DOCKET names a program to ask instead of the release build; CONFORMANCE_SEED (1) and CONFORMANCE_CASES (4000) say which random
# requests and how many.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh conformance
if [ -z "${DOCKET:-}" ]; then
    DOCKET=$(scripts/release.sh)
fi
folder=$PWD/.build/conformance
scripts=scripts/conformance
python3 "$scripts/fetch.py" "$folder"
python=$folder/venv/bin/python

# What the corpus depends on.
recorder=$(cd "$scripts" && cat recorder.py recording.py notes.py observation.py writing.py confirm.py reference.py as_graphql_js.py compare.py ./*.txt |
    sha256sum | cut -c 1-64)
if [ "$(cat "$folder/recorded-by" 2>/dev/null)" != "$recorder" ]; then
    echo "Recording graphql-core's suite …" >&2
    rm -rf "$folder/corpus" "$folder/recorded-by"
    if ! (cd "$folder/source" && RECORDER_OUTPUT=$folder/recorded.jsonl PYTHONPATH=$OLDPWD/$scripts PYTHONDONTWRITEBYTECODE=1 \
        "$python" -m pytest -q -p recorder -p no:cacheprovider tests) >"$folder/suite.log" 2>&1; then
        tail -n 20 "$folder/suite.log" >&2
        echo "graphql-core's suite failed while it was recorded; the whole output is in $folder/suite.log" >&2
        exit 1
    fi
    "$python" "$scripts/confirm.py" "$folder/recorded.jsonl" "$folder/corpus"
    echo "$recorder" >"$folder/recorded-by"
fi

status=0
"$python" "$scripts/run.py" --filter "$DOCKET conformance" --report "$folder/report.txt" "$folder/corpus" || status=1
echo "The report is in $folder/report.txt"
"$python" "$scripts/fuzz.py" --filter "$DOCKET conformance" --seed "${CONFORMANCE_SEED:-1}" --cases "${CONFORMANCE_CASES:-4000}" ||
    status=1
exit $status
