#!/usr/bin/env bash
# Builds the program and installs it as PREFIX/bin/docket, under DESTDIR where one is given: install.sh PREFIX [DESTDIR]
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${2:-}$1/bin
case $folder in
    /*) ;;
    *)
        echo "PREFIX and DESTDIR are paths from /, not \"$folder\"." >&2
        exit 1
        ;;
esac

# Known before the build: whether the folder, or the nearest one above it that is there, may be written.
existing=$folder
until [ -e "$existing" ]; do existing=$(dirname "$existing"); done
as_root=()
if [ ! -w "$existing" ]; then
    as_root=(sudo)
    if ! command -v sudo >/dev/null; then
        echo "$existing is not yours to write: choose another, as in make install PREFIX=\$HOME/.local" >&2
        exit 1
    fi
fi

scripts/setup.sh
docket=$(scripts/release.sh)
"${as_root[@]}" install -d "$folder"
# Without the symbols it is half as large; they stay in .build.
"${as_root[@]}" install -s -m 755 "$docket" "$folder/docket"
echo "Installed $folder/docket: $("$folder/docket" --version)"
case :$PATH: in
    *":$folder:"*) ;;
    *) [ -n "${2:-}" ] || echo "$folder is not in PATH: add it, as in export PATH=\"$folder:\$PATH\"" ;;
esac
