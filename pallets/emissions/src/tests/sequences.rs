//! Random sequences of calls against a model of what each source emitted.

use super::*;
use huangpu_primitives::traits::{Metered, OnReport};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
enum Step {
    Facility { owner: usize, title: u8 },
    Source { owner: usize, facility: u32, device: u32, scope: u8, series: u32 },
    SetSeries { owner: usize, source: u32, series: u32 },
    Series { publisher: usize, unit: bool },
    Publish { publisher: usize, series: u32, from: u16, months: u16, value: u64 },
    Report { device: u32, month: u16, measured: u64, uncalibrated: u64, gap: u64, readings: u8 },
}

const OWNERS: [(u64, OrgId); 2] = [(OWNER, STEEL), (NEIGHBOUR, MILL)];
const PUBLISHERS: [(u64, OrgId); 2] = [(REGULATOR, BUREAU), (MINISTER, MINISTRY)];
const UNITS: [Unit; 2] = [Unit::WattHour, Unit::Gram];
/// Devices 1 to 8: by owner, unit, and direction.
const DEVICES: u32 = 8;

fn owner_of(device: u32) -> usize {
    device as usize % 2
}

fn unit_of(device: u32) -> Unit {
    UNITS[device as usize / 2 % 2]
}

fn exports(device: u32) -> bool {
    device == DEVICES
}

fn step() -> impl Strategy<Value = Step> {
    let (party, id) = (0usize..2, 1u32..6);
    let device = 1u32..=DEVICES + 1;
    prop_oneof![
        2 => (party.clone(), 0u8..4).prop_map(|(owner, title)| Step::Facility { owner, title }),
        6 => (party.clone(), id.clone(), device.clone(), 0u8..5, id.clone()).prop_map(
            |(owner, facility, device, scope, series)| {
                Step::Source { owner, facility, device, scope, series }
            }
        ),
        1 => (party.clone(), id.clone(), id.clone())
            .prop_map(|(owner, source, series)| Step::SetSeries { owner, source, series }),
        2 => (party.clone(), any::<bool>())
            .prop_map(|(publisher, unit)| Step::Series { publisher, unit }),
        4 => (party, id, 0u16..8, 0u16..4, 0u64..3_000_000).prop_map(
            |(publisher, series, from, months, value)| {
                Step::Publish { publisher, series, from, months, value }
            }
        ),
        8 => (device, 0u16..8, 0u64..1_000, 0u64..1_000, 0u64..1_000, any::<u8>()).prop_map(
            |(device, month, measured, uncalibrated, gap, readings)| {
                Step::Report { device, month, measured, uncalibrated, gap, readings }
            }
        ),
    ]
}

#[derive(Clone, PartialEq)]
struct ModelledSource {
    facility: u32,
    device: u32,
    scope: u8,
    series: u32,
}

#[derive(Default)]
struct Model {
    /// Owner and title of each facility.
    facilities: Vec<(usize, u8)>,
    sources: Vec<ModelledSource>,
    /// Publisher and unit of each series.
    series: Vec<(usize, Unit)>,
    factors: BTreeMap<(u32, u16), u64>,
    /// Series, first and last month, and value of what was published.
    published: BTreeSet<(u32, u16, u16, u64)>,
    /// Measured, estimated and readings, by source and month.
    activity: BTreeMap<(u32, u16), (u128, u128, u64)>,
}

/// What has this id, counted from 1.
fn nth<T>(list: &[T], id: u32) -> Option<&T> {
    list.get(id as usize - 1)
}

impl Model {
    /// Takes a step here and on the chain, which agree on whether it can be taken.
    fn take(&mut self, step: Step) {
        let (expected, call) = match step {
            Step::Facility { owner, title } => self.facility(owner, title),
            Step::Source { owner, facility, device, scope, series } => {
                self.source(owner, ModelledSource { facility, device, scope, series })
            }
            Step::SetSeries { owner, source, series } => self.set_series(owner, source, series),
            Step::Series { publisher, unit } => self.open(publisher, UNITS[usize::from(unit)]),
            Step::Publish { publisher, series, from, months, value } => {
                self.publish(publisher, series, from..=from + months, value)
            }
            Step::Report { device, month, measured, uncalibrated, gap, readings } => {
                let metered = Metered {
                    measured: measured.into(),
                    uncalibrated: uncalibrated.into(),
                    gap: gap.into(),
                    readings: readings.into(),
                };
                self.report(device, month, metered);
                (true, Ok(()))
            }
        };
        assert_eq!(call.is_ok(), expected, "{call:?}");
    }

    fn facility(&mut self, owner: usize, title: u8) -> (bool, DispatchResult) {
        if !self.facilities.contains(&(owner, title)) {
            self.facilities.push((owner, title));
        }
        let (account, title) = (OWNERS[owner].0, name(&format!("Plant {title}")));
        (true, Emissions::register_facility(signed(account), title, 5, 310_112))
    }

