#!/usr/bin/env bash
# Starts a chain of one node and a gateway, sets up a steel works with its meters, and lets readings flow.
#
#   scripts/run.sh                                    the simulated plant, until Ctrl-C
#   scripts/run.sh --once                             the simulated plant's last months, then stop
#   scripts/run.sh --once --csv FILE --profile FILE   a file of readings, then stop
#
# With --once it prints `reports=… readings=… kWh=… gCO2e=… rejected=…` and succeeds only if the chain's
# totals equal the input's, to the smallest unit. A rejected reading is part of the input, so it fails too, unless
# `--allow-rejected` is given; all of them are listed in a file that is named, or in that of `--rejected FILE`.
#
# The profile's meters must be of organisation 2 and count electricity, by quantities (unit = "WHR",
# input = "interval"). `--then COMMAND` runs a command against the chain before it stops (HUANGPU_URL says where
# it is). `--no-build` takes the programs as they are.
# Ports: HUANGPU_RPC_PORT (9944), HUANGPU_PROMETHEUS_PORT (9615), HUANGPU_GATEWAY_PORT (9955).
set -euo pipefail
caller=$PWD
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    sed -nE '2,/^[^#]/s/^# ?//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

once='' csv='' profile='' allow='' rejected='' then='' build=yes
while [ $# -gt 0 ]; do
    case $1 in
        --once) once=yes ;;
        --csv) csv=${2:-} && shift ;;
        --profile) profile=${2:-} && shift ;;
        --allow-rejected) allow=$1 ;;
        --rejected) rejected=${2:-} && shift ;;
        --then) then=${2:-} && shift ;;
        --no-build) build= ;;
        *) usage ;;
    esac
    shift || usage
done
[ -n "$csv" ] && [ -z "$profile" ] && fail "--csv needs --profile: how is the file to be read?"
[ -n "$csv" ] && [ -z "$once" ] && fail "--csv needs --once: a file has an end"
[ -n "$profile" ] && [ -z "$csv" ] && fail "--profile needs --csv: what is to be read?"
[ -n "$allow$rejected" ] && [ -z "$once" ] && fail "--allow-rejected and --rejected need --once"

