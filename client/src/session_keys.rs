//! A validator's session keys: a node makes them and keeps their secrets; the chain is told the public ones.

use crate::{AccountId, Chain, Error};
use codec::Encode;
use serde::Deserialize;
use subxt::rpcs::client::rpc_params;

const METHOD: &str = "author_rotateKeysWithOwner";

/// New session keys, and the proof that the node has their secrets and means them for their owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKeys {
    /// The public keys, as `session.set_keys` takes them.
    pub keys: Vec<u8>,
    /// The proof.
    pub proof: Vec<u8>,
}

/// The node's answer, in hex.
#[derive(Deserialize)]
struct Generated {
    keys: String,
    proof: Option<String>,
}

impl Chain {
    /// Lets the node make new session keys for an account: the keyless one of the organisation whose validator it
    /// runs. The node keeps its old keys, too.
    ///
    /// # Errors
    /// [`Error::UnsafeDenied`] when the node does not take the caller for its operator.
    pub async fn rotate_keys_with_owner(&self, owner: &AccountId) -> Result<NewKeys, Error> {
        let owner = format!("0x{}", hex::encode(owner.encode()));
        // Twice would be two sets of keys.
        let answer: Generated = self.rpc().ask_once(METHOD, rpc_params![owner]).await?;
        answer.decode()
    }
}

impl Generated {
    fn decode(self) -> Result<NewKeys, Error> {
        let bad = |reason: String| Error::Decode { what: METHOD.into(), reason };
        let bytes =
            |text: &str| hex::decode(text.trim_start_matches("0x")).map_err(|e| bad(e.to_string()));
        let proof = self.proof.ok_or_else(|| bad("the node made no proof".into()))?;
        Ok(NewKeys { keys: bytes(&self.keys)?, proof: bytes(&proof)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<NewKeys, Error> {
        serde_json::from_str::<Generated>(json).expect("an answer").decode()
    }

    #[test]
    fn keys_without_proof_are_of_no_use() {
        let keys = read(r#"{"keys":"0x0102","proof":"0x03"}"#).expect("both");
        assert_eq!(keys, NewKeys { keys: vec![1, 2], proof: vec![3] });
        assert!(matches!(read(r#"{"keys":"0x0102"}"#), Err(Error::Decode { .. })));
        assert!(matches!(read(r#"{"keys":"0x01","proof":"x"}"#), Err(Error::Decode { .. })));
    }
}
