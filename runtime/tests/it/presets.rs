//! The genesis presets, and what clients find in the metadata.

use frame_support::traits::fungibles::metadata::Inspect as MoneyMetadata;
use huangpu_primitives::{
    instruments::{InstrumentClass, Mode},
    money::AssetKind,
    traits::InstrumentGate,
    AssetId,
};
use huangpu_runtime::*;
use polkadot_sdk::*;

fn state_of(preset: &str) -> sp_io::TestExternalities {
    let id = sp_genesis_builder::PresetId::from(preset);
    let patch = genesis_config_presets::get_preset(&id).expect("the preset exists");
    crate::common::genesis_of(serde_json::from_slice(&patch).expect("it is JSON"))
}

#[test]
fn every_preset_builds() {
    for name in genesis_config_presets::preset_names() {
        state_of(&name).execute_with(|| {
            assert_eq!(pallet_members::LastOrganisation::<Runtime>::get().0, 4, "{name}");
            crate::common::check_invariants();
        });
    }
}

#[test]
fn presets_have_two_kinds_of_money() {
    for name in genesis_config_presets::preset_names() {
        state_of(&name).execute_with(|| {
            let kind =
                |asset| pallet_money::Assets::<Runtime>::get(AssetId(asset)).map(|of| of.kind);
            assert_eq!(kind(1), Some(AssetKind::TokenisedDeposit), "{name}");
            assert_eq!(kind(2), Some(AssetKind::DigitalYuan), "{name}");
            let decimals = <Assets as MoneyMetadata<AccountId>>::decimals(1);
            assert_eq!(decimals, 2, "fen");
        });
    }
}

#[test]
fn only_dev_has_a_root_key() {
    let root = |preset| state_of(preset).execute_with(pallet_sudo::Key::<Runtime>::get);
    assert!(root(sp_genesis_builder::DEV_RUNTIME_PRESET).is_some());
    assert!(root(sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET).is_none());
}

#[test]
fn presets_simulate_every_class_of_instruments() {
    for name in genesis_config_presets::preset_names() {
        state_of(&name).execute_with(|| {
            for class in InstrumentClass::ALL {
                let open = Instruments::ensure_open(class).map(|open| open.mode);
                assert_eq!(open, Ok(Mode::Simulation), "{name}: {class:?}");
            }
        });
    }
}

#[test]
fn local_has_four_validators() {
    state_of(sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        assert_eq!(pallet_session::Validators::<Runtime>::get().len(), 4);
        assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 4);
        assert_eq!(Grandpa::grandpa_authorities().len(), 4);
    });
}

#[test]
fn every_validator_is_a_members_account() {
    for name in genesis_config_presets::preset_names() {
        state_of(&name).execute_with(|| {
            for validator in pallet_session::Validators::<Runtime>::get() {
                assert!(Members::org_of_keyless(&validator).is_some(), "{name}: {validator}");
            }
        });
    }
}

#[test]
fn metadata_comes_in_versions_14_to_16() {
    assert_eq!(Runtime::metadata_versions(), [14, 15, 16]);
}

#[test]
fn wallets_find_the_extensions_they_know() {
    let known = [
        "AuthorizeCall",
        "CheckNonZeroSender",
        "CheckSpecVersion",
        "CheckTxVersion",
        "CheckGenesis",
        "CheckMortality",
        "CheckMembership",
        "CheckNonce",
        "CheckWeight",
        "ChargeTransactionPayment",
        "WeightReclaim",
    ];
    use sp_runtime::traits::TransactionExtension;
    let found: Vec<_> = <TxExtension as TransactionExtension<RuntimeCall>>::metadata()
        .into_iter()
        .map(|extension| extension.identifier)
        .collect();
    assert_eq!(found, known);
}
