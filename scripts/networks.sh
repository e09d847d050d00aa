#!/usr/bin/env bash
# Runs networks of several validators, one after the other, and checks what they do when something fails.
#
#   scripts/networks.sh [--no-build] [--fast] [--keep] [NAME …]
#
# A NAME is that of a file zombienet/NAME.zndsl; without one, all of them run; with --fast, only those that take less
# than a minute. --no-build takes the programs as they are; HUANGPU_NODE names another node, HUANGPU_RUNTIME another
# runtime to upgrade to. Steps and their seconds go to standard error; what was measured, as `name=value`, and a line
# for each network to standard output. A network that fails shows the ends of its logs; with --keep they stay, and it
# is said where.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    sed -nE '2,/^[^#]/s/^# ?//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

# In order of what they take.
all=(four join admission faults twin brake admission-stalled upgrade lost)
fast=(four)
# No network takes as long as this, in seconds.
limit=600

build=yes keep='' names=()
while [ $# -gt 0 ]; do
    case $1 in
        --no-build) build= ;;
        --keep) keep=yes ;;
        --fast) names+=("${fast[@]}") ;;
        -*) usage ;;
        *) names+=("$1") ;;
    esac
    shift
done
[ ${#names[@]} -gt 0 ] || names=("${all[@]}")
for name in "${names[@]}"; do
    [ -r "zombienet/$name.zndsl" ] || fail "there is no network $name; there are: ${all[*]}"
done

require_packages node=nodejs npm=npm ps=procps curl=curl
[ -z "$build" ] || build_programs
export HUANGPU_NODE=${HUANGPU_NODE:-$programs/huangpu-node}
# What a network is upgraded to.
runtime=$programs/wbuild/huangpu-runtime/huangpu_runtime.compact.compressed.wasm
export HUANGPU_RUNTIME=${HUANGPU_RUNTIME:-$runtime}
export HUANGPU=$programs/huangpu
[ -x "$HUANGPU_NODE" ] || fail "there is no $HUANGPU_NODE: leave --no-build away"

# The nodes of this run: their databases are in the run's directory. Zombienet does not end them when it is
# interrupted, nor when it dies.
nodes() {
    local entry words
    [ -n "$work" ] || return 0
    for entry in /proc/[0-9]*; do
        # It may be over by now.
        mapfile -d '' -t words <"$entry/cmdline" || continue
        [ "${words[0]:-}" = "$HUANGPU_NODE" ] || continue
        case "${words[*]}" in
            *"$work/"*) echo "${entry#/proc/}" ;;
        esac
    done 2>/dev/null
}
zombienet=
end_network() {
    local pids
    # First who would start others, and at once: what it does in its last moment is of no use.
    if [ -n "$zombienet" ]; then
        kill -KILL "$zombienet" 2>/dev/null || true
        wait "$zombienet" 2>/dev/null || true
        zombienet=
    fi
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        mapfile -t pids < <(nodes)
        [ ${#pids[@]} -gt 0 ] || return 0
        # A paused node takes no other signal.
        kill -KILL "${pids[@]}" 2>/dev/null || true
        sleep 0.2
    done
    say "these processes do not end: ${pids[*]}"
    return 1
}
end_run() {
    end_network || true
    if [ -n "$keep" ]; then
        say "logs are kept in $work"
        work=
    fi
    clean_up
}
make_work_dir
trap end_run EXIT

# npm writes that file last.
if [ ! zombienet/node_modules/.package-lock.json -nt zombienet/package-lock.json ]; then
    say "installing zombienet"
    (cd zombienet && npm ci --no-audit --no-fund --silent)
fi

export HUANGPU_SPECS=$work/specs
mkdir "$HUANGPU_SPECS"

# The raw specification that a network wants; several want the same.
make_spec() {
    local toml spec
    toml=zombienet/$(sed -n 's|^Network: \./||p' "zombienet/$1.zndsl")
    spec=$(sed -nE 's|^chain_spec_path = ".*/([a-z-]+)\.json"|\1|p' "$toml")
    [ -n "$spec" ] || fail "$toml names no specification"
    [ -e "$HUANGPU_SPECS/$spec.json" ] || node zombienet/spec.mjs "$spec" "$HUANGPU_SPECS/$spec.json"
}

# Runs one network: its notes and its log go into files.
run_network() {
    export HUANGPU_NETWORK_NOTES=$work/$1.notes
    : >"$HUANGPU_NETWORK_NOTES"
    node zombienet/node_modules/@zombienet/cli/dist/cli.js -p native -l text -d "$work/$1" \
        test "zombienet/$1.zndsl" >"$work/$1.log" 2>&1 </dev/null &
    zombienet=$!
    # Steps are bounded, zombienet is not.
    for _ in $(seq "$limit"); do
        kill -0 "$zombienet" 2>/dev/null || break
        sleep 1
    done
    if kill -KILL "$zombienet" 2>/dev/null; then
        echo "FAILED it took more than $limit s" >>"$HUANGPU_NETWORK_NOTES"
    fi
    wait "$zombienet"
}

show_logs() {
    local log
    for log in "$work/$1.log" "$work/$1"/*.log; do
        [ -r "$log" ] || continue
        say "${log#"$work/"}"
        tail -n 15 "$log" >&2
    done
}

failures=()
for name in "${names[@]}"; do
    say "$name: $(sed -n 's/^Description: //p' "zombienet/$name.zndsl")"
    begin=$SECONDS
    result=passed
    make_spec "$name"
    # The number of steps that have to pass, by the test's own lines: a step that never ran has not passed.
    steps=$(grep -c ' js-script ' "zombienet/$name.zndsl")
    run_network "$name" || result=failed
    [ "$(grep -c '^ok ' "$work/$name.notes")" -eq "$steps" ] || result=failed
    grep -E '^(ok|FAILED) ' "$work/$name.notes" | sed 's/^/    /' >&2 || true
    grep -E '^[a-z_0-9]+=' "$work/$name.notes" || true
    end_network || result=failed
    if [ "$result" = failed ]; then
        failures+=("$name")
        show_logs "$name"
    fi
    echo "$name: $result in $((SECONDS - begin)) s"
    # Databases of a few nodes are large.
    [ -n "$keep" ] || rm -rf "${work:?}/$name"
done
[ ${#failures[@]} -eq 0 ] || fail "failed: ${failures[*]}"
