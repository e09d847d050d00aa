//! Benchmarks.

use super::*;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, EnsureOriginWithArg, Get};
use huangpu_primitives::{
    apis::Standing,
    council::Decision,
    nodes::{self, NodeKey},
    traits::{OnStanding, Validating},
    OrgId,
};
use polkadot_sdk::*;
use sp_core::H256;

const DOCUMENT: H256 = H256::repeat_byte(1);

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin(&Decision::Grave)
        .map_err(|()| BenchmarkError::Weightless)
}

/// An organisation that has no nodes, whatever genesis says.
const OTHER: OrgId = OrgId(999_999);

/// Who may act for an organisation that has no nodes any more, and which that is.
fn operator<T: Config>() -> Result<(T::RuntimeOrigin, OrgId), BenchmarkError> {
    let origin =
        T::OperatorOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
    let org =
        T::OperatorOrigin::ensure_origin(origin.clone()).map_err(|_| BenchmarkError::Weightless)?;
    Pallet::<T>::drop_all(org);
    Ok((origin, org))
}

fn node(org: OrgId, n: u32) -> NodeKey {
    NodeKey(H256(sp_io::hashing::blake2_256(&(org, n).encode())))
}

/// The organisation registers so many nodes.
fn put<T: Config>(org: OrgId, count: u32) {
    for n in 0..count {
        Pallet::<T>::add_node(node(org, n), org).expect("there is room");
    }
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// The last one that it may have.
    #[benchmark]
    fn register_node() -> Result<(), BenchmarkError> {
        let (origin, org) = operator::<T>()?;
        let last = T::MaxNodesPerOrg::get() - 1;
        put::<T>(org, last);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, node(org, last));

        assert_eq!(Nodes::<T>::get(node(org, last)), Some(org));
        Ok(())
    }

    /// The last one that it has, of an organisation that is not among all those that make blocks.
    #[benchmark]
    fn remove_node() -> Result<(), BenchmarkError> {
        let (origin, org) = operator::<T>()?;
        T::Validators::fill();
        Admission::<T>::put(nodes::Admission::Registered);
        put::<T>(org, 1);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, node(org, 0));

        assert!(!NodesOf::<T>::contains_key(org));
        Ok(())
    }

    /// One of as many as an organisation may have.
    #[benchmark]
    fn expel_node() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        put::<T>(OTHER, T::MaxNodesPerOrg::get());

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, node(OTHER, 0), DOCUMENT);

        assert!(!Nodes::<T>::contains_key(node(OTHER, 0)));
        Ok(())
    }

    /// To registered nodes only, while as many make blocks as can.
    #[benchmark]
    fn set_admission() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        Admission::<T>::put(nodes::Admission::Open);
        T::Validators::fill();
        for org in T::Validators::validating() {
            put::<T>(org, 1);
        }

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, nodes::Admission::Registered);

        assert_eq!(Admission::<T>::get(), nodes::Admission::Registered);
        Ok(())
    }

    #[benchmark]
    fn on_closed() {
        put::<T>(OTHER, T::MaxNodesPerOrg::get());

        #[block]
        {
            Pallet::<T>::on_standing(OTHER, Standing::Expelled, Standing::Closed);
        }

        assert!(!NodesOf::<T>::contains_key(OTHER));
        assert!(!Nodes::<T>::contains_key(node(OTHER, 0)));
    }
}
