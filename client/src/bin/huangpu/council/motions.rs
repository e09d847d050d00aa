//! Motions: what is voted on, who agrees, and how it ends.

use crate::{
    answer::{confirm, facts, Answer},
    context::{Context, Sending},
    parse, send,
};
use clap::ValueEnum;
use huangpu_client::{
    calls::{
        council,
        encoded::{Decoded, Weight},
    },
    Error, OrgId,
};
use huangpu_primitives::apis::{MotionView, Standing};
use serde_json::{json, Value};

/// A vote, as it is typed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Vote {
    /// It agrees.
    Yes,
    /// It does not.
    No,
}

/// How a motion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// So many more have to agree.
    Open(u32),
    /// Enough agree.
    Agreed,
    /// Not enough can agree any more.
    Failed,
}

impl Outcome {
    /// As of a block, in which no vote may be taken any more.
    fn of(motion: &MotionView, block: u32) -> Self {
        let MotionView { threshold, seats, ayes, nays, until, .. } = motion;
        let count = |orgs: &[OrgId]| u32::try_from(orgs.len()).unwrap_or(u32::MAX);
        let (ayes, nays) = (count(ayes), count(nays));
        match threshold.saturating_sub(ayes) {
            0 => Self::Agreed,
            _ if seats.saturating_sub(nays) < *threshold || block >= *until => Self::Failed,
            missing => Self::Open(missing),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::Agreed => "agreed",
            Self::Failed => "failed",
        }
    }

    fn text(self) -> String {
        match self {
            Self::Open(missing) => format!("open: {missing} more must agree"),
            Self::Agreed => "agreed: close it, and its call is made".into(),
            Self::Failed => "failed: close it".into(),
        }
    }
}

pub(super) async fn list(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let head = chain.finalized().await?;
    let (mut json, mut rows) = (Vec::new(), Vec::new());
    for motion in chain.motions(head.hash).await? {
        let decoded = chain.decode_call(head.hash, &motion.call).await?;
        let outcome = Outcome::of(&motion, head.number);
        rows.push(vec![
            motion.index.to_string(),
            format!("{:?}", motion.hash),
            call_text(&motion, decoded.as_ref()),
            format!("{} of {} needed", motion.ayes.len(), motion.threshold),
            motion.nays.len().to_string(),
            outcome.word().into(),
            motion.until.to_string(),
        ]);
        json.push(motion_json(&motion, outcome, decoded.as_ref()));
    }
    let columns = [">motion", "hash", "call", "agree", ">disagree", "state", ">until block"];
    Ok(Answer::list(json, &columns, rows))
}

pub(super) async fn show(context: &Context, hash: &str) -> Result<Answer, Error> {
    let (motion, decoded, outcome) = find(context, hash).await?;
    let chain = context.chain().await?;
    let voters = chain.all_organisations(chain.finalized().await?.hash).await?.into_iter();
    let voters = voters.filter(|of| of.seated && of.standing == Standing::Active).map(|of| of.id);
    let silent: Vec<OrgId> =
        voters.filter(|org| !motion.ayes.contains(org) && !motion.nays.contains(org)).collect();
    let text = facts(&[
        ("motion", motion.index.to_string()),
        ("hash", format!("{:?}", motion.hash)),
        ("call", call_text(&motion, decoded.as_ref())),
        ("takes", format!("{} of {} seats", motion.threshold, motion.seats)),
        ("agree", agree(&motion)),
        ("disagree", parse::show_orgs(&motion.nays)),
        ("have not voted", parse::show_orgs(&silent)),
        ("state", outcome.text()),
        ("until block", motion.until.to_string()),
    ]);
    let mut json = motion_json(&motion, outcome, decoded.as_ref());
    json["silent"] = json!(silent);
    Ok(Answer::new(json, text))
}

async fn find(
    context: &Context,
    hash: &str,
) -> Result<(MotionView, Option<Decoded>, Outcome), Error> {
    let hash = parse::hash(hash)?;
    let chain = context.chain().await?;
    let head = chain.finalized().await?;
    let motion = chain.motion(head.hash, hash).await?.ok_or_else(|| {
        Error::Input(format!(
            "no motion has the hash {hash:?}: it is over, or was never proposed; `huangpu council motions` lists \
             those that are voted on"
        ))
    })?;
    let decoded = chain.decode_call(head.hash, &motion.call).await?;
    let outcome = Outcome::of(&motion, head.number);
    Ok((motion, decoded, outcome))
}

/// How many agree of how many that have to, and who.
fn agree(motion: &MotionView) -> String {
    let MotionView { ayes, threshold, .. } = motion;
    let count = format!("{} of {threshold} needed", ayes.len());
    if ayes.is_empty() {
        return count;
    }
    format!("{count}: {}", parse::show_orgs(ayes))
}

