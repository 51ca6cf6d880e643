#!/usr/bin/env bash
# Builds everything once, for `make check` and `make test` alike; an import that Package.swift does not declare is an error.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --build-tests --explicit-target-dependency-import-check error
