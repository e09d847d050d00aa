//! Nodes as people write them: by the peer id that a node prints, which is its network key in another dress.

use crate::{Error, H256};
use huangpu_primitives::nodes::NodeKey;

/// The peer id of a node: `12D3KooW…`.
pub fn show(node: &NodeKey) -> String {
    bs58::encode(node.peer_id_bytes()).into_string()
}

/// Reads a node: its peer id, or its public network key in hex.
///
/// # Errors
/// [`Error::Input`] for anything else; the peer id of another key than an Ed25519 one, too.
pub fn parse(text: &str) -> Result<NodeKey, Error> {
    let key = match text.strip_prefix("0x") {
        Some(hex) => hex::decode(hex).ok().and_then(|key| key.try_into().ok()),
        None => bs58::decode(text).into_vec().ok().and_then(|id| key_of(&id)),
    };
    let key: [u8; 32] = key.ok_or_else(|| {
        Error::Input(format!(
            "{text}: neither a peer id (12D3KooW…, of an Ed25519 key) nor a public network key (0x and 64 digits)"
        ))
    })?;
    Ok(NodeKey(H256(key)))
}

/// The key in a peer id, if it is one of such a key.
fn key_of(id: &[u8]) -> Option<[u8; 32]> {
    let key: [u8; 32] = id.get(id.len().checked_sub(32)?..)?.try_into().ok()?;
    (NodeKey(H256(key)).peer_id_bytes() == id).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `huangpu-node key generate-node-key` printed, and the public half of the key that it wrote.
    const PEER_ID: &str = "12D3KooWSRtpDjB3UJgBDGVjJLQszeEmfiAAcaS1B4gQbcMvxEok";
    const KEY: &str = "0xf6d4f88893b6f9698217e1c4ca3774f2174df0eb5691a287fa2d4cfc55d14193";

    #[test]
    fn a_peer_id_is_the_key() {
        let node = parse(PEER_ID).expect("a peer id");
        assert_eq!(parse(KEY).ok(), Some(node));
        assert_eq!(show(&node), PEER_ID);
    }

    #[test]
    fn others_are_refused() {
        // A slip of the pen, half a key, the peer id of an RSA key, an account.
        for text in [
            "12D3KooWSRtpDjB3UJgBDGVjJLQszeEmfiAAcaS1B4gQbcMvxEo0",
            "0xf6d4f888",
            "QmNnooDu7bfjPFoTZYxMNLWUQJyrVwtbZg5gBMjTezGAJN",
            "5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw",
            "",
        ] {
            let error = parse(text).expect_err("no node").to_string();
            assert!(error.contains("12D3KooW"), "{error}");
        }
    }
}
