//! The whole runtime without a node, driven as a node drives it. One program for all of it: linking the
//! runtime takes longer than running its tests.

mod brakes;
mod call_policy;
mod common;
mod council;
mod measured;
mod members;
mod metered_electricity;
mod nodes;
mod presets;
mod refusals;
mod settlement;
mod validators;
mod weights;
