//! The register: which nodes there are, and whose.

use crate::pallet::*;
use huangpu_primitives::{
    nodes::{self, NodeKey},
    traits::Validating,
    OrgId,
};
use polkadot_sdk::{
    frame_support::{ensure, pallet_prelude::*},
    sp_core::H256,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_register(node: NodeKey, org: OrgId) -> DispatchResult {
        Self::add_node(node, org)?;
        Self::deposit_event(Event::NodeRegistered { node, org });
        Ok(())
    }

    pub(crate) fn add_node(node: NodeKey, org: OrgId) -> Result<(), Error<T>> {
        match Nodes::<T>::get(node) {
            Some(owner) if owner == org => return Err(Error::<T>::AlreadyRegistered),
            Some(_) => return Err(Error::<T>::RegisteredByAnother),
            None => {}
        }
        ensure!(Nodes::<T>::count() < T::MaxNodes::get(), Error::<T>::TooManyNodes);
        NodesOf::<T>::try_append(org, node).map_err(|()| Error::<T>::TooManyNodesOfOrganisation)?;
        Nodes::<T>::insert(node, org);
        Ok(())
    }

    pub(crate) fn do_remove(node: NodeKey, org: OrgId) -> DispatchResult {
        let owner = Nodes::<T>::get(node).ok_or(Error::<T>::UnknownNode)?;
        ensure!(owner == org, Error::<T>::RegisteredByAnother);
        ensure!(!Self::is_last_of_validator(org), Error::<T>::LastNodeOfValidator);
        Self::drop_node(node, org);
        Self::deposit_event(Event::NodeRemoved { node, org });
        Ok(())
    }

    pub(crate) fn do_expel(node: NodeKey, document: H256) -> DispatchResult {
        let org = Nodes::<T>::get(node).ok_or(Error::<T>::UnknownNode)?;
        Self::drop_node(node, org);
        Self::deposit_event(Event::NodeExpelled { node, org, document });
        Ok(())
    }

    /// Forgets all nodes of an organisation that is closed.
    pub(crate) fn drop_all(org: OrgId) {
        for node in NodesOf::<T>::take(org) {
            Nodes::<T>::remove(node);
            Self::deposit_event(Event::NodeRemoved { node, org });
        }
    }

    /// Whether an organisation that has a node left would be shut out without it, and must not be.
    fn is_last_of_validator(org: OrgId) -> bool {
        Admission::<T>::get() == nodes::Admission::Registered
            && NodesOf::<T>::decode_len(org) == Some(1)
            && T::Validators::validates(org)
    }

    fn drop_node(node: NodeKey, org: OrgId) {
        Nodes::<T>::remove(node);
        // Who has none left leaves no key behind.
        NodesOf::<T>::mutate_exists(org, |nodes| {
            let mut left = nodes.take().unwrap_or_default();
            left.retain(|other| *other != node);
            *nodes = Some(left).filter(|left| !left.is_empty());
        });
    }
}
