//! Ways in: HTTP, CSV files, the simulated plant. All end in the [`queue`].

pub mod csv;
pub mod json;
pub mod queue;
pub mod simulate;
