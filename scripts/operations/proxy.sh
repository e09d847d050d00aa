# Sourced by scripts/operations.sh: the TLS proxy before a real node, open to all and for members only.
# shellcheck shell=bash

# Puts a file of operations/nginx where nginx looks, with this run's places: `install_proxy FILE TARGET`.
install_proxy() {
    sed -E "s|/etc/huangpu/tls|$work/tls|; s|/etc/nginx/huangpu|$work/nginx/huangpu|; s|/var/log/huangpu|$work/log|
        s|^( *listen *)443 |\1127.0.0.1:$tls_port |; s|^( *listen *)\[::\]:443 |\1[::1]:$tls_port |
        s|127.0.0.1:9944|127.0.0.1:$rpc_rpc|; s|127.0.0.1:9945|127.0.0.1:$member_port|
        s|https://rpc.example.org:443|https://127.0.0.1:$tls_port|" "operations/nginx/$1" >"$2"
    has_ipv6 || sed -i '/\[::1\]/d' "$2"
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

# Twenty websockets an address; of more, those that come too late are refused. They come again: the question below
# counts too, and where it is among the first twenty, its place would stay empty.
check_connections() {
    local pids=() pid
    local handshake=(-H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13'
        -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==')
    for _ in $(seq 25); do
        curl -sN --http1.1 --max-time 60 --retry 60 --retry-delay 1 "${through[@]}" "${handshake[@]}" -o /dev/null \
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
