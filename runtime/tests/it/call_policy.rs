//! What the runtime tells the members' pallet about its calls, call by call: a call that is added has to be decided.

use crate::common::*;
use frame_support::traits::{GetCallName, InstanceFilter};
use huangpu_primitives::{
    calendar::{Day, Month},
    council::Constituency,
    identifiers::Identifier,
    instruments::{InstrumentClass, InstrumentId, Mode},
    intervals::{Interval, Part},
    members::{InterestKind, Kind, Tier},
    money::AssetKind,
    nodes::{Admission, NodeKey},
    report::DeviceKey,
    roles::Scope,
    traits::Direction,
    units::Unit,
    AssetId, DeviceId, FacilityId, FactorSeriesId, OfferId, OrderId, OrgId, RedemptionId, SourceId,
};
use huangpu_runtime::{
    configs::{Calls, Motions, ProxyType},
    *,
};
use pallet_members::{CallPolicy, Delegation, Mandate, Need, Profile};
use polkadot_sdk::*;
use sp_core::H256;
use sp_runtime::traits::StaticLookup;
use std::collections::BTreeSet;

/// What one call may: the scope it takes to be made from a keyless account and what counts against limits, whether it
/// winds down, whether it governs, who pays when nobody signs it.
struct Row {
    call: RuntimeCall,
    scope: Option<Scope>,
    value: u128,
    winds_down: bool,
    governs: bool,
    payer: Option<OrgId>,
}

