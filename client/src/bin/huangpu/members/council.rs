//! The council's commands.

use super::words;
use crate::{answer::Answer, context::Context, document::Document, parse, send};
use clap::{ArgGroup, Args, ValueEnum};
use huangpu_client::{
    calls::members::{self, Profile},
    days, Error, OrgId,
};
use huangpu_primitives::{
    apis::Standing,
    identifiers::Identifier,
    members::{Kind, Tier},
    roles::Role,
};

/// A standing, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum NewStanding {
    /// In good standing.
    Active,
    /// Suspended for now.
    Suspended,
    /// Expelled, for good.
    Expelled,
}

/// Whether there is a seat, as it is typed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Seat {
    /// It has one.
    On,
    /// It has none.
    Off,
}

#[derive(Args)]
#[command(group(ArgGroup::new("correction").required(true).multiple(true)
    .args(["name", "kind", "control_group", "no_control_group", "roles"])))]
pub(crate) struct SetProfile {
    /// The organisation.
    org: OrgId,
    /// Its legal name.
    #[arg(long)]
    name: Option<String>,
    /// What it is by law, like small-enterprise or bank.
    #[arg(long, value_parser = words::kind)]
    kind: Option<Kind>,
    /// Who ultimately controls it.
    #[arg(long, value_name = "IDENTIFIER", conflicts_with = "no_control_group")]
    control_group: Option<Identifier>,
    /// Nobody but itself controls it.
    #[arg(long)]
    no_control_group: bool,
    /// A part it plays, like enterprise or verifier; once for each. Those before are replaced.
    #[arg(long = "role", value_name = "ROLE", value_parser = parse::role)]
    roles: Vec<Role>,
}

pub(super) async fn approve(
    context: &Context,
    identifier: Identifier,
    tier: Tier,
    until: &str,
) -> Result<Answer, Error> {
    let call = members::approve_application(identifier, tier, days::parse(until)?);
    send::send_as_council(context, call).await
}

pub(super) async fn reject(
    context: &Context,
    identifier: Identifier,
    document: Document,
) -> Result<Answer, Error> {
    let call = members::reject_application(identifier, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn renew(context: &Context, org: OrgId, until: &str) -> Result<Answer, Error> {
    send::send_as_council(context, members::renew(org, days::parse(until)?)).await
}

pub(super) async fn set_standing(
    context: &Context,
    org: OrgId,
    standing: NewStanding,
    document: Document,
) -> Result<Answer, Error> {
    let standing = match standing {
        NewStanding::Active => Standing::Active,
        NewStanding::Suspended => Standing::Suspended,
        NewStanding::Expelled => Standing::Expelled,
    };
    let call = members::set_standing(org, standing, document.hash()?);
    send::send_as_council(context, call).await
}

pub(super) async fn set_tier(context: &Context, org: OrgId, tier: Tier) -> Result<Answer, Error> {
    send::send_as_council(context, members::set_tier(org, tier)).await
}

pub(super) async fn set_profile(context: &Context, arguments: SetProfile) -> Result<Answer, Error> {
    let SetProfile { org, name, kind, control_group, no_control_group, roles } = arguments;
    let now = super::show::find(context, org).await?;
    let group = control_group.or(now.control_group).filter(|_| !no_control_group);
    let profile = Profile {
        name: name.unwrap_or_else(|| String::from_utf8_lossy(&now.name).into_owned()),
        kind: kind.unwrap_or(now.kind),
        control_group: group,
        roles: if roles.is_empty() { now.roles } else { roles },
    };
    send::send_as_council(context, members::set_profile(org, profile)?).await
}

pub(super) async fn set_seat(context: &Context, org: OrgId, seat: Seat) -> Result<Answer, Error> {
    send::send_as_council(context, members::set_seat(org, seat == Seat::On)).await
}

pub(super) async fn close(context: &Context, org: OrgId, limit: u32) -> Result<Answer, Error> {
    send::send_as_council(context, members::close_organisation(org, limit)).await
}

pub(super) async fn change_controller(
    context: &Context,
    org: OrgId,
    controller: &str,
) -> Result<Answer, Error> {
    let call = members::force_change_controller(org, parse::account(controller)?);
    send::send_as_council(context, call).await
}
