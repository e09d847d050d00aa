//! Recovery, when validators are lost for ever and finality stands still: their organisations set the keys of other
//! machines, and the council notes the stall (docs/validators.md).

use crate::{answer::Answer, context::Context, send};
use huangpu_client::{calls::council, Chain, Error, Head};

/// The call that [`note`] proposes, wherever it stands in what a motion does.
const NOTED: &str = "note_stalled";

/// Proposes it. What the call says is filled in, and can only be filled in while finality stands still.
pub(super) async fn note(
    context: &Context,
    delay: u32,
    finalized: Option<u32>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let now = chain.now().await?;
    if now.behind.is_none() {
        return Err(Error::input(
            "finality goes on, or has stood still for less than 30 blocks: there is nothing to note",
        ));
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

/// Refuses to close such a motion in the wrong session: too early, it is spent on the old keys; too late, runtime and
/// nodes count sets differently from then on.
pub(super) async fn ensure_in_time(chain: &Chain, head: Head, call: &str) -> Result<(), Error> {
    if !call.contains(NOTED) || chain.is_change_planned(head.hash).await? {
        return Ok(());
    }
    Err(Error::input(
        "no new keys are planned for the next session: closed now, this motion is spent on the keys that finalize already. \
         First the organisations that lost their machines set new keys (`huangpu validators set-keys`); the keys are \
         planned at the end of that session; `--anyway` closes it all the same",
    ))
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
}
