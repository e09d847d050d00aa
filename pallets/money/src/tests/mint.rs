//! `mint`.

use super::*;

#[test]
fn a_bank_issues_what_it_received() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        assert_ok!(mint(2, BUYER, 250, "2026-11-22/1"));
        let event = Event::Minted {
            asset: AssetId(2),
            to: OrgId(BUYER),
            amount: 250,
            reference: reference("2026-11-22/1"),
            authority: AuthorityId(1),
        };
        assert_eq!(take_events(), [event]);
        assert_ok!(mint(2, BUYER, 1, "2026-11-22/2"));
        assert_ok!(mint(2, SELLER, 7, "2026-11-22/3"));
        assert_eq!((free(2, BUYER), free(2, SELLER), supply(2)), (251, 7, 258));
        assert_eq!((free(1, BUYER), free(1, SELLER), supply(1)), (0, 0, 0));
    });
}

#[test]
fn for_itself_too() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(mint(1, BANK, 5, "IN 1"));
        assert_eq!(free(1, BANK), 5);
    });
}

#[test]
fn each_payment_once() {
    ExtBuilder::default().assets(&[BANK, BANK, RIVAL]).build_and_execute(|| {
        assert_ok!(mint(1, BUYER, 10, "IN 1"));
        assert_noop!(mint(1, BUYER, 10, "IN 1"), Error::<Test>::AlreadyMinted);
        // References that look alike are others.
        for (n, like) in ["in 1", "IN  1", "IN 11", "IN"].into_iter().enumerate() {
            assert_ok!(mint(1, BUYER, n as Amount + 1, like));
        }
        // Nor as another of the bank's assets; another bank has payments of its own.
        assert_noop!(mint(2, BUYER, 10, "IN 1"), Error::<Test>::ReferenceUsed);
        assert_ok!(mint(3, BUYER, 10, "IN 1"));
    });
}

#[test]
fn not_even_when_all_of_it_is_redeemed() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(mint(1, BUYER, 10, "IN 1"));
        assert_ok!(request(1, BUYER, 10));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_eq!(supply(1), 0);
        assert_noop!(mint(1, BUYER, 10, "IN 1"), Error::<Test>::AlreadyMinted);
        // What was paid out may come back: that is another payment, whatever it is called.
        assert_ok!(mint(1, BUYER, 10, "OUT 1"));
    });
}

#[test]
fn a_refused_one_is_not_used_up() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_noop!(mint(1, NOBODY, 10, "IN 1"), Error::<Test>::PayeeNotMember);
        assert_ok!(mint(1, BUYER, 10, "IN 1"));
    });
}

#[test]
fn a_bank_issues_its_own() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        assert_noop!(mint_by(RIVAL, 1, BUYER, 1, "IN 1"), Error::<Test>::NotTheIssuer);
        assert_noop!(mint_by(BANK, 2, BUYER, 1, "IN 1"), Error::<Test>::NotTheIssuer);
        for asset in [0, 3, u32::MAX] {
            assert_noop!(mint_by(BANK, asset, BUYER, 1, "IN 1"), Error::<Test>::UnknownAsset);
        }
    });
}

#[test]
fn something_under_a_reference() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_noop!(mint(1, BUYER, 0, "IN 1"), Error::<Test>::ZeroAmount);
        for bad in NO_REFERENCES {
            assert_noop!(mint(1, BUYER, 1, bad), Error::<Test>::InvalidReference);
        }
        assert_ok!(mint(1, BUYER, 1, &"R".repeat(35)));
    });
}

#[test]
fn for_members_also_when_they_wind_down() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        for org in [0, NOBODY, u32::MAX] {
            assert_noop!(mint(1, org, 1, "IN 1"), Error::<Test>::PayeeNotMember);
        }
        put_standing(BUYER, Standing::Closed);
        assert_noop!(mint(1, BUYER, 1, "IN 1"), Error::<Test>::PayeeNotMember);
        for (n, standing) in WINDING_DOWN.into_iter().enumerate() {
            put_standing(BUYER, standing);
            assert_ok!(mint(1, BUYER, 1, &format!("IN {n}")));
        }
        assert_eq!(free(1, BUYER), 3);
    });
}

