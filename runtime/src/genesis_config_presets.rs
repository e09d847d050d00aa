//! The chains that can be started without a file: `dev`, with one validator and a root key, and
//! `local`, with four validators and none.

use crate::*;
use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};
use frame_support::build_struct_json_patch;
use huangpu_primitives::{
    council::Constituency,
    identifiers::Identifier,
    instruments::InstrumentClass,
    members::{Kind, SizeClass, Tier},
    money::AssetKind,
    roles::{Role, Scope},
    OrgId,
};
use pallet_members::GenesisOrganisation;
use pallet_seats::Rule;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// One seat a constituency, for two years.
const ONE_SEAT: Rule = Rule { seats: 1, term_days: 730 };

/// A founding organisation with a made-up credit code.
fn organisation(
    code: &[u8; 18],
    name: &str,
    kind: Kind,
    roles: Vec<Role>,
    controller: Sr25519Keyring,
    tier: Tier,
) -> GenesisOrganisation<AccountId> {
    GenesisOrganisation {
        identifier: Identifier::UnifiedSocialCreditCode(*code),
        name: name.to_string(),
        kind,
        roles,
        controller: controller.to_account_id(),
        tier,
        seated: false,
        delegates: vec![],
    }
}

/// The organisations of both chains.
fn organisations() -> Vec<GenesisOrganisation<AccountId>> {
    let bureau = organisation(
        b"11310101MB1H0001XR",
        "Huangpu City Ecology and Environment Bureau",
        Kind::Regulator,
        vec![Role::Regulator],
        Sr25519Keyring::Alice,
        Tier::Large,
    );
    let works = organisation(
        b"91310113HP0000021H",
        "Huangpu Steel Works",
        Kind::Enterprise(SizeClass::Large),
        vec![Role::Enterprise],
        Sr25519Keyring::Bob,
        Tier::Infrastructure,
    );
    let institute = organisation(
        b"12310104HP0000311M",
        "Shanghai Verification Institute",
        Kind::Verifier,
        vec![Role::Verifier, Role::ResearchInstitute],
        Sr25519Keyring::Charlie,
        Tier::Standard,
    );
    let bank = organisation(
        b"91310101HP0000419K",
        "Bank of Huangpu",
        Kind::Bank,
        vec![Role::Bank],
        Sr25519Keyring::Dave,
        Tier::Standard,
    );
    // The works' energy manager.
    let manager =
        (Sr25519Keyring::BobStash.to_account_id(), vec![Scope::Devices, Scope::Emissions]);
    vec![
        GenesisOrganisation { seated: true, ..bureau },
        GenesisOrganisation { seated: true, delegates: vec![manager], ..works },
        GenesisOrganisation { seated: true, ..institute },
        GenesisOrganisation { seated: true, ..bank },
    ]
}

/// The steel works, and the bank.
const WORKS: OrgId = OrgId(2);
const BANK: OrgId = OrgId(4);

/// The bank's tokenised deposits, and the digital yuan that it operates.
fn assets() -> Vec<(OrgId, AssetKind, String, String)> {
    let asset = |kind, name: &str, symbol: &str| (BANK, kind, name.into(), symbol.into());
    vec![
        asset(AssetKind::TokenisedDeposit, "Deposit at the Bank of Huangpu", "CNY.BOH"),
        asset(AssetKind::DigitalYuan, "Digital yuan through the Bank of Huangpu", "eCNY.BOH"),
    ]
}

fn session_keys(validator: Sr25519Keyring, finalizer: Ed25519Keyring) -> SessionKeys {
    SessionKeys {
        aura: AuraId::from(validator.public()),
        grandpa: GrandpaId::from(finalizer.public()),
    }
}

/// The first organisations, in order, run a validator each.
fn genesis(
    validators: Vec<(Sr25519Keyring, Ed25519Keyring)>,
    root: Option<AccountId>,
) -> serde_json::Value {
    let keys = validators.into_iter().zip(1..).map(|((validator, finalizer), org)| {
        let account = Members::account_of(OrgId(org));
        (account.clone(), account, session_keys(validator, finalizer))
    });
    build_struct_json_patch!(RuntimeGenesisConfig {
        session: SessionConfig { keys: keys.collect() },
        sudo: SudoConfig { key: root },
        seats: SeatsConfig { rules: Constituency::ALL.map(|of| (of, ONE_SEAT)).to_vec() },
        members: MembersConfig { organisations: organisations() },
        // Nothing on these chains has any value.
        instruments: InstrumentsConfig { simulated: InstrumentClass::ALL.to_vec() },
        money: MoneyConfig { assets: assets() },
        // A thousand tonnes, to try offers with.
        intervals: IntervalsConfig { holdings: vec![(InstrumentClass::Credit, 1_000, WORKS)] },
    })
}

/// One validator, //Alice, who also has the root key.
pub fn development() -> serde_json::Value {
    genesis(
        vec![(Sr25519Keyring::Alice, Ed25519Keyring::Alice)],
        Some(Sr25519Keyring::Alice.to_account_id()),
    )
}

/// Four validators, of //Alice to //Dave, whose organisations sit in the council; nobody has the root key.
pub fn local() -> serde_json::Value {
    genesis(
        vec![
            (Sr25519Keyring::Alice, Ed25519Keyring::Alice),
            (Sr25519Keyring::Bob, Ed25519Keyring::Bob),
            (Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
            (Sr25519Keyring::Dave, Ed25519Keyring::Dave),
        ],
        None,
    )
}

/// The preset of this name, as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
    let preset = match id.as_ref() {
        DEV_RUNTIME_PRESET => development(),
        LOCAL_TESTNET_RUNTIME_PRESET => local(),
        _ => return None,
    };
    // A value that was just built from our own types always serialises.
    serde_json::to_vec(&preset).ok()
}

/// The presets' names.
pub fn preset_names() -> Vec<PresetId> {
    vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}
