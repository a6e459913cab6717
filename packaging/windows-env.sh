# What building for Windows needs; read by windows.sh and wine-test.sh.
#
# Debian's own compiler, of which Debian ships the source of the standard library for
# Windows too: a toolchain that stands first in the search path is passed by.
target=x86_64-pc-windows-gnu
debian_cargo=/usr/bin/cargo
export RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc
# The standard library is built from source, which asks for this.
export RUSTC_BOOTSTRAP=1
export CARGO_TARGET_DIR=target/windows
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
export CARGO_PROFILE_RELEASE_STRIP=symbols
for tool in "$debian_cargo" "$RUSTC" "$CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER"; do
    if ! command -v "$tool" >/dev/null; then
        echo "$tool is missing: packaging/windows.sh --install installs it" >&2
        exit 2
    fi
done
