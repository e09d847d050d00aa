# Sourced by scripts/operations.sh: which ports its checks take, what must be installed, how a node is asked.
# shellcheck shell=bash

# Where daemons and logrotate are, for who is not root.
export PATH=$PATH:/usr/sbin:/sbin
port=${HUANGPU_OPERATIONS_PORT:-19970}
validator_rpc=$port validator_metrics=$((port + 1))
rpc_rpc=$((port + 2)) rpc_metrics=$((port + 3))
archive_rpc=$((port + 4)) archive_metrics=$((port + 5))
candidate_rpc=$((port + 6)) candidate_metrics=$((port + 7))
tls_port=$((port + 8)) member_port=$((port + 9))
prometheus_port=$((port + 10)) machine_port=$((port + 11))
# Where nodes that run as units listen for others.
rpc_p2p=$((port + 12)) archive_p2p=$((port + 13)) candidate_p2p=$((port + 14))
prometheus=http://127.0.0.1:$prometheus_port

# Debian starts daemons as it installs them. Those that were not there before are not wanted as such.
install_packages() {
    local daemon new=() sudo=
    for daemon in prometheus prometheus-node-exporter nginx; do
        command -v "$daemon" >/dev/null || new+=("$daemon")
    done
    # What they recommend are more daemons and timers.
    apt_options=(--no-install-recommends)
    require_packages prometheus=prometheus promtool=prometheus nginx=nginx logrotate=logrotate \
        prometheus-node-exporter=prometheus-node-exporter openssl=openssl curl=curl jq=jq
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    for daemon in "${new[@]}"; do
        $sudo service "$daemon" stop >/dev/null 2>&1 || true
        [ ! -d /run/systemd/system ] || $sudo systemctl --quiet disable "$daemon" || true
    done
}

# Some machines have no IPv6. What is below /proc has no size to ask for.
has_ipv6() { grep -qs ' lo$' /proc/net/if_inet6; }

# Asks a node over HTTP: `rpc URL METHOD [CURL OPTION …]`.
rpc() {
    local url=$1 method=$2
    shift 2
    curl -sS --max-time 20 -H 'content-type: application/json' "$@" \
        -d '{"jsonrpc":"2.0","id":1,"method":"'"$method"'","params":[]}' "$url"
}
