//! Puts calls before the council.

use crate::{
    answer::Answer,
    context::{Actor, Context},
    parse,
    send::{self, Sent},
};
use huangpu_client::{
    calls::{council, encoded, members, CouncilCall},
    Error, OrgId, PoolProblem, H256,
};
use huangpu_primitives::{council::Decision, refusals::Refusal, roles::Scope};
use serde_json::json;
use subxt::tx::Payload;

/// How often a motion whose number another one took is proposed anew.
const ATTEMPTS: usize = 3;

/// A motion that is about to be.
struct Draft<'a> {
    org: OrgId,
    call: &'a CouncilCall,
    hash: H256,
    threshold: u32,
    seats: u32,
}

pub(super) async fn run(
    context: &Context,
    decision: Decision,
    call: &str,
) -> Result<Answer, Error> {
    let call = CouncilCall::decode(&parse::hex(call, "the call")?, decision)?;
    propose(context, &call).await
}

pub(super) async fn enact(context: &Context, call: &str) -> Result<Answer, Error> {
    let call = council::enact(&parse::hex(call, "the call")?)?;
    send::send_as_council(context, call).await
}

/// Proposes a call for the signer's organisation, with as many seats as it takes, and votes for it.
pub(crate) async fn propose(context: &Context, call: &CouncilCall) -> Result<Answer, Error> {
    let actor = context.actor().await?;
    let draft = Draft::new(context, &actor, call).await?;
    if context.sending().print_call {
        let call = draft.keyless(&council::propose(call, draft.threshold)?)?;
        return Ok(send::printed(&encoded::encode(&call)?));
    }
    // Who only prepares, cannot know the number that the motion will have when it is approved.
    let votes = draft.threshold > 1 && actor.acts_alone(Scope::Council);
    if votes {
        match draft.propose_and_agree(context).await {
            // One by one, they may fit where they do not together.
            Err(Error::Pool(PoolProblem::ExhaustsResources)) => {}
            Err(Error::Refused(Refusal::QuotaTooSmall)) => {}
            sent => return Ok(draft.answer(&sent?, true)),
        }
    }
    let call = draft.keyless(&council::propose(call, draft.threshold)?)?;
    let sent = send::deliver(context, &call).await?;
    match sent.event("Council", "Proposed").and_then(|event| event.field("proposal_index")) {
        Some(index) if votes => {
            let index = index.as_u64().and_then(|index| index.try_into().ok()).unwrap_or_default();
            let vote = draft.keyless(&council::vote(draft.hash, index, true))?;
            send::deliver(context, &vote).await?;
            Ok(draft.answer(&sent, true))
        }
        _ => Ok(draft.answer(&sent, false)),
    }
}

impl<'a> Draft<'a> {
    async fn new(
        context: &Context,
        actor: &Actor,
        call: &'a CouncilCall,
    ) -> Result<Draft<'a>, Error> {
        let (org, hash) = (actor.org, call.hash()?);
        let chain = context.chain().await?;
        // The newest block: what was proposed a moment ago counts.
        let at = chain.best().await?.hash;
        let organisation = chain.organisation(at, org).await?;
        if !organisation.is_some_and(|organisation| organisation.seated) {
            return Err(Error::Input(format!(
                "this is for the council, and organisation {org} has no seat in it: ask one that has; `huangpu \
                 council show` lists them"
            )));
        }
        if chain.motion(at, hash).await?.is_some() {
            return Err(Error::Input(format!(
                "the council votes on this already: `huangpu council vote {hash:?} yes`"
            )));
        }
        let seats = chain.council_seats(at).await?;
        Ok(Self { org, call, hash, threshold: call.share().of(seats), seats })
    }

    /// A call from the keyless account of the organisation.
    fn keyless<P: Payload>(&self, call: &P) -> Result<impl Payload, Error> {
        members::act_as(self.org, &encoded::encode(call)?)
    }

    /// Proposes and votes in one transaction. It names the motion's number: when another motion gets it first,
    /// nothing has happened, and the next number is as good.
    async fn propose_and_agree(&self, context: &Context) -> Result<Sent, Error> {
        let chain = context.chain().await?;
        let mut attempt = 1;
        loop {
            let index = chain.next_motion(chain.best().await?.hash).await?;
            let both = council::propose_and_agree(self.call, self.threshold, index)?;
            match send::deliver(context, &self.keyless(&both)?).await {
                Err(Error::Dispatch(failure))
                    if failure.name == "WrongIndex" && attempt < ATTEMPTS =>
                {
                    attempt += 1;
                }
                sent => return sent,
            }
        }
    }

    /// What was sent, and how others vote.
    fn answer(&self, sent: &Sent, voted: bool) -> Answer {
        let Self { org, hash, threshold, seats, .. } = self;
        let proposed = sent.event("Council", "Proposed");
        let index = proposed.and_then(|event| event.field("proposal_index"));
        let waits = sent.event("Members", "ActPrepared").is_some();
        let named = index.map_or_else(String::new, |index| format!(" {index}"));
        let line = match () {
            () if waits => format!(
                "the motion waits for a second delegate of organisation {org}: `huangpu members acts {org}`"
            ),
            () if *threshold < 2 => "one seat is enough: no vote is taken".to_owned(),
            () => format!(
                "motion{named}: {hash:?}\nit takes {threshold} of {seats} seats, and has {}; the others vote \
                 with `huangpu council vote {hash:?} yes`",
                if voted { "one" } else { "none" }
            ),
        };
        let motion = json!({
            "hash": format!("{hash:?}"),
            "index": index,
            "threshold": threshold,
            "seats": seats,
            "voted": voted,
        });
        sent.answer().with("motion", motion, &line)
    }
}
