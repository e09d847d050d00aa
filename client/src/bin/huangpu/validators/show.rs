//! The set, its validators, and their uptime.

use super::words;
use crate::{
    answer::{facts, table, Answer},
    context::Context,
};
use huangpu_client::{Error, OrgId, SessionKeys, Validator};
use huangpu_primitives::{apis::UptimeView, calendar::Month};
use serde_json::{json, Value};

pub(super) async fn list(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let set = chain.validator_set(at).await?;
    let validators = chain.all_validators(at).await?;
    let changes = chain.is_change_planned(at).await?;
    let finality_set = chain.finality_set(at).await?;
    // A node that is catching up does not tell.
    let of_node = chain.finality_set_of_node().await.ok();
    let orgs = |orgs: &[OrgId]| orgs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let text = facts(&[
        ("session", format!("{}, of {} blocks", set.session, set.session_blocks)),
        ("make blocks", orgs(&set.authors)),
        ("planned", orgs(&set.planned)),
        ("next session", if changes { "other validators, or new keys" } else { "the same" }.into()),
        ("GRANDPA set", counted(finality_set, of_node)),
        ("set", format!("{} at least, {} at most", set.minimum, set.maximum)),
    ]);
    let columns = [">org", "state", "keys", "makes blocks", ">blocks in this session"];
    let rows = validators.iter().map(|validator| {
        vec![
            validator.org.to_string(),
            state(validator),
            yes(validator.has_keys).into(),
            yes(validator.authors).into(),
            validator.blocks.to_string(),
        ]
    });
    let text = format!("{text}\n{}", table(&columns, rows.collect()));
    let json = json!({
        "session": set.session,
        "sessionBlocks": set.session_blocks,
        "minimum": set.minimum,
        "maximum": set.maximum,
        "authors": set.authors,
        "planned": set.planned,
        "changePlanned": changes,
        "finalitySet": finality_set,
        "finalitySetOfNode": of_node,
        "validators": validators.iter().map(validator_json).collect::<Vec<_>>(),
    });
    Ok(Answer::new(json, text))
}

/// Sets as the runtime and the node count them.
fn counted(number: u64, of_node: Option<u64>) -> String {
    match of_node {
        None => format!("{number}; this node does not tell how it counts"),
        Some(same) if same == number => number.to_string(),
        Some(other) => format!(
            "{number}, and {other} for this node: if that stays, equivocations cannot be proved (docs/validators.md)"
        ),
    }
}

fn yes(is: bool) -> &'static str {
    if is {
        "yes"
    } else {
        "no"
    }
}

fn state(validator: &Validator) -> String {
    let state = words::show_state(validator.state);
    words::why(validator.state).map_or_else(|| state.into(), |why| format!("{state}: {why}"))
}

fn validator_json(validator: &Validator) -> Value {
    json!({
        "org": validator.org,
        "account": validator.account.to_string(),
        "state": words::show_state(validator.state),
        "why": words::why(validator.state),
        "hasKeys": validator.has_keys,
        "authors": validator.authors,
        "rejoined": validator.rejoined,
        "blocks": validator.blocks,
    })
}

pub(super) async fn one(context: &Context, org: OrgId) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let validator = chain.validator(at, org).await?;
    let validator = validator.ok_or_else(|| {
        Error::Input(format!("organisation {org} has no validator, and has not applied for one"))
    })?;
    let keys = chain.session_keys(at, &validator.account).await?;
    let mut rows = vec![
        ("organisation", org.to_string()),
        ("keyless account", validator.account.to_string()),
        ("state", state(&validator)),
    ];
    match keys {
        None => rows.push(("session keys", "missing".into())),
        Some(SessionKeys { aura, grandpa }) => {
            rows.push(("Aura key", format!("{aura:?}")));
            rows.push(("GRANDPA key", format!("{grandpa:?}")));
        }
    }
    rows.extend([
        ("makes blocks", yes(validator.authors).into()),
        ("blocks in this session", validator.blocks.to_string()),
        ("came back by itself", yes(validator.rejoined).into()),
    ]);
    let mut json = validator_json(&validator);
    json["keys"] = json!(keys.map(|SessionKeys { aura, grandpa }| {
        json!({ "aura": format!("{aura:?}"), "grandpa": format!("{grandpa:?}") })
    }));
    Ok(Answer::new(json, facts(&rows)))
}

pub(super) async fn uptime(
    context: &Context,
    org: OrgId,
    from: Option<Month>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let months = chain.all_uptime_of(at, org, from.unwrap_or_default()).await?;
    let rows = months.iter().map(|month| {
        let UptimeView { month, sessions, silent, blocks } = month;
        [month.to_string(), sessions.to_string(), silent.to_string(), blocks.to_string()].into()
    });
    let json = months.iter().map(|month| {
        json!({
            "month": month.month,
            "sessions": month.sessions,
            "silent": month.silent,
            "blocks": month.blocks,
        })
    });
    let columns = ["month", ">sessions", ">without a block", ">blocks"];
    Ok(Answer::list(json.collect(), &columns, rows.collect()))
}

pub(super) async fn session(context: &Context, session: u32) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let running = chain.validator_set(at).await?.session;
    if session >= running {
        return Err(Error::Input(format!(
            "session {session} is not over: `huangpu validators list` shows session {running}, which is running"
        )));
    }
    let uptime = chain.session_uptime(at, session).await?;
    if uptime.is_empty() {
        return Err(Error::Input(format!(
            "the blocks of session {session} are not kept any more: `huangpu validators uptime` has them by month"
        )));
    }
    let rows = uptime.iter().map(|(org, blocks)| vec![org.to_string(), blocks.to_string()]);
    let json = uptime.iter().map(|(org, blocks)| json!({ "org": org, "blocks": blocks }));
    Ok(Answer::list(json.collect(), &[">org", ">blocks"], rows.collect()))
}
