//! # Instruments
//!
//! What the law allows. A *class* of instruments (allowances, credits, receivable certificates, warehouse receipts,
//! deposit money) is issued and traded only under an *authority* that the council recorded: the hash of a permit,
//! the legal register that it is for, and its last day. The *mode* says what the ledger is for that class.
//!
//! ## Who may call what
//!
//! | call | council |
//! |---|---|
//! | `record_authority`, `close_class` | by a [grave decision](huangpu_primitives::council::Decision::Grave) |
//!
//! ## When a class is open
//!
//! ```text
//! off --recorded--> open --closed, or its last day over--> off
//!                    |  ^
//!                    +--+ recorded anew: another permit, or a later last day
//! ```
//!
//! A class is open in one of three modes: *register*, where the ledger is the lawful record; *mirror*, where another
//! register is, and this one follows it; *simulation*, where nothing has any value outside the ledger. The first two
//! take a permit. A class changes its mode only while nothing of it is outstanding: what was issued as a simulation
//! never becomes money.
//!
//! ## What other pallets ask
//!
//! Whoever issues or trades asks [`InstrumentGate`](huangpu_primitives::traits::InstrumentGate), which reads one
//! record and the clock, and keeps the authority's id with what it issues. Whoever redeems, retires, surrenders or settles does not
//! ask: when an authority ends, nobody is stuck with what they hold. Days are compared where they matter; nothing
//! waits for a queue.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod authorities;
mod gate;
mod reading;
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
        instruments::{InstrumentClass, Mode},
        traits::Outstanding,
        AuthorityId, Millis,
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

        /// What is outstanding of each class, in the pallets that issue.
        type Outstanding: Outstanding;

        /// The chain's clock, in milliseconds.
        type Clock: frame_support::traits::Time<Moment = Millis>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    /// The id given last.
    #[pallet::storage]
    pub type LastAuthority<T> = StorageValue<_, AuthorityId, ValueQuery>;

    /// All authorities that were ever recorded. Ids are ours, so a short hash will do.
    #[pallet::storage]
    pub type Authorities<T> = StorageMap<_, Twox64Concat, AuthorityId, Authority>;

    /// Each class's authority, and until when it is open: the one record that issuing and trading read.
    #[pallet::storage]
    pub type Gates<T> = StorageMap<_, Twox64Concat, InstrumentClass, Gate>;

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The classes that the chain simulates from its beginning. Any other mode takes the council.
        pub simulated: Vec<InstrumentClass>,
        #[serde(skip)]
        #[doc(hidden)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for class in &self.simulated {
                Pallet::<T>::simulate_from_genesis(*class)
                    .unwrap_or_else(|e| panic!("{class:?} at genesis: {e:?}"));
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A class may be issued and traded under an authority.
        AuthorityRecorded {
            /// The class.
            class: InstrumentClass,
            /// The authority.
            authority: AuthorityId,
            /// As what the ledger carries it.
            mode: Mode,
            /// The authority's last day.
            until: Day,
        },
        /// A class may no longer be issued and traded.
        ClassClosed {
            /// The class.
            class: InstrumentClass,
            /// The authority that ended.
            authority: AuthorityId,
            /// Hash of the decision.
            document: H256,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// The council has recorded no authority for this class of instruments, or has closed it.
        ClassNotOpen,
        /// The authority for this class of instruments is over: the council has to record a new one.
        AuthorityOver,
        /// A register or mirror takes a permit: the hash of its document, which is not all zeros.
        PermitMissing,
        /// The name of the legal register is blank or not UTF-8.
        InvalidRegister,
        /// The authority's last day lies in the past.
        InvalidTerm,
        /// The class is open under this very authority.
        AuthorityUnchanged,
        /// The mode changes only while nothing of the class is outstanding.
        StillOutstanding,
        /// The ids are used up.
        TooManyAuthorities,
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
        /// Opens a class of instruments under an authority, through a last day ([`Day::NEVER`] where it has none).
        /// An authority recorded before ends with it.
        ///
        /// ## Dispatch origin
        /// The council.
        ///
        /// ## Errors
        /// [`Error::PermitMissing`], [`Error::InvalidRegister`], [`Error::InvalidTerm`],
        /// [`Error::AuthorityUnchanged`], [`Error::StillOutstanding`], [`Error::TooManyAuthorities`].
        #[pallet::call_index(0)]
        pub fn record_authority(
            origin: OriginFor<T>,
            class: InstrumentClass,
            mode: Mode,
            permit: Option<Permit>,
            until: Day,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_record(class, mode, permit, until)
        }

        /// Closes a class of instruments, citing the decision's document: nothing of it is issued or traded any
        /// more; what is outstanding can be redeemed, retired, surrendered and settled.
        ///
        /// ## Dispatch origin
        /// The council.
        ///
        /// ## Errors
        /// [`Error::ClassNotOpen`], [`Error::AuthorityOver`].
        #[pallet::call_index(1)]
        pub fn close_class(
            origin: OriginFor<T>,
            class: InstrumentClass,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_close(class, document)
        }
    }
}
