//! What the runtime tells the members' pallet about its calls, call by call: a call that is added has to be decided.

mod common;

use common::*;
use frame_support::traits::GetCallName;
use huangpu_primitives::{
    calendar::{Day, Month},
    identifiers::Identifier,
    instruments::{InstrumentClass, Mode},
    members::{InterestKind, Kind, Tier},
    report::DeviceKey,
    roles::Scope,
    traits::Direction,
    units::Unit,
    DeviceId, FacilityId, FactorSeriesId, OrgId, SourceId,
};
use huangpu_runtime::{configs::Calls, *};
use pallet_members::{CallPolicy, Delegation, Mandate, Need, Profile};
use polkadot_sdk::*;
use sp_core::H256;
use sp_runtime::traits::StaticLookup;
use std::collections::BTreeSet;

/// What one call may: the scope it takes to be made from a keyless account, whether it winds down, whether it
/// governs, who pays when nobody signs it.
struct Row {
    call: RuntimeCall,
    scope: Option<Scope>,
    winds_down: bool,
    governs: bool,
    payer: Option<OrgId>,
}

/// A call that only an active member's account sends, and nobody makes for an organisation.
fn plain(call: impl Into<RuntimeCall>) -> Row {
    Row { call: call.into(), scope: None, winds_down: false, governs: false, payer: None }
}

fn winding(call: impl Into<RuntimeCall>) -> Row {
    Row { winds_down: true, ..plain(call) }
}

fn scoped(scope: Scope, call: impl Into<RuntimeCall>) -> Row {
    Row { scope: Some(scope), ..plain(call) }
}

fn governing(call: impl Into<RuntimeCall>) -> Row {
    Row { governs: true, ..plain(call) }
}

fn somebody() -> AccountId {
    STEEL_WORKS.to_account_id()
}

fn address() -> Address {
    <Runtime as frame_system::Config>::Lookup::unlookup(somebody())
}

fn text<S: frame_support::traits::Get<u32>>() -> frame_support::BoundedVec<u8, S> {
    b"x".to_vec().try_into().expect("one byte fits")
}

fn identifier() -> Identifier {
    "lei:5493001KJTIIGC8Y1R12".parse().expect("a sound code")
}

fn profile() -> Profile {
    Profile { name: text(), kind: Kind::Bank, control_group: None, roles: Default::default() }
}

fn remark() -> RuntimeCall {
    frame_system::Call::remark { remark: vec![] }.into()
}

/// A call that winds down, to be put into others.
fn key() -> RuntimeCall {
    pallet_members::Call::rotate_key { to: somebody() }.into()
}

fn members() -> Vec<Row> {
    use pallet_members::Call as C;
    let org = WORKS;
    let (document, until, tier) = (H256::zero(), Day(1), Tier::Basic);
    let delegate = somebody();
    let delegation = Delegation::default();
    let mandate = Mandate { scopes: Default::default(), until, fee: 0, terms: document };
    let standing = huangpu_primitives::apis::Standing::Active;
    vec![
        plain(C::set_standing { org, standing, document }),
        plain(C::add_delegate { delegate: delegate.clone(), delegation: delegation.clone() }),
        plain(C::set_delegation { delegate: delegate.clone(), delegation }),
        winding(C::remove_delegate { delegate }),
        winding(C::change_controller { controller: somebody() }),
        plain(C::force_change_controller { org, controller: somebody() }),
        plain(C::act_as { org, call: Box::new(remark()) }),
        winding(C::act_as { org, call: Box::new(key()) }),
        winding(C::act_as { org, call: Box::new(C::act_as { org, call: Box::new(key()) }.into()) }),
        plain(C::act_as {
            org,
            call: Box::new(C::act_as { org, call: Box::new(remark()) }.into()),
        }),
        winding(C::approve_act { act: 1, hash: document, most: Default::default() }),
        winding(C::cancel_act { act: 1 }),
        winding(C::rotate_key { to: somebody() }),
        winding(C::leave {}),
        plain(C::sponsor { identifier: identifier(), profile: profile(), controller: somebody() }),
        winding(C::withdraw_application { identifier: identifier() }),
        plain(C::approve_application { identifier: identifier(), tier, until }),
        plain(C::reject_application { identifier: identifier(), document }),
        plain(C::renew { org, until }),
        plain(C::resign {}),
        plain(C::set_tier { org, tier }),
        plain(C::set_profile { org, profile: profile() }),
        plain(C::set_seat { org, seated: true }),
        plain(C::close_organisation { org, limit: 1 }),
        plain(C::grant_mandate { platform: org, mandate }),
        winding(C::revoke_mandate { merchant: org, platform: org }),
        plain(C::declare_interest { with: org, kind: InterestKind::Other }),
        plain(C::end_interest { with: org }),
    ]
}

fn devices() -> Vec<Row> {
    use pallet_devices::Call as C;
    let device = DeviceId(1);
    let key = DeviceKey::Ed25519([1; 32]);
    let registration = pallet_devices::Registration {
        key,
        unit: Unit::WattHour,
        direction: Direction::Import,
        multiplier: 1,
        rollover: None,
        opening_register: 0,
        installed: 0,
        calibrated_until: None,
    };
    let (at, evidence) = (0, H256::zero());
    let resolution = pallet_devices::Resolution::Discard;
    let reports = C::submit_reports { org: WORKS, reports: Default::default() };
    let calls = [
        C::register_device { reference: text(), registration },
        C::rotate_key { device, key },
        C::suspend_device { device },
        C::reinstate_device { device },
        C::retire_device { device },
        C::calibrate { device, from: 0, until: 1 },
        C::exchange_meter { device, at, closing_register: 0, opening_register: 0, evidence },
        C::resolve_quarantined { device, sequence: 1, resolution },
    ];
    let mut rows: Vec<Row> = calls.into_iter().map(|call| scoped(Scope::Devices, call)).collect();
    rows.push(Row { payer: Some(WORKS), ..plain(reports) });
    rows
}