/// A motion's call: what it means, else its bytes.
fn call_text(motion: &MotionView, decoded: Option<&Decoded>) -> String {
    decoded.map_or_else(|| format!("0x{}", hex::encode(&motion.call)), ToString::to_string)
}

fn motion_json(motion: &MotionView, outcome: Outcome, decoded: Option<&Decoded>) -> Value {
    let missing = match outcome {
        Outcome::Open(missing) => Some(missing),
        Outcome::Agreed | Outcome::Failed => None,
    };
    json!({
        "hash": format!("{:?}", motion.hash),
        "index": motion.index,
        "threshold": motion.threshold,
        "seats": motion.seats,
        "ayes": motion.ayes,
        "nays": motion.nays,
        "state": outcome.word(),
        "missing": missing,
        "until": motion.until,
        "call": format!("0x{}", hex::encode(&motion.call)),
        "decoded": decoded.map(Decoded::to_json),
    })
}

/// Tells what it votes on, and votes on nothing else than that.
pub(super) async fn vote(
    context: &Context,
    hash: &str,
    vote: Vote,
    index: Option<u32>,
) -> Result<Answer, Error> {
    let (motion, decoded, _) = find(context, hash).await?;
    let number = motion.index;
    if index.is_some_and(|index| index != number) {
        return Err(Error::Input(format!(
            "this motion has the number {number}: it was proposed anew since it was read"
        )));
    }
    let call = call_text(&motion, decoded.as_ref());
    let word = if vote == Vote::Yes { "yes" } else { "no" };
    let Sending { print_call, .. } = context.sending();
    if index.is_none() && !print_call {
        let shown = format!("motion {number}: {call}");
        let without = format!("if this is what to vote on, name its number: --index {number}");
        confirm(&shown, &format!("Vote {word}?"), &without)?;
    }
    let call_of_vote = council::vote(motion.hash, number, vote == Vote::Yes);
    let answer = send::send_keyless(context, &call_of_vote).await?;
    if print_call {
        return Ok(answer);
    }
    Ok(answer.with("vote", word.into(), &format!("votes {word} on motion {number}: {call}")))
}

pub(super) async fn close(context: &Context, hash: &str) -> Result<Answer, Error> {
    let (motion, decoded, outcome) = find(context, hash).await?;
    let chain = context.chain().await?;
    let most = match outcome {
        Outcome::Open(missing) => {
            return Err(Error::Input(format!(
            "motion {} is voted on until block {}: {missing} more must agree before it is closed",
            motion.index, motion.until
        )))
        }
        Outcome::Agreed => {
            chain.weight_of_call(chain.finalized().await?.hash, &motion.call).await?
        }
        // Nothing is made.
        Outcome::Failed => Weight { ref_time: 0, proof_size: 0 },
    };
    let call = council::close(motion.hash, motion.index, most, &motion.call);
    let answer = send::send_keyless(context, &call).await?;
    if context.sending().print_call {
        return Ok(answer);
    }
    let call = call_text(&motion, decoded.as_ref());
    let line = format!("motion {} {}: {call}", motion.index, outcome.word());
    Ok(answer.with("motion", motion_json(&motion, outcome, decoded.as_ref()), &line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use huangpu_client::H256;

    fn motion(ayes: u32, nays: u32) -> MotionView {
        let orgs = |count| (1..=count).map(OrgId).collect();
        MotionView {
            hash: H256([7; 32]),
            index: 0,
            threshold: 3,
            seats: 4,
            ayes: orgs(ayes),
            nays: orgs(nays),
            until: 100,
            call: vec![],
        }
    }

    #[test]
    fn who_agrees_is_not_taken_for_how_many() {
        assert_eq!(agree(&motion(0, 0)), "0 of 3 needed");
        assert_eq!(agree(&motion(1, 0)), "1 of 3 needed: organisation 1");
        assert_eq!(agree(&motion(2, 0)), "2 of 3 needed: organisations 1, 2");
    }

    #[test]
    fn a_motion_is_decided_as_soon_as_it_can_be() {
        assert_eq!(Outcome::of(&motion(1, 1), 99), Outcome::Open(2));
        assert_eq!(Outcome::of(&motion(3, 1), 99), Outcome::Agreed);
        assert_eq!(Outcome::of(&motion(1, 2), 99), Outcome::Failed);
        // Who has not voted when the time is over, does not agree.
        assert_eq!(Outcome::of(&motion(2, 0), 100), Outcome::Failed);
        assert_eq!(Outcome::of(&motion(3, 0), 100), Outcome::Agreed);
    }
}
