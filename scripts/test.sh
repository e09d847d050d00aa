#!/usr/bin/env bash
# The whole suite: format, build, unit and property tests, clippy, then the chain end to end.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

data=${HUANGPU_DATA:-$root/../shared/data}
plant=$data/energy/steel_plant_2018_01-08.csv
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
cargo test --release --locked --workspace

say "clippy"
cargo clippy --release --locked --workspace --all-targets -- -D warnings

say "the committed metadata is the runtime's"
scripts/metadata.sh --check --no-build

say "end to end: the simulated plant"
scripts/run.sh --no-build --once

say "end to end: a real plant, checked by an unmodified Polkadot.js API"
(cd tests/polkadot-js && npm ci --no-audit --no-fund --silent)
if [ -r "$plant" ]; then
    scripts/run.sh --no-build --once --csv "$plant" --profile gateway/profiles/steel-plant.toml \
        --then 'node --test tests/polkadot-js/chain.test.mjs'
else
    say "skipped the real plant: $plant is not there"
    scripts/run.sh --no-build --once --then 'node --test tests/polkadot-js/chain.test.mjs'
fi

say "fairness: a flood of one organisation hardly delays another"
scripts/fairness.sh --no-build

say "all passed"
