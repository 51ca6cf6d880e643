#!/usr/bin/env bash
# Builds the server's image with docker or podman; CONTAINER_RUN_OPTIONS are passed to the build.
set -euo pipefail
cd "$(dirname "$0")/.."

if docker info >/dev/null 2>&1; then
    tool=docker
elif command -v podman >/dev/null; then
    tool=podman
else
    echo "Neither a running docker nor podman was found; install one of them." >&2
    exit 1
fi
read -ra options <<<"${CONTAINER_RUN_OPTIONS:-}"
"$tool" build "${options[@]}" -f docker/Dockerfile -t docket:latest .
