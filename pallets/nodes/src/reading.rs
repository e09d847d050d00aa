//! What others read: the runtime API's answers.

use crate::pallet::*;
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::NodeView,
    nodes::{self, NodeKey},
    paging::page_size,
    traits::Validating,
    OrgId,
};

impl<T: Config> Pallet<T> {
    /// See `NodesApi::admission`.
    pub fn admission() -> nodes::Admission {
        Admission::<T>::get()
    }

    /// See `NodesApi::nodes`.
    pub fn node_page(after: Option<NodeKey>, limit: u32) -> Vec<NodeView> {
        let all = match after {
            Some(after) => Nodes::<T>::iter_from(Nodes::<T>::hashed_key_for(after)),
            None => Nodes::<T>::iter(),
        };
        let validating = T::Validators::validating();
        all.take(page_size(limit))
            .map(|(node, org)| NodeView {
                node,
                org,
                authorised: Self::is_let_in(org, &validating),
            })
            .collect()
    }

    /// See `NodesApi::nodes_of`.
    pub fn node_views_of(org: OrgId) -> Vec<NodeView> {
        let authorised = Self::is_let_in(org, &T::Validators::validating());
        NodesOf::<T>::get(org).into_iter().map(|node| NodeView { node, org, authorised }).collect()
    }
}
