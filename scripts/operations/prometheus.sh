# Sourced by scripts/operations.sh: Prometheus with our rules, fed by real nodes.
# shellcheck shell=bash

start_prometheus() {
    prometheus-node-exporter --web.listen-address="127.0.0.1:$machine_port" \
        --collector.textfile.directory="$work/textfile" >"$work/machine.log" 2>&1 &
    machine_pid=$!
    started+=("$machine_pid")
    mkdir "$work/prometheus"
    cp operations/prometheus/alerts.yml "$work/prometheus/"
    # Once more, for the impatient.
    {
        printf 'groups:\n  - name: quick\n    rules:\n'
        sed -n '/- alert: HuangpuNodeDown$/,/^$/p' operations/prometheus/alerts.yml |
            sed -E 's/(alert: .*)/\1AtOnce/; s/for: .*/for: 1s/'
    } >"$work/prometheus/quick.yml"
    # The sample configuration, but with this run's places, every second, and nobody to tell.
    sed -E "s|15s|1s|; s|^( *- )alerts.yml|&\n\1quick.yml|; s|127.0.0.1:9093|127.0.0.1:1|
        s|127.0.0.1:9100|127.0.0.1:$machine_port|
        s|\"127.0.0.1:9615\"|\"127.0.0.1:$validator_metrics\",\"127.0.0.1:$rpc_metrics\"|" \
        operations/prometheus/prometheus.yml >"$work/prometheus/prometheus.yml"
    prometheus --config.file="$work/prometheus/prometheus.yml" --storage.tsdb.path="$work/prometheus/data" \
        --web.listen-address="127.0.0.1:$prometheus_port" >"$work/prometheus.log" 2>&1 &
    prometheus_pid=$!
    started+=("$prometheus_pid")
    wait_for 30 "$prometheus_pid" curl -sf "$prometheus/-/ready" || {
        tail -n 20 "$work/prometheus.log" >&2
        fail "Prometheus does not start: is port $prometheus_port taken?"
    }
}

query() { curl -sS --max-time 20 --get --data-urlencode "query=$1" "$prometheus/api/v1/query"; }
# Alerts in a state, `firing` or `pending`, by name.
alerts() { curl -sS --max-time 20 "$prometheus/api/v1/alerts" | jq -r --arg state "$1" \
    '[.data.alerts[] | select(.state == $state).labels.alertname] | unique[]'; }

targets_up() { query 'sum(up)' | jq -e '.data.result[0].value[1] == "3"' >/dev/null; }
rules_ok() {
    curl -sS --max-time 20 "$prometheus/api/v1/rules" >"$work/rules.json"
    jq -e '[.data.groups[].rules[]] | length > 20 and all(.health == "ok")' "$work/rules.json" >/dev/null
}
# That few nodes have few peers; and that the machine has its own troubles.
all_quiet() {
    [ -z "$(alerts firing)" ] && [ -z "$(alerts pending | grep -vx -e HuangpuFewPeers \
        -e 'HuangpuDisk.*' -e HuangpuMemoryShort -e 'HuangpuClock.*')" ]
}

check_prometheus() {
    wait_for 30 "$prometheus_pid" targets_up || fail "not all targets are up: $(query up)"
    wait_for 30 "$prometheus_pid" rules_ok ||
        fail "not all rules are healthy: $(jq -c '.data.groups[].rules[] | select(.health != "ok")' \
            "$work/rules.json")"
    jq -e '[.data.groups[].rules[]] | all((.labels.severity | IN("critical", "warning"))
        and .annotations.summary and .annotations.action
        and (.annotations.runbook | startswith("docs/operators.md#")))' "$work/rules.json" >/dev/null ||
        fail "an alert lacks severity, summary, action or runbook"
    check_names
    check_panels
    wait_for 60 "$prometheus_pid" all_quiet ||
        fail "healthy nodes have alerts: firing $(alerts firing | xargs), pending $(alerts pending | xargs)"
}

# Every metric that is used is there: a name that was mistyped, or given up by the node, never fires.
check_names() {
    local name
    {
        jq -r '.data.groups[].rules[].query' "$work/rules.json"
        dashboard
    } | grep -ohE '\b(substrate|node|huangpu)_[A-Za-z0-9_]+' | sort -u >"$work/names"
    while read -r name; do
        wait_for 20 "$prometheus_pid" is_there "$name" && continue
        case $name in
            huangpu_log_limit_bytes) [ -n "$journal_skipped" ] && continue ;;
            node_timex_*) query 'node_scrape_collector_success{collector="timex"}' | grep -q '"0"' &&
                say "skipped $name: this machine does not tell" && continue ;;
        esac
        fail "no $name: neither node, nor node_exporter, nor huangpu-watch has it"
    done <"$work/names"
}
is_there() { query "count({__name__=\"$1\"})" | jq -e '.data.result | length > 0' >/dev/null; }

check_node_down() {
    kill "$rpc_pid"
    pending() { alerts pending | grep -qx HuangpuNodeDown; }
    firing() { alerts firing | grep -qx HuangpuNodeDownAtOnce; }
    wait_for 30 "$prometheus_pid" pending || fail "a node was stopped, and HuangpuNodeDown does not notice"
    wait_for 30 "$prometheus_pid" firing || fail "a node was stopped, and no alert fires"
}
