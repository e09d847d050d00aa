//! `huangpu members`: organisations, their people and systems.

use crate::{
    answer::{facts, table, Answer},
    context::Context,
    parse, send,
};
use clap::{Subcommand, ValueEnum};
use huangpu_client::{calls, AccountId, Error, OrgId};
use huangpu_primitives::{
    apis::{OrganisationView, Standing},
    roles::{Role, Scope},
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the organisations of the consortium.
    List,
    /// Shows one organisation.
    Show {
        /// Its id.
        org: OrgId,
    },
    /// Shows for whom an account acts.
    Account {
        /// The account's address, or its public key in hex.
        account: String,
    },
    /// Admits an organisation. The council does this: on a chain with a sudo key, that key signs.
    Admit {
        /// Its legal name.
        #[arg(long)]
        name: String,
        /// A part it plays, like enterprise or verifier; once for each.
        #[arg(long = "role", required = true, value_parser = parse::role)]
        roles: Vec<Role>,
        /// The account that decides for it.
        #[arg(long)]
        controller: String,
    },
    /// Suspends, reinstates or expels an organisation. The council does this.
    SetStanding {
        /// Its id.
        org: OrgId,
        /// Its new standing.
        standing: NewStanding,
    },
    /// Hands an organisation over to another account. The council may name the organisation;
    /// without, the signer's own is meant.
    ChangeController {
        /// The account that decides from now on.
        controller: String,
        /// The organisation, when the council acts.
        #[arg(long)]
        org: Option<OrgId>,
    },
    /// Lets an account act for the signer's organisation.
    AddDelegate {
        /// The account.
        account: String,
        /// In what it may act: membership, devices, emissions; once for each.
        #[arg(long = "scope", required = true, value_parser = parse::scope)]
        scopes: Vec<Scope>,
    },
    /// Sets anew in what a delegate may act.
    SetScopes {
        /// The account.
        account: String,
        /// In what it may act: membership, devices, emissions; once for each.
        #[arg(long = "scope", required = true, value_parser = parse::scope)]
        scopes: Vec<Scope>,
    },
    /// Ends a delegation.
    RemoveDelegate {
        /// The account.
        account: String,
    },
}

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

pub(crate) async fn run(context: &Context, command: Command) -> Result<Answer, Error> {
    match command {
        Command::List => list(context).await,
        Command::Show { org } => show(context, org).await,
        Command::Account { account } => account_of(context, &account).await,
        Command::Admit { name, roles, controller } => {
            let call = calls::admit_organisation(&name, &roles, parse::account(&controller)?)?;
            send::send_as_council(context, call).await
        }
        Command::SetStanding { org, standing } => {
            let standing = match standing {
                NewStanding::Active => Standing::Active,
                NewStanding::Suspended => Standing::Suspended,
                NewStanding::Expelled => Standing::Expelled,
            };
            send::send_as_council(context, calls::set_standing(org, standing)).await
        }
        Command::ChangeController { controller, org } => {
            let controller = parse::account(&controller)?;
            match org {
                Some(org) => {
                    let call = calls::force_change_controller(org, controller);
                    send::send_as_council(context, call).await
                }
                None => send::send(context, &calls::change_controller(controller)).await,
            }
        }
        Command::AddDelegate { account, scopes } => {
            let call = calls::add_delegate(parse::account(&account)?, &scopes)?;
            send::send(context, &call).await
        }
        Command::SetScopes { account, scopes } => {
            let call = calls::set_scopes(parse::account(&account)?, &scopes)?;
            send::send(context, &call).await
        }
        Command::RemoveDelegate { account } => {
            send::send(context, &calls::remove_delegate(parse::account(&account)?)).await
        }
    }
}

async fn list(context: &Context) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let organisations = chain.all_organisations(chain.finalized().await?.hash).await?;
    let rows = organisations
        .iter()
        .map(|o| vec![o.id.to_string(), name(o), standing(o.standing), roles(&o.roles)])
        .collect();
    let json = organisations.iter().map(to_json).collect();
    Ok(Answer::list(json, &[">id", "name", "standing", "roles"], rows))
}

async fn show(context: &Context, org: OrgId) -> Result<Answer, Error> {
    let chain = context.chain().await?;
    let at = chain.finalized().await?.hash;
    let organisation = chain
        .organisation(at, org)
        .await?
        .ok_or_else(|| Error::input(format!("no organisation has the id {org}")))?;
    let devices = chain.all_devices_of(at, org).await?.len();
    let facilities = chain.all_facilities_of(at, org).await?.len();
    let mut json = to_json(&organisation);
    json["devices"] = devices.into();
    json["facilities"] = facilities.into();
    let text = facts(&[
        ("id", org.to_string()),
        ("name", name(&organisation)),
        ("standing", standing(organisation.standing)),
        ("roles", roles(&organisation.roles)),
        ("controller", organisation.controller.to_string()),
        ("keyless account", organisation.account.to_string()),
        ("devices", devices.to_string()),
        ("facilities", facilities.to_string()),
    ]);
    Ok(Answer::new(json, text))
}

async fn account_of(context: &Context, account: &str) -> Result<Answer, Error> {
    let account = parse::account(account)?;
    let chain = context.chain().await?;
    let view = chain
        .account(chain.finalized().await?.hash, &account)
        .await?
        .ok_or_else(|| Error::input(format!("{account} acts for no organisation")))?;
    let scopes: Vec<String> = view.scopes.iter().map(|scope| format!("{scope:?}")).collect();
    let json = json!({
        "account": account.to_string(),
        "org": view.org,
        "controller": view.controller,
        "scopes": scopes,
    });
    let may =
        if view.controller { "everything: it is the controller".into() } else { scopes.join(", ") };
    let columns = ["account", ">org", "may act in"];
    let row = vec![account.to_string(), view.org.to_string(), may];
    Ok(Answer::new(json, table(&columns, vec![row])))
}

fn to_json(organisation: &OrganisationView<AccountId>) -> Value {
    json!({
        "id": organisation.id,
        "name": name(organisation),
        "standing": standing(organisation.standing),
        "roles": organisation.roles,
        "controller": organisation.controller.to_string(),
        "account": organisation.account.to_string(),
    })
}

fn name(organisation: &OrganisationView<AccountId>) -> String {
    String::from_utf8_lossy(&organisation.name).into_owned()
}

fn standing(standing: Standing) -> String {
    let word = match standing {
        Standing::Active => "active",
        Standing::Suspended => "suspended",
        Standing::Expelled => "expelled",
    };
    word.to_owned()
}

fn roles(roles: &[Role]) -> String {
    roles.iter().map(|role| format!("{role:?}")).collect::<Vec<_>>().join(", ")
}
