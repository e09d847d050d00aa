//! What there is of organisations, delegates, proposals, acts, mandates and interests.

use super::{show, words};
use crate::{
    amounts::{decimal, integer},
    answer::Answer,
    context::Context,
};
use huangpu_client::{calls::encoded::Decoded, days, Act, Application, Error, OrgId};
use huangpu_primitives::apis::{InterestView, LimitView, MandateView};
use serde_json::{json, Value};

pub(super) async fn organisations(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let organisations = chain.all_organisations(context.head().await?.hash).await?;
    let rows = organisations.iter().map(|o| {
        vec![
            o.id.to_string(),
            show::name(o),
            o.identifier.to_string(),
            words::show_standing(o.standing).into(),
            days::show(o.until),
            words::show_roles(&o.roles),
            words::show_tier(o.tier).into(),
        ]
    });
    let columns = [">id", "name", "identifier", "standing", "until", "roles", "tier"];
    let json = organisations.iter().map(show::organisation_json).collect();
    Ok(Answer::list(json, &columns, rows.collect()))
}

pub(super) async fn delegates(context: &Context, org: OrgId) -> Result<Answer, Error> {
    show::find(context, org).await?;
    let chain = context.chain().await?;
    let delegates = chain.all_delegates_of(context.head().await?.hash, org).await?;
    let rows = delegates.iter().map(|(account, view)| {
        vec![
            account.to_string(),
            words::show_scopes(&view.prepare),
            words::show_scopes(&view.approve),
            limits(&view.limits),
            view.until.map_or_else(|| "no end".into(), days::show),
        ]
    });
    let columns = ["account", "prepares", "acts and approves", "limits", "until"];
    let json = delegates.iter().map(|(account, view)| show::account_json(account, view)).collect();
    Ok(Answer::list(json, &columns, rows.collect()))
}

/// Limits for people, one per line.
pub(super) fn limits(limits: &[LimitView]) -> String {
    if limits.is_empty() {
        return "-".into();
    }
    let lines = limits.iter().map(|limit| {
        let LimitView { scope, per_act, per_day, used_today } = limit;
        format!("{scope:?}: {per_act} an act, {per_day} a day, {used_today} used today")
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn limit_json(limit: &LimitView) -> Value {
    json!({
        "scope": limit.scope,
        "perAct": integer(limit.per_act),
        "perDay": integer(limit.per_day),
        "usedToday": integer(limit.used_today),
    })
}

pub(super) async fn applications(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let applications = chain.all_applications(context.head().await?.hash).await?;
    let rows = applications.iter().map(|application| {
        vec![
            application.identifier.to_string(),
            String::from_utf8_lossy(&application.name).into_owned(),
            words::show_kind(application.kind).into(),
            application.control_group.as_ref().map_or_else(|| "-".into(), ToString::to_string),
            words::show_roles(&application.roles),
            application.controller.to_string(),
            application.sponsor.to_string(),
            days::show(application.until),
        ]
    });
    let columns = [
        "identifier",
        "name",
        "kind",
        "control group",
        "roles",
        "controller",
        ">sponsor",
        "decide until",
    ];
    let json = applications.iter().map(application_json).collect();
    Ok(Answer::list(json, &columns, rows.collect()))
}

fn application_json(application: &Application) -> Value {
    json!({
        "identifier": application.identifier,
        "name": String::from_utf8_lossy(&application.name),
        "kind": words::show_kind(application.kind),
        "controlGroup": application.control_group,
        "roles": application.roles,
        "controller": application.controller.to_string(),
        "sponsor": application.sponsor,
        "until": days::json(application.until),
    })
}

pub(super) async fn acts(context: &Context, org: Option<OrgId>) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let orgs = match org {
        Some(org) => vec![show::find(context, org).await?.id],
        None => chain.all_organisations(at).await?.iter().map(|o| o.id).collect(),
    };
    let (mut json, mut rows) = (Vec::new(), Vec::new());
    for org in orgs {
        for act in chain.all_acts_of(at, org).await? {
            let decoded = chain.decode_call(at, &act.call).await?;
            rows.push(vec![
                org.to_string(),
                act.act.to_string(),
                act.by.to_string(),
                format!("{:?}", act.scope),
                act.value.to_string(),
                days::show(act.until),
                call_text(&act, decoded.as_ref()),
            ]);
            json.push(act_json(org, &act, decoded.as_ref()));
        }
    }
    let columns = [">org", ">act", "prepared by", "scope", ">value", "until", "call"];
    Ok(Answer::list(json, &columns, rows))
}

/// An act's call: what it means, else its bytes.
pub(super) fn call_text(act: &Act, decoded: Option<&Decoded>) -> String {
    decoded.map_or_else(|| format!("0x{}", hex::encode(&act.call)), ToString::to_string)
}

pub(super) fn act_json(org: OrgId, act: &Act, decoded: Option<&Decoded>) -> Value {
    json!({
        "org": org,
        "act": act.act,
        "by": act.by.to_string(),
        "scope": act.scope,
        "value": integer(act.value),
        "until": days::json(act.until),
        "hash": format!("{:?}", act.hash),
        "call": format!("0x{}", hex::encode(&act.call)),
        "decoded": decoded.map(Decoded::to_json),
    })
}

pub(super) async fn mandates(context: &Context, org: OrgId, held: bool) -> Result<Answer, Error> {
    show::find(context, org).await?;
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let mandates = match held {
        true => chain.all_mandates_held(at, org).await?,
        false => chain.all_mandates_of(at, org).await?,
    };
    let rows = mandates.iter().map(|mandate| {
        vec![
            mandate.merchant.to_string(),
            mandate.platform.to_string(),
            words::show_scopes(&mandate.scopes),
            days::show(mandate.until),
            // Basis points are hundredths of a percent.
            format!("{} %", decimal(mandate.fee.into(), 2)),
            format!("{:?}", mandate.terms),
            if mandate.in_force { "yes" } else { "no" }.into(),
        ]
    });
    let columns = [">merchant", ">platform", "scopes", "until", ">fee", "terms", "in force"];
    let json = mandates.iter().map(mandate_json).collect();
    Ok(Answer::list(json, &columns, rows.collect()))
}

fn mandate_json(mandate: &MandateView) -> Value {
    json!({
        "merchant": mandate.merchant,
        "platform": mandate.platform,
        "scopes": mandate.scopes,
        "until": days::json(mandate.until),
        "fee": mandate.fee,
        "terms": format!("{:?}", mandate.terms),
        "inForce": mandate.in_force,
    })
}

pub(super) async fn interests(context: &Context, org: OrgId) -> Result<Answer, Error> {
    show::find(context, org).await?;
    let chain = context.chain().await?;
    let interests = chain.all_interests_of(context.head().await?.hash, org).await?;
    let rows = interests.iter().map(|interest| {
        vec![
            interest.with.to_string(),
            words::show_interest(interest.kind).into(),
            days::show(interest.since),
            interest.ended.map_or_else(|| "-".into(), days::show),
            if interest.counts { "yes" } else { "no" }.into(),
        ]
    });
    let columns = [">with", "kind", "since", "ended", "counts"];
    let json = interests.iter().map(interest_json).collect();
    Ok(Answer::list(json, &columns, rows.collect()))
}

fn interest_json(interest: &InterestView) -> Value {
    json!({
        "with": interest.with,
        "kind": words::show_interest(interest.kind),
        "since": days::json(interest.since),
        "ended": interest.ended.map(days::json),
        "counts": interest.counts,
    })
}
