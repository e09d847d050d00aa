//! Nodes as people write them: by the peer id that a node prints, which is its network key in another dress.

use huangpu_client::H256;
use huangpu_primitives::nodes::NodeKey;
use std::str::FromStr;

/// A node, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Peer(pub(crate) NodeKey);

impl FromStr for Peer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let key = match text.strip_prefix("0x") {
            Some(hex) => hex::decode(hex).ok().and_then(|key| key.try_into().ok()),
            None => bs58::decode(text).into_vec().ok().and_then(|id| key_of(&id)),
        };
        let key: [u8; 32] = key.ok_or_else(|| {
            format!(
                "{text}: neither a peer id (12D3KooW…, of an Ed25519 key) nor a public network key (0x and 64 digits)"
            )
        })?;
        Ok(Self(NodeKey(H256(key))))
    }
}

/// The key in a peer id, if it is one of such a key.
fn key_of(id: &[u8]) -> Option<[u8; 32]> {
    let key: [u8; 32] = id.get(id.len().checked_sub(32)?..)?.try_into().ok()?;
    (NodeKey(H256(key)).peer_id_bytes() == id).then_some(key)
}

/// The peer id of a node.
pub(super) fn peer_id(node: &NodeKey) -> String {
    bs58::encode(node.peer_id_bytes()).into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `huangpu-node key generate-node-key` printed, and the public half of the key that it wrote.
    const PEER_ID: &str = "12D3KooWSRtpDjB3UJgBDGVjJLQszeEmfiAAcaS1B4gQbcMvxEok";
    const KEY: &str = "0xf6d4f88893b6f9698217e1c4ca3774f2174df0eb5691a287fa2d4cfc55d14193";

    #[test]
    fn a_peer_id_is_the_key() {
        let peer: Peer = PEER_ID.parse().expect("a peer id");
        assert_eq!(Ok(peer), KEY.parse());
        assert_eq!(peer_id(&peer.0), PEER_ID);
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
            assert!(text.parse::<Peer>().unwrap_err().contains("12D3KooW"), "{text}");
        }
    }
}
