#!/usr/bin/env bash
# Finds what is missing to build, run and test Docket, and installs it with apt-get where that is allowed:
# setup.sh [bench|bench-scale|bench-engine|conformance]
set -euo pipefail

minimum_swift=6.2

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

has_postgres() {
    local directory directories
    IFS=: read -ra directories <<<"$PATH"
    for directory in "${directories[@]}" /usr/lib/postgresql/*/bin; do
        if [ -x "$directory/postgres" ] && [ -x "$directory/initdb" ]; then return 0; fi
    done
    return 1
}

has_library() { command -v pkg-config >/dev/null && pkg-config --exists "$1"; }

missing_packages() {
    command -v pkg-config >/dev/null || echo pkg-config
    has_library libpq || echo libpq-dev
    has_library openssl || echo libssl-dev
    has_library zlib || echo zlib1g-dev
    has_postgres || echo postgresql
    case ${1:-} in
        bench)
            command -v wrk >/dev/null || echo wrk
            [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null || echo nginx-light
            ;;
        bench-scale)
            command -v wrk >/dev/null || echo wrk
            command -v curl >/dev/null || echo curl
            command -v openssl >/dev/null || echo openssl
            python3 -c 'import ssl' 2>/dev/null || echo python3
            ;;
        bench-engine)
            command -v node >/dev/null || echo nodejs
            [ -d /usr/share/nodejs/graphql ] || echo node-graphql
            python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
            ;;
        conformance) python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv ;;
    esac
}

require_swift() {
    command -v swift >/dev/null ||
        fail "Swift is missing: install the toolchain $minimum_swift or later from https://www.swift.org/install and put it into PATH."
    local answer version
    answer=$(swift --version 2>&1) || fail "Swift does not start here: ${answer##*$'\n'}"
    version=$(sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)*).*/\1/p' <<<"$answer")
    [ "$(printf '%s\n' "$minimum_swift" "${version:-0}" | sort -V | head -n 1)" = "$minimum_swift" ] ||
        fail "Swift ${version:-of an unknown version} is too old: Docket needs $minimum_swift or later, see https://www.swift.org/install."
}

# Debian would make and start a cluster of its own with the server's first installation; Docket starts a private one.
without_main_cluster() {
    local settings=/etc/postgresql-common/createcluster.d/docket-setup.conf
    "${as_root[@]}" mkdir -p "${settings%/*}"
    echo 'create_main_cluster = false' | "${as_root[@]}" tee "$settings" >/dev/null
    local status=0
    "$@" || status=$?
    "${as_root[@]}" rm -f "$settings"
    return "$status"
}

install_packages() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y -qq --no-install-recommends "$@"
}

require_swift
mapfile -t missing < <(missing_packages "$@")
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    fail "Missing on this machine: ${missing[*]}; install them with: sudo apt-get install ${missing[*]}"
fi

echo "Installing ${missing[*]} …" >&2
log=$(mktemp)
if ! { "${as_root[@]}" apt-get -o Acquire::Retries=3 update -qq && without_main_cluster install_packages "${missing[@]}"; } \
    >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "apt-get could not install ${missing[*]}; its last words are above."
fi
rm -f "$log"
mapfile -t missing < <(missing_packages "$@")
[ ${#missing[@]} -eq 0 ] || fail "Still missing after their installation: ${missing[*]}."
