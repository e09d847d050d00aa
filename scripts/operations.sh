#!/usr/bin/env bash
# Checks what operators get (operations/): alert rules and dashboard against what real nodes measure, units by
# running what they run, the TLS proxy before a real node, and that logs stay for six months.
#
#   scripts/operations.sh [--no-build]
#
# --no-build takes the programs as they are. HUANGPU_OPERATIONS_PORT is the first of sixteen ports on loopback
# (19970). Nothing of the system's own configuration is read or changed. What cannot be tried here is skipped, and
# said.
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

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

# Where daemons and logrotate are, for who is not root.
export PATH=$PATH:/usr/sbin:/sbin
port=${HUANGPU_OPERATIONS_PORT:-19970}
validator_rpc=$port validator_metrics=$((port + 1))
rpc_rpc=$((port + 2)) rpc_metrics=$((port + 3))
archive_rpc=$((port + 4)) archive_metrics=$((port + 5))
candidate_rpc=$((port + 6)) candidate_metrics=$((port + 7))
tls_port=$((port + 8)) member_port=$((port + 9))
prometheus_port=$((port + 10)) machine_port=$((port + 11))
prometheus=http://127.0.0.1:$prometheus_port

# --- what it needs -----------------------------------------------------------------------------------------------

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

# --- what can be checked as it lies there ------------------------------------------------------------------------

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

# A year of days, of which logrotate has to keep six months. `logrotate` wants the file to be its user's own.
check_rotation() {
    local log=$work/log/rpc-access.log day kept
    sed -E "s|/var/log/huangpu|$work/log|g; s|/run/nginx.pid|$work/nginx.pid|g; s|^( *create) .*|\1|" \
        operations/logrotate/huangpu-rpc >"$work/logrotate.conf"
    chmod 0644 "$work/logrotate.conf"
    mkdir "$work/log"
    for day in $(seq 2 366); do
        printf '%s\n' "$log-$(date -d "-$day day" +%Y%m%d).gz"
    done >"$work/days"
    while read -r day; do
        : >"$day"
    done <"$work/days"
    echo '{"time":1.5}' >"$log"
    logrotate -d -s "$work/rotated" "$work/logrotate.conf" >"$work/logrotate" 2>&1 &&
        ! grep -i '^error' "$work/logrotate" >&2 || fail "logrotate refuses operations/logrotate/huangpu-rpc"
    logrotate -f -s "$work/rotated" "$work/logrotate.conf"
    kept=$(compgen -G "$log-*" | wc -l)
    [ "$kept" -eq 200 ] || fail "logrotate kept $kept days instead of 200"
    # The youngest of them are the two hundred last days: nothing between is missing.
    while read -r day; do
        [ -e "$day" ] || fail "logrotate deleted ${day##*/}, which is not six months old"
    done < <(head -n 190 "$work/days")
    rm -f "$log"*
}

# Runs the journal of the units' namespace with our configuration, in mounts of its own: nothing of the machine's
# journal is touched. It complains of what it does not understand. Then huangpu-watch reads it.
check_journal() {
    local journald=/lib/systemd/systemd-journald unshare=(unshare --mount) complaints
    [ "$(id -u)" -eq 0 ] || unshare+=(--map-root-user)
    if ! [ -x "$journald" ] || ! [ -e /etc/machine-id ] ||
        ! "${unshare[@]}" mount -t tmpfs tmpfs /mnt 2>/dev/null; then
        say "skipped the journal: there is no systemd-journald, or it must not have mounts of its own"
        journal_skipped=yes
        watch
        return
    fi
    journal_skipped=
    echo 00112233445566778899aabbccddeeff >"$work/machine-id"
    "${unshare[@]}" bash -euo pipefail -s "$journald" "$work" operations/huangpu-watch \
        operations/journald/huangpu.conf <<'SCRIPT' || fail "the journal: $(cat "$work/journald")"
journald=$1 work=$2 watch=$3 conf=$4
for dir in /run /var/log; do mount -t tmpfs tmpfs "$dir"; done
mount --bind "$work/machine-id" /etc/machine-id
mkdir -p /run/systemd/journald@huangpu.conf.d /var/log/journal
cp "$conf" /run/systemd/journald@huangpu.conf.d/
"$journald" huangpu >"$work/journald" 2>&1 &
pid=$!
trap 'kill "$pid"; wait "$pid" || true' EXIT
for _ in $(seq 50); do
    [ ! -S /run/systemd/journal.huangpu/dev-log ] || break
    sleep 0.1
done
logger --socket /run/systemd/journal.huangpu/dev-log --tag huangpu-node "a line"
for _ in $(seq 50); do
    journalctl --namespace=huangpu --quiet --no-pager 2>/dev/null | grep -q "a line" && break
    sleep 0.1
done
journalctl --namespace=huangpu --quiet --no-pager >>"$work/journald"
"$watch"
SCRIPT
    complaints=$(grep -iE 'unknown|invalid|failed' "$work/journald" || true)
    [ -z "$complaints" ] || fail "journald says of operations/journald/huangpu.conf: $complaints"
    grep -q 'a line' "$work/journald" || fail "the journal does not show what was written into it"
}

