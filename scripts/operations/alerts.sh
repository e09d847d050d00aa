# Sourced by scripts/operations.sh: alert rules and their tests, and the pages that they send to.
# shellcheck shell=bash

check_rules() {
    promtool check config operations/prometheus/prometheus.yml >"$work/promtool" &&
        promtool test rules operations/prometheus/alerts.test.yml >>"$work/promtool" 2>&1 || {
        cat "$work/promtool" >&2
        fail "promtool refuses rules, configuration or tests"
    }
    local alert
    while read -r alert; do
        grep -q "alertname=\"$alert\"" operations/prometheus/alerts.test.yml || fail "no test lets $alert fire"
    done < <(sed -nE 's/^ *- alert: //p' operations/prometheus/alerts.yml)
}

# An alert's page is to be there: of headings, the anchors.
check_runbooks() {
    local anchor
    sed -nE 's/^##+ //p' docs/operators.md | tr '[:upper:] ' '[:lower:]-' | tr -d "'\`,.:()" >"$work/anchors"
    while read -r anchor; do
        grep -qx -- "$anchor" "$work/anchors" || fail "alerts.yml sends to #$anchor, which docs/operators.md has not"
    done < <(sed -nE 's/.*runbook: docs\/operators\.md#//p' operations/prometheus/alerts.yml | sort -u)
}
