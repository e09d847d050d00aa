//! The constituencies, and who stands.

use super::words;
use crate::{answer::Answer, context::Context};
use huangpu_client::{days, Error, OrgId};
use huangpu_primitives::{
    apis::{ConstituencyView, ElectionView},
    council::Constituency,
};
use serde_json::{json, Value};

pub(super) async fn constituencies(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let views = chain.constituencies(context.head().await?.hash).await?;
    let rows = views.iter().map(|view| {
        vec![
            words::show_constituency(view.constituency).into(),
            view.seats.to_string(),
            orgs(&view.holders),
            view.term_days.to_string(),
            view.term_ends.map_or_else(|| "-".into(), days::show),
            view.election.as_ref().map_or_else(|| "-".into(), election),
        ]
    });
    let columns = ["constituency", ">seats", "held by", ">days of a term", "until", "election"];
    Ok(Answer::list(views.iter().map(constituency_json).collect(), &columns, rows.collect()))
}

/// Organisations for people.
fn orgs(orgs: &[OrgId]) -> String {
    match orgs {
        [] => "-".into(),
        orgs => orgs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}

fn election(election: &ElectionView) -> String {
    let ElectionView { round, seats, by_election, nominations_until, votes_until } = election;
    let kind = if *by_election { "by-election" } else { "election" };
    format!(
        "{kind} {round}, {seats} to fill\ncandidates until {}\nvotes until {}",
        days::show(*nominations_until),
        days::show(*votes_until)
    )
}

fn constituency_json(view: &ConstituencyView) -> Value {
    let election = view.election.as_ref().map(|election| {
        json!({
            "round": election.round,
            "seats": election.seats,
            "byElection": election.by_election,
            "nominationsUntil": days::json(election.nominations_until),
            "votesUntil": days::json(election.votes_until),
        })
    });
    json!({
        "constituency": words::show_constituency(view.constituency),
        "seats": view.seats,
        "holders": view.holders,
        "termDays": view.term_days,
        "termEnds": view.term_ends.map(days::json),
        "election": election,
    })
}

pub(super) async fn candidates(
    context: &Context,
    constituency: Constituency,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let candidates = chain.council_candidates(at, constituency).await?;
    let mut rows = Vec::new();
    for candidate in &candidates {
        let organisation = chain.organisation(at, candidate.org).await?;
        let name = organisation.map(|of| String::from_utf8_lossy(&of.name).into_owned());
        let name = name.unwrap_or_default();
        rows.push(vec![candidate.org.to_string(), name, candidate.votes.to_string()]);
    }
    let json = candidates.iter().map(|of| json!({ "org": of.org, "votes": of.votes })).collect();
    Ok(Answer::list(json, &[">id", "name", ">votes"], rows))
}
