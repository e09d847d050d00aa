# Sourced by scripts/operations.sh: the units, and nodes that run as the units run them.
# shellcheck shell=bash

check_units() {
    command -v systemd-analyze >/dev/null || {
        say "skipped the units: there is no systemd-analyze"
        return
    }
    local unit complaints
    mkdir "$work/units"
    for unit in operations/systemd/*.service operations/systemd/*.timer; do
        # The programs need not be installed here.
        sed -E 's|/usr/local/bin/[a-z-]+|/bin/true|' "$unit" >"$work/units/${unit##*/}"
    done
    # What it does not understand it only warns of; what is wrong with other units of this machine is not ours.
    complaints=$(systemd-analyze verify --man=no "$work"/units/* 2>&1 | grep -F -e "$work" -e huangpu || true)
    [ -z "$complaints" ] || fail "systemd says: $complaints"
    for unit in "$work"/units/huangpu-{validator,archive,rpc}.service; do
        systemd-analyze security --offline=true --threshold=20 --no-pager "$unit" >"$work/security" 2>&1 || {
            cat "$work/security" >&2
            fail "${unit##*/} lets the node do more than it should"
        }
    done
}

# Starts what a unit starts, as it stands there but for places: `start_unit ROLE RPC_PORT METRICS_PORT P2P_PORT`. Sets
# `unit_pid`.
start_unit() {
    local role=$1 base=$work/$1 line words
    line=$(sed -nE '/^ExecStart=/,/[^\\]$/{s/^ExecStart=//; s/\\$//; p}' \
        "operations/systemd/huangpu-$role.service" | tr '\n' ' ' |
        sed -E "s|/usr/local/bin/huangpu-node|$programs/huangpu-node|
            s|/etc/huangpu/chain.json|$work/chain.json|; s|/var/lib/huangpu|$base|; s|%l|$role|
            s|--rpc-port 9944|--rpc-port $2|; s|--prometheus-port 9615|--prometheus-port $3|
            s|/ip4/0.0.0.0/tcp/30333|/ip4/127.0.0.1/tcp/$4|; s|/ip6/::/tcp/30333|/ip6/::1/tcp/$4|
            s|[$]HUANGPU_OPTIONS|--bootnodes $bootnode|")
    read -ra words <<<"$line"
    [ "${words[0]}" = "$programs/huangpu-node" ] || fail "huangpu-$role.service does not run the node"
    if [ "$role" = validator ]; then
        "$programs/huangpu-node" key generate-node-key --chain "$work/chain.json" --base-path "$base" 2>/dev/null
    fi
    "${words[@]}" >"$work/$role.log" 2>&1 &
    unit_pid=$!
    started+=("$unit_pid")
}

# Waits for a node of start_unit: `unit_is_up ROLE PID RPC_PORT P2P_PORT`.
unit_is_up() {
    wait_for 60 "$2" grep -q "JSON-RPC server: addr=127.0.0.1:$3[, ]" "$work/$1.log" &&
        wait_for 60 "$2" has_peers "$3" || {
        tail -n 20 "$work/$1.log" >&2
        fail "what huangpu-$1.service runs does not start, or finds no peer: is port $3 taken?"
    }
    listens_by_tcp "$3" "$4" ||
        fail "what huangpu-$1.service runs does not listen by TCP alone, and where the unit says: \
$(rpc "http://127.0.0.1:$3" system_localListenAddresses | jq -c .result); is port $4 taken?"
}
has_peers() { [ "$(rpc "http://127.0.0.1:$1" system_health | jq .result.peers)" -ge 1 ]; }

# Whether a node listens where its unit says, in the one way that other nodes dial: `listens_by_tcp RPC_PORT P2P_PORT`.
listens_by_tcp() {
    local want=("/ip4/127.0.0.1/tcp/$2/p2p/")
    ! has_ipv6 || want+=("/ip6/::1/tcp/$2/p2p/")
    rpc "http://127.0.0.1:$1" system_localListenAddresses |
        jq -e '.result | map(sub("[^/]*$"; "")) | sort == ($ARGS.positional | sort)' --args "${want[@]}" >/dev/null
}

start_nodes() {
    start_node "$validator_rpc" "$validator_metrics"
    "$programs/huangpu-node" export-chain-spec --chain dev --raw --output "$work/chain.json" >/dev/null 2>&1
    bootnode=$(rpc "http://127.0.0.1:$validator_rpc" system_localListenAddresses | jq -er '.result[0]')
    start_unit rpc "$rpc_rpc" "$rpc_metrics" "$rpc_p2p"
    rpc_pid=$unit_pid
    start_unit archive "$archive_rpc" "$archive_metrics" "$archive_p2p"
    archive_pid=$unit_pid
    start_unit validator "$candidate_rpc" "$candidate_metrics" "$candidate_p2p"
    unit_is_up rpc "$rpc_pid" "$rpc_rpc" "$rpc_p2p"
    unit_is_up archive "$archive_pid" "$archive_rpc" "$archive_p2p"
    unit_is_up validator "$unit_pid" "$candidate_rpc" "$candidate_p2p"
    check_roles
}

# What each role promises.
check_roles() {
    local one
    for one in "$rpc_rpc" "$archive_rpc"; do
        rpc "http://127.0.0.1:$one" author_rotateKeys | grep -q unsafe ||
            fail "a node that answers others makes keys for them"
        # The guide names another way to see them there.
        rpc "http://127.0.0.1:$one" system_peers | grep -q unsafe || fail "a node that answers others tells them its peers"
    done
    rpc "http://127.0.0.1:$candidate_rpc" system_peers | jq -e '.result | length > 0' >/dev/null ||
        fail "a validator does not tell its operator its peers"
    # At the validator's own machine, keys are made.
    rpc "http://127.0.0.1:$candidate_rpc" author_rotateKeys | jq -e .result >/dev/null ||
        fail "a validator makes no keys for its operator"
    # What a database keeps is written into it: another pruning is refused.
    grep -q -- '--state-pruning archive --blocks-pruning archive ' operations/systemd/huangpu-archive.service ||
        fail "huangpu-archive.service does not keep everything"
}
