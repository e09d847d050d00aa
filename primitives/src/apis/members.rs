//! What clients read of members: the answers of `MembersApi`.

use crate::{
    apis::Standing,
    calendar::Day,
    identifiers::Identifier,
    members::{InterestKind, Kind, Tier},
    roles::{Role, Scope},
    OrgId,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use polkadot_sdk::sp_core::H256;
use scale_info::TypeInfo;

/// An organisation, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OrganisationView<AccountId> {
    /// Its id.
    pub id: OrgId,
    /// Its legal identifier.
    pub identifier: Identifier,
    /// Legal name, UTF-8.
    pub name: Vec<u8>,
    /// What it is by law.
    pub kind: Kind,
    /// Who ultimately controls it; itself, where none is stated.
    pub control_group: Option<Identifier>,
    /// Standing today.
    pub standing: Standing,
    /// The last day of its membership.
    pub until: Day,
    /// The member that proposed it.
    pub sponsor: Option<OrgId>,
    /// The parts it plays.
    pub roles: Vec<Role>,
    /// Whether it has a seat in the council.
    pub seated: bool,
    /// The account that decides for it.
    pub controller: AccountId,
    /// The keyless account that holds what it owns.
    pub account: AccountId,
    /// How many delegates it has.
    pub delegates: u32,
    /// How much it may use.
    pub tier: Tier,
}

/// What an account may do, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AccountView {
    /// Its organisation.
    pub org: OrgId,
    /// Whether it is the controller: then it may do everything.
    pub controller: bool,
    /// Where a delegate prepares acts.
    pub prepare: Vec<Scope>,
    /// Where a delegate acts alone, within limits, and approves.
    pub approve: Vec<Scope>,
    /// A delegate's limits.
    pub limits: Vec<LimitView>,
    /// A delegate's last day.
    pub until: Option<Day>,
}

/// What a delegate may do alone in a scope.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct LimitView {
    /// The scope.
    pub scope: Scope,
    /// Highest value of one act.
    pub per_act: u128,
    /// Highest value of a day's acts together.
    pub per_day: u128,
    /// Value of today's acts.
    pub used_today: u128,
}

/// A proposed member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ApplicationView<AccountId> {
    /// Its legal identifier.
    pub identifier: Identifier,
    /// Legal name, UTF-8.
    pub name: Vec<u8>,
    /// What it is by law.
    pub kind: Kind,
    /// Who ultimately controls it.
    pub control_group: Option<Identifier>,
    /// The parts it would play.
    pub roles: Vec<Role>,
    /// The account that would decide for it.
    pub controller: AccountId,
    /// The member that proposes it.
    pub sponsor: OrgId,
    /// The last day on which the council can approve it.
    pub until: Day,
}

/// A call that waits for a second delegate.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ActView<AccountId> {
    /// Its number within the organisation.
    pub act: u32,
    /// Who prepared it.
    pub by: AccountId,
    /// The scope it takes.
    pub scope: Scope,
    /// Its value.
    pub value: u128,
    /// The last day on which it can be approved.
    pub until: Day,
    /// Hash of the encoded call, as `approve_act` takes it.
    pub hash: H256,
    /// The encoded call.
    pub call: Vec<u8>,
}

/// What a merchant lets a platform do for it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MandateView {
    /// The merchant.
    pub merchant: OrgId,
    /// The platform.
    pub platform: OrgId,
    /// Where the platform may act.
    pub scopes: Vec<Scope>,
    /// The last day.
    pub until: Day,
    /// The fee it may charge, in 1/10 000 of a trade's value.
    pub fee: u16,
    /// Hash of the contract.
    pub terms: H256,
    /// Whether it is in force today.
    pub in_force: bool,
}

/// An interest that an organisation declared in another.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct InterestView {
    /// The other organisation.
    pub with: OrgId,
    /// What it consists in.
    pub kind: InterestKind,
    /// The day it was declared.
    pub since: Day,
    /// The day it ended.
    pub ended: Option<Day>,
    /// Whether it still counts.
    pub counts: bool,
}

/// How much an organisation may use, and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct QuotaView {
    /// Its tier.
    pub tier: Tier,
    /// What refills the bucket per block, in picoseconds of declared weight.
    pub time_per_block: u64,
    /// What refills it per block, in bytes.
    pub bytes_per_block: u64,
    /// What a full bucket holds, in picoseconds.
    pub time_capacity: u64,
    /// What a full bucket holds, in bytes.
    pub bytes_capacity: u64,
    /// What is left, in picoseconds.
    pub time_left: u64,
    /// What is left, in bytes.
    pub bytes_left: u64,
}
