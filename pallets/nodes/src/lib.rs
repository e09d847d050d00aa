//! # Nodes
//!
//! Which machines belong to the network. A *node* is named by its network key and belongs to an organisation,
//! which registers it. The *admission* says who is let in: every node, or the registered ones of members.
//!
//! ## Who may call what
//!
//! | call | council | organisation |
//! |---|---|---|
//! | `register_node`, `remove_node` | | yes |
//! | `expel_node`, `set_admission` | grave | |
//!
//! ## A node
//!
//! ```text
//! unknown --registered--> registered --removed, expelled, its organisation closed--> unknown
//! ```
//!
//! A key is 32 bytes, and nobody asks whether they are a point on the curve: a node that has the secret half of
//! nonsense does not exist, so nonsense lets nobody in. Nor has the organisation to prove that the node is its
//! own. Whoever registers another's node lets it in, and answers for it.
//!
//! An expelled node may be registered again. What to do with an organisation that does so is a matter of its
//! standing.
//!
//! ## Who is let in
//!
//! | admission | is let in |
//! |---|---|
//! | open | every node |
//! | registered | nodes of organisations that are active or suspended, or that make blocks |
//!
//! Who is suspended still reads. Who is expelled, or whose membership is over, does not, but as long as the chain
//! cannot go on without its validator, that stays connected: [`Validating`] tells who that is.
//!
//! Nobody that makes blocks is shut out by accident. Only registered nodes are let in no sooner than every such
//! organisation has one, and none of these removes its last. One that joins the validators later has to register
//! its node by itself. The council can expel any.
//!
//! ## How it takes effect
//!
//! By the node: it asks for [`Pallet::let_in`] at every block that is final, and tells its network whom to keep
//! connections with (`node/src/admission.rs`). It is about connections that carry blocks, votes and transactions.
//! Strangers can still reach the port, take part in the discovery of peers and ask for blocks, so what nobody may
//! read needs a firewall, too.
//!
//! [`Validating`]: huangpu_primitives::traits::Validating

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod admission;
mod reading;
mod registry;
mod standing;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use weights::WeightInfo;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
    use super::*;
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{EnsureOrigin, EnsureOriginWithArg},
    };
    use frame_system::pallet_prelude::*;
    use huangpu_primitives::{
        council::Decision,
        nodes::{self, NodeKey},
        traits::{Standings, Validating},
        OrgId,
    };
    use polkadot_sdk::*;
    use sp_core::H256;

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: polkadot_sdk::frame_system::Config {
        /// The council, by as many seats as a decision of the kind takes.
        type CouncilOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, Decision>;

        /// Who may act in the scope `Validators`, and for which organisation.
        type OperatorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = OrgId>;

        /// How organisations stand.
        type Standings: Standings;

        /// Whose machines the chain cannot go on without.
        type Validators: Validating;

        /// Most nodes of one organisation.
        #[pallet::constant]
        type MaxNodesPerOrg: Get<u32>;

        /// Most nodes in all: every node tries to keep a connection with every other.
        #[pallet::constant]
        type MaxNodes: Get<u32>;

        /// Measured weights.
        type WeightInfo: WeightInfo;
    }

    /// Whose each node is. Callers choose the keys, so the hash is one that nobody can steer.
    #[pallet::storage]
    pub type Nodes<T> = CountedStorageMap<_, Blake2_128Concat, NodeKey, OrgId>;

    /// The nodes of each organisation that has any, in the order in which they were registered: one small value,
    /// which closing the organisation takes whole. Ids are ours, so a short hash will do.
    #[pallet::storage]
    pub type NodesOf<T: Config> =
        StorageMap<_, Twox64Concat, OrgId, BoundedVec<NodeKey, T::MaxNodesPerOrg>, ValueQuery>;

    /// Who is let in.
    #[pallet::storage]
    pub type Admission<T> = StorageValue<_, nodes::Admission, ValueQuery>;

    /// Where only registered nodes are let in from the beginning, the validators have to be built before.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Nodes, and whose they are.
        pub nodes: Vec<(NodeKey, OrgId)>,
        /// Who is let in.
        pub admission: nodes::Admission,
        #[serde(skip)]
        #[doc(hidden)]
        pub _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            for (node, org) in &self.nodes {
                Pallet::<T>::add_node(*node, *org)
                    .unwrap_or_else(|e| panic!("node {node:?} at genesis: {e:?}"));
            }
            Pallet::<T>::ensure_admissible(self.admission)
                .unwrap_or_else(|e| panic!("admission at genesis: {e:?}"));
            Admission::<T>::put(self.admission);
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An organisation registered a node.
        #[codec(index = 0)]
        NodeRegistered {
            /// The node.
            node: NodeKey,
            /// The organisation.
            org: OrgId,
        },
        /// A node is no longer registered: its organisation removed it, or was closed.
        #[codec(index = 1)]
        NodeRemoved {
            /// The node.
            node: NodeKey,
            /// The organisation.
            org: OrgId,
        },
        /// The council expelled a node.
        #[codec(index = 2)]
        NodeExpelled {
            /// The node.
            node: NodeKey,
            /// The organisation.
            org: OrgId,
            /// Hash of the decision.
            document: H256,
        },
        /// Others are let in from now on.
        #[codec(index = 3)]
        AdmissionSet {
            /// Who.
            admission: nodes::Admission,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        /// The organisation has registered this node already: there is nothing left to do.
        AlreadyRegistered,
        /// Another organisation has registered this node: check the key, or have that organisation remove it
        /// first.
        RegisteredByAnother,
        /// The organisation has as many nodes as it may: remove one first.
        TooManyNodesOfOrganisation,
        /// The network has as many nodes as it may: some organisation has to remove one first.
        TooManyNodes,
        /// No such node is registered: check the key, which is the node's public one.
        UnknownNode,
        /// The network needs this node, the last one of an organisation that makes blocks: register another first.
        LastNodeOfValidator,
        /// An organisation that makes blocks has no node, and would be shut out: it has to register one first.
        ValidatorWithoutNode,
        /// The admission is this one already: there is nothing left to decide.
        AdmissionUnchanged,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn integrity_test() {
            let (of_one, of_all) = (T::MaxNodesPerOrg::get(), T::MaxNodes::get());
            assert!(of_one >= 2, "who replaces its only node has two for a while");
            assert!(of_one <= of_all, "one organisation may have more nodes than all may");
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call(weight = T::WeightInfo)]
    impl<T: Config> Pallet<T> {
        /// Registers a node of the caller's organisation, by its public network key. Any 32 bytes are taken for
        /// one.
        ///
        /// ## Dispatch origin
        /// The organisation, in the scope `Validators`.
        ///
        /// ## Errors
        /// [`Error::AlreadyRegistered`], [`Error::RegisteredByAnother`], [`Error::TooManyNodesOfOrganisation`],
        /// [`Error::TooManyNodes`].
        #[pallet::call_index(0)]
        pub fn register_node(origin: OriginFor<T>, node: NodeKey) -> DispatchResult {
            let org = T::OperatorOrigin::ensure_origin(origin)?;
            Self::do_register(node, org)
        }

        /// Removes a node of the caller's organisation. The last one of an organisation that makes blocks stays
        /// while only registered nodes are let in.
        ///
        /// ## Dispatch origin
        /// The organisation, in the scope `Validators`.
        ///
        /// ## Errors
        /// [`Error::UnknownNode`], [`Error::RegisteredByAnother`], [`Error::LastNodeOfValidator`].
        #[pallet::call_index(1)]
        pub fn remove_node(origin: OriginFor<T>, node: NodeKey) -> DispatchResult {
            let org = T::OperatorOrigin::ensure_origin(origin)?;
            Self::do_remove(node, org)
        }

        /// Expels a node, whosever it is, citing the decision's document: the last one of a validator, too.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::UnknownNode`].
        #[pallet::call_index(2)]
        pub fn expel_node(origin: OriginFor<T>, node: NodeKey, document: H256) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_expel(node, document)
        }

        /// Decides who is let in: every node, or the registered ones of members, once everybody who makes blocks
        /// has one.
        ///
        /// ## Dispatch origin
        /// The council; a grave decision.
        ///
        /// ## Errors
        /// [`Error::AdmissionUnchanged`], [`Error::ValidatorWithoutNode`].
        #[pallet::call_index(3)]
        pub fn set_admission(origin: OriginFor<T>, admission: nodes::Admission) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin, &Decision::Grave)?;
            Self::do_set_admission(admission)
        }
    }
}
