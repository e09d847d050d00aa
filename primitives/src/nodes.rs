//! Nodes: the machines of the network, named by their keys, and who of them is let in.

use crate::members::plain;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::sp_core::H256;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Where the last final block is more than so many blocks back, finality counts as standing still: nodes also let in whom
/// the newest block does, clients go by the newest block, and the council may note the stall. Else nothing could be
/// healed that takes another machine: what lets it in would never be final.
pub const FINALITY_STANDS: u32 = 30;

/// A node's Ed25519 network key, the public half. In JSON it is a string of hexadecimal digits.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    Serialize,
    Deserialize,
)]
#[serde(transparent)]
pub struct NodeKey(pub H256);

/// A multihash that hashes nothing (0x00) of 36 bytes, which are a key's protobuf message: type (field 1) is
/// Ed25519 (1), data (field 2) are 32 bytes.
const PEER_ID_PREFIX: [u8; 6] = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20];

impl NodeKey {
    /// The libp2p peer id of the node with this key; in base58 it begins with `12D3KooW`.
    pub fn peer_id_bytes(&self) -> [u8; 38] {
        let mut id = [0; 38];
        let (prefix, key) = id.split_at_mut(PEER_ID_PREFIX.len());
        prefix.copy_from_slice(&PEER_ID_PREFIX);
        key.copy_from_slice(self.0.as_bytes());
        id
    }
}

plain! {
    /// Who is let into the network. The numbers are for ever.
    #[derive(Default)]
    pub enum Admission {
        /// Every node.
        #[default]
        #[codec(index = 0)]
        Open,
        /// Registered nodes, while their organisations are members.
        #[codec(index = 1)]
        Registered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polkadot_sdk::sp_core::{crypto::Pair, ed25519};

    /// Secret keys as `huangpu-node key generate-node-key` wrote them, and the peer ids that it printed.
    const MADE: [(&str, &str); 3] = [
        (
            "6584a2d992739027111e0b560914f5c831e5629a1747a063e5abe79708ce0436",
            "12D3KooWSRtpDjB3UJgBDGVjJLQszeEmfiAAcaS1B4gQbcMvxEok",
        ),
        (
            "960437cc9b924c6471aa712b81f8a8bd83d5a3ac9357654f1eacfbc54b398e5c",
            "12D3KooWNDNZCZkpnVsqdKseSMhrrL4yTacC2SPGpDBEVSuJXAik",
        ),
        (
            "08cd4f7958c263e439cc2dfc9cf9b2edb55f3c1a658730c65768b41311c0718a",
            "12D3KooWSMFe4ANitzWSxuetSJyEN72bb5tvSiAeY7q6wsHsehBV",
        ),
    ];

    /// Base58 with Bitcoin's alphabet. A leading zero byte is a leading digit 1.
    fn base58(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        let mut digits: Vec<usize> = vec![];
        for byte in bytes {
            let mut carry = usize::from(*byte);
            for digit in digits.iter_mut() {
                carry += *digit << 8;
                (*digit, carry) = (carry % 58, carry / 58);
            }
            while carry > 0 {
                digits.push(carry % 58);
                carry /= 58;
            }
        }
        digits.extend(bytes.iter().take_while(|byte| **byte == 0).map(|_| 0));
        digits.into_iter().rev().map(|digit| char::from(DIGITS[digit])).collect()
    }

    fn public(secret: &str) -> NodeKey {
        let secret: [u8; 32] = hex::decode(secret).unwrap().try_into().unwrap();
        NodeKey(H256(ed25519::Pair::from_seed(&secret).public().0))
    }

    #[test]
    fn a_peer_id_is_that_of_the_node() {
        for (secret, peer_id) in MADE {
            assert_eq!(base58(&public(secret).peer_id_bytes()), peer_id);
        }
        let bytes = hex::decode(
            "002408011220f6d4f88893b6f9698217e1c4ca3774f2174df0eb5691a287fa2d4cfc55d14193",
        );
        assert_eq!(public(MADE[0].0).peer_id_bytes().to_vec(), bytes.unwrap());
    }

    #[test]
    fn a_key_is_32_bytes_encoded_and_hexadecimal_in_json() {
        let key = NodeKey(H256::repeat_byte(0xab));
        assert_eq!(key.encode(), [0xab; 32]);
        let json = serde_json::to_string(&key).unwrap();
        assert_eq!(json, format!("\"0x{}\"", "ab".repeat(32)));
        assert_eq!(serde_json::from_str::<NodeKey>(&json).unwrap(), key);
    }

    #[test]
    fn a_network_is_open_unless_it_says_otherwise() {
        assert_eq!(Admission::default(), Admission::Open);
        assert_eq!((Admission::Open.encode(), Admission::Registered.encode()), (vec![0], vec![1]));
    }
}
