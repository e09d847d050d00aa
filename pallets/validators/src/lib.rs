//! # Validators
//!
//! Who makes blocks. An organisation runs at most one validator. What consensus knows it by is the organisation's
//! *keyless account*, for which its session keys are set; nothing but an organisation is ever in the set.
//!
//! ## Who may call what
//!
//! | call | council | organisation |
//! |---|---|---|
//! | `apply`, `withdraw`, `leave_set`, `rejoin_set` | | yes |
//! | `approve_validator`, `reject_application`, `remove_validator` | grave | |
//! | `set_session_blocks` | constitutional | |
//!
//! ## Where a validator stands
//!
//! ```text
//! apply --> Candidate --approved--> Approved --keys set, at a session's end--> Active
//!              |                     |  ^  ^                                    |  ^
//!              +-> rejected,         |  |  +--rejoined, once--+                 |  | standing back
//!                  withdrawn         |  |                     |                 v  | before it left
//!                                    |  +--approved anew--+   |               Leaving
//!                                    |                    |   |                 |
//!                                    +-> withdrawn,      Dropped <--silent------+
//!                                        removed <---------+                    |
//!                                                            gone <--any other--+
//! ```
//!
//! Who loses its standing, or votes for two things at once, is struck off if it is not in the set, and leaves if
//! it is.
//!
//! ## The set never becomes too small
//!
//! No change makes the set smaller than the minimum, and one that began smaller never becomes smaller at all. What
//! can be refused is refused: leaving, and the council's removal. What cannot (lost standing, equivocation) makes
//! the validator *leave*: it stays in the set until the first session's end at which enough others remain. Only
//! what the planned set lacks is said to have left it.
//!
//! ## Sessions
//!
//! At each session's end those approved come in whose keys are set; then those go that leave: equivocators,
//! removed ones, those without standing, those that want to, and at last those that made no block in a whole
//! session. The session that begins then still runs with the set that was planned before; the new one makes blocks
//! from the session after it. Sessions end at blocks whose number is divisible by their length.
//!
//! Validators take turns. A session with fewer blocks than validators has no turn for everybody: nobody is called
//! silent in it.
//!
//! ## Uptime
//!
//! The blocks that each validator made are kept per session for a while, and per month for ever.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod candidacy;
mod offences;
mod reading;
mod sessions;
mod set;
mod standing;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod types;
mod uptime;
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
    use frame_support::{
        pallet_prelude::*,
        traits::{EnsureOrigin, EnsureOriginWithArg, ValidatorRegistration, ValidatorSet},
    };
    use frame_system::pallet_prelude::*;
    use huangpu_primitives::{
        apis::Departure,
        calendar::Month,
        council::Decision,
        traits::{KeylessAccounts, OrgStanding},
        Millis, OrgId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;
    use sp_staking::SessionIndex;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: polkadot_sdk::frame_system::Config {
        /// The council, by as many seats as a decision of the kind takes.
        type CouncilOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, Decision>;

        /// Who may act in the scope `Validators`, and for which organisation.
        type OperatorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// The standing of organisations.
        type Standing: OrgStanding;

        /// Their keyless accounts.
        type Accounts: KeylessAccounts<Self::AccountId>;

        /// The sessions: who makes blocks in this one, and who has keys.
        type Sessions: ValidatorSet<Self::AccountId, ValidatorId = Self::AccountId>
            + ValidatorRegistration<Self::AccountId>;

        /// The chain's clock, in milliseconds.
        type Clock: frame_support::traits::Time<Moment = Millis>;

        /// No change makes the set smaller than this.
        #[pallet::constant]
        type MinValidators: Get<u32>;

        /// Most validators in the set, and most that wait to come in.
        #[pallet::constant]
        type MaxValidators: Get<u32>;

        /// For how many sessions the blocks of each are kept.
        #[pallet::constant]
        type UptimeSessions: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Sets the running session's validators for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
    }

    /// What the benchmarks need of the runtime.
    #[cfg(feature = "runtime-benchmarks")]
    pub trait BenchmarkHelper<AccountId> {
        /// Makes these the validators of the running session.
        fn set_session(validators: alloc::vec::Vec<AccountId>);
    }

    /// Whatever is known of an organisation's validator, in the set or not. Ids are ours, so a short hash will do,
    /// here and below.
    #[pallet::storage]
    pub type Validators<T> = StorageMap<_, Twox64Concat, OrgId, Validator>;

    /// The planned set, in the order in which they came in: one value, because each session's end needs all of it.
    #[pallet::storage]
    pub type PlannedSet<T: Config> =
        StorageValue<_, BoundedVec<Place, T::MaxValidators>, ValueQuery>;

    /// Who is approved and not in the set, in the order of approval.
    #[pallet::storage]
    pub type Approved<T: Config> = StorageValue<_, BoundedVec<OrgId, T::MaxValidators>, ValueQuery>;

    /// The blocks of a session.
    #[pallet::storage]
    pub type SessionBlocks<T> = StorageValue<_, u32, ValueQuery, ConstU32<DEFAULT_SESSION_BLOCKS>>;

    /// The blocks that each made in this session. A key each, because every block counts one of them.
    #[pallet::storage]
    pub type BlocksMade<T> = StorageMap<_, Twox64Concat, OrgId, u32, ValueQuery>;

    /// The blocks that each made in past sessions, while they are kept: one value per session, written once.
    #[pallet::storage]
    pub type SessionUptimes<T: Config> =
        StorageMap<_, Twox64Concat, SessionIndex, BoundedVec<(OrgId, u32), T::MaxValidators>>;

    /// What each did in the sessions that ended in a month, for ever.
    #[pallet::storage]
    pub type MonthUptimes<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Twox64Concat, Month, MonthUptime, ValueQuery>;

    /// The set at genesis is that of the session pallet, which has to be built before.
    #[pallet::genesis_config]
    pub struct GenesisConfig<T: Config> {
        /// The blocks of a session.
        pub session_blocks: u32,
        #[serde(skip)]
        #[doc(hidden)]
        pub _config: core::marker::PhantomData<T>,
    }

    impl<T: Config> Default for GenesisConfig<T> {
        fn default() -> Self {
            Self { session_blocks: DEFAULT_SESSION_BLOCKS, _config: Default::default() }
        }
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            let blocks = self.session_blocks;
            assert!(is_session_length(blocks), "{blocks} blocks at genesis are no session");
            SessionBlocks::<T>::put(blocks);
            for account in T::Sessions::validators() {
                Pallet::<T>::admit_at_genesis(&account)
                    .unwrap_or_else(|e| panic!("validator {account:?} at genesis: {e}"));
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An organisation wants to run a validator.
        #[codec(index = 0)]
        ValidatorApplied {
            /// The organisation.
            org: OrgId,
        },
        /// The council approved a validator: it comes in at the next session's end at which its keys are set and
        /// there is room.
        #[codec(index = 1)]
        ValidatorApproved {
            /// The organisation.
            org: OrgId,
        },
        /// The council rejected an application.
        #[codec(index = 2)]
        ApplicationRejected {
            /// The organisation.
            org: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// A validator that was not in the set was struck off: a candidate, an approved or a dropped one.
        #[codec(index = 3)]
        ValidatorStruckOff {
            /// The organisation.
            org: OrgId,
            /// Why.
            why: Departure,
        },
        /// A dropped validator comes back, as if it were approved.
        #[codec(index = 4)]
        ValidatorRejoined {
            /// The organisation.
            org: OrgId,
        },
        /// The planned set has the validator: it makes blocks from the session after the one that begins.
        #[codec(index = 5)]
        ValidatorJoined {
            /// The organisation.
            org: OrgId,
        },
        /// A validator is to leave the set, in which it is until enough others remain.
        #[codec(index = 6)]
        ValidatorLeaving {
            /// The organisation.
            org: OrgId,
            /// Why.
            why: Departure,
        },
        /// A validator that was to leave stays: its organisation is in good standing again.
        #[codec(index = 7)]
        ValidatorStayed {
            /// The organisation.
            org: OrgId,
        },
        /// The planned set lacks the validator: the session that begins is its last.
        #[codec(index = 8)]
        ValidatorLeft {
            /// The organisation.
            org: OrgId,
            /// Why.
            why: Departure,
        },
        /// The council's decision behind the removal before it.
        #[codec(index = 9)]
        RemovalDecided {
            /// The organisation.
            org: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// A validator made no block in a whole session.
        #[codec(index = 10)]
        ValidatorSilent {
            /// The organisation.
            org: OrgId,
            /// The session.
            session: SessionIndex,
        },
        /// Sessions have another length.
        #[codec(index = 11)]
        SessionBlocksSet {
            /// The blocks of a session.
            blocks: u32,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// The organisation has no validator, and has not applied for one.
        UnknownValidator,
        /// The organisation has applied already, or has a validator.
        AppliedAlready,
        /// The organisation is not active: only members in good standing run validators.
        OrganisationNotActive,
        /// The council has decided on this application already: what is approved can be removed.
        NotACandidate,
        /// The council has not decided on this application: reject it instead of removing the validator.
        StillACandidate,
        /// The validator is approved already, or in the set.
        ApprovedAlready,
        /// As many validators wait to come in as may: one has to come in, withdraw or be removed first.
        TooManyApproved,
        /// The validator is in the set: leave the set instead of withdrawing.
        InTheSet,
        /// The validator is not in the set: withdraw instead of leaving.
        NotInTheSet,
        /// The validator is leaving the set already: it goes as soon as enough others remain.
        LeavingAlready,
        /// Without this validator the set would be too small: another one has to come in first.
        TooFewValidators,
        /// The validator was not dropped: there is nothing to come back from.
        NotDropped,
        /// The validator came back by itself once already: now the council has to approve it again.
        RejoinedBefore,
        /// A session has at least 2 blocks, and at most 86,400.
        InvalidSessionBlocks,
        /// Sessions have this many blocks already.
        SessionBlocksUnchanged,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        /// Accounts for [`note_author`](Pallet::note_author), which whoever calls it does not. What a session's
        /// end does needs no accounting: the session pallet charges the whole block for it.
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            T::WeightInfo::note_author()
        }

        fn integrity_test() {
            let (min, max) = (T::MinValidators::get(), T::MaxValidators::get());
            assert!(min >= 1, "a set without validators makes no blocks");
            // In a set that is full and may not shrink nobody could be replaced.
            assert!(min < max, "the set has no room above its minimum");
            assert!(T::UptimeSessions::get() >= 1, "uptime is kept for one session at least");
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight = T::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Applies for the caller's organisation to run a validator.
        ///
        /// ## Dispatch origin
        /// An active organisation, in the scope `Validators`.
        ///
        /// ## Errors
        /// [`Error::OrganisationNotActive`], [`Error::AppliedAlready`].
        #[pallet::call_index(0)]
        pub fn apply(origin: OriginFor<T>) -> DispatchResult {
            let org = T::OperatorOrigin::ensure_origin(origin)?;
            Self::do_apply(org)
        }

        /// Strikes the caller's validator off, while it is not in the set: a candidate, an approved or a dropped
        /// one.
        ///
        /// ## Dispatch origin
        /// The organisation, in the scope `Validators`.
        ///
        /// ## Errors
        /// [`Error::UnknownValidator`], [`Error::InTheSet`].
        #[pallet::call_index(1)]
        pub fn withdraw(origin: OriginFor<T>) -> DispatchResult {
            let org = T::OperatorOrigin::ensure_origin(origin)?;
            Self::do_withdraw(org)
        }

        /// Approves a candidate, or a dropped validator, which may then come back by itself once more. It comes
        /// into the set at the next session's end at which its keys are set and there is room.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownValidator`], [`Error::ApprovedAlready`], [`Error::OrganisationNotActive`],
        /// [`Error::TooManyApproved`].
        #[pallet::call_index(2)]
        pub fn approve_validator(origin: OriginFor<T>, org: OrgId) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_approve(org)
        }

        /// Rejects an application, citing the decision's document. The organisation may apply again.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownValidator`], [`Error::NotACandidate`].
        #[pallet::call_index(3)]
        pub fn reject_application(
            origin: OriginFor<T>,
            org: OrgId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_reject(org, document)
        }

        /// Lets the caller's validator leave the set, at the next session's end at which enough others remain.
        ///
        /// ## Dispatch origin
        /// The organisation, in the scope `Validators`.
        ///
        /// ## Errors
        /// [`Error::UnknownValidator`], [`Error::NotInTheSet`], [`Error::LeavingAlready`],
        /// [`Error::TooFewValidators`].
        #[pallet::call_index(4)]
        pub fn leave_set(origin: OriginFor<T>) -> DispatchResult {
            let org = T::OperatorOrigin::ensure_origin(origin)?;
            Self::do_leave(org)
        }

        /// Removes a validator, citing the decision's document: one in the set leaves it at the next session's end
        /// at which enough others remain; an approved or dropped one is struck off at once.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownValidator`], [`Error::StillACandidate`], [`Error::LeavingAlready`],
        /// [`Error::TooFewValidators`].
        #[pallet::call_index(5)]
        pub fn remove_validator(
            origin: OriginFor<T>,
            org: OrgId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_remove(org, document)
        }

        /// Brings the caller's dropped validator back, as if it were approved. Once: after that the council
        /// approves it again.
        ///
        /// ## Dispatch origin
        /// An active organisation, in the scope `Validators`.
        ///
        /// ## Errors
        /// [`Error::UnknownValidator`], [`Error::NotDropped`], [`Error::RejoinedBefore`],
        /// [`Error::OrganisationNotActive`], [`Error::TooManyApproved`].
        #[pallet::call_index(6)]
        pub fn rejoin_set(origin: OriginFor<T>) -> DispatchResult {
            let org = T::OperatorOrigin::ensure_origin(origin)?;
            Self::do_rejoin(org)
        }

        /// Sets the blocks of a session, from [`MIN_SESSION_BLOCKS`] to [`MAX_SESSION_BLOCKS`]. The running
        /// session ends at the next block whose number the new length divides, so it alone may have another one.
        ///
        /// ## Dispatch origin
        /// The council; a constitutional decision.
        ///
        /// ## Errors
        /// [`Error::InvalidSessionBlocks`], [`Error::SessionBlocksUnchanged`].
        #[pallet::call_index(7)]
        pub fn set_session_blocks(origin: OriginFor<T>, blocks: u32) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Constitutional)?;
            Self::do_set_session_blocks(blocks)
        }
    }
}
