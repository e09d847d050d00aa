# Sourced by the operators' scripts: how they say what they do, find the node's program, and ask a node.
# shellcheck shell=bash

# A service may have no home.
export HOME=${HOME:-/}
# What an operator names is meant from where they stand, not from the checkout.
stood=$PWD
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
cd "$stood" || exit

# Whatever is written here is its owner's alone, until a script says otherwise.
umask 077

usage() {
    sed -nE '2,/^[^#]/s/^# ?//p' "${BASH_SOURCE[-1]}" >&2
    exit 2
}

# The node's program: HUANGPU_NODE, else what this checkout built, else the one that is installed. Sets `node`.
find_node() {
    node=${HUANGPU_NODE:-}
    [ -n "$node" ] || node=$programs/huangpu-node
    [ -n "${HUANGPU_NODE:-}" ] || [ -x "$node" ] || node=$(command -v huangpu-node) || node=
    [ -n "$node" ] && [ -x "$node" ] || fail "there is no program huangpu-node: say where it is with HUANGPU_NODE"
}

# What the node calls a key of Aura's and of GRANDPA's in its keystore: the kind, in hex, before the public key.
# shellcheck disable=SC2034
aura_file=61757261 grandpa_file=6772616e

is_chain_id() { [[ $1 =~ ^[a-z][a-z0-9_]{1,30}$ ]]; }

# A TCP address that other machines can reach, without the peer behind it.
is_address() { [[ $1 =~ ^/(ip4|ip6|dns|dns4|dns6)/[0-9A-Za-z.:-]+/tcp/[1-9][0-9]{0,4}$ ]]; }
is_peer() { [[ $1 =~ ^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$ ]]; }

# Gives what root has made below a base path to whom the base path belongs, as a node with a user of its own could not
# read it otherwise: `hand_over BASE [-R] PATH …`.
hand_over() {
    local base=$1
    shift
    [ "$(id -u)" -ne 0 ] || chown --no-dereference --reference="$base" "$@"
}

hash_of() { sha256sum <"$1" | cut -d' ' -f1; }

# Fails where a file cannot be written, before anything is done for it. Its directory is not made here: a backup for a
# disk that is not mounted would end up on the one that is to be saved.
check_out() {
    local folder
    folder=$(dirname "$1")
    [ -d "$folder" ] || fail "there is no directory $folder for $1: make it, or mount the disk that it is on"
    [ -w "$folder" ] || fail "nothing can be written to $folder: name another place than $1"
    [ ! -e "$1" ] || fail "$1 is there already: name another file, or move it away"
}

# The id of a raw specification as chain-spec.sh writes it: one field a line, so that nothing but coreutils is
# needed where nodes run.
chain_of() {
    local id
    grep -Eq '^    "raw": \{' "$1" || fail "$1 is no raw specification: take the file that chain-spec.sh wrote"
    id=$(sed -nE '1,12s/^  "id": "(.*)",$/\1/p' "$1")
    is_chain_id "$id" || fail "$1 names no chain: take the file that chain-spec.sh wrote"
    printf '%s\n' "$id"
}

# Asks the node at `url`: `rpc METHOD PARAMETERS`, which are JSON; its whole answer.
rpc() {
    local body answer
    body=$(printf '{"jsonrpc":"2.0","id":1,"method":"%s","params":[%s]}' "$1" "$2")
    # The same port answers websockets and HTTP.
    answer=$(curl -sS --max-time 30 -H 'content-type: application/json' -d "$body" "${url/#ws/http}") ||
        fail "no node answers at $url: name another with --url"
    case $answer in
        *'"error":'*) fail "$1: $answer" ;;
    esac
    printf '%s\n' "$answer"
}

# A field of an answer that is hex.
field() { sed -nE "s/.*\"$1\":\"(0x[0-9a-f]*)\".*/\1/p"; }

# How backups are encrypted. OpenSSL, because every Debian has it and it takes a passphrase from a file, which
# `age` does not. It does not tell what was altered: the manifest inside does, which is encrypted as well.
cipher=(openssl enc -aes-256-cbc -md sha256 -pbkdf2 -iter 600000)
# What a backup begins with, before a tar archive. Who reads something else has another passphrase.
# shellcheck disable=SC2034
magic=huangpu-backup-1

encrypt() { "${cipher[@]}" -salt -pass "file:$1"; }
decrypt() { "${cipher[@]}" -d -pass "file:$1"; }

check_passphrase() {
    local line=''
    [ -r "$1" ] || fail "there is no file $1 to read a passphrase from"
    [ -z "$(find -L "$1" -perm /077)" ] || fail "others may read $1: chmod 600 $1"
    # What the cipher takes: the first line.
    read -r line <"$1" || true
    [ ${#line} -ge 12 ] || fail "the passphrase in $1 is too short: its first line has to have 12 characters"
}
