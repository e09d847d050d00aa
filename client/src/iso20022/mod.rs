//! Payment messages of banks, as far as settlement money needs them.
//!
//! | module | message |
//! |---|---|
//! | [`camt054`] | BankToCustomerDebitCreditNotification: what a bank has received, read to be minted |
//! | [`pain001`] | CustomerCreditTransferInitiation: what a bank is to pay out, written from redemptions |
//!
//! How both name accounts and banks: [`accounts`].

pub mod accounts;
pub mod camt054;
pub mod pain001;

use crate::Error;
use huangpu_primitives::money::{Amount, DECIMALS};

/// The currency of settlement money.
pub const CURRENCY: &str = "CNY";

/// Fen as a decimal: `12345` is `123.45`.
pub fn yuan(fen: Amount) -> String {
    let scale = 10u128.pow(DECIMALS.into());
    format!("{}.{:02}", fen / scale, fen % scale)
}

/// Reads a decimal as fen, exactly.
///
/// # Errors
/// [`Error::Input`] for what is no amount of whole fen.
pub fn fen(text: &str) -> Result<Amount, Error> {
    let refuse = || Error::Input(format!("{text:?} is no amount of yuan like 12 or 12.50"));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let dangling = text.ends_with('.');
    if whole.is_empty() || dangling || !digits(whole) || !digits(fraction) {
        return Err(refuse());
    }
    // Trailing zeros are no smaller money.
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > usize::from(DECIMALS) {
        return Err(refuse());
    }
    format!("{whole}{fraction:0<2}").parse().map_err(|_| refuse())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_exact() {
        for (text, amount) in [("0.01", 1), ("1", 100), ("12.5", 1_250), ("12.500", 1_250)] {
            assert_eq!(fen(text).expect("an amount"), amount, "{text}");
        }
        assert_eq!(yuan(1), "0.01");
        assert_eq!(yuan(123_456), "1234.56");
        for amount in [0, 1, 99, 100, u128::MAX / 1_000] {
            assert_eq!(fen(&yuan(amount)).expect("an amount"), amount);
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["", ".", "1.", ".5", "-1", "+1", "1,5", "1.234", "1e3", "NaN", &"9".repeat(40)]
        {
            assert!(fen(text).is_err(), "{text}");
        }
    }
}
