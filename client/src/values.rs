//! Makes JSON of what the chain encodes, by the metadata's types.
//!
//! Accounts become addresses, nodes their peer ids, days `YYYY-MM-DD`, months `YYYY-MM`, identifiers their text, byte
//! strings text where they are printable and hex otherwise; integers beyond 64 bits become strings.

use crate::{days, peers, AccountId};
use codec::Decode;
use huangpu_primitives::{
    calendar::{Day, Month},
    identifiers::Identifier,
    nodes::NodeKey,
};
use scale_info::{form::PortableForm, PortableRegistry, TypeDef, TypeDefPrimitive, Variant};
use serde_json::{Map, Number, Value as Json};
use std::fmt;
use subxt::ext::scale_value::{self, Composite, Primitive, Value, ValueDef};

/// Decodes the fields of an event or a call, one after the other; `None` when the bytes do not fit the types.
pub(crate) fn fields(
    mut bytes: &[u8],
    variant: &Variant<PortableForm>,
    types: &PortableRegistry,
) -> Option<Vec<(String, Json)>> {
    let mut fields = Vec::new();
    for (index, field) in variant.fields.iter().enumerate() {
        let name = field.name.clone().unwrap_or_else(|| index.to_string());
        let value = scale_value::scale::decode_as_type(&mut bytes, field.ty.id, types).ok()?;
        fields.push((name, json(&value, types)));
    }
    bytes.is_empty().then_some(fields)
}

/// Writes fields in one line.
pub(crate) fn told(f: &mut fmt::Formatter<'_>, fields: &[(String, Json)]) -> fmt::Result {
    if fields.is_empty() {
        return Ok(());
    }
    let told = fields.iter().map(|(name, value)| match value.as_str() {
        None if value.is_null() => format!("{name} none"),
        // Quoted: it may be written so that it looks like more arguments.
        Some(text) if name_like(text) => format!("{name} {text}"),
        Some(text) => format!("{name} {text:?}"),
        None => format!("{name} {value}"),
    });
    write!(f, "({})", told.collect::<Vec<_>>().join(", "))
}

/// Whether a text cannot be taken for anything but one word.
fn name_like(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:#".contains(c);
    !text.is_empty() && text.chars().all(plain)
}

fn json(value: &Value<u32>, types: &PortableRegistry) -> Json {
    if let Some(known) = known(value, types) {
        return known;
    }
    match &value.value {
        ValueDef::Primitive(primitive) => primitive_json(primitive),
        ValueDef::BitSequence(bits) => Json::from(bits.iter().collect::<Vec<bool>>()),
        ValueDef::Variant(variant) => variant_json(&variant.name, &variant.values, types),
        ValueDef::Composite(composite) => composite_json(composite, is_struct(value, types), types),
    }
}

/// Types that people know by another shape than their fields.
fn known(value: &Value<u32>, types: &PortableRegistry) -> Option<Json> {
    let ty = types.resolve(value.context)?;
    match (ty.path.ident().as_deref(), &ty.type_def) {
        (Some("AccountId32"), _) => {
            let account = AccountId::decode(&mut &octets(value)?[..]).ok()?;
            Some(account.to_string().into())
        }
        (Some("NodeKey"), _) => {
            let node = NodeKey::decode(&mut &octets(value)?[..]).ok()?;
            Some(peers::show(&node).into())
        }
        (Some("Month"), _) => {
            let months = number(value)?;
            Some(Month(u16::try_from(months).ok()?).to_string().into())
        }
        (Some("Day"), _) => {
            let day = Day(u32::try_from(number(value)?).ok()?);
            Some(days::json(day))
        }
        (Some("Identifier"), _) => {
            let mut bytes = Vec::new();
            scale_value::scale::encode_as_type(value, value.context, types, &mut bytes).ok()?;
            Some(Identifier::decode(&mut &bytes[..]).ok()?.to_string().into())
        }
        (_, TypeDef::Array(array)) if is_u8(array.type_param.id, types) => {
            Some(hexed(&octets(value)?).into())
        }
        (_, TypeDef::Sequence(sequence)) if is_u8(sequence.type_param.id, types) => {
            Some(text_or_hex(octets(value)?).into())
        }
        _ => None,
    }
}

fn primitive_json(primitive: &Primitive) -> Json {
    match primitive {
        Primitive::Bool(flag) => (*flag).into(),
        Primitive::Char(char) => char.to_string().into(),
        Primitive::String(text) => text.clone().into(),
        Primitive::U128(number) => match u64::try_from(*number) {
            Ok(number) => Json::Number(Number::from(number)),
            Err(_) => number.to_string().into(),
        },
        Primitive::I128(number) => match i64::try_from(*number) {
            Ok(number) => Json::Number(Number::from(number)),
            Err(_) => number.to_string().into(),
        },
        Primitive::U256(bytes) | Primitive::I256(bytes) => hexed(bytes).into(),
    }
}

fn variant_json(name: &str, values: &Composite<u32>, types: &PortableRegistry) -> Json {
    match (name, values.len()) {
        ("None", 0) => Json::Null,
        (_, 0) => name.into(),
        ("Some", 1) => composite_json(values, true, types),
        _ => Json::Object(Map::from_iter([(name.to_owned(), composite_json(values, true, types))])),
    }
}

