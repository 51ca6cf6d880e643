#!/usr/bin/env bash
# Builds the server's image with docker or podman; CONTAINER_RUN_OPTIONS are passed to the build.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=$(command -v docker || command -v podman) || { echo "Neither docker nor podman was found; install one of them." >&2; exit 1; }
read -ra options <<<"${CONTAINER_RUN_OPTIONS:-}"
"$tool" build "${options[@]}" -f docker/Dockerfile -t docket:latest .
