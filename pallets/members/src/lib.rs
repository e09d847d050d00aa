//! # Members
//!
//! Who may act, for whom, and how much. An *organisation* of the consortium has a *controller* account and
//! *delegates* with powers per scope. What it owns belongs to one keyless account derived from its id; from it
//! acts whoever has the power to, alone or by two. Every transaction is charged to its organisation's *quota*.
//!
//! ## Who may call what
//!
//! | call | council | controller | delegate |
//! |---|---|---|---|
//! | `sponsor`, `withdraw_application` | | yes | `Membership` |
//! | `approve_application`, `reject_application`, `renew` | ordinary | | |
//! | `set_tier`, `set_profile`, `close_organisation` | ordinary | | |
//! | `set_standing`, `force_change_controller` | grave | | |
//! | `set_seat` | constitutional | | |
//! | `change_controller`, `resign` | | yes | |
//! | `add_delegate`, `set_delegation`, `remove_delegate` | | yes | `Membership` |
//! | `rotate_key` | | yes | yes |
//! | `leave` | | | yes |
//! | `act_as` | | yes | a power in the call's scope, or a mandate |
//! | `approve_act` | | yes | the power to approve in the call's scope |
//! | `cancel_act` | | yes | who prepared it, or may approve it |
//! | `grant_mandate`, `revoke_mandate` | | yes | `Membership` |
//! | `declare_interest`, `end_interest` | | yes | `Membership` |
//!
//! How many seats of the council a decision takes depends on its
//! [kind](huangpu_primitives::council::Decision).
//!
//! ## Admission and standing
//!
//! ```text
//! sponsored --approved--> Active <---> Suspended        wind-down: Suspended, Lapsed, Expelled
//!     |                    |  ^           |             (pays, delivers, returns; opens nothing new)
//!     +-> rejected,        |  | renewed   |
//!         withdrawn,       v  |           |
//!         expired        Lapsed <---------+  (term over, or resigned)
//!                          |              |
//!                          +--> Expelled <+
//!                                  |
//!            Lapsed, Expelled -----+--closed, once nothing is held--> Closed   (for good; the company may be
//!                                                                               sponsored again, with a new id)
//! ```
//!
//! ## Delegates
//!
//! In a scope a delegate may *prepare* acts, which wait for a second one, or *approve*: then it acts alone, up to
//! its limits per act and day, and approves what others prepared. Above a limit its own act waits, too.
//!
//! ## Quota
//!
//! A bucket of execution time and bytes per organisation, refilled a bit per block; see [`ChargeQuota`].
//!
//! ## Accounts
//!
//! An account acts for exactly one organisation. It gets a provider reference when it is first bound and keeps it
//! for ever: taking it back would reset its nonce, and old transactions could be replayed.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod accounts;
mod acting;
mod admission;
pub mod bucket;
mod council;
mod delegates;
mod expiry;
pub mod extensions;
mod interests;
mod mandates;
pub mod migrations;
pub mod origins;
mod policy;
mod reading;
mod standing;
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

