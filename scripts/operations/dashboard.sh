# Sourced by scripts/operations.sh: the dashboard, by itself and with what real nodes measure.
# shellcheck shell=bash

# Expressions of the dashboard, one a line, for all nodes.
dashboard() {
    jq -er '.panels[].targets[].expr' operations/grafana/node.json | sed 's/\$instance/.*/g'
}

# A file of rules, so that promtool says what is wrong with an expression.
check_dashboard() {
    dashboard | jq -Rn '{groups: [{name: "dashboard", rules: [inputs | {record: "panel:\(input_line_number)",
        expr: .}]}]}' >"$work/dashboard.yml"
    promtool check rules "$work/dashboard.yml" >"$work/promtool" 2>&1 || {
        cat "$work/promtool" >&2
        fail "an expression of grafana/node.json is wrong"
    }
}

# Every panel shows something.
check_panels() {
    local expression
    while read -r expression; do
        case $expression in
            *node_*) query "$expression" | jq -e '.status == "success"' >/dev/null && continue ;;
        esac
        wait_for 40 "$prometheus_pid" shows "$expression" || fail "a panel stays empty: $expression"
    done < <(dashboard)
}
shows() { query "$1" | jq -e '.data.result | length > 0' >/dev/null; }
