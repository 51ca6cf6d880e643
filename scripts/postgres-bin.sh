#!/usr/bin/env bash
# Prints the folder of PostgreSQL's programs: in PATH, else the newest that Debian has installed.
set -euo pipefail

if command -v postgres >/dev/null && command -v pg_dump >/dev/null; then
    dirname "$(command -v postgres)"
else
    find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1
fi
