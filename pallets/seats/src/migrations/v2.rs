//! From version 1 to 2: ballots are kept by organisation instead of by election.
//!
//! In version 1 an organisation that changed its constituency while elections ran voted in both, and the ballots of
//! every closed election had to be removed. An organisation that did vote twice keeps the ballot in the constituency
//! in which it votes now.

use crate::{pallet::*, types::*, WeightInfo};
use core::marker::PhantomData;
use huangpu_primitives::{council::Constituency, traits::Seating, OrgId};
use polkadot_sdk::frame_support::{
    migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
    pallet_prelude::*,
    storage::PrefixIterator,
    storage_alias,
    traits::GetStorageVersion,
    weights::WeightMeter,
};

/// The layout of version 1.
pub mod v1 {
    use super::*;

    /// The ballots of an election, named by constituency and round: for whom an organisation (second) votes.
    #[storage_alias]
    pub type Ballots<T: Config> =
        StorageDoubleMap<Pallet<T>, Twox64Concat, (Constituency, u32), Twox64Concat, OrgId, OrgId>;

    /// Closed elections whose ballots were still to be removed.
    #[storage_alias]
    pub type Leftovers<T: Config> = StorageMap<Pallet<T>, Twox64Concat, (Constituency, u32), ()>;
}

/// Moves the ballots one by one, over as many blocks as it takes.
pub struct V1ToV2<T>(PhantomData<T>);

impl<T: Config> SteppedMigration for V1ToV2<T> {
    /// Whatever was moved is gone from where it was: there is nothing to remember.
    type Cursor = ();
    type Identifier = MigrationId<12>;

    fn id() -> Self::Identifier {
        MigrationId { pallet_id: *b"pallet-seats", version_from: 1, version_to: 2 }
    }

    fn step(_: Option<()>, meter: &mut WeightMeter) -> Result<Option<()>, SteppedMigrationError> {
        let required = T::WeightInfo::move_ballot();
        if Pallet::<T>::on_chain_storage_version() >= 2 {
            return Ok(None);
        }
        if !meter.can_consume(required) {
            return Err(SteppedMigrationError::InsufficientWeight { required });
        }
        let mut left = Left::<T>::default();
        while meter.try_consume(required).is_ok() {
            if !left.move_one() {
                StorageVersion::new(2).put::<Pallet<T>>();
                return Ok(None);
            }
        }
        Ok(Some(()))
    }

    #[cfg(feature = "try-runtime")]
    fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, polkadot_sdk::sp_runtime::TryRuntimeError> {
        Ok(tallies::<T>().encode())
    }

    /// No tally grew; that they are those of the ballots is among what is always true.
    #[cfg(feature = "try-runtime")]
    fn post_upgrade(
        before: alloc::vec::Vec<u8>,
    ) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
        let before: Tallies = Decode::decode(&mut before.as_slice()).map_err(|_| "no tallies")?;
        for (candidate, votes) in tallies::<T>() {
            let was = before.iter().find(|(one, _)| *one == candidate);
            ensure!(was.is_some_and(|(_, was)| votes <= *was), "a candidate gained votes");
        }
        ensure!(v1::Ballots::<T>::iter().next().is_none(), "ballots were left");
        ensure!(v1::Leftovers::<T>::iter().next().is_none(), "leftovers were left");
        Pallet::<T>::do_try_state()
    }
}

#[cfg(feature = "try-runtime")]
type Tallies = alloc::vec::Vec<((Constituency, OrgId), u32)>;

#[cfg(feature = "try-runtime")]
fn tallies<T: Config>() -> Tallies {
    Candidates::<T>::iter().map(|(of, org, votes)| ((of, org), votes)).collect()
}

/// What is left to move: ballots, and then what remembers closed elections, which is dropped.
///
/// One for each step: an iterator that began anew for each ballot would pass over all that are gone already, whose
/// keys the storage forgets with the block only.
pub(crate) struct Left<T: Config> {
    ballots: PrefixIterator<((Constituency, u32), OrgId, OrgId)>,
    closed: PrefixIterator<((Constituency, u32), ())>,
    config: PhantomData<T>,
}

impl<T: Config> Default for Left<T> {
    fn default() -> Self {
        let (ballots, closed) = (v1::Ballots::<T>::drain(), v1::Leftovers::<T>::drain());
        Self { ballots, closed, config: PhantomData }
    }
}

impl<T: Config> Left<T> {
    /// Moves one; whether there was any.
    pub(crate) fn move_one(&mut self) -> bool {
        let Some(((constituency, round), voter, candidate)) = self.ballots.next() else {
            return self.closed.next().is_some();
        };
        keep::<T>(voter, Ballot { constituency, round, candidate });
        true
    }
}

/// Keeps a ballot if its election is still to be counted.
fn keep<T: Config>(voter: OrgId, ballot: Ballot) {
    let running = Elections::<T>::get(ballot.constituency);
    if running.is_none_or(|election| election.round != ballot.round) {
        return;
    }
    let Some(other) = Pallet::<T>::counting_ballot(voter) else {
        return LastBallots::<T>::insert(voter, ballot);
    };
    let home = T::Seating::constituency(voter);
    let (kept, dropped) = match home == Some(ballot.constituency) {
        true => (ballot, other),
        false => (other, ballot),
    };
    Candidates::<T>::mutate(dropped.constituency, dropped.candidate, |votes| {
        *votes = votes.map(|votes| votes.saturating_sub(1));
    });
    LastBallots::<T>::insert(voter, kept);
}
