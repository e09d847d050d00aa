//! What `ValidatorsApi` answers.

use super::{listed, pages};
use crate::{runtime, AccountId, Chain, Error, OrgId, H256};
use codec::{Decode, Encode};
use huangpu_primitives::{
    apis::{UptimeView, ValidatorSetView, ValidatorView, PAGE},
    calendar::Month,
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use subxt::rpcs::client::rpc_params;

/// A validator, as clients read it.
pub type Validator = ValidatorView<AccountId>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RoundState {
    set_id: u64,
}

/// The public halves of a validator's session keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Decode)]
pub struct SessionKeys {
    /// Signs the blocks it makes.
    pub aura: H256,
    /// Signs its votes on what is final.
    pub grandpa: H256,
}

impl Chain {
    /// The set of validators as it stands.
    pub async fn validator_set(&self, at: H256) -> Result<ValidatorSetView, Error> {
        self.call(at, "ValidatorsApi_validator_set", Vec::new()).await
    }

    /// One organisation's validator.
    pub async fn validator(&self, at: H256, org: OrgId) -> Result<Option<Validator>, Error> {
        self.call(at, "ValidatorsApi_validator", org.encode()).await
    }

    /// Validators in and out of the set after one, in storage order.
    pub async fn validators(
        &self,
        at: H256,
        after: Option<OrgId>,
        limit: u32,
    ) -> Result<Vec<Validator>, Error> {
        self.call(at, "ValidatorsApi_validators", (after, limit).encode()).await
    }

    /// All validators in and out of the set, in order.
    pub async fn all_validators(&self, at: H256) -> Result<Vec<Validator>, Error> {
        listed(|after| self.validators(at, after, PAGE), |validator| validator.org).await
    }

    /// How many blocks each validator made in a past session; nothing, when that is not kept.
    pub async fn session_uptime(&self, at: H256, session: u32) -> Result<Vec<(OrgId, u32)>, Error> {
        self.call(at, "ValidatorsApi_session_uptime", session.encode()).await
    }

    /// Whether another set of validators, or other keys of theirs, take effect with the next session.
    pub async fn is_change_planned(&self, at: H256) -> Result<bool, Error> {
        let planned = runtime::storage().session().queued_changed();
        Ok(self.stored(at, "planned change", planned).await?.unwrap_or_default())
    }

    /// The number of the set that finalizes, as the runtime counts sets.
    pub async fn finality_set(&self, at: H256) -> Result<u64, Error> {
        let number = runtime::storage().grandpa().current_set_id();
        Ok(self.stored(at, "number of the set", number).await?.unwrap_or_default())
    }

    /// As the node counts them. It has to be the same, or no equivocation can be proved.
    pub async fn finality_set_of_node(&self) -> Result<u64, Error> {
        let state: RoundState = self.rpc().ask("grandpa_roundState", rpc_params![]).await?;
        Ok(state.set_id)
    }

    /// The session keys that an organisation's keyless account has set, which take effect at the next session but one:
    /// Aura's and GRANDPA's.
    pub async fn session_keys(
        &self,
        at: H256,
        account: &AccountId,
    ) -> Result<Option<SessionKeys>, Error> {
        let address = runtime::storage().session().next_keys();
        self.decoded(at, "session keys", address, (*account,)).await
    }

    /// The organisations whose validators are planned for the next session with other keys than they have set last.
    pub async fn keys_to_come(&self, at: H256) -> Result<Vec<OrgId>, Error> {
        let address = runtime::storage().session().queued_keys();
        let planned: Option<Vec<(AccountId, SessionKeys)>> =
            self.decoded(at, "planned keys", address, ()).await?;
        let planned: BTreeMap<AccountId, SessionKeys> =
            planned.unwrap_or_default().into_iter().collect();
        let mut orgs = Vec::new();
        for Validator { org, account, .. } in self.all_validators(at).await? {
            let Some(keys) = planned.get(&account) else { continue };
            if self.session_keys(at, &account).await?.as_ref() != Some(keys) {
                orgs.push(org);
            }
        }
        Ok(orgs)
    }

    /// The organisations without whose validators the chain cannot go on: those that make blocks, are about to, or
    /// did in the session before this one.
    pub async fn validating(&self, at: H256) -> Result<Vec<OrgId>, Error> {
        let set = self.validator_set(at).await?;
        let before = match set.session.checked_sub(1) {
            Some(before) => self.session_uptime(at, before).await?,
            None => Vec::new(),
        };
        let made = before.into_iter().map(|(org, _)| org);
        let all: BTreeSet<OrgId> = set.planned.into_iter().chain(set.authors).chain(made).collect();
        Ok(all.into_iter().collect())
    }

    /// The uptime of an organisation's validator from a month on, in order.
    pub async fn uptime_of(
        &self,
        at: H256,
        org: OrgId,
        from: Month,
        limit: u32,
    ) -> Result<Vec<UptimeView>, Error> {
        self.call(at, "ValidatorsApi_uptime_of", (org, from, limit).encode()).await
    }

    /// The whole uptime of an organisation's validator from a month on.
    pub async fn all_uptime_of(
        &self,
        at: H256,
        org: OrgId,
        from: Month,
    ) -> Result<Vec<UptimeView>, Error> {
        let page = |after: Option<Month>| self.uptime_of(at, org, after.unwrap_or(from), PAGE);
        pages(page, |uptime| Some(uptime.month.next())).await
    }
}
