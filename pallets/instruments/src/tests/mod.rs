//! A file per call or topic.

mod close_class;
mod gate;
mod genesis;
mod reading;
mod record_authority;
mod sequences;

use crate::{mock::*, Authorities, Authority, Event, LastAuthority, Permit, Register};
use huangpu_primitives::{
    calendar::Day,
    instruments::{InstrumentClass, InstrumentClass::*, Mode},
    traits::{InstrumentGate, OpenClass},
    AuthorityId,
};
use polkadot_sdk::{
    frame_support::{assert_noop, assert_ok, dispatch::DispatchResult},
    sp_core::H256,
    sp_runtime::DispatchError,
};

/// Hash of a decision.
const DOCUMENT: H256 = H256::repeat_byte(7);

fn register(name: &str) -> Register {
    name.as_bytes().to_vec().try_into().unwrap()
}

/// A permit for a register of this name.
fn permit(name: &str) -> Option<Permit> {
    Some(Permit { document: H256::repeat_byte(1), register: register(name) })
}

/// The council records an authority.
fn record(
    class: InstrumentClass,
    mode: Mode,
    permit: Option<Permit>,
    until: Day,
) -> DispatchResult {
    Instruments::record_authority(RuntimeOrigin::root(), class, mode, permit, until)
}

/// The council closes a class.
fn close(class: InstrumentClass) -> DispatchResult {
    Instruments::close_class(RuntimeOrigin::root(), class, DOCUMENT)
}

/// Under which authority, and in which mode, a class is open.
fn open(class: InstrumentClass) -> Result<(u32, Mode), DispatchError> {
    Instruments::ensure_open(class).map(|OpenClass { authority, mode }| (authority.0, mode))
}

fn authority(id: u32) -> Authority {
    Authorities::<Test>::get(AuthorityId(id)).unwrap()
}

/// This pallet's events, oldest first; they are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Instruments(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

/// Only the council may make the call.
fn assert_for_council_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    for origin in [RuntimeOrigin::none(), RuntimeOrigin::signed(1)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}
