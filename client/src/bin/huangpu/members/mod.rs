//! `huangpu members`: organisations, who acts for them, and how they are tied to one another.

mod council;
mod list;
mod manage;
mod show;
mod words;

use crate::{answer::Answer, context::Context, document::Document};
use clap::Subcommand;
use huangpu_client::{Error, OrgId};
use huangpu_primitives::{
    identifiers::Identifier,
    members::{InterestKind, Tier},
};
pub(crate) use show::find;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the organisations of the consortium.
    List,
    /// Shows one organisation.
    Show {
        /// Its id, or its legal identifier.
        org: show::Which,
    },
    /// Shows for whom an account acts, and how far.
    Account {
        /// The account's address, or its public key in hex.
        account: String,
    },
    /// Lists an organisation's delegates.
    Delegates {
        /// The organisation.
        org: OrgId,
    },
    /// Lists the proposed members.
    Applications,
    /// Lists the calls that wait for a second delegate.
    Acts {
        /// Of this organisation only.
        org: Option<OrgId>,
    },
    /// Lists the mandates that an organisation granted to platforms.
    Mandates {
        /// The organisation.
        org: OrgId,
        /// Those that it holds as a platform, instead.
        #[arg(long)]
        held: bool,
    },
    /// Lists the interests that an organisation declared in others.
    Interests {
        /// The organisation.
        org: OrgId,
    },
    /// Shows whether one organisation may verify or judge another.
    Independent {
        /// The one.
        one: OrgId,
        /// The other.
        other: OrgId,
    },
    /// Shows how much an organisation may use, and what is left of it.
    Quota {
        /// The organisation.
        org: OrgId,
    },
    /// Proposes a member.
    Sponsor(manage::Sponsor),
    /// Takes a proposal back.
    Withdraw {
        /// Who was proposed, like uscc:91310000132260250X.
        identifier: Identifier,
    },
    /// Admits a proposed member. The council does this: the call becomes a motion.
    Approve {
        /// Who is proposed.
        identifier: Identifier,
        /// How much it may use: basic, standard, large or infrastructure.
        #[arg(long, value_parser = words::tier)]
        tier: Tier,
        /// The last day of its membership.
        #[arg(long, value_name = "DATE")]
        until: String,
    },
    /// Rejects a proposal. The council does this.
    Reject {
        /// Who is proposed.
        identifier: Identifier,
        #[command(flatten)]
        document: Document,
    },
    /// Sets the last day of a membership anew. The council does this.
    Renew {
        /// The organisation.
        org: OrgId,
        /// The last day.
        #[arg(long, value_name = "DATE")]
        until: String,
    },
    /// Suspends, reinstates or expels an organisation. The council does this.
    SetStanding {
        /// The organisation.
        org: OrgId,
        /// Its new standing.
        standing: council::NewStanding,
        #[command(flatten)]
        document: Document,
    },
    /// Sets how much an organisation may use. The council does this.
    SetTier {
        /// The organisation.
        org: OrgId,
        /// Its new tier: basic, standard, large or infrastructure.
        #[arg(value_parser = words::tier)]
        tier: Tier,
    },
    /// Corrects who an organisation is; what is not given stays. The council does this.
    SetProfile(council::SetProfile),
    /// Gives an organisation a seat in the council, or takes it. The council does this.
    SetSeat {
        /// The organisation.
        org: OrgId,
        /// Whether it has one from now on.
        seat: council::Seat,
    },
    /// Closes a lapsed or expelled organisation that holds nothing any more. The council does this, again
    /// until the organisation is closed.
    Close {
        /// The organisation.
        org: OrgId,
        /// How many delegates, waiting acts and mandates are removed at most.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Leaves the consortium with the signer's organisation.
    Resign,
    /// Hands an organisation over to another account. The council may name the organisation;
    /// without, the signer's own is meant.
    ChangeController {
        /// The account that decides from now on.
        controller: String,
        /// The organisation, when the council acts.
        #[arg(long)]
        org: Option<OrgId>,
    },
    /// Puts another account in the signer's place, with the same powers.
    RotateKey {
        /// The new account.
        account: String,
    },
    /// Ends the signer's own delegation: its account is free to act for another organisation.
    Leave,
    /// Lets an account act for the signer's organisation.
    AddDelegate(manage::Delegate),
    /// Sets a delegate's powers and limits anew: what is not given, it has no longer.
    SetDelegation(manage::Delegate),
    /// Ends a delegation.
    RemoveDelegate {
        /// The account.
        account: String,
    },
    /// Makes a call from an organisation's keyless account, or prepares it for a second delegate.
    ActAs {
        /// The organisation.
        org: OrgId,
        /// The encoded call, in hex.
        #[arg(long, value_name = "HEX")]
        call: String,
    },
    /// Makes a call that another delegate of the signer's organisation prepared.
    ApproveAct {
        /// The act's number.
        act: u32,
        /// The hash of the call that was read; without it, the call is shown, and the command asks.
        #[arg(long)]
        hash: Option<String>,
    },
    /// Gives a prepared call of the signer's organisation up.
    CancelAct {
        /// The act's number.
        act: u32,
    },
    /// Lets a platform act for the signer's organisation.
    GrantMandate(manage::GrantMandate),
    /// Ends a mandate; its merchant or its platform does.
    RevokeMandate {
        /// The merchant.
        merchant: OrgId,
        /// The platform.
        platform: OrgId,
    },
    /// Declares an interest of the signer's organisation in another.
    DeclareInterest {
        /// The other organisation.
        org: OrgId,
        /// What it consists in: ownership, management, services, finance or other.
        #[arg(long, value_parser = words::interest)]
        kind: InterestKind,
    },
    /// States that a declared interest has ended; two years later, once more removes it.
    EndInterest {
        /// The other organisation.
        org: OrgId,
    },
}