#[test]
fn for_whom_the_council_has_frozen_too() {
    with_funds(1).build_and_execute(|| {
        assert_ok!(freeze(1, BUYER));
        assert_ok!(mint(1, BUYER, 1, "IN 1"));
        assert_eq!(free(1, BUYER), 2);
    });
}

#[test]
fn no_more_than_the_ledger_can_count() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        for amount in [MAX_SUPPLY + 1, u128::MAX] {
            assert_noop!(mint(1, BUYER, amount, "IN 1"), Error::<Test>::SupplyTooLarge);
        }
        assert_ok!(mint(1, BUYER, MAX_SUPPLY - 1, "IN 1"));
        for amount in [2, MAX_SUPPLY, u128::MAX] {
            assert_noop!(mint(1, SELLER, amount, "IN 2"), Error::<Test>::SupplyTooLarge);
        }
        assert_ok!(mint(1, SELLER, 1, "IN 2"));
        assert_noop!(mint(1, SELLER, 1, "IN 3"), Error::<Test>::SupplyTooLarge);
        assert_eq!(supply(1), MAX_SUPPLY);
        // Of each asset.
        assert_ok!(mint(2, BUYER, MAX_SUPPLY, "IN 1"));
        // What is held counts, what is redeemed does not.
        assert_ok!(request(1, SELLER, 1));
        assert_noop!(mint(1, SELLER, 1, "IN 3"), Error::<Test>::SupplyTooLarge);
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_ok!(mint(1, SELLER, 1, "IN 3"));
    });
}

#[test]
fn while_deposit_money_is_open() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        OpenUnder::set(None);
        assert_noop!(mint(1, BUYER, 1, "IN 1"), CLOSED);
    });
}

#[test]
fn each_issue_says_under_which_authority() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        for (id, paid_in) in [(1, "IN 1"), (2, "IN 2"), (7, "IN 3")] {
            OpenUnder::set(Some(AuthorityId(id)));
            assert_ok!(mint(1, BUYER, 1, paid_in));
            let [Event::Minted { authority, .. }] = take_events()[..] else { panic!("{id}") };
            assert_eq!(authority, AuthorityId(id));
        }
    });
}

#[test]
fn a_simulation_never_becomes_money_nor_money_a_simulation() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(mint(1, BUYER, 10, "IN 1"));
        OpenUnder::set(Some(AuthorityId(2)));
        for mode in [Mode::Mirror, Mode::Register] {
            OpenAs::set(mode);
            assert_noop!(mint(1, BUYER, 10, "IN 2"), Error::<Test>::OtherMode);
        }
        // What there is can be paid with and redeemed; for anything else there is another asset.
        assert_ok!(pay(1, BUYER, SELLER, 1));
        assert_ok!(request(1, BUYER, 1));
        assert_ok!(settle(1, 1, "OUT 1"));
        assert_ok!(open(BANK));
        assert_ok!(mint(2, BUYER, 10, "IN 2"));

        OpenAs::set(Mode::Simulation);
        assert_noop!(mint(2, BUYER, 10, "IN 3"), Error::<Test>::OtherMode);
        assert_ok!(mint(1, BUYER, 10, "IN 3"));
        // A class that is closed has no mode.
        OpenUnder::set(None);
        for asset in [1, 2] {
            assert_noop!(mint(asset, BUYER, 10, "IN 4"), CLOSED);
        }
    });
}

#[test]
fn only_a_bank_in_good_standing_issues() {
    ExtBuilder::default().assets(&[BANK, RIVAL]).build_and_execute(|| {
        let mint = |origin| Money::mint(origin, AssetId(1), OrgId(BUYER), 1, reference("IN 1"));
        for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), by(BUYER), by(NOBODY)] {
            assert_noop!(mint(origin), DispatchError::BadOrigin);
        }
        for standing in LOST {
            put_standing(BANK, standing);
            assert_noop!(mint(by(BANK)), DispatchError::BadOrigin);
        }
        put_standing(BANK, Standing::Active);
        take_licence(BANK);
        assert_noop!(mint(by(BANK)), DispatchError::BadOrigin);
        Banks::mutate(|banks| banks.push(OrgId(BANK)));
        assert_ok!(mint(by(BANK)));
    });
}
