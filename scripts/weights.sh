#!/usr/bin/env bash
# Measures what the runtime's calls, hooks and extensions cost on this machine, and writes
# runtime/src/weights/. `scripts/weights.sh pallet_devices …` measures those pallets only.
# Medians, because a machine is never quite idle, and one disturbed sample bends a least-squares line.
# WEIGHT_STEPS and WEIGHT_REPEAT (50, 20) say how thoroughly. Needs an otherwise idle machine.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

bencher_version=0.28.0
bencher_root=$(dirname "$CARGO_TARGET_DIR")/tools
bencher=$bencher_root/bin/frame-omni-bencher

require_build_tools
if ! "$bencher" --version 2>/dev/null | grep -qF "$bencher_version"; then
    # It links libclang by a name that only the development package has.
    compgen -G '/usr/lib/llvm-*/lib/libclang.so' >/dev/null ||
        require_packages no-such-command-libclang=libclang-dev
    say "installing frame-omni-bencher $bencher_version (half an hour on two cores, once)"
    # A test runtime is among what it builds: that is looked for in its own workspace, and not needed.
    env -u WASM_BUILD_WORKSPACE_HINT SKIP_WASM_BUILD=1 CARGO_TARGET_DIR="$bencher_root/target" \
        cargo install frame-omni-bencher --version "$bencher_version" --locked --root "$bencher_root"
    rm -rf "$bencher_root/target"
fi

# Only the wasm is measured, so only the wasm is built: the flags are those of the wasm builder.
say "building the runtime with its benchmarks"
RUSTFLAGS="-C link-arg=--export-table -C link-arg=--export=__heap_base -C link-arg=--import-memory --cfg substrate_runtime" \
    cargo rustc --release --locked --target wasm32v1-none -p huangpu-runtime --no-default-features \
    --features runtime-benchmarks --crate-type cdylib
runtime=$CARGO_TARGET_DIR/wasm32v1-none/release/huangpu_runtime.wasm

# The list stands in runtime/src/benchmarks.rs.
pallets=("$@")
[ ${#pallets[@]} -gt 0 ] ||
    mapfile -t pallets < <(sed -nE 's/^    \[(\w+), .*/\1/p' runtime/src/benchmarks.rs)
for pallet in "${pallets[@]}"; do
    say "$pallet"
    "$bencher" v1 benchmark pallet --runtime "$runtime" --genesis-builder-preset development \
        --pallet "$pallet" --extrinsic '*' --steps "${WEIGHT_STEPS:-50}" \
        --repeat "${WEIGHT_REPEAT:-20}" --output-analysis median-slopes \
        --min-duration 1 --heap-pages 4096 --template scripts/weights.hbs \
        --output "runtime/src/weights/$pallet.rs"
done
