//! What `CouncilApi` answers, and what the council's pallets keep.

use crate::{runtime, AccountId, Chain, Error, OrgId, H256};
use codec::Encode;
use huangpu_primitives::{
    apis::{CandidateView, ConstituencyView, MotionView},
    council::Constituency,
};

impl Chain {
    /// All constituencies, in order.
    pub async fn constituencies(&self, at: H256) -> Result<Vec<ConstituencyView>, Error> {
        self.call(at, "CouncilApi_constituencies", Vec::new()).await
    }

    /// Who stands in a constituency's running election, most votes first.
    pub async fn council_candidates(
        &self,
        at: H256,
        constituency: Constituency,
    ) -> Result<Vec<CandidateView>, Error> {
        self.call(at, "CouncilApi_council_candidates", constituency.encode()).await
    }

    /// For whom an organisation voted in the running election of its constituency.
    pub async fn ballot_of(&self, at: H256, org: OrgId) -> Result<Option<OrgId>, Error> {
        self.call(at, "CouncilApi_ballot_of", org.encode()).await
    }

    /// The motions that are voted on, oldest first.
    pub async fn motions(&self, at: H256) -> Result<Vec<MotionView>, Error> {
        self.call(at, "CouncilApi_motions", Vec::new()).await
    }

    /// One of the motions that are voted on.
    pub async fn motion(&self, at: H256, hash: H256) -> Result<Option<MotionView>, Error> {
        Ok(self.motions(at).await?.into_iter().find(|motion| motion.hash == hash))
    }

    /// How many seats vote on motions: those of suspended organisations do not.
    pub async fn council_seats(&self, at: H256) -> Result<u32, Error> {
        let voters = self.stored(at, "council's members", runtime::storage().council().members());
        Ok(u32::try_from(voters.await?.unwrap_or_default().len()).unwrap_or(u32::MAX))
    }

    /// The number that the next motion will have.
    pub async fn next_motion(&self, at: H256) -> Result<u32, Error> {
        let count = runtime::storage().council().proposal_count();
        Ok(self.stored(at, "number of motions", count).await?.unwrap_or_default())
    }

    /// The account of the sudo key, if the chain has one.
    pub async fn sudo_key(&self, at: H256) -> Result<Option<AccountId>, Error> {
        self.stored(at, "sudo key", runtime::storage().sudo().key()).await
    }

    /// The hash of the runtime's code that the council authorised, and nobody has installed yet.
    pub async fn authorized_upgrade(&self, at: H256) -> Result<Option<H256>, Error> {
        let upgrade = runtime::storage().system().authorized_upgrade();
        let upgrade = self.stored(at, "authorized upgrade", upgrade).await?;
        Ok(upgrade.map(|upgrade| upgrade.code_hash))
    }
}
