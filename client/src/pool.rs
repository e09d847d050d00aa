//! Reads the node's words for a refused transaction.

use crate::error::{Error, PoolProblem};
use huangpu_primitives::refusals::Refusal;

const BAD_FORMAT: i32 = 1001;
const VERIFICATION: i32 = 1002;
const INVALID: i32 = 1010;
const UNKNOWN: i32 = 1011;
const BANNED: i32 = 1012;
const ALREADY_IMPORTED: i32 = 1013;
const TOO_LOW_PRIORITY: i32 = 1014;
const DROPPED: i32 = 1016;
const FUTURE: i32 = 1021;

/// Makes an error of what `author_submitExtrinsic` answered; `None` when the code is not of the pool.
pub(crate) fn problem(code: i32, message: &str, data: Option<&str>) -> Option<Error> {
    // `data` is raw JSON: a string in quotes.
    let data = data.map(|raw| raw.trim_matches('"'));
    let problem = match code {
        INVALID => return Some(invalid(data.unwrap_or(message))),
        BAD_FORMAT | VERIFICATION => PoolProblem::Unreadable,
        UNKNOWN => PoolProblem::Other(data.unwrap_or(message).to_owned()),
        BANNED => PoolProblem::TemporarilyBanned,
        ALREADY_IMPORTED => PoolProblem::AlreadyImported,
        TOO_LOW_PRIORITY => PoolProblem::TooLowPriority,
        DROPPED => PoolProblem::Full,
        FUTURE => PoolProblem::Future,
        _ => return None,
    };
    Some(Error::Pool(problem))
}

/// The texts are those of `InvalidTransaction` in sp-runtime.
fn invalid(data: &str) -> Error {
    if let Some(number) = data.strip_prefix("Custom error: ").and_then(|n| n.parse::<u8>().ok()) {
        return match Refusal::from_number(number) {
            Some(refusal) => Error::Refused(refusal),
            None => Error::UnknownRefusal(number),
        };
    }
    Error::Pool(match data {
        "Transaction is outdated" => PoolProblem::Stale,
        "Transaction will be valid in the future" => PoolProblem::Future,
        "Transaction has a bad signature" => PoolProblem::BadProof,
        "Transaction has an ancient birth block" => PoolProblem::AncientBirthBlock,
        "Transaction would exhaust the block limits" => PoolProblem::ExhaustsResources,
        "Transaction call is not expected" => PoolProblem::Call,
        "Invalid signing address" => PoolProblem::BadSigner,
        text if text.starts_with("Inability to pay some fees") => PoolProblem::Payment,
        text => PoolProblem::Other(text.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(data: &str) -> Error {
        problem(INVALID, "Invalid Transaction", Some(data)).expect("a pool error")
    }

    #[test]
    fn every_refusal_is_told_by_its_sentence_and_number() {
        for refusal in Refusal::ALL {
            let number = *refusal as u8;
            let error = refused(&format!("\"Custom error: {number}\""));
            assert!(matches!(error, Error::Refused(got) if got == *refusal));
            let text = error.to_string();
            assert!(text.starts_with(refusal.sentence().trim_end_matches('.')), "{text}");
            assert!(text.contains(&format!("refusal {number},")), "{text}");
            assert_eq!(error.to_json()["number"], number);
            assert_eq!(error.to_json()["name"], refusal.name());
        }
    }

    #[test]
    fn an_unknown_number_asks_for_a_newer_client() {
        let error = refused("\"Custom error: 250\"");
        assert!(matches!(error, Error::UnknownRefusal(250)));
        assert_eq!(error.to_json()["number"], 250);
    }

    #[test]
    fn the_nodes_own_words_are_translated() {
        use polkadot_sdk::sp_runtime::transaction_validity::InvalidTransaction as Invalid;
        for (invalid, problem) in [
            (Invalid::Stale, PoolProblem::Stale),
            (Invalid::Future, PoolProblem::Future),
            (Invalid::BadProof, PoolProblem::BadProof),
            (Invalid::AncientBirthBlock, PoolProblem::AncientBirthBlock),
            (Invalid::ExhaustsResources, PoolProblem::ExhaustsResources),
            (Invalid::Call, PoolProblem::Call),
            (Invalid::Payment, PoolProblem::Payment),
            (Invalid::BadSigner, PoolProblem::BadSigner),
        ] {
            let words: &'static str = invalid.into();
            let error = refused(&format!("\"{words}\""));
            assert!(matches!(&error, Error::Pool(got) if *got == problem), "{error:?}");
        }
    }

    #[test]
    fn codes_of_the_pool_are_told_apart() {
        let of = |code| match problem(code, "words", None) {
            Some(Error::Pool(problem)) => problem,
            other => panic!("{other:?}"),
        };
        assert_eq!(of(BAD_FORMAT), PoolProblem::Unreadable);
        assert_eq!(of(BANNED), PoolProblem::TemporarilyBanned);
        assert_eq!(of(ALREADY_IMPORTED), PoolProblem::AlreadyImported);
        assert_eq!(of(TOO_LOW_PRIORITY), PoolProblem::TooLowPriority);
        assert_eq!(of(DROPPED), PoolProblem::Full);
        assert_eq!(of(FUTURE), PoolProblem::Future);
        assert!(problem(-32601, "Method not found", None).is_none());
    }
}
