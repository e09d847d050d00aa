#!/usr/bin/env bash
# Proves the operators' scripts against real nodes on this machine: four founders make their keys and their chain;
# it runs; a fifth machine joins, a stranger does not; one founder loses its machine and comes back from a backup. Then
# they begin a chain that lets in registered nodes only. Whatever must be refused is tried, and refused with its
# sentence.
#
#   scripts/operators/test.sh [--no-build]
#
# --no-build takes the programs as they are. HUANGPU_OPERATORS_PORT (28600) is the first of 30 ports.
set -euo pipefail
# shellcheck source=scripts/operators/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

build=yes
while [ $# -gt 0 ]; do
    case $1 in
        --no-build) build= ;;
        *) usage ;;
    esac
    shift
done
first_port=${HUANGPU_OPERATORS_PORT:-28600}
# No step takes as long as this, in seconds, not even where something else keeps the processors busy.
limit=180
require_packages curl=curl openssl=openssl node=nodejs
[ -z "$build" ] || (cd "$root" && build_programs)
find_node
export HUANGPU_NODE=$node
verbs=$root/scripts/operators
make_work_dir
cd "$work"

begin=$SECONDS
step() { say "$((SECONDS - begin)) s: $*"; }

# Runs a command that has to fail, and to say this: `refused SENTENCE COMMAND …`.
refused() {
    local sentence=$1
    shift
    if "$@" >out 2>&1; then
        fail "not refused, but should be with \`$sentence\`: $*"
    fi
    grep -qF -- "$sentence" out || {
        cat out >&2
        fail "refused, but not with \`$sentence\`: $*"
    }
}

# Runs a command quietly, unless it fails.
quietly() {
    "$@" >out 2>&1 || {
        cat out >&2
        fail "failed: $*"
    }
}

# A field of what a script printed: `value NAME <FILE`.
value() { sed -nE "s/^$1=(.*)/\1/p"; }

identifiers=('' uscc:11310101MB1H0001XR uscc:91310113HP0000021H uscc:12310104HP0000311M uscc:91310101HP0000419K)
kinds=('' regulator large-enterprise verifier bank)
roles=('' regulator enterprise research-institute bank)
p2p_port() { echo $((first_port + 10 + $1)); }
address() { echo "/ip4/127.0.0.1/tcp/$(p2p_port "$1")"; }

# Makes founder N's keys; the options behind N stand above its own.
founder() {
    local n=$1
    shift
    "$verbs/keys.sh" --base-path "node$n" --chain operators_test --identifier "${identifiers[$n]}" \
        --name "Founder $n" --kind "${kinds[$n]}" --role "${roles[$n]}" --tier standard --seated \
        --controller "${controllers[$n]}" --address "$(address "$n")" --out "parts/$n.json" "$@"
}

# Describes a chain of these founders.
describe() {
    local n list=''
    for n in "$@"; do
        list+=${list:+, }\"${identifiers[$n]}\"
    done
    printf '{"name": "Test", "id": "operators_test", "sessionBlocks": 20, "founders": [%s]}\n' "$list"
}

# Makes the specification of the founders' parts in a folder: `spec DESCRIPTION PARTS OUT [OPTION]`.
spec() { "$verbs/chain-spec.sh" --consortium "$1" --parts "$2" --out "$3" "${@:4}"; }

declare -A pids
# Starts node N in a role: `start N ROLE [OPTION …]`, with options of join.sh.
start() {
    local n=$1 role=$2
    shift 2
    # What an earlier run of it said proves nothing.
    rm -f "node$n.log"
    "$verbs/join.sh" "$role" --spec "$chain_spec" --sha256 "$sha256" --base-path "node$n" \
        --name "node$n" "$@" -- --listen-addr "$(address "$n")" --rpc-port $((first_port + n)) \
        --prometheus-port $((first_port + 20 + n)) >"node$n.log" 2>&1 &
    pids[$n]=$!
    started+=($!)
}
stop() {
    local pid left=()
    kill "${pids[$1]}"
    wait "${pids[$1]}" 2>/dev/null || true
    for pid in "${started[@]}"; do
        [ "$pid" = "${pids[$1]}" ] || left+=("$pid")
    done
    started=("${left[@]}")
}

