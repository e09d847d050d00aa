//! What an organisation's people do about it.

use super::{list, words};
use crate::{
    answer::{confirm, Answer},
    context::{Context, Sending},
    parse, send,
};
use clap::{ArgGroup, Args};
use huangpu_client::{
    calls::members::{self, Delegation, Limit, Mandate, Profile},
    days, AccountId, Error, OrgId, H256,
};
use huangpu_primitives::{
    identifiers::Identifier,
    members::{InterestKind, Kind},
    roles::{Role, Scope},
};

#[derive(Args)]
pub(crate) struct Sponsor {
    /// Its legal identifier, like uscc:91310000132260250X, lei:5493001KJTIIGC8Y1R12 or
    /// "foreign:HRB Stuttgart#19360".
    #[arg(long)]
    identifier: Identifier,
    /// Its legal name.
    #[arg(long)]
    name: String,
    /// What it is by law, like small-enterprise or bank.
    #[arg(long, value_parser = words::kind)]
    kind: Kind,
    /// A part it plays, like enterprise or verifier; once for each.
    #[arg(long = "role", value_name = "ROLE", required = true, value_parser = parse::role)]
    roles: Vec<Role>,
    /// The account that will decide for it.
    #[arg(long)]
    controller: String,
    /// Who ultimately controls it; itself, without it.
    #[arg(long, value_name = "IDENTIFIER")]
    control_group: Option<Identifier>,
}

#[derive(Args)]
#[command(group(ArgGroup::new("powers").required(true).multiple(true).args(["approve", "prepare"])))]
pub(crate) struct Delegate {
    /// The account.
    account: String,
    /// Where it may act alone, within its limits, and approve what others prepared: membership, devices,
    /// emissions, council, validators; once for each.
    #[arg(long, value_name = "SCOPE", value_parser = parse::scope)]
    approve: Vec<Scope>,
    /// Where it may prepare acts, which then wait for a second delegate; once for each scope.
    #[arg(long, value_name = "SCOPE", value_parser = parse::scope)]
    prepare: Vec<Scope>,
    /// What one act and a day's acts may be worth where it approves, else they wait; once for each scope.
    /// In fen where acts have a price, else in what the domain counts.
    #[arg(long = "limit", value_name = "SCOPE=PER_ACT/PER_DAY", value_parser = words::limit)]
    limits: Vec<(Scope, Limit)>,
    /// The last day on which it may do anything; without it, there is none.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
}

#[derive(Args)]
pub(crate) struct GrantMandate {
    /// The platform.
    platform: OrgId,
    /// Where it may act: devices, emissions, council, validators; once for each.
    #[arg(long = "scope", value_name = "SCOPE", required = true, value_parser = parse::scope)]
    scopes: Vec<Scope>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    until: String,
    /// The fee it may charge, in 1/10 000 of a trade's value.
    #[arg(long, value_name = "BASIS_POINTS")]
    fee: u16,
    #[command(flatten)]
    terms: Terms,
}

/// The contract behind a mandate: its hash, or the file to be hashed.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Terms {
    /// BLAKE2b-256 hash of the contract.
    #[arg(long, value_name = "HASH")]
    terms: Option<String>,
    /// The contract, to be hashed here: it stays on this machine.
    #[arg(long, value_name = "FILE")]
    terms_file: Option<String>,
}

pub(super) async fn sponsor(context: &Context, arguments: Sponsor) -> Result<Answer, Error> {
    let Sponsor { identifier, name, kind, roles, controller, control_group } = arguments;
    let profile = Profile { name, kind, control_group, roles };
    let call = members::sponsor(identifier, profile, parse::account(&controller)?)?;
    send::send(context, &call).await
}

pub(super) async fn withdraw(context: &Context, identifier: Identifier) -> Result<Answer, Error> {
    send::send(context, &members::withdraw_application(identifier)).await
}

pub(super) async fn resign(context: &Context) -> Result<Answer, Error> {
    send::send(context, &members::resign()).await
}

pub(super) async fn change_controller(
    context: &Context,
    controller: &str,
) -> Result<Answer, Error> {
    send::send(context, &members::change_controller(parse::account(controller)?)).await
}

pub(super) async fn rotate_key(context: &Context, account: &str) -> Result<Answer, Error> {
    send::send(context, &members::rotate_key(parse::account(account)?)).await
}

