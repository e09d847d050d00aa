//! The emergency brakes.

use crate::{
    answer::{facts, Answer},
    context::Context,
    send,
};
use clap::ValueEnum;
use huangpu_client::{
    calls::brakes::{self, CallName, NEVER_PAUSED},
    Error,
};
use serde_json::json;

/// What to do with the brake, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Brake {
    /// Pull it, for four hours.
    On,
    /// Let it go.
    Off,
    /// Prolong it by four hours.
    Extend,
}

pub(super) async fn brake(context: &Context, state: Brake) -> Result<Answer, Error> {
    if !context.sending().print_call {
        let chain = context.chain().await?;
        // The newest block: that nothing becomes final may be why the brake is to be pulled.
        ensure_sensible(state, chain.brake_until(chain.best().await?.hash).await?)?;
    }
    let call = match state {
        Brake::On => brakes::pull_brake(),
        Brake::Off => brakes::release_brake(),
        Brake::Extend => brakes::extend_brake(),
    };
    send::send_as_council(context, call).await
}

/// Told before it is proposed: the motion would fail at its end.
fn ensure_sensible(state: Brake, until: Option<u32>) -> Result<(), Error> {
    match (state, until) {
        (Brake::On, Some(block)) => Err(Error::Input(format!(
            "the brake is on already, until block {block}: `huangpu council brake extend` prolongs it"
        ))),
        (Brake::Off | Brake::Extend, None) => {
            Err(Error::input("the brake is not on: `huangpu council brake on` pulls it"))
        }
        (Brake::On, None) | (Brake::Off | Brake::Extend, Some(_)) => Ok(()),
    }
}

pub(super) async fn paused(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let until = chain.brake_until(at).await?;
    let paused = chain.paused_calls(at).await?;
    let calls: Vec<_> =
        paused.iter().map(|name| json!({ "pallet": name.pallet, "call": name.call })).collect();
    let names: Vec<String> = paused.iter().map(ToString::to_string).collect();
    let text = facts(&[
        ("brake", until.map_or_else(|| "off".into(), |block| format!("on, until block {block}"))),
        ("paused", if names.is_empty() { "nothing".into() } else { names.join(", ") }),
    ]);
    Ok(Answer::new(json!({ "brakeUntil": until, "calls": calls }), text))
}

pub(super) async fn pause(
    context: &Context,
    pallet: &str,
    call: Option<&str>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let calls = pausable(chain.pallets(at).await?, pallet, call)?;
    let paused = chain.paused_calls(at).await?;
    let calls: Vec<CallName> = calls.into_iter().filter(|name| !paused.contains(name)).collect();
    if calls.is_empty() {
        return Err(Error::input("this is paused already: `huangpu council paused` lists it"));
    }
    send::send_as_council(context, brakes::pause(&calls)?).await
}

/// The calls that are meant, if there are such and they may be paused.
fn pausable(
    pallets: Vec<(String, Vec<CallName>)>,
    pallet: &str,
    call: Option<&str>,
) -> Result<Vec<CallName>, Error> {
    let known = pallets.iter().filter(|(_, calls)| !calls.is_empty()).map(|(name, _)| name);
    let pausable: Vec<&str> =
        known.map(String::as_str).filter(|name| !NEVER_PAUSED.contains(name)).collect();
    let found = pallets.iter().find(|(name, _)| name.eq_ignore_ascii_case(pallet));
    let (name, calls) = found.ok_or_else(|| {
        Error::Input(format!("{pallet}: no pallet; those to pause are {}", pausable.join(", ")))
    })?;
    if NEVER_PAUSED.contains(&name.as_str()) {
        return Err(Error::Input(format!(
            "{name} is never paused: the chain needs it to go on, or to be governed; those to pause are {}",
            pausable.join(", ")
        )));
    }
    let Some(call) = call else { return Ok(calls.clone()) };
    let found = calls.iter().find(|name| name.call == call);
    found.map(|name| vec![name.clone()]).ok_or_else(|| {
        let calls: Vec<&str> = calls.iter().map(|name| name.call.as_str()).collect();
        Error::Input(format!("{call}: no call of {name}; it has {}", calls.join(", ")))
    })
}

pub(super) async fn unpause(
    context: &Context,
    pallet: &str,
    call: Option<&str>,
) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let paused = chain.paused_calls(context.head().await?.hash).await?;
    let meant = |name: &&CallName| {
        name.pallet.eq_ignore_ascii_case(pallet) && call.is_none_or(|call| name.call == call)
    };
    let calls: Vec<CallName> = paused.iter().filter(meant).cloned().collect();
    if calls.is_empty() {
        return Err(Error::input("this is not paused: `huangpu council paused` lists what is"));
    }
    send::send_as_council(context, brakes::unpause(&calls)?).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pallets() -> Vec<(String, Vec<CallName>)> {
        let of = |pallet: &str, calls: &[&str]| {
            let name = |call: &&str| CallName { pallet: pallet.into(), call: (*call).into() };
            (pallet.to_owned(), calls.iter().map(name).collect())
        };
        vec![of("Devices", &["calibrate", "rotate_key"]), of("Council", &["vote"]), of("Aura", &[])]
    }

    fn refused(pallet: &str, call: Option<&str>) -> String {
        pausable(pallets(), pallet, call).expect_err("refused").to_string()
    }

    #[test]
    fn a_brake_is_pulled_once_and_let_go_while_it_is_on() {
        let told = |state, until| ensure_sensible(state, until).map_err(|error| error.to_string());
        assert_eq!(told(Brake::On, None), Ok(()));
        let twice = told(Brake::On, Some(9)).expect_err("it is on");
        assert!(twice.starts_with("the brake is on already, until block 9"), "{twice}");
        for state in [Brake::Off, Brake::Extend] {
            assert_eq!(told(state, Some(9)), Ok(()));
            let nothing = told(state, None).expect_err("it is off");
            assert!(nothing.starts_with("the brake is not on"), "{nothing}");
        }
    }

    #[test]
    fn a_pallet_is_paused_whole_or_by_the_call() {
        assert_eq!(pausable(pallets(), "devices", None).expect("it is").len(), 2);
        let one = pausable(pallets(), "Devices", Some("calibrate")).expect("it is");
        assert_eq!(one[0].to_string(), "Devices.calibrate");
    }

    #[test]
    fn what_cannot_be_paused_is_told_with_what_can() {
        for pallet in ["Council", "Meters"] {
            assert!(refused(pallet, None).ends_with("those to pause are Devices"), "{pallet}");
        }
        assert!(refused("Council", None).contains("never paused"));
        assert!(refused("Devices", Some("fly")).contains("calibrate, rotate_key"));
    }
}