    fn source(&mut self, owner: usize, source: ModelledSource) -> (bool, DispatchResult) {
        let ModelledSource { facility, device, scope, series } = source.clone();
        let call = Emissions::add_source(
            signed(OWNERS[owner].0),
            FacilityId(facility),
            name("Source"),
            DeviceId(device),
            scope,
            FactorSeriesId(series),
        );
        let sound = (1..=3).contains(&scope)
            && nth(&self.facilities, facility).is_some_and(|(of, _)| *of == owner)
            && (1..=DEVICES).contains(&device)
            && owner_of(device) == owner
            && !exports(device)
            && nth(&self.series, series).is_some_and(|(_, unit)| *unit == unit_of(device));
        let bound = self.sources.iter().find(|known| known.device == device);
        let expected = match bound {
            Some(bound) => sound && *bound == source,
            None => {
                let beside = self.sources.iter().filter(|known| known.facility == facility);
                sound && beside.count() < MAX_SOURCES as usize
            }
        };
        if expected && bound.is_none() {
            self.sources.push(source);
        }
        (expected, call)
    }

    fn set_series(&mut self, owner: usize, source: u32, series: u32) -> (bool, DispatchResult) {
        let origin = signed(OWNERS[owner].0);
        let call = Emissions::set_factor_series(origin, SourceId(source), FactorSeriesId(series));
        let expected = match (nth(&self.sources, source), nth(&self.series, series)) {
            (Some(known), Some((_, unit))) => {
                owner_of(known.device) == owner && unit_of(known.device) == *unit
            }
            _ => false,
        };
        if expected {
            self.sources[source as usize - 1].series = series;
        }
        (expected, call)
    }

    fn open(&mut self, publisher: usize, unit: Unit) -> (bool, DispatchResult) {
        self.series.push((publisher, unit));
        let title = name(&format!("Series {}", self.series.len()));
        (true, Emissions::create_series(signed(PUBLISHERS[publisher].0), title, unit))
    }

    fn publish(
        &mut self,
        publisher: usize,
        series: u32,
        months: std::ops::RangeInclusive<u16>,
        value: u64,
    ) -> (bool, DispatchResult) {
        let call = Emissions::publish_factor(
            signed(PUBLISHERS[publisher].0),
            FactorSeriesId(series),
            Month(*months.start()),
            Month(*months.end()),
            value,
            name("Gazette"),
        );
        let free = !months.clone().any(|month| self.factors.contains_key(&(series, month)));
        let own = nth(&self.series, series).is_some_and(|(of, _)| *of == publisher);
        let factor = (series, *months.start(), *months.end(), value);
        let again = self.published.contains(&factor);
        if free && own {
            self.factors.extend(months.map(|month| ((series, month), value)));
            self.published.insert(factor);
        }
        (own && (free || again), call)
    }

    fn report(&mut self, device: u32, month: u16, metered: Metered) {
        <Emissions as OnReport>::on_report(STEEL, DeviceId(device), Month(month), metered);
        let bound = self.sources.iter().position(|source| source.device == device);
        if let Some(source) = bound {
            let (measured, estimated, readings) =
                self.activity.entry((source as u32 + 1, month)).or_default();
            *measured += metered.measured;
            *estimated += metered.uncalibrated + metered.gap;
            *readings += metered.readings;
        }
    }

    fn check(&self) {
        Emissions::do_try_state().unwrap();
        assert_eq!(LastFacility::<Test>::get().0 as usize, self.facilities.len());
        assert_eq!(LastSource::<Test>::get().0 as usize, self.sources.len());
        assert_eq!(LastSeries::<Test>::get().0 as usize, self.series.len());
        let mut months = 0;
        for (source, id) in self.sources.iter().zip(1..) {
            for shown in Emissions::source_months_page(SourceId(id), Month(0), 100) {
                let month = shown.month.0;
                let (measured, estimated, readings) = self.activity[&(id, month)];
                assert_eq!((shown.measured, shown.estimated), (measured, estimated));
                assert_eq!(shown.readings, readings);
                let factor = self.factors.get(&(source.series, month)).copied();
                assert_eq!(shown.factor, factor);
                let micrograms = factor.map(|factor| (measured + estimated) * u128::from(factor));
                assert_eq!(shown.grams, micrograms.map(|m| (m + 500_000) / 1_000_000));
                months += 1;
            }
        }
        assert_eq!(months, self.activity.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn sources_emit_what_the_model_says(steps in proptest::collection::vec(step(), 1..120)) {
        ExtBuilder.build_and_execute(|| {
            for device in 1..=DEVICES {
                let direction =
                    if exports(device) { Direction::Export } else { Direction::Import };
                register_meter(OWNERS[owner_of(device)].1, unit_of(device), direction);
            }
            let mut model = Model::default();
            for step in steps {
                model.take(step);
                model.check();
            }
        });
    }
}
