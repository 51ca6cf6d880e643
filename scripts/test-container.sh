#!/usr/bin/env bash
# Runs every test on the PostgreSQL of docker/compose.test.yaml, with docker compose or podman-compose, and removes it.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOCKET_TEST_PORT=${DOCKET_TEST_PORT:-55432}
if docker compose version >/dev/null 2>&1 && docker info >/dev/null 2>&1; then
    compose=(docker compose)
elif command -v podman-compose >/dev/null; then
    compose=(podman-compose)
else
    echo "Neither docker compose, with docker running, nor podman-compose was found; install one of them." >&2
    exit 1
fi
compose+=(-p docket-test -f docker/compose.test.yaml)

scripts/setup.sh
take_down() { "${compose[@]}" down >/dev/null 2>&1 || true; }
trap take_down EXIT
take_down
"${compose[@]}" up -d

export DOCKET_TEST_DATABASE_URL=postgresql://docket:docket@127.0.0.1:$DOCKET_TEST_PORT/docket
PATH=$PATH:$(scripts/postgres-bin.sh)
for _ in $(seq 120); do
    if answer=$(psql -AXqtc 'SELECT 1' "$DOCKET_TEST_DATABASE_URL" 2>&1) && [ "$answer" = 1 ]; then break; fi
    sleep 0.5
done
if [ "$answer" != 1 ]; then
    echo "The container's PostgreSQL did not answer within a minute: $answer" >&2
    "${compose[@]}" logs >&2 || true
    exit 1
fi
scripts/test.sh "$@"
