//! The assets at the chain's beginning.

use super::*;

#[test]
fn there_are_none_where_genesis_says_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(LastAsset::<Test>::get(), AssetId(0));
        assert_eq!(Opened::<Test>::iter().count(), 0);
        assert!(Money::asset_page(None, u32::MAX).is_empty());
    });
}

#[test]
fn assets_stand_there_from_genesis() {
    let builder = ExtBuilder::default().asset(RIVAL, "数字人民币", "e-CNY");
    builder.asset(BANK, "Deposit", "DEP").build_and_execute(|| {
        let (kind, mode) = (AssetKind::DigitalYuan, Mode::Simulation);
        for (asset, issuer) in [(1, OrgId(RIVAL)), (2, OrgId(BANK))] {
            let record = Asset { issuer, kind, mode, open: true };
            assert_eq!(Opened::<Test>::get(AssetId(asset)), Some(record));
        }
        assert_eq!(take_events(), []);
        let names: Vec<_> =
            Money::asset_page(None, 9).into_iter().map(|view| (view.name, view.symbol)).collect();
        let names_of =
            |name: &str, symbol: &str| (name.as_bytes().to_vec(), symbol.as_bytes().to_vec());
        assert_eq!(names, [names_of("数字人民币", "e-CNY"), names_of("Deposit", "DEP")]);
    });
}

#[test]
fn the_council_goes_on_from_there() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(open(RIVAL));
        assert_eq!(issuer(2), RIVAL);
        assert_ok!(mint(1, BUYER, 5, "IN 1"));
    });
}

#[test]
fn nobody_is_asked_at_genesis_but_minting_asks_bank_and_gate() {
    ExtBuilder::default().assets(&[BANK, BUYER, NOBODY]).shut().build_and_execute(|| {
        assert_eq!([1, 2, 3].map(issuer), [BANK, BUYER, NOBODY]);
        assert_noop!(mint(1, SELLER, 5, "IN 1"), CLOSED);
        OpenUnder::set(Some(AuthorityId(1)));
        assert_ok!(mint(1, SELLER, 5, "IN 1"));
        for asset in [2, 3] {
            assert_noop!(mint(asset, SELLER, 5, "IN 1"), DispatchError::BadOrigin);
        }
        Banks::mutate(|banks| banks.push(OrgId(BUYER)));
        assert_ok!(mint(2, SELLER, 5, "IN 1"));
    });
}

#[test]
fn what_a_chain_begins_with_never_becomes_money() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        for mode in [Mode::Register, Mode::Mirror] {
            OpenAs::set(mode);
            assert_noop!(mint(1, BUYER, 5, "IN 1"), Error::<Test>::OtherMode);
        }
    });
}

#[test]
#[should_panic(expected = "asset DEP at genesis")]
fn what_is_wrong_with_one_is_said_of_it() {
    ExtBuilder::default().asset(BANK, "Deposit", "OK").asset(BANK, "", "DEP").build();
}

#[test]
#[should_panic(expected = "InvalidName")]
fn none_is_without_a_name() {
    ExtBuilder::default().asset(BANK, " ", "DEP").build();
}

#[test]
#[should_panic(expected = "InvalidName")]
fn none_has_a_longer_name_than_the_council_could_give() {
    ExtBuilder::default().asset(BANK, &"n".repeat(51), "DEP").build();
}

#[test]
#[should_panic(expected = "InvalidName")]
fn nor_a_longer_symbol() {
    ExtBuilder::default().asset(BANK, "Deposit", &"S".repeat(51)).build();
}

#[test]
#[should_panic(expected = "TooManyAssets")]
fn there_are_no_more_than_there_may_be() {
    ExtBuilder::default().assets(&[BANK; MOST_ASSETS as usize + 1]).build();
}
