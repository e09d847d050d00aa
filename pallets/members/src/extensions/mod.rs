//! What every signed transaction passes on its way in, in this order: [`CheckMembership`], [`CheckNonce`],
//! [`ChargeQuota`].

mod membership;
mod nonce;
mod quota;

pub use membership::CheckMembership;
pub use nonce::{CheckNonce, MAX_NONCE_AHEAD};
pub use quota::{Charge, ChargeQuota, MAX_EXEMPTIONS};
