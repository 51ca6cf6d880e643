#!/usr/bin/env bash
# Serves Docket with demo data from a folder: run.sh FOLDER PORT
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
docket=$(scripts/release.sh)
# The server takes this process's place, so that Ctrl-C is its own and nothing is left behind.
exec "$docket" dev --data "$1" --port "$2"
