//! The gateway as a whole: its real store, its real HTTP server, a real HTTP client, real keys. The
//! chain alone is a stand-in that judges by the rules of `pallet-devices` ([`common::chain`]); against
//! the real one the gateway runs in `scripts/test.sh`.

mod bad_input;
mod binary;
mod closing_rule;
mod common;
mod crash;
mod disk;
mod exchange;
mod fault;
mod feed;
mod kill;
mod link;
mod readings;
mod refused;
mod replay;
mod report_vectors;
mod store;
