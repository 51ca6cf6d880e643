#!/usr/bin/env bash
# Runs a program with its output in a file, of which only what explains a failure is shown: quietly.sh FILE PROGRAM …
set -euo pipefail

log=$1
shift
if [ -t 1 ]; then exec "$@"; fi
status=0
"$@" >"$log" 2>&1 || status=$?
[ "$status" = 0 ] && exit 0
grep -aE '(error|warning):' "$log" | sort -u | head -n 50 >&2 || true
tail -n 20 "$log" >&2
echo "$1 failed; its whole output is in $log." >&2
exit "$status"
