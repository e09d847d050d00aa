//! The council on the whole runtime: four organisations decide by motions, and nobody holds root.

use crate::common::*;
use frame_support::assert_ok;
use huangpu_primitives::{
    apis::Standing,
    council::{Constituency, Decision},
    roles::Scope,
    traits::Seating,
};
use huangpu_runtime::{configs::Motions, *};
use pallet_members::Delegation;
use polkadot_sdk::*;
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::DispatchError;

const DOCUMENT: H256 = H256::repeat_byte(7);
const DAY_BLOCKS: u64 = 24 * 60 * 60;

fn standing(org: huangpu_primitives::OrgId, standing: Standing) -> RuntimeCall {
    pallet_members::Call::set_standing { org, standing, document: DOCUMENT }.into()
}

fn tier() -> RuntimeCall {
    let tier = huangpu_primitives::members::Tier::Large;
    pallet_members::Call::set_tier { org: BANK, tier }.into()
}

fn bench() -> Vec<AccountId> {
    pallet_collective::Members::<Runtime, Motions>::get()
}

/// A call that only root makes.
fn of_root() -> RuntimeCall {
    frame_system::Call::set_heap_pages { pages: 9 }.into()
}

fn enacted(call: RuntimeCall) -> RuntimeCall {
    pallet_seats::Call::enact { call: Box::new(call) }.into()
}

#[test]
fn founders_sit_in_their_constituencies() {
    on_local_chain(|| {
        let views = Seats::constituency_views();
        let holders: Vec<_> =
            views.iter().map(|of| (of.constituency, of.holders.clone())).collect();
        let expected = [
            (Constituency::Industry, vec![WORKS]),
            (Constituency::Finance, vec![BANK]),
            (Constituency::Research, vec![INSTITUTE]),
            (Constituency::Public, vec![BUREAU]),
        ];
        assert_eq!(holders, expected);
        assert_eq!(bench().len(), 4);
    });
}

#[test]
fn each_kind_of_decision_takes_its_share_of_seats() {
    let kinds = [
        (Decision::Ordinary, tier(), 3),
        (Decision::Grave, standing(BANK, Standing::Suspended), 3),
        (Decision::Constitutional, enacted(of_root()), 3),
    ];
    for (decision, call, enough) in kinds {
        on_local_chain(|| {
            let refused = motion(enough - 1, call.clone());
            assert_eq!(refused, Some(Err(DispatchError::BadOrigin)), "{decision:?}");
            assert_eq!(motion(enough, call), Some(Ok(())), "{decision:?}");
        });
    }
}

#[test]
fn shares_are_exact_whatever_the_number_of_seats() {
    use frame_support::traits::EnsureOriginWithArg;
    use huangpu_runtime::configs::EnsureCouncil;
    let agrees = |yes, seats, decision: Decision| {
        let origin = pallet_collective::RawOrigin::<AccountId, Motions>::Members(yes, seats);
        EnsureCouncil::try_origin(RuntimeOrigin::from(origin), &decision).is_ok()
    };
    on_local_chain(|| {
        for seats in 1..=64u32 {
            for yes in 0..=seats {
                assert_eq!(agrees(yes, seats, Decision::Ordinary), 2 * yes > seats);
                assert_eq!(agrees(yes, seats, Decision::Grave), 3 * yes >= 2 * seats);
                assert_eq!(agrees(yes, seats, Decision::Constitutional), 4 * yes >= 3 * seats);
            }
        }
    });
}

#[test]
fn nobody_holds_root() {
    on_local_chain(|| {
        for (org, who) in FOUNDERS {
            let sudo = pallet_sudo::Call::<Runtime>::sudo { call: Box::new(of_root()) };
            assert!(send(who, sudo).expect("the pool accepts it").is_err());
            let direct = send_as(org, who, enacted(of_root())).expect("the pool accepts it");
            assert!(direct.is_err());
        }
        assert_eq!(motion(3, enacted(of_root())), Some(Ok(())));
    });
}

