//! The calls about organisations: who they are, who acts for them, and how they are tied to one another.

use super::{
    encoded::{self, Weight},
    text, CouncilCall,
};
use crate::{
    runtime::{
        self,
        runtime_types::{
            bounded_collections::{bounded_btree_set::BoundedBTreeSet, bounded_vec::BoundedVec},
            huangpu_runtime::RuntimeCall,
            pallet_members::{
                pallet::Call,
                types::{
                    Delegation as RawDelegation, Limit as RawLimit, Mandate as RawMandate,
                    Profile as RawProfile,
                },
            },
            sp_weights::weight_v2::Weight as RawWeight,
        },
    },
    AccountId, Error, OrgId, H256,
};
use huangpu_primitives::{
    apis::Standing,
    calendar::Day,
    council::Decision,
    identifiers::Identifier,
    members::{InterestKind, Kind, Tier},
    roles::{Role, Scope, MAX_ROLES, MAX_SCOPES},
};
use std::collections::BTreeSet;
use subxt::{tx::Payload, utils::Static};

/// What a delegate may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delegation {
    /// Where it may prepare acts, which then wait for somebody who may approve them.
    pub prepare: Vec<Scope>,
    /// Where it may act alone, within its limits, and approve what others prepared.
    pub approve: Vec<Scope>,
    /// Its limits, in some of the scopes that it may approve.
    pub limits: Vec<(Scope, Limit)>,
    /// The last day on which it may do anything.
    pub until: Option<Day>,
}

/// What a delegate may do alone in a scope: in fen (1/100 yuan) where acts have a price, else in what the domain
/// counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Highest value of one act.
    pub per_act: u128,
    /// Highest value of a day's acts together.
    pub per_day: u128,
}

/// Who an organisation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Legal name.
    pub name: String,
    /// What it is by law.
    pub kind: Kind,
    /// Who ultimately controls it; itself, where none is stated.
    pub control_group: Option<Identifier>,
    /// The parts it plays.
    pub roles: Vec<Role>,
}

/// What a merchant lets a platform do for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// Where the platform may act.
    pub scopes: Vec<Scope>,
    /// The last day.
    pub until: Day,
    /// The fee it may charge, in 1/10 000 of a trade's value.
    pub fee: u16,
    /// Hash of the contract.
    pub terms: H256,
}

/// Lets an account act for the signer's organisation.
///
/// # Errors
/// [`Error::Input`] for more scopes or limits than the chain takes.
pub fn add_delegate(delegate: AccountId, delegation: Delegation) -> Result<impl Payload, Error> {
    Ok(runtime::transactions().members().add_delegate(delegate, delegation.raw()?))
}

/// Sets a delegate's powers and limits anew.
///
/// # Errors
/// As [`add_delegate`].
pub fn set_delegation(delegate: AccountId, delegation: Delegation) -> Result<impl Payload, Error> {
    Ok(runtime::transactions().members().set_delegation(delegate, delegation.raw()?))
}

/// Ends a delegation.
pub fn remove_delegate(delegate: AccountId) -> impl Payload {
    runtime::transactions().members().remove_delegate(delegate)
}

/// Hands the signer's organisation over to another account.
pub fn change_controller(controller: AccountId) -> impl Payload {
    runtime::transactions().members().change_controller(controller)
}

/// Puts another account in the signer's place.
pub fn rotate_key(to: AccountId) -> impl Payload {
    runtime::transactions().members().rotate_key(to)
}

/// Makes a call from an organisation's keyless account; [`encode`](encoded::encode) makes a call's bytes.
///
/// # Errors
/// [`Error::Input`] when the bytes are no call.
pub fn act_as(org: OrgId, call: &[u8]) -> Result<impl Payload, Error> {
    Ok(runtime::transactions().members().act_as(org.into(), encoded::read(call)?))
}

/// Makes a call that another delegate prepared. `hash` is that of the encoded call (BLAKE2b-256), `most` what it
/// may weigh.
pub fn approve_act(act: u32, hash: H256, most: Weight) -> impl Payload {
    let most = RawWeight { ref_time: most.ref_time, proof_size: most.proof_size };
    runtime::transactions().members().approve_act(act, hash, most)
}

/// Gives a prepared call up.
pub fn cancel_act(act: u32) -> impl Payload {
    runtime::transactions().members().cancel_act(act)
}

/// Proposes a member.
///
/// # Errors
/// [`Error::Input`] for no role or too many.
pub fn sponsor(
    identifier: Identifier,
    profile: Profile,
    controller: AccountId,
) -> Result<impl Payload, Error> {
    let (identifier, profile) = (identifier.into(), profile.raw()?);
    Ok(runtime::transactions().members().sponsor(identifier, profile, controller))
}

/// Takes a proposal back.
pub fn withdraw_application(identifier: Identifier) -> impl Payload {
    runtime::transactions().members().withdraw_application(identifier.into())
}

/// Ends the signer's own delegation.
pub fn leave() -> impl Payload {
    runtime::transactions().members().leave()
}

