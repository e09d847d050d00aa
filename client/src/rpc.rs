//! The connection to a node: one websocket, made again by itself, every request bounded in time.

use crate::{error::Error, pool};
use serde::de::DeserializeOwned;
use std::{
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc,
    },
    time::Duration,
};
use subxt::rpcs::{
    client::{
        reconnecting_rpc_client::{ExponentialBackoff, RpcClient as Reconnecting},
        RpcParams, RpcSubscription,
    },
    Error as RpcError, RpcClient,
};

/// How long one request may take, reconnecting included.
const REQUEST: Duration = Duration::from_secs(30);
/// How long the first connection may take.
const CONNECT: Duration = Duration::from_secs(10);
/// Between two attempts of a request that the connection's end cut short.
const RETRY: Duration = Duration::from_millis(10);

/// Gives up at once until the first connection stands; from then on it never gives up.
#[derive(Clone)]
struct Patience {
    connected: Arc<AtomicBool>,
    backoff: ExponentialBackoff,
}

impl Iterator for Patience {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        self.connected.load(Ordering::Relaxed).then(|| self.backoff.next()).flatten()
    }
}

/// A connection to a node.
#[derive(Clone)]
pub(crate) struct Rpc {
    client: RpcClient,
    url: String,
}

impl Rpc {
    pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
        if !(url.starts_with("ws://") || url.starts_with("wss://")) {
            return Err(Error::input(format!(
                "{url}: a node's address begins with ws:// or wss://"
            )));
        }
        let unreachable = |reason: String| Error::Unreachable { url: url.to_owned(), reason };
        let connected = Arc::new(AtomicBool::new(false));
        let patience = Patience {
            connected: connected.clone(),
            backoff: ExponentialBackoff::from_millis(10).max_delay(Duration::from_secs(5)),
        };
        let building = Reconnecting::builder().retry_policy(patience).build(url);
        let client = tokio::time::timeout(CONNECT, building)
            .await
            .map_err(|_| unreachable(format!("no answer within {} seconds", CONNECT.as_secs())))?
            .map_err(|e| unreachable(e.to_string()))?;
        connected.store(true, Ordering::Relaxed);
        Ok(Self { client: RpcClient::new(client), url: url.to_owned() })
    }

    pub(crate) fn client(&self) -> RpcClient {
        self.client.clone()
    }

    /// Asks something that may be asked twice.
    pub(crate) async fn ask<T: DeserializeOwned>(
        &self,
        method: &str,
        params: RpcParams,
    ) -> Result<T, Error> {
        let asking = async {
            loop {
                match self.client.request(method, params.clone()).await {
                    Err(RpcError::DisconnectedWillReconnect(_)) => tokio::time::sleep(RETRY).await,
                    answer => return answer.map_err(|e| self.error(method, e)),
                }
            }
        };
        self.bounded(method, asking).await
    }

    /// Asks something that must not be asked twice.
    pub(crate) async fn ask_once<T: DeserializeOwned>(
        &self,
        method: &str,
        params: RpcParams,
    ) -> Result<T, Error> {
        let asking =
            async { self.client.request(method, params).await.map_err(|e| self.error(method, e)) };
        self.bounded(method, asking).await
    }

    /// Subscribes. Not bounded in time while the connection is being made again.
    pub(crate) async fn subscribe<T: DeserializeOwned>(
        &self,
        method: &str,
        params: RpcParams,
        unsubscribe: &str,
    ) -> Result<RpcSubscription<T>, Error> {
        self.client.subscribe(method, params, unsubscribe).await.map_err(|e| self.error(method, e))
    }

    async fn bounded<T>(
        &self,
        method: &str,
        asking: impl std::future::Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let late = || Error::Timeout { method: method.to_owned(), seconds: REQUEST.as_secs() };
        tokio::time::timeout(REQUEST, asking).await.unwrap_or_else(|_| Err(late()))
    }

    /// Translates what the transport or the node said.
    pub(crate) fn error(&self, method: &str, error: RpcError) -> Error {
        match error {
            RpcError::User(user) => {
                let data = user.data.as_ref().map(|data| data.get());
                refusal(method, user.code, &user.message, data)
            }
            RpcError::DisconnectedWillReconnect(reason) => Error::Disconnected(reason),
            RpcError::Deserialization(e) => {
                Error::Decode { what: method.to_owned(), reason: e.to_string() }
            }
            other => Error::Unreachable { url: self.url.clone(), reason: other.to_string() },
        }
    }
}

fn refusal(method: &str, code: i32, message: &str, data: Option<&str>) -> Error {
    if message.contains("unsafe to be called externally") {
        return Error::UnsafeDenied(method.to_owned());
    }
    pool::problem(code, message, data).unwrap_or_else(|| {
        let message = match data {
            Some(data) => format!("{message}: {}", data.trim_matches('"')),
            None => message.to_owned(),
        };
        Error::Rpc { method: method.to_owned(), code, message }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_node_that_is_not_there_is_said_to_be_so_at_once() {
        // Port 1 of the loopback is never open.
        let started = std::time::Instant::now();
        let error = Rpc::connect("ws://127.0.0.1:1").await.err().expect("nothing listens there");
        assert!(started.elapsed() < Duration::from_secs(5));
        assert!(matches!(error, Error::Unreachable { .. }));
        assert!(error
            .to_string()
            .starts_with("cannot reach ws://127.0.0.1:1: is the node running?"));
    }

    #[tokio::test]
    async fn an_address_of_another_kind_is_bad_input() {
        let error = Rpc::connect("http://127.0.0.1:9944").await.err().expect("not a websocket");
        assert!(matches!(error, Error::Input(_)));
    }

    #[test]
    fn requests_for_the_operator_alone_are_told_so() {
        let error = refusal(
            "offchain_localStorageSet",
            -32601,
            "RPC call is unsafe to be called externally",
            None,
        );
        assert!(matches!(error, Error::UnsafeDenied(_)));
        let error = refusal("state_call", 4003, "Client error", Some("\"State discarded\""));
        assert_eq!(
            error.to_string(),
            "the node refused `state_call`: Client error: State discarded (code 4003)"
        );
    }
}
