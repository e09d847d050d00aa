//! The off-chain worker: it pulls reports from the gateways this node was told of, checks them as
//! the chain will, and submits one batch per organisation and feed.
//!
//! Endpoints are the operator's business and never go on chain: they stand in the node's off-chain
//! storage under [`FEEDS_KEY`]. The worker keeps no state of its own. What was not included is
//! simply asked for again, and since the batch is made from the same reports, the pool knows it
//! already.

use crate::{pallet::*, types::*};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use codec::Decode;
use core::{fmt, str};
use huangpu_primitives::{
    refusals::Refusal,
    report::{SignedReport, MAX_BATCH},
    DeviceId, OrgId,
};
use polkadot_sdk::{
    frame_system::offchain::SubmitTransaction,
    sp_io,
    sp_runtime::offchain::{
        http,
        storage::StorageValueRef,
        storage_lock::{StorageLock, Time},
        Duration, Timestamp,
    },
};

/// Where the node's off-chain storage (persistent) holds its feeds: SCALE `Vec<Vec<u8>>`, each a
/// gateway's base URL in UTF-8.
pub const FEEDS_KEY: &[u8] = b"huangpu/devices/feeds";
const LOCK_KEY: &[u8] = b"huangpu/devices/pulling";

/// Most feeds of one node.
const MAX_FEEDS: usize = 64;
/// How long the gateways, which are asked all at once, may take to answer.
const ANSWER_MS: u64 = 2_000;
/// How long a run may hold the lock, which is longer than it takes: runs overlap when slots are short.
const LOCK_MS: u64 = 10_000;
/// Largest answer: a full batch, encoded, and its length.
const MAX_ANSWER: usize = MAX_BATCH as usize * 192 + 8;

const LOG: &str = "huangpu::devices";

enum PullError {
    BadUrl,
    NotSent,
    NoAnswer,
    Status(u16),
    TooLarge,
    NotReports,
}

impl fmt::Display for PullError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PullError::BadUrl => f.write_str("its URL is not UTF-8"),
            PullError::NotSent => f.write_str("it cannot be asked: is its URL right?"),
            PullError::NoAnswer => f.write_str("no answer: is the gateway running?"),
            PullError::Status(code) => write!(f, "it answered with status {code}"),
            PullError::TooLarge => f.write_str("its answer is larger than a full batch"),
            PullError::NotReports => f.write_str("its answer is not a list of signed reports"),
        }
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn pull_feeds() {
        let mut lock = StorageLock::<Time>::with_deadline(LOCK_KEY, Duration::from_millis(LOCK_MS));
        // Another run is still pulling: it will do.
        let Ok(_guard) = lock.try_lock() else { return };
        let Ok(feeds) = StorageValueRef::persistent(FEEDS_KEY).get::<Vec<Vec<u8>>>() else {
            log::warn!(target: LOG, "the list of feeds cannot be read: set it anew");
            return;
        };
        // A device that several feeds serve is submitted once a run: batches that share a report keep
        // each other out of the pool.
        let mut submitted = BTreeSet::new();
        for (number, answer) in ask(&feeds.unwrap_or_default()).into_iter().enumerate() {
            match answer {
                Ok(reports) => Self::submit_pulled(reports, &mut submitted),
                // Not by its URL, which may hold a password.
                Err(error) => log::warn!(target: LOG, "feed {}: {error}", number + 1),
            }
        }
    }

    /// Submits what the chain will accept of these reports, a batch per organisation.
    fn submit_pulled(reports: Vec<SignedReport>, submitted: &mut BTreeSet<DeviceId>) {
        let mut owners = BTreeMap::<OrgId, BTreeMap<DeviceId, Vec<SignedReport>>>::new();
        for signed in reports {
            let id = signed.report.device;
            let Some(Device { org, .. }) = Devices::<T>::get(id) else { continue };
            // The gateway follows finalized blocks; this block may be ahead of them.
            let new = signed.report.sequence > Cursors::<T>::get(id).sequence;
            if new && !submitted.contains(&id) {
                owners.entry(org).or_default().entry(id).or_default().push(signed);
            }
        }
        for (org, devices) in owners {
            let batch = acceptable::<T>(org, devices);
            submitted.extend(batch.iter().map(|signed| signed.report.device));
            Self::submit_batch(org, batch);
        }
    }

    fn submit_batch(org: OrgId, reports: Batch) {
        if reports.is_empty() {
            return;
        }
        let call = Call::<T>::submit_reports { org, reports };
        let transaction = T::create_authorized_transaction(call.into());
        if SubmitTransaction::<T, Call<T>>::submit_transaction(transaction).is_err() {
            log::debug!(target: LOG, "batch of organisation {org} is in the pool, or was refused");
        }
    }
}