# Waits until a command about node N succeeds: `wait_on N WHAT COMMAND …`.
wait_on() {
    local n=$1 what=$2
    shift 2
    wait_for "$limit" "${pids[$n]}" "$@" || {
        tail -n 30 "node$n.log" >&2
        fail "node $n: $what, not within $limit s"
    }
}
# A node whose port is taken silently listens on another one: then somebody else would answer.
answers() { grep -q "JSON-RPC server: addr=127.0.0.1:$((first_port + $1))[, ]" "node$1.log"; }
ask() {
    local url=http://127.0.0.1:$((first_port + $1))
    rpc "$2" "$3"
}
number() { echo $(($(sed -E 's/.*"number":"(0x[0-9a-f]+)".*/\1/'))); }
finalized() {
    local head
    head=$(ask "$1" chain_getFinalizedHead '' | grep -oE '"0x[0-9a-f]{64}"')
    ask "$1" chain_getHeader "$head" | number
}
has_finalized() { [ "$(finalized "$1")" -ge "$2" ]; }
peers() { ask "$1" system_health '' | sed -E 's/.*"peers":([0-9]+).*/\1/'; }
has_peers() { [ "$(peers "$1")" -eq "$2" ]; }
made_blocks() { grep -q 'Pre-sealed block for proposal' "node$1.log"; }

step "four founders make their keys"
mkdir parts two_keys three
export HUANGPU_KEYSTORE_PASSWORD=$RANDOM$RANDOM$RANDOM
for n in 1 2 3 4; do
    quietly "$programs/huangpu" keys new --out "controller$n.json"
    controllers[n]=$("$programs/huangpu" keys show "controller$n.json" | sed -nE 's/^account +//p')
    quietly founder "$n"
done
for file in node*/chains/*/keystore/* node*/chains/*/network/*; do
    secret=$(tr -d '"' <"$file")
    ! grep -rqF -- "$secret" parts || fail "a founder's part holds the secret in $file"
done
[ -z "$(find node1 -perm /077)" ] || fail "others may read a validator's keys"
refused "there are keys already" founder 1 --out again.json
refused "there is no directory missing" founder 1 --base-path node7 --out missing/1.json
[ ! -e node7 ] && [ ! -e missing ] || fail "a refused founder left something behind"
refused "--controller takes an account's address" founder 1 --controller "${controllers[1]}x" --out again.json
refused "--kind takes one of" founder 1 --kind guild --out again.json
if [ "$(id -u)" -eq 0 ]; then
    # What root makes for a node with a user of its own.
    install -d -m 700 -o nobody service
    quietly "$verbs/keys.sh" --base-path service --chain operators_test --network-only
    [ -z "$(find service ! -user nobody)" ] || fail "root made keys that the node's user cannot read"
else
    say "skipped that root makes and restores keys for another user: this is not root"
fi

step "one specification, the same for whoever makes it"
describe 1 2 3 4 >consortium.json
describe 1 2 3 >three.json
cp parts/[123].json three
refused "there are 3 founders: a chain needs 4 validators at least" spec three.json three none
refused "which is not among the founders" spec three.json parts none
refused "there is no part of the founder ${identifiers[4]}" spec consortium.json three none
cp parts/*.json two_keys
aura() { sed -nE 's/.*"aura": "(0x.*)".*/\1/p' "parts/$1.json"; }
sed "s/$(aura 4)/$(aura 1)/" parts/4.json >two_keys/4.json
refused "1.json and 4.json have the same session key" spec consortium.json two_keys none
sed "s/${controllers[4]}/${controllers[1]}/" parts/4.json >two_keys/4.json
refused "1.json and 4.json have the same controller" spec consortium.json two_keys none
sed "s/${identifiers[4]}/${identifiers[1]}/" parts/4.json >two_keys/4.json
refused "1.json and 4.json have the same identifier" spec consortium.json two_keys none
# What //Alice has on the chain `local`.
sed "s/${controllers[4]}/5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY/" parts/4.json >two_keys/4.json
refused "everybody has the secret of 5Grwva" spec consortium.json two_keys none
sed 's/12D3KooW./12D3KooWz/' parts/4.json >two_keys/4.json
refused "is no node's peer id" spec consortium.json two_keys none --registered
quietly spec consortium.json parts one
mv out first
quietly spec consortium.json parts two
cmp one/operators_test.json two/operators_test.json || fail "two specifications of the same parts"
(cd one && sha256sum --check --status operators_test.json.sha256) || fail "the published hash is another one"
sha256=$(value sha256 <first) genesis=$(value genesis <first) chain_spec=one/operators_test.json
[ "$sha256" = "$(value sha256 <out)" ] || fail "two hashes of the same specification"
# sudo's key would be in a chain with one.
sudo_key=5c0d1176a568c1f92944340dbfed9e9c530ebca703c85910e7164cb7d1c9e47b
"$node" export-chain-spec --chain dev --raw | grep -q "$sudo_key" || fail "sudo keeps its key elsewhere"
! grep -q "$sudo_key" one/operators_test.json || fail "the chain has a root key"
quietly spec consortium.json parts closed --registered
sha256_closed=$(value sha256 <out)
[ "$sha256_closed" != "$sha256" ] || fail "the option --registered changes nothing"

