//! A file per call or topic. [`meter`] signs reports, [`outside`] is what the off-chain worker meets.

mod assessment;
mod authorize;
mod calibrate;
mod exchange_meter;
mod failing_feeds;
mod key_rotation;
mod meter;
mod migration;
mod offchain;
pub(crate) mod outside;
mod quarantine;
mod reading;
mod register_device;
mod resolve_quarantined;
mod retention;
mod sequences;
mod status;
mod submit_reports;
mod vectors;

use crate::{mock::*, Cursor, Cursors, Event, MonthTotal, MonthTotals, Reference};
use huangpu_primitives::{calendar::Month, DeviceId};
use meter::{Meter, Signer};
use polkadot_sdk::{
    frame_support::{assert_noop, dispatch::DispatchResult},
    sp_runtime::DispatchError,
};

fn signed(account: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

fn reference(text: &str) -> Reference {
    text.as_bytes().to_vec().try_into().unwrap()
}

/// The month in which the tests begin.
fn june() -> Month {
    Month::new(2018, 6).unwrap()
}

fn cursor(meter: &Meter) -> Cursor {
    Cursors::<Test>::get(meter.device)
}

fn total(meter: &Meter, month: Month) -> Option<MonthTotal> {
    MonthTotals::<Test>::get(meter.device, month)
}

/// This pallet's events, oldest first; they are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Devices(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

/// Nobody but an organisation's account may make the call.
fn assert_for_members_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(OUTSIDER)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}

/// To all but the owner, the device is unknown.
fn assert_for_owner_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    assert_for_members_only(&call);
    for stranger in [NEIGHBOUR, REGULATOR] {
        assert_noop!(call(signed(stranger)), crate::Error::<Test>::UnknownDevice);
    }
}

/// An id that no device has.
const NO_DEVICE: DeviceId = DeviceId(99);
