//! What the pallet must know of the runtime's calls.

use huangpu_primitives::{roles::Scope, OrgId};

/// What it takes to make a call from an organisation's keyless account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The scope.
    pub scope: Scope,
    /// Its value, which counts against a delegate's limits: in fen (1/100 yuan) where it has a price, else in
    /// what the domain counts; 0 where there is nothing to count.
    pub value: u128,
}

/// The runtime's judgement of its calls.
pub trait CallPolicy<Call, AccountId> {
    /// What it takes to make the call from a keyless account; none, if it cannot be made from one.
    fn need(call: &Call) -> Option<Need>;
    /// Whether an organisation in wind-down may make it: it pays, delivers, returns, redeems or gives up, and
    /// opens nothing new.
    fn winds_down(call: &Call) -> bool;
    /// Whether it is the council's business, which no quota pays for when somebody of the council makes it.
    fn governs(call: &Call) -> bool;
    /// Whether this account, of an organisation with a seat, is one to make such a call.
    fn may_govern(who: &AccountId, call: &Call) -> bool;
    /// Who pays for it when nobody signs it.
    fn payer(call: &Call) -> Option<OrgId>;
}
