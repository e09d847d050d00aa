#!/usr/bin/env bash
# Backs up what a node cannot lose, into one encrypted file: keystore, network key, and the chain's specification.
#
#   scripts/operators/backup.sh --base-path DIR --spec FILE --passphrase-file FILE --out FILE [--with-database]
#
# Keys may be backed up while the node runs. With --with-database the blocks and states go along, of a node that
# is stopped: a restored one need not fetch them then. The passphrase is the first line of its file: keep it
# elsewhere than the backup. Writes FILE and FILE.sha256, and prints `backup=…` and `sha256=…`.
#
# Back up again whenever keys changed (keys.sh, rotate-keys.sh, `huangpu validators set-keys`), and try the backup
# with `restore.sh --check`.
set -euo pipefail
# shellcheck source=scripts/operators/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

base='' spec='' passphrase='' out='' with_database=''
while [ $# -gt 0 ]; do
    case $1 in
        --base-path) base=${2:-} && shift ;;
        --spec) spec=${2:-} && shift ;;
        --passphrase-file) passphrase=${2:-} && shift ;;
        --out) out=${2:-} && shift ;;
        --with-database) with_database=yes ;;
        *) usage ;;
    esac
    shift || usage
done
[ -n "$base" ] && [ -n "$spec" ] && [ -n "$passphrase" ] && [ -n "$out" ] || usage
require_packages openssl=openssl
[ -r "$spec" ] || fail "there is no file $spec"
chain=$(chain_of "$spec")
folder=chains/$chain
[ -d "$base/$folder" ] || fail "there is no node of the chain $chain in $base"
check_passphrase "$passphrase"
check_out "$out"

# Keeps the node from starting until this script ends; fails where one runs.
hold_database() {
    local lock=$base/$folder/paritydb/full/lock
    [ -e "$lock" ] || fail "there is no database in $base/$folder"
    exec 9<"$lock"
    flock --nonblock 9 || fail "a node holds the database in $base/$folder: stop it first"
}

# The files to take, below the base path, each ending with a zero byte.
list_files() {
    local parts=() part
    for part in keystore network ${with_database:+paritydb}; do
        [ ! -d "$base/$folder/$part" ] || parts+=("$folder/$part")
    done
    # The lock belongs to a running node.
    [ ${#parts[@]} -eq 0 ] || (cd "$base" && find "${parts[@]}" -type f ! -name lock -print0 | sort -z)
}

# What the backup is, and what is in it, each file with its hash.
write_manifest() {
    cp "$spec" "$work/spec.json"
    cat >"$work/about" <<END
chain=$chain
spec_sha256=$(hash_of "$spec")
created=$(date -u +%Y-%m-%dT%H:%M:%SZ)
database=${with_database:-no}
END
    (cd "$work" && sha256sum about spec.json) >"$work/MANIFEST"
    (cd "$base" && xargs -0 sha256sum) <"$work/files" >>"$work/MANIFEST"
}

pack() {
    printf '%s\n' "$magic"
    # A database is mostly holes.
    tar -c --sparse --owner=0 --group=0 --numeric-owner -C "$work" MANIFEST about spec.json \
        -C "$full" --null -T "$work/files"
}

[ -z "$with_database" ] || hold_database
# Beside the result, so that it becomes the result at once and whole.
TMPDIR=$(dirname "$out") make_work_dir
full=$(cd "$base" && pwd)
list_files >"$work/files"
[ -s "$work/files" ] || fail "there are no keys in $base/$folder"
write_manifest
pack | encrypt "$passphrase" >"$work/backup"
hash=$(hash_of "$work/backup")
printf '%s  %s\n' "$hash" "$(basename "$out")" >"$work/sum"
mv "$work/sum" "$out.sha256"
mv "$work/backup" "$out"
say "keep it away from this machine, and its passphrase away from it"
printf 'backup=%s\nsha256=%s\n' "$out" "$hash"
