//! How grave each of the council's decisions is.

use super::*;
use huangpu_primitives::council::Decision::{self, Constitutional, Grave, Ordinary};
use polkadot_sdk::sp_runtime::traits::Dispatchable;

type Call = crate::Call<Test>;

#[test]
fn every_call_of_the_council_takes_a_decision_of_its_kind() {
    let (org, document) = (STEEL, DOCUMENT);
    let (identifier, tier, until) = (identifier("New"), Tier::Basic, TODAY.plus(9));
    let calls: [(Call, Decision); 9] = [
        (Call::approve_application { identifier: identifier.clone(), tier, until }, Ordinary),
        (Call::reject_application { identifier, document }, Ordinary),
        (Call::renew { org, until }, Ordinary),
        (Call::set_tier { org, tier }, Ordinary),
        (Call::set_profile { org, profile: profile("Steel") }, Ordinary),
        (Call::close_organisation { org, limit: 1 }, Ordinary),
        (Call::set_standing { org, standing: Standing::Suspended, document }, Grave),
        (Call::force_change_controller { org, controller: outsider() }, Grave),
        (Call::set_seat { org, seated: true }, Constitutional),
    ];
    ExtBuilder::default().build_and_execute(|| {
        for (call, kind) in calls {
            let call = RuntimeCall::Members(call);
            Decided::take();
            // Whether it succeeds is another matter.
            let _ = call.clone().dispatch(RuntimeOrigin::root());
            assert_eq!(Decided::get(), Some(kind), "{call:?}");
            let refused = call.clone().dispatch(signed(alice())).map_err(|e| e.error);
            assert_eq!(refused.unwrap_err(), DispatchError::BadOrigin, "{call:?}");
        }
    });
}
