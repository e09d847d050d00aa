//! From release 103, which knew neither money nor units.

use super::*;
use frame_support::traits::{GetStorageVersion, StorageVersion};
use huangpu_primitives::{
    instruments::{InstrumentClass, InstrumentId},
    intervals::Interval,
    traits::UnitLedger,
};

#[test]
fn money_and_units_begin_with_nothing() {
    upgraded(RELEASE_103, "local_testnet", || {
        let first = StorageVersion::new(1);
        assert_eq!(Money::on_chain_storage_version(), first);
        assert_eq!(Intervals::on_chain_storage_version(), first);
        assert!(Money::asset_page(None, 256).is_empty());
        for class in InstrumentClass::ALL {
            assert!(Intervals::instrument_page(class, None, 256).is_empty());
        }
        assert_eq!(Validators::set_view().authors.len(), 4);
    });
}

#[test]
fn the_first_units_have_the_first_numbers() {
    upgraded(RELEASE_103, "development", || {
        let credits = <Intervals as UnitLedger>::open_instrument(InstrumentClass::Credit).unwrap();
        assert_eq!(credits, InstrumentId { class: InstrumentClass::Credit, number: 1 });
        let issued = <Intervals as UnitLedger>::issue(credits, 10, OrgId(2), 7);
        assert_eq!(issued, Ok(Interval::new(0, 10)));
    });
}
