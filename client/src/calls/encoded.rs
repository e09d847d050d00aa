//! Calls as bytes: as [`act_as`](super::members::act_as) takes them and acts that wait hold them.

use crate::{
    runtime::{runtime_types::huangpu_runtime::RuntimeCall, METADATA},
    values, Chain, Error, H256,
};
use codec::{Compact, Encode};
use serde_json::{json, Map, Value as Json};
use std::{fmt, sync::OnceLock};
use subxt::{
    ext::{
        frame_decode::extrinsics::encode_call_data, scale_decode::DecodeAsType,
        scale_encode::EncodeAsType,
    },
    tx::Payload,
    Metadata,
};

/// What a call may use of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Execution time, in picoseconds.
    pub ref_time: u64,
    /// Bytes of proof.
    pub proof_size: u64,
}

/// A call, as people read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The pallet.
    pub pallet: String,
    /// The call.
    pub name: String,
    /// The arguments: name and value, in order.
    pub arguments: Vec<(String, Json)>,
}

/// A call's bytes, by the committed metadata.
///
/// # Errors
/// [`Error::Incompatible`] when the metadata has no such call.
pub fn encode(call: &impl Payload) -> Result<Vec<u8>, Error> {
    let metadata = committed()?;
    let (pallet, name) = (call.pallet_name(), call.call_name());
    encode_call_data(pallet, name, call.call_data(), metadata, metadata.types())
        .map_err(|e| Error::Incompatible(e.to_string()))
}

/// Reads a call's bytes, all of them, by the committed metadata.
pub(super) fn read(mut bytes: &[u8]) -> Result<RuntimeCall, Error> {
    let metadata = committed()?;
    let ty = metadata.outer_enums().call_enum_ty();
    let call = RuntimeCall::decode_as_type(&mut bytes, ty, metadata.types())
        .ok()
        .filter(|_| bytes.is_empty());
    call.ok_or_else(|| {
        Error::input("not an encoded call: are its bytes complete, and is it of this chain?")
    })
}

/// A runtime call's bytes, by the committed metadata.
pub(super) fn write(call: &RuntimeCall) -> Result<Vec<u8>, Error> {
    let metadata = committed()?;
    let ty = metadata.outer_enums().call_enum_ty();
    call.encode_as_type(ty, metadata.types()).map_err(|e| Error::Incompatible(e.to_string()))
}

fn committed() -> Result<&'static Metadata, Error> {
    static COMMITTED: OnceLock<Metadata> = OnceLock::new();
    if let Some(metadata) = COMMITTED.get() {
        return Ok(metadata);
    }
    let metadata =
        Metadata::decode_from(METADATA).map_err(|e| Error::Incompatible(e.to_string()))?;
    Ok(COMMITTED.get_or_init(|| metadata))
}

impl Chain {
    /// What a call's bytes mean to the runtime at a block; `None` when they mean nothing to it.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn decode_call(&self, at: H256, call: &[u8]) -> Result<Option<Decoded>, Error> {
        let metadata = self.at(at).await?.metadata();
        Ok(decode(call, &metadata))
    }

    /// What a call weighs, by the runtime at a block.
    ///
    /// # Errors
    /// When the node does not answer, or the runtime cannot read the call.
    pub async fn weight_of_call(&self, at: H256, call: &[u8]) -> Result<Weight, Error> {
        let length = u32::try_from(call.len()).unwrap_or(u32::MAX);
        let mut arguments = call.to_vec();
        length.encode_to(&mut arguments);
        // Weight, class and fee, as `RuntimeDispatchInfo` has them.
        let answer: ((Compact<u64>, Compact<u64>), u8, u128) =
            self.call(at, "TransactionPaymentCallApi_query_call_info", arguments).await?;
        let ((Compact(ref_time), Compact(proof_size)), _, _) = answer;
        Ok(Weight { ref_time, proof_size })
    }
}

fn decode(call: &[u8], metadata: &Metadata) -> Option<Decoded> {
    let [pallet, index, arguments @ ..] = call else { return None };
    let pallet = metadata.pallet_by_call_index(*pallet)?;
    let variant = pallet.call_variant_by_index(*index)?;
    let arguments = values::fields(arguments, variant, metadata.types())?;
    Some(Decoded { pallet: pallet.name().to_owned(), name: variant.name.clone(), arguments })
}

impl Decoded {
    /// The call for programs.
    pub fn to_json(&self) -> Json {
        let arguments: Map<String, Json> = self.arguments.iter().cloned().collect();
        json!({ "pallet": self.pallet, "name": self.name, "arguments": arguments })
    }
}

impl Decoded {
    /// Whether it is a call of this name, or makes one, however deep.
    pub fn makes(&self, name: &str) -> bool {
        self.name == name || self.arguments.iter().any(|(_, value)| has_key(value, name))
    }
}

/// Whether an object in it has such a key: calls within calls are objects by their names.
fn has_key(value: &Json, name: &str) -> bool {
    match value {
        Json::Object(fields) => {
            fields.contains_key(name) || fields.values().any(|value| has_key(value, name))
        }
        Json::Array(values) => values.iter().any(|value| has_key(value, name)),
        _ => false,
    }
}

impl fmt::Display for Decoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.pallet, self.name)?;
        values::told(f, &self.arguments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{calls, peers, DeviceId};

    #[test]
    fn a_call_is_read_as_it_was_written() {
        let bytes = encode(&calls::suspend_device(DeviceId(7))).expect("the metadata has it");
        let metadata = committed().expect("the committed metadata");
        let decoded = decode(&bytes, metadata).expect("the metadata has it");
        assert_eq!(decoded.to_string(), "Devices.suspend_device(device 7)");
        assert_eq!(decoded.to_json()["arguments"], json!({ "device": 7 }));
        let call = read(&bytes).expect("a call");
        assert!(matches!(call, RuntimeCall::Devices(_)));
        assert_eq!(write(&call).ok(), Some(bytes));
    }

    #[test]
    fn a_node_goes_by_its_peer_id() {
        const PEER: &str = "12D3KooWSRtpDjB3UJgBDGVjJLQszeEmfiAAcaS1B4gQbcMvxEok";
        let node = peers::parse(PEER).expect("a peer id");
        let bytes = encode(&calls::nodes::register(node)).expect("the metadata has it");
        let metadata = committed().expect("the committed metadata");
        let decoded = decode(&bytes, metadata).expect("the metadata has it");
        assert_eq!(decoded.to_string(), format!("Nodes.register_node(node {PEER})"));
        assert_eq!(decoded.to_json()["arguments"], json!({ "node": PEER }));
    }

    #[test]
    fn what_is_no_call_is_refused() {
        let bytes = encode(&calls::suspend_device(DeviceId(7))).expect("the metadata has it");
        let metadata = committed().expect("the committed metadata");
        for bad in [&[][..], &[0xff, 0xff], &bytes[..3]] {
            assert!(matches!(read(bad), Err(Error::Input(_))));
            assert_eq!(decode(bad, metadata), None);
        }
        let long = [&bytes[..], &[0]].concat();
        assert!(matches!(read(&long), Err(Error::Input(_))));
        assert_eq!(decode(&long, metadata), None);
    }
}
