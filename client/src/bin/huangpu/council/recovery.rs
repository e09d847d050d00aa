//! Recovery, when validators are lost for ever and finality stands still: their organisations set the keys of other
//! machines, and the council notes the stall (docs/validators.md).

use crate::{answer::Answer, context::Context, parse, send};
use huangpu_client::{
    calls::{council, encoded::Decoded},
    Chain, Error, Head, OrgId,
};
use huangpu_primitives::nodes::FINALITY_STANDS;

/// The call that [`note`] proposes, wherever it stands in what a motion does.
const NOTED: &str = "note_stalled";

/// The blocks that a motion's end may take.
const CLOSE_BEFORE: u32 = 3;

/// Proposes it. What the call says is filled in, and can only be filled in while finality stands still.
pub(super) async fn note(
    context: &Context,
    delay: u32,
    finalized: Option<u32>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let now = chain.now().await?;
    if now.behind.is_none() {
        return Err(Error::Input(format!(
            "finality goes on, or has stood still for less than {FINALITY_STANDS} blocks, or this node is catching up: \
             there is nothing to note"
        )));
    }
    let session = chain.validator_set(now.head.hash).await?.session_blocks;
    ensure_short(delay, session)?;
    // Another living node may have finalized more: nothing that any of them finalized may be left behind.
    let finalized = finalized.unwrap_or(0).max(chain.finalized().await?.number);
    let answer = send::send_as_council(context, council::note_stalled(delay, finalized)).await?;
    if context.sending().print_call {
        return Ok(answer);
    }
    let line = format!(
        "notes block {finalized} as the last finalized one, and {delay} blocks until the new keys finalize; vote now, and \
         close the motion in the session in which new keys are planned: `huangpu validators list` says so"
    );
    Ok(answer.with("bestFinalized", finalized.into(), &line))
}

/// As long as a session, it would meet the next one's change.
fn ensure_short(delay: u32, session: u32) -> Result<(), Error> {
    match delay < session {
        true => Ok(()),
        false => Err(Error::Input(format!(
            "a delay of {delay} blocks is as long as a session, of {session}: the next session's change would be lost"
        ))),
    }
}

/// Refuses to close such a motion in the wrong session: too early, it is spent on keys that cannot finalize; too late,
/// runtime and nodes count sets differently from then on.
pub(super) async fn ensure_in_time(
    chain: &Chain,
    head: Head,
    call: Option<&Decoded>,
) -> Result<(), Error> {
    if !call.is_some_and(|call| call.makes(NOTED)) {
        return Ok(());
    }
    let at = head.hash;
    let set = chain.validator_set(at).await?;
    let state = Planned {
        changes: chain.is_change_planned(at).await?,
        later: chain.keys_to_come(at).await?,
        blocks_left: blocks_left(head.number, set.session_blocks),
    };
    state.ensure_in_time().map_err(|why| {
        Error::Input(format!(
            "{why}; `--anyway` closes the motion all the same (docs/validators.md)"
        ))
    })
}

/// The blocks that come in this session: a block whose number is a multiple of its length begins the next.
fn blocks_left(block: u32, session: u32) -> u32 {
    block.checked_rem(session).map_or(0, |place| session.saturating_sub(place + 1))
}

/// What is planned for the next session.
struct Planned {
    /// Whether validators or keys change.
    changes: bool,
    /// Who of them has set keys since, which come later.
    later: Vec<OrgId>,
    /// The blocks until then.
    blocks_left: u32,
}

impl Planned {
    fn ensure_in_time(&self) -> Result<(), String> {
        if !self.changes {
            return Err(
                "no other validators or keys are planned for the next session: closed now, this motion is spent on those that \
                 finalize already. First the organisations that lost their machines set new keys (`huangpu validators \
                 set-keys`); these are planned at the end of that session"
                    .into(),
            );
        }
        if !self.later.is_empty() {
            return Err(format!(
                "the keys that {} set last are not planned yet: closed now, this motion is spent on the earlier ones. \
                 Wait for the next session",
                parse::show_orgs(&self.later)
            ));
        }
        if self.blocks_left < CLOSE_BEFORE {
            return Err(format!(
                "the session ends in {} blocks, and this motion may end after it, which is too late: set new keys once \
                 more, and close it early in the session in which they are planned",
                self.blocks_left
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delay_ends_before_the_session_does() {
        assert!(ensure_short(5, 10).is_ok());
        assert!(ensure_short(9, 10).is_ok());
        let told = ensure_short(10, 10).expect_err("too long").to_string();
        assert!(told.contains("of 10"), "{told}");
    }

    #[test]
    fn a_session_ends_before_a_multiple_of_its_length() {
        assert_eq!([10, 11, 18, 19].map(|block| blocks_left(block, 10)), [9, 8, 1, 0]);
    }

    #[test]
    fn a_motion_ends_in_the_session_before_the_new_keys() {
        let refused = |changes, later: &[u32], blocks_left| {
            let later = later.iter().copied().map(OrgId).collect();
            Planned { changes, later, blocks_left }.ensure_in_time().err().unwrap_or_default()
        };
        assert_eq!(refused(true, &[], 3), "");
        assert!(refused(false, &[], 9).contains("no other validators or keys"));
        assert!(refused(true, &[3], 9).contains("organisation 3"));
        assert!(refused(true, &[], 2).contains("ends in 2 blocks"));
    }
}
