//! Which chain this gateway serves.
//!
//! The one that the configuration names; else that of the node; else, while the node cannot be
//! reached, the one it served last: a gateway that starts before its node still takes readings in.

use crate::{chain::ChainView, config::Config};
use anyhow::Context;
use polkadot_sdk::sp_core::H256;
use std::{fs, io, path::Path, time::Duration};

/// How long to wait for the node before taking readings in for the chain that was served last.
const PATIENCE: Duration = Duration::from_secs(5);
/// Between two attempts to connect.
const RETRY: Duration = Duration::from_millis(500);

/// Finds out the chain's genesis hash; waits for the node if there is no other way.
///
/// # Errors
/// If the data directory cannot be used.
pub async fn find<C: ChainView>(config: &Config, chain: &C) -> anyhow::Result<H256> {
    if let Some(genesis) = config.genesis {
        return Ok(genesis);
    }
    let directory = &config.data_dir;
    let genesis = match tokio::time::timeout(PATIENCE, ask(chain)).await {
        Ok(genesis) => genesis,
        Err(_) => match recall(directory) {
            Some(genesis) => {
                tracing::warn!("the node is not reached: going on with the chain served last");
                genesis
            }
            None => ask(chain).await,
        },
    };
    remember(directory, &genesis)
        .with_context(|| format!("cannot write to {}", directory.display()))?;
    Ok(genesis)
}

async fn ask<C: ChainView>(chain: &C) -> H256 {
    let mut said = false;
    loop {
        match chain.connect().await {
            Ok(genesis) => return genesis,
            Err(e) if !said => tracing::warn!("waiting for the node: {e}"),
            Err(_) => {}
        }
        said = true;
        tokio::time::sleep(RETRY).await;
    }
}

fn recall(directory: &Path) -> Option<H256> {
    let text = fs::read_to_string(directory.join("genesis")).ok()?;
    let bytes = hex::decode(text.trim().strip_prefix("0x")?).ok()?;
    Some(H256(bytes.try_into().ok()?))
}

fn remember(directory: &Path, genesis: &H256) -> io::Result<()> {
    if recall(directory) == Some(*genesis) {
        return Ok(());
    }
    fs::create_dir_all(directory)?;
    let temporary = directory.join("genesis.new");
    fs::write(&temporary, format!("{genesis:?}\n"))?;
    fs::File::open(&temporary)?.sync_all()?;
    fs::rename(temporary, directory.join("genesis"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_chain_is_remembered() {
        let directory = tempfile::tempdir().unwrap();
        assert_eq!(recall(directory.path()), None);
        remember(directory.path(), &H256::repeat_byte(5)).unwrap();
        assert_eq!(recall(directory.path()), Some(H256::repeat_byte(5)));
        fs::write(directory.path().join("genesis"), "0x12").unwrap();
        assert_eq!(recall(directory.path()), None);
    }
}
