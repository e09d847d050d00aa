//! # Settlement money
//!
//! What all payments on the ledger are made in. Nothing here is a coin: an *asset* is the liability of one bank, one
//! to one against a deposit at that bank (tokenised deposit) or against digital yuan in a wallet that it operates.
//! The bank *mints* what it has received off the ledger and *redeems* what it is asked to pay out; in between the
//! money moves from one member to another, and only through this pallet.
//!
//! `pallet-assets` keeps the balances, of organisations' keyless accounts; its own calls are filtered. Amounts are in
//! fen, 0.01 yuan.
//!
//! ## Who may call what
//!
//! | call | council | issuing bank | holder |
//! |---|---|---|---|
//! | `open_asset`, `close_asset` | by a grave decision | | |
//! | `freeze_account`, `thaw_account`, `reassign_balance`, `cancel_redemption` | by a grave decision | | |
//! | `mint` | | in good standing | |
//! | `accept_redemption`, `settle_redemption`, `refuse_redemption` | | also winding down | |
//! | `pay`, `request_redemption` | | | also winding down |
//! | `withdraw_redemption` | | | also winding down |
//!
//! ## A redemption
//!
//! ```text
//! requested --accept_redemption--> accepted --settle_redemption--> burned: the bank has paid
//!  (held)                           (held)
//!    |                                 |
//!    +-- refuse_redemption             +-- refuse_redemption      released to the holder
//!    +-- withdraw_redemption           |                          released, once the bank's last day is over
//!    +-- cancel_redemption             +-- cancel_redemption      released by the council; once accepted, only when
//!                                                                 the bank's last day is over
//! ```
//!
//! Who pays off the ledger cannot take it back. So the bank accepts first, and pays then: from there on neither the
//! holder's change of mind nor an order keeps it from settling what it has paid.
//!
//! ## References
//!
//! Whoever moves money gives that a reference of its own, once for ever for each kind of record and whichever asset it
//! names: a bank to a payment in, which it mints, and to a payment out, by which it settles a redemption; a holder to
//! what it pays, and to what it asks to be paid out. So a statement can be imported twice, and an order sent twice,
//! without moving money twice.
//!
//! ## Held money
//!
//! Money is set aside, for a [reason](huangpu_primitives::money::HoldReason), through
//! [`Payments`](huangpu_primitives::traits::Payments). It is out of the holder's balance and in [`Holds`]; the
//! supply counts it. `docs/adr/0011-settlement-money.md` says why `pallet-assets-holder` does not do this.
//!
//! ## What the law allows
//!
//! Opening an asset and minting ask whether deposit money is open (`pallet-instruments`). Paying and redeeming do not:
//! when an authority ends, nobody is stuck with what they hold.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod assets;
mod issue;
mod orders;
mod payments;
mod reading;
mod redemptions;
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
        money::{Amount, AssetKind, HoldReason, Mint, Payout, Reference, Request, Transfer},
        traits::{InstrumentGate, KeylessAccounts, OrgStanding, Roles, Standings},
        AssetId, AuthorityId, Millis, OrgId, RedemptionId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config:
        polkadot_sdk::frame_system::Config
        + polkadot_sdk::pallet_assets::Config<AssetId = u32, Balance = Amount>
    {
        /// The council.
        type CouncilOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, Decision>;

        /// Who issues for a bank in good standing, in the scope `Money`.
        type IssuerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// Who pays and redeems for an organisation, also for one that winds down, in the scope `Money`.
        type HolderOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// Whether deposit money is open.
        type Gate: InstrumentGate;

        /// How organisations stand, and who of them is a bank.
        type Organisations: OrgStanding + Standings + Roles;

        /// The accounts that hold what organisations own.
        type Accounts: KeylessAccounts<Self::AccountId>;

        /// The chain's clock, in milliseconds.
        type Clock: frame_support::traits::Time<Moment = Millis>;

        /// Most assets. Closing an organisation looks at all of them.
        #[pallet::constant]
        type MaxAssets: Get<u32>;

        /// How many days a bank has to answer a redemption, after the one on which it was requested, and again after
        /// the one on which it accepted it.
        #[pallet::constant]
        type DaysToAnswer: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    /// The number given last to an asset.
    #[pallet::storage]
    pub type LastAsset<T> = StorageValue<_, AssetId, ValueQuery>;

    /// The assets. Ids are ours, so a short hash will do.
    #[pallet::storage]
    pub type Assets<T> = StorageMap<_, Twox64Concat, AssetId, Asset>;

    /// What each organisation has set aside of each asset, and why: one key a reason, so that a hold costs the same
    /// whatever else is held.
    #[pallet::storage]
    pub type Holds<T> = StorageNMap<
        _,
        (
            NMapKey<Twox64Concat, OrgId>,
            NMapKey<Twox64Concat, AssetId>,
            NMapKey<Twox64Concat, HoldReason>,
        ),
        Amount,
    >;

    /// Whose money is frozen, and by which decision.
    #[pallet::storage]
    pub type Frozen<T> = StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, OrgId, H256>;

    /// The payments in that each bank minted, for ever. Who gives references chooses the keys, so the hash is one that
    /// nobody can steer.
    #[pallet::storage]
    pub type Minted<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, Reference, Mint>;

    /// What each organisation paid by a call of its own, for ever.
    #[pallet::storage]
    pub type Paid<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, Reference, Transfer>;

    /// What each holder asked to be paid out, for ever, and what became of it.
    #[pallet::storage]
    pub type Requested<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, Reference, Request>;

    /// The payments out by which each bank settled a redemption, for ever.
    #[pallet::storage]
    pub type PaidOut<T> =
        StorageDoubleMap<_, Twox64Concat, OrgId, Blake2_128Concat, Reference, Payout>;

    /// The number given last to a redemption.
    #[pallet::storage]
    pub type LastRedemption<T> = StorageValue<_, RedemptionId, ValueQuery>;

    /// The redemptions that wait for the bank. What became of others, [`Requested`] says.
    #[pallet::storage]
    pub type Redemptions<T> =
        StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, RedemptionId, Redemption>;

    /// The assets that there are from the beginning.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Issuer, kind, name and symbol; numbered in order, from 1.
        pub assets: Vec<(OrgId, AssetKind, alloc::string::String, alloc::string::String)>,
        #[serde(skip)]
        #[doc(hidden)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for (issuer, kind, name, symbol) in &self.assets {
                // Any other mode takes the council.
                let mode = huangpu_primitives::instruments::Mode::Simulation;
                let (name, text) = (name.as_bytes(), symbol.as_bytes());
                Pallet::<T>::add_asset(*issuer, *kind, mode, name, text)
                    .unwrap_or_else(|e| panic!("asset {symbol} at genesis: {e:?}"));
            }
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A bank may issue an asset.
        #[codec(index = 0)]
        AssetOpened {
            /// The asset.
            asset: AssetId,
            /// The bank whose liability it is.
            issuer: OrgId,
            /// What it is.
            kind: AssetKind,
            /// Under which authority.
            authority: AuthorityId,
        },
        /// A bank may issue no more of an asset.
        #[codec(index = 1)]
        AssetClosed {
            /// The asset.
            asset: AssetId,
            /// Hash of the decision.
            document: H256,
        },
        /// A bank minted what it had received.
        #[codec(index = 2)]
        Minted {
            /// The asset.
            asset: AssetId,
            /// For whom.
            to: OrgId,
            /// How much.
            amount: Amount,
            /// The payment that the bank received.
            reference: Reference,
            /// Under which authority.
            authority: AuthorityId,
        },
        /// An organisation paid another one.
        #[codec(index = 3)]
        Paid {
            /// The asset.
            asset: AssetId,
            /// Who paid.
            from: OrgId,
            /// Who was paid.
            to: OrgId,
            /// How much.
            amount: Amount,
            /// The payer's reference.
            reference: Reference,
        },
        /// An organisation asked its bank to pay out.
        #[codec(index = 4)]
        RedemptionRequested {
            /// The redemption.
            redemption: RedemptionId,
            /// The asset.
            asset: AssetId,
            /// Who redeems.
            org: OrgId,
            /// How much.
            amount: Amount,
        },
        /// The bank has paid out; the money is burned.
        #[codec(index = 5)]
        RedemptionSettled {
            /// The redemption.
            redemption: RedemptionId,
            /// The asset.
            asset: AssetId,
            /// Who redeemed.
            org: OrgId,
            /// How much.
            amount: Amount,
            /// The payment that the bank made.
            reference: Reference,
        },
        /// The bank did not pay out; the money is the holder's to dispose of again.
        #[codec(index = 6)]
        RedemptionRefused {
            /// The redemption.
            redemption: RedemptionId,
            /// The asset.
            asset: AssetId,
            /// Who wanted to redeem.
            org: OrgId,
            /// How much.
            amount: Amount,
            /// Why.
            reason: Refusal,
        },
        /// The bank did not answer in time, and the holder took its money back.
        #[codec(index = 7)]
        RedemptionWithdrawn {
            /// The redemption.
            redemption: RedemptionId,
            /// The asset.
            asset: AssetId,
            /// Who wanted to redeem.
            org: OrgId,
            /// How much.
            amount: Amount,
        },
        /// An organisation's money is frozen.
        #[codec(index = 8)]
        AccountFrozen {
            /// The asset.
            asset: AssetId,
            /// Whose money.
            org: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// An organisation's money is no longer frozen.
        #[codec(index = 9)]
        AccountThawed {
            /// The asset.
            asset: AssetId,
            /// Whose money.
            org: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// The council gave one organisation's money to another, as a court ordered, or a merger or an insolvency
        /// wants.
        #[codec(index = 10)]
        BalanceReassigned {
            /// The asset.
            asset: AssetId,
            /// Whose it was.
            from: OrgId,
            /// Whose it is.
            to: OrgId,
            /// How much.
            amount: Amount,
            /// Hash of the decision.
            document: H256,
        },
        /// Money was set aside.
        #[codec(index = 11)]
        MoneyHeld {
            /// The asset.
            asset: AssetId,
            /// Whose money.
            org: OrgId,
            /// What for.
            reason: HoldReason,
            /// How much.
            amount: Amount,
        },
        /// Money that was set aside is its owner's to dispose of again.
        #[codec(index = 12)]
        MoneyReleased {
            /// The asset.
            asset: AssetId,
            /// Whose money.
            org: OrgId,
            /// What it was set aside for.
            reason: HoldReason,
            /// How much.
            amount: Amount,
        },
        /// Money that was set aside was paid.
        #[codec(index = 13)]
        HeldMoneyPaid {
            /// The asset.
            asset: AssetId,
            /// Who paid.
            from: OrgId,
            /// What it was set aside for.
            reason: HoldReason,
            /// Who was paid.
            to: OrgId,
            /// How much.
            amount: Amount,
        },
        /// The council ended a redemption; the money is the holder's to dispose of again.
        #[codec(index = 14)]
        RedemptionCancelled {
            /// The redemption.
            redemption: RedemptionId,
            /// The asset.
            asset: AssetId,
            /// Who wanted to redeem.
            org: OrgId,
            /// How much.
            amount: Amount,
            /// Hash of the decision.
            document: H256,
        },
        /// The bank has accepted a redemption: it pays.
        #[codec(index = 15)]
        RedemptionAccepted {
            /// The redemption.
            redemption: RedemptionId,
            /// The asset.
            asset: AssetId,
            /// Who redeems.
            org: OrgId,
            /// How much.
            amount: Amount,
            /// The last day by which it is to settle or refuse.
            answer_until: Day,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// There is no such asset: `huangpu money assets` lists them.
        UnknownAsset,
        /// The council has closed the asset: no more of it is issued.
        AssetClosed,
        /// There are as many assets as there may be.
        TooManyAssets,
        /// Only a bank in good standing issues settlement money.
        IssuerNotBank,
        /// A name or symbol is blank, too long, or not what it should be: the name UTF-8, the symbol printable ASCII.
        InvalidName,
        /// The asset is another bank's: each bank mints and redeems its own.
        NotTheIssuer,
        /// The amount is zero.
        ZeroAmount,
        /// There would be more of the asset than the ledger can count.
        SupplyTooLarge,
        /// The reference is empty, begins or ends with a space, or is not printable ASCII.
        InvalidReference,
        /// This payment was minted before, for the same member and of the same amount: there is nothing to do, unless
        /// it is another payment, which needs a reference of its own.
        AlreadyMinted,
        /// This payment settled another redemption before: cite the payment of this one.
        AlreadyPaidOut,
        /// Whom the money is for is not a member, or is closed.
        PayeeNotMember,
        /// Who pays and who is paid are the same organisation.
        PayeeIsPayer,
        /// The organisation has less than this free: what is held does not count. `huangpu money balance` tells.
        InsufficientFunds,
        /// Less than this is held for that reason.
        InsufficientHeld,
        /// The council has frozen this organisation's money: `huangpu money balance` tells by which order.
        AccountFrozen,
        /// The organisation's money is frozen already: thaw it first, to cite another document.
        AlreadyFrozen,
        /// The organisation's money is not frozen.
        AccountNotFrozen,
        /// No organisation has this id, or it is closed.
        NotMember,
        /// No redemption of this asset that waits has this number: check the asset; `huangpu money find` tells by its
        /// holder and the holder's reference what became of it.
        UnknownRedemption,
        /// The redemption is another organisation's.
        NotTheHolder,
        /// The bank may still answer: until its last day is over (`huangpu money redemptions`), a redemption is not
        /// withdrawn, nor one that it accepted cancelled.
        AnswerNotDue,
        /// The ids are used up.
        TooManyRedemptions,
        /// The redemption is of another amount: it is accepted, settled and refused as a whole. `huangpu money
        /// redemptions` lists them.
        OtherAmount,
        /// Money is held for redemptions by this pallet alone.
        ReservedReason,
        /// Deposit money was opened in another mode since: the council opens a new asset.
        OtherMode,
        /// This was paid before, to the same member and of the same amount: there is nothing to do, unless it is
        /// another payment, which needs a reference of its own.
        AlreadyPaid,
        /// This redemption was asked for before, of the same amount and to the same account: `huangpu money find` tells
        /// what became of it. To ask once more, give another reference.
        AlreadyRequested,
        /// The reference was used before, for something else (`huangpu money find`): give another one. Who repeats a
        /// request gives the payout file of that request.
        ReferenceUsed,
        /// The bank has accepted the redemption before: it is paid once, and settled.
        AlreadyAccepted,
        /// The bank has not accepted the redemption: accept it, before anything is paid.
        NotAccepted,
        /// The bank has accepted the redemption, and pays: it cannot be withdrawn any more.
        AcceptedByBank,
        /// This payment settled this redemption before: there is nothing to do.
        AlreadySettled,
        /// The money is frozen by another order than this: `huangpu money balance` tells by which.
        OtherOrder,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn integrity_test() {
            assert!(T::MaxAssets::get() <= 64, "closing an organisation looks at all assets");
            let longest = <T as polkadot_sdk::pallet_assets::Config>::StringLimit::get();
            assert!(longest >= MAX_NAME, "a name is too long for `pallet-assets`");
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight = <T as Config>::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Lets a bank issue an asset: a name for people, UTF-8, and a short symbol, ASCII, both at most 50 bytes.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::IssuerNotBank`], [`Error::InvalidName`], [`Error::TooManyAssets`]; deposit money must be open.
        #[pallet::call_index(0)]
        pub fn open_asset(
            origin: OriginFor<T>,
            issuer: OrgId,
            kind: AssetKind,
            name: Name,
            symbol: Name,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_open(issuer, kind, &name, &symbol)
        }

        /// Closes an asset, citing the decision's document: nothing more of it is issued. What there is can be paid
        /// with, and redeemed.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::AssetClosed`].
        #[pallet::call_index(1)]
        pub fn close_asset(origin: OriginFor<T>, asset: AssetId, document: H256) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_close(asset, document)
        }

        /// Issues what the bank has received for a member, once for each payment.
        ///
        /// ## Dispatch origin
        /// The issuing bank, in the scope `Money`.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::NotTheIssuer`], [`Error::AssetClosed`], [`Error::ZeroAmount`],
        /// [`Error::InvalidReference`], [`Error::AlreadyMinted`], [`Error::ReferenceUsed`],
        /// [`Error::PayeeNotMember`], [`Error::SupplyTooLarge`], [`Error::OtherMode`]; deposit money must be open.
        #[pallet::call_index(2)]
        pub fn mint(
            origin: OriginFor<T>,
            asset: AssetId,
            to: OrgId,
            amount: Amount,
            reference: Reference,
        ) -> DispatchResult {
            let issuer = T::IssuerOrigin::ensure_origin(origin)?;
            Self::do_mint(issuer, asset, to, amount, reference)
        }

        /// Pays another member, once for each reference.
        ///
        /// ## Dispatch origin
        /// The paying organisation, in the scope `Money`.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::ZeroAmount`], [`Error::InvalidReference`], [`Error::AlreadyPaid`],
        /// [`Error::ReferenceUsed`], [`Error::PayeeIsPayer`], [`Error::PayeeNotMember`], [`Error::AccountFrozen`],
        /// [`Error::InsufficientFunds`].
        #[pallet::call_index(3)]
        pub fn pay(
            origin: OriginFor<T>,
            asset: AssetId,
            to: OrgId,
            amount: Amount,
            reference: Reference,
        ) -> DispatchResult {
            let from = T::HolderOrigin::ensure_origin(origin)?;
            Self::do_pay(asset, from, to, amount, reference)
        }

        /// Asks the issuing bank to pay out, to an account that bank and holder know: only a commitment to it stands
        /// here. The money is held until the bank has paid, or does not.
        ///
        /// ## Dispatch origin
        /// The holder, in the scope `Money`.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::ZeroAmount`], [`Error::InvalidReference`], [`Error::AlreadyRequested`],
        /// [`Error::ReferenceUsed`], [`Error::AccountFrozen`], [`Error::InsufficientFunds`],
        /// [`Error::TooManyRedemptions`].
        #[pallet::call_index(4)]
        pub fn request_redemption(
            origin: OriginFor<T>,
            asset: AssetId,
            amount: Amount,
            payout: H256,
            reference: Reference,
        ) -> DispatchResult {
            let org = T::HolderOrigin::ensure_origin(origin)?;
            Self::do_request(asset, org, amount, payout, reference)
        }

        /// Says that the bank has paid what it accepted, how much and with which payment; the money is burned.
        ///
        /// ## Dispatch origin
        /// The issuing bank, in the scope `Money`.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::NotTheIssuer`], [`Error::InvalidReference`],
        /// [`Error::AlreadySettled`], [`Error::AlreadyPaidOut`], [`Error::UnknownRedemption`],
        /// [`Error::NotAccepted`], [`Error::OtherAmount`].
        #[pallet::call_index(5)]
        pub fn settle_redemption(
            origin: OriginFor<T>,
            asset: AssetId,
            redemption: RedemptionId,
            amount: Amount,
            reference: Reference,
        ) -> DispatchResult {
            let issuer = T::HolderOrigin::ensure_origin(origin)?;
            Self::do_settle(issuer, asset, redemption, amount, reference)
        }

        /// Says that the bank does not pay out, or that what it paid came back, how much, and why; the money is the
        /// holder's again.
        ///
        /// ## Dispatch origin
        /// The issuing bank, in the scope `Money`.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::NotTheIssuer`], [`Error::UnknownRedemption`], [`Error::OtherAmount`].
        #[pallet::call_index(6)]
        pub fn refuse_redemption(
            origin: OriginFor<T>,
            asset: AssetId,
            redemption: RedemptionId,
            amount: Amount,
            reason: Refusal,
        ) -> DispatchResult {
            let issuer = T::HolderOrigin::ensure_origin(origin)?;
            Self::do_refuse(issuer, asset, redemption, amount, reason)
        }

        /// Takes back a redemption that the bank did not answer in time.
        ///
        /// ## Dispatch origin
        /// The holder, in the scope `Money`.
        ///
        /// ## Errors
        /// [`Error::UnknownRedemption`], [`Error::NotTheHolder`], [`Error::AcceptedByBank`],
        /// [`Error::AnswerNotDue`].
        #[pallet::call_index(7)]
        pub fn withdraw_redemption(
            origin: OriginFor<T>,
            asset: AssetId,
            redemption: RedemptionId,
        ) -> DispatchResult {
            let org = T::HolderOrigin::ensure_origin(origin)?;
            Self::do_withdraw(org, asset, redemption)
        }

        /// Freezes an organisation's money, held and free, citing the decision's document: it is paid, but pays
        /// nobody.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::NotMember`], [`Error::AlreadyFrozen`].
        #[pallet::call_index(8)]
        pub fn freeze_account(
            origin: OriginFor<T>,
            asset: AssetId,
            org: OrgId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_freeze(asset, org, document)
        }

        /// Lifts the order that froze an organisation's money, named by its document, citing the decision's own.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::AccountNotFrozen`], [`Error::OtherOrder`].
        #[pallet::call_index(9)]
        pub fn thaw_account(
            origin: OriginFor<T>,
            asset: AssetId,
            org: OrgId,
            frozen_by: H256,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_thaw(asset, org, frozen_by, document)
        }

        /// Gives what one organisation has free, frozen or not, to another, citing the decision's document.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::ZeroAmount`], [`Error::PayeeIsPayer`], [`Error::PayeeNotMember`],
        /// [`Error::InsufficientFunds`].
        #[pallet::call_index(10)]
        pub fn reassign_balance(
            origin: OriginFor<T>,
            asset: AssetId,
            from: OrgId,
            to: OrgId,
            amount: Amount,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_reassign(asset, from, to, amount, document)
        }

        /// Ends a redemption, citing the decision's document: what is held for it can be reassigned then. One that the
        /// bank has accepted only when its last day is over.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownRedemption`], [`Error::AnswerNotDue`].
        #[pallet::call_index(11)]
        pub fn cancel_redemption(
            origin: OriginFor<T>,
            asset: AssetId,
            redemption: RedemptionId,
            document: H256,
        ) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_cancel(asset, redemption, document)
        }

        /// Accepts a redemption, saying of how much: the bank pays next. It has as many days again, and nobody else
        /// ends the redemption until they are over.
        ///
        /// ## Dispatch origin
        /// The issuing bank, in the scope `Money`.
        ///
        /// ## Errors
        /// [`Error::UnknownAsset`], [`Error::NotTheIssuer`], [`Error::UnknownRedemption`],
        /// [`Error::AlreadyAccepted`], [`Error::OtherAmount`], [`Error::AccountFrozen`].
        #[pallet::call_index(12)]
        pub fn accept_redemption(
            origin: OriginFor<T>,
            asset: AssetId,
            redemption: RedemptionId,
            amount: Amount,
        ) -> DispatchResult {
            let issuer = T::HolderOrigin::ensure_origin(origin)?;
            Self::do_accept(issuer, asset, redemption, amount)
        }
    }
}
