//! # Members
//!
//! Who may act, and for whom. An *organisation* of the consortium has a *controller* account and
//! *delegates*, each with scopes. Everything the organisation owns belongs to one keyless account
//! derived from its id; [`act_as`](Pallet::act_as) lets a delegate with the right scope act from it.
//!
//! ## Who may call what
//!
//! | call | council | controller | delegate |
//! |---|---|---|---|
//! | `admit_organisation` | yes | | |
//! | `set_standing` | yes | | |
//! | `force_change_controller` | yes | | |
//! | `change_controller` | | yes | |
//! | `add_delegate`, `set_scopes`, `remove_delegate` | | yes | with scope `Membership` |
//! | `act_as` | | yes | with the scope of the inner call |
//!
//! ## Standing
//!
//! ```text
//! admitted -> Active <-> Suspended
//!               |            |
//!               +-> Expelled <+      (for good)
//! ```
//!
//! ## Accounts
//!
//! An account acts for exactly one organisation. It gets a provider reference when it is admitted and
//! keeps it for ever: taking it back would reset its nonce, and old transactions could be replayed.
//!
//! [`CheckMembership`] refuses transactions of outsiders and of organisations that are not active
//! before they reach a block; the origins in [`origins`] authorise calls of the other pallets.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod accounts;
mod extension;
mod organisations;
pub mod origins;
mod reading;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod types;
mod weights;
mod zero_tip;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use extension::CheckMembership;
pub use origins::{EnsureMember, EnsureRole};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;
pub use zero_tip::ZeroTip;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
    use super::*;
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::{
        dispatch::{GetDispatchInfo, PostDispatchInfo},
        pallet_prelude::*,
        traits::EnsureOrigin,
        PalletId,
    };
    use frame_system::pallet_prelude::*;
    use huangpu_primitives::{
        apis::Standing,
        roles::{Roles, Scope, Scopes},
        OrgId,
    };
    use polkadot_sdk::*;
    use sp_runtime::traits::Dispatchable;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

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

        /// Who admits, suspends and expels.
        type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// Which scope a call needs when it is made from an organisation's keyless account.
        type CallScope: ScopeOfCall<<Self as Config>::RuntimeCall>;

        /// What the keyless accounts are derived from.
        #[pallet::constant]
        type PalletId: Get<PalletId>;

        /// Most delegates an organisation has.
        #[pallet::constant]
        type MaxDelegates: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    /// The id given last.
    #[pallet::storage]
    pub type LastOrganisation<T> = StorageValue<_, OrgId, ValueQuery>;

    /// The organisations. Ids are ours, so a short hash will do.
    #[pallet::storage]
    pub type Organisations<T: Config> =
        StorageMap<_, Twox64Concat, OrgId, Organisation<T::AccountId>>;

    /// For whom an account acts. Accounts are chosen by users: the hash must not be steerable.
    #[pallet::storage]
    pub type Accounts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Membership>;

    /// The delegates of an organisation, for listing them.
    #[pallet::storage]
    pub type Delegates<T: Config> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, T::AccountId, ()>;

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
        },
        /// The council changed an organisation's standing.
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
        /// A delegate's scopes were set anew.
        ScopesSet {
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
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// No organisation has this id.
        UnknownOrganisation,
        /// The organisation was expelled: nothing changes it any more.
        OrganisationExpelled,
        /// The organisation has this standing already.
        StandingUnchanged,
        /// The name is empty or not UTF-8.
        InvalidName,
        /// An organisation needs at least one role.
        NoRoles,
        /// The account acts for an organisation already, or is one's keyless account.
        AccountTaken,
        /// The account is no delegate of this organisation.
        NotADelegate,
        /// A delegate needs at least one scope.
        NoScopes,
        /// The organisation has the most delegates it may have.
        TooManyDelegates,
        /// Only the organisation's controller may do this.
        NotTheController,
        /// The account is not of this organisation.
        NotOfThisOrganisation,
        /// The delegate's scopes do not cover this.
        ScopeMissing,
        /// A delegate cannot hand out scopes it does not have.
        ScopesExceedOwn,
        /// This call cannot be made from an organisation's keyless account.
        CallNotAllowed,
        /// The ids are used up.
        TooManyOrganisations,
        /// The organisation is not active.
        OrganisationNotActive,
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
        /// Admits an organisation.
        ///
        /// ## Dispatch origin
        /// The council.
        ///
        /// ## Errors
        /// [`Error::InvalidName`], [`Error::NoRoles`], [`Error::AccountTaken`].
        #[pallet::call_index(0)]
        pub fn admit_organisation(
            origin: OriginFor<T>,
            name: OrganisationName,
            roles: Roles,
            controller: T::AccountId,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_admit(name, roles, controller).map(|_| ())
        }

        /// Suspends, reinstates or expels an organisation. It bites at once: from the next block on, none
        /// of its accounts' transactions is accepted unless it is active.
        ///
        /// ## Dispatch origin
        /// The council.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::OrganisationExpelled`],
        /// [`Error::StandingUnchanged`].
        #[pallet::call_index(1)]
        pub fn set_standing(
            origin: OriginFor<T>,
            org: OrgId,
            standing: Standing,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_set_standing(org, standing)
        }

        /// Lets an account act for the caller's organisation within scopes.
        ///
        /// ## Dispatch origin
        /// The controller, or a delegate with scope `Membership`, which cannot hand out scopes
        /// beyond its own.
        ///
        /// ## Errors
        /// [`Error::AccountTaken`], [`Error::NoScopes`], [`Error::ScopesExceedOwn`],
        /// [`Error::TooManyDelegates`].
        #[pallet::call_index(2)]
        pub fn add_delegate(
            origin: OriginFor<T>,
            delegate: T::AccountId,
            scopes: Scopes,
        ) -> DispatchResult {
            let (org, caller) = Self::ensure_manager(origin)?;
            Self::ensure_may_grant(&caller, &scopes)?;
            Self::do_add_delegate(org, delegate, scopes)
        }

        /// Sets a delegate's scopes anew.
        ///
        /// ## Dispatch origin
        /// As for [`add_delegate`](Self::add_delegate).
        ///
        /// ## Errors
        /// [`Error::NotADelegate`], [`Error::NoScopes`], [`Error::ScopesExceedOwn`].
        #[pallet::call_index(3)]
        pub fn set_scopes(
            origin: OriginFor<T>,
            delegate: T::AccountId,
            scopes: Scopes,
        ) -> DispatchResult {
            let (org, caller) = Self::ensure_manager(origin)?;
            Self::ensure_may_grant(&caller, &scopes)?;
            Self::do_set_scopes(org, &caller, delegate, scopes)
        }

        /// Ends a delegation.
        ///
        /// ## Dispatch origin
        /// As for [`add_delegate`](Self::add_delegate).
        ///
        /// ## Errors
        /// [`Error::NotADelegate`], [`Error::ScopesExceedOwn`].
        #[pallet::call_index(4)]
        pub fn remove_delegate(origin: OriginFor<T>, delegate: T::AccountId) -> DispatchResult {
            let (org, caller) = Self::ensure_manager(origin)?;
            Self::do_remove_delegate(org, &caller, delegate)
        }

        /// Hands the organisation over to another account, which may be one of its delegates.
        ///
        /// ## Dispatch origin
        /// The controller.
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
        /// ## Dispatch origin
        /// The council.
        ///
        /// ## Errors
        /// [`Error::UnknownOrganisation`], [`Error::OrganisationExpelled`],
        /// [`Error::AccountTaken`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::change_controller())]
        pub fn force_change_controller(
            origin: OriginFor<T>,
            org: OrgId,
            controller: T::AccountId,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            Self::do_change_controller(org, controller)
        }

        /// Makes a call from the organisation's keyless account.
        ///
        /// ## Dispatch origin
        /// The organisation's controller, or a delegate with the scope that the inner call needs.
        ///
        /// ## Errors
        /// [`Error::NotOfThisOrganisation`], [`Error::OrganisationNotActive`],
        /// [`Error::CallNotAllowed`], [`Error::ScopeMissing`], and whatever the inner call answers.
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
            Self::ensure_may_act(org, &by, call.as_ref())?;
            Self::do_act_as(org, by, *call)
        }
    }

    /// Which scope a call needs when it is made from an organisation's keyless account; `None` for calls
    /// that cannot be made from it.
    pub trait ScopeOfCall<Call> {
        /// The scope.
        fn scope_of(call: &Call) -> Option<Scope>;
    }
}
