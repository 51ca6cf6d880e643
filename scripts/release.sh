#!/usr/bin/env bash
# Builds the program for production, with Swift's runtime inside, and prints where it is.
#
# One place for the flags: whoever builds with others compiles everything anew. Arguments go to `swift build`.
set -euo pipefail
cd "$(dirname "$0")/.."

options=(-c release --product docket --static-swift-stdlib "$@")
swift build "${options[@]}" >&2
echo "$(swift build "${options[@]}" --show-bin-path)/docket"
