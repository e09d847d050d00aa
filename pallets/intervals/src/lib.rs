//! # Intervals
//!
//! Who has which units. Units of an instrument are numbered, and kept in pieces: runs of numbers with one owner, one
//! encumbrance and one provenance. The rules of pieces are those of
//! [`huangpu_primitives::intervals`]; this pallet is where they are kept, and what everybody may do with units
//! whatever they are units of. What else it takes to issue, transfer and retire them, the pallets know that issue
//! them; they ask through [`UnitLedger`](huangpu_primitives::traits::UnitLedger).
//!
//! ## Who may call what
//!
//! | call | council | owner | buyer |
//! |---|---|---|---|
//! | `offer_units` | | in good standing | |
//! | `withdraw_offer`, `split_piece`, `merge_pieces` | | also winding down | |
//! | `accept_offer` | | | in good standing |
//! | `freeze_units`, `thaw_units`, `freeze_owner`, `thaw_owner` | by a grave decision | | |
//! | `reassign_units`, `cancel_offer` | by a grave decision | | |
//!
//! ## An offer
//!
//! ```text
//!          accept_offer    units and money change hands, both or neither
//!         +--------------> .
//! open ---+
//!         | withdraw_offer, or cancel_offer by the council
//!         +--------------> .
//! ```
//!
//! Offered units stay their owner's and can do nothing else. An offer whose last day is over cannot be accepted; its
//! owner withdraws it. Nothing is matched: whoever wants units takes an offer as it stands, or leaves it.
//!
//! Offers are made and ended here alone: no other pallet takes units from under one, or makes a claim that looks
//! like one.
//!
//! ## Orders
//!
//! The council freezes an owner, citing a document: it changes none of its pieces, and nobody takes its offers. So the
//! pieces stay those that the next order names.
//!
//! The council freezes units, citing a document: they stay whose they are, and what claims there are on them rest. It
//! lifts an order, and gives units to somebody else, frozen or not, as a court decides. A pledge on them stays; an
//! offer of them has to be cancelled before. What is under a claim is frozen and given whole.
//!
//! A motion takes hours, so each order says what it was decided about: whose the units are that it freezes or gives
//! away, and which order it lifts. If that has changed meanwhile, it is refused.
//!
//! Units are under one order at a time. Where another one is to take over, the council lifts the first and gives the
//! second in one batch.
//!
//! ## What an instrument is
//!
//! A class and a number: a vintage of credits, the allowances of a year, a receivable, a lot in a warehouse. The pallet
//! that issues it keeps what it means.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod ledger;
mod offers;
mod orders;
mod pieces;
mod reading;
mod store;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod types;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
    use super::*;
    use alloc::vec::Vec;
    use frame_support::{pallet_prelude::*, traits::EnsureOriginWithArg};
    use frame_system::pallet_prelude::*;
    use huangpu_primitives::{
        calendar::Day,
        council::Decision,
        instruments::{InstrumentClass, InstrumentId},
        intervals::{Claim, Interval, Part, Supply, Units},
        money::Amount,
        traits::{InstrumentGate, OfferRules, OrgStanding, Payments, Standings},
        AssetId, Millis, OfferId, OrderId, OrgId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: polkadot_sdk::frame_system::Config {
        /// The council.
        type CouncilOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, Decision>;

        /// Who trades for an organisation in good standing, in the scope `Units`.
        type TraderOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// Who acts for an owner, also for one that winds down, in the scope `Units`.
        type OwnerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// Which classes are open.
        type Gate: InstrumentGate;

        /// What else it takes to offer units.
        type Rules: OfferRules;

        /// What units are paid with.
        type Money: Payments;

        /// How organisations stand.
        type Organisations: OrgStanding + Standings;

        /// The chain's clock, in milliseconds.
        type Clock: frame_support::traits::Time<Moment = Millis>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    /// The number given last to an instrument of each class.
    #[pallet::storage]
    pub type LastInstrument<T> = StorageMap<_, Twox64Concat, InstrumentClass, u32, ValueQuery>;

    /// How many units of each instrument there are and were. Ids are ours, so a short hash will do.
    #[pallet::storage]
    pub type Supplies<T> = StorageMap<_, Twox64Concat, InstrumentId, Supply>;

    /// How many instruments of each class have units outstanding.
    #[pallet::storage]
    pub type Outstanding<T> = StorageMap<_, Twox64Concat, InstrumentClass, u32, ValueQuery>;

    /// The pieces, by their start. Owners choose where they split, so the hash is one that nobody can steer.
    #[pallet::storage]
    pub type Pieces<T> =
        StorageDoubleMap<_, Twox64Concat, InstrumentId, Blake2_128Concat, Units, Piece>;

    /// Where the piece starts that ends at a number: how a neighbour on the left is found.
    #[pallet::storage]
    pub type Ends<T> =
        StorageDoubleMap<_, Twox64Concat, InstrumentId, Blake2_128Concat, Units, Units>;

    /// The pieces of each owner.
    #[pallet::storage]
    pub type Listings<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, (InstrumentId, Units), ()>;

    /// The number given last to an offer.
    #[pallet::storage]
    pub type LastOffer<T> = StorageValue<_, OfferId, ValueQuery>;

    /// The offers that stand.
    #[pallet::storage]
    pub type Offers<T> = StorageMap<_, Twox64Concat, OfferId, Offer>;

    /// The number given last to an order.
    #[pallet::storage]
    pub type LastOrder<T> = StorageValue<_, OrderId, ValueQuery>;

    /// The documents of all orders that froze units, for ever.
    #[pallet::storage]
    pub type Orders<T> = StorageMap<_, Twox64Concat, OrderId, H256>;

    /// The owners that are frozen: the decision's hash.
    #[pallet::storage]
    pub type FrozenOwners<T> = StorageMap<_, Twox64Concat, OrgId, H256>;

    /// What organisations have from the beginning.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Each an instrument of its own: class, how many units, whose.
        pub holdings: Vec<(InstrumentClass, Units, OrgId)>,
        #[serde(skip)]
        #[doc(hidden)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for (class, units, owner) in &self.holdings {
                Pallet::<T>::issue_at_genesis(*class, *units, *owner)
                    .unwrap_or_else(|e| panic!("{units} of {class:?} at genesis: {e:?}"));
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// There is another instrument.
        #[codec(index = 0)]
        InstrumentOpened {
            /// The instrument.
            instrument: InstrumentId,
        },
        /// Units were issued.
        #[codec(index = 1)]
        UnitsIssued {
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// To whom.
            owner: OrgId,
            /// From what, as the issuing pallet numbers it.
            lot: u32,
        },
        /// Units changed their owner.
        #[codec(index = 2)]
        UnitsTransferred {
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// Whose they were.
            from: OrgId,
            /// Whose they are.
            to: OrgId,
        },
        /// Units ended.
        #[codec(index = 3)]
        UnitsRetired {
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// Whose they were.
            owner: OrgId,
        },
        /// Units are under a claim.
        #[codec(index = 4)]
        UnitsEncumbered {
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// The claim.
            claim: Claim,
        },
        /// Units are no longer under a claim.
        #[codec(index = 5)]
        UnitsReleased {
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// The claim that was given up.
            claim: Claim,
        },
        /// Units are offered for money.
        #[codec(index = 6)]
        UnitsOffered {
            /// The offer.
            offer: OfferId,
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// By whom.
            seller: OrgId,
            /// To whom; none, if to everybody.
            buyer: Option<OrgId>,
            /// For this money.
            asset: AssetId,
            /// So much of it, for all of them.
            price: Amount,
        },
        /// Units were delivered and paid for.
        #[codec(index = 7)]
        OfferAccepted {
            /// The offer.
            offer: OfferId,
            /// By whom.
            seller: OrgId,
            /// To whom.
            buyer: OrgId,
            /// For this money.
            asset: AssetId,
            /// So much of it.
            price: Amount,
        },
        /// An offer no longer stands.
        #[codec(index = 8)]
        OfferWithdrawn {
            /// The offer.
            offer: OfferId,
        },
        /// An owner split a piece.
        #[codec(index = 9)]
        PieceSplit {
            /// Of this instrument.
            instrument: InstrumentId,
            /// The piece.
            piece: Units,
            /// Where the other one starts.
            before: Units,
        },
        /// An owner merged two pieces.
        #[codec(index = 10)]
        PiecesMerged {
            /// Of this instrument.
            instrument: InstrumentId,
            /// The piece on the left.
            piece: Units,
        },
        /// The council froze units.
        #[codec(index = 11)]
        UnitsFrozen {
            /// The order.
            order: OrderId,
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// Whose they are.
            owner: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// The council lifted an order.
        #[codec(index = 12)]
        UnitsThawed {
            /// The order.
            order: OrderId,
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// Hash of the decision.
            document: H256,
        },
        /// The council gave units to somebody else.
        #[codec(index = 13)]
        UnitsReassigned {
            /// Of this instrument.
            instrument: InstrumentId,
            /// These.
            units: Interval,
            /// Whose they were.
            from: OrgId,
            /// Whose they are.
            to: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// The council ended an offer.
        #[codec(index = 14)]
        OfferCancelled {
            /// The offer.
            offer: OfferId,
            /// Hash of the decision.
            document: H256,
        },
        /// The council froze all that an owner has.
        #[codec(index = 15)]
        OwnerFrozen {
            /// Whose units.
            owner: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// The council let an owner dispose of its units again.
        #[codec(index = 16)]
        OwnerThawed {
            /// Whose units.
            owner: OrgId,
            /// Hash of the decision.
            document: H256,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no such instrument.
        UnknownInstrument,
        /// The interval holds no unit: its end has to be beyond its start.
        NoUnits,
        /// No piece starts there: `huangpu intervals pieces` lists them, and they may have changed since.
        NoSuchPiece,
        /// The units are not all inside the piece that was named; of a split, the cut is not inside it.
        OutsidePiece,
        /// Some of these numbers were issued before: numbers only go up.
        Overlap,
        /// The instrument has no numbers left.
        NumbersUsedUp,
        /// The units are another organisation's.
        NotOwner,
        /// The units are this organisation's already.
        SameOwner,
        /// The units are offered: withdraw the offer first.
        Offered,
        /// The units are pledged: the pledgee has to release them first.
        Pledged,
        /// The council has frozen the units: `huangpu intervals trace` tells by which order.
        Frozen,
        /// The units are not under this claim.
        OtherClaim,
        /// The units are under a claim, which an order does not cut: name the whole piece.
        ClaimedAsWhole,
        /// The units are not frozen.
        NotFrozen,
        /// The council has frozen all units of this organisation: `huangpu intervals pieces` tells by which order.
        OwnerFrozen,
        /// All units of the organisation are frozen already: thaw it first, to cite another document.
        AlreadyFrozen,
        /// The organisation is not frozen: its units may be.
        OwnerNotFrozen,
        /// No organisation has this id, or it is closed.
        NotMember,
        /// No piece begins where this one ends.
        NoNeighbour,
        /// The neighbour differs in its owner, its encumbrance, or since when and from what it is held.
        NotAlike,
        /// Whom the units are for is not a member in good standing.
        NotActiveMember,
        /// A price is more than zero.
        ZeroPrice,
        /// The offer's last day lies in the past.
        InvalidTerm,
        /// No offer that stands has this number: it was never made, or was accepted, withdrawn or cancelled.
        UnknownOffer,
        /// The offer is another organisation's.
        NotTheSeller,
        /// The offer is made to another organisation, or is one's own.
        NotTheBuyer,
        /// The offer is of other units, or for other money, than was accepted: look at it again
        /// (`huangpu intervals offers`).
        OtherTerms,
        /// The offer's last day is over.
        OfferOver,
        /// The ids are used up.
        TooMany,
        /// Units of this class do not pass by an offer: it takes somebody else's signature.
        NotByOffer,
        /// Money is counted, not numbered.
        NotNumbered,
        /// The units, or all of their owner's, are frozen by another order than this: look again, which one it is.
        OtherOrder,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight = T::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Offers units for money, all of them together, through a last day: to one buyer, or to everybody.
        ///
        /// ## Dispatch origin
        /// The owner, in the scope `Units`.
        ///
        /// ## Errors
        /// [`Error::NoUnits`], [`Error::NoSuchPiece`], [`Error::OutsidePiece`], [`Error::NotOwner`],
        /// [`Error::Offered`], [`Error::Pledged`], [`Error::Frozen`], [`Error::ZeroPrice`], [`Error::InvalidTerm`],
        /// [`Error::NotTheBuyer`], [`Error::NotActiveMember`], [`Error::OwnerFrozen`], [`Error::TooMany`]; the class
        /// must be open, its rules allow it, and the asset be known.
        #[pallet::call_index(0)]
        pub fn offer_units(
            origin: OriginFor<T>,
            instrument: InstrumentId,
            part: Part,
            asset: AssetId,
            price: Amount,
            buyer: Option<OrgId>,
            until: Day,
        ) -> DispatchResult {
            let seller = T::TraderOrigin::ensure_origin(origin)?;
            Self::do_offer(Offer { instrument, part, seller, buyer, asset, price, until })
        }

        /// Takes an offer as it stands, saying which units and for what: they and the money change hands, both or
        /// neither.
        ///
        /// ## Dispatch origin
        /// The buyer, in the scope `Units`.
        ///
        /// ## Errors
        /// [`Error::UnknownOffer`], [`Error::NotTheBuyer`], [`Error::OtherTerms`], [`Error::OfferOver`],
        /// [`Error::Frozen`], [`Error::OwnerFrozen`]; the class must be open, its rules allow it, and the money be
        /// free.
        #[pallet::call_index(1)]
        pub fn accept_offer(origin: OriginFor<T>, offer: OfferId, terms: Terms) -> DispatchResult {
            let buyer = T::TraderOrigin::ensure_origin(origin)?;
            Self::do_accept(offer, buyer, terms)
        }

        /// Withdraws an offer.
        ///
        /// ## Dispatch origin
        /// The owner, in the scope `Units`.
        ///
        /// ## Errors
        /// [`Error::UnknownOffer`], [`Error::NotTheSeller`], [`Error::OwnerFrozen`].
        #[pallet::call_index(2)]
        pub fn withdraw_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
            let seller = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_withdraw(offer, seller)
        }

        /// Splits a piece that nothing encumbers in two, before a number within it.
        ///
        /// ## Dispatch origin
        /// The owner, in the scope `Units`.
        ///
        /// ## Errors
        /// [`Error::NoSuchPiece`], [`Error::NotOwner`], [`Error::Offered`], [`Error::Pledged`], [`Error::Frozen`],
        /// [`Error::OwnerFrozen`], [`Error::OutsidePiece`].
        #[pallet::call_index(3)]
        pub fn split_piece(
            origin: OriginFor<T>,
            instrument: InstrumentId,
            piece: Units,
            before: Units,
        ) -> DispatchResult {
            let owner = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_split(instrument, piece, before, owner)
        }

        /// Merges a piece that nothing encumbers with its neighbour on the right, which is like it.
        ///
        /// ## Dispatch origin
        /// The owner, in the scope `Units`.
        ///
        /// ## Errors
        /// [`Error::NoSuchPiece`], [`Error::NotOwner`], [`Error::Offered`], [`Error::Pledged`], [`Error::Frozen`],
        /// [`Error::OwnerFrozen`], [`Error::NoNeighbour`], [`Error::NotAlike`].
        #[pallet::call_index(4)]
        pub fn merge_pieces(
            origin: OriginFor<T>,
            instrument: InstrumentId,
            piece: Units,
        ) -> DispatchResult {
            let owner = T::OwnerOrigin::ensure_origin(origin)?;
            Self::do_merge(instrument, piece, owner)
        }

        /// Freezes an owner's units, citing the decision's document.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::NoUnits`], [`Error::NoSuchPiece`], [`Error::OutsidePiece`], [`Error::NotOwner`],
        /// [`Error::ClaimedAsWhole`], [`Error::Frozen`], [`Error::TooMany`].
        #[pallet::call_index(5)]
        pub fn freeze_units(
            origin: OriginFor<T>,
            instrument: InstrumentId,
            part: Part,
            owner: OrgId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_freeze(instrument, part, owner, document)
        }

        /// Lifts the order by which units are frozen, citing the decision's document.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::NoUnits`], [`Error::NoSuchPiece`], [`Error::OutsidePiece`], [`Error::ClaimedAsWhole`],
        /// [`Error::NotFrozen`], [`Error::OtherOrder`].
        #[pallet::call_index(6)]
        pub fn thaw_units(
            origin: OriginFor<T>,
            instrument: InstrumentId,
            part: Part,
            order: OrderId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_thaw(instrument, part, order, document)
        }

        /// Gives an owner's units to another member, citing the decision's document. A pledge on them stays, and so does
        /// an order that froze them.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::NoUnits`], [`Error::NoSuchPiece`], [`Error::OutsidePiece`], [`Error::NotOwner`],
        /// [`Error::ClaimedAsWhole`], [`Error::Offered`], [`Error::SameOwner`], [`Error::NotActiveMember`].
        #[pallet::call_index(7)]
        pub fn reassign_units(
            origin: OriginFor<T>,
            instrument: InstrumentId,
            part: Part,
            from: OrgId,
            to: OrgId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_reassign(instrument, part, from, to, document)
        }

        /// Ends an offer, citing the decision's document.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownOffer`].
        #[pallet::call_index(8)]
        pub fn cancel_offer(
            origin: OriginFor<T>,
            offer: OfferId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_cancel_offer(offer, document)
        }

        /// Freezes all that a member has of every instrument, citing the decision's document: it splits, merges and
        /// offers nothing, withdraws no offer, and nobody takes one. Orders and others' claims go on.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::NotMember`], [`Error::AlreadyFrozen`].
        #[pallet::call_index(9)]
        pub fn freeze_owner(origin: OriginFor<T>, owner: OrgId, document: H256) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_freeze_owner(owner, document)
        }

        /// Lifts the order that froze an owner, named by its document, citing the decision's own.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::OwnerNotFrozen`], [`Error::OtherOrder`].
        #[pallet::call_index(10)]
        pub fn thaw_owner(
            origin: OriginFor<T>,
            owner: OrgId,
            frozen_by: H256,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_thaw_owner(owner, frozen_by, document)
        }
    }
}
