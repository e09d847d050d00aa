# Sourced by the other scripts: where things are, what must be installed, how a chain is started.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# One target directory for every checkout: the SDK's thousand crates are compiled once. The hint lets the
# wasm builder find the workspace from there.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$HOME/.cache/huangpu/target}
export WASM_BUILD_WORKSPACE_HINT=$root
export PATH=$PATH:$HOME/.cargo/bin
programs=$CARGO_TARGET_DIR/release

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Installs Debian packages that are missing: `require_packages COMMAND=PACKAGE …`. A script may add options of
# apt-get's.
apt_options=()
require_packages() {
    local pair missing=() sudo=
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null 2>&1 || missing+=("${pair#*=}")
    done
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    say "installing ${missing[*]}"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "${apt_options[@]}" "${missing[@]}" >/dev/null
}

# What the build needs: compilers, protoc, and the pinned Rust toolchain with the runtime's target.
require_build_tools() {
    require_packages cc=build-essential protoc=protobuf-compiler clang=clang cmake=cmake \
        pkg-config=pkg-config curl=curl wasm-opt=binaryen
    # bindgen wants libclang itself, which no command stands for.
    if ! compgen -G '/usr/lib/llvm-*/lib/libclang*.so*' >/dev/null; then
        require_packages no-such-command-libclang=libclang-dev
    fi
    command -v rustup >/dev/null ||
        fail "please install rustup first: Debian has a package of that name, or see rust-lang.org"
    local channel
    channel=$(sed -nE 's/^channel = "(.*)"/\1/p' rust-toolchain.toml)
    rustup toolchain list | grep -q "^$channel" ||
        rustup toolchain install "$channel" --profile minimal --component rustfmt,clippy,rust-src
    rustup target list --installed | grep -qx wasm32v1-none || rustup target add wasm32v1-none
    rustup component list --installed | grep -q '^rust-src' || rustup component add rust-src
}

# The programs, with the tests' feature set, so that nothing is compiled twice.
build_programs() {
    require_build_tools
    say "building (the first time takes half an hour on two cores)"
    cargo build --release --locked --workspace --bins
}

# A directory for one run, and the processes that the run started: both go when the script ends.
work=
started=()
clean_up() {
    local pid
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${started[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    started=()
    [ -z "$work" ] || rm -rf "$work"
}
make_work_dir() {
    work=$(mktemp -d)
    trap clean_up EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

# Waits until a command succeeds, as long as a process lives: `wait_for SECONDS PID COMMAND …`.
wait_for() {
    local seconds=$1 pid=$2
    shift 2
    for _ in $(seq $((seconds * 5))); do
        "$@" >/dev/null 2>&1 && return
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.2
    done
    return 1
}

# Fails where somebody listens at a port of this machine: `require_free_port PORT VARIABLE`, which chooses another one.
require_free_port() {
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null ||
        fail "port $1 is taken: stop what listens there, or choose another port with $2"
}

# Starts a `dev` chain: `start_node RPC_PORT PROMETHEUS_PORT`. Sets `url`.
start_node() {
    url=ws://127.0.0.1:$1
    "$programs/huangpu-node" --dev --base-path "$work/node" --rpc-port "$1" \
        --prometheus-port "$2" --listen-addr /ip4/127.0.0.1/tcp/0 --no-mdns \
        >"$work/node.log" 2>&1 &
    started+=($!)
    node_pid=$!
    # A node whose port is taken silently listens on another one: then somebody else would answer here. Its first
    # start compiles the runtime, which takes a minute where the machine is busy.
    wait_for 90 "$node_pid" grep -q "JSON-RPC server: addr=127.0.0.1:$1[, ]" "$work/node.log" &&
        wait_for 30 "$node_pid" "$programs/huangpu" --url "$url" status || {
        tail -n 30 "$work/node.log" >&2
        fail "the node did not start: is port $1 taken?"
    }
}