/// Leaves the consortium with the signer's organisation.
pub fn resign() -> impl Payload {
    runtime::transactions().members().resign()
}

/// Lets a platform act for the signer's organisation.
///
/// # Errors
/// [`Error::Input`] for no scope or too many.
pub fn grant_mandate(platform: OrgId, mandate: Mandate) -> Result<impl Payload, Error> {
    let Mandate { scopes, until, fee, terms } = mandate;
    let scopes = some(&scopes, MAX_SCOPES, "scopes")?;
    let mandate = RawMandate { scopes, until: until.into(), fee, terms };
    Ok(runtime::transactions().members().grant_mandate(platform.into(), mandate))
}

/// Ends a mandate; its merchant or its platform does.
pub fn revoke_mandate(merchant: OrgId, platform: OrgId) -> impl Payload {
    runtime::transactions().members().revoke_mandate(merchant.into(), platform.into())
}

/// Declares an interest of the signer's organisation in another.
pub fn declare_interest(with: OrgId, kind: InterestKind) -> impl Payload {
    runtime::transactions().members().declare_interest(with.into(), kind.into())
}

/// States that a declared interest has ended.
pub fn end_interest(with: OrgId) -> impl Payload {
    runtime::transactions().members().end_interest(with.into())
}

/// Admits a proposed member.
pub fn approve_application(identifier: Identifier, tier: Tier, until: Day) -> CouncilCall {
    let (identifier, tier, until) = (identifier.into(), tier.into(), until.into());
    council(Decision::Ordinary, Call::approve_application { identifier, tier, until })
}

/// Rejects a proposal, citing the decision's document by its hash.
pub fn reject_application(identifier: Identifier, document: H256) -> CouncilCall {
    council(
        Decision::Ordinary,
        Call::reject_application { identifier: identifier.into(), document },
    )
}

/// Sets the last day of a membership anew.
pub fn renew(org: OrgId, until: Day) -> CouncilCall {
    council(Decision::Ordinary, Call::renew { org: org.into(), until: until.into() })
}

/// Suspends, reinstates or expels an organisation, citing the decision's document by its hash.
pub fn set_standing(org: OrgId, standing: Standing, document: H256) -> CouncilCall {
    council(
        Decision::Grave,
        Call::set_standing { org: org.into(), standing: standing.into(), document },
    )
}

/// Sets how much an organisation may use.
pub fn set_tier(org: OrgId, tier: Tier) -> CouncilCall {
    council(Decision::Ordinary, Call::set_tier { org: org.into(), tier: tier.into() })
}

/// Corrects who an organisation is.
///
/// # Errors
/// [`Error::Input`] for no role or too many.
pub fn set_profile(org: OrgId, profile: Profile) -> Result<CouncilCall, Error> {
    Ok(council(Decision::Ordinary, Call::set_profile { org: org.into(), profile: profile.raw()? }))
}

/// Gives an organisation a seat in the council, or takes it.
pub fn set_seat(org: OrgId, seated: bool) -> CouncilCall {
    council(Decision::Constitutional, Call::set_seat { org: org.into(), seated })
}

/// Closes an organisation that is wound up, removing up to `limit` of what hangs on it.
pub fn close_organisation(org: OrgId, limit: u32) -> CouncilCall {
    council(Decision::Ordinary, Call::close_organisation { org: org.into(), limit })
}

/// Hands an organisation whose controller's key is lost over to another account.
pub fn force_change_controller(org: OrgId, controller: AccountId) -> CouncilCall {
    council(Decision::Grave, Call::force_change_controller { org: org.into(), controller })
}

fn council(decision: Decision, call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Members(call), decision)
}

impl Delegation {
    fn raw(self) -> Result<RawDelegation, Error> {
        let limits = self.limits.into_iter().map(|(scope, Limit { per_act, per_day })| {
            (Static(scope), RawLimit { per_act, per_day })
        });
        Ok(RawDelegation {
            prepare: set(&self.prepare, MAX_SCOPES, "scopes")?,
            approve: set(&self.approve, MAX_SCOPES, "scopes")?,
            limits: BoundedVec(limits.collect()),
            until: self.until.map(Static),
        })
    }
}

impl Profile {
    fn raw(self) -> Result<RawProfile, Error> {
        Ok(RawProfile {
            name: text(&self.name),
            kind: self.kind.into(),
            control_group: self.control_group.map(Static),
            roles: some(&self.roles, MAX_ROLES, "roles")?,
        })
    }
}

/// As [`set`], with at least one item.
fn some<T: Ord + Copy>(
    items: &[T],
    most: u32,
    what: &str,
) -> Result<BoundedBTreeSet<Static<T>>, Error> {
    if items.is_empty() {
        return Err(Error::Input(format!("give 1 to {most} {what}, not 0")));
    }
    set(items, most, what)
}

