//! Motions: what is voted on, who agrees, and how it ends.

use super::recovery;
use crate::{
    answer::{confirm, facts, Answer},
    context::{Context, Sending},
    parse, send,
};
use clap::ValueEnum;
use huangpu_client::{
    calls::{
        council::{self, Share},
        encoded::{Decoded, Weight},
    },
    Chain, Error, Head, OrgId,
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
    /// As many agree as the motion states, but so many more have to: closed now, its call would fail.
    Short(u32),
    /// Enough agree.
    Agreed,
    /// Not enough can agree any more.
    Failed,
}

impl Outcome {
    /// As of a block, in which no vote may be taken any more, where so many have to agree.
    fn of(motion: &MotionView, needed: u32, block: u32) -> Self {
        let MotionView { threshold, seats, ayes, nays, until, .. } = motion;
        let count = |orgs: &[OrgId]| u32::try_from(orgs.len()).unwrap_or(u32::MAX);
        let (ayes, nays) = (count(ayes), count(nays));
        match needed.saturating_sub(ayes) {
            0 => Self::Agreed,
            missing if ayes >= *threshold => Self::Short(missing),
            _ if seats.saturating_sub(nays) < *threshold || block >= *until => Self::Failed,
            missing => Self::Open(missing),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Open(_) | Self::Short(_) => "open",
            Self::Agreed => "agreed",
            Self::Failed => "failed",
        }
    }

    fn text(self) -> String {
        match self {
            Self::Open(missing) => format!("open: {missing} more must agree"),
            Self::Short(missing) => {
                format!("open: {missing} more must agree; closed now, its call would fail")
            }
            Self::Agreed => "agreed: close it, and its call is made".into(),
            Self::Failed => "failed: close it".into(),
        }
    }
}

/// A motion, and what is known of it.
struct Known {
    motion: MotionView,
    /// Its call, where that means something.
    call: Option<Decoded>,
    /// The share of the seats that its call takes, where that is known.
    share: Option<Share>,
    outcome: Outcome,
}

impl Known {
    async fn of(chain: &Chain, head: Head, motion: MotionView) -> Result<Self, Error> {
        let call = chain.decode_call(head.hash, &motion.call).await?;
        let share = call.as_ref().and_then(|call| Share::of_call(&call.pallet, &call.name));
        let outcome = Outcome::of(&motion, needed(&motion, share), head.number);
        Ok(Self { motion, call, share, outcome })
    }

    async fn find(context: &Context, hash: &str) -> Result<Self, Error> {
        let hash = parse::hash(hash)?;
        let chain = context.chain().await?;
        let head = context.head().await?;
        let motion = chain.motion(head.hash, hash).await?.ok_or_else(|| {
            Error::Input(format!(
                "no motion has the hash {hash:?}: it is over, or was never proposed; `huangpu council motions` lists \
                 those that are voted on"
            ))
        })?;
        Self::of(chain, head, motion).await
    }

    /// What its call means, else the call's bytes.
    fn call_text(&self) -> String {
        let bytes = || format!("0x{}", hex::encode(&self.motion.call));
        self.call.as_ref().map_or_else(bytes, ToString::to_string)
    }

    /// How many agree of how many that have to.
    fn agree(&self) -> String {
        format!("{} of {} needed", self.motion.ayes.len(), needed(&self.motion, self.share))
    }

    fn json(&self) -> Value {
        let Self { motion, call, share, outcome } = self;
        let missing = match outcome {
            Outcome::Open(missing) | Outcome::Short(missing) => Some(missing),
            Outcome::Agreed | Outcome::Failed => None,
        };
        json!({
            "hash": format!("{:?}", motion.hash),
            "index": motion.index,
            "threshold": motion.threshold,
            "needed": needed(motion, *share),
            "seats": motion.seats,
            "ayes": motion.ayes,
            "nays": motion.nays,
            "state": outcome.word(),
            "missing": missing,
            "until": motion.until,
            "call": format!("0x{}", hex::encode(&motion.call)),
            "decoded": call.as_ref().map(Decoded::to_json),
        })
    }
}