#[test]
fn what_root_refuses_leaves_a_trace() {
    on_local_chain(|| {
        // A motion in force whose call fails is no motion that failed: nothing was authorised.
        let call = frame_system::Call::apply_authorized_upgrade { code: vec![] };
        assert_eq!(motion(3, enacted(call.into())), Some(Ok(())));
        let enactments: Vec<_> = System::events()
            .into_iter()
            .filter_map(|record| match record.event {
                RuntimeEvent::Seats(pallet_seats::Event::Enacted { result, .. }) => Some(result),
                _ => None,
            })
            .collect();
        assert!(matches!(enactments[..], [Err(_)]), "{enactments:?}");
    });
}

#[test]
fn votes_come_from_keyless_accounts_alone() {
    on_local_chain(|| {
        use pallet_collective::Call as Motion;
        let call = Box::new(tier());
        let propose: Motion<Runtime, Motions> =
            Motion::propose { threshold: 3, proposal: call, length_bound: 1_000 };
        let direct = send(REGULATOR, RuntimeCall::Council(propose.clone())).unwrap();
        let not_member = pallet_collective::Error::<Runtime, Motions>::NotMember.into();
        assert_eq!(direct, Err(not_member));
        assert_ok!(send_as(BUREAU, REGULATOR, RuntimeCall::Council(propose)).unwrap());
    });
}

#[test]
fn a_delegate_votes_with_its_scope_only() {
    on_local_chain(|| {
        let (clerk, engineer) = (Sr25519Keyring::Eve, Sr25519Keyring::Ferdie);
        for (delegate, scope) in [(clerk, Scope::Council), (engineer, Scope::Devices)] {
            let delegation = Delegation { approve: scopes(&[scope]), ..Default::default() };
            let delegate = delegate.to_account_id();
            succeed(REGULATOR, pallet_members::Call::add_delegate { delegate, delegation });
        }
        let propose: pallet_collective::Call<Runtime, Motions> = pallet_collective::Call::propose {
            threshold: 3,
            proposal: Box::new(tier()),
            length_bound: 1_000,
        };
        let call = RuntimeCall::Council(propose);
        let missing = pallet_members::Error::<Runtime>::ScopeMissing.into();
        assert_eq!(send_as(BUREAU, engineer, call.clone()).unwrap(), Err(missing));
        assert_ok!(send_as(BUREAU, clerk, call).unwrap());
    });
}

#[test]
fn who_is_suspended_loses_the_vote_and_keeps_the_seat() {
    on_local_chain(|| {
        assert_eq!(motion(3, standing(BANK, Standing::Suspended)), Some(Ok(())));
        assert!(Members::is_seated(BANK));
        assert_eq!(bench().len(), 3);
        assert!(!bench().contains(&Members::account_of(BANK)));
        // Three seats are left: two are more than half of them.
        assert_eq!(motion(2, tier()), Some(Ok(())));
        assert_eq!(motion(3, standing(BANK, Standing::Active)), Some(Ok(())));
        assert_eq!(bench().len(), 4);
    });
}

#[test]
fn who_is_expelled_loses_seat_and_vote_at_once() {
    on_local_chain(|| {
        let transaction = || signed(BANK_KEY, frame_system::Call::remark { remark: vec![] });
        assert!(validate(transaction()).is_ok());
        assert_eq!(motion(3, standing(BANK, Standing::Expelled)), Some(Ok(())));
        assert_eq!(refusal(validate(transaction())), 3);
        assert!(!Members::is_seated(BANK));
        assert_eq!(bench().len(), 3);
        assert!(Seats::constituency_views().iter().all(|of| !of.holders.contains(&BANK)));
    });
}

#[test]
fn a_motion_is_put_off_and_keeps_its_strength() {
    on_local_chain(|| {
        // Looking at a transaction moves the number on: see `common::validate`.
        let when = System::block_number() + 100;
        let call = Box::new(tier());
        let later =
            pallet_scheduler::Call::schedule { when, maybe_periodic: None, priority: 0, call };
        assert_eq!(motion(3, later), Some(Ok(())));
        let large = || {
            let view = Members::quota_view(BANK).expect("it is a member");
            view.tier == huangpu_primitives::members::Tier::Large
        };
        assert!(!large());
        while System::block_number() <= when {
            next_block();
        }
        assert!(large());
    });
}

