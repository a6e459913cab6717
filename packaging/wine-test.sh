#!/usr/bin/env bash
# Tries the Windows program under wine and compares what it writes with what the program
# for Linux writes of the same input, byte by byte. Begin with packaging/windows.sh.
#
#   packaging/wine-test.sh [--install] [--library] [NTM-FOR-LINUX]
#
# --install      installs wine from Debian first
# --library      runs the library's own tests under wine, too: another long build
# NTM-FOR-LINUX  the program to compare with; target/debug/ntm, built where it is missing
#
# What wine cannot do and Windows can: canonicalise paths over 260 characters, colours on a
# console; wine lets a read-only file be replaced, Windows does not.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

library=
linux=
for option in "$@"; do
    case "$option" in
    --install)
        apt-get update
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends wine64
        ;;
    --library) library=yes ;;
    -*)
        echo "usage: packaging/wine-test.sh [--install] [--library] [NTM-FOR-LINUX]" >&2
        exit 2
        ;;
    *) linux=$(realpath "$option") ;;
    esac
done
if [ -z "$linux" ]; then
    cargo build --locked
    linux=$root/target/debug/ntm
fi

# shellcheck source=packaging/windows-env.sh
. packaging/windows-env.sh
windows=$root/$CARGO_TARGET_DIR/$target/release/ntm.exe
[ -f "$windows" ] || {
    echo "$windows is missing: packaging/windows.sh builds it" >&2
    exit 2
}

wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
work=$(mktemp -d)
trap '"$(dirname "$wine")/wineserver" -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEARCH=win64 WINEPREFIX=$work/prefix WINEDEBUG=-all
unset NTM_LANG NO_COLOR || true

# This wine lacks a library that every Windows 10 has; a stand-in with its one function
# lies beside the program for these tests alone and is never shipped.
mkdir "$work/bin"
cp "$windows" "$work/bin/ntm.exe"
printf '%s\n' '#include <windows.h>' \
    'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
    '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)' \
    '{ return SystemFunction036(bytes, (ULONG)count); }' >"$work/stand-in.c"
x86_64-w64-mingw32-gcc -shared -o "$work/bin/bcryptprimitives.dll" "$work/stand-in.c" -ladvapi32
"$wine" wineboot --init >/dev/null 2>&1 || true

if [ -n "$library" ]; then
    cat >"$work/runner" <<END
#!/bin/sh
cp "$work/bin/bcryptprimitives.dll" "\$(dirname "\$1")/"
exec "$wine" "\$@"
END
    chmod +x "$work/runner"
    CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=$work/runner CARGO_PROFILE_DEV_OPT_LEVEL=0 \
        "$debian_cargo" test --locked --lib -Zbuild-std=std,panic_unwind,proc_macro,test \
        --target "$target"
fi

# The same office twice, below folders of different names.
sample=data/mong-cai
for side in linux windows; do
    mkdir -p "$work/$side"
    cp -r "$sample" "$work/$side/Số liệu"
    mkdir "$work/$side/Số liệu/minh-chung" "$work/$side/Số liệu/ra"
    printf 'x' >"$work/$side/Số liệu/minh-chung/BC 12.pdf"
done

failed=0
equal=0
fail() {
    echo "KHÁC $*"
    failed=$((failed + 1))
}

# Runs a line on both sides, in the office's folder; `/` in paths becomes `\` where
# Windows runs it and the line asks for it by the word `strokes`.
both() {
    local strokes=
    if [ "$1" = strokes ]; then
        strokes=yes
        shift
    fi
    local own=("$@")
    if [ -n "$strokes" ]; then
        own=("${own[@]//\//\\}")
    fi
    local code_linux=0 code_windows=0
    (cd "$work/linux/Số liệu" && "$linux" "$@" >"$work/linux.out" 2>"$work/linux.err") || code_linux=$?
    (cd "$work/windows/Số liệu" && "$wine" "$work/bin/ntm.exe" "${own[@]}" >"$work/windows.out" 2>"$work/windows.err") || code_windows=$?
    [ "$code_linux" = "$code_windows" ] || fail "mã thoát $code_linux/$code_windows: $*"
}

# The same, and what they print must be equal.
printed() {
    both "$@"
    # Nothing twice is no proof.
    if [ -s "$work/linux.out" ] && cmp -s "$work/linux.out" "$work/windows.out"; then
        equal=$((equal + 1))
        echo "như nhau  ntm $*"
    else
        fail "in ra: ntm $*"
        diff "$work/linux.out" "$work/windows.out" | head -5 || true
    fi
}

# The same, and the files and folders named behind `--` must be equal.
written() {
    local line=()
    while [ "$1" != -- ]; do
        line+=("$1")
        shift
    done
    shift
    both "${line[@]}"
    local path
    for path in "$@"; do
        if [ -e "$work/linux/Số liệu/$path" ] && diff -r "$work/linux/Số liệu/$path" "$work/windows/Số liệu/$path" >/dev/null; then
            equal=$((equal + 1))
            echo "như nhau  $path  (ntm ${line[*]})"
        else
            fail "$path: ntm ${line[*]}"
            head -3 "$work/windows.err" || true
        fi
    done
}

# Pages and documents.
printed --version
printed --help
printed score --help
for format in table json csv markdown jsonl; do
    printed score 2022-05 --format $format
    printed score 2022-12 --by indicator --format $format