/// How many have to agree: as many as the motion states, and as its call takes of the seats that there are now.
fn needed(motion: &MotionView, share: Option<Share>) -> u32 {
    share.map_or(motion.threshold, |share| share.of(motion.seats).max(motion.threshold))
}

/// A warning, where a motion states another number than its call takes by now.
fn stale(motion: &MotionView, share: Option<Share>) -> Option<String> {
    let MotionView { threshold, seats, .. } = motion;
    let takes = share?.of(*seats);
    let only = if takes < *threshold { "only " } else { "" };
    (takes != *threshold).then(|| {
        format!("the motion states {threshold} votes, by now its call takes {only}{takes} of {seats} seats")
    })
}

pub(super) async fn list(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let head = context.head().await?;
    let (mut json, mut rows) = (Vec::new(), Vec::new());
    for motion in chain.motions(head.hash).await? {
        let known = Known::of(chain, head, motion).await?;
        let motion = &known.motion;
        rows.push(vec![
            motion.index.to_string(),
            format!("{:?}", motion.hash),
            known.call_text(),
            known.agree(),
            motion.nays.len().to_string(),
            known.outcome.word().into(),
            motion.until.to_string(),
        ]);
        json.push(known.json());
    }
    let columns = [">motion", "hash", "call", "agree", ">disagree", "state", ">until block"];
    Ok(Answer::list(json, &columns, rows))
}

pub(super) async fn show(context: &Context, hash: &str) -> Result<Answer, Error> {
    let known = Known::find(context, hash).await?;
    let motion = &known.motion;
    let chain = context.chain().await?;
    let voters = chain.all_organisations(context.head().await?.hash).await?.into_iter();
    let voters = voters.filter(|of| of.seated && of.standing == Standing::Active).map(|of| of.id);
    let silent: Vec<OrgId> =
        voters.filter(|org| !motion.ayes.contains(org) && !motion.nays.contains(org)).collect();
    let mut rows = vec![
        ("motion", motion.index.to_string()),
        ("hash", format!("{:?}", motion.hash)),
        ("call", known.call_text()),
        ("takes", format!("{} of {} seats", needed(motion, known.share), motion.seats)),
        ("agree", known.agree()),
        ("who agrees", parse::show_orgs(&motion.ayes)),
        ("who disagrees", parse::show_orgs(&motion.nays)),
        ("who has not voted", parse::show_orgs(&silent)),
        ("state", known.outcome.text()),
        ("until block", motion.until.to_string()),
    ];
    rows.extend(stale(motion, known.share).map(|warning| ("warning", warning)));
    let mut json = known.json();
    json["silent"] = json!(silent);
    Ok(Answer::new(json, facts(&rows)))
}

/// Tells what it votes on, and votes on nothing else than that.
pub(super) async fn vote(
    context: &Context,
    hash: &str,
    vote: Vote,
    index: Option<u32>,
) -> Result<Answer, Error> {
    let known = Known::find(context, hash).await?;
    let number = known.motion.index;
    if index.is_some_and(|index| index != number) {
        return Err(Error::Input(format!(
            "this motion has the number {number}: it was proposed anew since it was read"
        )));
    }
    let call = known.call_text();
    let word = if vote == Vote::Yes { "yes" } else { "no" };
    let Sending { print_call, .. } = context.sending();
    if index.is_none() && !print_call {
        let shown = format!("motion {number}: {call}");
        let without = format!("if this is what to vote on, name its number: --index {number}");
        confirm(&shown, &format!("Vote {word}?"), &without)?;
    }
    let call_of_vote = council::vote(known.motion.hash, number, vote == Vote::Yes);
    let answer = send::send_keyless(context, &call_of_vote).await?;
    if print_call {
        return Ok(answer);
    }
    Ok(answer.with("vote", word.into(), &format!("votes {word} on motion {number}: {call}")))
}