#[test]
fn what_too_few_put_off_is_not_made() {
    on_local_chain(|| {
        let when = System::block_number() + 100;
        let call = Box::new(standing(BANK, Standing::Suspended));
        let later =
            pallet_scheduler::Call::schedule { when, maybe_periodic: None, priority: 0, call };
        // Scheduling takes an ordinary decision, of three; a suspension two thirds, when its time comes.
        assert_eq!(motion(2, later.clone()), Some(Err(DispatchError::BadOrigin)));
        assert_eq!(motion(3, later), Some(Ok(())));
        assert_eq!(motion(3, standing(BANK, Standing::Suspended)), Some(Ok(())));
        assert_eq!(motion(3, standing(BANK, Standing::Active)), Some(Ok(())));
    });
}

#[test]
fn what_was_put_off_is_cancelled_by_as_many_or_more() {
    on_local_chain(|| {
        let schedule = |when| {
            let call = Box::new(tier());
            pallet_scheduler::Call::schedule { when, maybe_periodic: None, priority: 0, call }
        };
        let when = System::block_number() + 1_000;
        assert_eq!(motion(3, schedule(when)), Some(Ok(())));
        let cancel = pallet_scheduler::Call::cancel { when, index: 0 };
        assert_eq!(motion(4, cancel), Some(Ok(())));

        let when = System::block_number() + 2_000;
        assert_eq!(motion(4, schedule(when)), Some(Ok(())));
        let cancel = || pallet_scheduler::Call::cancel { when, index: 0 };
        assert_eq!(motion(3, cancel()), Some(Err(DispatchError::BadOrigin)));
        // Root is above all shares.
        assert_eq!(motion(3, enacted(cancel().into())), Some(Ok(())));
        assert!(pallet_scheduler::Agenda::<Runtime>::get(when).is_empty());
    });
}

#[test]
fn preimages_are_for_the_council() {
    on_local_chain(|| {
        let note = || pallet_preimage::Call::<Runtime>::note_preimage { bytes: vec![1; 100] };
        assert_ok!(send(REGULATOR, note()).unwrap());
        // A member without a seat.
        let unseat = pallet_members::Call::set_seat { org: BANK, seated: false };
        assert_eq!(motion(3, unseat), Some(Ok(())));
        let refused = send(BANK_KEY, note()).expect("the pool accepts it");
        assert!(refused.is_err(), "{refused:?}");
    });
}

#[test]
fn an_upgrade_is_a_motion_and_then_anybodys_to_apply() {
    on_local_chain(|| {
        let code_hash = H256::repeat_byte(9);
        let upgrade = frame_system::Call::authorize_upgrade { code_hash };
        assert_eq!(motion(3, enacted(upgrade.into())), Some(Ok(())));
        let authorised = System::authorized_upgrade().map(|of| *of.code_hash());
        assert_eq!(authorised, Some(code_hash));
    });
}

#[test]
fn a_constituency_elects_its_seat_for_a_term() {
    on_local_chain(|| {
        // Two years on, the founders' term is about to end: elections are called by themselves.
        pass_days(720);
        let view = |of| {
            Seats::constituency_views().into_iter().find(|view| view.constituency == of).unwrap()
        };
        let election = view(Constituency::Finance).election.expect("an election runs");
        assert!(!election.by_election);
        assert_ok!(send(BANK_KEY, pallet_seats::Call::<Runtime>::stand {}).unwrap());
        pass_days(8);
        let vote = pallet_seats::Call::<Runtime>::vote { candidate: BANK };
        assert_ok!(send(BANK_KEY, vote).unwrap());
        let before = view(Constituency::Finance).term_ends;
        pass_days(8);
        let after = view(Constituency::Finance);
        assert_eq!(after.election, None);
        assert_eq!(after.holders, [BANK]);
        assert!(after.term_ends > before);
        // Nobody stood in industry: its holder stays.
        assert_eq!(view(Constituency::Industry).holders, [WORKS]);
    });
}

/// Lets days pass: one block a day.
fn pass_days(days: u64) {
    for _ in 0..days {
        skip_slots(DAY_BLOCKS);
        next_block();
    }
}
