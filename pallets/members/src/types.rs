//! The pallet's records. Nothing here knows the runtime.

use alloc::{string::String, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use huangpu_primitives::{
    apis::Standing,
    roles::{Role, Roles, Scope, Scopes},
    OrgId,
};
use polkadot_sdk::frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A legal name, UTF-8, at most 128 bytes.
pub type OrganisationName = BoundedVec<u8, ConstU32<128>>;

/// A member of the consortium.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Organisation<AccountId> {
    /// Legal name.
    pub name: OrganisationName,
    /// Standing.
    pub standing: Standing,
    /// The parts it plays.
    pub roles: Roles,
    /// The account that decides for it.
    pub controller: AccountId,
    /// How many delegates it has.
    pub delegates: u32,
}

/// For whom an account acts, and how far.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Membership {
    /// The organisation.
    pub org: OrgId,
    /// How far.
    pub authority: Authority,
}

/// How far an account may go.
#[derive(
    Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Authority {
    /// In everything.
    #[codec(index = 0)]
    Controller,
    /// Within scopes.
    #[codec(index = 1)]
    Delegate(Scopes),
}

impl Authority {
    /// Whether it covers a scope.
    pub fn covers(&self, scope: Scope) -> bool {
        match self {
            Authority::Controller => true,
            Authority::Delegate(scopes) => scopes.contains(&scope),
        }
    }

    /// Whether it covers all of these scopes.
    pub fn covers_all(&self, scopes: &Scopes) -> bool {
        scopes.iter().all(|scope| self.covers(*scope))
    }
}

/// A founding organisation, as a genesis preset writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisOrganisation<AccountId> {
    /// Legal name.
    pub name: String,
    /// The parts it plays.
    pub roles: Vec<Role>,
    /// The account that decides for it.
    pub controller: AccountId,
    /// Its delegates and their scopes.
    #[serde(default = "Vec::new")]
    pub delegates: Vec<(AccountId, Vec<Scope>)>,
}