fn emissions() -> Vec<Row> {
    use pallet_emissions::Call as C;
    let (device, series, source) = (DeviceId(1), FactorSeriesId(1), SourceId(1));
    let facility = FacilityId(1);
    let (from, to) = (Month(1), Month(1));
    let calls = [
        C::register_facility { name: text(), sector: 5, district: 310_113 },
        C::add_source { facility, name: text(), device, scope: 2, series },
        C::set_factor_series { source, series },
        C::create_series { name: text(), unit: Unit::WattHour },
        C::publish_factor { series, from, to, micrograms_per_unit: 1, source: text() },
    ];
    calls.into_iter().map(|call| scoped(Scope::Emissions, call)).collect()
}

fn others() -> Vec<Row> {
    use pallet_multisig::Call as M;
    use pallet_sudo::Call as S;
    let (other_signatories, max_weight) = (vec![], Default::default());
    let (threshold, maybe_timepoint, call_hash) = (2, None, [0; 32]);
    let timepoint = pallet_multisig::Timepoint { height: 1, index: 1 };
    let document = H256::zero();
    let as_multi = |call| M::as_multi {
        threshold,
        other_signatories: vec![],
        maybe_timepoint: None,
        call: Box::new(call),
        max_weight,
    };
    let as_one = |call| M::as_multi_threshold_1 { other_signatories: vec![], call: Box::new(call) };
    vec![
        plain(remark()),
        plain(pallet_timestamp::Call::set { now: 1 }),
        plain(pallet_balances::Call::burn { value: 1, keep_alive: true }),
        plain(pallet_session::Call::purge_keys {}),
        plain(pallet_grandpa::Call::note_stalled { delay: 1, best_finalized_block_number: 1 }),
        plain(pallet_migrations::Call::force_onboard_mbms {}),
        governing(S::sudo { call: Box::new(remark()) }),
        plain(S::sudo_unchecked_weight { call: Box::new(remark()), weight: max_weight }),
        governing(S::sudo_as { who: address(), call: Box::new(remark()) }),
        governing(S::set_key { new: address() }),
        governing(S::remove_key {}),
        plain(as_multi(remark())),
        winding(as_multi(key())),
        plain(as_one(remark())),
        winding(as_one(key())),
        winding(M::approve_as_multi {
            threshold,
            other_signatories: other_signatories.clone(),
            maybe_timepoint,
            call_hash,
            max_weight,
        }),
        winding(M::cancel_as_multi {
            threshold,
            other_signatories: other_signatories.clone(),
            timepoint,
            call_hash,
        }),
        plain(M::poke_deposit { threshold, other_signatories, call_hash }),
        plain(pallet_instruments::Call::record_authority {
            class: InstrumentClass::Credit,
            mode: Mode::Simulation,
            permit: None,
            until: Day(1),
        }),
        plain(pallet_instruments::Call::close_class { class: InstrumentClass::Credit, document }),
    ]
}

#[test]
fn every_call_is_judged_as_decided() {
    for row in [members(), devices(), emissions(), others()].into_iter().flatten() {
        let Row { call, scope, winds_down, governs, payer } = row;
        // None of the calls of today has a price.
        let need = scope.map(|scope| Need { scope, value: 0 });
        assert_eq!(Calls::need(&call), need, "{call:?}");
        assert_eq!(Calls::winds_down(&call), winds_down, "{call:?}");
        assert_eq!(Calls::governs(&call), governs, "{call:?}");
        assert_eq!(Calls::payer(&call), payer, "{call:?}");
    }
}

/// The names of the calls in some rows.
fn names<C: GetCallName>(
    rows: Vec<Row>,
    of: impl Fn(&RuntimeCall) -> Option<&C>,
) -> BTreeSet<&'static str> {
    rows.iter().filter_map(|row| of(&row.call)).map(GetCallName::get_call_name).collect()
}

#[test]
fn no_call_of_our_own_pallets_is_left_out() {
    macro_rules! complete {
        ($rows:expr, $pallet:ident, $crate_:ident) => {
            let listed = names::<$crate_::Call<Runtime>>($rows, |call| match call {
                RuntimeCall::$pallet(call) => Some(call),
                _ => None,
            });
            let all = <$crate_::Call<Runtime> as GetCallName>::get_call_names();
            assert_eq!(listed, all.iter().copied().collect(), stringify!($pallet));
        };
    }
    complete!(members(), Members, pallet_members);
    complete!(devices(), Devices, pallet_devices);
    complete!(emissions(), Emissions, pallet_emissions);
    complete!(others(), Instruments, pallet_instruments);
    complete!(others(), Multisig, pallet_multisig);
    complete!(others(), Sudo, pallet_sudo);
}

#[test]
fn only_who_has_the_root_key_speaks_in_the_council() {
    on_dev_chain(|| {
        assert!(Calls::in_council(&REGULATOR.to_account_id()));
        for other in [STEEL_WORKS, VERIFIER, OUTSIDER] {
            assert!(!Calls::in_council(&other.to_account_id()));
        }
    });
}
