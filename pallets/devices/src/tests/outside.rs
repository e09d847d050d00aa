//! What the off-chain worker meets outside the chain: gateways, which may fail, and the pool.

use crate::FEEDS_KEY;
use codec::Encode;
use polkadot_sdk::{
    sp_core::{
        offchain::{
            testing::{PendingRequest, TestOffchainExt},
            DbExternalities, Externalities, HttpError, HttpRequestId, HttpRequestStatus,
            OffchainDbExt, OffchainWorkerExt, OpaqueNetworkState, StorageKind, Timestamp,
            TransactionPool, TransactionPoolExt,
        },
        OpaquePeerId,
    },
    sp_io,
};
use std::{
    collections::BTreeMap,
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc, Mutex,
    },
};

/// How a gateway fails.
#[derive(Clone, Copy)]
pub(crate) enum Fault {
    /// Nobody listens there.
    Down,
    /// Its URL is none that can be asked.
    Unaskable,
    /// The connection breaks.
    Broken,
    /// It answers with this status.
    Status(u16),
    /// It announces an answer and never finishes it.
    Stalls,
}

/// The gateways a node was told of, and its pool.
#[derive(Clone, Default)]
pub(crate) struct Outside {
    http: TestOffchainExt,
    faults: Arc<Mutex<BTreeMap<String, Fault>>>,
    pool: Arc<Mutex<Vec<Vec<u8>>>>,
    pool_is_full: bool,
    /// Whether an answer was waited for since the test last looked.
    waited: Arc<AtomicBool>,
}

impl Outside {
    /// A node whose pool takes nothing.
    pub(crate) fn with_full_pool() -> Self {
        Outside { pool_is_full: true, ..Default::default() }
    }

    /// The next request goes to this feed, and is answered like this.
    pub(crate) fn expect(&self, feed: &str, answer: Vec<u8>) -> &Self {
        self.waited.store(false, Ordering::Relaxed);
        self.http.0.write().expect_request(PendingRequest {
            method: "GET".into(),
            uri: url(feed),
            sent: true,
            response: Some(answer),
            ..Default::default()
        });
        self
    }

    /// The next request goes to this feed, and fails like this.
    pub(crate) fn expect_fault(&self, feed: &str, fault: Fault) -> &Self {
        self.faults.lock().unwrap().insert(url(feed), fault);
        self.expect(feed, Vec::new())
    }

    /// This feed cannot be asked.
    pub(crate) fn refuse(&self, feed: &str) -> &Self {
        self.faults.lock().unwrap().insert(url(feed), Fault::Unaskable);
        self
    }

    /// The next request goes to this feed, and is answered with this status.
    pub(crate) fn expect_status(&self, feed: &str, status: u16, answer: Vec<u8>) -> &Self {
        self.faults.lock().unwrap().insert(url(feed), Fault::Status(status));
        self.expect(feed, answer)
    }

    /// The transactions that were submitted since the last question.
    pub(crate) fn take_submitted(&self) -> Vec<Vec<u8>> {
        self.waited.store(false, Ordering::Relaxed);
        std::mem::take(&mut self.pool.lock().unwrap())
    }

    /// Sets the node's clock.
    pub(crate) fn set_time(&self, millis: u64) {
        self.http.0.write().timestamp = Timestamp::from_unix_millis(millis);
    }

    pub(crate) fn register(self, ext: &mut sp_io::TestExternalities) {
        ext.register_extension(OffchainDbExt::new(self.clone()));
        ext.register_extension(TransactionPoolExt::new(self.clone()));
        ext.register_extension(OffchainWorkerExt::new(self));
    }

    fn fault(&self, request: HttpRequestId) -> Option<Fault> {
        let state = self.http.0.read();
        let uri = &state.requests.get(&request)?.uri;
        self.faults.lock().unwrap().get(uri).copied()
    }
}

fn url(feed: &str) -> String {
    format!("{}/v1/reports?limit=256&format=scale", feed.trim_end_matches('/'))
}

/// Tells the node of its feeds.
pub(crate) fn set_feeds(feeds: &[&str]) {
    let feeds: Vec<Vec<u8>> = feeds.iter().map(|feed| feed.as_bytes().to_vec()).collect();
    store(FEEDS_KEY, &feeds.encode());
}

