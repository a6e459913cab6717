#!/usr/bin/env bash
# Builds ntm.exe for Windows on Debian, and nothing else: no DLL goes beside it.
#
#   packaging/windows.sh [--install] [--quick]
#
# --install  installs what it needs from Debian first (bookworm with its security updates)
# --quick    optimises less: enough to try it, and built in half the time
#
# The program stands in target/windows/x86_64-pc-windows-gnu/release/ntm.exe afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."

packages="rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64-win32 mingw-w64-x86-64-dev"
for option in "$@"; do
    case "$option" in
    --install)
        apt-get update
        # shellcheck disable=SC2086 # one word a package
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
        ;;
    --quick)
        export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off
        export CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
        ;;
    *)
        echo "usage: packaging/windows.sh [--install] [--quick]" >&2
        exit 2
        ;;
    esac
done

# shellcheck source=packaging/windows-env.sh
. packaging/windows-env.sh
"$debian_cargo" build --locked --release -Zbuild-std=std,panic_unwind --target "$target" --bin ntm
ls -l "$CARGO_TARGET_DIR/$target/release/ntm.exe"
