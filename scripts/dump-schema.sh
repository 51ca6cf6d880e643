#!/usr/bin/env bash
# Prints a database's tables as schema/database.sql holds them: dump-schema.sh URL
set -euo pipefail

# Without the lines that tell of one run or one version only.
pg_dump --schema-only --no-owner "$1" | grep -vE '^(-- Dumped |\\(un)?restrict )'
