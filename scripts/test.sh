#!/usr/bin/env bash
# Runs every test: on a private PostgreSQL, or on the one that DOCKET_TEST_DATABASE_URL names.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
scripts/build-tests.sh
swift test --skip-build --disable-xctest "$@"
