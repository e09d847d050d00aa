//! Benchmarks. Most of what acts cost is the store's writes: so the worst is what leaves a remainder, or joins the
//! neighbour on the left, and both where one act can do both.

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, EnsureOriginWithArg};
use huangpu_primitives::{
    calendar::Day,
    council::Decision,
    instruments::{InstrumentClass, InstrumentId},
    intervals::{Interval, Part, Right, Units},
    money::Amount,
    settlement::{self, Delivery, Payment},
    traits::{FreeOwner, InstrumentGate, OrgStanding, Payments, UnitLedger},
    OfferId, OrgId,
};
use polkadot_sdk::*;
use sp_core::H256;

const DOCUMENT: H256 = H256::repeat_byte(1);
const PRICE: Amount = 1_000_000;

/// Organisations that act by nobody.
const SELLER: OrgId = OrgId(999_998);
const OTHER: OrgId = OrgId(999_999);

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin(&Decision::Grave)
        .map_err(|()| BenchmarkError::Weightless)
}

/// Who acts by this kind of origin, and for which organisation.
fn who<T: Config, Origin: EnsureOrigin<T::RuntimeOrigin, Success = OrgId>>(
) -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin = Origin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
    let org = Origin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
    Ok((origin, org))
}

/// An instrument whose class is open, and so many units of it.
fn units<T: Config>(owner: OrgId, units: Units) -> InstrumentId {
    T::Gate::open(InstrumentClass::Credit);
    for org in [SELLER, OTHER] {
        T::Organisations::ensure_active(org);
    }
    let instrument =
        <Pallet<T> as UnitLedger>::open_instrument(InstrumentClass::Credit).expect("ids are left");
    <Pallet<T> as UnitLedger>::issue(instrument, units, owner, 1).expect("numbers are left");
    instrument
}

/// An owner that no order stops.
fn free<T: Config>(owner: OrgId) -> FreeOwner {
    <Pallet<T> as UnitLedger>::ensure_owner_free(owner).expect("nobody froze it")
}

/// The units of a piece from its start on, or behind that.
fn part(piece: Units, start: Units, end: Units) -> Part {
    Part { piece, units: Interval::new(start, end) }
}

/// Units of one owner, in front of which stand units that will be like them when somebody has got them.
fn behind_those_of<T: Config>(neighbour: OrgId, owner: OrgId) -> InstrumentId {
    let instrument = units::<T>(owner, 20);
    let by = Right::Owner(free::<T>(owner));
    <Pallet<T> as UnitLedger>::transfer(instrument, part(0, 0, 10), by, neighbour)
        .expect("the owner gives its own");
    instrument
}

/// An offer of the seller's, to everybody.
fn offer<T: Config>(instrument: InstrumentId, part: Part, seller: OrgId, buyer: OrgId) -> OfferId {
    let asset = T::Money::endow(buyer, PRICE);
    let (price, until) = (PRICE, Day::NEVER);
    let buyer = (buyer != seller).then_some(buyer);
    Pallet::<T>::do_offer(Offer { instrument, part, seller, buyer, asset, price, until })
        .expect("free units of an open class");
    LastOffer::<T>::get()
}

