//! The emergency brakes on the whole runtime: who pulls them, what stops, and that the chain is still healed and
//! governed meanwhile.

use crate::common::*;
use frame_support::{
    assert_ok,
    traits::{Contains, GetCallMetadata},
};
use huangpu_primitives::{
    instruments::{InstrumentClass, InstrumentId},
    intervals::Part,
    refusals::Refusal,
    AssetId, OfferId, OrderId, RedemptionId,
};
use huangpu_runtime::{
    configs::{NeverPaused, Vital},
    *,
};
use polkadot_sdk::*;
use sp_runtime::{DispatchError, DispatchResult};

fn enter() -> RuntimeCall {
    pallet_safe_mode::Call::force_enter {}.into()
}

fn exit() -> RuntimeCall {
    pallet_safe_mode::Call::force_exit {}.into()
}

fn name(call: &RuntimeCall) -> pallet_tx_pause::RuntimeCallNameOf<Runtime> {
    let of = call.get_call_metadata();
    let bounded = |text: &str| text.as_bytes().to_vec().try_into().expect("names are short");
    (bounded(of.pallet_name), bounded(of.function_name))
}

fn pause(call: &RuntimeCall) -> RuntimeCall {
    pallet_tx_pause::Call::pause { full_name: name(call) }.into()
}

fn unpause(call: &RuntimeCall) -> RuntimeCall {
    pallet_tx_pause::Call::unpause { ident: name(call) }.into()
}

/// A call of a domain.
fn business() -> RuntimeCall {
    let name = b"Hot rolling".to_vec().try_into().expect("it is short");
    pallet_emissions::Call::register_facility { name, sector: 5, district: 310_113 }.into()
}