/// A call that only an active member's account sends, and nobody makes for an organisation.
fn plain(call: impl Into<RuntimeCall>) -> Row {
    let call = call.into();
    Row { call, scope: None, value: 0, winds_down: false, governs: false, payer: None }
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

fn council() -> Vec<Row> {
    use pallet_collective::Call;
    use pallet_seats::Call as S;
    type C = Call<Runtime, Motions>;
    let (proposal_hash, index, length_bound, document) = (H256::zero(), 1, 1, H256::zero());
    let constituency = Constituency::Finance;
    let proposal = Box::new(remark());
    let vote = || RuntimeCall::from(C::vote { proposal: proposal_hash, index, approve: true });
    // The council's own motions are its members' business, which no quota pays for.
    let motion = |call: C| Row { governs: true, ..scoped(Scope::Council, call) };
    vec![
        motion(C::propose { threshold: 2, proposal: proposal.clone(), length_bound }),
        motion(C::vote { proposal: proposal_hash, index, approve: true }),
        motion(C::close {
            proposal_hash,
            index,
            proposal_weight_bound: Default::default(),
            length_bound,
        }),
        plain(C::execute { proposal, length_bound }),
        plain(C::set_members { new_members: vec![], prime: None, old_count: 0 }),
        plain(C::disapprove_proposal { proposal_hash }),
        plain(C::kill { proposal_hash }),
        plain(C::release_proposal_cost { proposal_hash }),
        plain(S::set_rule { constituency, rule: pallet_seats::Rule { seats: 1, term_days: 90 } }),
        scoped(Scope::Council, S::call_election { constituency }),
        scoped(Scope::Council, S::stand {}),
        scoped(Scope::Council, S::withdraw_candidacy {}),
        scoped(Scope::Council, S::vote { candidate: WORKS }),
        scoped(Scope::Council, S::close_election { constituency }),
        scoped(Scope::Council, S::vacate_seat {}),
        plain(S::unseat { org: WORKS, document }),
        plain(S::enact { call: Box::new(remark()) }),
        scoped(Scope::Council, pallet_preimage::Call::note_preimage { bytes: vec![] }),
        // For the organisation, a motion is as free as by itself: nobody else's call is.
        governing(pallet_members::Call::act_as {
            org: WORKS,
            call: Box::new(C::vote { proposal: proposal_hash, index, approve: true }.into()),
        }),
        // Proposed and voted on at once; but a batch that does anything else is charged, and so is one of root's.
        Row {
            governs: true,
            ..scoped(
                Scope::Council,
                pallet_utility::Call::batch_all { calls: vec![vote(), vote()] },
            )
        },
        scoped(
            Scope::Council,
            pallet_utility::Call::batch_all { calls: vec![vote(), S::stand {}.into()] },
        ),
        scoped(Scope::Council, pallet_utility::Call::force_batch { calls: vec![vote()] }),
        plain(pallet_utility::Call::batch_all {
            calls: vec![pallet_sudo::Call::remove_key {}.into()],
        }),
        plain(pallet_scheduler::Call::cancel { when: 1, index: 1 }),
        plain(pallet_safe_mode::Call::force_exit {}),
        plain(pallet_tx_pause::Call::pause { full_name: (text(), text()) }),
    ]
}

fn validators() -> Vec<Row> {
    use pallet_session::Call as S;
    use pallet_validators::Call as C;
    let (org, document) = (WORKS, H256::zero());
    let keys = SessionKeys {
        aura: sp_core::sr25519::Public::from_raw([1; 32]).into(),
        grandpa: sp_core::ed25519::Public::from_raw([1; 32]).into(),
    };
    vec![
        scoped(Scope::Validators, C::apply {}),
        scoped(Scope::Validators, C::withdraw {}),
        plain(C::approve_validator { org }),
        plain(C::reject_application { org, document }),
        scoped(Scope::Validators, C::leave_set {}),
        plain(C::remove_validator { org, document }),
        scoped(Scope::Validators, C::rejoin_set {}),
        plain(C::set_session_blocks { blocks: 9 }),
        scoped(Scope::Validators, S::set_keys { keys, proof: vec![] }),
        plain(S::purge_keys {}),
    ]
}

fn nodes() -> Vec<Row> {
    use pallet_nodes::Call as C;
    let (node, document) = (NodeKey(H256::repeat_byte(1)), H256::zero());
    vec![
        Row { winds_down: true, ..scoped(Scope::Validators, C::register_node { node }) },
        Row { winds_down: true, ..scoped(Scope::Validators, C::remove_node { node }) },
        plain(C::expel_node { node, document }),
        plain(C::set_admission { admission: Admission::Registered }),
    ]
}

fn money() -> Vec<Row> {
    use pallet_money::Call as C;
    let (asset, org, document, redemption) = (AssetId(1), WORKS, H256::zero(), RedemptionId(1));
    let (kind, amount) = (AssetKind::TokenisedDeposit, 7);
    let reference = || b"1".to_vec().try_into().expect("one byte fits");
    let priced = |call: C<Runtime>| Row { value: amount, ..scoped(Scope::Money, call) };
    let answer = |call: C<Runtime>| Row { winds_down: true, ..scoped(Scope::Money, call) };
    let (payout, reason) = (H256::zero(), pallet_money::Refusal::Other);
    let request = C::request_redemption { asset, amount, payout, reference: reference() };
    vec![
        plain(C::open_asset { issuer: org, kind, name: text(), symbol: text() }),
        plain(C::close_asset { asset, document }),
        priced(C::mint { asset, to: org, amount, reference: reference() }),
        Row {
            winds_down: true,
            ..priced(C::pay { asset, to: org, amount, reference: reference() })
        },
        Row { winds_down: true, ..priced(request) },
        Row {
            winds_down: true,
            ..priced(C::settle_redemption { asset, redemption, amount, reference: reference() })
        },
        Row { winds_down: true, ..priced(C::accept_redemption { asset, redemption, amount }) },
        Row {
            winds_down: true,
            ..priced(C::refuse_redemption { asset, redemption, amount, reason })
        },
        answer(C::withdraw_redemption { asset, redemption }),
        plain(C::freeze_account { asset, org, document }),
        plain(C::thaw_account { asset, org, frozen_by: document, document }),
        plain(C::reassign_balance { asset, from: org, to: org, amount, document }),
        plain(C::cancel_redemption { asset, redemption, document }),
        plain(pallet_assets::Call::transfer { id: 1.into(), target: address(), amount }),
    ]
}

fn terms(price: u128) -> pallet_intervals::Terms {
    let instrument = InstrumentId { class: InstrumentClass::Credit, number: 1 };
    let units = Interval::new(0, 9);
    pallet_intervals::Terms { instrument, units, asset: AssetId(1), price }
}

fn intervals() -> Vec<Row> {
    use pallet_intervals::Call as C;
    let instrument = InstrumentId { class: InstrumentClass::Credit, number: 1 };
    let (part, offer, document) = (Part::whole(0, 9), OfferId(1), H256::zero());
    let (asset, price, buyer, until) = (AssetId(1), 7, None, Day(1));
    let trade = |call: C<Runtime>| Row { value: price, ..scoped(Scope::Units, call) };
    let own = |call: C<Runtime>| Row { winds_down: true, ..scoped(Scope::Units, call) };
    vec![
        Row {
            value: u128::MAX,
            ..trade(C::offer_units { instrument, part, asset, price, buyer, until })
        },
        trade(C::accept_offer { offer, terms: terms(price) }),
        own(C::withdraw_offer { offer }),
        own(C::split_piece { instrument, piece: 0, before: 1 }),
        own(C::merge_pieces { instrument, piece: 0 }),
        plain(C::freeze_units { instrument, part, owner: WORKS, document }),
        plain(C::thaw_units { instrument, part, order: OrderId(1), document }),
        plain(C::freeze_owner { owner: WORKS, document }),
        plain(C::thaw_owner { owner: WORKS, frozen_by: document, document }),
        plain(C::reassign_units { instrument, part, from: WORKS, to: BANK, document }),
        plain(C::cancel_offer { offer, document }),
    ]
}

/// Calls that hold others: they may what those may, all of them.
fn together() -> Vec<Row> {
    use pallet_proxy::Call as P;
    use pallet_utility::Call as C;
    let calibrate = || {
        RuntimeCall::from(pallet_devices::Call::calibrate {
            device: DeviceId(1),
            from: 0,
            until: 1,
        })
    };
    let accept = || {
        RuntimeCall::from(pallet_intervals::Call::accept_offer {
            offer: OfferId(1),
            terms: terms(7),
        })
    };
    let offer = intervals().remove(0).call;
    let (real, delegate) = (address(), address());
    let (force_proxy_type, proxy_type, delay) = (None, ProxyType::Devices, 0);
    vec![
        scoped(Scope::Devices, C::batch { calls: vec![calibrate(), calibrate()] }),
        scoped(Scope::Devices, C::batch_all { calls: vec![calibrate()] }),
        scoped(Scope::Devices, C::force_batch { calls: vec![calibrate()] }),
        // Together they cost what each costs; what is beyond every limit stays so.
        Row { value: 14, ..scoped(Scope::Units, C::batch_all { calls: vec![accept(), accept()] }) },
        Row {
            value: u128::MAX,
            ..scoped(Scope::Units, C::batch_all { calls: vec![offer, accept()] })
        },
        plain(C::batch_all { calls: vec![calibrate(), remark()] }),
        plain(C::batch_all { calls: vec![calibrate(), pallet_validators::Call::apply {}.into()] }),
        winding(C::batch { calls: vec![key(), key()] }),
        winding(C::batch_all { calls: vec![key()] }),
        winding(C::force_batch { calls: vec![key()] }),
        plain(C::batch { calls: vec![key(), remark()] }),
        // None of no calls is anything that does not wind down.
        winding(C::batch { calls: vec![] }),
        plain(C::as_derivative { index: 1, call: Box::new(key()) }),
        plain(P::proxy { real: real.clone(), force_proxy_type, call: Box::new(remark()) }),
        winding(P::proxy { real, force_proxy_type, call: Box::new(key()) }),
        plain(P::add_proxy { delegate: delegate.clone(), proxy_type, delay }),
        winding(P::remove_proxy { delegate, proxy_type, delay }),
        winding(P::remove_proxies {}),
    ]
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
    let rows = [
        members(),
        devices(),
        emissions(),
        council(),
        validators(),
        nodes(),
        money(),
        intervals(),
        together(),
        others(),
    ];
    for row in rows.into_iter().flatten() {
        let Row { call, scope, value, winds_down, governs, payer } = row;
        let need = scope.map(|scope| Need { scope, value });
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
    complete!(council(), Seats, pallet_seats);
    complete!(validators(), Validators, pallet_validators);
    complete!(validators(), Session, pallet_session);
    complete!(nodes(), Nodes, pallet_nodes);
    complete!(money(), Money, pallet_money);
    complete!(intervals(), Intervals, pallet_intervals);
}

#[test]
fn root_is_free_for_its_key_only_and_motions_for_whoever_has_a_seat() {
    on_dev_chain(|| {
        let sudo = RuntimeCall::from(pallet_sudo::Call::sudo { call: Box::new(remark()) });
        let motion = council().remove(0).call;
        assert!(Calls::may_govern(&REGULATOR.to_account_id(), &sudo));
        for other in [STEEL_WORKS, VERIFIER, OUTSIDER] {
            assert!(!Calls::may_govern(&other.to_account_id(), &sudo));
        }
        for (_, founder) in FOUNDERS {
            assert!(Calls::may_govern(&founder.to_account_id(), &motion));
        }
    });
}

#[test]
fn a_proxy_does_what_its_type_says() {
    let calibrate = || {
        RuntimeCall::from(pallet_devices::Call::calibrate {
            device: DeviceId(1),
            from: 0,
            until: 1,
        })
    };
    let act =
        |call| RuntimeCall::from(pallet_members::Call::act_as { org: WORKS, call: Box::new(call) });
    let apply = || RuntimeCall::from(pallet_validators::Call::apply {});
    for call in [calibrate(), act(calibrate())] {
        assert!(ProxyType::Devices.filter(&call) && ProxyType::Any.filter(&call));
        assert!(!ProxyType::Emissions.filter(&call) && !ProxyType::Council.filter(&call));
    }
    assert!(ProxyType::Validators.filter(&apply()) && ProxyType::Validators.filter(&act(apply())));
    // An act in an act is looked into no further, and a key is nobody's but its owner's.
    assert!(!ProxyType::Devices.filter(&act(act(calibrate()))));
    assert!(!ProxyType::Devices.filter(&key()) && ProxyType::Any.filter(&key()));
    assert!(ProxyType::Any.is_superset(&ProxyType::Devices));
    assert!(!ProxyType::Devices.is_superset(&ProxyType::Any));
}
