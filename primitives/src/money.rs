//! Settlement money: what all payments on the ledger are made in. It is a bank's liability, one to one against
//! deposits or digital yuan that the bank holds; amounts are in fen, 0.01 yuan.

use crate::{members::plain, AssetId, OrgId, RedemptionId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
    frame_support::{traits::ConstU32, BoundedVec},
    sp_core::H256,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An amount of settlement money, in its smallest unit: 0.01 yuan.
pub type Amount = u128;

/// Decimals of settlement money.
pub const DECIMALS: u8 = 2;

/// Most of one asset that may be issued: far more than there is, and so little that no sum overflows.
pub const MAX_SUPPLY: Amount = u128::MAX >> 1;

/// A record that is kept, and read as it is.
macro_rules! record {
    ($($record:item)*) => {
        $(
            #[derive(
                Clone,
                Copy,
                Debug,
                PartialEq,
                Eq,
                Encode,
                Decode,
                DecodeWithMemTracking,
                MaxEncodedLen,
                TypeInfo,
            )]
            $record
        )*
    };
}

plain! {
    /// What an asset is. The numbers are for ever.
    pub enum AssetKind {
        /// A claim on a deposit at the issuing bank.
        #[codec(index = 0)]
        TokenisedDeposit,
        /// Digital yuan (e-CNY) in a wallet at its operating bank, which issues here what it has locked there.
        #[codec(index = 1)]
        DigitalYuan,
    }
}

plain! {
    /// Why money is held: still its owner's, but set aside. The numbers are for ever.
    pub enum HoldReason {
        /// Its redemption was asked for: the issuing bank is to pay it out.
        #[codec(index = 0)]
        Redemption,
        /// It waits for the delivery of goods or services.
        #[codec(index = 1)]
        Escrow,
        /// It covers a bid in an auction.
        #[codec(index = 2)]
        Bid,
    }
}

impl HoldReason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Redemption, Self::Escrow, Self::Bid];
}

plain! {
    /// Why a bank does not pay out: the reasons of ISO 20022 external code list "status reason" that fit. The numbers
    /// are for ever.
    pub enum Refusal {
        /// `AC01`: the account to pay to is not known, or not as committed.
        #[codec(index = 0)]
        IncorrectAccount,
        /// `AC04`: the account to pay to is closed.
        #[codec(index = 1)]
        ClosedAccount,
        /// `AG01`: the bank may not make this payment.
        #[codec(index = 2)]
        TransactionForbidden,
        /// `RR04`: a regulator does not allow it.
        #[codec(index = 3)]
        RegulatoryReason,
        /// `NARR`: another reason, which the bank tells the holder elsewhere.
        #[codec(index = 4)]
        Other,
    }
}

plain! {
    /// What became of a redemption. The numbers are for ever.
    pub enum Outcome {
        /// Nothing yet: the bank has neither settled nor refused it.
        #[codec(index = 0)]
        Waiting,
        /// The bank has paid it out.
        #[codec(index = 1)]
        Settled,
        /// The bank did not pay it out.
        #[codec(index = 2)]
        Refused(Refusal),
        /// The bank did not answer in time, and the holder took it back.
        #[codec(index = 3)]
        Withdrawn,
        /// The council ended it.
        #[codec(index = 4)]
        Cancelled,
    }
}

/// The reference of a payment, as ISO 20022 messages carry it (`Max35Text`).
pub type Reference = BoundedVec<u8, ConstU32<35>>;

/// What stands under a reference of an organisation: it gives each once for a kind of record, and for ever, so that the
/// same sent twice is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Referred {
    /// What it minted, as a bank.
    pub minted: Option<Mint>,
    /// What it paid.
    pub paid: Option<Transfer>,
    /// What it asked its bank to pay out.
    pub requested: Option<Request>,
    /// What it paid out, as a bank.
    pub paid_out: Option<Payout>,
}

record! {
    /// What a bank minted.
    pub struct Mint {
        /// Of this asset.
        pub asset: AssetId,
        /// For whom.
        pub to: OrgId,
        /// How much.
        pub amount: Amount,
    }

    /// What a member paid another one.
    pub struct Transfer {
        /// Of this asset.
        pub asset: AssetId,
        /// Whom.
        pub to: OrgId,
        /// How much.
        pub amount: Amount,
    }

    /// What a holder asked its bank to pay out.
    pub struct Request {
        /// Of this asset.
        pub asset: AssetId,
        /// The redemption, ended or not.
        pub redemption: RedemptionId,
        /// How much.
        pub amount: Amount,
        /// Commitment to the account to be paid to.
        pub payout: H256,
        /// What became of it.
        pub outcome: Outcome,
    }

    /// The redemption that a bank settled.
    pub struct Payout {
        /// Of this asset.
        pub asset: AssetId,
        /// Which.
        pub redemption: RedemptionId,
    }
}

/// Whether a reference can stand in a payment message: printable ASCII, neither empty nor with spaces at its ends,
/// since two that differ in those alone would look the same.
pub fn is_reference(reference: &[u8]) -> bool {
    let printable = reference.iter().all(|byte| matches!(byte, b' '..=b'~'));
    printable && !reference.is_empty() && reference == reference.trim_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_printable_and_trimmed() {
        for good in ["1", "2026-11-22/000123", "E2E A", "~"] {
            assert!(is_reference(good.as_bytes()), "{good:?}");
        }
        for bad in ["", " ", " A", "A ", "A\n", "\u{7f}", "汇款"] {
            assert!(!is_reference(bad.as_bytes()), "{bad:?}");
        }
    }
}