/// Writes into the node's persistent storage.
pub(crate) fn store(key: &[u8], value: &[u8]) {
    sp_io::offchain::local_storage_set(StorageKind::PERSISTENT, key, value);
}

impl TransactionPool for Outside {
    fn submit_transaction(&mut self, extrinsic: Vec<u8>) -> Result<(), ()> {
        self.pool.lock().unwrap().push(extrinsic);
        if self.pool_is_full {
            return Err(());
        }
        Ok(())
    }
}

impl Externalities for Outside {
    fn is_validator(&self) -> bool {
        self.http.is_validator()
    }

    fn network_state(&self) -> Result<OpaqueNetworkState, ()> {
        self.http.network_state()
    }

    fn timestamp(&mut self) -> Timestamp {
        self.http.timestamp()
    }

    fn sleep_until(&mut self, deadline: Timestamp) {
        self.http.sleep_until(deadline)
    }

    fn random_seed(&mut self) -> [u8; 32] {
        self.http.random_seed()
    }

    fn http_request_start(
        &mut self,
        method: &str,
        uri: &str,
        meta: &[u8],
    ) -> Result<HttpRequestId, ()> {
        assert!(!self.waited.load(Ordering::Relaxed), "a feed waits until another has answered");
        if let Some(Fault::Unaskable) = self.faults.lock().unwrap().get(uri) {
            return Err(());
        }
        self.http.http_request_start(method, uri, meta)
    }

    fn http_request_add_header(
        &mut self,
        request: HttpRequestId,
        name: &str,
        value: &str,
    ) -> Result<(), ()> {
        self.http.http_request_add_header(request, name, value)
    }

    fn http_request_write_body(
        &mut self,
        request: HttpRequestId,
        chunk: &[u8],
        deadline: Option<Timestamp>,
    ) -> Result<(), HttpError> {
        self.http.http_request_write_body(request, chunk, deadline)
    }

    fn http_response_wait(
        &mut self,
        ids: &[HttpRequestId],
        deadline: Option<Timestamp>,
    ) -> Vec<HttpRequestStatus> {
        self.waited.store(true, Ordering::Relaxed);
        let sound = self.http.http_response_wait(ids, deadline);
        let statuses = ids.iter().zip(sound).map(|(id, sound)| match self.fault(*id) {
            Some(Fault::Down) if deadline.is_none() => panic!("it would wait for ever"),
            Some(Fault::Down) => HttpRequestStatus::DeadlineReached,
            Some(Fault::Broken) => HttpRequestStatus::IoError,
            Some(Fault::Status(code)) => HttpRequestStatus::Finished(code),
            Some(Fault::Stalls | Fault::Unaskable) | None => sound,
        });
        statuses.collect()
    }

    fn http_response_headers(&mut self, request: HttpRequestId) -> Vec<(Vec<u8>, Vec<u8>)> {
        self.http.http_response_headers(request)
    }

    fn http_response_read_body(
        &mut self,
        request: HttpRequestId,
        buffer: &mut [u8],
        deadline: Option<Timestamp>,
    ) -> Result<usize, HttpError> {
        match self.fault(request) {
            Some(Fault::Stalls) if deadline.is_none() => panic!("it would wait for ever"),
            Some(Fault::Stalls) => Err(HttpError::DeadlineReached),
            _ => self.http.http_response_read_body(request, buffer, deadline),
        }
    }

    fn set_authorized_nodes(&mut self, nodes: Vec<OpaquePeerId>, authorized_only: bool) {
        self.http.set_authorized_nodes(nodes, authorized_only)
    }
}

impl DbExternalities for Outside {
    fn local_storage_set(&mut self, kind: StorageKind, key: &[u8], value: &[u8]) {
        self.http.local_storage_set(kind, key, value)
    }

    fn local_storage_clear(&mut self, kind: StorageKind, key: &[u8]) {
        self.http.local_storage_clear(kind, key)
    }

    fn local_storage_compare_and_set(
        &mut self,
        kind: StorageKind,
        key: &[u8],
        old: Option<&[u8]>,
        new: &[u8],
    ) -> bool {
        self.http.local_storage_compare_and_set(kind, key, old, new)
    }

    fn local_storage_get(&mut self, kind: StorageKind, key: &[u8]) -> Option<Vec<u8>> {
        self.http.local_storage_get(kind, key)
    }
}
