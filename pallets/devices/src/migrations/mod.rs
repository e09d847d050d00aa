//! Changes of the storage's layout, one module each.

pub mod v2;
