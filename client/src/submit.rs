//! Signs, submits and follows transactions.

use crate::{
    chain::Config, error::Error, AccountId, Chain, Keypair, OrgId, PoolProblem, Receipt, H256,
};
use huangpu_primitives::report::SignedReport;
use polkadot_sdk::sp_io::hashing::blake2_256;
use std::time::{Duration, Instant};
use subxt::{
    client::{OfflineClientAtBlockT, OnlineClientAtBlock},
    config::DefaultExtrinsicParamsBuilder,
    error::ExtrinsicError,
    rpcs::{
        client::{rpc_params, RpcSubscription},
        methods::legacy::TransactionStatus,
    },
    tx::{Payload, TransactionsClient},
    utils::MultiSignature,
};

/// For how many blocks a signed transaction can be included.
const MORTALITY: u64 = 128;
/// How long the pool and the chain may keep silent about a transaction.
const SILENCE: Duration = Duration::from_secs(120);

/// How often whoever waits for finality looks whether there is any.
const LOOK: Duration = Duration::from_secs(6);

const WATCH: &str = "author_submitAndWatchExtrinsic";

/// A transaction on its way.
pub struct Pending {
    chain: Chain,
    hash: H256,
    updates: RpcSubscription<TransactionStatus<H256>>,
}

/// How far a transaction has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It waits in the pool for an earlier one of its account.
    Waiting,
    /// It is in the pool, ready for a block.
    Ready,
    /// Other nodes know it.
    Broadcast,
    /// It is in a block that may still be replaced.
    InBlock(H256),
    /// That block was replaced.
    Retracted,
    /// It is in a finalized block.
    Finalized(H256),
}

impl Chain {
    /// Signs a call and hands it to the node's pool.
    ///
    /// # Errors
    /// [`Error::Refused`] and [`Error::Pool`] when the pool does not take it,
    /// [`Error::Incompatible`] when the runtime's call is not the one this client knows.
    pub async fn submit<P: Payload>(&self, call: &P, signer: &Keypair) -> Result<Pending, Error> {
        // An era that began with the last finalized block would be over, where finality stands still.
        let head = self.anchor().await?;
        let account = AccountId(signer.public_key().0);
        let nonce: u64 =
            self.rpc().ask("system_accountNextIndex", rpc_params![account.to_string()]).await?;
        let params = DefaultExtrinsicParamsBuilder::<Config>::new()
            .nonce(nonce)
            .mortal_from_unchecked(MORTALITY, head.number.into(), head.hash)
            .build();
        let at = self.at(head.hash).await?;
        let bytes = at
            .tx()
            .create_signable_offline(call, params)
            .and_then(|mut signable| signable.sign(signer))
            .map_err(building)?
            .into_encoded();
        self.watch(bytes).await
    }

    /// Hands signed reports of devices of one organisation to the node's pool, as a transaction that
    /// the reports themselves authorise. Answers with its hash.
    ///
    /// # Errors
    /// As [`submit`](Self::submit); [`Error::Input`] for more than
    /// [`MAX_BATCH`](huangpu_primitives::report::MAX_BATCH) reports.
    pub async fn submit_reports(
        &self,
        org: OrgId,
        reports: Vec<SignedReport>,
    ) -> Result<H256, Error> {
        let bytes = self.reports_transaction(org, reports).await?;
        let bytes = format!("0x{}", hex::encode(bytes));
        self.rpc().ask_once("author_submitExtrinsic", rpc_params![bytes]).await
    }

    /// As [`submit_reports`](Self::submit_reports), and follows the transaction.
    ///
    /// # Errors
    /// As [`submit_reports`](Self::submit_reports).
    pub async fn submit_reports_watched(
        &self,
        org: OrgId,
        reports: Vec<SignedReport>,
    ) -> Result<Pending, Error> {
        let bytes = self.reports_transaction(org, reports).await?;
        self.watch(bytes).await
    }

    async fn reports_transaction(
        &self,
        org: OrgId,
        reports: Vec<SignedReport>,
    ) -> Result<Vec<u8>, Error> {
        let call = crate::calls::submit_reports(org, reports)?;
        let at = self.at(self.finalized().await?.hash).await?;
        general(&at.tx(), &call)
    }

