#!/usr/bin/env bash
# Makes the specification of a new consortium's chain from its founders' parts.
#
#   scripts/operators/chain-spec.sh --consortium FILE --parts DIR --out DIR [--registered]
#
# FILE describes the chain, in JSON: `name`; `id`, which the founders gave keys.sh; `founders`, their identifiers
# in the order in which the chain numbers them; and, if it is not to be as on `local`, `sessionBlocks` (600) and
# `constituencies`, like {"finance": {"seats": 2, "termDays": 730}}. The first DIR holds the founders' parts, one
# *.json each, no more and no fewer. Into the second one go ID.json, the raw specification, and ID.json.sha256.
# Prints `spec=…`, `sha256=…` and `genesis=…`.
#
# With --registered, the chain lets in registered nodes only, from its first block on, and the founders' nodes are
# registered. Without, it lets in every node until the council decides otherwise (`huangpu nodes set-admission`).
#
# Whoever has the same description, parts, option and node program gets the same bytes: let every founder make it, and
# compare. A specification that is there already is never replaced by another.
#
# This one needs Node.js, which the project's tests need anyway: it reads and writes JSON, and is run once in a
# chain's life. The others run where nodes do, with what Debian has by itself.
set -euo pipefail
# shellcheck source=scripts/operators/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

consortium='' parts='' out='' admission=open
while [ $# -gt 0 ]; do
    case $1 in
        --consortium) consortium=${2:-} && shift ;;
        --parts) parts=${2:-} && shift ;;
        --out) out=${2:-} && shift ;;
        --registered) admission=registered ;;
        *) usage ;;
    esac
    shift || usage
done
[ -n "$consortium" ] && [ -n "$parts" ] && [ -n "$out" ] || usage
[ -r "$consortium" ] || fail "there is no file $consortium"
[ -d "$parts" ] || fail "there is no directory $parts"
require_packages node=nodejs
find_node
export HUANGPU_NODE=$node
make_work_dir

# Where sudo keeps its key: no chain of a consortium has one.
sudo_key=0x5c0d1176a568c1f92944340dbfed9e9c530ebca703c85910e7164cb7d1c9e47b

# Why the runtime refuses a genesis: it could not read it, or it stopped, which only this subcommand tells.
reason() {
    local said
    said=$(sed -nE 's/.*Invalid JSON blob: (.*) at line [0-9]+ column .*/\1/p' "$work/refused")
    [ -n "$said" ] ||
        said=$("$node" build-spec --raw --chain "$work/plain.json" --base-path "$work/node" 2>&1 >/dev/null |
            sed -n '/panicked at/{n;p;q}' | sed 's/ *$//') || true
    printf '%s\n' "${said:-$(cut -c1-300 "$work/refused")}"
}

# The runtime itself checks what the founders say of themselves.
make_raw() {
    "$node" export-chain-spec --chain "$work/plain.json" --raw >"$work/raw.json" 2>"$work/refused" ||
        fail "the runtime refuses this genesis: $(reason)"
    ! grep -q "\"$sudo_key" "$work/raw.json" || fail "this genesis has a root key: the node's program is not ours"
}

# The hash of the first block, as a node makes it: nobody else knows how.
genesis_of() {
    "$node" export-blocks --chain "$1" --base-path "$work/node" --from 0 --to 0 /dev/null >/dev/null 2>&1
    "$node" chain-info --chain "$1" --base-path "$work/node" |
        sed -nE 's/.*"genesis_hash": "(0x[0-9a-f]{64})".*/\1/p'
}

node "$root/scripts/operators/spec.mjs" "$consortium" "$parts" "$admission" "$work/plain.json"
make_raw
chain=$(chain_of "$work/raw.json")
genesis=$(genesis_of "$work/raw.json")
[ -n "$genesis" ] || fail "the node cannot make the first block of this chain"

spec=$out/$chain.json
hash=$(hash_of "$work/raw.json")
if [ -e "$spec" ] && [ "$(hash_of "$spec")" != "$hash" ]; then
    fail "$spec is there already and another one: move it away if its chain was never started"
fi
mkdir -p "$out"
# Everybody may read these.
install -m 644 "$work/raw.json" "$spec"
printf '%s  %s\n' "$hash" "$chain.json" >"$work/hash"
install -m 644 "$work/hash" "$spec.sha256"
say "made by $("$node" --version): a node of another build may hold another runtime, and make another hash"
printf 'spec=%s\nsha256=%s\ngenesis=%s\n' "$spec" "$hash" "$genesis"