step "the four start, and a fifth machine that they know, and a sixth that they do not"
peer=$("$verbs/keys.sh" --base-path node5 --chain operators_test --network-only 2>/dev/null | value peer)
{
    echo '# Who may talk to us.'
    sed -nE '/"bootNodes"/,/\]/s/^ *"(.*)",?$/\1/p' one/operators_test.json
    echo "$(address 5)/p2p/$peer"
} >reserved
"$node" export-chain-spec --chain local >plain.json
join=("$verbs/join.sh" full --base-path none)
refused "is not the published specification" "${join[@]}" --spec one/operators_test.json --sha256 "${genesis#0x}"
refused "is no raw specification" "${join[@]}" --spec plain.json --sha256 "$(hash_of plain.json)"
join=("$verbs/join.sh" validator --spec one/operators_test.json --sha256 "$sha256")
refused "there is no network key" "${join[@]}" --base-path none
refused "takes no --rpc-external" "${join[@]}" --base-path node1 -- --rpc-external
for n in 1 2 3 4; do
    start "$n" validator --reserved-peers reserved
done
start 5 full --reserved-peers reserved
start 6 rpc
for n in 1 2 3 4 5 6; do
    wait_on "$n" "answers" answers "$n"
done
ask 1 chain_getBlockHash 0 | grep -q "\"$genesis\"" || fail "the chain begins with another block than was printed"
for n in 1 2 3 4; do
    wait_on "$n" "finalizes" has_finalized "$n" 5
    wait_on "$n" "makes blocks" made_blocks "$n"
done
wait_on 5 "catches up" has_finalized 5 "$(finalized 1)"

step "the fourth is backed up, and lost"
echo "one of the test's own" >passphrase
echo "one of somebody else's" >wrong
backup=("$verbs/backup.sh" --base-path node4 --spec one/operators_test.json --passphrase-file passphrase)
chmod 644 passphrase
refused "others may read passphrase" "${backup[@]}" --out keys.backup
chmod 600 passphrase wrong
refused "there is no directory missing for missing/keys.backup" "${backup[@]}" --out missing/keys.backup
[ ! -e missing ] || fail "a refused backup left something behind"
quietly "${backup[@]}" --out keys.backup
refused "keys.backup is there already" "${backup[@]}" --out keys.backup
refused "a node holds the database" "${backup[@]}" --with-database --out database.backup
url=ws://127.0.0.1:$((first_port + 1))
restore=("$verbs/restore.sh" --base-path node4 --passphrase-file passphrase --url "$url")
refused "there is a node in node4/chains/operators_test" "${restore[@]}" keys.backup
refused "the old machine still runs" "${restore[@]}" --base-path twin keys.backup
stop 4
rm -rf node4