done
printed strokes check 2022-05 --format json
printed strokes check 2022-05 2022-06 --format json
printed check . --format json
printed check 2022-05 --format json --evidence minh-chung
printed strokes explain ./2022-05 --commune 06724 --indicator 2.2 --format json
printed explain 2022-05 --commune 06724 --indicator 2.2 --format csv
printed strokes explain ../"Số liệu"/2022-05 --commune "Hải Sơn"
printed gaps 2022-05 --format json
printed gaps 2022-05 --format csv --csv-dialect excel-vi
printed ladder 2022-12 --format json
printed ladder 2022-12 --city --format csv
printed trend . --format json
printed trend . --format csv
printed diff 2022-05 2022-12 --format json
printed criteria list
printed criteria list --format json
printed criteria show qd-318-2022-ntm --period 2022-05 --region DBSH --province 22 --format json
printed criteria show qd-318-2022-ntm --period 2022-05 --unconfirmed --format csv
printed check --explain list
# The Windows shells leave patterns to the program; those of Linux do not.
(cd "$work/linux/Số liệu" && "$linux" check 2022-05/0672*.csv --format json >"$work/linux.out" 2>/dev/null) || true
(cd "$work/windows/Số liệu" && "$wine" "$work/bin/ntm.exe" check '2022-05\0672*.csv' --format json >"$work/windows.out" 2>/dev/null) || true
[ -s "$work/linux.out" ] && cmp -s "$work/linux.out" "$work/windows.out" && equal=$((equal + 1)) || fail "check 2022-05\\0672*.csv"

# Files.
written strokes report 2022-05 -o ra/bc.html -o ra/bc.xlsx -o ra/bc.docx -o ra/bc.md -o ra/bc.txt \
    -- ra/bc.html ra/bc.xlsx ra/bc.docx ra/bc.md ra/bc.txt
written strokes report 2022-12 --public --lang en -o ra/p.docx -o ra/p.xlsx -- ra/p.docx ra/p.xlsx
written report 2022-05 --each -o ra/tung-xa -- ra/tung-xa
written template . --period 2023-01 --from 2022-12 -o ra/bieu -- ra/bieu
written template . --period 2023-01 --format csv -o ra/bieu-csv -- ra/bieu-csv
written check 2022-05 --fix -o ra/sach -- ra/sach
written criteria confirm qd-318-2022-ntm 1.1 --region DBSH --by "Lê Văn A" --on 2022-06-01 --text "Công báo" -o tieu-chi \
    -- tieu-chi
written criteria show qd-318-2022-ntm --period 2022-05 --unconfirmed --criteria tieu-chi -o ra/m.html -o ra/m.docx -o ra/m.xlsx \
    -- ra/m.html ra/m.docx ra/m.xlsx
written init moi --period 2023-01 -- moi
written strokes score 2022-05 -o ra/s.csv -o ra/s.json -- ra/s.csv ra/s.json

# A dossier made on either side is the same, and verifies on the other.
for form in ho-so ho-so.zip; do
    written dossier 2022-12 --commune 06739 --level nang-cao --draft --evidence minh-chung -o $form -- $form
    digest=$(sed -n 's/.*\([0-9a-f]\{64\}\).*/\1/p' "$work/linux.out" | head -1)
    (cd "$work/windows/Số liệu" && "$linux" verify $form --format json >"$work/linux.out" 2>&1) || fail "Linux: verify $form ($digest)"
    (cd "$work/linux/Số liệu" && "$wine" "$work/bin/ntm.exe" verify $form --format json >"$work/windows.out" 2>&1) || fail "Windows: verify $form"
    if [ -s "$work/linux.out" ] && cmp -s "$work/linux.out" "$work/windows.out"; then
        equal=$((equal + 1))
        echo "như nhau  verify $form, mỗi bên của bên kia"
    else
        fail "verify $form"
    fi
done

# What is refused on Windows, without anything being written.
refused() {
    local before after code=0
    before=$(cd "$work/windows/Số liệu" && find . | sort | sha256sum)
    (cd "$work/windows/Số liệu" && "$wine" "$work/bin/ntm.exe" "$@" >"$work/windows.out" 2>"$work/windows.err") || code=$?
    after=$(cd "$work/windows/Số liệu" && find . | sort | sha256sum)
    if [ $code = 2 ] && [ "$before" = "$after" ]; then
        equal=$((equal + 1))
        echo "bị từ chối  ntm $*"
    else
        fail "không bị từ chối: ntm $*"
    fi
    sed 's/^/    /' "$work/windows.err" | head -2
}
refused score 2022-12 -o 'ra\A.csv' -o 'ra\a.csv'
refused score 2022-12 -o 'COMMUNES.csv'
refused score 2022-12 -o '2022-12\x.csv'
refused score 2022-12 -o 'ra\con.csv'
refused score 2022-12 -o 'ra\x.csv.'
refused init 'ra\nul'
refused score '2022-12" --level ntm'
refused score 'C:\khong-co\2022-05'
both score 2022-12 --format json -o -
cmp -s "$work/linux.out" "$work/windows.out" && equal=$((equal + 1)) || fail "score -o -"
both score 2022-12 --format json -o NUL 2>/dev/null || true
rm -f "$work/linux/Số liệu/NUL"
[ ! -e "$work/windows/Số liệu/NUL" ] || fail "NUL is a file"
# No message shows the mark by which Windows answers.
both score 2022-12 --communes khong-co.csv
# shellcheck disable=SC1003
grep -q '\\\\?\\' "$work/windows.err" && fail "\\\\?\\ in a message"

echo "$equal như nhau, $failed khác"
[ $failed = 0 ]