impl Command {
    /// Whether it makes a call that an account signs.
    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::List
            | Self::Show { .. }
            | Self::Account { .. }
            | Self::Delegates { .. }
            | Self::Applications
            | Self::Acts { .. }
            | Self::Mandates { .. }
            | Self::Interests { .. }
            | Self::Independent { .. }
            | Self::Quota { .. } => false,
            Self::Sponsor(_)
            | Self::Withdraw { .. }
            | Self::Approve { .. }
            | Self::Reject { .. }
            | Self::Renew { .. }
            | Self::SetStanding { .. }
            | Self::SetTier { .. }
            | Self::SetProfile(_)
            | Self::SetSeat { .. }
            | Self::Close { .. }
            | Self::Resign
            | Self::ChangeController { .. }
            | Self::RotateKey { .. }
            | Self::Leave
            | Self::AddDelegate(_)
            | Self::SetDelegation(_)
            | Self::RemoveDelegate { .. }
            | Self::ActAs { .. }
            | Self::ApproveAct { .. }
            | Self::CancelAct { .. }
            | Self::GrantMandate(_)
            | Self::RevokeMandate { .. }
            | Self::DeclareInterest { .. }
            | Self::EndInterest { .. } => true,
        }
    }
}

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::List => list::organisations(context).await,
        Command::Show { org } => show::organisation(context, org).await,
        Command::Account { account } => show::account(context, &account).await,
        Command::Delegates { org } => list::delegates(context, org).await,
        Command::Applications => list::applications(context).await,
        Command::Acts { org } => list::acts(context, org).await,
        Command::Mandates { org, held } => list::mandates(context, org, held).await,
        Command::Interests { org } => list::interests(context, org).await,
        Command::Independent { one, other } => show::independent(context, one, other).await,
        Command::Quota { org } => show::quota(context, org).await,
        Command::Sponsor(arguments) => manage::sponsor(context, arguments).await,
        Command::Withdraw { identifier } => manage::withdraw(context, identifier).await,
        Command::Approve { identifier, tier, until } => {
            council::approve(context, identifier, tier, &until).await
        }
        Command::Reject { identifier, document } => {
            council::reject(context, identifier, document).await
        }
        Command::Renew { org, until } => council::renew(context, org, &until).await,
        Command::SetStanding { org, standing, document } => {
            council::set_standing(context, org, standing, document).await
        }
        Command::SetTier { org, tier } => council::set_tier(context, org, tier).await,
        Command::SetProfile(arguments) => council::set_profile(context, arguments).await,
        Command::SetSeat { org, seat } => council::set_seat(context, org, seat).await,
        Command::Close { org, limit } => council::close(context, org, limit).await,
        Command::Resign => manage::resign(context).await,
        Command::ChangeController { controller, org: Some(org) } => {
            council::change_controller(context, org, &controller).await
        }
        Command::ChangeController { controller, org: None } => {
            manage::change_controller(context, &controller).await
        }
        Command::RotateKey { account } => manage::rotate_key(context, &account).await,
        Command::Leave => manage::leave(context).await,
        Command::AddDelegate(arguments) => manage::add_delegate(context, arguments).await,
        Command::SetDelegation(arguments) => manage::set_delegation(context, arguments).await,
        Command::RemoveDelegate { account } => manage::remove_delegate(context, &account).await,
        Command::ActAs { org, call } => manage::act_as(context, org, &call).await,
        Command::ApproveAct { act, hash } => manage::approve_act(context, act, hash).await,
        Command::CancelAct { act } => manage::cancel_act(context, act).await,
        Command::GrantMandate(arguments) => manage::grant_mandate(context, arguments).await,
        Command::RevokeMandate { merchant, platform } => {
            manage::revoke_mandate(context, merchant, platform).await
        }
        Command::DeclareInterest { org, kind } => {
            manage::declare_interest(context, org, kind).await
        }
        Command::EndInterest { org } => manage::end_interest(context, org).await,
    }
}
