#!/usr/bin/env bash
# Checks what operators get (operations/): alert rules and dashboard against what real nodes measure, units by
# running what they run, the TLS proxy before a real node, and that logs stay for six months.
#
#   scripts/operations.sh [--no-build]
#
# --no-build takes the programs as they are. HUANGPU_OPERATIONS_PORT is the first of sixteen ports on loopback
# (19970). Nothing of the system's own configuration is read or changed. What cannot be tried here is skipped, and
# said. The checks themselves are in scripts/operations/.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=scripts/operations/common.sh
source "$root/scripts/operations/common.sh"
# shellcheck source=scripts/operations/alerts.sh
source "$root/scripts/operations/alerts.sh"
# shellcheck source=scripts/operations/dashboard.sh
source "$root/scripts/operations/dashboard.sh"
# shellcheck source=scripts/operations/units.sh
source "$root/scripts/operations/units.sh"
# shellcheck source=scripts/operations/logs.sh
source "$root/scripts/operations/logs.sh"
# shellcheck source=scripts/operations/certificates.sh
source "$root/scripts/operations/certificates.sh"
# shellcheck source=scripts/operations/proxy.sh
source "$root/scripts/operations/proxy.sh"
# shellcheck source=scripts/operations/prometheus.sh
source "$root/scripts/operations/prometheus.sh"

usage() {
    sed -nE '2,/^[^#]/s/^# ?//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

build=yes
case ${1:-} in
    '') ;;
    --no-build) build= ;;
    *) usage ;;
esac

install_packages
[ -z "$build" ] || build_programs
[ -x "$programs/huangpu-node" ] && [ -x "$programs/huangpu" ] || fail "there are no programs: leave --no-build away"
make_work_dir
through=(--cacert "$work/tls/rpc-ca.pem" --resolve "rpc.example.org:$tls_port:127.0.0.1")
begin=$SECONDS

say "rules, their tests, dashboard, runbooks"
check_rules
check_dashboard
check_runbooks

say "units, rotation of logs, journal"
check_units
check_rotation
make_certificates
export_watch
check_journal
check_watch

say "nodes by role, as the units run them"
start_nodes

say "the TLS proxy, open to all"
start_proxy
check_proxy

say "Prometheus, with the real rules and nodes"
watch_again() { [ -n "$journal_skipped" ] && watch || true; }
watch_again
start_prometheus
check_prometheus

say "the TLS proxy, for members only"
check_members

say "a node is stopped"
check_node_down

say "operations/: all passed in $((SECONDS - begin)) s"