# Paths are the caller's.
from_caller() { case $1 in /*) echo "$1" ;; *) echo "$caller/$1" ;; esac; }
if [ -n "$csv" ]; then
    csv=$(from_caller "$csv")
    profile=$(from_caller "$profile")
    [ -r "$csv" ] || fail "cannot read $csv"
    [ -r "$profile" ] || fail "cannot read $profile"
fi
[ -z "$rejected" ] || rejected=$(from_caller "$rejected")

rpc_port=${HUANGPU_RPC_PORT:-9944}
prometheus_port=${HUANGPU_PROMETHEUS_PORT:-9615}
gateway_port=${HUANGPU_GATEWAY_PORT:-9955}
# Asked before the build, which takes its time.
require_free_port "$rpc_port" HUANGPU_RPC_PORT
require_free_port "$prometheus_port" HUANGPU_PROMETHEUS_PORT
require_free_port "$gateway_port" HUANGPU_GATEWAY_PORT

[ -z "$build" ] || build_programs
make_work_dir

gateway_address=127.0.0.1:$gateway_port
gateway=("$programs/huangpu-gateway")
gateway_options=(--data "$work/gateway" --node "ws://127.0.0.1:$rpc_port" --listen "$gateway_address")

# The meters, one a line: key, organisation, unit, input, rollover, reference.
if [ -n "$profile" ]; then
    meters=$("${gateway[@]}" keys new --profile "$profile" "${gateway_options[@]}") ||
        fail "the profile cannot be used: $profile"
else
    reference=simulated-plant/main-meter
    key=$("${gateway[@]}" keys new --reference "$reference" "${gateway_options[@]}")
    meters="$key 2 WHR interval - $reference"
fi
mapfile -t meters <<<"$meters"
for meter in "${meters[@]}"; do
    read -r _ org unit kind _ reference <<<"$meter"
    [ "$org $unit $kind" = "2 WHR interval" ] ||
        fail "this script sets up meters of organisation 2 with unit = \"WHR\" and input = \"interval\"; $reference is" \
            "of organisation $org, $unit, $kind: register it yourself, then \`huangpu-gateway replay\` (docs/gateway.md)"
done

say "starting a node"
start_node "$rpc_port" "$prometheus_port"

# Who and what: a regulator (//Alice) with factors, a works (//Bob) with a facility and its meters.
as() {
    local who=$1
    shift
    "$programs/huangpu" --url "$url" --signer "$who" "$@" >>"$work/setup.log" 2>&1 || {
        tail -n 5 "$work/setup.log" >&2
        fail "huangpu $*"
    }
}
say "setting up the steel works: its meters, its facility, the regulator's factors"
year=$(date +%Y)
as //Alice emissions create-series --name "Grid electricity, sample" --unit KWH
# One value for every month in which a meter may have counted; a factor holds for ten years at most.
for ((from = 2000; from <= year + 1; from += 10)); do
    as //Alice emissions publish-factor --series 1 --from "$from-01" --to "$((from + 9))-12" \
        --value 0.5366 --per KWH --source "sample value, for trials"
done
as //Bob emissions add-facility --name "Steel works" --sector 5 --district 310113
for at in "${!meters[@]}"; do
    read -r key _ unit _ rollover reference <<<"${meters[at]}"
    turns=()
    [ "$rollover" = - ] || turns=(--rollover "$rollover")
    as //Bob devices register --org-reference "$reference" --key "$key" --unit "$unit" "${turns[@]}" \
        --opening-register 0 --installed 2000-01-01 --calibrated-until "$((year + 10))-12-31"
    as //Bob emissions add-source --facility 1 --name "Purchased electricity, $reference" \
        --device $((at + 1)) --scope 2 --series 1
done
as //Alice feeds set "http://$gateway_address"

if [ -n "$once" ]; then
    input=(--simulated)
    [ -z "$csv" ] || input=(--csv "$csv" --profile "$profile")
    # The work directory goes, the list stays; there is none if nothing was rejected.
    [ -n "$rejected" ] || rejected=${TMPDIR:-/tmp}/huangpu-rejected-$$.csv
    say "replaying"
    result=0
    line=$("${gateway[@]}" replay "${input[@]}" ${allow:+"$allow"} --rejected "$rejected" \
        "${gateway_options[@]}" --wait) || result=$?
    [ -z "$line" ] || echo "$line"
    if [ "$result" -ne 0 ]; then
        # With a line it has compared, and has said what is wrong. Without one, the node may know why.
        [ -n "$line" ] || tail -n 20 "$work/node.log" >&2
        fail "the chain does not have all of the input"
    fi
    if [ -n "$then" ]; then
        say "$then"
        HUANGPU_URL=$url HUANGPU_CSV=$csv bash -c "$then"
    fi
    exit
fi

"${gateway[@]}" run --simulate "${gateway_options[@]}" >"$work/gateway.log" 2>&1 &
started+=($!)
cat >&2 <<EOF

The chain runs. The gateway sends the simulated plant's readings; the node pulls them into blocks. Those of the last
60 days are there within half a minute. After that a report of the day before comes shortly after midnight (UTC+8).

In another terminal, copy this first:

  export PATH=$(printf %q "$programs"):\$PATH HUANGPU_URL=$url

  watch it       watch -n 2 huangpu emissions show 1
  ask it         huangpu devices show 1
  act on it      huangpu --signer //Bob devices suspend 1   (then: reinstate 1)
                 //Alice: the regulator, and the root key; //Bob: the steel works; //Charlie: the verifier; //Dave: the bank
  see it         Polkadot.js Apps -> Development -> Local node ($url)
  the gateway    http://$gateway_address/healthz
  logs           $work/node.log, $work/gateway.log

Ctrl-C stops everything, and nothing is kept. From a script: kill (TERM) this one.
EOF
wait -n "${started[@]}" || true
tail -n 20 "$work/node.log" "$work/gateway.log" >&2
fail "the node or the gateway ended"
