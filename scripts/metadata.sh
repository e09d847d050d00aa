#!/usr/bin/env bash
# Writes client/metadata/huangpu.scale, from which the client's calls are generated: what a node of
# this checkout answers. With --check it only compares, and fails when the file is out of date.
# With --no-build it takes the programs as they were built last.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

check=() build=yes
for argument in "$@"; do
    case $argument in
        --check) check=(--check) ;;
        --no-build) build= ;;
        *) fail "usage: scripts/metadata.sh [--check] [--no-build]" ;;
    esac
done

[ -z "$build" ] || build_programs
make_work_dir
start_node "${HUANGPU_RPC_PORT:-29944}" "${HUANGPU_PROMETHEUS_PORT:-29615}"
mkdir -p client/metadata
"$programs/huangpu" --url "$url" dev-metadata --out client/metadata/huangpu.scale "${check[@]}"