pub use extensions::{ChargeQuota, CheckMembership, CheckNonce};
pub use origins::{EnsureMember, EnsureRole, EnsureWindingDown};
pub use pallet::*;
pub use policy::{CallPolicy, Need};
pub use types::*;
pub use weights::WeightInfo;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
    use super::*;
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::{
        dispatch::{GetDispatchInfo, PostDispatchInfo},
        pallet_prelude::*,
        traits::EnsureOriginWithArg,
        weights::WeightMeter,
        PalletId,
    };
    use frame_system::pallet_prelude::*;
    use huangpu_primitives::{
        apis::Standing,
        calendar::Day,
        council::Decision,
        identifiers::Identifier,
        members::{InterestKind, Tier},
        roles::Scope,
        traits::{Holdings, OnStanding},
        Millis, OrgId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;
    use sp_runtime::traits::{Convert, Dispatchable};

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: polkadot_sdk::frame_system::Config {
        /// The runtime's call, as `act_as` takes it.
        type RuntimeCall: Parameter
            + Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
            + GetDispatchInfo
            + From<frame_system::Call<Self>>
            + IsType<<Self as frame_system::Config>::RuntimeCall>;

        /// The council, by as many seats as a decision of the kind takes.
        type CouncilOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, Decision>;

        /// What the pallet must know of the runtime's calls.
        type Calls: CallPolicy<<Self as Config>::RuntimeCall, Self::AccountId>;

        /// What the tiers of quota are worth.
        type Rates: Convert<Tier, Rate>;

        /// What organisations hold in other pallets.
        type Holdings: Holdings;

        /// Who wants to know of changes of standing.
        type OnStanding: OnStanding;

        /// The chain's clock, in milliseconds.
        type Clock: frame_support::traits::Time<Moment = Millis>;

        /// What the keyless accounts are derived from.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// Most delegates an organisation has.
        #[pallet::constant]
        type MaxDelegates: Get<u32>;

        /// Most memberships and applications that end on one day; acts are bounded per organisation.
        #[pallet::constant]
        type MaxEndings: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;

        /// Sets the clock for benchmarks.
        #[cfg(feature = "runtime-benchmarks")]
        type BenchmarkHelper: BenchmarkHelper;
    }

    /// What the benchmarks need of the runtime.
    #[cfg(feature = "runtime-benchmarks")]
    pub trait BenchmarkHelper {
        /// Sets the chain's clock.
        fn set_clock(now: Millis);
    }

    /// The id given last.
    #[pallet::storage]
    pub type LastOrganisation<T> = StorageValue<_, OrgId, ValueQuery>;

    /// The organisations. Ids are ours, so a short hash will do, here and below.
    #[pallet::storage]
    pub type Organisations<T: Config> =
        StorageMap<_, Twox64Concat, OrgId, Organisation<T::AccountId>>;

    /// Standing and quota: the one record that every transaction reads, and writes.
    #[pallet::storage]
    pub type Accesses<T> = StorageMap<_, Twox64Concat, OrgId, Access>;

    /// The member with a legal identifier. Identifiers are chosen by users: the hash must not be steerable.
    #[pallet::storage]
    pub type Identifiers<T> = StorageMap<_, Blake2_128Concat, Identifier, OrgId>;

    /// Proposed members.
    #[pallet::storage]
    pub type Applications<T: Config> =
        StorageMap<_, Blake2_128Concat, Identifier, Application<T::AccountId>>;

    /// For whom an account acts. Accounts are chosen by users, too.
    #[pallet::storage]
    pub type Accounts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Membership>;

    /// The delegates of an organisation, for listing them.
    #[pallet::storage]
    pub type Delegates<T: Config> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, T::AccountId, ()>;

    /// The limits of delegates, apart from their powers: only acts with a limit read them.
    #[pallet::storage]
    pub type LimitsOf<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, Scope, LimitUse>;

    /// The acts of an organisation that wait for a second delegate.
    #[pallet::storage]
    pub type Acts<T: Config> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Twox64Concat, ActId, Act<T::AccountId>>;

    /// What merchants (first) let platforms (second) do for them.
    #[pallet::storage]
    pub type Mandates<T> = StorageDoubleMap<_, Twox64Concat, OrgId, Twox64Concat, OrgId, Mandate>;

    /// The merchants (second) that a platform (first) has a mandate of.
    #[pallet::storage]
    pub type MandatesHeld<T> = StorageDoubleMap<_, Twox64Concat, OrgId, Twox64Concat, OrgId, ()>;

    /// The interests that organisations (first) declared in others (second).
    #[pallet::storage]
    pub type Interests<T> = StorageDoubleMap<_, Twox64Concat, OrgId, Twox64Concat, OrgId, Interest>;

    /// The organisations with a seat in the council.
    #[pallet::storage]
    pub type Seats<T> = StorageMap<_, Twox64Concat, OrgId, ()>;

    /// How many of them are active.
    #[pallet::storage]
    pub type ActiveSeats<T> = StorageValue<_, u32, ValueQuery>;

    /// What ends after a day, one key per ending. Some are named by identifiers, which users choose.
    #[pallet::storage]
    pub type Endings<T> = StorageDoubleMap<_, Twox64Concat, Day, Blake2_128Concat, Ending, ()>;

    /// How many endings a day's bucket holds, acts not counted.
    #[pallet::storage]
    pub type EndingsOn<T> = StorageMap<_, Twox64Concat, Day, u32, ValueQuery>;

    /// The day whose bucket is being worked off.
    #[pallet::storage]
    pub type EndingDay<T> = StorageValue<_, Day>;

    /// The block in which governance calls were last free, and how many were.
    #[pallet::storage]
    pub type Exemptions<T> = StorageValue<_, (u32, u32), ValueQuery>;

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// The founding organisations; they get the ids 1, 2, 3 and so on.
        pub organisations: Vec<GenesisOrganisation<T::AccountId>>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for organisation in &self.organisations {
                Pallet::<T>::admit_at_genesis(organisation)
                    .unwrap_or_else(|e| panic!("genesis organisation {organisation:?}: {e:?}"));
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An organisation joined the consortium.
        OrganisationAdmitted {
            /// Its id.
            org: OrgId,
            /// The account that decides for it.
            controller: T::AccountId,
            /// The member that proposed it.
            sponsor: Option<OrgId>,
            /// The last day of its membership.
            until: Day,
        },
        /// An organisation's standing changed.
        StandingChanged {
            /// The organisation.
            org: OrgId,
            /// Before.
            from: Standing,
            /// Now.
            to: Standing,
        },
        /// An account may now act for an organisation.
        DelegateAdded {
            /// The organisation.
            org: OrgId,
            /// The account.
            delegate: T::AccountId,
        },
        /// A delegate's powers and limits were set anew.
        DelegationSet {
            /// The organisation.
            org: OrgId,
            /// The account.
            delegate: T::AccountId,
        },
        /// An account may no longer act for an organisation.
        DelegateRemoved {
            /// The organisation.
            org: OrgId,
            /// The account.
            delegate: T::AccountId,
        },
        /// Another account decides for the organisation.
        ControllerChanged {
            /// The organisation.
            org: OrgId,
            /// Before.
            from: T::AccountId,
            /// Now.
            to: T::AccountId,
        },
        /// A call was made from the organisation's keyless account.
        ActedAs {
            /// The organisation.
            org: OrgId,
            /// The account that made it do so.
            by: T::AccountId,
            /// The act that it approved.
            act: Option<ActId>,
        },
        /// A member proposed another.
        MemberSponsored {
            /// The member.
            sponsor: OrgId,
            /// Who is proposed.
            identifier: Identifier,
        },
        /// The same proposal was made before.
        AlreadySponsored {
            /// Who is proposed.
            identifier: Identifier,
        },
        /// The sponsor took a proposal back.
        ApplicationWithdrawn {
            /// Who was proposed.
            identifier: Identifier,
        },
        /// The council rejected a proposal.
        ApplicationRejected {
            /// Who was proposed.
            identifier: Identifier,
            /// Hash of the decision.
            document: H256,
        },
        /// The council did not decide on a proposal in time.
        ApplicationExpired {
            /// Who was proposed.
            identifier: Identifier,
        },
        /// The council's decision behind the change of standing before it.
        StandingDecided {
            /// The organisation.
            org: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// A membership was prolonged.
        MembershipRenewed {
            /// The organisation.
            org: OrgId,
            /// Its last day.
            until: Day,
        },
        /// An organisation left of itself.
        MembershipResigned {
            /// The organisation.
            org: OrgId,
        },
        /// A membership would have ended, but nobody else sits in the council.
        LapseDeferred {
            /// The organisation.
            org: OrgId,
            /// Its last day now.
            until: Day,
        },
        /// An organisation's quota was set.
        TierSet {
            /// The organisation.
            org: OrgId,
            /// Its tier.
            tier: Tier,
        },
        /// The council corrected who an organisation is.
        ProfileSet {
            /// The organisation.
            org: OrgId,
        },
        /// Another account stands in a delegate's place.
        KeyRotated {
            /// The organisation.
            org: OrgId,
            /// Before.
            from: T::AccountId,
            /// Now.
            to: T::AccountId,
        },
        /// A call waits for a second delegate.
        ActPrepared {
            /// The organisation.
            org: OrgId,
            /// The act.
            act: ActId,
            /// Who prepared it.
            by: T::AccountId,
            /// Hash of the encoded call (BLAKE2b-256).
            hash: H256,
            /// The last day on which it can be approved.
            until: Day,
        },
        /// A prepared call was given up.
        ActCancelled {
            /// The organisation.
            org: OrgId,
            /// The act.
            act: ActId,
            /// By whom.
            by: T::AccountId,
        },
        /// Nobody approved a prepared call in time.
        ActExpired {
            /// The organisation.
            org: OrgId,
            /// The act.
            act: ActId,
        },
        /// A platform may act for a merchant.
        MandateGranted {
            /// The merchant.
            merchant: OrgId,
            /// The platform.
            platform: OrgId,
        },
        /// A platform may no longer act for a merchant.
        MandateRevoked {
            /// The merchant.
            merchant: OrgId,
            /// The platform.
            platform: OrgId,
        },
        /// An organisation declared an interest in another.
        InterestDeclared {
            /// The organisation.
            org: OrgId,
            /// The other.
            with: OrgId,
            /// What it consists in.
            kind: InterestKind,
        },
        /// A declared interest ended; it counts for two years more.
        InterestEnded {
            /// The organisation.
            org: OrgId,
            /// The other.
            with: OrgId,
        },
        /// An ended interest counts no more.
        InterestRemoved {
            /// The organisation.
            org: OrgId,
            /// The other.
            with: OrgId,
        },
        /// An organisation took or left a seat in the council.
        SeatSet {
            /// The organisation.
            org: OrgId,
            /// Whether it has one now.
            seated: bool,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// No organisation has this id.
        UnknownOrganisation,
        /// The organisation is closed: nothing changes it any more.
        OrganisationClosed,
        /// The organisation has this standing already.
        StandingUnchanged,
        /// The name is blank or not UTF-8.
        InvalidName,
        /// An organisation needs at least one role.
        NoRoles,
        /// The account acts for an organisation already, or is one's keyless account.
        AccountTaken,
        /// The account is no delegate of this organisation.
        NotADelegate,
        /// A delegate or a mandate needs at least one scope.
        NoScopes,
        /// The organisation has the most delegates it may have.
        TooManyDelegates,
        /// Only the organisation's controller may do this.
        NotTheController,
        /// The account is not of this organisation, and has no mandate of it.
        NotOfThisOrganisation,
        /// The account's powers do not cover this.
        ScopeMissing,
        /// Nobody hands out powers beyond their own; nobody but the organisation manages its delegates.
        ScopesExceedOwn,
        /// This call is not made for an organisation: send it directly, from the account itself.
        CallNotAllowed,
        /// The ids are used up.
        TooManyOrganisations,
        /// The organisation is not active: in wind-down it opens nothing new.
        OrganisationNotActive,
        /// An identifier's form or check character is wrong.
        InvalidIdentifier,
        /// An organisation with this identifier is a member.
        AlreadyMember,
        /// Something else is proposed for this identifier, or by another sponsor.
        ApplicationExists,
        /// Nobody sponsors itself or a company of its own control group.
        SelfSponsored,
        /// The sponsor has the most open proposals it may have.
        TooManyApplications,
        /// Nothing is proposed for this identifier: a member of the consortium sponsors first.
        UnknownApplication,
        /// The proposal's time is over: sponsor it again.
        ApplicationExpired,
        /// Only the sponsor withdraws a proposal.
        NotTheSponsor,
        /// The last day lies in the past, or is the one on record already, or too far ahead: a membership runs for at
        /// most 1 098 days from today, and whoever gives powers gives them until its own last day at most.
        InvalidTerm,
        /// As much ends on that day as can: choose another one.
        ExpiryQueueFull,
        /// The organisation's standing does not allow this: an expelled one is neither reinstated nor renewed, and
        /// only a lapsed or expelled one is closed.
        StandingImpossible,
        /// Nobody else in the council could act: seat another organisation first.
        LastCouncilMember,
        /// The organisation has a seat already, or has none.
        SeatUnchanged,
        /// The organisation has this tier already.
        TierUnchanged,
        /// The organisation still holds something: wind it down first.
        StillHolds,
        /// The delegate's last day is over.
        DelegationEnded,
        /// A limit is for a scope that may be approved, once, not for `Membership`, and a day's is no less than an act's.
        InvalidLimit,
        /// No such act waits for approval.
        UnknownAct,
        /// Whoever prepared an act does not approve it.
        OwnAct,
        /// The act is another one than the hash says.
        OtherAct,
        /// The act's time is over: prepare it again.
        ActExpired,
        /// The act's call no longer means anything to the runtime: prepare it again.
        ActOutdated,
        /// The call is too long to wait.
        ActTooLong,
        /// The call weighs more than was allowed for.
        ActTooHeavy,
        /// The organisation has the most waiting acts it may have.
        TooManyActs,
        /// Whoever prepared the act may no longer do so.
        PreparerGone,
        /// An organisation needs no mandate of itself.
        OwnMandate,
        /// The organisation is no active platform.
        NotAPlatform,
        /// A fee is at most 10 000 basis points.
        InvalidFee,
        /// The organisation has granted the most mandates it may.
        TooManyMandates,
        /// There is no such mandate.
        UnknownMandate,
        /// An organisation's interest in itself needs no declaration.
        OwnInterest,
        /// This interest is declared already.
        InterestDeclared,
        /// This interest is not declared.
        UnknownInterest,
        /// The interest ended less than two years ago.
        InterestStillCounts,
        /// The organisation has declared the most interests it may.
        TooManyInterests,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(remaining);
            Self::end_what_is_due(&mut meter);
            meter.consumed()
        }

        fn integrity_test() {
            for tier in Tier::ALL {
                let rate = T::Rates::convert(tier);
                assert!(
                    rate.time > 0 && rate.bytes > 0 && rate.depth > 0,
                    "{tier:?} is worth nothing"
                );
            }
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    // Calls of controllers and delegates also answer `NotOfThisOrganisation`, `DelegationEnded`,
    // `OrganisationNotActive` and `ScopeMissing`, where their origin is at fault; the council's, `BadOrigin`.
    //
    // Call 0 was `admit_organisation`, call 3 `set_scopes`; their numbers are not used again.
    #[pallet::call(weight = T::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Suspends, reinstates or expels an organisation, citing the decision's document. It bites at once, in
        /// the pool and everywhere: what it may still do is wind down.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::StandingUnchanged`], [`Error::StandingImpossible`],
        /// [`Error::LastCouncilMember`].
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::set_standing().saturating_add(T::OnStanding::weight()))]
        pub fn set_standing(
            origin: OriginFor<T>,
            org: OrgId,
            standing: Standing,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_set_standing(org, standing, document)
        }

        /// Lets an account act for the caller's organisation, with powers that do not exceed the caller's.
        ///
        /// ## Errors
        /// [`Error::AccountTaken`], [`Error::NoScopes`], [`Error::ScopesExceedOwn`],
        /// [`Error::InvalidTerm`], [`Error::InvalidLimit`], [`Error::TooManyDelegates`].
        #[pallet::call_index(2)]
        pub fn add_delegate(
            origin: OriginFor<T>,
            delegate: T::AccountId,
            delegation: Delegation,
        ) -> DispatchResult {
            let Membership { org, authority } = Self::ensure_manager(origin)?;
            Self::ensure_may_grant(&authority, &delegation)?;
            Self::do_add_delegate(org, delegate, delegation)
        }

        /// Sets a delegate's powers and limits anew. What was used today of a limit that stays counts on.
        ///
        /// ## Errors
        /// As [`add_delegate`](Self::add_delegate), and [`Error::NotADelegate`].
        #[pallet::call_index(8)]
        pub fn set_delegation(
            origin: OriginFor<T>,
            delegate: T::AccountId,
            delegation: Delegation,
        ) -> DispatchResult {
            let Membership { org, authority } = Self::ensure_manager(origin)?;
            Self::ensure_may_grant(&authority, &delegation)?;
            Self::do_set_delegation(org, &authority, delegate, delegation)
        }

        /// Ends a delegation. Also in wind-down.
        ///
        /// ## Errors
        /// [`Error::NotADelegate`], [`Error::ScopesExceedOwn`].
        #[pallet::call_index(4)]
        pub fn remove_delegate(origin: OriginFor<T>, delegate: T::AccountId) -> DispatchResult {
            let Membership { org, authority } = Self::ensure_manager_of_any(origin)?;
            Self::do_remove_delegate(org, &authority, delegate)
        }

        /// Hands the organisation over to another account, which may be one of its delegates. Also in wind-down.
        ///
        /// ## Errors
        /// [`Error::NotTheController`], [`Error::AccountTaken`].
        #[pallet::call_index(5)]
        pub fn change_controller(origin: OriginFor<T>, controller: T::AccountId) -> DispatchResult {
            let org = Self::ensure_controller(origin)?;
            Self::do_change_controller(org, controller)
        }

        /// Hands an organisation whose controller's key is lost over to another account.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::OrganisationClosed`], [`Error::AccountTaken`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::change_controller())]
        pub fn force_change_controller(
            origin: OriginFor<T>,
            org: OrgId,
            controller: T::AccountId,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_change_controller(org, controller)
        }

        /// Makes a call from an organisation's keyless account. A call above the caller's limit, or in a scope
        /// where it only prepares, waits for a second delegate instead, for two weeks.
        ///
        /// ## Errors
        /// [`Error::NotOfThisOrganisation`], [`Error::UnknownOrganisation`],
        /// [`Error::OrganisationNotActive`], [`Error::CallNotAllowed`], [`Error::ScopeMissing`],
        /// [`Error::DelegationEnded`],
        /// [`Error::TooManyActs`], [`Error::ActTooLong`], and whatever the inner call answers.
        #[pallet::call_index(7)]
        #[pallet::weight({
            let inner = call.get_dispatch_info();
            (T::WeightInfo::act_as().saturating_add(inner.call_weight), inner.class)
        })]
        pub fn act_as(
            origin: OriginFor<T>,
            org: OrgId,
            call: Box<<T as Config>::RuntimeCall>,
        ) -> DispatchResultWithPostInfo {
            let by = ensure_signed(origin)?;
            Self::do_act_as(org, by, *call)
        }

        /// Makes a call that another delegate prepared. `hash` is that of the encoded call, so that nobody
        /// approves another one than they read; `most` is what it may weigh.
        ///
        /// ## Errors
        /// [`Error::UnknownAct`], [`Error::OwnAct`], [`Error::ActExpired`], [`Error::ScopeMissing`],
        /// [`Error::OtherAct`], [`Error::PreparerGone`], [`Error::ActOutdated`], [`Error::ActTooHeavy`],
        /// [`Error::OrganisationNotActive`], and whatever the inner call answers.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::approve_act().saturating_add(*most))]
        pub fn approve_act(
            origin: OriginFor<T>,
            act: ActId,
            hash: H256,
            most: Weight,
        ) -> DispatchResultWithPostInfo {
            Self::do_approve_act(origin, act, hash, most)
        }

        /// Gives a prepared call up.
        ///
        /// ## Errors
        /// [`Error::UnknownAct`], [`Error::ScopeMissing`].
        #[pallet::call_index(10)]
        pub fn cancel_act(origin: OriginFor<T>, act: ActId) -> DispatchResult {
            Self::do_cancel_act(origin, act)
        }

        /// Puts another account in the signer's place: same organisation, same powers, same limits. Acts that the
        /// old key prepared are not approved while it is away: it may have been stolen. Also in wind-down.
        ///
        /// ## Errors
        /// [`Error::NotOfThisOrganisation`], [`Error::DelegationEnded`], [`Error::AccountTaken`].
        #[pallet::call_index(11)]
        pub fn rotate_key(origin: OriginFor<T>, to: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_rotate_key(who, to)
        }

        /// Proposes a member. The same again is no error. The council has ninety days to decide.
        ///
        /// ## Errors
        /// [`Error::InvalidName`], [`Error::NoRoles`], [`Error::InvalidIdentifier`],
        /// [`Error::AlreadyMember`], [`Error::ApplicationExists`], [`Error::SelfSponsored`],
        /// [`Error::AccountTaken`], [`Error::TooManyApplications`], [`Error::ExpiryQueueFull`].
        #[pallet::call_index(12)]
        pub fn sponsor(
            origin: OriginFor<T>,
            identifier: Identifier,
            profile: Profile,
            controller: T::AccountId,
        ) -> DispatchResult {
            let Membership { org, .. } = Self::ensure_manager(origin)?;
            Self::do_sponsor(org, identifier, profile, controller)
        }

        /// Takes a proposal back.
        ///
        /// ## Errors
        /// [`Error::UnknownApplication`], [`Error::NotTheSponsor`].
        #[pallet::call_index(13)]
        pub fn withdraw_application(
            origin: OriginFor<T>,
            identifier: Identifier,
        ) -> DispatchResult {
            let Membership { org, .. } = Self::ensure_manager_of_any(origin)?;
            Self::do_withdraw_application(org, identifier)
        }

        /// Admits a proposed member, until a last day at most three years ahead.
        ///
        /// ## Errors
        /// [`Error::AlreadyMember`], [`Error::UnknownApplication`], [`Error::ApplicationExpired`],
        /// [`Error::InvalidTerm`], [`Error::OrganisationNotActive`] (the sponsor), [`Error::AccountTaken`],
        /// [`Error::ExpiryQueueFull`].
        #[pallet::call_index(14)]
        pub fn approve_application(
            origin: OriginFor<T>,
            identifier: Identifier,
            tier: Tier,
            until: Day,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Ordinary)?;
            Self::do_approve_application(identifier, tier, until)
        }

        /// Rejects a proposal, citing the decision's document.
        ///
        /// ## Errors
        /// [`Error::UnknownApplication`].
        #[pallet::call_index(15)]
        pub fn reject_application(
            origin: OriginFor<T>,
            identifier: Identifier,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Ordinary)?;
            Self::do_reject_application(identifier, document)
        }

        /// Sets the last day of a membership anew; a lapsed one is active again.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::StandingImpossible`], [`Error::InvalidTerm`],
        /// [`Error::ExpiryQueueFull`].
        #[pallet::call_index(16)]
        #[pallet::weight(T::WeightInfo::renew().saturating_add(T::OnStanding::weight()))]
        pub fn renew(origin: OriginFor<T>, org: OrgId, until: Day) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Ordinary)?;
            Self::do_renew(org, until)
        }

        /// Leaves the consortium: the membership lapses at once.
        ///
        /// ## Errors
        /// [`Error::NotTheController`], [`Error::OrganisationNotActive`], [`Error::LastCouncilMember`].
        #[pallet::call_index(17)]
        #[pallet::weight(T::WeightInfo::resign().saturating_add(T::OnStanding::weight()))]
        pub fn resign(origin: OriginFor<T>) -> DispatchResult {
            let org = Self::ensure_controller(origin)?;
            Self::do_resign(org)
        }

        /// Sets how much an organisation may use.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::OrganisationClosed`], [`Error::TierUnchanged`].
        #[pallet::call_index(18)]
        pub fn set_tier(origin: OriginFor<T>, org: OrgId, tier: Tier) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Ordinary)?;
            Self::do_set_tier(org, tier)
        }

        /// Corrects who an organisation is: another name, kind, control group or set of roles.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::OrganisationClosed`], [`Error::InvalidName`],
        /// [`Error::NoRoles`], [`Error::InvalidIdentifier`].
        #[pallet::call_index(19)]
        pub fn set_profile(origin: OriginFor<T>, org: OrgId, profile: Profile) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Ordinary)?;
            Self::do_set_profile(org, profile)
        }

        /// Gives an organisation a seat in the council, or takes it.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::SeatUnchanged`], [`Error::OrganisationNotActive`],
        /// [`Error::LastCouncilMember`].
        #[pallet::call_index(20)]
        #[pallet::weight(T::WeightInfo::set_seat().saturating_add(T::OnStanding::weight()))]
        pub fn set_seat(origin: OriginFor<T>, org: OrgId, seated: bool) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Constitutional)?;
            Self::do_set_seat(org, seated)
        }

        /// Closes a lapsed or expelled organisation that holds nothing any more: removes up to `limit` of its
        /// delegates, waiting acts and mandates, and when none is left, its controller and identifier. Call it
        /// again until it says `Closed`.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::StandingImpossible`], [`Error::StillHolds`].
        #[pallet::call_index(21)]
        #[pallet::weight(Pallet::<T>::weight_of_closing(*limit))]
        pub fn close_organisation(
            origin: OriginFor<T>,
            org: OrgId,
            limit: u32,
        ) -> DispatchResultWithPostInfo {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Ordinary)?;
            let removed = Self::do_close(org, limit)?;
            Ok(Some(Self::weight_of_closing(removed)).into())
        }

        /// Lets a platform act for the caller's organisation in scopes, for a stated fee. Granting it again
        /// replaces it.
        ///
        /// ## Errors
        /// [`Error::OwnMandate`], [`Error::NotAPlatform`], [`Error::NoScopes`],
        /// [`Error::ScopesExceedOwn`], [`Error::InvalidFee`], [`Error::InvalidTerm`],
        /// [`Error::TooManyMandates`].
        #[pallet::call_index(22)]
        pub fn grant_mandate(
            origin: OriginFor<T>,
            platform: OrgId,
            mandate: Mandate,
        ) -> DispatchResult {
            let Membership { org, authority } = Self::ensure_manager(origin)?;
            let own = accounts::among(&mandate.scopes, |scope| authority.covers(scope));
            ensure!(own, Error::<T>::ScopesExceedOwn);
            ensure!(authority.may_give_until(Some(mandate.until)), Error::<T>::InvalidTerm);
            Self::do_grant_mandate(org, platform, mandate)
        }

        /// Ends a mandate; its merchant or its platform does. Also in wind-down.
        ///
        /// ## Errors
        /// [`Error::UnknownMandate`].
        #[pallet::call_index(23)]
        pub fn revoke_mandate(
            origin: OriginFor<T>,
            merchant: OrgId,
            platform: OrgId,
        ) -> DispatchResult {
            let Membership { org, .. } = Self::ensure_manager_of_any(origin)?;
            Self::do_revoke_mandate(org, merchant, platform)
        }

        /// Declares an interest of the caller's organisation in another: neither verifies or judges the other.
        ///
        /// ## Errors
        /// [`Error::OwnInterest`], [`Error::UnknownOrganisation`], [`Error::InterestDeclared`],
        /// [`Error::TooManyInterests`].
        #[pallet::call_index(24)]
        pub fn declare_interest(
            origin: OriginFor<T>,
            with: OrgId,
            kind: InterestKind,
        ) -> DispatchResult {
            let Membership { org, .. } = Self::ensure_manager(origin)?;
            Self::do_declare_interest(org, with, kind)
        }

        /// Ends the signer's own delegation: its account is free to act for another organisation. Also in wind-down.
        ///
        /// ## Errors
        /// [`Error::NotADelegate`] (the controller hands over or resigns instead).
        #[pallet::call_index(26)]
        pub fn leave(origin: OriginFor<T>) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_leave(who)
        }

        /// States that a declared interest has ended. It counts for two years more; after them, stating it once
        /// more removes it.
        ///
        /// ## Errors
        /// [`Error::UnknownInterest`], [`Error::InterestStillCounts`].
        #[pallet::call_index(25)]
        pub fn end_interest(origin: OriginFor<T>, with: OrgId) -> DispatchResult {
            let Membership { org, .. } = Self::ensure_manager(origin)?;
            Self::do_end_interest(org, with)
        }
    }
}