/// Closes a motion that is decided; with `anyway` also one whose call would fail for want of votes, or be wasted.
pub(super) async fn close(context: &Context, hash: &str, anyway: bool) -> Result<Answer, Error> {
    let known = Known::find(context, hash).await?;
    let motion = &known.motion;
    let chain = context.chain().await?;
    let most = match known.outcome {
        Outcome::Open(missing) => {
            return Err(Error::Input(format!(
                "motion {} is voted on until block {}: {missing} more must agree before it is closed",
                motion.index, motion.until
            )))
        }
        Outcome::Short(missing) if !anyway => {
            return Err(Error::Input(format!(
                "{missing} more must agree before motion {} is closed, else it is over and its call fails: {}; \
                 `--anyway` closes it all the same",
                motion.index,
                stale(motion, known.share).unwrap_or_default()
            )))
        }
        Outcome::Agreed | Outcome::Short(_) => {
            let head = context.head().await?;
            if !anyway {
                recovery::ensure_in_time(chain, head, known.call.as_ref()).await?;
            }
            chain.weight_of_call(head.hash, &motion.call).await?
        }
        // Nothing is made.
        Outcome::Failed => Weight { ref_time: 0, proof_size: 0 },
    };
    let call = council::close(motion.hash, motion.index, most, &motion.call);
    let answer = send::send_keyless(context, &call).await?;
    if context.sending().print_call {
        return Ok(answer);
    }
    let line = format!("motion {} {}: {}", motion.index, known.outcome.word(), known.call_text());
    Ok(answer.with("motion", known.json(), &line))
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

    fn of_seats(seats: u32) -> MotionView {
        MotionView { seats, ..motion(0, 0) }
    }

    #[test]
    fn a_motion_is_decided_as_soon_as_it_can_be() {
        assert_eq!(Outcome::of(&motion(1, 1), 3, 99), Outcome::Open(2));
        assert_eq!(Outcome::of(&motion(3, 1), 3, 99), Outcome::Agreed);
        assert_eq!(Outcome::of(&motion(1, 2), 3, 99), Outcome::Failed);
        // Who has not voted when the time is over, does not agree.
        assert_eq!(Outcome::of(&motion(2, 0), 3, 100), Outcome::Failed);
        assert_eq!(Outcome::of(&motion(3, 0), 3, 100), Outcome::Agreed);
    }

    #[test]
    fn a_motion_that_states_too_few_votes_goes_on() {
        assert_eq!(Outcome::of(&motion(1, 1), 4, 99), Outcome::Open(3));
        assert_eq!(Outcome::of(&motion(3, 0), 4, 99), Outcome::Short(1));
        // The chain takes votes until it is closed.
        assert_eq!(Outcome::of(&motion(3, 0), 4, 100), Outcome::Short(1));
        assert_eq!(Outcome::of(&motion(4, 0), 4, 99), Outcome::Agreed);
    }

    #[test]
    fn seats_that_come_or_go_are_told_of() {
        let takes = |seats| {
            let (motion, share) = (of_seats(seats), Some(Share::MoreThanHalf));
            (needed(&motion, share), stale(&motion, share))
        };
        assert_eq!(takes(4), (3, None));
        let (votes, more) = takes(6);
        assert_eq!(votes, 4);
        assert!(more.expect("a warning").contains("takes 4 of 6 seats"));
        let (votes, fewer) = takes(3);
        assert_eq!(votes, 3, "the motion's own number still holds");
        assert!(fewer.expect("a warning").contains("takes only 2 of 3 seats"));
        assert_eq!(needed(&of_seats(6), None), 3, "nobody knows better");
        assert_eq!(stale(&of_seats(6), None), None);
    }
}
