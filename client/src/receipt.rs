//! What became of a transaction, read from its block.

use crate::{chain::Config, values, Chain, DispatchFailure, Error, Head, H256};
use serde_json::{json, Map, Value as Json};
use std::fmt;
use subxt::{error::DispatchError, metadata::ArcMetadata};

/// A transaction in a finalized block.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The block.
    pub block: Head,
    /// The transaction's hash.
    pub transaction: H256,
    /// Its place in the block, from 0.
    pub index: usize,
    /// What it caused, the frame's own bookkeeping aside.
    pub events: Vec<Event>,
}

/// Something that happened on the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The pallet that says so.
    pub pallet: String,
    /// What happened.
    pub name: String,
    /// The particulars: name and value, in order.
    pub fields: Vec<(String, Json)>,
}

impl Chain {
    /// Reads what a transaction caused in its block.
    pub(crate) async fn receipt(&self, block: H256, transaction: H256) -> Result<Receipt, Error> {
        let bad = |reason: String| Error::Decode { what: "events".into(), reason };
        let head = self.head(Some(block)).await?;
        let at = self.at(block).await?;
        let body = at.extrinsics().fetch().await.map_err(|e| bad(e.to_string()))?;
        let ours = body
            .iter()
            .filter_map(Result::ok)
            .find(|extrinsic| extrinsic.hash() == transaction)
            .ok_or_else(|| bad("the transaction is not in its block".into()))?;
        let events = ours.events().await.map_err(|e| bad(e.to_string()))?;
        let mut told = Vec::new();
        for event in events.iter() {
            let event = event.map_err(|e| bad(e.to_string()))?;
            failure(&event, at.metadata(), head)?;
            told.extend(tell(&event, at.metadata()));
        }
        Ok(Receipt { block: head, transaction, index: ours.index(), events: told })
    }
}

impl Receipt {
    /// The receipt for programs.
    pub fn to_json(&self) -> Json {
        json!({
            "block": { "number": self.block.number, "hash": format!("{:?}", self.block.hash) },
            "transaction": format!("{:?}", self.transaction),
            "index": self.index,
            "events": self.events.iter().map(Event::to_json).collect::<Vec<_>>(),
        })
    }
}

impl Event {
    /// A particular by its name.
    pub fn field(&self, name: &str) -> Option<&Json> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    fn to_json(&self) -> Json {
        let fields: Map<String, Json> = self.fields.iter().cloned().collect();
        json!({ "pallet": self.pallet, "name": self.name, "fields": fields })
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.pallet, self.name)?;
        values::told(f, &self.fields)
    }
}

type RawEvent<'a> = subxt::events::Event<'a, Config>;

/// Whether the event says that the call failed. Who makes a call for somebody else says so in an event of its own.
fn failure(event: &RawEvent<'_>, metadata: ArcMetadata, block: Head) -> Result<(), Error> {
    let (pallet, name) = (event.pallet_name(), event.event_name());
    let Some(error) = failed(pallet, name, event.field_bytes()) else { return Ok(()) };
    let error = DispatchError::decode_from(error, metadata)
        .map_err(|e| Error::Decode { what: "dispatch error".into(), reason: e.to_string() })?;
    let mut failure = dispatch_failure(error, block);
    if pallet == "Council" {
        failure.sentence = of_motion(&failure);
    }
    Err(Error::Dispatch(Box::new(failure)))
}

/// The error in an event's bytes, if it has one.
fn failed<'a>(pallet: &str, event: &str, bytes: &'a [u8]) -> Option<&'a [u8]> {
    // A `Result`: 1 is `Err`.
    let result = |bytes: &'a [u8]| bytes.split_first().filter(|of| *of.0 == 1).map(|of| of.1);
    let after_hash = || bytes.get(32..);
    match (pallet, event) {
        ("System", "ExtrinsicFailed") => Some(bytes),
        ("Sudo", "Sudid" | "SudoAsDone") => result(bytes),
        ("Council", "Executed" | "MemberExecuted") | ("Seats", "Enacted") => result(after_hash()?),
        ("System", "RejectedInvalidAuthorizedUpgrade") => after_hash(),
        _ => None,
    }
}

/// A motion that was closed is over, whatever became of its call.
fn of_motion(failure: &DispatchFailure) -> String {
    let sentence = match failure.name.as_str() {
        "BadOrigin" => "fewer seats agreed than this kind of decision takes: propose it again",
        _ => &failure.sentence,
    };
    format!("the motion is over, and its call failed: {sentence}")
}

fn dispatch_failure(error: DispatchError, block: Head) -> DispatchFailure {
    if let DispatchError::Module(module) = &error {
        if let Ok(details) = module.details() {
            let (pallet, name) = (details.pallet.name(), &details.variant.name);
            let sentence = match own_sentence(pallet, name) {
                Some(own) => own.to_owned(),
                None => sentence(&details.variant.docs, name),
            };
            let (pallet, name) = (Some(pallet.to_owned()), name.clone());
            return DispatchFailure { pallet, name, sentence, block };
        }
    }
    let (name, sentence) = match &error {
        DispatchError::BadOrigin => (
            "BadOrigin",
            "the account may not do this by itself: its organisation lacks the role, or the account the \
             scope; or it only prepares there or has a limit, then the call is to be made for the \
             organisation, with --as ORG"
                .to_owned(),
        ),
        DispatchError::Exhausted => ("Exhausted", "the call is too large for a block".to_owned()),
        other => ("DispatchError", other.to_string().trim_end_matches('.').to_owned()),
    };
    DispatchFailure { pallet: None, name: name.to_owned(), sentence, block }
}