fn filtered() -> DispatchResult {
    Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

fn pauses_of_reports(refused: bool, meter: &mut Meter) {
    // A meter that is refused has not sent: its next report is the same again.
    let (sequence, previous, end, register) =
        (meter.sequence, meter.previous, meter.end, meter.register);
    let batch = reports_of(WORKS, vec![meter.next(1, 100)]);
    if refused {
        assert_eq!(refusal(validate(batch)), Refusal::CallPaused as u8);
        (meter.sequence, meter.previous, meter.end, meter.register) =
            (sequence, previous, end, register);
    } else {
        assert_ok!(Executive::apply_extrinsic(batch).unwrap());
    }
}

#[test]
fn the_chain_stops_for_business_and_the_council_lets_it_go() {
    on_local_chain(|| {
        let mut meter = Meter::install("main");
        pauses_of_reports(false, &mut meter);
        // Two of four are a third and more.
        assert_eq!(motion(2, enter()), Some(Ok(())));
        for _ in 0..50 {
            next_block();
        }
        assert_eq!(send(STEEL_WORKS, business()).unwrap(), filtered());
        assert_eq!(send_as(WORKS, STEEL_WORKS, business()).unwrap(), filtered());
        pauses_of_reports(true, &mut meter);
        // Sessions went on meanwhile.
        assert!(Session::current_index() >= 50 / SESSION);
        assert_eq!(motion(2, exit()), Some(Err(DispatchError::BadOrigin)));
        assert_eq!(motion(3, exit()), Some(Ok(())));
        assert_ok!(send(STEEL_WORKS, business()).unwrap());
        pauses_of_reports(false, &mut meter);
    });
}

#[test]
fn the_brake_lets_go_by_itself_after_four_hours() {
    on_local_chain(|| {
        assert_eq!(motion(2, enter()), Some(Ok(())));
        let until = pallet_safe_mode::EnteredUntil::<Runtime>::get().expect("it is on");
        assert_eq!(until, System::block_number() + 4 * 60 * 60);
        System::set_block_number(until);
        next_block();
        assert!(!SafeMode::is_entered());
    });
}

#[test]
fn nobody_buys_a_stop() {
    on_local_chain(|| {
        let enter = pallet_safe_mode::Call::<Runtime>::enter {};
        let not_configured = pallet_safe_mode::Error::<Runtime>::NotConfigured.into();
        assert_eq!(send(STEEL_WORKS, enter).unwrap(), Err(not_configured));
    });
}

#[test]
fn the_network_is_healed_and_governed_under_the_brake() {
    on_local_chain(|| {
        assert_eq!(motion(2, enter()), Some(Ok(())));
        let suspend = |standing| pallet_members::Call::set_standing {
            org: BANK,
            standing,
            document: sp_core::H256::repeat_byte(7),
        };
        use huangpu_primitives::apis::Standing;
        assert_eq!(motion(3, suspend(Standing::Suspended)), Some(Ok(())));
        assert_eq!(motion(3, suspend(Standing::Active)), Some(Ok(())));
        let leave = pallet_validators::Call::<Runtime>::leave_set {};
        let too_few = pallet_validators::Error::<Runtime>::TooFewValidators.into();
        assert_eq!(send(BANK_KEY, leave).unwrap(), Err(too_few));
        assert_eq!(motion(3, pause(&business())), Some(Ok(())));
        assert_eq!(motion(3, unpause(&business())), Some(Ok(())));
        succeed(BANK_KEY, pallet_members::Call::rotate_key { to: OUTSIDER.to_account_id() });
    });
}

#[test]
fn what_a_court_orders_does_not_wait_for_the_brake() {
    on_local_chain(|| {
        let reference = b"IN-1".to_vec().try_into().expect("it is short");
        let (asset, amount, document) = (AssetId(1), 100, sp_core::H256::repeat_byte(7));
        succeed(BANK_KEY, pallet_money::Call::mint { asset, to: WORKS, amount, reference });
        let decided = |call: RuntimeCall| assert_eq!(motion(3, call), Some(Ok(())));
        decided(enter());
        let pay = |who| {
            let reference = b"P-1".to_vec().try_into().expect("it is short");
            send(who, pallet_money::Call::pay { asset, to: BANK, amount, reference }).unwrap()
        };
        assert_eq!(pay(STEEL_WORKS), filtered());
        decided(pallet_money::Call::freeze_account { asset, org: WORKS, document }.into());
        let (from, to) = (WORKS, INSTITUTE);
        decided(pallet_money::Call::reassign_balance { asset, from, to, amount, document }.into());
        decided(
            pallet_money::Call::thaw_account { asset, org: WORKS, frozen_by: document, document }
                .into(),
        );

        use pallet_intervals::Call as Units;
        let instrument = InstrumentId { class: InstrumentClass::Credit, number: 1 };
        let (part, order) = (Part::whole(0, 1_000), OrderId(1));
        decided(Units::freeze_owner { owner: WORKS, document }.into());
        decided(Units::freeze_units { instrument, part, owner: WORKS, document }.into());
        decided(Units::reassign_units { instrument, part, from, to, document }.into());
        decided(Units::thaw_units { instrument, part, order, document }.into());
        decided(Units::thaw_owner { owner: WORKS, frozen_by: document, document }.into());
        // What ends a redemption or an offer passes too; here there is none.
        let (redemption, offer) = (RedemptionId(1), OfferId(1));
        for order in [
            pallet_money::Call::cancel_redemption { asset, redemption, document }.into(),
            // So does that a bank has paid, or the council could end what was paid.
            pallet_money::Call::settle_redemption {
                asset,
                redemption,
                amount,
                reference: b"OUT-1".to_vec().try_into().expect("it is short"),
            }
            .into(),
            RuntimeCall::from(Units::cancel_offer { offer, document }),
        ] {
            assert!(Vital::contains(&order), "{order:?}");
        }
        assert_eq!(pay(VERIFIER), filtered());
    });
}

#[test]
fn one_call_is_paused_and_the_others_go_on() {
    on_local_chain(|| {
        let mut meter = Meter::install("main");
        let reports = RuntimeCall::from(pallet_devices::Call::submit_reports {
            org: WORKS,
            reports: Default::default(),
        });
        assert_eq!(motion(2, pause(&reports)), Some(Err(DispatchError::BadOrigin)));
        assert_eq!(motion(3, pause(&reports)), Some(Ok(())));
        pauses_of_reports(true, &mut meter);
        assert_ok!(send(STEEL_WORKS, business()).unwrap());
        assert_eq!(motion(3, unpause(&reports)), Some(Ok(())));
        pauses_of_reports(false, &mut meter);
    });
}

#[test]
fn a_paused_call_is_not_made_in_disguise() {
    on_local_chain(|| {
        assert_eq!(motion(3, pause(&business())), Some(Ok(())));
        let batch = pallet_utility::Call::<Runtime>::batch_all { calls: vec![business()] };
        assert_eq!(send(STEEL_WORKS, batch).unwrap(), filtered());
        assert_eq!(send_as(WORKS, STEEL_WORKS, business()).unwrap(), filtered());
    });
}

#[test]
fn what_governs_is_never_paused() {
    on_local_chain(|| {
        for call in [exit(), unpause(&business()), enter()] {
            let unpausable = pallet_tx_pause::Error::<Runtime>::Unpausable.into();
            assert_eq!(motion(3, pause(&call)), Some(Err(unpausable)), "{call:?}");
            assert!(NeverPaused::contains(&name(&call)));
        }
        let clock = pallet_timestamp::Call::<Runtime>::set { now: 1 }.into();
        assert!(NeverPaused::contains(&name(&clock)) && Vital::contains(&clock));
        assert!(!Vital::contains(&business()) && !NeverPaused::contains(&name(&business())));
    });
}