    async fn watch(&self, bytes: Vec<u8>) -> Result<Pending, Error> {
        let hash = H256(blake2_256(&bytes));
        let bytes = format!("0x{}", hex::encode(bytes));
        let updates =
            self.rpc().subscribe(WATCH, rpc_params![bytes], "author_unwatchExtrinsic").await?;
        Ok(Pending { chain: self.clone(), hash, updates })
    }

    /// The chain at a block, with the metadata in force there.
    pub(crate) async fn at(&self, block: H256) -> Result<OnlineClientAtBlock<Config>, Error> {
        self.client()
            .at_block(block)
            .await
            .map_err(|e| Error::Decode { what: "metadata".into(), reason: e.to_string() })
    }
}

impl Pending {
    /// The transaction's hash.
    pub fn hash(&self) -> H256 {
        self.hash
    }

    /// Waits for news.
    ///
    /// # Errors
    /// [`Error::Pool`] when the transaction was dropped, or when nothing is heard for two minutes.
    pub async fn next(&mut self) -> Result<Stage, Error> {
        let lost = |why: &str| Error::Pool(PoolProblem::Lost(why.to_owned()));
        let news = tokio::time::timeout(SILENCE, self.updates.next()).await;
        let news = news.map_err(|_| self.no_news(SILENCE))?;
        let status = news
            .ok_or_else(|| lost("the node ended the subscription"))?
            .map_err(|e| self.chain.rpc().error(WATCH, e))?;
        Ok(match status {
            TransactionStatus::Future => Stage::Waiting,
            TransactionStatus::Ready => Stage::Ready,
            TransactionStatus::Broadcast(_) => Stage::Broadcast,
            TransactionStatus::InBlock(hash) => Stage::InBlock(hash),
            TransactionStatus::Retracted(_) => Stage::Retracted,
            TransactionStatus::Finalized(hash) => Stage::Finalized(hash),
            TransactionStatus::FinalityTimeout(_) => {
                return Err(lost("its block was not finalized in time"))
            }
            TransactionStatus::Usurped(_) => return Err(lost("another one took its place")),
            TransactionStatus::Dropped => return Err(lost("the pool was full")),
            TransactionStatus::Invalid => {
                return Err(lost("the chain's state changed and it is not valid any more"))
            }
        })
    }

    /// Waits until the transaction is in a finalized block, or in any where finality stands still, telling every
    /// stage. Says whether the block is final.
    ///
    /// # Errors
    /// As [`finalized`](Self::finalized).
    pub async fn settled(mut self, mut told: impl FnMut(Stage)) -> Result<(Receipt, bool), Error> {
        let (mut included, mut heard) = (None, Instant::now());
        loop {
            let stage = match tokio::time::timeout(LOOK, self.next()).await {
                Ok(stage) => stage?,
                Err(_) => match included {
                    // Finality may have come to a stand since.
                    Some(block) if self.is_stalled().await? => {
                        return Ok((self.chain.receipt(block, self.hash).await?, false));
                    }
                    // Half the validators make half the blocks: it takes its time until that shows.
                    Some(_) if heard.elapsed() < 5 * SILENCE => continue,
                    None if heard.elapsed() < SILENCE => continue,
                    _ => return Err(self.no_news(heard.elapsed())),
                },
            };
            heard = Instant::now();
            told(stage);
            included = match stage {
                Stage::Finalized(block) => {
                    return Ok((self.chain.receipt(block, self.hash).await?, true));
                }
                Stage::InBlock(block) if self.is_stalled().await? => {
                    return Ok((self.chain.receipt(block, self.hash).await?, false));
                }
                Stage::InBlock(block) => Some(block),
                Stage::Retracted => None,
                Stage::Waiting | Stage::Ready | Stage::Broadcast => included,
            };
        }
    }

    fn no_news(&self, since: Duration) -> Error {
        let (hash, seconds) = (format!("{:?}", self.hash), since.as_secs());
        Error::Pool(PoolProblem::NoNews { hash, seconds })
    }

    async fn is_stalled(&self) -> Result<bool, Error> {
        Ok(self.chain.now().await?.behind.is_some())
    }

