#!/usr/bin/env bash
# Makes the keys of a new node on the machine that will run it, for nobody else to see.
#
#   scripts/operators/keys.sh --base-path DIR --chain ID --identifier I --name N --kind K --role R … --controller A
#           --tier T [--seated] --address MULTIADDR [--out FILE]
#       for an organisation that founds a chain: the network key and the session keys of its validator. Prints the
#       founder's part, JSON without a secret, for chain-spec.sh; with --out, into that file. Words are those of
#       `huangpu members sponsor`: K like large-enterprise, R like bank, T like standard. A is the address of the
#       account that decides for the organisation (`huangpu keys new`); its secret does not belong on this machine.
#       MULTIADDR is where other nodes reach this one, like /dns/node.example.org/tcp/30333.
#
#   scripts/operators/keys.sh --base-path DIR --chain ID --network-only
#       for a validator that joins a chain later: the network key only. Its session keys the running node makes
#       (`huangpu validators set-keys`). Prints `peer=…`.
#
# ID is the chain's id, which its founders agreed on. The keys go to DIR/chains/ID, and belong to whom DIR belongs to,
# also where root makes them. Keys that are there are never replaced.
set -euo pipefail
# shellcheck source=scripts/operators/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

base='' chain='' identifier='' name='' kind='' roles=() controller='' tier='' seated=false address='' out=''
network_only=''
while [ $# -gt 0 ]; do
    case $1 in
        --base-path) base=${2:-} && shift ;;
        --chain) chain=${2:-} && shift ;;
        --identifier) identifier=${2:-} && shift ;;
        --name) name=${2:-} && shift ;;
        --kind) kind=${2:-} && shift ;;
        --role) roles+=("${2:-}") && shift ;;
        --controller) controller=${2:-} && shift ;;
        --tier) tier=${2:-} && shift ;;
        --seated) seated=true ;;
        --address) address=${2:-} && shift ;;
        --out) out=${2:-} && shift ;;
        --network-only) network_only=yes ;;
        *) usage ;;
    esac
    shift || usage
done
[ -n "$base" ] && [ -n "$chain" ] || usage
is_chain_id "$chain" || fail "--chain takes an id of small letters, digits and _, like huangpu_pilot"
find_node

# The words that `huangpu` knows too. What they mean the runtime checks, when the specification is made.
is_one_of() {
    local word=$1
    shift
    case " $* " in
        *" $word "*) ;;
        *) return 1 ;;
    esac
}
kinds=(micro-enterprise small-enterprise medium-enterprise large-enterprise platform bank verifier regulator
    university research-institute logistics warehouse)
every_role=(enterprise regulator verifier bank platform warehouse logistics university research-institute)
tiers=(basic standard large infrastructure)

# Whether this is an address without a slip. The node is only asked if it looks like one: it takes secrets, too.
is_account() {
    [[ $1 =~ ^5[1-9A-HJ-NP-Za-km-z]{46,48}$ ]] || return
    "$node" key inspect "$1" 2>/dev/null | grep '^ *Public key (hex)' >/dev/null
}

