//! Automotive parts: the codes by which the industry names them.
//!
//! | module | holds | standard |
//! |---|---|---|
//! | [`vin`] | vehicle identification numbers | ISO 3779, GB 16735-2019 |
//! | [`battery`] | codes of traction batteries: packs, modules, cells | GB/T 34014-2017 |
//!
//! These are pure functions. A code that passes is well-formed; whether it was given to anything, only its maker knows.
//! Codes are checked before they are committed to, for nothing of them can be checked afterwards.

pub mod battery;
pub mod vin;
