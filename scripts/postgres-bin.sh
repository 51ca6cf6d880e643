#!/usr/bin/env bash
# Prints the folder of PostgreSQL's programs, for the end of PATH: Debian's newest, else that of postgres in PATH.
set -euo pipefail

folder=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1) || true
printf '%s\n' "${folder:-$(dirname "$(command -v postgres)")}"
