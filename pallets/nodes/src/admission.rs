//! The admission: who is let in.

use crate::pallet::*;
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::Standing,
    nodes::{self, NodeKey},
    traits::{Standings, Validating},
    OrgId,
};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_admission(admission: nodes::Admission) -> DispatchResult {
        ensure!(Admission::<T>::get() != admission, Error::<T>::AdmissionUnchanged);
        Self::ensure_admissible(admission)?;
        Admission::<T>::put(admission);
        Self::deposit_event(Event::AdmissionSet { admission });
        Ok(())
    }

    /// Nobody that makes blocks may be shut out.
    pub(crate) fn ensure_admissible(admission: nodes::Admission) -> Result<(), Error<T>> {
        let everybody_has_one =
            || T::Validators::validating().into_iter().all(NodesOf::<T>::contains_key);
        match admission {
            nodes::Admission::Registered => {
                ensure!(everybody_has_one(), Error::<T>::ValidatorWithoutNode)
            }
            nodes::Admission::Open => {}
        }
        Ok(())
    }

    /// Who is let in: these nodes, or everybody.
    pub fn let_in() -> Option<Vec<NodeKey>> {
        match Admission::<T>::get() {
            nodes::Admission::Open => None,
            nodes::Admission::Registered => Some(Self::authorised()),
        }
    }

    /// The nodes that are let in where only registered ones are, in an order that only changes with them.
    pub fn authorised() -> Vec<NodeKey> {
        let validating = T::Validators::validating();
        NodesOf::<T>::iter()
            .filter(|(org, _)| Self::is_let_in(*org, &validating))
            .flat_map(|(_, nodes)| nodes)
            .collect()
    }

    /// Whether the nodes of an organisation are.
    pub(crate) fn is_let_in(org: OrgId, validating: &[OrgId]) -> bool {
        let reads =
            matches!(T::Standings::standing(org), Some(Standing::Active | Standing::Suspended));
        reads || validating.contains(&org)
    }
}
