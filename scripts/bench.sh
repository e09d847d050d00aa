#!/usr/bin/env bash
# Measures the chain as a whole: `scripts/bench.sh [ARM …]`, all arms by default. Prints one line of
# `name=value` per arm; timings depend on the machine, so compare within one run only.
#
#   iot   the plant's readings end to end: seconds from an empty chain to the last report's finality,
#         bytes of state per reading, and what the idle node takes in memory
#   fairness   how long transactions take on an idle chain, and while another organisation submits ten
#         times what its quota lets through
#   settlement   what it takes to transfer a piece, to pay, and to deliver against payment, and what becomes of that when
#         an instrument is in a hundred times as many pieces
#   finality   how long transactions take to be final with four validators, all on this machine
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

data=${HUANGPU_DATA:-$root/../shared/data}
plant=$data/energy/steel_plant_2018_01-08.csv
export HUANGPU_RPC_PORT=${HUANGPU_RPC_PORT:-29944}
export HUANGPU_PROMETHEUS_PORT=${HUANGPU_PROMETHEUS_PORT:-29615}
export HUANGPU_GATEWAY_PORT=${HUANGPU_GATEWAY_PORT:-29955}

# Memory of a node that has nothing to do, in MiB, after half a minute: resident, and what of it is not file
# pages. Of the latter the database maps more and more (its indices, 32 MiB a column), and the kernel takes them
# back when it needs them.
idle_memory() {
    (
        make_work_dir
        start_node "$HUANGPU_RPC_PORT" "$HUANGPU_PROMETHEUS_PORT"
        sleep 30
        awk '/^VmRSS/ { all = $2 / 1024 } /^RssAnon/ { anonymous = $2 / 1024 }
            END { printf "idle_node_MiB=%d of_which_anonymous_MiB=%d", all, anonymous }' \
            "/proc/$node_pid/status"
    )
}

iot() {
    local input=() begin end seconds line notes idle
    if [ -r "$plant" ]; then
        input=(--csv "$plant" --profile gateway/profiles/steel-plant.toml)
    fi
    notes=$(mktemp -d)
    begin=$(date +%s%N)
    # The replay ends when its last report is final; then its state is looked at, while the chain is there.
    line=$(scripts/run.sh --no-build --once "${input[@]}" \
        --then "date +%s%N >$notes/end; node tests/polkadot-js/state-size.mjs >$notes/state" \
        2>"$notes/log") || {
        tail -n 20 "$notes/log" >&2
        fail "the replay failed"
    }
    end=$(cat "$notes/end")
    seconds=$(awk -v ns=$((end - begin)) 'BEGIN { printf "%.1f", ns / 1e9 }')
    idle=$(idle_memory)
    echo "iot seconds=$seconds $line $(cat "$notes/state") $idle"
    rm -r "$notes"
}

fairness() {
    local log
    log=$(scripts/fairness.sh --no-build) || {
        tail -n 20 <<<"$log" >&2
        fail "the flood was not fair"
    }
    sed -nE 's/^(# )?(fairness .*)/\2/p' <<<"$log"
}

# The chain `local`: four validators on the loopback interface, which find one another through the first.
finality() {
    (
        make_work_dir
        local first=12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp p2p=$((HUANGPU_RPC_PORT + 10)) at=0 name line
        for name in alice bob charlie dave; do
            # The first one listens where the others look for it. A validator without a network key does not start.
            local listen=0 boot=(--bootnodes "/ip4/127.0.0.1/tcp/$p2p/p2p/$first")
            [ $name != alice ] || listen=$p2p boot=()
            "$programs/huangpu-node" --chain local --$name --base-path "$work/$name" --no-mdns "${boot[@]}" \
                --listen-addr "/ip4/127.0.0.1/tcp/$listen" --node-key "$(printf '%064d' $((at + 1)))" \
                --rpc-port $((HUANGPU_RPC_PORT + at)) --no-prometheus >"$work/$name.log" 2>&1 &
            started+=($!)
            at=$((at + 1))
        done
        url=ws://127.0.0.1:$HUANGPU_RPC_PORT
        wait_for 60 "${started[0]}" "$programs/huangpu" --url "$url" status || {
            tail -n 20 "$work/alice.log" >&2
            fail "the validators did not start"
        }
        line=$(HUANGPU_URL=$url node tests/polkadot-js/finality.mjs) || {
            tail -n 20 "$work"/*.log >&2
            fail "nothing was measured"
        }
        echo "finality $line"
    )
}

settlement() {
    cargo test --release --locked --workspace --test it -- --ignored --nocapture settlement_in_nanoseconds 2>/dev/null |
        grep -o 'settlement .*' || fail "nothing was measured"
}

build_programs
require_packages node=nodejs npm=npm
(cd tests/polkadot-js && npm ci --no-audit --no-fund --silent)
arms=("$@")
[ ${#arms[@]} -gt 0 ] || arms=(iot fairness settlement finality)
for arm in "${arms[@]}"; do
    case $arm in
        iot | fairness | settlement | finality) "$arm" ;;
        *) fail "no such arm: $arm" ;;
    esac
done
