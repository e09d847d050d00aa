#!/usr/bin/env bash
# The whole suite: format, build, unit and property tests, clippy, then the chain end to end. `--all` also runs the
# networks of validators that take longer than a minute.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

networks=(--fast)
case ${1:-} in
    '') ;;
    --all) networks=() ;;
    *) fail "no such option: $1" ;;
esac

data=${HUANGPU_DATA:-$root/../shared/data}
plant=$data/energy/steel_plant_2018_01-08.csv
# Tests against a node are not skipped here.
export HUANGPU_TESTS_NEED_NODE=1
export HUANGPU_RPC_PORT=${HUANGPU_RPC_PORT:-19944}
export HUANGPU_PROMETHEUS_PORT=${HUANGPU_PROMETHEUS_PORT:-19615}
export HUANGPU_GATEWAY_PORT=${HUANGPU_GATEWAY_PORT:-19955}

require_build_tools
require_packages node=nodejs npm=npm

say "format"
cargo fmt --all --check

say "build"
cargo build --release --locked --workspace --bins

say "unit, property and integration tests"
# Those that take long wait for blocks: more of them at once than there are processors.
RUST_TEST_THREADS=${RUST_TEST_THREADS:-$(($(nproc) * 3))} cargo test --release --locked --workspace

say "clippy"
cargo clippy --release --locked --workspace --all-targets -- -D warnings

say "the committed metadata is the runtime's"
scripts/metadata.sh --check --no-build

say "end to end: the simulated plant, and a second one that finds its ports taken"
scripts/run.sh --no-build --once --then \
    "scripts/run.sh --no-build --once 2>&1 | grep -q 'port $HUANGPU_RPC_PORT is taken.* HUANGPU_RPC_PORT'"

say "end to end: a rejected row fails a replay, unless that is allowed"
make_work_dir
notes=$work
two_meters=(--no-build --once --csv gateway/tests/data/two-meters.csv
    --profile gateway/tests/data/two-meters.toml)
expected="reports=4 readings=8 kWh=8.001 gCO2e=4293 rejected=1"
refused="readings rejected: 1, the first .*/two-meters.csv:5: value: .* another value (3000 smallest units)"
# Both at the same time, to save some.
(
    export HUANGPU_RPC_PORT=$((HUANGPU_RPC_PORT + 1)) HUANGPU_GATEWAY_PORT=$((HUANGPU_GATEWAY_PORT + 1))
    export HUANGPU_PROMETHEUS_PORT=$((HUANGPU_PROMETHEUS_PORT + 1))
    exec scripts/run.sh "${two_meters[@]}" --rejected "$notes/strict.csv" >"$notes/strict" 2>"$notes/log"
) &
strict=$!
started+=("$strict")
scripts/run.sh "${two_meters[@]}" --allow-rejected --rejected "$notes/rejected.csv" >"$notes/line"
if wait "$strict" || ! grep -qx "$expected" "$notes/strict" || ! grep -q "$refused" "$notes/log"; then
    cat "$notes/log" "$notes/strict" >&2
    fail "a replay with a rejected row did not fail for that reason, after \`$expected\`"
fi
grep -qx "$expected" "$notes/line" || fail "$(cat "$notes/line") instead of \`$expected\`"
grep -q '^5,value: ' "$notes/rejected.csv" || fail "the rejected row is not listed"
clean_up

say "end to end: a real plant, checked by an unmodified Polkadot.js API"
(cd tests/polkadot-js && npm ci --no-audit --no-fund --silent)
if [ -r "$plant" ]; then
    scripts/run.sh --no-build --once --csv "$plant" --profile gateway/profiles/steel-plant.toml \
        --then 'node --test tests/polkadot-js/chain.test.mjs'
else
    say "skipped the real plant: $plant is not there"
    scripts/run.sh --no-build --once --then 'node --test tests/polkadot-js/chain.test.mjs'
fi

say "operators: keys, chain specification, joining, backup"
scripts/operators/test.sh --no-build

say "operations: alerts, proxy, units, logs"
scripts/operations.sh --no-build

say "fairness: a flood of one organisation hardly delays another"
scripts/fairness.sh --no-build

say "networks of validators"
scripts/networks.sh --no-build "${networks[@]}"

say "all passed"
