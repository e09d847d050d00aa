//! Where a node fetches signed reports: a list of gateways' addresses in its local off-chain
//! storage. It never goes on chain; only the node's operator can read or set it.

use crate::{Chain, Error};
use codec::{DecodeAll, Encode};
use subxt::rpcs::client::rpc_params;

/// The key under which the node's off-chain worker looks for the list, a SCALE `Vec<Vec<u8>>`.
pub const KEY: &[u8] = b"huangpu/devices/feeds";

const KIND: &str = "PERSISTENT";

impl Chain {
    /// The addresses from which this node fetches reports.
    ///
    /// # Errors
    /// [`Error::UnsafeDenied`] when the node does not take the caller for its operator.
    pub async fn feeds(&self) -> Result<Vec<String>, Error> {
        let value: Option<String> =
            self.rpc().ask("offchain_localStorageGet", rpc_params![KIND, key()]).await?;
        value.map_or_else(|| Ok(Vec::new()), |hex| decode(&hex))
    }

    /// Sets the addresses from which this node fetches reports.
    ///
    /// # Errors
    /// [`Error::Input`] for an address that is not of HTTP, [`Error::UnsafeDenied`] when the node
    /// does not take the caller for its operator.
    pub async fn set_feeds(&self, urls: &[String]) -> Result<(), Error> {
        let value = encode(urls)?;
        self.rpc().ask("offchain_localStorageSet", rpc_params![KIND, key(), value]).await
    }
}

fn key() -> String {
    format!("0x{}", hex::encode(KEY))
}

fn encode(urls: &[String]) -> Result<String, Error> {
    for url in urls {
        let host = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"));
        if host.is_none_or(|host| host.is_empty()) {
            return Err(Error::input(format!("{url}: a feed's address begins with http://")));
        }
    }
    let urls: Vec<&[u8]> = urls.iter().map(|url| url.trim_end_matches('/').as_bytes()).collect();
    Ok(format!("0x{}", hex::encode(urls.encode())))
}

fn decode(value: &str) -> Result<Vec<String>, Error> {
    let bad = |reason: String| Error::Decode { what: "offchain_localStorageGet".into(), reason };
    let bytes = hex::decode(value.trim_start_matches("0x")).map_err(|e| bad(e.to_string()))?;
    let urls: Vec<Vec<u8>> =
        DecodeAll::decode_all(&mut &bytes[..]).map_err(|e| bad(e.to_string()))?;
    urls.into_iter().map(|url| String::from_utf8(url).map_err(|e| bad(e.to_string()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_as_it_was_set() {
        let urls = ["http://127.0.0.1:8600".to_owned(), "https://gateway.example/a".to_owned()];
        assert_eq!(decode(&encode(&urls).expect("two addresses")).expect("a list"), urls);
        assert_eq!(encode(&[]).expect("an empty list"), "0x00");
    }

    #[test]
    fn the_bytes_are_those_the_worker_reads() {
        // One string of 8 bytes: compact 1, compact 8, the bytes.
        let value = encode(&["http://a/".to_owned()]).expect("an address");
        assert_eq!(value, format!("0x0420{}", hex::encode("http://a")));
    }

    #[test]
    fn other_addresses_are_refused() {
        for url in ["", "127.0.0.1:8600", "http://", "ftp://a"] {
            assert!(matches!(encode(&[url.to_owned()]), Err(Error::Input(_))), "{url}");
        }
    }
}
