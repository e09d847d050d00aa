//! What the emergency brakes hold.

use super::undecodable;
use crate::{calls::brakes::CallName, runtime, Chain, Error, H256};

impl Chain {
    /// The block at which the brake lets go by itself, if it is on.
    pub async fn brake_until(&self, at: H256) -> Result<Option<u32>, Error> {
        self.stored(at, "brake", runtime::storage().safe_mode().entered_until()).await
    }

    /// The calls that are paused, in order.
    pub async fn paused_calls(&self, at: H256) -> Result<Vec<CallName>, Error> {
        let bad = |reason: String| undecodable("paused calls", reason);
        let at = self.at(at).await?;
        let paused = runtime::storage().tx_pause().paused_calls();
        let mut paused = at.storage().iter(paused, ()).await.map_err(|e| bad(e.to_string()))?;
        let mut names = Vec::new();
        while let Some(entry) = paused.next().await {
            let entry = entry.map_err(|e| bad(e.to_string()))?;
            let key = entry.key().map_err(|e| bad(e.to_string()))?;
            let part = key.part(0).ok_or_else(|| bad("a key without a name".into()))?;
            let name = part.decode_as::<(Vec<u8>, Vec<u8>)>().map_err(|e| bad(e.to_string()))?;
            let (pallet, call) = name.ok_or_else(|| bad("a key that is only a hash".into()))?;
            let text = |bytes| String::from_utf8(bytes).map_err(|e| bad(e.to_string()));
            names.push(CallName { pallet: text(pallet)?, call: text(call)? });
        }
        names.sort_unstable();
        Ok(names)
    }

    /// All pallets of the runtime with their calls, as the metadata at a block has them.
    pub async fn pallets(&self, at: H256) -> Result<Vec<(String, Vec<CallName>)>, Error> {
        let metadata = self.at(at).await?.metadata();
        let pallets = metadata.pallets().map(|pallet| {
            let name = |call: &str| CallName { pallet: pallet.name().into(), call: call.into() };
            let calls = pallet.call_variants().unwrap_or_default().iter();
            (pallet.name().to_owned(), calls.map(|variant| name(&variant.name)).collect())
        });
        Ok(pallets.collect())
    }
}