/// A struct around one unnamed value is that value.
fn composite_json(composite: &Composite<u32>, is_struct: bool, types: &PortableRegistry) -> Json {
    match composite {
        Composite::Named(fields) => Json::Object(
            fields.iter().map(|(name, value)| (name.clone(), json(value, types))).collect(),
        ),
        Composite::Unnamed(values) => match &values[..] {
            [single] if is_struct => json(single, types),
            values => values.iter().map(|value| json(value, types)).collect(),
        },
    }
}

fn is_struct(value: &Value<u32>, types: &PortableRegistry) -> bool {
    matches!(types.resolve(value.context).map(|ty| &ty.type_def), Some(TypeDef::Composite(_)))
}

fn is_u8(id: u32, types: &PortableRegistry) -> bool {
    let ty = types.resolve(id).map(|ty| &ty.type_def);
    matches!(ty, Some(TypeDef::Primitive(TypeDefPrimitive::U8)))
}

/// The bytes of a byte array, however many structs of one field are around it.
fn octets(value: &Value<u32>) -> Option<Vec<u8>> {
    let ValueDef::Composite(composite) = &value.value else { return None };
    let mut values = composite.values();
    match (values.next(), values.len()) {
        (Some(inner @ Value { value: ValueDef::Composite(_), .. }), 0) => octets(inner),
        _ => composite.values().map(|byte| u8::try_from(byte.as_u128()?).ok()).collect(),
    }
}

/// The number in a struct around one.
fn number(value: &Value<u32>) -> Option<u128> {
    match &value.value {
        ValueDef::Composite(composite) => number(composite.values().next()?),
        _ => value.as_u128(),
    }
}

fn text_or_hex(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) if !text.chars().any(char::is_control) => text,
        Ok(text) => hexed(text.as_bytes()),
        Err(error) => hexed(error.as_bytes()),
    }
}

fn hexed(bytes: &[u8]) -> String {
    format!("0x{}", hex::encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::Encode;
    use huangpu_primitives::{report::DeviceKey, DeviceId, OrgId};
    use polkadot_sdk::sp_core::crypto::AccountId32;
    use scale_info::{MetaType, Registry, TypeInfo};

    #[derive(TypeInfo, Encode)]
    #[allow(dead_code)]
    enum Event {
        Registered {
            org: OrgId,
            device: DeviceId,
            by: AccountId32,
            key: DeviceKey,
            reference: Vec<u8>,
            from: Month,
            until: Option<u64>,
            none: Option<u64>,
            total: u128,
            huge: u128,
            counts: Vec<u32>,
            outcome: Result<(), u8>,
            since: Day,
            end: Day,
            identifier: Identifier,
            foreign: Option<Identifier>,
        },
    }

    fn decoded(event: &Event) -> Vec<(String, Json)> {
        let mut registry = Registry::new();
        let id = registry.register_type(&MetaType::new::<Event>()).id;
        let types = PortableRegistry::from(registry);
        let TypeDef::Variant(variants) = &types.resolve(id).expect("registered").type_def else {
            panic!("an enum");
        };
        fields(&event.encode()[1..], &variants.variants[0], &types).expect("the types fit")
    }

    #[test]
    fn an_event_reads_as_people_would_write_it() {
        let alice = subxt_signer::sr25519::dev::alice().public_key();
        let fields = decoded(&Event::Registered {
            org: OrgId(2),
            device: DeviceId(7),
            by: AccountId32::new(alice.0),
            key: DeviceKey::Ed25519([0xab; 32]),
            reference: b"main incomer".to_vec(),
            from: Month::new(2018, 8).expect("a month"),
            until: Some(5),
            none: None,
            total: 12,
            huge: u128::MAX,
            counts: vec![1, 2],
            outcome: Ok(()),
            since: Day(20_000),
            end: days::NO_END,
            identifier: "91310113HP0000021H".parse().expect("a code"),
            foreign: Some("foreign:HRB Stuttgart#19360".parse().expect("a number")),
        });
        let expected = serde_json::json!({
            "org": 2,
            "device": 7,
            "by": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
            "key": { "Ed25519": format!("0x{}", "ab".repeat(32)) },
            "reference": "main incomer",
            "from": "2018-08",
            "until": 5,
            "none": null,
            "total": 12,
            "huge": "340282366920938463463374607431768211455",
            "counts": [1, 2],
            "outcome": { "Ok": [] },
            "since": "2024-10-04",
            "end": null,
            "identifier": "uscc:91310113HP0000021H",
            "foreign": "foreign:HRB Stuttgart#19360",
        });
        assert_eq!(fields[..2], [("org".into(), 2.into()), ("device".into(), 7.into())]);
        assert_eq!(Json::Object(fields.into_iter().collect()), expected);
    }

    #[test]
    fn bytes_that_are_no_text_are_hex() {
        assert_eq!(text_or_hex(vec![0xff, 0x00]), "0xff00");
        assert_eq!(text_or_hex(b"a\nb".to_vec()), "0x610a62");
        assert_eq!(text_or_hex("热力".as_bytes().to_vec()), "热力");
    }
}