/// Of each device, the reports up to the first that does not pass the chain's own checks: one bad report
/// would have the whole batch refused, and must not hold up others.
fn acceptable<T: Config>(org: OrgId, devices: BTreeMap<DeviceId, Vec<SignedReport>>) -> Batch {
    let mut accepted = Batch::new();
    for (device, reports) in devices {
        let (good, refusal) = longest_prefix::<T>(org, &reports);
        if let Some(refusal) = refusal {
            log::debug!(target: LOG, "device {device}: {}", refusal.sentence());
        }
        for signed in reports.into_iter().take(good) {
            if accepted.try_push(signed).is_err() {
                return accepted;
            }
        }
    }
    accepted
}

/// How many of a device's reports pass, and why the next one does not.
fn longest_prefix<T: Config>(org: OrgId, reports: &[SignedReport]) -> (usize, Option<Refusal>) {
    let check = |good: usize| {
        let hashes = Pallet::<T>::check_order(org, &reports[..good])?;
        Pallet::<T>::check_signatures(&reports[..good], &hashes)
    };
    let Err(refusal) = check(reports.len()) else { return (reports.len(), None) };
    // A prefix of a good prefix is good: halve the distance.
    let (mut good, mut bad) = (0, reports.len());
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        match check(middle) {
            Ok(()) => good = middle,
            Err(_) => bad = middle,
        }
    }
    (good, Some(refusal))
}

/// Asks all feeds at once; their answers, in the feeds' order.
fn ask(feeds: &[Vec<u8>]) -> Vec<Result<Vec<SignedReport>, PullError>> {
    let deadline = sp_io::offchain::timestamp().add(Duration::from_millis(ANSWER_MS));
    let sent = feeds.iter().take(MAX_FEEDS).map(|feed| send(feed, deadline)).collect::<Vec<_>>();
    sent.into_iter().map(|pending| receive(pending?, deadline)).collect()
}

fn send(feed: &[u8], deadline: Timestamp) -> Result<http::PendingRequest, PullError> {
    let base = str::from_utf8(feed).map_err(|_| PullError::BadUrl)?.trim_end_matches('/');
    let url = alloc::format!("{base}/v1/reports?limit={MAX_BATCH}&format=scale");
    http::Request::get(&url).deadline(deadline).send().map_err(|_| PullError::NotSent)
}

fn receive(
    pending: http::PendingRequest,
    deadline: Timestamp,
) -> Result<Vec<SignedReport>, PullError> {
    let response = pending
        .try_wait(deadline)
        .map_err(|_| PullError::NoAnswer)?
        .map_err(|_| PullError::NoAnswer)?;
    if response.code != 200 {
        return Err(PullError::Status(response.code));
    }
    let mut answer = response.body();
    answer.deadline(deadline);
    let body = answer.by_ref().take(MAX_ANSWER + 1).collect::<Vec<u8>>();
    if answer.error().is_some() {
        return Err(PullError::NoAnswer);
    }
    if body.len() > MAX_ANSWER {
        return Err(PullError::TooLarge);
    }
    let reports = Batch::decode(&mut &body[..]).map_err(|_| PullError::NotReports)?;
    Ok(reports.into_inner())
}
