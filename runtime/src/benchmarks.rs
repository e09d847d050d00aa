//! Which benchmarks the runtime offers to `frame-omni-bencher`.

use crate::*;
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};

frame_benchmarking::define_benchmarks!(
    [pallet_devices, Devices]
    [pallet_emissions, Emissions]
    [pallet_instruments, Instruments]
    [pallet_intervals, Intervals]
    [pallet_members, Members]
    [pallet_money, Money]
    [pallet_nodes, Nodes]
    [pallet_seats, Seats]
    [pallet_validators, Validators]
);

pub(crate) fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
    let mut list = Vec::new();
    list_benchmarks!(list, extra);
    (list, AllPalletsWithSystem::storage_info())
}

pub(crate) fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
    let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
    // Each block begins with the clock being set: nobody reads it from the database after that.
    whitelist.push(pallet_timestamp::Now::<Runtime>::hashed_key().to_vec().into());
    let mut batches = Vec::new();
    let params = (&config, &whitelist);
    add_benchmarks!(params, batches);
    Ok(batches)
}