/// Errors of the SDK's pallets that members meet: pallet, error, and what to do here. Their own documentation does not
/// know that.
const SDK_ERRORS: [(&str, &str, &str); 8] = [
    (
        "System",
        "CallFiltered",
        "calls of this kind are not open to members directly, or are stopped by a brake: `huangpu council paused` \
         shows what is",
    ),
    (
        "SafeMode",
        "Entered",
        "the brake is on already: `huangpu council paused` shows until when, `huangpu council brake extend` prolongs it",
    ),
    ("SafeMode", "Exited", "the brake is not on: there is nothing to let go, or to prolong"),
    ("TxPause", "IsPaused", "the call is paused already: `huangpu council paused` lists what is"),
    ("TxPause", "IsUnpaused", "the call is not paused: `huangpu council paused` lists what is"),
    (
        "Council",
        "DuplicateVote",
        "the organisation has voted so already: there is nothing left to do, and the other vote would replace it",
    ),
    (
        "Council",
        "NotMember",
        "the organisation has no vote on motions, because it has no seat or is suspended: `huangpu council show` lists \
         who has one",
    ),
    (
        "Council",
        "TooManyProposals",
        "the council votes on as many motions as it can: close one of `huangpu council motions` first",
    ),
];

fn own_sentence(pallet: &str, name: &str) -> Option<&'static str> {
    SDK_ERRORS
        .iter()
        .find(|(of, error, _)| (*of, *error) == (pallet, name))
        .map(|(_, _, sentence)| *sentence)
}

/// The runtime's documentation of an error, as the beginning of a sentence.
fn sentence(docs: &[String], name: &str) -> String {
    let text = docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() {
        return format!("the chain says {name}");
    }
    text.to_owned()
}

/// The event as the receipt tells it; `None` for the frame's own bookkeeping.
fn tell(event: &RawEvent<'_>, metadata: ArcMetadata) -> Option<Event> {
    let bookkeeping = matches!(
        (event.pallet_name(), event.event_name()),
        ("System", "ExtrinsicSuccess") | ("TransactionPayment" | "Balances", _)
    );
    if bookkeeping {
        return None;
    }
    let variant = metadata
        .pallet_by_name(event.pallet_name())
        .and_then(|pallet| pallet.event_variant_by_index(event.event_index()).cloned());
    let fields = variant
        .and_then(|variant| values::fields(event.field_bytes(), &variant, metadata.types()))
        .unwrap_or_default();
    let (pallet, name) = (event.pallet_name().to_owned(), event.event_name().to_owned());
    Some(Event { pallet, name, fields })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::METADATA;
    use subxt::Metadata;

    #[test]
    fn an_errors_documentation_becomes_a_sentence() {
        let docs = [" No device of the caller's".to_owned(), " organisation.".to_owned()];
        assert_eq!(sentence(&docs, "X"), "No device of the caller's organisation");
        assert_eq!(sentence(&[], "X"), "the chain says X");
    }

    #[test]
    fn the_sdks_errors_have_our_own_sentences() {
        let metadata = Metadata::decode_from(METADATA).expect("the committed metadata");
        for (pallet, name, sentence) in SDK_ERRORS {
            let errors = metadata.pallet_by_name(pallet).and_then(|pallet| pallet.error_variants());
            let known = errors.unwrap_or_default().iter().any(|error| error.name == name);
            assert!(known, "{pallet}.{name}");
            assert_eq!(own_sentence(pallet, name), Some(sentence));
        }
        assert_eq!(own_sentence("Devices", "CallFiltered"), None);
    }

    #[test]
    fn a_call_that_somebody_else_makes_fails_too() {
        let after_hash = |bytes: &[u8]| [&[7; 32], bytes].concat();
        assert_eq!(failed("System", "ExtrinsicFailed", &[2]), Some(&[2][..]));
        assert_eq!(failed("Sudo", "Sudid", &[1, 2]), Some(&[2][..]));
        for (pallet, event) in [("Council", "Executed"), ("Seats", "Enacted")] {
            assert_eq!(failed(pallet, event, &after_hash(&[1, 2])), Some(&[2][..]));
            assert_eq!(failed(pallet, event, &after_hash(&[0])), None);
        }
        let rejected = after_hash(&[2]);
        assert_eq!(failed("System", "RejectedInvalidAuthorizedUpgrade", &rejected), Some(&[2][..]));
        assert_eq!(failed("Sudo", "Sudid", &[0]), None);
        assert_eq!(failed("Members", "ActedAs", &[1, 2]), None);
    }

    #[test]
    fn an_event_is_told_in_one_line() {
        let mut event = Event {
            pallet: "Devices".into(),
            name: "DeviceRegistered".into(),
            fields: vec![("device".into(), 1.into()), ("from".into(), "2018-01".into())],
        };
        assert_eq!(event.to_string(), "Devices.DeviceRegistered(device 1, from 2018-01)");
        event.fields.clear();
        assert_eq!(event.to_string(), "Devices.DeviceRegistered");
    }
}