    /// Waits until the transaction is in a finalized block, telling every stage.
    ///
    /// # Errors
    /// As [`next`](Self::next); [`Error::Dispatch`] when the call was included and failed.
    pub async fn finalized(mut self, mut told: impl FnMut(Stage)) -> Result<Receipt, Error> {
        loop {
            let stage = self.next().await?;
            told(stage);
            if let Stage::Finalized(block) = stage {
                return self.chain.receipt(block, self.hash).await;
            }
        }
    }
}

/// A transaction without signer: the chain's extensions take what they are given by default, and none
/// of them takes a signature, so the one that subxt asks for goes nowhere.
fn general<C: OfflineClientAtBlockT<Config>, P: Payload>(
    tx: &TransactionsClient<Config, C>,
    call: &P,
) -> Result<Vec<u8>, Error> {
    let params = DefaultExtrinsicParamsBuilder::<Config>::new().immortal().nonce(0).build();
    let nobody = (AccountId([0; 32]), MultiSignature::Sr25519([0; 64]));
    let mut signable = tx.create_v5_signable_offline(call, params).map_err(building)?;
    let signed = signable.sign_with_account_and_signature(&nobody.0, &nobody.1);
    Ok(signed.map_err(building)?.into_encoded())
}

fn building(error: ExtrinsicError) -> Error {
    match error {
        ExtrinsicError::IncompatibleCodegen
        | ExtrinsicError::PalletNameNotFound(_)
        | ExtrinsicError::CallNameNotFound { .. }
        | ExtrinsicError::UnsupportedVersion => Error::Incompatible(error.to_string()),
        other => Error::Incompatible(format!("the transaction cannot be built: {other}")),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{runtime::METADATA, DeviceId};
    use huangpu_primitives::report::{Report, Signature};
    use std::sync::Arc;
    use subxt::{
        client::OfflineClientAtBlock, config::substrate::SpecVersionForRange, Metadata,
        OfflineClient,
    };

    pub(crate) fn offline() -> OfflineClientAtBlock<Config> {
        let metadata = Metadata::decode_from(METADATA).expect("the committed metadata");
        let versions =
            SpecVersionForRange { block_range: 0..1, spec_version: 100, transaction_version: 1 };
        let config = Config::builder()
            .set_genesis_hash(H256([7; 32]))
            .set_metadata_for_spec_versions([(100, Arc::new(metadata))])
            .set_spec_version_for_block_ranges([versions])
            .build();
        OfflineClient::new_with_config(config).at_block(0u64).expect("block 0 is set")
    }

    fn signed_report() -> SignedReport {
        let report = Report {
            device: DeviceId(1),
            sequence: 2,
            previous: H256([3; 32]),
            start: 4,
            end: 5,
            readings: 6,
            late: 0,
            register_start: 7,
            register: 8,
            root: H256([9; 32]),
        };
        SignedReport { report, signature: Signature::Ed25519([10; 64]) }
    }

    /// The bytes by hand, after `sp_runtime::generic::UncheckedExtrinsic`: length, preamble
    /// (general, format 5), version of the extensions, then what they carry (an immortal era, nonce
    /// 0, tip 0) and the call.
    #[test]
    fn reports_travel_in_a_general_transaction() {
        let call = crate::calls::submit_reports(OrgId(2), vec![signed_report()]).expect("one");
        let bytes = general(&offline().tx(), &call).expect("the metadata has the call");
        let metadata = Metadata::decode_from(METADATA).expect("the committed metadata");
        let pallet = metadata.pallet_by_name("Devices").expect("a pallet").call_index();
        let body = [
            "45".to_owned(),
            "00".to_owned(),
            "00".to_owned(),
            "00".to_owned(),
            "00".to_owned(),
            hex::encode([pallet, 0]),
            "02000000".to_owned(),
            "04".to_owned(),
            "01000000".to_owned(),
            "02000000".to_owned(),
            "03".repeat(32),
            "0400000000000000".to_owned(),
            "0500000000000000".to_owned(),
            "06000000".to_owned(),
            "00000000".to_owned(),
            "0700000000000000".to_owned(),
            "0800000000000000".to_owned(),
            "09".repeat(32),
            "00".to_owned(),
            "0a".repeat(64),
        ]
        .concat();
        // 189, as a compact of two bytes.
        assert_eq!(body.len(), 2 * 189);
        assert_eq!(hex::encode(bytes), format!("f502{body}"));
    }
}