/// A set's encoding is its sorted items.
fn set<T: Ord + Copy>(
    items: &[T],
    most: u32,
    what: &str,
) -> Result<BoundedBTreeSet<Static<T>>, Error> {
    let items: BTreeSet<T> = items.iter().copied().collect();
    if items.len() > most as usize {
        return Err(Error::Input(format!("give at most {most} {what}, not {}", items.len())));
    }
    Ok(BoundedBTreeSet(items.into_iter().map(Static).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calls::{self, council, tests::arguments},
        DeviceId,
    };
    use codec::{Compact, Encode};
    use huangpu_primitives::{
        members::SizeClass,
        roles::{Roles, Scopes},
    };

    const DELEGATE: AccountId = AccountId([4; 32]);

    fn scopes(given: &[Scope]) -> Scopes {
        given.iter().copied().collect::<BTreeSet<_>>().try_into().expect("they fit")
    }

    fn code() -> Identifier {
        "91310113HP0000021H".parse().expect("a code")
    }

    fn profile() -> Profile {
        let (kind, roles) = (Kind::Enterprise(SizeClass::Small), vec![Role::Bank]);
        Profile { name: "热力".into(), kind, control_group: Some(code()), roles }
    }

    /// A profile as the chain reads it.
    fn encoded_profile() -> Vec<u8> {
        let mut roles = Roles::new();
        roles.try_insert(Role::Bank).expect("one fits");
        ("热力", Kind::Enterprise(SizeClass::Small), Some(code()), roles).encode()
    }

    fn council_arguments(call: CouncilCall) -> Vec<u8> {
        // The first two bytes are the numbers of pallet and call.
        arguments(&council::by_root_key(call))[2..].to_vec()
    }

    #[test]
    fn a_delegation_is_encoded_as_the_chain_reads_it() {
        let delegation = Delegation {
            prepare: vec![Scope::Membership],
            // Sets are sorted and hold nothing twice.
            approve: vec![Scope::Emissions, Scope::Devices, Scope::Emissions],
            limits: vec![(Scope::Devices, Limit { per_act: 5, per_day: 6 })],
            until: Some(Day(20_000)),
        };
        let expected = (
            DELEGATE,
            (scopes(&[Scope::Membership]), scopes(&[Scope::Devices, Scope::Emissions])),
            vec![(Scope::Devices, 5u128, 6u128)],
            Some(Day(20_000)),
        );
        let added = add_delegate(DELEGATE, delegation.clone()).expect("few scopes");
        assert_eq!(arguments(&added), expected.encode());
        let set = set_delegation(DELEGATE, delegation).expect("few scopes");
        assert_eq!(arguments(&set), expected.encode());
    }

    #[test]
    fn a_profile_is_encoded_as_the_chain_reads_it() {
        let sponsored = sponsor(code(), profile(), DELEGATE).expect("a role");
        let expected = [code().encode(), encoded_profile(), DELEGATE.encode()].concat();
        assert_eq!(arguments(&sponsored), expected);
        let nothing = Profile { roles: vec![], ..profile() };
        assert!(matches!(sponsor(code(), nothing, DELEGATE), Err(Error::Input(_))));
    }

    #[test]
    fn the_council_decides_by_its_calls_arguments() {
        let call = set_profile(OrgId(4), profile()).expect("a role");
        assert_eq!(council_arguments(call), [OrgId(4).encode(), encoded_profile()].concat());
        let call = approve_application(code(), Tier::Large, Day(20_000));
        assert_eq!(council_arguments(call), (code(), Tier::Large, Day(20_000)).encode());
        let call = set_standing(OrgId(4), Standing::Suspended, H256([7; 32]));
        let expected = (OrgId(4), Standing::Suspended, H256([7; 32]));
        assert_eq!(council_arguments(call), expected.encode());
        assert_eq!(council_arguments(set_seat(OrgId(4), true)), (OrgId(4), true).encode());
    }

    #[test]
    fn an_act_holds_the_call() {
        let inner = encoded::encode(&calls::suspend_device(DeviceId(7))).expect("a call");
        let call = act_as(OrgId(2), &inner).expect("a call");
        assert_eq!(arguments(&call), [OrgId(2).encode(), inner].concat());
        assert!(matches!(act_as(OrgId(2), &[]), Err(Error::Input(_))));
        let most = Weight { ref_time: 1_000_000, proof_size: 5 };
        let call = approve_act(3, H256([7; 32]), most);
        let expected = (3u32, H256([7; 32]), Compact(1_000_000u64), Compact(5u64));
        assert_eq!(arguments(&call), expected.encode());
    }

    #[test]
    fn a_mandate_names_a_scope() {
        let (until, terms) = (Day(20_000), H256([7; 32]));
        let mandate = |scopes| Mandate { scopes, until, fee: 250, terms };
        let granted = grant_mandate(OrgId(5), mandate(vec![Scope::Devices])).expect("a scope");
        let expected = (OrgId(5), scopes(&[Scope::Devices]), until, 250u16, terms);
        assert_eq!(arguments(&granted), expected.encode());
        assert!(matches!(grant_mandate(OrgId(5), mandate(vec![])), Err(Error::Input(_))));
    }
}
