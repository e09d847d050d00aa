//! One organisation, account, quota, and whether two organisations are independent.

use super::{list, words};
use crate::{
    amounts::{decimal, integer},
    answer::{facts, table, Answer},
    context::Context,
    parse,
};
use huangpu_client::{days, AccountId, Error, OrgId, Organisation};
use huangpu_primitives::{
    apis::{AccountView, QuotaView},
    identifiers::Identifier,
};
use serde_json::{json, Value};
use std::str::FromStr;

/// An organisation, as it is typed.
#[derive(Clone)]
pub(crate) enum Which {
    /// By its id.
    Id(OrgId),
    /// By its legal identifier.
    Identifier(Identifier),
}

impl FromStr for Which {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if let Ok(id) = text.parse() {
            return Ok(Which::Id(id));
        }
        text.parse().map(Which::Identifier).map_err(|e| format!("neither an id nor: {e}"))
    }
}

/// An organisation, which must be there.
pub(crate) async fn find(context: &Context, org: OrgId) -> Result<Organisation, Error> {
    let chain = context.chain().await?;
    let organisation = chain.organisation(context.head().await?.hash, org).await?;
    organisation.ok_or_else(|| Error::input(format!("no organisation has the id {org}")))
}

pub(super) async fn organisation(context: &Context, which: Which) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let org = match which {
        Which::Id(org) => org,
        Which::Identifier(identifier) => {
            let org = chain.organisation_by_identifier(at, &identifier).await?;
            org.ok_or_else(|| Error::input(format!("no member has the identifier {identifier}")))?
        }
    };
    let o = find(context, org).await?;
    let devices = chain.all_devices_of(at, org).await?.len();
    let facilities = chain.all_facilities_of(at, org).await?.len();
    let mut json = organisation_json(&o);
    json["devices"] = devices.into();
    json["facilities"] = facilities.into();
    let itself = || "itself".to_owned();
    let text = facts(&[
        ("id", org.to_string()),
        ("identifier", o.identifier.to_string()),
        ("name", name(&o)),
        ("kind", words::show_kind(o.kind).into()),
        ("control group", o.control_group.as_ref().map_or_else(itself, ToString::to_string)),
        ("standing", words::show_standing(o.standing).into()),
        ("until", days::show(o.until)),
        ("sponsor", o.sponsor.map_or_else(|| "none: a founder".into(), |s| s.to_string())),
        ("roles", words::show_roles(&o.roles)),
        ("seat", if o.seated { "in the council" } else { "none" }.into()),
        ("tier", words::show_tier(o.tier).into()),
        ("controller", o.controller.to_string()),
        ("keyless account", o.account.to_string()),
        ("delegates", o.delegates.to_string()),
        ("devices", devices.to_string()),
        ("facilities", facilities.to_string()),
    ]);
    Ok(Answer::new(json, text))
}

pub(super) fn name(organisation: &Organisation) -> String {
    String::from_utf8_lossy(&organisation.name).into_owned()
}

pub(super) fn organisation_json(organisation: &Organisation) -> Value {
    json!({
        "id": organisation.id,
        "identifier": organisation.identifier,
        "name": name(organisation),
        "kind": words::show_kind(organisation.kind),
        "controlGroup": organisation.control_group,
        "standing": words::show_standing(organisation.standing),
        "until": days::json(organisation.until),
        "sponsor": organisation.sponsor,
        "roles": organisation.roles,
        "seated": organisation.seated,
        "tier": words::show_tier(organisation.tier),
        "controller": organisation.controller.to_string(),
        "account": organisation.account.to_string(),
        "delegates": organisation.delegates,
    })
}

pub(super) async fn account(context: &Context, account: &str) -> Result<Answer, Error> {
    let account = parse::account(account)?;
    let chain = context.chain().await?;
    let view = chain
        .account(context.head().await?.hash, &account)
        .await?
        .ok_or_else(|| parse::outsider(&account))?;
    let mut rows = vec![("account", account.to_string()), ("organisation", view.org.to_string())];
    if view.controller {
        rows.push(("may", "everything: it is the controller".into()));
    } else {
        rows.push(("prepares", words::show_scopes(&view.prepare)));
        rows.push(("acts and approves", words::show_scopes(&view.approve)));
        rows.push(("limits", list::limits(&view.limits).replace('\n', "; ")));
        rows.push(("until", view.until.map_or_else(|| "no end".into(), days::show)));
    }
    Ok(Answer::new(account_json(&account, &view), facts(&rows)))
}

