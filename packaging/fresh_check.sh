#!/bin/bash
# Prove the set-up on a bare Debian 12: only Python, pip, venv, make and git, a clone of HEAD, both commands.
#
# Needs root and the host's package mirror; nothing of the host is changed but debootstrap, if it lacks that. The mounts
# live in a namespace of their own and vanish with it, so the folder can be removed whatever happened inside.

set -euo pipefail

SUITE=bookworm
BARE=python3,python3-pip,python3-venv,make,git
DEMO_S=20
BASE_DAYS=7 # how long a bare system is kept before it is made anew

say() { printf '%s\n' "$*"; }
fail() {
    printf 'fresh-check: %s\n' "$*" >&2
    exit 1
}

# ---------------------------------------------------------------- outside: make the bare system, copy, remove

main() {
    [ "$(id -u)" = 0 ] || fail "this needs root (it makes a Debian in a temporary folder): sudo make fresh-check"
    [ -x "$(command -v apt-get)" ] || fail "this needs a Debian-like host, for its package mirror"
    command -v debootstrap >/dev/null || apt-get install -y -q --no-install-recommends debootstrap >/dev/null ||
        fail "debootstrap is missing and cannot be installed"
    repository=$(git -C "$(dirname "$0")/.." rev-parse --show-toplevel)
    root=$(mktemp -d "${TMPDIR:-/tmp}/marginwatch-fresh.XXXXXX")
    trap 'rm -rf --one-file-system "$root"' EXIT
    trap 'exit 130' INT TERM HUP

    local begun=$SECONDS
    unpack_base
    copy_settings
    git clone --quiet --no-hardlinks "$repository" "$root/work/marginwatch"
    say "commit $(git -C "$root/work/marginwatch" log -1 --format='%h %s') on a bare $SUITE ($((SECONDS - begun)) s)"
    [ -z "$(git -C "$repository" status --porcelain)" ] || say "(what is not committed is not in it)"
    unshare --mount --pid --ipc --fork --kill-child bash "$0" --inside "$root"
}

unpack_base() {
    local cache="${XDG_CACHE_HOME:-$HOME/.cache}/marginwatch"
    local base="$cache/$SUITE-bare.tar"
    if [ -z "$(find "$base" -mtime "-$BASE_DAYS" 2>/dev/null)" ]; then
        mkdir -p "$cache"
        make_base "$base"
    fi
    tar -xpf "$base" -C "$root"
    chmod 755 "$root" # apt reads as a user of its own
}

make_base() {
    local mirror
    # The host's own mirror: no other is known to be reachable.
    mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
        awk -v suite="$SUITE" '$1 == suite { print $2; exit }')
    [ -n "$mirror" ] || fail "the host's apt sources name no mirror of $SUITE"
    eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
    export http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}"
    say "making a bare $SUITE …"
    debootstrap --variant=minbase --include="$BARE" "$SUITE" "$root" "$mirror" >"$root.log" 2>&1 || {
        tail -5 "$root.log" >&2
        rm -f "$root.log"
        fail "debootstrap could not make a bare $SUITE"
    }
    rm -f "$root.log"
    rm -rf "$root"/var/cache/apt/archives/*.deb
    tar -cpf "$1.part" --one-file-system -C "$root" . && mv "$1.part" "$1"
    rm -rf --one-file-system "${root:?}"/*
}

# What makes this network usable: name servers, apt's sources and keys, pip's settings, certificates.
copy_settings() {
    local file
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    rm -f "$root/etc/apt/sources.list" # debootstrap's own
    for file in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/auth.conf /etc/apt/auth.conf.d /etc/apt/keyrings \
        /etc/apt/trusted.gpg /etc/apt/trusted.gpg.d /etc/apt/preferences.d /usr/share/keyrings /etc/pip.conf /etc/xdg/pip \
        /etc/ssl /usr/local/share/ca-certificates; do
        copy_in "$file"
    done
    for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
        # Hooks call programs that a bare system lacks.
        [ ! -f "$file" ] || grep -qE 'Invoke|Pre-Install-Pkgs' "$file" || copy_in "$file"
    done
    for file in .config/pip .pip; do
        [ ! -d "$HOME/$file" ] || { mkdir -p "$root/root/$file" && cp -a "$HOME/$file/." "$root/root/$file/"; }
    done
    while IFS='=' read -r _ file; do
        case "$file" in /*) copy_in "$file" ;; esac
    done < <(network_environment)
}

copy_in() {
    [ -e "$1" ] || return 0
    mkdir -p "$root$(dirname "$1")"
    rm -rf "${root:?}$1"
    cp -a "$1" "$root$(dirname "$1")/"
    [ ! -L "$1" ] || copy_in "$(readlink -f "$1")"
}

# A store of ready-made packages on the host (PIP_FIND_LINKS) is not what a fresh machine has.
network_environment() {
    env | grep -E '^(PIP_|SSL_CERT_|REQUESTS_CA_BUNDLE=|CURL_CA_BUNDLE=|[a-z]+_proxy=|[A-Z]+_PROXY=)' |
        grep -v '^PIP_FIND_LINKS=' || true
}

# ---------------------------------------------------------------- inside: the namespace of the bare system

inside() {
    root=$1
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys" || true
    mkdir -p "$root/dev/pts" "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
    ln -sf pts/ptmx "$root/dev/ptmx"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"

    packages >"$root/before"
    local outcome=0
    timed "make demo" "QT_QPA_PLATFORM=offscreen make demo EXIT_AFTER=$DEMO_S" || outcome=1
    packages >"$root/between"
    timed "make test" "make test" || outcome=1
    packages >"$root/after"
    timed "make setup, again" "make setup" || outcome=1

    say ""
    said_packages "for make demo" "$root/before" "$root/between"
    said_packages "for make test" "$root/between" "$root/after"
    say ""
    printf '%-20s %8s  %s\n' step seconds result
    cat "$root/table"
    return $outcome
}

packages() {
    chroot "$root" dpkg-query -W -f '${Package}\n' | sort
}

said_packages() {
    local added
    added=$(comm -13 "$2" "$3")
    say "system packages installed $1: $(printf '%s' "$added" | grep -c . || true)"
    printf '%s\n' "$added" | xargs | fold -s -w 116 | sed 's/^/    /'
}

timed() {
    local begun=$SECONDS result=passed
    say "--- $1"
    # shellcheck disable=SC2046  # one word a line, values without spaces
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 $(network_environment) \
        sh -c "cd /work/marginwatch && $2" </dev/null || result=FAILED
    printf '%-20s %8d  %s\n' "$1" $((SECONDS - begun)) "$result" >>"$root/table"
    [ "$result" = passed ]
}

if [ "${1:-}" = --inside ]; then inside "$2"; else main; fi
