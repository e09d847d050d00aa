//! A file per call or topic.

mod authorised;
mod expel_node;
mod genesis;
mod invariants;
mod reading;
mod register_node;
mod remove_node;
mod sequences;
mod set_admission;
mod standing;

use crate::{mock::*, Error, Event, Nodes as Registered, NodesOf};
use huangpu_primitives::{
    apis::Standing, council::Decision, nodes::Admission, traits::OnStanding, OrgId,
};
use polkadot_sdk::{
    frame_support::{assert_noop, assert_ok, dispatch::DispatchResult, traits::Hooks},
    sp_core::H256,
    sp_runtime::DispatchError,
};

/// Hash of a decision.
const DOCUMENT: H256 = H256::repeat_byte(7);

/// Every standing but the good one.
const LOST: [Standing; 4] =
    [Standing::Suspended, Standing::Expelled, Standing::Lapsed, Standing::Closed];

fn register(node: u32, org: u32) -> DispatchResult {
    Nodes::register_node(RuntimeOrigin::signed(org.into()), key(node))
}

fn remove(node: u32, org: u32) -> DispatchResult {
    Nodes::remove_node(RuntimeOrigin::signed(org.into()), key(node))
}

fn expel(node: u32) -> DispatchResult {
    Nodes::expel_node(RuntimeOrigin::root(), key(node), DOCUMENT)
}

fn set_admission(admission: Admission) -> DispatchResult {
    Nodes::set_admission(RuntimeOrigin::root(), admission)
}

/// An organisation stands otherwise from now on, and the pallet is told.
fn stand(org: u32, to: Standing) {
    let from = put_standing(org, to);
    Nodes::on_standing(OrgId(org), from, to);
}

fn make_blocks(orgs: &[u32]) {
    InSet::set(orgs.iter().copied().map(OrgId).collect());
}

/// Whose a node is.
fn owner(node: u32) -> Option<u32> {
    Registered::<Test>::get(key(node)).map(|org| org.0)
}

/// An organisation's nodes, in order.
fn nodes_of(org: u32) -> Vec<u32> {
    NodesOf::<Test>::get(OrgId(org)).iter().map(|node| node.0.to_low_u64_be() as u32).collect()
}

/// The nodes that are let in, sorted.
fn authorised() -> Vec<u32> {
    let nodes = Nodes::authorised().into_iter();
    let mut nodes: Vec<u32> = nodes.map(|node| node.0.to_low_u64_be() as u32).collect();
    nodes.sort_unstable();
    nodes
}

/// This pallet's events, oldest first; all are taken away.
fn take_events() -> Vec<Event<Test>> {
    let events = System::events().into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Nodes(event) => Some(event),
        _ => None,
    });
    let events = events.collect();
    System::reset_events();
    events
}

fn removed(node: u32, org: u32) -> Event<Test> {
    Event::NodeRemoved { node: key(node), org: OrgId(org) }
}

/// Only who acts for an organisation may make the call.
fn assert_for_operators_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    let nobody = RuntimeOrigin::signed((ORGS + 1).into());
    for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), nobody] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
}

/// Only the council may make the call, by a grave decision.
fn assert_for_council_only(call: impl Fn(RuntimeOrigin) -> DispatchResult) {
    for origin in [RuntimeOrigin::none(), RuntimeOrigin::signed(1)] {
        assert_noop!(call(origin), DispatchError::BadOrigin);
    }
    assert_eq!(Decided::get(), None);
    assert_ok!(call(RuntimeOrigin::root()));
    assert_eq!(Decided::get(), Some(Decision::Grave));
}
