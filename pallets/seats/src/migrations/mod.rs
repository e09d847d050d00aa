//! Changes of the pallet's layout.

pub mod v2;