# Where huangpu-watch looks, here.
export_watch() {
    mkdir "$work/textfile"
    export HUANGPU_WATCH_FILE=$work/textfile/huangpu.prom HUANGPU_ACCESS_LOG=$work/log/rpc-access.log
    export HUANGPU_CERTIFICATES=$work/tls/rpc.pem HUANGPU_JOURNAL_CONF=operations/journald/huangpu.conf
}
watch() { operations/huangpu-watch; }

# --- nodes -------------------------------------------------------------------------------------------------------

# Asks a node over HTTP: `rpc URL METHOD [CURL OPTION …]`.
rpc() {
    local url=$1 method=$2
    shift 2
    curl -sS --max-time 20 -H 'content-type: application/json' "$@" \
        -d '{"jsonrpc":"2.0","id":1,"method":"'"$method"'","params":[]}' "$url"
}

# Starts what a unit starts, as it stands there but for places: `start_unit ROLE RPC_PORT METRICS_PORT`. Sets
# `unit_pid`.
start_unit() {
    local role=$1 base=$work/$1 line words
    line=$(sed -nE '/^ExecStart=/,/[^\\]$/{s/^ExecStart=//; s/\\$//; p}' \
        "operations/systemd/huangpu-$role.service" | tr '\n' ' ' |
        sed -E "s|/usr/local/bin/huangpu-node|$programs/huangpu-node|
            s|/etc/huangpu/chain.json|$work/chain.json|; s|/var/lib/huangpu|$base|; s|%l|$role|
            s|--rpc-port 9944|--rpc-port $2|; s|--prometheus-port 9615|--prometheus-port $3|
            s|[$]HUANGPU_OPTIONS|--listen-addr /ip4/127.0.0.1/tcp/0 --bootnodes $bootnode|")
    read -ra words <<<"$line"
    [ "${words[0]}" = "$programs/huangpu-node" ] || fail "huangpu-$role.service does not run the node"
    if [ "$role" = validator ]; then
        "$programs/huangpu-node" key generate-node-key --chain "$work/chain.json" --base-path "$base" 2>/dev/null
    fi
    "${words[@]}" >"$work/$role.log" 2>&1 &
    unit_pid=$!
    started+=("$unit_pid")
}

# Waits for a node of start_unit: `unit_is_up ROLE PID RPC_PORT`.
unit_is_up() {
    wait_for 60 "$2" grep -q "JSON-RPC server: addr=127.0.0.1:$3[, ]" "$work/$1.log" &&
        wait_for 60 "$2" has_peers "$3" || {
        tail -n 20 "$work/$1.log" >&2
        fail "what huangpu-$1.service runs does not start, or finds no peer: is port $3 taken?"
    }
}
has_peers() { [ "$(rpc "http://127.0.0.1:$1" system_health | jq .result.peers)" -ge 1 ]; }

start_nodes() {
    start_node "$validator_rpc" "$validator_metrics"
    "$programs/huangpu-node" export-chain-spec --chain dev --raw --output "$work/chain.json" >/dev/null 2>&1
    bootnode=$(rpc "http://127.0.0.1:$validator_rpc" system_localListenAddresses | jq -er '.result[0]')
    start_unit rpc "$rpc_rpc" "$rpc_metrics"
    rpc_pid=$unit_pid
    start_unit archive "$archive_rpc" "$archive_metrics"
    archive_pid=$unit_pid
    start_unit validator "$candidate_rpc" "$candidate_metrics"
    unit_is_up rpc "$rpc_pid" "$rpc_rpc"
    unit_is_up archive "$archive_pid" "$archive_rpc"
    unit_is_up validator "$unit_pid" "$candidate_rpc"
    check_roles
}

# What each role promises.
check_roles() {
    local one
    for one in "$rpc_rpc" "$archive_rpc"; do
        rpc "http://127.0.0.1:$one" author_rotateKeys | grep -q unsafe ||
            fail "a node that answers others makes keys for them"
    done
    # At the validator's own machine, keys are made.
    rpc "http://127.0.0.1:$candidate_rpc" author_rotateKeys | jq -e .result >/dev/null ||
        fail "a validator makes no keys for its operator"
    # What a database keeps is written into it: another pruning is refused.
    grep -q -- '--state-pruning archive --blocks-pruning archive ' operations/systemd/huangpu-archive.service ||
        fail "huangpu-archive.service does not keep everything"
}

# --- the proxy ---------------------------------------------------------------------------------------------------

# An authority, and a certificate of it: `certificate NAME SUBJECT [EXTENSION …]`.
authority() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj "/CN=$1" \
        -addext basicConstraints=critical,CA:TRUE -keyout "$work/tls/$1.key" -out "$work/tls/$1.pem" 2>/dev/null
}
certificate() {
    local ca=$1 name=$2 subject=$3 options=() extension
    shift 3
    for extension in "$@"; do
        options+=(-addext "$extension")
    done
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj "$subject" \
        -addext basicConstraints=CA:FALSE "${options[@]}" -CA "$work/tls/$ca.pem" -CAkey "$work/tls/$ca.key" \
        -keyout "$work/tls/$name.key" -out "$work/tls/$name.pem" 2>/dev/null
}

make_certificates() {
    mkdir "$work/tls"
    authority rpc-ca
    authority members-ca
    certificate rpc-ca rpc /CN=rpc.example.org subjectAltName=DNS:rpc.example.org,DNS:localhost \
        extendedKeyUsage=serverAuth
    certificate members-ca member "/O=Member/CN=member" extendedKeyUsage=clientAuth
    certificate members-ca former "/O=Former/CN=former" extendedKeyUsage=clientAuth
    certificate rpc-ca stranger "/O=Stranger/CN=stranger" extendedKeyUsage=clientAuth
    # The list of what is revoked: `former` is on it.
    : >"$work/tls/index"
    echo 01 >"$work/tls/number"
    printf '%s\n' '[ca]' 'default_ca=own' '[own]' "database=$work/tls/index" "crlnumber=$work/tls/number" \
        default_md=sha256 default_crl_days=30 >"$work/tls/ca.conf"
    local ca=(openssl ca -config "$work/tls/ca.conf" -cert "$work/tls/members-ca.pem"
        -keyfile "$work/tls/members-ca.key")
    "${ca[@]}" -revoke "$work/tls/former.pem" 2>/dev/null
    "${ca[@]}" -gencrl -out "$work/tls/members-revoked.pem" 2>/dev/null
}

# Puts a file of operations/nginx where nginx looks, with this run's places: `install_proxy FILE TARGET`.
install_proxy() {
    sed -E "s|/etc/huangpu/tls|$work/tls|; s|/etc/nginx/huangpu|$work/nginx/huangpu|; s|/var/log/huangpu|$work/log|
        s|^( *listen *)443 |\1127.0.0.1:$tls_port |; s|^( *listen *)\[::\]:443 |\1[::1]:$tls_port |
        s|127.0.0.1:9944|127.0.0.1:$rpc_rpc|; s|127.0.0.1:9945|127.0.0.1:$member_port|
        s|https://rpc.example.org:443|https://127.0.0.1:$tls_port|" "operations/nginx/$1" >"$2"
    # Some machines have no IPv6.
    [ -s /proc/net/if_inet6 ] || sed -i '/\[::1\]/d' "$2"
}

start_proxy() {
    local user=
    # Its processes have to read the run's directory.
    [ "$(id -u)" -ne 0 ] || user='user root;'
    mkdir -p "$work/nginx/huangpu" "$work/nginx/conf.d" "$work/nginx/tmp"
    install_proxy rpc.conf "$work/nginx/conf.d/rpc.conf"
    install_proxy member.conf "$work/nginx/conf.d/member.conf"
    cat >"$work/nginx/nginx.conf" <<CONF
$user
pid $work/nginx.pid;
daemon off;
worker_processes 1;
events { worker_connections 1024; }
http {
    client_body_temp_path $work/nginx/tmp/body;
    proxy_temp_path $work/nginx/tmp/proxy;
    fastcgi_temp_path $work/nginx/tmp/fastcgi;
    uwsgi_temp_path $work/nginx/tmp/uwsgi;
    scgi_temp_path $work/nginx/tmp/scgi;
    include $work/nginx/conf.d/*.conf;
}
CONF
    nginx=(nginx -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf")
    test_proxy
    "${nginx[@]}" &
    nginx_pid=$!
    started+=("$nginx_pid")
    wait_for 10 "$nginx_pid" ask system_health || fail "the proxy does not answer: $(cat "$work/nginx/error.log")"
}
test_proxy() {
    "${nginx[@]}" -t -q 2>"$work/nginx/test" || fail "nginx -t: $(cat "$work/nginx/test")"
    [ ! -s "$work/nginx/test" ] || fail "nginx -t: $(cat "$work/nginx/test")"
}

# Asks through the proxy: `ask METHOD [CURL OPTION …]`. And only the status of the answer.
through=(--cacert '' --resolve '')
ask() {
    local method=$1
    shift
    rpc "https://rpc.example.org:$tls_port/" "$method" "${through[@]}" "$@"
}
status() { ask "$@" -o /dev/null -w '%{http_code}'; }
expect() { [ "$2" = "$3" ] || fail "$1: $2 instead of $3"; }

check_proxy() {
    local version
    ask system_health | jq -e '.result.peers >= 1' >/dev/null || fail "the node does not answer through the proxy"
    SSL_CERT_FILE=$work/tls/rpc-ca.pem "$programs/huangpu" --url "wss://localhost:$tls_port" status \
        >"$work/status" || fail "huangpu does not reach the node by wss"
    grep -q '^best block' "$work/status" || fail "huangpu status says: $(cat "$work/status")"
    for version in tls1_2 tls1_3; do
        handshake "$version" || fail "the proxy refuses $version"
    done
    for version in tls1 tls1_1; do
        ! handshake "$version" || fail "the proxy speaks $version"
    done
    expect "plain HTTP" "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$tls_port/")" 400
    ask author_rotateKeys | grep -q unsafe || fail "author_rotateKeys passes the proxy"
    expect "another path" "$(curl -s "${through[@]}" -o /dev/null -w '%{http_code}' \
        "https://rpc.example.org:$tls_port/health")" 404
    expect "another method" "$(status system_health -X DELETE)" 403
    check_sizes
    check_connections
    check_rate
    jq -es 'length > 10 and all(.time > 1e9 and .status >= 100)' "$work/log/rpc-access.log" >"$work/jq" 2>&1 || {
        head -n 3 "$work/log/rpc-access.log" "$work/jq" >&2
        fail "rpc-access.log is not JSON, line by line, with time and status"
    }
}
# As an old client would: this machine's own policy may forbid it, the proxy's is what counts.
handshake() {
    openssl s_client -connect "127.0.0.1:$tls_port" "-$1" -cipher 'ALL:@SECLEVEL=0' </dev/null >/dev/null 2>&1
}

# The same question with spaces behind it: JSON takes any number of them.
check_sizes() {
    local mib expected
    for mib in 14 16; do
        printf '{"jsonrpc":"2.0","id":1,"method":"system_health","params":[]}%*s' $((mib << 20)) '' >"$work/large"
        expected=200
        [ "$mib" -eq 14 ] || expected=413
        expect "a request of $mib MiB" "$(curl -s --max-time 60 "${through[@]}" -o "$work/answer" \
            -w '%{http_code}' -H 'content-type: application/json' -H 'Expect:' --data-binary "@$work/large" \
            "https://rpc.example.org:$tls_port/")" "$expected"
        [ "$mib" -ne 14 ] || jq -e .result "$work/answer" >/dev/null ||
            fail "the node refuses 14 MiB: $(cat "$work/answer")"
    done
    rm -f "$work/large"
}

# Twenty websockets an address; of more, those that come too late are refused.
check_connections() {
    local pids=() pid
    local handshake=(-H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13'
        -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==')
    for _ in $(seq 25); do
        curl -sN --http1.1 --max-time 60 "${through[@]}" "${handshake[@]}" -o /dev/null \
            "https://rpc.example.org:$tls_port/" &
        pids+=($!)
    done
    started+=("${pids[@]}")
    many() { [ "$(status system_health)" = 429 ]; }
    wait_for 30 "$nginx_pid" many || fail "the proxy lets more than twenty connections of one address in"
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    wait_for 30 "$nginx_pid" ask_works || fail "the proxy still counts connections that are closed"
}
ask_works() { [ "$(status system_health)" = 200 ]; }

# Far more than a hundred at once: some pass, some are told to wait.
check_rate() {
    curl -s --no-progress-meter --max-time 60 --parallel --parallel-max 15 "${through[@]}" \
        -o /dev/null -w '%{http_code}\n' -H 'content-type: application/json' \
        -d '{"jsonrpc":"2.0","id":1,"method":"system_chain","params":[]}' \
        "https://rpc.example.org:$tls_port/?[1-600]" >"$work/codes" || true
    grep -qx 200 "$work/codes" && grep -qx 429 "$work/codes" ||
        fail "the proxy has no limit of requests: $(sort "$work/codes" | uniq -c | tr '\n' ' ')"
    # As many as wait have to be let go before the next one passes.
    wait_for 30 "$nginx_pid" ask_works || fail "the proxy does not recover from many requests"
}

check_members() {
    local who
    install_proxy members.conf "$work/nginx/huangpu/members.conf"
    test_proxy
    kill -HUP "$nginx_pid"
    # Old processes go on answering for a moment.
    for who in '' former stranger; do
        wait_for 15 "$nginx_pid" answers_with 400 "$who" ||
            fail "the proxy for members lets in who comes with ${who:+the certificate }${who:-no certificate}"
    done
    wait_for 15 "$nginx_pid" answers_with 200 member || fail "the proxy for members refuses a member"
    "$programs/huangpu" --url "ws://127.0.0.1:$member_port" status | grep -q '^best block' ||
        fail "huangpu does not reach the node through member.conf"
    grep -q 'CN=member' "$work/log/rpc-access.log" || fail "rpc-access.log does not say which member asked"
}

# What the proxy says to who has a certificate, or none: `answers_with STATUS [NAME]`.
answers_with() {
    local own=()
    [ -z "$2" ] || own=(--cert "$work/tls/$2.pem" --key "$work/tls/$2.key")
    [ "$(status system_health "${own[@]}")" = "$1" ]
}

# --- Prometheus --------------------------------------------------------------------------------------------------

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

check_node_down() {
    kill "$rpc_pid"
    pending() { alerts pending | grep -qx HuangpuNodeDown; }
    firing() { alerts firing | grep -qx HuangpuNodeDownAtOnce; }
    wait_for 30 "$prometheus_pid" pending || fail "a node was stopped, and HuangpuNodeDown does not notice"
    wait_for 30 "$prometheus_pid" firing || fail "a node was stopped, and no alert fires"
}

# -----------------------------------------------------------------------------------------------------------------

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
