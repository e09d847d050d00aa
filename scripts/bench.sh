#!/usr/bin/env bash
# Measures the chain as a whole: `scripts/bench.sh [ARM …]`, all arms by default. Prints one line of
# `name=value` per arm; timings depend on the machine, so compare within one run only.
#
#   iot   the plant's readings end to end: seconds from an empty chain to the last report's finality,
#         bytes of state per reading, and what the idle node takes in memory
#   fairness   how long transactions take on an idle chain, and while another organisation submits ten
#         times what its quota lets through
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

build_programs
require_packages node=nodejs npm=npm
(cd tests/polkadot-js && npm ci --no-audit --no-fund --silent)
arms=("$@")
[ ${#arms[@]} -gt 0 ] || arms=(iot fairness)
for arm in "${arms[@]}"; do
    case $arm in
        iot | fairness) "$arm" ;;
        *) fail "no such arm: $arm" ;;
    esac
done
