//! The spine, without a node: a meter's reports become grams of CO2e.

use crate::common::*;
use huangpu_primitives::{calendar::Month, units::Unit, FacilityId, FactorSeriesId, SourceId};
use huangpu_runtime::*;
use polkadot_sdk::*;

fn name(text: &str) -> pallet_emissions::Name {
    text.as_bytes().to_vec().try_into().unwrap()
}

fn prepare_facility(meter: &Meter) {
    succeed(
        REGULATOR,
        pallet_emissions::Call::<Runtime>::create_series {
            name: name("grid, East China"),
            unit: Unit::WattHour,
        },
    );
    succeed(
        REGULATOR,
        pallet_emissions::Call::<Runtime>::publish_factor {
            series: FactorSeriesId(1),
            from: Month::new(2026, 1).unwrap(),
            to: Month::new(2026, 12).unwrap(),
            micrograms_per_unit: 536_600,
            source: name("a regulator's announcement"),
        },
    );
    succeed(
        STEEL_WORKS,
        pallet_emissions::Call::<Runtime>::register_facility {
            name: name("Baoshan mill"),
            sector: 5,
            district: 310_113,
        },
    );
    succeed(
        STEEL_WORKS,
        pallet_emissions::Call::<Runtime>::add_source {
            facility: FacilityId(1),
            name: name("purchased electricity"),
            device: meter.device,
            scope: 2,
            series: FactorSeriesId(1),
        },
    );
}

#[test]
fn reports_of_two_months_become_grams_of_each() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        prepare_facility(&meter);
        next_block();

        // 31 days of January and one of February, a report a day.
        let reports = (0..32).map(|day| meter.next(24, 1_000_001 + day)).collect();
        let batch = reports_of(WORKS, reports);
        validate(batch.clone()).unwrap();
        Executive::apply_extrinsic(batch).unwrap().unwrap();
        next_block();

        let months = Emissions::source_months_page(SourceId(1), Month(0), 10);
        assert_eq!(months.len(), 2);
        let january: u128 = (0..31).map(|day| 1_000_001 + day).sum();
        assert_eq!(months[0].month.to_string(), "2026-01");
        assert_eq!((months[0].measured, months[0].estimated), (january, 0));
        assert_eq!(months[0].readings, 31 * 96);
        // Half up to the gram, once, on the total.
        assert_eq!(months[0].grams, Some((january * 536_600 + 500_000) / 1_000_000));
        assert_eq!(months[1].measured, 1_000_032);
        assert_eq!(months[1].grams, Some(536_617));

        let totals = Devices::month_totals_page(meter.device, Month(0), 10);
        assert_eq!(totals[0].measured, january);
        assert_eq!((totals[0].reports, totals[0].last_sequence), (31, 31));
        assert_eq!(totals[1].last_hash, meter.previous);
    });
}

#[test]
fn the_same_batch_is_refused_the_second_time() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        next_block();
        let batch = reports_of(WORKS, vec![meter.next(1, 5)]);
        Executive::apply_extrinsic(batch.clone()).unwrap().unwrap();
        next_block();
        assert_eq!(refusal(validate(batch)), 36);
    });
}

#[test]
fn what_was_metered_before_a_source_was_bound_is_not_its_activity() {
    on_dev_chain(|| {
        let mut meter = Meter::install("main-meter");
        next_block();
        let early = reports_of(WORKS, vec![meter.next(24, 7)]);
        Executive::apply_extrinsic(early).unwrap().unwrap();
        prepare_facility(&meter);
        next_block();
        let later = reports_of(WORKS, vec![meter.next(24, 11)]);
        Executive::apply_extrinsic(later).unwrap().unwrap();
        let months = Emissions::source_months_page(SourceId(1), Month(0), 10);
        assert_eq!(months[0].measured, 11);
    });
}

#[test]
fn a_delegate_acts_from_the_keyless_account_within_its_scopes() {
    on_dev_chain(|| {
        let inner = pallet_emissions::Call::<Runtime>::register_facility {
            name: name("Baoshan mill"),
            sector: 5,
            district: 310_113,
        };
        // //Bob//stash has the scopes Devices and Emissions.
        succeed(
            sp_keyring::Sr25519Keyring::BobStash,
            pallet_members::Call::<Runtime>::act_as { org: WORKS, call: Box::new(inner.into()) },
        );
        assert_eq!(Emissions::facilities_page(WORKS, None, 10).len(), 1);

        // Somebody else's organisation is not theirs to act for.
        let inner = frame_system::Call::<Runtime>::remark { remark: vec![] };
        let call =
            pallet_members::Call::<Runtime>::act_as { org: BUREAU, call: Box::new(inner.into()) };
        let error = send(STEEL_WORKS, call).unwrap().unwrap_err();
        assert_eq!(error, pallet_members::Error::<Runtime>::NotOfThisOrganisation.into());

        // Raw calls have no scope: the keyless account cannot be made to do anything at all.
        let inner = frame_system::Call::<Runtime>::remark { remark: vec![] };
        let call =
            pallet_members::Call::<Runtime>::act_as { org: WORKS, call: Box::new(inner.into()) };
        let error = send(STEEL_WORKS, call).unwrap().unwrap_err();
        assert_eq!(error, pallet_members::Error::<Runtime>::CallNotAllowed.into());
    });
}
