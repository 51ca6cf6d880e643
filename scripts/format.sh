#!/usr/bin/env bash
# Formats all Swift files.
set -euo pipefail
cd "$(dirname "$0")/.."

git ls-files -z --cached --others --exclude-standard '*.swift' | xargs -0 swift format format --in-place --parallel
