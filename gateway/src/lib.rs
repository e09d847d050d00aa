//! The IoT gateway: meter readings in, signed reports out, nothing lost.
//!
//! ```text
//!  HTTP ──┐                                     ┌── GET /v1/reports ◀── nodes' off-chain workers
//!  CSV  ──┼─▶ read, check ─▶ queue ─▶ store ─▶ close, sign
//!  plant ─┘   (meters)       (one writer,   ▲   └── GET /v1/proof
//!                             fsync)        └── finalized cursors ◀── the chain's follower
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`cli`], [`commands`], [`config`] | how it is started |
//! | [`daemon`], [`genesis`], [`core`] | the running gateway, its tasks and what they share |
//! | [`meters`], [`keys`], [`secret`], [`private_file`] | the devices and what signs for them |
//! | [`intake`], [`profile`], [`decimal`], [`reading`] | the ways in |
//! | [`store`] | what is kept, durably |
//! | [`closing`], [`reports`], [`clock`] | when reports are made, and how |
//! | [`chain`] | following the chain |
//! | [`server`], [`metrics`] | the ways out |
//! | [`replay`], [`progress`] | a whole file, compared with the chain |

#![warn(missing_docs)]

pub mod chain;
pub mod cli;
pub mod clock;
pub mod closing;
pub mod commands;
pub mod config;
pub mod core;
pub mod daemon;
pub mod decimal;
pub mod genesis;
pub mod intake;
pub mod keys;
pub mod meters;
pub mod metrics;
pub mod private_file;
pub mod profile;
pub mod progress;
pub mod reading;
pub mod replay;
pub mod reports;
pub mod secret;
pub mod server;
pub mod store;