pub(super) async fn add_delegate(context: &Context, arguments: Delegate) -> Result<Answer, Error> {
    let (account, delegation) = arguments.read()?;
    send::send(context, &members::add_delegate(account, delegation)?).await
}

pub(super) async fn set_delegation(
    context: &Context,
    arguments: Delegate,
) -> Result<Answer, Error> {
    let (account, delegation) = arguments.read()?;
    send::send(context, &members::set_delegation(account, delegation)?).await
}

impl Delegate {
    fn read(self) -> Result<(AccountId, Delegation), Error> {
        let Delegate { account, approve, prepare, limits, until } = self;
        let until = until.as_deref().map(days::parse).transpose()?;
        Ok((parse::account(&account)?, Delegation { prepare, approve, limits, until }))
    }
}

pub(super) async fn remove_delegate(context: &Context, account: &str) -> Result<Answer, Error> {
    send::send(context, &members::remove_delegate(parse::account(account)?)).await
}

pub(super) async fn leave(context: &Context) -> Result<Answer, Error> {
    send::send(context, &members::leave()).await
}

pub(super) async fn act_as(context: &Context, org: OrgId, call: &str) -> Result<Answer, Error> {
    send::send(context, &members::act_as(org, &parse::hex(call, "the call")?)?).await
}

/// Tells what it approves, and approves no other call than that.
pub(super) async fn approve_act(
    context: &Context,
    act: u32,
    hash: Option<String>,
) -> Result<Answer, Error> {
    let read = hash.as_deref().map(parse::hash).transpose()?;
    let chain = context.chain().await?;
    let at = context.head().await?.hash;
    let org = context.actor().await?.view.org;
    let waiting = chain.all_acts_of(at, org).await?.into_iter().find(|a| a.act == act);
    let waiting = waiting
        .ok_or_else(|| Error::Input(format!("organisation {org} has no act {act} that waits")))?;
    if read.is_some_and(|read| read != waiting.hash) {
        return Err(Error::Input(format!(
            "act {act} is another call than the one that was read: its hash is {:?}",
            waiting.hash
        )));
    }
    let decoded = chain.decode_call(at, &waiting.call).await?.ok_or_else(|| {
        Error::Input(format!(
            "the call of act {act} means nothing to the chain any more: cancel it, and prepare it again"
        ))
    })?;
    let Sending { print_call, no_wait, .. } = context.sending();
    if read.is_none() && !print_call {
        let shown =
            format!("{}\nhash {:?}", list::call_text(&waiting, Some(&decoded)), waiting.hash);
        let without = format!("if this is to be made, name its hash: --hash {:?}", waiting.hash);
        confirm(&shown, "Approve?", &without)?;
    }
    let most = chain.weight_of_call(at, &waiting.call).await?;
    let answer = send::send(context, &members::approve_act(act, waiting.hash, most)).await?;
    if print_call {
        return Ok(answer);
    }
    let done = if no_wait { "sent the approval of" } else { "approved" };
    let line = format!("{done} act {act}: {}", list::call_text(&waiting, Some(&decoded)));
    Ok(answer.with("act", list::act_json(org, &waiting, Some(&decoded)), &line))
}

pub(super) async fn cancel_act(context: &Context, act: u32) -> Result<Answer, Error> {
    send::send(context, &members::cancel_act(act)).await
}

pub(super) async fn grant_mandate(
    context: &Context,
    arguments: GrantMandate,
) -> Result<Answer, Error> {
    let GrantMandate { platform, scopes, until, fee, terms } = arguments;
    let terms: H256 = parse::hash_or_file(terms.terms.as_deref(), terms.terms_file.as_deref())?;
    let mandate = Mandate { scopes, until: days::parse(&until)?, fee, terms };
    send::send(context, &members::grant_mandate(platform, mandate)?).await
}

pub(super) async fn revoke_mandate(
    context: &Context,
    merchant: OrgId,
    platform: OrgId,
) -> Result<Answer, Error> {
    send::send(context, &members::revoke_mandate(merchant, platform)).await
}

pub(super) async fn declare_interest(
    context: &Context,
    org: OrgId,
    kind: InterestKind,
) -> Result<Answer, Error> {
    send::send(context, &members::declare_interest(org, kind)).await
}

pub(super) async fn end_interest(context: &Context, org: OrgId) -> Result<Answer, Error> {
    send::send(context, &members::end_interest(org)).await
}
