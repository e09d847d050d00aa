//! Changes of storage layout, release by release.
//!
//! A migration that fits into one block joins [`SingleBlock`], for the release that needs it; one that
//! does not joins [`MultiBlock`] and runs over as many blocks as it takes.

pub mod v102;

use crate::Runtime;

/// Run at once after an upgrade: to release 101, and from there to 102.
pub type SingleBlock = (
    pallet_members::migrations::v2::V1ToV2<Runtime>,
    pallet_devices::migrations::v2::V1ToV2<Runtime>,
    v102::SeatAndRename,
);

/// Run in steps after an upgrade, while the chain accepts nothing else: to release 103.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type MultiBlock = (pallet_seats::migrations::v2::V1ToV2<Runtime>,);

/// What the benchmarks of `pallet-migrations` run.
#[cfg(feature = "runtime-benchmarks")]
pub type MultiBlock = polkadot_sdk::pallet_migrations::mock_helpers::MockedMigrations;
