//! Whom the chain cannot go on without, as other pallets ask.

use super::*;
use huangpu_primitives::traits::Validating;

fn validating() -> Vec<u32> {
    let orgs = <Validators as Validating>::validating();
    for org in 0..=NEW + 1 {
        let org = OrgId(org);
        assert_eq!(<Validators as Validating>::validates(org), orgs.contains(&org));
    }
    orgs.into_iter().map(|org| org.0).collect()
}

#[test]
fn from_genesis_it_is_the_set() {
    ExtBuilder::default().build_and_execute(|| assert_eq!(validating(), [1, 2, 3, 4, 5]));
}

#[test]
fn who_joins_is_one_of_them_before_it_makes_blocks() {
    ExtBuilder::default().build_and_execute(|| {
        admit_with_keys(NEW);
        assert_eq!(validating(), [1, 2, 3, 4, 5]);
        pass_session();
        assert_eq!(authors(), [1, 2, 3, 4, 5]);
        assert_eq!(validating(), [1, 2, 3, 4, 5, NEW]);
    });
}

#[test]
fn who_leaves_is_one_of_them_until_a_session_after_its_last() {
    ExtBuilder::default().build_and_execute(|| {
        suspend(2);
        pass_session();
        assert_eq!((planned(), authors()), (vec![1, 3, 4, 5], vec![1, 2, 3, 4, 5]));
        assert_eq!(validating(), [1, 2, 3, 4, 5]);
        // Its last session is over, and the block that ended it may not be final.
        pass_session();
        assert_eq!(authors(), [1, 3, 4, 5]);
        assert_eq!(validating(), [1, 2, 3, 4, 5]);
        pass_session();
        assert_eq!(validating(), [1, 3, 4, 5]);
    });
}

#[test]
fn who_is_silent_is_one_of_them_all_the_same() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..3 {
            assert_eq!(validating(), [1, 2, 3, 4, 5]);
            pass_session_without(&[3]);
        }
        assert_eq!(validating(), [1, 2, 4, 5]);
    });
}