/// Whose the piece is that starts the instrument, and where it ends.
fn first<T: Config>(instrument: InstrumentId) -> Option<(OrgId, Units)> {
    Pieces::<T>::get(instrument, 0).map(|piece| (piece.owner, piece.end))
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// Units from the middle of a piece, to a buyer.
    #[benchmark]
    fn offer_units() -> Result<(), BenchmarkError> {
        let (origin, seller) = who::<T, T::TraderOrigin>()?;
        let instrument = units::<T>(seller, 30);
        let asset = T::Money::endow(OTHER, PRICE);
        let part = part(0, 10, 20);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, instrument, part, asset, PRICE, Some(OTHER), Day::NEVER);

        assert_eq!(first::<T>(instrument), Some((seller, 10)));
        assert!(Offers::<T>::contains_key(LastOffer::<T>::get()));
        Ok(())
    }

    /// Units that join the buyer's, of a seller who never had any of the money.
    #[benchmark]
    fn accept_offer() -> Result<(), BenchmarkError> {
        let (origin, buyer) = who::<T, T::TraderOrigin>()?;
        let instrument = behind_those_of::<T>(buyer, SELLER);
        let offer = offer::<T>(instrument, Part::whole(10, 20), SELLER, buyer);
        let terms = Offers::<T>::get(offer).expect("it was just made").terms();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, offer, terms);

        assert_eq!(first::<T>(instrument), Some((buyer, 20)));
        assert!(!Offers::<T>::contains_key(offer));
        Ok(())
    }

    /// Of the back of a piece, which it joins again.
    #[benchmark]
    fn withdraw_offer() -> Result<(), BenchmarkError> {
        let (origin, seller) = who::<T, T::OwnerOrigin>()?;
        let instrument = units::<T>(seller, 20);
        let offer = offer::<T>(instrument, part(0, 10, 20), seller, OTHER);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, offer);

        assert_eq!(first::<T>(instrument), Some((seller, 20)));
        Ok(())
    }

    #[benchmark]
    fn split_piece() -> Result<(), BenchmarkError> {
        let (origin, owner) = who::<T, T::OwnerOrigin>()?;
        let instrument = units::<T>(owner, 20);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, instrument, 0, 10);

        assert_eq!(first::<T>(instrument), Some((owner, 10)));
        Ok(())
    }

    #[benchmark]
    fn merge_pieces() -> Result<(), BenchmarkError> {
        let (origin, owner) = who::<T, T::OwnerOrigin>()?;
        let instrument = units::<T>(owner, 20);
        Pallet::<T>::do_split(instrument, 0, 10, owner)?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, instrument, 0);

        assert_eq!(first::<T>(instrument), Some((owner, 20)));
        Ok(())
    }

    /// The middle of a piece.
    #[benchmark]
    fn freeze_units() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let instrument = units::<T>(SELLER, 30);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, instrument, part(0, 10, 20), SELLER, DOCUMENT);

        assert_eq!(first::<T>(instrument), Some((SELLER, 10)));
        Ok(())
    }

    /// The front of a frozen piece, which joins what is free on its left.
    #[benchmark]
    fn thaw_units() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let instrument = units::<T>(SELLER, 30);
        Pallet::<T>::do_freeze(instrument, part(0, 10, 30), SELLER, DOCUMENT)?;
        let (part, order) = (part(10, 10, 20), LastOrder::<T>::get());

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, instrument, part, order, DOCUMENT);

        assert_eq!(first::<T>(instrument), Some((SELLER, 20)));
        Ok(())
    }

    /// The front of a piece, which joins what its new owner has on its left.
    #[benchmark]
    fn reassign_units() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let instrument = behind_those_of::<T>(OTHER, SELLER);
        let part = part(10, 10, 15);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, instrument, part, SELLER, OTHER, DOCUMENT);

        assert_eq!(first::<T>(instrument), Some((OTHER, 15)));
        Ok(())
    }

    /// Of the back of a piece, which it joins again.
    #[benchmark]
    fn cancel_offer() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let instrument = units::<T>(SELLER, 20);
        let offer = offer::<T>(instrument, part(0, 10, 20), SELLER, OTHER);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, offer, DOCUMENT);

        assert_eq!(first::<T>(instrument), Some((SELLER, 20)));
        Ok(())
    }

    #[benchmark]
    fn freeze_owner() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        T::Organisations::ensure_active(SELLER);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, SELLER, DOCUMENT);

        assert_eq!(FrozenOwners::<T>::get(SELLER), Some(DOCUMENT));
        Ok(())
    }

    #[benchmark]
    fn thaw_owner() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        FrozenOwners::<T>::insert(SELLER, DOCUMENT);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, SELLER, DOCUMENT, DOCUMENT);

        assert_eq!(FrozenOwners::<T>::get(SELLER), None);
        Ok(())
    }

    /// A whole piece, by its owner, whom no order stops; it joins what its new owner has on its left.
    #[benchmark]
    fn transfer() {
        let instrument = behind_those_of::<T>(OTHER, SELLER);

        #[block]
        {
            let by = Right::Owner(free::<T>(SELLER));
            <Pallet<T> as UnitLedger>::transfer(instrument, Part::whole(10, 20), by, OTHER)
                .expect("the owner gives its own");
        }

        assert_eq!(first::<T>(instrument), Some((OTHER, 20)));
    }

    /// As above, against money of which the seller never had any.
    #[benchmark]
    fn deliver_versus_payment() {
        let instrument = behind_those_of::<T>(OTHER, SELLER);
        let asset = T::Money::endow(OTHER, PRICE);
        let part = Part::whole(10, 20);

        #[block]
        {
            let by = Right::Owner(free::<T>(SELLER));
            let delivery = Delivery { instrument, part, by };
            let payment = Payment { asset, amount: PRICE, held: None };
            settlement::deliver_versus_payment::<Pallet<T>, T::Money>(OTHER, delivery, payment)
                .expect("the buyer can pay for what is the seller's");
        }

        assert_eq!(first::<T>(instrument), Some((OTHER, 20)));
    }
}
