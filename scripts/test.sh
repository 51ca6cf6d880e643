#!/usr/bin/env bash
# Runs every test: on a private PostgreSQL, or on the one that DOCKET_TEST_DATABASE_URL names.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
scripts/build-tests.sh
# Each of the larger tests has servers of its own: more of them at once than this only wait for each other.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-8}
swift test --skip-build --disable-xctest "$@"