step "it is restored"
refused "this passphrase does not open keys.backup" "${restore[@]}" --passphrase-file wrong keys.backup
cp keys.backup tampered.backup
printf 'x' | dd of=tampered.backup bs=1 seek=300000 conv=notrunc status=none
cp keys.backup.sha256 tampered.backup.sha256
refused "tampered.backup is damaged: its hash is not" "${restore[@]}" tampered.backup
# Whoever alters a backup can alter the hash beside it as well.
rm tampered.backup.sha256
refused "tampered.backup is damaged: what is in it" "${restore[@]}" tampered.backup
head -c 300000 keys.backup >torn.backup
refused "torn.backup is damaged: what is in it" "${restore[@]}" torn.backup
refused "say --old-is-gone if it is" "$verbs/restore.sh" --base-path node4 --passphrase-file passphrase keys.backup
[ ! -e node4 ] && [ ! -e twin ] || fail "a refused restore left something behind"
quietly "$verbs/restore.sh" --check --passphrase-file passphrase keys.backup
[ "$(id -u)" -ne 0 ] || install -d -m 700 -o nobody spare
quietly "$verbs/restore.sh" --base-path spare --passphrase-file passphrase --old-is-gone keys.backup
if [ "$(id -u)" -eq 0 ]; then
    [ -z "$(find spare ! -user nobody)" ] || fail "root restored keys that the node's user cannot read"
    refused "spare belongs to nobody: run this as nobody" "${join[@]}" --base-path spare
fi
quietly "${restore[@]}" keys.backup
cmp node4/operators_test.json one/operators_test.json || fail "another specification came back"
start 4 validator --reserved-peers reserved
back=$SECONDS
wait_on 4 "makes blocks again" made_blocks 4
echo "seconds_until_blocks_after_restore=$((SECONDS - back))"
wait_on 4 "finalizes again" has_finalized 4 "$(finalized 1)"

step "the fifth machine comes back with its database"
stop 5
quietly "$verbs/backup.sh" --base-path node5 --spec one/operators_test.json --passphrase-file passphrase \
    --with-database --out database.backup
rm -rf node5
# It has no validator's keys: nobody has to be asked.
quietly "$verbs/restore.sh" --base-path node5 --passphrase-file passphrase database.backup
start 5 full --reserved-peers reserved
wait_on 5 "answers" answers 5
! grep -q 'Highest known block at #0' node5.log || fail "the fifth machine came back without its blocks"
wait_on 5 "catches up" has_finalized 5 "$(finalized 1)"

step "the stranger has nobody to talk to"
[ "$(peers 6)" -eq 0 ] && [ "$(finalized 6)" -eq 0 ] || fail "a stranger was let in"
# Nodes that were restarted are found again in their own time. Nobody may come beside them.
wait_on 1 "has its four peers" has_peers 1 4
! grep -ihE 'equivocat|panicked' node*.log || fail "a node complains"

step "a chain begins with registered nodes only: founders find each other, the stranger nobody"
for n in 1 2 3 4 5 6; do
    stop "$n"
done
# The same keys, another chain. Nobody has a list of peers.
rm -rf node{1,2,3,5,6}/chains/operators_test/paritydb
chain_spec=closed/operators_test.json sha256=$sha256_closed
for n in 1 2 3; do
    start "$n" validator
done
start 6 rpc
for n in 1 2 3 6; do
    wait_on "$n" "answers" answers "$n"
done
for n in 1 2 3; do
    grep -q 'lets in 4 registered nodes only, this one among them' "node$n.log" || fail "node $n does not tell who is let in"
    wait_on "$n" "finalizes" has_finalized "$n" 5
    wait_on "$n" "makes blocks" made_blocks "$n"
    wait_on "$n" "has two peers" has_peers "$n" 2
done
[ "$(peers 6)" -eq 0 ] || fail "a stranger was let in from the beginning"
ask 6 chain_getBlockHash 1 | grep -q '"result":null' || fail "a stranger has blocks from the beginning"

step "the fifth machine is registered there, and joins with nothing but the specification"
quietly "$programs/huangpu" --url "ws://127.0.0.1:$((first_port + 1))" --signer controller1.json nodes register "$peer"
start 5 full
wait_on 5 "answers" answers 5
wait_on 5 "catches up" has_finalized 5 "$(finalized 1)"
! grep -ihE 'equivocat|panicked' node*.log || fail "a node complains"

clean_up
echo "operators: passed in $((SECONDS - begin)) s"
