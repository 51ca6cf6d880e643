#!/usr/bin/env bash
# Checks format, conventions and declared imports; every fault is shown with its place.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
mapfile -t sources < <(git ls-files --cached --others --exclude-standard '*.swift')
faults=0

refuse() { # MESSAGE, places on standard input
    local places
    places=$(cat)
    [ -n "$places" ] || return 0
    printf '%s\n%s\n' "$1" "$places" >&2
    faults=1
}

swift format lint --strict --parallel "${sources[@]}" || faults=1
printf '%s\n' "${sources[@]}" | grep -E '/[A-Za-z]*(Utils?|Utilities|Helpers?|Common|Manager|Misc)(\+[A-Za-z]+)?\.swift$' |
    refuse 'Name these files after what they hold:' || true
grep -nE '\btry!|\bfatalError\(' "${sources[@]}" | refuse 'Throw an error instead, or preconditionFailure for a programmer'\''s:' || true
grep -nE '\b(TODO|FIXME)\b' "${sources[@]}" | grep -vE '\b(TODO|FIXME)\(?[: ]*#[0-9]+' |
    refuse 'Give each of these the number of its issue:' || true
wc -l "${sources[@]}" | awk '$2 != "total" && $1 > 600 { print "  " $2 ": " $1 " lines" }' |
    refuse 'Split these files, which are longer than 600 lines:'
[ "$faults" = 0 ] || exit 1
scripts/build-tests.sh
echo "Checked ${#sources[@]} Swift files: format, conventions, declared imports."
