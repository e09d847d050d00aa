//! `open_asset`.

use super::*;
use polkadot_sdk::{
    frame_support::{
        traits::fungibles::{metadata, roles, Inspect},
        PalletId,
    },
    sp_runtime::traits::AccountIdConversion,
};

#[test]
fn the_council_lets_a_bank_issue() {
    ExtBuilder::default().build_and_execute(|| {
        OpenUnder::set(Some(AuthorityId(6)));
        OpenAs::set(Mode::Register);
        let (bank, kind) = (OrgId(RIVAL), AssetKind::DigitalYuan);
        let (text, symbol) = (name("数字人民币".as_bytes()), name(b"e-CNY"));
        assert_ok!(Money::open_asset(RuntimeOrigin::root(), bank, kind, text.clone(), symbol));
        let (asset, authority) = (AssetId(1), AuthorityId(6));
        let event = Event::AssetOpened { asset, issuer: bank, kind, authority };
        assert_eq!(take_events(), [event]);
        let record = Asset { issuer: bank, kind, mode: Mode::Register, open: true };
        assert_eq!(Opened::<Test>::get(asset), Some(record));

        // Where the balances are.
        assert_eq!(<Assets as metadata::Inspect<u64>>::name(1), text.into_inner());
        assert_eq!(<Assets as metadata::Inspect<u64>>::symbol(1), b"e-CNY");
        assert_eq!(<Assets as metadata::Inspect<u64>>::decimals(1), 2);
        assert_eq!(<Assets as Inspect<u64>>::minimum_balance(1), 1);
        // Nothing was deposited for it.
        assert_eq!(supply(1), 0);
        assert!(!is_recorded(1, RIVAL));
    });
}

#[test]
fn in_the_books_nobody_commands_it() {
    ExtBuilder::default().assets(&[BANK]).build_and_execute(|| {
        assert_ok!(open(RIVAL));
        let nobody: u64 = PalletId(*b"hp/money").into_account_truncating();
        assert_eq!(Members::org_of(&nobody), None);
        for asset in [1, 2] {
            let owner = <Assets as roles::Inspect<u64>>::owner(asset);
            let others = [
                <Assets as roles::Inspect<u64>>::issuer(asset),
                <Assets as roles::Inspect<u64>>::admin(asset),
                <Assets as roles::Inspect<u64>>::freezer(asset),
            ];
            assert_eq!((owner, others), (Some(nobody), [Some(nobody); 3]));
        }
    });
}

#[test]
fn assets_are_numbered_in_order_and_a_bank_may_have_several() {
    ExtBuilder::default().build_and_execute(|| {
        for (asset, bank) in (1..).zip([BANK, RIVAL, BANK]) {
            assert_ok!(open(bank));
            assert_eq!(LastAsset::<Test>::get(), AssetId(asset));
            assert_eq!(issuer(asset), bank);
        }
    });
}

#[test]
fn only_banks_issue() {
    ExtBuilder::default().build_and_execute(|| {
        for org in [0, BUYER, NOBODY, u32::MAX] {
            assert_noop!(open(org), Error::<Test>::IssuerNotBank);
        }
        take_licence(RIVAL);
        assert_noop!(open(RIVAL), Error::<Test>::IssuerNotBank);
        assert_ok!(open(BANK));
    });
}

#[test]
fn only_in_good_standing() {
    ExtBuilder::default().build_and_execute(|| {
        for standing in LOST {
            put_standing(BANK, standing);
            assert_noop!(open(BANK), Error::<Test>::IssuerNotBank);
        }
        put_standing(BANK, Standing::Active);
        assert_ok!(open(BANK));
    });
}

#[test]
fn a_name_is_for_people() {
    ExtBuilder::default().build_and_execute(|| {
        for bad in [&b""[..], b" ", b"\t\n", "\u{3000}".as_bytes(), b"\xff", b"Deposit \xe6"] {
            assert_noop!(open_named(BANK, bad, b"DEP"), Error::<Test>::InvalidName);
        }
        for good in ["D", " Deposit of a bank ", "华夏银行存款", "0123456789".repeat(5).as_str()]
        {
            assert_ok!(open_named(BANK, good.as_bytes(), b"DEP"));
        }
    });
}

#[test]
fn a_symbol_is_plain() {
    ExtBuilder::default().build_and_execute(|| {
        for bad in [&b""[..], b" ", b"D P", b"DEP ", b"DEP\x7f", b"DEP\n", "元".as_bytes()] {
            assert_noop!(open_named(BANK, b"Deposit", bad), Error::<Test>::InvalidName);
        }
        for good in [&b"D"[..], b"e-CNY", b"!~", &[b'S'; 50]] {
            assert_ok!(open_named(BANK, b"Deposit", good));
        }
    });
}

#[test]
fn there_are_only_so_many() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..MOST_ASSETS {
            assert_ok!(open(BANK));
        }
        assert_noop!(open(RIVAL), Error::<Test>::TooManyAssets);
        // Closed ones count: their money is still there.
        assert_ok!(close(1));
        assert_noop!(open(RIVAL), Error::<Test>::TooManyAssets);
    });
}

#[test]
fn deposit_money_must_be_open() {
    ExtBuilder::default().shut().build_and_execute(|| {
        assert_noop!(open(BANK), CLOSED);
        OpenUnder::set(Some(AuthorityId(2)));
        assert_ok!(open(BANK));
    });
}

#[test]
fn an_asset_is_for_ever_of_the_mode_of_its_day() {
    ExtBuilder::default().build_and_execute(|| {
        let modes = [Mode::Register, Mode::Mirror, Mode::Simulation];
        for mode in modes {
            OpenAs::set(mode);
            assert_ok!(open(BANK));
        }
        assert_ok!(close(1));
        for (asset, mode) in (1..).zip(modes) {
            assert_eq!(Opened::<Test>::get(AssetId(asset)).unwrap().mode, mode);
        }
    });
}

#[test]
fn only_the_council_opens_assets() {
    ExtBuilder::default().build_and_execute(|| {
        assert_for_council_only(|origin| {
            let kind = AssetKind::TokenisedDeposit;
            Money::open_asset(origin, OrgId(BANK), kind, name(b"Deposit"), name(b"DEP"))
        });
    });
}
