#!/usr/bin/env bash
# One organisation floods a fresh chain at ten times its quota; another's transactions must take at most twice
# as long as before. Prints the figures. `--no-build` takes the programs as they are.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ "${1:-}" = --no-build ] || build_programs
require_packages node=nodejs npm=npm
(cd tests/polkadot-js && npm ci --no-audit --no-fund --silent)
make_work_dir
start_node "${HUANGPU_RPC_PORT:-29944}" "${HUANGPU_PROMETHEUS_PORT:-29615}"
HUANGPU_URL=$url node --test tests/polkadot-js/fairness.test.mjs
