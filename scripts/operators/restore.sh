#!/usr/bin/env bash
# Restores what backup.sh took, where nothing is yet.
#
#   scripts/operators/restore.sh BACKUP --base-path DIR --passphrase-file FILE --url URL | --old-is-gone
#       checks the backup, and then the chain, at URL, any node of it: it is watched for blocks by these keys.
#       Where one appears, the old machine still runs, and nothing is restored. --old-is-gone takes your word for
#       it, where no node can be asked. Keys and database go to DIR/chains/ID, the specification to DIR/ID.json.
#       They belong to whom DIR belongs to, also where root restores them. Prints `spec=…` and `sha256=…`, for join.sh.
#
#   scripts/operators/restore.sh --check BACKUP --passphrase-file FILE
#       checks the backup only, and says what it holds.
#
# TWO MACHINES WITH THE SAME SESSION KEYS VOTE TWICE: the nodes prove it, and the chain removes the validator. Make
# sure that the old machine is off, and that nothing starts it again.
set -euo pipefail
# shellcheck source=scripts/operators/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

backup='' base='' passphrase='' url='' old_is_gone='' check=''
while [ $# -gt 0 ]; do
    case $1 in
        --base-path) base=${2:-} && shift ;;
        --passphrase-file) passphrase=${2:-} && shift ;;
        --url) url=${2:-} && shift ;;
        --old-is-gone) old_is_gone=yes ;;
        --check) check=yes ;;
        -*) usage ;;
        *)
            [ -z "$backup" ] || usage
            backup=$1
            ;;
    esac
    shift || usage
done
[ -n "$backup" ] && [ -n "$passphrase" ] || usage
[ -n "$check" ] || [ -n "$base" ] || usage
[ -r "$backup" ] || fail "there is no file $backup"
check_passphrase "$passphrase"
require_packages openssl=openssl curl=curl

# Whether the file is as it was written, as far as a hash beside it can tell.
check_hash() {
    local said
    [ -r "$backup.sha256" ] || return 0
    read -r said _ <"$backup.sha256"
    [ "$said" = "$(hash_of "$backup")" ] ||
        fail "$backup is damaged: its hash is not the one in $backup.sha256. Take another copy"
}

