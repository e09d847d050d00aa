#!/usr/bin/env bash
# Runs a node of a consortium's chain, in place of this script: so it can be a service's command.
#
#   scripts/operators/join.sh ROLE --spec FILE --sha256 HASH --base-path DIR [--name NAME] [--port PORT]
#           [--reserved-peers FILE] [--print] [-- OPTION …]
#
# ROLE is one of
#   validator  makes blocks. RPC for its own machine only
#   full       keeps the last states, follows
#   archive    keeps all blocks and states
#   rpc        like full, and answers others: safe methods only, limited. Behind a proxy that speaks TLS
#
# HASH is the specification's, as the founders published it: a file with another one is refused, and so is one
# that is not raw. PORT is for other nodes (30333). The reserved peers are those to talk to, and no others:
# addresses with their peers, one a line, # for comments. OPTIONs are the node's own and stand above what a role
# sets. --print prints the command and runs nothing. The node runs as whoever runs this: as the one whom DIR belongs to.
set -euo pipefail
# shellcheck source=scripts/operators/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

role=${1:-}
case $role in
    validator | full | archive | rpc) shift ;;
    *) usage ;;
esac
spec='' published='' base='' name='' port=30333 reserved='' print='' own=()
while [ $# -gt 0 ]; do
    case $1 in
        --spec) spec=${2:-} && shift ;;
        --sha256) published=${2:-} && shift ;;
        --base-path) base=${2:-} && shift ;;
        --name) name=${2:-} && shift ;;
        --port) port=${2:-} && shift ;;
        --reserved-peers) reserved=${2:-} && shift ;;
        --print) print=yes ;;
        --)
            own=("${@:2}")
            break
            ;;
        *) usage ;;
    esac
    shift || usage
done
[ -n "$spec" ] && [ -n "$published" ] && [ -n "$base" ] || usage
find_node

# Whether the operator gave an option of the node themselves.
is_own() {
    local word
    for word in "${own[@]}"; do
        case $word in
            "$1" | "$1"=*) return ;;
        esac
    done
    return 1
}

check_spec() {
    local found
    [ -r "$spec" ] || fail "there is no file $spec"
    [[ $published =~ ^[0-9a-f]{64}$ ]] || fail "--sha256 takes the published hash: 64 digits"
    found=$(hash_of "$spec")
    [ "$found" = "$published" ] ||
        fail "$spec is not the published specification: its hash is $found. Fetch it again"
}

# Options that would make of the node something else than its role says.
check_own() {
    local option forbidden=(--chain --base-path --port --validator --dev --tmp --alice --bob --charlie --dave --eve
        --ferdie --one --two --unsafe-force-node-key-generation)
    [ "$role" != validator ] || forbidden+=(--rpc-external --unsafe-rpc-external --experimental-rpc-endpoint)
    [ "$role" != rpc ] || forbidden+=(--rpc-methods)
    for option in "${forbidden[@]}"; do
        ! is_own "$option" || fail "a node with the role $role takes no $option behind --"
    done
}

# A validator without its keys would start, and be another one or none.
check_keys() {
    local folder=$base/chains/$chain
    [ "$role" = validator ] || return 0
    [ -e "$folder/network/secret_ed25519" ] ||
        fail "there is no network key in $folder: make it with keys.sh, or restore it with restore.sh"
    [ -n "$(find "$folder/keystore" -type f -print -quit 2>/dev/null)" ] ||
        say "it has no session keys: it makes no blocks before \`huangpu validators set-keys\`"
}

# Root would leave files there that whoever the base path belongs to could not read, and its service not start.
check_user() {
    local owner
    [ "$(id -u)" -eq 0 ] && [ -d "$base" ] || return 0
    owner=$(stat -c %U "$base")
    [ "$owner" = root ] || fail "$base belongs to $owner: run this as $owner, not as root, such as by sudo -u $owner"
}

options=()
# Sets an option, unless the operator does: `preset OPTION [VALUE]`.
preset() { is_own "$1" || options+=("$@"); }

add_role() {
    case $role in
        validator) options+=(--validator) ;;
        full) ;;
        archive)
            preset --state-pruning archive
            preset --blocks-pruning archive
            ;;
        rpc)
            options+=(--rpc-methods safe)
            # Calls a minute, of each connection. A program that follows every block makes several a second.
            preset --rpc-rate-limit 6000
            preset --rpc-max-connections 500
            preset --rpc-max-subscriptions-per-connection 64
            preset --rpc-max-batch-request-len 100
            ;;
    esac
}

add_network() {
    local line peers=()
    # By itself, a node that is no validator would listen for browsers instead.
    is_own --listen-addr || options+=(--listen-addr "/ip4/0.0.0.0/tcp/$port" --listen-addr "/ip6/::/tcp/$port")
    [ -n "$reserved" ] || return 0
    [ -r "$reserved" ] || fail "there is no file $reserved"
    while read -r line || [ -n "$line" ]; do
        case $line in
            '' | '#'*) continue ;;
        esac
        if ! is_address "${line%/p2p/*}" || ! is_peer "${line##*/p2p/}"; then
            fail "$reserved: \`$line\` is no address with a peer, like /dns/a.example.org/tcp/30333/p2p/12D3KooW…"
        fi
        peers+=(--reserved-nodes "$line")
    done <"$reserved"
    [ ${#peers[@]} -gt 0 ] || fail "$reserved names no peer: such a node would talk to nobody"
    options+=(--reserved-only "${peers[@]}")
}

check_spec
chain=$(chain_of "$spec")
check_own
check_keys
[ -z "$name" ] || options+=(--name "$name")
add_role
add_network
command=("$node" --chain "$spec" --base-path "$base" "${options[@]}" "${own[@]}")
if [ -n "$print" ]; then
    printf '%q ' "${command[@]}"
    echo
    exit
fi
check_user
# What the node writes is nobody else's. Its folder may be there already, with other rights.
mkdir -p "$base"
chmod go= "$base"
exec "${command[@]}"
