//! The chains the node knows by name. Their genesis is a preset of the runtime, so that the node
//! says only how a chain is called; any other chain is a JSON file.

use huangpu_runtime::WASM_BINARY;
use polkadot_sdk::{
    sc_chain_spec::ChainSpecBuilder,
    sc_service::{ChainType, GenericChainSpec, Properties},
    sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET},
};
use std::path::PathBuf;

/// A chain's genesis and how to join it.
pub(crate) type ChainSpec = GenericChainSpec;

/// Begins the names of the network protocols, so that nodes of other chains are not taken for
/// peers.
const PROTOCOL_ID: &str = "huangpu";

/// Account addresses are written with Substrate's generic prefix: no account of this chain holds
/// money, so there is nothing that a mistaken network could lose.
const SS58_FORMAT: u16 = 42;

/// Loads the chain called `id`, or the JSON specification in the file `id`. Without a name it is
/// `local`, as with any Substrate node.
///
/// Fails where there is no such file, where it is no specification, or where the node was built
/// without its runtime.
pub(crate) fn load(id: &str) -> Result<ChainSpec, String> {
    match id {
        "dev" => Ok(development(runtime_code()?)),
        "" | "local" => Ok(local(runtime_code()?)),
        path => ChainSpec::from_json_file(PathBuf::from(path)).map_err(|error| {
            format!("`{path}` is neither a chain (dev, local) nor the file of one: {error}")
        }),
    }
}

/// One authority, Alice, on one machine.
fn development(code: &[u8]) -> ChainSpec {
    by_preset(code, DEV_RUNTIME_PRESET)
        .with_name("Huangpu Development")
        .with_id("huangpu_dev")
        .with_chain_type(ChainType::Development)
        .build()
}

/// Four authorities, Alice to Dave: the least that tolerates one that fails.
fn local(code: &[u8]) -> ChainSpec {
    by_preset(code, LOCAL_TESTNET_RUNTIME_PRESET)
        .with_name("Huangpu Local")
        .with_id("huangpu_local")
        .with_chain_type(ChainType::Local)
        .build()
}

fn by_preset(code: &[u8], preset: &str) -> ChainSpecBuilder {
    ChainSpec::builder(code, None)
        .with_protocol_id(PROTOCOL_ID)
        .with_properties(properties())
        .with_genesis_config_preset_name(preset)
}

/// What wallets read. There is no currency, hence no token symbol and no decimals.
fn properties() -> Properties {
    Properties::from_iter([("ss58Format".into(), SS58_FORMAT.into())])
}

fn runtime_code() -> Result<&'static [u8], String> {
    WASM_BINARY.ok_or_else(|| {
        "This node was built without its runtime: build it again with SKIP_WASM_BUILD unset, or \
         name a chain specification file with --chain."
            .into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use polkadot_sdk::sc_service::ChainSpec as _;
    use serde_json::{json, Value};

    /// What a chain is called does not depend on its runtime.
    const NO_CODE: &[u8] = &[];

    #[test]
    fn development_should_be_of_type_development() {
        let spec = development(NO_CODE);
        assert_eq!(spec.name(), "Huangpu Development");
        assert_eq!(spec.id(), "huangpu_dev");
        assert_eq!(spec.chain_type(), ChainType::Development);
    }

    #[test]
    fn local_should_be_of_type_local() {
        let spec = local(NO_CODE);
        assert_eq!(spec.name(), "Huangpu Local");
        assert_eq!(spec.id(), "huangpu_local");
        assert_eq!(spec.chain_type(), ChainType::Local);
    }

    #[test]
    fn every_named_chain_should_tell_peers_and_wallets_the_same() {
        for spec in [development(NO_CODE), local(NO_CODE)] {
            assert_eq!(spec.protocol_id(), Some("huangpu"));
            assert_eq!(Value::from(spec.properties()), json!({ "ss58Format": 42 }));
        }
    }

    #[test]
    fn each_named_chain_should_have_its_own_authorities() {
        if WASM_BINARY.is_none() {
            eprintln!("skipped: built without the runtime (SKIP_WASM_BUILD)");
            return;
        }
        assert_eq!(authorities("dev"), 1);
        assert_eq!(authorities("local"), 4);
        assert_eq!(authorities(""), 4);
    }

    fn authorities(id: &str) -> usize {
        let spec: Value = serde_json::from_str(&load(id).unwrap().as_json(false).unwrap()).unwrap();
        let keys = spec["genesis"]["runtimeGenesis"]["patch"]["session"]["keys"].as_array();
        keys.map_or(0, Vec::len)
    }

    #[test]
    fn every_named_chains_genesis_should_build() {
        if WASM_BINARY.is_none() {
            eprintln!("skipped: built without the runtime (SKIP_WASM_BUILD)");
            return;
        }
        for id in ["dev", "local"] {
            let raw: Value =
                serde_json::from_str(&load(id).unwrap().as_json(true).unwrap()).unwrap();
            // The well-known key `:code`.
            assert!(raw["genesis"]["raw"]["top"]["0x3a636f6465"].is_string(), "{id}");
        }
    }

    #[test]
    fn a_path_should_load_the_specification_in_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("chain.json");
        let spec = json!({
            "name": "Pudong",
            "id": "pudong",
            "bootNodes": [],
            "genesis": { "raw": { "top": {}, "childrenDefault": {} } },
        });
        std::fs::write(&path, spec.to_string()).unwrap();

        assert_eq!(load(path.to_str().unwrap()).unwrap().name(), "Pudong");
    }

    #[test]
    fn an_unknown_name_should_say_what_was_expected() {
        let error = load("shanghai").err().unwrap();
        assert!(error.contains("`shanghai` is neither a chain (dev, local) nor"), "{error}");
    }
}