pub(super) fn account_json(account: &AccountId, view: &AccountView) -> Value {
    json!({
        "account": account.to_string(),
        "org": view.org,
        "controller": view.controller,
        "prepare": view.prepare,
        "approve": view.approve,
        "limits": view.limits.iter().map(list::limit_json).collect::<Vec<_>>(),
        "until": view.until.map(days::json),
    })
}

pub(super) async fn independent(
    context: &Context,
    one: OrgId,
    other: OrgId,
) -> Result<Answer, Error> {
    // Of an unknown one the chain says no, which would be taken for a tie.
    find(context, one).await?;
    find(context, other).await?;
    let chain = context.chain().await?;
    let independent = chain.are_independent(context.head().await?.hash, one, other).await?;
    let text = match independent {
        true => format!("{one} and {other} are independent: either may verify or judge the other"),
        false => {
            format!("{one} and {other} are not independent: neither verifies or judges the other")
        }
    };
    Ok(Answer::new(json!({ "one": one, "other": other, "independent": independent }), text))
}

pub(super) async fn quota(context: &Context, org: OrgId) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let quota = chain.quota(context.head().await?.hash, org).await?;
    let quota = quota.ok_or_else(|| Error::input(format!("no organisation has the id {org}")))?;
    let QuotaView { tier, .. } = quota;
    let time = [quota.time_per_block, quota.time_capacity, quota.time_left];
    let bytes = [quota.bytes_per_block, quota.bytes_capacity, quota.bytes_left];
    let json = json!({
        "org": org,
        "tier": words::show_tier(tier),
        "picoseconds": part_json(time),
        "bytes": part_json(bytes),
    });
    let text = facts(&[("organisation", org.to_string()), ("tier", words::show_tier(tier).into())]);
    let columns = ["", ">per block", ">capacity", ">left", ">left of it"];
    let rows = vec![row("execution, ms", time, milliseconds), row("data, KiB", bytes, kibibytes)];
    Ok(Answer::new(json, format!("{text}\n{}", table(&columns, rows))))
}

fn part_json([per_block, capacity, left]: [u64; 3]) -> Value {
    json!({
        "perBlock": integer(per_block.into()),
        "capacity": integer(capacity.into()),
        "left": integer(left.into()),
        "leftPercent": percent(left, capacity),
    })
}

fn row(what: &str, part: [u64; 3], unit: impl Fn(u64) -> String) -> Vec<String> {
    let [per_block, capacity, left] = part;
    let share = format!("{} %", percent(left, capacity));
    vec![what.into(), unit(per_block), unit(capacity), unit(left), share]
}

/// A part of a whole in percent, cut off after two places.
fn percent(part: u64, whole: u64) -> String {
    let points = (u128::from(part) * 10_000).checked_div(whole.into());
    points.map_or_else(|| "-".into(), |points| decimal(points, 2))
}

/// Picoseconds as milliseconds, cut off after the microsecond.
fn milliseconds(picoseconds: u64) -> String {
    decimal((picoseconds / 1_000_000).into(), 3)
}

/// Bytes as KiB, cut off after two places.
fn kibibytes(bytes: u64) -> String {
    decimal(u128::from(bytes) * 100 / 1_024, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotas_are_read_in_milliseconds_and_kibibytes() {
        assert_eq!(milliseconds(7_500_000_000), "7.500");
        assert_eq!(milliseconds(u64::MAX), "18446744073.709");
        assert_eq!(kibibytes(1_536), "1.50");
        assert_eq!(kibibytes(1_023), "0.99");
        assert_eq!(percent(2, 3), "66.66");
        assert_eq!(percent(u64::MAX - 1, u64::MAX), "99.99", "not all is left");
        let cells = row("data, KiB", [1_024, 4_096, 2_048], kibibytes);
        assert_eq!(cells, ["data, KiB", "1.00", "4.00", "2.00", "50.00 %"]);
    }

    #[test]
    fn an_organisation_goes_by_its_id_or_identifier() {
        assert!(matches!("4".parse(), Ok(Which::Id(OrgId(4)))));
        assert!(matches!("91310113HP0000021H".parse(), Ok(Which::Identifier(_))));
        assert!(matches!("foreign:HRB Stuttgart#19360".parse(), Ok(Which::Identifier(_))));
        assert!("four".parse::<Which>().is_err());
    }
}
