//! `enact`.

use super::*;
use polkadot_sdk::{
    frame_support::dispatch::DispatchResultWithPostInfo, sp_core::Encode,
    sp_io::hashing::blake2_256,
};

fn enact(call: &RuntimeCall) -> DispatchResultWithPostInfo {
    Seats::enact(RuntimeOrigin::root(), Box::new(call.clone()))
}

fn enacted(call: &RuntimeCall, result: DispatchResult) -> Event<Test> {
    Event::Enacted { call_hash: H256(blake2_256(&call.encode())), result }
}

fn set_storage(key: u8) -> RuntimeCall {
    frame_system::Call::set_storage { items: vec![(vec![key], vec![1])] }.into()
}

fn stored(key: u8) -> bool {
    polkadot_sdk::sp_io::storage::get(&[key]).is_some()
}

#[test]
fn a_call_is_made_as_root() {
    ExtBuilder::default().build_and_execute(|| {
        let call = set_storage(1);
        assert_ok!(enact(&call));
        assert!(stored(1));
        assert_eq!(take_events(), [enacted(&call, Ok(()))]);
    });
}

#[test]
fn a_call_that_fails_is_put_into_force_and_seen_to_fail() {
    ExtBuilder::default().build_and_execute(|| {
        let unchanged = crate::Call::set_rule { constituency: Industry, rule: INDUSTRY }.into();
        assert_ok!(enact(&unchanged));
        let error = Error::<Test>::RuleUnchanged.into();
        assert_eq!(take_events(), [enacted(&unchanged, Err(error))]);
        // Also one that takes a signature.
        let stand = crate::Call::stand {}.into();
        assert_ok!(enact(&stand));
        assert_eq!(take_events(), [enacted(&stand, Err(DispatchError::BadOrigin))]);
    });
}

#[test]
fn it_weighs_what_its_call_weighs_and_is_as_long() {
    ExtBuilder::default().build_and_execute(|| {
        let inner: RuntimeCall = crate::Call::close_election { constituency: Industry }.into();
        let outer = crate::Call::<Test>::enact { call: Box::new(inner.clone()) };
        let info = outer.get_dispatch_info();
        let own = Weight::from_parts(1 + inner.encoded_size() as u64, 0);
        assert_eq!(info.call_weight, own + inner.get_dispatch_info().call_weight);
        assert_eq!(info.class, inner.get_dispatch_info().class);
        let operational: RuntimeCall = set_storage(1);
        let outer = crate::Call::<Test>::enact { call: Box::new(operational.clone()) };
        assert_eq!(outer.get_dispatch_info().class, operational.get_dispatch_info().class);
    });
}

#[test]
fn what_its_call_did_not_use_is_given_back() {
    ExtBuilder::default().build_and_execute(|| {
        for fail in [false, true] {
            let call: RuntimeCall = frugal::Call::save { fail }.into();
            assert_eq!(call.get_dispatch_info().call_weight, Weight::from_parts(1_000, 0));
            let used = enact(&call).unwrap().actual_weight;
            let own = 1 + call.encoded_size() as u64;
            assert_eq!(used, Some(Weight::from_parts(own + 10, 0)));
        }
    });
}

#[test]
fn nothing_of_a_call_that_fails_is_left() {
    ExtBuilder::default().build_and_execute(|| {
        let call: RuntimeCall = frugal::Call::save { fail: true }.into();
        assert_ok!(enact(&call));
        assert_eq!(take_events(), [enacted(&call, Err(DispatchError::CannotLookup))]);
        assert_eq!(System::providers(&7), 0);
        let call: RuntimeCall = frugal::Call::save { fail: false }.into();
        assert_ok!(enact(&call));
        assert_eq!(System::providers(&7), 1);
    });
}

#[test]
fn only_a_constitutional_decision_enacts() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| {
            let enacted = Seats::enact(origin, Box::new(set_storage(1)));
            enacted.map(drop).map_err(|failed| failed.error)
        });
        assert!(!stored(1));
    });
}