check_beginning() (
    # The cipher is not read to its end here.
    set +o pipefail
    decrypt "$passphrase" <"$backup" 2>/dev/null | head -c $((${#magic} + 1)) | grep -ax "$magic" >/dev/null ||
        fail "this passphrase does not open $backup: it is another one, or the file is damaged"
)

# Writes what is in the backup into the working directory.
unpack() {
    decrypt "$passphrase" <"$backup" 2>/dev/null | {
        read -r _
        tar -x -C "$work" --no-same-owner --no-same-permissions 2>/dev/null
    }
}

# Every file that is there, but the manifest, is in the manifest, and as it says.
matches_manifest() (
    cd "$work" || exit
    [ -f MANIFEST ] && [ -z "$(find . ! -type f ! -type d)" ] &&
        cmp -s <(find . -type f ! -path ./MANIFEST -printf '%P\n' | sort) <(cut -c67- MANIFEST | sort) &&
        sha256sum --check --strict --status MANIFEST
)

# What of the backup's description is asked for.
about() { sed -nE "s/^$1=(.*)$/\1/p" "$work/about"; }

check_backup() {
    check_hash
    check_beginning
    if ! unpack || ! matches_manifest; then
        fail "$backup is damaged: what is in it is not what its manifest says. Take another copy"
    fi
    chain=$(chain_of "$work/spec.json")
    folder=$work/chains/$chain
}

# What the chain says, each from the node at `url`.
result() { sed -E 's/.*"result":("[^"]*").*/\1/'; }
number() { echo $(($(sed -E 's/.*"number":"(0x[0-9a-f]+)".*/\1/'))); }
header_at() { rpc chain_getHeader "$(rpc chain_getBlockHash "$1" | result)"; }
best() { rpc chain_getHeader '' | number; }
finalized() { rpc chain_getHeader "$(rpc chain_getFinalizedHead '' | result)" | number; }
authorities() { rpc state_call '"AuraApi_authorities","0x"' | field result; }

# The slot in which a block was made, by its header on standard input.
slot() {
    local log big='' at
    # Aura's digest: its kind, its name, its length, and the slot, lowest byte first.
    log=$(sed -nE 's/.*"0x066175726120([0-9a-f]{16})".*/\1/p')
    [ -n "$log" ] || fail "$url answers with a block that is not Aura's"
    for at in 14 12 10 8 6 4 2 0; do
        big+=${log:at:2}
    done
    echo $((16#$big))
}

# Which places in the turn the backup's keys have. Sets `count`, of all, and `places`.
find_places() {
    local keys=${1:2} at
    # The list's length comes first, in one byte or two.
    keys=${keys:$((${#keys} % 64))}
    count=$((${#keys} / 64)) places=''
    for ((at = 0; at < count; at++)); do
        [ ! -e "$folder/keystore/$aura_file${keys:$((at * 64)):64}" ] || places+=" $at "
    done
}

# Watches the blocks of so many slots, and fails where one is of these keys.
watch_blocks() {
    local slots=$1 next now until end=$((SECONDS + 2 * $1 + 30)) head
    head=$(best)
    next=$((head + 1))
    now=$(header_at "$head" | slot)
    until=$((now + slots))
    while [ "$now" -lt "$until" ]; do
        [ "$SECONDS" -lt "$end" ] || fail "the chain makes too few blocks to see whether the old machine runs"
        sleep 0.5
        head=$(best)
        while [ "$next" -le "$head" ]; do
            now=$(header_at "$next" | slot)
            case $places in
                *" $((now % count)) "*)
                    fail "the old machine still runs: block $next is by these keys. Stop it for good, then restore"
                    ;;
            esac
            next=$((next + 1))
        done
    done
}

# Fails where the old machine may still run, or its votes may still be open.
refuse_double() {
    local set before name
    name=$(sed -nE '1,12s/^  "name": (".*"),$/\1/p' "$work/spec.json")
    [ "$(rpc system_chain '' | result)" = "$name" ] || fail "the node at $url is of another chain than $name"
    set=$(authorities)
    find_places "$set"
    if [ -z "$places" ]; then
        say "the chain does not use these keys in this session"
        return
    fi
    before=$(finalized)
    # Validators take turns. One late block makes nobody silent.
    say "watching for blocks by these keys, for three turns of $count validators"
    watch_blocks $((3 * count))
    [ "$(authorities)" = "$set" ] || fail "the validators have changed meanwhile: run this once more"
    # Where a round of votes stays open, one that forgot its vote would vote again.
    [ "$(finalized)" -gt "$before" ] ||
        fail "nothing is finalized: restored now, it could vote twice in one round. Set new keys instead"
}

# Leaves no empty folder behind where nothing was restored.
tidy() {
    clean_up
    [ -z "$made" ] || rmdir "$base" 2>/dev/null || true
}
made=''
if [ -n "$check" ]; then
    make_work_dir
    check_backup
    cat "$work/about"
    printf 'session_keys=%s\nnetwork_key=%s\n' "$(find "$folder/keystore" -type f 2>/dev/null | wc -l)" \
        "$([ -e "$folder/network/secret_ed25519" ] && echo yes || echo no)"
    exit
fi

[ -d "$base" ] || made=yes
mkdir -p "$base"
# Where the files will be, so that they become the node's at once and whole.
TMPDIR=$base make_work_dir
trap tidy EXIT
check_backup
[ ! -e "$base/chains/$chain" ] ||
    fail "there is a node in $base/chains/$chain: nothing is replaced. Name another --base-path, or move it away"
spec=$base/$chain.json
[ ! -e "$spec" ] || [ "$(hash_of "$spec")" = "$(about spec_sha256)" ] || fail "$spec is another specification"
if [ -n "$(find "$folder/keystore" -type f -print -quit 2>/dev/null)" ] && [ -z "$old_is_gone" ]; then
    [ -n "$url" ] ||
        fail "these are a validator's keys: name a node of the chain with --url, or say --old-is-gone if it is"
    refuse_double
fi
mkdir -p "$base/chains"
hand_over "$base" "$base/chains"
hand_over "$base" -R "$work/chains" "$work/spec.json"
mv "$work/spec.json" "$spec"
mv "$folder" "$base/chains/$chain"
say "the old machine must never run again: two with the same keys vote twice, and the chain removes the validator"
printf 'spec=%s\nsha256=%s\n' "$spec" "$(hash_of "$spec")"
