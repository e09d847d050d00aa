#!/usr/bin/env bash
# Starts a chain of one node and a gateway, sets up a steel works with one meter, and lets readings flow.
#
#   scripts/run.sh                                    the simulated plant, until Ctrl-C
#   scripts/run.sh --once                             the simulated plant's last months, then stop
#   scripts/run.sh --once --csv FILE --profile FILE   a file of readings, then stop
#
# With --once it prints `reports=… readings=… kWh=… gCO2e=… rejected=…` and succeeds only if the
# chain's totals equal the input's, to the smallest unit. `--then COMMAND` runs a command against the
# chain before it stops (HUANGPU_URL says where it is). `--no-build` takes the programs as they are.
# Ports: HUANGPU_RPC_PORT (9944), HUANGPU_PROMETHEUS_PORT (9615), HUANGPU_GATEWAY_PORT (9955).
set -euo pipefail
caller=$PWD
# shellcheck source=scripts/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    sed -nE '2,/^[^#]/s/^# ?//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

once='' csv='' profile='' then='' build=yes
while [ $# -gt 0 ]; do
    case $1 in
        --once) once=yes ;;
        --csv) csv=${2:-} && shift ;;
        --profile) profile=${2:-} && shift ;;
        --then) then=${2:-} && shift ;;
        --no-build) build= ;;
        *) usage ;;
    esac
    shift || usage
done
[ -n "$csv" ] && [ -z "$profile" ] && fail "--csv needs --profile: how is the file to be read?"
[ -n "$csv" ] && [ -z "$once" ] && fail "--csv needs --once: a file has an end"

# Paths are the caller's.
from_caller() { case $1 in /*) echo "$1" ;; *) echo "$caller/$1" ;; esac; }
if [ -n "$csv" ]; then
    csv=$(from_caller "$csv")
    profile=$(from_caller "$profile")
    [ -r "$csv" ] || fail "cannot read $csv"
    [ -r "$profile" ] || fail "cannot read $profile"
fi

[ -z "$build" ] || build_programs
make_work_dir

rpc_port=${HUANGPU_RPC_PORT:-9944}
gateway_address=127.0.0.1:${HUANGPU_GATEWAY_PORT:-9955}
say "starting a node"
start_node "$rpc_port" "${HUANGPU_PROMETHEUS_PORT:-9615}"

gateway=("$programs/huangpu-gateway")
gateway_options=(--data "$work/gateway" --node "$url" --listen "$gateway_address")

# Who and what: a regulator (//Alice) with a factor, a works (//Bob) with a facility and one meter.
reference=simulated-plant/main-meter
[ -z "$profile" ] ||
    reference=$(sed -nE 's/^reference = "(.*)"/\1/p' "$profile" | head -n 1)
as() {
    local who=$1
    shift
    "$programs/huangpu" --url "$url" --signer "$who" "$@" >>"$work/setup.log" 2>&1 || {
        tail -n 5 "$work/setup.log" >&2
        fail "huangpu $*"
    }
}
say "setting up the steel works: its meter, its facility, the regulator's factor"
key=$("${gateway[@]}" keys new --reference "$reference" "${gateway_options[@]}")
as //Bob devices register --org-reference "$reference" --key "$key" --unit KWH \
    --opening-register 0 --installed 2000-01-01 --calibrated-until 2030-12-31
as //Alice emissions create-series --name "Grid electricity, sample" --unit KWH
as //Alice emissions publish-factor --series 1 --from 2018-01 --to 2027-12 --value 0.5366 \
    --per KWH --source "sample value, for trials"
as //Bob emissions add-facility --name "Steel works" --sector 5 --district 310113
as //Bob emissions add-source --facility 1 --name "Purchased electricity" --device 1 --scope 2 \
    --series 1
as //Alice feeds set "http://$gateway_address"

if [ -n "$once" ]; then
    input=(--simulated)
    [ -z "$csv" ] || input=(--csv "$csv" --profile "$profile")
    say "replaying"
    "${gateway[@]}" replay "${input[@]}" "${gateway_options[@]}" --wait 2>"$work/gateway.log" || {
        tail -n 20 "$work/gateway.log" "$work/node.log" >&2
        fail "the replay did not end with equal totals"
    }
    if [ -n "$then" ]; then
        say "$then"
        HUANGPU_URL=$url HUANGPU_CSV=$csv bash -c "$then"
    fi
    exit
fi

"${gateway[@]}" run --simulate "${gateway_options[@]}" >"$work/gateway.log" 2>&1 &
started+=($!)
cat >&2 <<EOF

The chain runs. The gateway sends the simulated plant's readings; the node pulls them into blocks.

  watch it       watch -n 2 $programs/huangpu --url $url emissions show 1
  ask it         $programs/huangpu --url $url devices show 1
  see it         Polkadot.js Apps -> Development -> Local node ($url)
  the gateway    http://$gateway_address/healthz
  logs           $work/node.log, $work/gateway.log

Ctrl-C stops everything.
EOF
wait -n "${started[@]}" || true
tail -n 20 "$work/node.log" "$work/gateway.log" >&2
fail "the node or the gateway ended"
