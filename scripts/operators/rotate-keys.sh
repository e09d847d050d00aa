#!/usr/bin/env bash
# Gives a validator new session keys, or discards old ones. The node makes the keys and keeps the secret halves.
#
#   scripts/operators/rotate-keys.sh --org ID [--url URL]
#       prints `owner=…`, `keys=…` and `proof=…`, in hex. Tell the chain, signed by the organisation's controller
#       or a delegate for validators: huangpu validators set-keys --keys KEYS --proof PROOF. They take effect at
#       the next session but one. Keep the node running until then with both pairs of keys.
#
#   scripts/operators/rotate-keys.sh --discard KEYS --keystore DIR [--url URL]
#       removes old keys from the node's keystore, and prints `discarded=…`. It refuses as long as the chain uses
#       them, or is going to. DIR is …/chains/<id>/keystore under the node's base path.
#
# URL is the node's own RPC (else HUANGPU_URL, else http://127.0.0.1:9944): run this on its machine, other machines
# are refused.
set -euo pipefail
# shellcheck source=scripts/operators/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

org='' url=${HUANGPU_URL:-http://127.0.0.1:9944} old='' keystore=''
while [ $# -gt 0 ]; do
    case $1 in
        --org) org=${2:-} && shift ;;
        --url) url=${2:-} && shift ;;
        --discard) old=${2:-} && shift ;;
        --keystore) keystore=${2:-} && shift ;;
        *) usage ;;
    esac
    shift || usage
done
require_packages curl=curl

make_keys() {
    [[ $org =~ ^[0-9]{1,10}$ ]] && [ "$org" -ge 1 ] && [ "$org" -le 4294967295 ] ||
        fail "--org takes the organisation's number"
    local id owner answer keys proof
    # The organisation's keyless account: "modl", "hp/membr", the id with its lowest byte first, zeros.
    id=$(printf '%08x' "$org")
    owner=0x$(printf 'modlhp/membr' | od -An -v -tx1 | tr -d ' \n')${id:6:2}${id:4:2}${id:2:2}${id:0:2}
    owner+=$(printf '0%.0s' {1..32})
    answer=$(rpc author_rotateKeysWithOwner "\"$owner\"")
    keys=$(field keys <<<"$answer") proof=$(field proof <<<"$answer")
    [ -n "$keys" ] && [ -n "$proof" ] || fail "the node answered without keys and proof: $answer"
    printf 'owner=%s\nkeys=%s\nproof=%s\n' "$owner" "$keys" "$proof"
    say "now submit members.actAs($org, session.setKeys(keys, proof))"
}

# What the chain says of keys: Aura's and GRANDPA's of this session, those of the next one, and those that
# organisations have set. At the last finalized block: the one that changes the keys is finalized by the old ones.
session=0xcec5070d609dd3497f72bde07fc96ba0
keys_in_use() {
    local at
    at=\"$(rpc chain_getFinalizedHead '' | field result)\"
    rpc state_call '"AuraApi_authorities","0x",'"$at"
    rpc state_call '"GrandpaApi_grandpa_authorities","0x",'"$at"
    rpc state_getStorage "\"${session}e0cdd062e6eaf24295ad4ccfc41d4609\",$at"
    rpc state_getPairs "\"${session}4c014e6bf8b8c2c011e7290b85696bb3\",$at"
}

discard_keys() {
    [[ $old =~ ^0x[0-9a-f]{128}$ ]] || fail "--discard takes both keys, as they were printed: 0x and 128 digits"
    [ -d "$keystore" ] || fail "no directory $keystore"
    local aura=${old:2:64} grandpa=${old:66:64} used
    used=$(keys_in_use)
    case $used in
        *"$aura"* | *"$grandpa"*) fail "the chain still uses these keys, or is going to" ;;
    esac
    rm -f "$keystore/$aura_file$aura" "$keystore/$grandpa_file$grandpa"
    printf 'discarded=%s\n' "$old"
}

if [ -n "$old" ] && [ -z "$org" ]; then
    discard_keys
elif [ -n "$org" ] && [ -z "$old$keystore" ]; then
    make_keys
else
    usage
fi
