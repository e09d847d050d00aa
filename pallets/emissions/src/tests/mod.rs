//! A file per call or topic.

mod activity;
mod add_source;
mod create_series;
mod publish_factor;
mod reading;
mod register_facility;
mod sequences;
mod set_factor_series;

use crate::{mock::*, Event, LastFacility, LastSeries, LastSource, Name};
use huangpu_primitives::{
    calendar::Month, traits::Direction, units::Unit, DeviceId, FacilityId, FactorSeriesId, OrgId,
    SourceId,
};
use polkadot_sdk::{
    frame_support::{assert_noop, assert_ok, dispatch::DispatchResult},
    sp_runtime::DispatchError,
};

fn signed(account: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

fn name(text: &str) -> Name {
    text.as_bytes().to_vec().try_into().unwrap()
}

fn not_text() -> Name {
    vec![0xff].try_into().unwrap()
}

fn month(year: u16, month: u8) -> Month {
    Month::new(year, month).unwrap()
}

/// A facility of an account's organisation.
fn facility(account: u64, title: &str) -> FacilityId {
    assert_ok!(Emissions::register_facility(signed(account), name(title), 5, 310_112));
    LastFacility::<Test>::get()
}

/// A new series of the bureau.
fn series(unit: Unit) -> FactorSeriesId {
    let title = format!("Series {}", LastSeries::<Test>::get().0 + 1);
    assert_ok!(Emissions::create_series(signed(REGULATOR), name(&title), unit));
    LastSeries::<Test>::get()
}

/// An import meter for electricity.
fn meter(org: OrgId) -> DeviceId {
    register_meter(org, Unit::WattHour, Direction::Import)
}

/// A source of the steel works, with all that it takes.
fn source() -> (SourceId, DeviceId, FactorSeriesId) {
    let (facility, device, series) =
        (facility(OWNER, "Plant"), meter(STEEL), series(Unit::WattHour));
    let call = Emissions::add_source(signed(OWNER), facility, name("Grid"), device, 2, series);
    assert_ok!(call);
    (LastSource::<Test>::get(), device, series)
}

/// A factor of the bureau.
fn publish(series: FactorSeriesId, from: Month, to: Month, value: u64) -> DispatchResult {
    Emissions::publish_factor(signed(REGULATOR), series, from, to, value, name("MEE 2018"))
}

/// This pallet's events, oldest first; they are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Emissions(event) => Some(event),
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

/// Nobody but a regulator's account may make the call.
fn assert_for_regulators_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    assert_for_members_only(&call);
    for member in [OWNER, NEIGHBOUR] {
        assert_noop!(call(signed(member)), DispatchError::BadOrigin);
    }
}
