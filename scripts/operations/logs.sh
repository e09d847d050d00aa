# Sourced by scripts/operations.sh: that logs stay for six months, and that huangpu-watch sees whether they do.
# shellcheck shell=bash

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
    export HUANGPU_CERTIFICATES="$work/tls/rpc.pem $work/tls/members-revoked.pem"
    export HUANGPU_JOURNAL_CONF=operations/journald/huangpu.conf
}
watch() { operations/huangpu-watch; }

# That huangpu-watch sees when certificates and the list of revoked ones end, and tells what it cannot read.
check_watch() {
    local what
    ends_in "$work/tls/rpc.pem" 90
    ends_in "$work/tls/members-revoked.pem" 30
    if [ -z "$journal_skipped" ]; then
        reads journal 1
        reads "$HUANGPU_JOURNAL_CONF" 1
    fi
    echo 'nothing of the sort' >"$work/tls/nonsense.pem"
    cp "$work/tls/nonsense.pem" "$work/log/other.log-20260101"
    (
        export HUANGPU_WATCH_FILE=$work/unread HUANGPU_ACCESS_LOG=$work/log/other.log
        HUANGPU_CERTIFICATES="$work/tls/missing.pem $work/tls/nonsense.pem $work/tls/rpc.pem"
        watch 2>"$work/unread.log" || fail "huangpu-watch stops where it cannot read something"
        reads "$work/tls/missing.pem" 0
        reads "$work/tls/nonsense.pem" 0
        reads "access log" 0
        reads "$work/tls/rpc.pem" 1
    )
    for what in missing.pem nonsense.pem other.log-20260101; do
        grep -qF "$what" "$work/unread.log" || fail "the log of huangpu-watch does not name $what"
    done
    rm "$work/log/other.log-20260101"
}

# That huangpu-watch says whether it reads something: `reads WHAT 1`, or 0.
reads() {
    grep -qxF "huangpu_watch_readable{what=\"$1\"} $2" "$HUANGPU_WATCH_FILE" ||
        fail "huangpu-watch does not say whether it reads $1, or says what is not so"
}

# That it knows when a file ends, in so many days: `ends_in FILE DAYS`.
ends_in() {
    local end
    end=$(sed -nE "s|^huangpu_certificate_end_timestamp_seconds\{file=\"$1\"\} ([0-9]+)$|\1|p" "$HUANGPU_WATCH_FILE")
    [ -n "$end" ] || fail "huangpu-watch does not say when $1 ends"
    # It was made some seconds before.
    expect "days until $1 ends, to huangpu-watch" $(((end - $(date +%s) + 43200) / 86400)) "$2"
}
