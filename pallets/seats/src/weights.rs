//! What the pallet weighs. The runtime holds the measured implementation.

use polkadot_sdk::frame_support::weights::Weight;

/// Weights of the calls, and of what the chain does by itself.
pub trait WeightInfo {
    /// `set_rule`.
    fn set_rule() -> Weight;
    /// `call_election`.
    fn call_election() -> Weight;
    /// `stand`.
    fn stand() -> Weight;
    /// `withdraw_candidacy`.
    fn withdraw_candidacy() -> Weight;
    /// `vote`.
    fn vote() -> Weight;
    /// `close_election`, with so many candidates, and so many holders who are not elected again.
    fn close_election(c: u32, l: u32) -> Weight;
    /// `vacate_seat`.
    fn vacate_seat() -> Weight;
    /// `unseat`.
    fn unseat() -> Weight;
    /// `enact`, without the inner call, of so many bytes.
    fn enact(n: u32) -> Weight;
    /// Looking whether anything is to be done.
    fn look_at_day() -> Weight;
    /// Beginning the founders' terms.
    fn begin_founders_terms() -> Weight;
    /// Looking whether a constituency's election is to be called or closed.
    fn look_at_constituency() -> Weight;
    /// Forgetting a closed organisation's ballot.
    fn forget_ballot() -> Weight;
    /// Moving one ballot to where it is kept from version 2 on.
    fn move_ballot() -> Weight;
}

#[cfg(test)]
impl WeightInfo for () {
    fn set_rule() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn call_election() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn stand() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn withdraw_candidacy() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn vote() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn close_election(c: u32, l: u32) -> Weight {
        Weight::from_parts(1 + 10 * u64::from(c) + 100 * u64::from(l), 0)
    }
    fn vacate_seat() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn unseat() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn enact(n: u32) -> Weight {
        Weight::from_parts(1 + u64::from(n), 0)
    }
    fn look_at_day() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn begin_founders_terms() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn look_at_constituency() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn forget_ballot() -> Weight {
        Weight::from_parts(1, 0)
    }
    fn move_ballot() -> Weight {
        Weight::from_parts(1, 0)
    }
}