# A founder's part with a slip comes back by letter: so what can be seen here is checked here.
check_part() {
    local role
    [ -n "$identifier" ] && [ ${#roles[@]} -gt 0 ] || usage
    [[ $identifier =~ ^(uscc|lei|foreign):[[:print:]]+$ ]] ||
        fail "--identifier takes a legal identifier, like uscc:91310000132260250X"
    [[ $name =~ [^[:space:]] && ! $name =~ [[:cntrl:]] ]] && [ "$(printf %s "$name" | wc -c)" -le 128 ] ||
        fail "--name takes the legal name, up to 128 bytes"
    is_one_of "$kind" "${kinds[@]}" || fail "--kind takes one of: ${kinds[*]}"
    for role in "${roles[@]}"; do
        is_one_of "$role" "${every_role[@]}" || fail "--role takes one of: ${every_role[*]}"
    done
    is_one_of "$tier" "${tiers[@]}" || fail "--tier takes one of: ${tiers[*]}"
    is_account "$controller" || fail "--controller takes an account's address, as \`huangpu keys show\` tells it"
    is_address "$address" || fail "--address takes a TCP address, like /dns/node.example.org/tcp/30333"
    [ -z "$out" ] || check_out "$out"
}

folder=$base/chains/$chain
keystore=$folder/keystore
network=$folder/network

refuse_keys() {
    local found
    found=$(find "$keystore" "$network" -type f -print -quit 2>/dev/null) || true
    [ -z "$found" ] || fail "there are keys already, $found: keys are never replaced. Name another --base-path"
}

# Makes one session key: `make_session_key KIND SCHEME FILE`, FILE being how the keystore names files of that kind;
# prints its public half. The secret goes from the node's program through a file of ours into the keystore, and is
# in no argument that others on this machine could read.
make_session_key() {
    local made=$work/key phrase=$work/phrase public
    "$node" key generate --scheme "$2" --output-type json >"$made"
    sed -nE 's/.*"secretPhrase": "(.*)".*/\1/p' "$made" >"$phrase"
    public=$(sed -nE 's/.*"publicKey": "0x([0-9a-f]{64})".*/\1/p' "$made")
    "$node" key insert --keystore-path "$work/keystore" --key-type "$1" --scheme "$2" --suri "$phrase"
    rm -f "$made" "$phrase"
    # A phrase that could not be read would have been taken for a name of a key that everybody has.
    [ -n "$public" ] && [ -e "$work/keystore/$3$public" ] || fail "the node's program did not store its key"
    printf '0x%s\n' "$public"
}

quoted() {
    local text=${1//\\/\\\\}
    printf '"%s"' "${text//\"/\\\"}"
}

print_part() {
    local role list=''
    for role in "${roles[@]}"; do
        list+=${list:+, }$(quoted "$role")
    done
    cat <<END
{
  "chain": $(quoted "$chain"),
  "identifier": $(quoted "$identifier"),
  "name": $(quoted "$name"),
  "kind": $(quoted "$kind"),
  "roles": [$list],
  "controller": $(quoted "$controller"),
  "tier": $(quoted "$tier"),
  "seated": $seated,
  "sessionKeys": {
    "aura": $(quoted "$aura"),
    "grandpa": $(quoted "$grandpa")
  },
  "peer": $(quoted "$peer"),
  "address": $(quoted "$address")
}
END
}

[ -n "$network_only" ] || check_part
refuse_keys
mkdir -p "$folder"
hand_over "$base" "$base/chains" "$folder"
# Where the keys will be, so that they become theirs at once and whole.
TMPDIR=$folder make_work_dir
mkdir "$work/network"
peer=$("$node" key generate-node-key --file "$work/network/secret_ed25519" 2>&1 >/dev/null)
is_peer "$peer" || fail "the node's program made no network key: $peer"
if [ -z "$network_only" ]; then
    aura=$(make_session_key aura sr25519 "$aura_file")
    grandpa=$(make_session_key gran ed25519 "$grandpa_file")
    print_part >"$work/part"
    chmod 700 "$work/keystore"
fi
hand_over "$base" -R "$work"/*
# Empty ones are left over from a node that never had keys.
rmdir "$keystore" "$network" 2>/dev/null || true
mv "$work/network" "$network"
[ -n "$network_only" ] || mv "$work/keystore" "$keystore"
say "the keys are in $folder: back them up (backup.sh) when there is a specification"
if [ -n "$network_only$out" ]; then
    printf 'peer=%s\n' "$peer"
fi
if [ -n "$network_only" ]; then
    exit
elif [ -n "$out" ]; then
    install -m 644 "$work/part" "$out"
    say "the founder's part is in $out: hand it to whoever makes the specification"
else
    cat "$work/part"
fi
