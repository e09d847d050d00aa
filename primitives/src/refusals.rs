//! Why a transaction is refused before it reaches a block: the published table of
//! `InvalidTransaction::Custom` numbers (`docs/adr/0004-extension-and-error-numbers.md`).
//!
//! A number is never reused. The bands: 1 membership, 20 payment, 30 devices.

use polkadot_sdk::sp_runtime::transaction_validity::{
    InvalidTransaction, TransactionValidityError,
};

macro_rules! refusals {
    ($($(#[doc = $sentence:literal])+ $name:ident = $number:literal,)+) => {
        /// A numbered reason for refusing a transaction.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Refusal {
            $($(#[doc = $sentence])+ $name = $number,)+
        }

        impl Refusal {
            /// All of them, by number.
            pub const ALL: &'static [Refusal] = &[$(Refusal::$name,)+];

            /// The reason behind a number.
            pub fn from_number(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Refusal::$name),)+
                    _ => None,
                }
            }

            /// Its name.
            pub fn name(self) -> &'static str {
                match self {
                    $(Refusal::$name => stringify!($name),)+
                }
            }

            /// What it says to the person whose transaction was refused.
            pub fn sentence(self) -> &'static str {
                match self {
                    $(Refusal::$name => concat!($($sentence),+).trim_ascii(),)+
                }
            }
        }
    };
}

refusals! {
    /// The account belongs to no organisation of the consortium: ask a controller to make it a delegate.
    Outsider = 1,
    /// The account's organisation is suspended: it may wind down; only the council can reinstate it.
    OrganisationSuspended = 2,
    /// The account's organisation was expelled from the consortium: it may only wind down.
    OrganisationExpelled = 3,
    /// The membership of the account's organisation is over: it may wind down; the council can renew it.
    MembershipLapsed = 4,
    /// The account's organisation was wound up and closed.
    OrganisationClosed = 5,
    /// The account's last day as a delegate is over: its organisation can prolong it.
    DelegationEnded = 6,
    /// The nonce is more than 64 ahead of the account's next one: wait until its transactions are included.
    NonceTooFarAhead = 7,
    /// Transactions carry no tip here: set it to zero.
    TipNotZero = 20,
    /// The transaction is larger than the organisation's whole quota: split it, or ask the council for a larger tier.
    QuotaTooSmall = 21,
    /// The chain has paused this call: try again when the pause is lifted.
    CallPaused = 30,
    /// The batch is empty: put at least one report in.
    EmptyBatch = 31,
    /// A report names a device that is not registered.
    UnknownDevice = 32,
    /// A report names a device of another organisation than the batch's.
    ForeignDevice = 33,
    /// A report names a device that is suspended or retired: its owner must reinstate or replace it.
    DeviceNotActive = 34,
    /// The devices' organisation is no active member: it is unknown, suspended, expelled, lapsed or closed.
    OwnerNotActive = 35,
    /// A report with this sequence number has been recorded already.
    SequenceReplayed = 36,
    /// A report is missing before this one: send the device's reports in order.
    SequenceSkipped = 37,
    /// A report does not name the hash of the report before it.
    PreviousMismatch = 38,
    /// A report is signed with another algorithm than that of the device's registered key.
    OtherAlgorithm = 39,
    /// A report is signed with an algorithm that this chain does not verify yet.
    AlgorithmNotEnabled = 40,
    /// A report's signature is not by the device's registered key, or was made for another chain.
    BadSignature = 41,
}

impl From<Refusal> for InvalidTransaction {
    fn from(refusal: Refusal) -> Self {
        InvalidTransaction::Custom(refusal as u8)
    }
}

impl From<Refusal> for TransactionValidityError {
    fn from(refusal: Refusal) -> Self {
        InvalidTransaction::from(refusal).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_leads_back_to_its_reason() {
        for refusal in Refusal::ALL {
            assert_eq!(Refusal::from_number(*refusal as u8), Some(*refusal));
            assert!(refusal.sentence().ends_with('.'), "{}", refusal.name());
        }
        assert_eq!(Refusal::from_number(0), None);
        assert_eq!(Refusal::from_number(255), None);
    }

    #[test]
    fn numbers_only_grow() {
        let numbers: alloc::vec::Vec<u8> = Refusal::ALL.iter().map(|r| *r as u8).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
