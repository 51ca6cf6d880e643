#!/usr/bin/env bash
# Finds all that is missing to build, run and test Docket, the parts of Debian that Swift's toolchain needs included, and
# installs it with apt-get where that is allowed; else it names everything in one line to paste:
# setup.sh [bench|bench-scale|bench-engine|conformance]
set -euo pipefail

minimum_swift=6.2
swift_is_missing="Swift is missing: install the toolchain $minimum_swift or later from https://www.swift.org/install and put it into PATH."

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

has_shared_library() { # libNAME.so.N; where nothing can tell, it counts as there
    local list
    list=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
    grep -qF "$1 " <<<"$list"
}

# What the toolchain's archive expects of the system: its programs' libraries, a linker, and C's and C++'s headers.
missing_for_swift() {
    local library package
    while read -r library package; do
        has_shared_library "$library" || echo "$package"
    done <<'LIBRARIES'
libncurses.so.6 libncurses6
libsqlite3.so.0 libsqlite3-0
libcurl.so.4 libcurl4
libxml2.so.2 libxml2
libuuid.so.1 libuuid1
LIBRARIES
    command -v ld.gold >/dev/null || if command -v ld >/dev/null; then echo binutils-gold; else echo binutils; fi
    [ -d /usr/include/c++ ] || echo g++
    [ -e /usr/include/stdio.h ] || echo libc6-dev
    command -v git >/dev/null || echo git
    [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
}

missing_packages() {
    missing_for_swift
    command -v make >/dev/null || echo make
    command -v curl >/dev/null || echo curl
    command -v openssl >/dev/null || echo openssl
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
    command -v swift >/dev/null || fail "$swift_is_missing"
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

mapfile -t missing < <(missing_packages "$@")
if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
    line="sudo apt-get install -y --no-install-recommends ${missing[*]}"
    if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
        command -v swift >/dev/null || printf '%s\n' "$swift_is_missing" >&2
        fail "Missing on this machine, in the words of Debian: ${missing[*]}. In one line:"$'\n'"    $line"
    fi
    echo "Installing ${missing[*]} …" >&2
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get -o Acquire::Retries=3 update -qq && without_main_cluster install_packages "${missing[@]}"; } \
        >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "apt-get could not install what is missing; its last words are above. In one line:"$'\n'"    $line"
    fi
    rm -f "$log"
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] || fail "Still missing after their installation: ${missing[*]}."
fi
require_swift
