//! Weights of our own pallets: `scripts/weights.sh` writes the files of this folder, nobody else does.
//! The SDK's pallets use what upstream measured on its reference hardware; `runtime/tests/it/weights.rs` holds
//! the list of exceptions, and refuses any other.

pub mod pallet_devices;
pub mod pallet_emissions;
pub mod pallet_instruments;
pub mod pallet_intervals;
pub mod pallet_members;
pub mod pallet_money;
pub mod pallet_nodes;
pub mod pallet_seats;
pub mod pallet_validators;
