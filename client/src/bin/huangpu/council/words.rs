//! Constituencies and kinds of decisions as people write them.

use crate::parse::{meaning, word};
use huangpu_primitives::council::{Constituency, Decision};

const CONSTITUENCIES: [(&str, Constituency); 4] = [
    ("industry", Constituency::Industry),
    ("finance", Constituency::Finance),
    ("research", Constituency::Research),
    ("public", Constituency::Public),
];

const DECISIONS: [(&str, Decision); 3] = [
    ("ordinary", Decision::Ordinary),
    ("grave", Decision::Grave),
    ("constitutional", Decision::Constitutional),
];

pub(super) fn constituency(text: &str) -> Result<Constituency, String> {
    meaning(&CONSTITUENCIES, text)
}

pub(super) fn show_constituency(constituency: Constituency) -> &'static str {
    word(&CONSTITUENCIES, constituency)
}

pub(super) fn decision(text: &str) -> Result<Decision, String> {
    meaning(&DECISIONS, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_as_it_is_written() {
        for of in Constituency::ALL {
            assert_eq!(constituency(show_constituency(of)), Ok(of));
        }
        for (text, of) in DECISIONS {
            assert_eq!(decision(text), Ok(of));
        }
        assert!(decision("easy").expect_err("no such kind").contains("constitutional"));
    }
}
