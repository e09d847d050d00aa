//! Sessions: when they end, and what the session pallet asks when they do.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*, traits::EstimateNextSessionRotation},
    frame_system::pallet_prelude::BlockNumberFor,
    pallet_session::{SessionManager, ShouldEndSession},
    sp_runtime::{
        traits::{One, Saturating, Zero},
        Permill,
    },
    sp_staking::SessionIndex,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_session_blocks(blocks: u32) -> DispatchResult {
        ensure!(is_session_length(blocks), Error::<T>::InvalidSessionBlocks);
        ensure!(SessionBlocks::<T>::get() != blocks, Error::<T>::SessionBlocksUnchanged);
        SessionBlocks::<T>::put(blocks);
        Self::deposit_event(Event::SessionBlocksSet { blocks });
        Ok(())
    }

    /// The blocks of a session.
    fn session_length() -> BlockNumberFor<T> {
        // Never zero, whatever stands there.
        SessionBlocks::<T>::get().max(MIN_SESSION_BLOCKS).into()
    }
}

/// A session ends at the blocks whose number its length divides. Nothing else has to be kept for it, and no change
/// of the length can let a block pass that ends it: one of any so many in a row does.
impl<T: Config> ShouldEndSession<BlockNumberFor<T>> for Pallet<T> {
    fn should_end_session(now: BlockNumberFor<T>) -> bool {
        (now % Self::session_length()).is_zero()
    }
}

impl<T: Config> EstimateNextSessionRotation<BlockNumberFor<T>> for Pallet<T> {
    fn average_session_length() -> BlockNumberFor<T> {
        Self::session_length()
    }

    fn estimate_current_session_progress(now: BlockNumberFor<T>) -> (Option<Permill>, Weight) {
        let length = Self::session_length();
        // The current block counts as over: the last one of a session says 100 %.
        let passed = (now % length).saturating_add(One::one());
        (Some(Permill::from_rational(passed, length)), T::DbWeight::get().reads(1))
    }

    fn estimate_next_session_rotation(
        now: BlockNumberFor<T>,
    ) -> (Option<BlockNumberFor<T>>, Weight) {
        let length = Self::session_length();
        let next = now.saturating_sub(now % length).saturating_add(length);
        (Some(next), T::DbWeight::get().reads(1))
    }
}

/// At the last block of session *i* the session pallet calls `end_session(i)`, `start_session(i + 1)` and
/// `new_session(i + 2)`. What a session's end does costs as much as the set is large, and is not measured: the
/// session pallet charges the whole block for it.
impl<T: Config> SessionManager<T::AccountId> for Pallet<T> {
    /// Some, only where the set is another one: for the same again GRANDPA would still change its authorities.
    fn new_session(_: SessionIndex) -> Option<Vec<T::AccountId>> {
        Self::change_set().then(Self::planned_accounts)
    }

    /// The session pallet's own keys are the first set, which this pallet's genesis takes over.
    fn new_session_genesis(_: SessionIndex) -> Option<Vec<T::AccountId>> {
        None
    }

    fn end_session(session: SessionIndex) {
        Self::close_books(session);
    }

    fn start_session(_: SessionIndex) {}
}
