//! Classes of instruments, and their authorities.

use super::words;
use crate::{
    answer::{facts, Answer},
    context::Context,
};
use huangpu_client::{days, Error};
use huangpu_primitives::{
    apis::{AuthorityView, ClassView},
    instruments::InstrumentClass,
};
use serde_json::{json, Value};

pub(super) async fn classes(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let classes = chain.instrument_classes(context.head().await?.hash).await?;
    let rows = classes.iter().map(|view| {
        let authority = view.authority.as_ref();
        vec![
            words::show_class(view.class).into(),
            state(view).into(),
            authority.map_or("-", |authority| words::show_mode(authority.mode)).into(),
            authority.map_or_else(|| "-".into(), register),
            authority.map_or_else(|| "-".into(), |authority| days::show(authority.until)),
        ]
    });
    let columns = ["class", "state", "mode", "register", "until"];
    Ok(Answer::list(classes.iter().map(class_json).collect(), &columns, rows.collect()))
}

pub(super) async fn class(context: &Context, class: InstrumentClass) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let view = chain.instrument_class(context.head().await?.hash, class).await?;
    let mut rows =
        vec![("class", words::show_class(class).to_owned()), ("state", state(&view).to_owned())];
    if let Some(authority) = &view.authority {
        let permit = authority.permit.as_ref();
        rows.extend([
            ("mode", words::show_mode(authority.mode).to_owned()),
            ("authority", authority.id.to_string()),
            ("register", register(authority)),
            ("permit", permit.map_or_else(|| "-".into(), |p| format!("{:?}", p.document))),
            ("recorded", recorded(authority)),
            ("until", days::show(authority.until)),
            ("ended", ended(authority)),
        ]);
    }
    Ok(Answer::new(class_json(&view), facts(&rows)))
}

pub(super) async fn history(
    context: &Context,
    class: Option<InstrumentClass>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let mut authorities = chain.all_authorities(context.head().await?.hash).await?;
    authorities.retain(|authority| class.is_none_or(|class| authority.class == class));
    let rows = authorities.iter().map(|authority| {
        vec![
            authority.id.to_string(),
            words::show_class(authority.class).into(),
            words::show_mode(authority.mode).into(),
            register(authority),
            recorded(authority),
            days::show(authority.until),
            ended(authority),
        ]
    });
    let columns = [">id", "class", "mode", "register", "recorded", "until", "ended"];
    Ok(Answer::list(authorities.iter().map(authority_json).collect(), &columns, rows.collect()))
}

/// Open, or why not.
fn state(view: &ClassView) -> &'static str {
    match &view.authority {
        _ if view.open => "open",
        None => "off: no authority was recorded",
        Some(authority) if authority.ended.is_some() => "off: closed by the council",
        Some(_) => "off: the authority is over",
    }
}

fn register(authority: &AuthorityView) -> String {
    let permit = authority.permit.as_ref();
    permit.map_or_else(|| "-".into(), |p| String::from_utf8_lossy(&p.register).into_owned())
}

fn recorded(authority: &AuthorityView) -> String {
    authority.since.map_or_else(|| "at genesis".into(), days::show)
}

fn ended(authority: &AuthorityView) -> String {
    authority.ended.map_or_else(|| "-".into(), days::show)
}

fn class_json(view: &ClassView) -> Value {
    json!({
        "class": words::show_class(view.class),
        "open": view.open,
        "authority": view.authority.as_ref().map(authority_json),
    })
}

fn authority_json(authority: &AuthorityView) -> Value {
    let permit = authority.permit.as_ref().map(|permit| {
        json!({
            "document": format!("{:?}", permit.document),
            "register": String::from_utf8_lossy(&permit.register),
        })
    });
    json!({
        "id": authority.id,
        "class": words::show_class(authority.class),
        "mode": words::show_mode(authority.mode),
        "permit": permit,
        "since": authority.since.map(days::json),
        "until": days::json(authority.until),
        "ended": authority.ended.map(days::json),
    })
}
