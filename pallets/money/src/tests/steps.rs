//! The steps of random sequences.

use super::*;
use proptest::prelude::*;

/// Organisations from 1 to this one take part.
pub(crate) const PARTS: u32 = 4;

/// A call, or what another pallet does with money, or what happens elsewhere.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Open {
        bank: u32,
        named: bool,
    },
    Close {
        asset: u32,
    },
    Mint {
        bank: u32,
        asset: u32,
        to: u32,
        amount: Amount,
        paid_in: String,
    },
    Pay {
        asset: u32,
        from: u32,
        to: u32,
        amount: Amount,
        reference: String,
    },
    Request {
        asset: u32,
        org: u32,
        amount: Amount,
        reference: String,
    },
    Accept {
        bank: u32,
        asset: u32,
        id: u32,
        amount: Amount,
    },
    Settle {
        bank: u32,
        asset: u32,
        id: u32,
        amount: Amount,
        paid_out: String,
    },
    Refuse {
        bank: u32,
        asset: u32,
        id: u32,
        amount: Amount,
    },
    Withdraw {
        org: u32,
        asset: u32,
        id: u32,
    },
    Cancel {
        asset: u32,
        id: u32,
    },
    Freeze {
        asset: u32,
        org: u32,
    },
    /// Lifts the order that it names, or names another one.
    Thaw {
        asset: u32,
        org: u32,
        named: bool,
    },
    Reassign {
        asset: u32,
        from: u32,
        to: u32,
        amount: Amount,
    },
    OthersPay {
        asset: u32,
        from: u32,
        to: u32,
        amount: Amount,
    },
    OthersHold {
        asset: u32,
        org: u32,
        reason: HoldReason,
        amount: Amount,
    },
    OthersRelease {
        asset: u32,
        org: u32,
        reason: HoldReason,
        amount: Amount,
    },
    OthersPayHeld {
        asset: u32,
        from: u32,
        reason: HoldReason,
        to: u32,
        amount: Amount,
    },
    /// It stands otherwise from now on. Who holds or owes anything is not closed.
    Stand {
        org: u32,
        to: Standing,
    },
    /// It is a bank from now on, or none.
    License {
        org: u32,
        licensed: bool,
    },
    /// Deposit money is open from now on, as this, or not.
    Gate {
        mode: Option<Mode>,
    },
    Pass {
        days: u32,
    },
}

/// A step whose redemption is one of those that wait, if there are any.
#[derive(Clone, Debug)]
pub(crate) enum Plan {
    Step(Step),
    Accept {
        pick: usize,
        all: bool,
    },
    Settle {
        pick: usize,
        all: bool,
        paid_out: String,
    },
    SettleAgain {
        pick: usize,
        other: bool,
    },
    /// What was minted, paid or asked for before, sent again.
    Again {
        of: u8,
        pick: usize,
    },
    Refuse {
        pick: usize,
        all: bool,
    },
    Withdraw {
        pick: usize,
        own: bool,
    },
    Cancel {
        pick: usize,
    },
}

/// Mostly those of the first asset.
fn asset() -> impl Strategy<Value = u32> {
    prop_oneof![1 => Just(0u32), 32 => Just(1), 6 => Just(2), 2 => Just(3), 1 => Just(9)]
}

fn member() -> impl Strategy<Value = u32> {
    1..=PARTS
}

/// Mostly members.
fn payee() -> impl Strategy<Value = u32> {
    prop_oneof![24 => 1..=PARTS, 1 => Just(NOBODY)]
}

/// Mostly the one that has issued something.
fn bank() -> impl Strategy<Value = u32> {
    prop_oneof![12 => Just(BANK), 4 => Just(RIVAL), 1 => Just(BUYER)]
}

/// Mostly small ones, so that often all is taken.
fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        1 => Just(0),
        24 => 1..=4u128,
        1 => Just(MAX_SUPPLY),
        1 => Just(MAX_SUPPLY + 1),
        1 => Just(u128::MAX),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(" ".to_string()), 24 => (0..24u32).prop_map(|n| format!("REF {n}"))]
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![
        12 => Just(Standing::Active),
        1 => Just(Standing::Suspended),
        1 => Just(Standing::Expelled),
        1 => Just(Standing::Lapsed),
        1 => Just(Standing::Closed),
    ]
}

/// Mostly one that is not reserved.
fn reason() -> impl Strategy<Value = HoldReason> {
    prop_oneof![
        12 => Just(HoldReason::Escrow),
        12 => Just(HoldReason::Bid),
        1 => Just(HoldReason::Redemption),
    ]
}

/// Mostly the first asset's.
fn mode() -> impl Strategy<Value = Option<Mode>> {
    prop_oneof![
        7 => Just(Some(Mode::Simulation)),
        1 => Just(Some(Mode::Mirror)),
        1 => Just(Some(Mode::Register)),
        2 => Just(None),
    ]
}

fn call() -> impl Strategy<Value = Step> {
    let minted = (bank(), asset(), payee(), amount(), text());
    let paid = (asset(), member(), payee(), amount(), text());
    let settled = (bank(), asset(), 0..9u32, amount(), text());
    prop_oneof![
        2 => (bank(), prop::bool::weighted(0.8))
            .prop_map(|(bank, named)| Step::Open { bank, named }),
        1 => prop_oneof![1 => asset(), 4 => Just(2), 4 => Just(3)]
            .prop_map(|asset| Step::Close { asset }),
        16 => minted.prop_map(|(bank, asset, to, amount, paid_in)| {
            Step::Mint { bank, asset, to, amount, paid_in }
        }),
        8 => paid.prop_map(|(asset, from, to, amount, reference)| {
            Step::Pay { asset, from, to, amount, reference }
        }),
        14 => (asset(), member(), amount(), text())
            .prop_map(|(asset, org, amount, reference)| {
                Step::Request { asset, org, amount, reference }
            }),
        1 => settled.prop_map(|(bank, asset, id, amount, paid_out)| {
            Step::Settle { bank, asset, id, amount, paid_out }
        }),
        1 => (bank(), asset(), 0..9u32, amount())
            .prop_map(|(bank, asset, id, amount)| Step::Accept { bank, asset, id, amount }),
        1 => (bank(), asset(), 0..9u32, amount())
            .prop_map(|(bank, asset, id, amount)| Step::Refuse { bank, asset, id, amount }),
        1 => (member(), asset(), 0..9u32)
            .prop_map(|(org, asset, id)| Step::Withdraw { org, asset, id }),
        1 => (asset(), 0..9u32).prop_map(|(asset, id)| Step::Cancel { asset, id }),
        1 => (asset(), payee()).prop_map(|(asset, org)| Step::Freeze { asset, org }),
        3 => (asset(), member(), prop::bool::weighted(0.5))
            .prop_map(|(asset, org, named)| Step::Thaw { asset, org, named }),
        3 => (asset(), member(), payee(), amount())
            .prop_map(|(asset, from, to, amount)| Step::Reassign { asset, from, to, amount }),
    ]
}

fn others() -> impl Strategy<Value = Step> {
    let held = (asset(), member(), reason(), payee(), amount());
    prop_oneof![
        2 => (asset(), member(), payee(), amount())
            .prop_map(|(asset, from, to, amount)| Step::OthersPay { asset, from, to, amount }),
        5 => (asset(), member(), reason(), amount())
            .prop_map(|(asset, org, reason, amount)| {
                Step::OthersHold { asset, org, reason, amount }
            }),
        3 => (asset(), member(), reason(), amount())
            .prop_map(|(asset, org, reason, amount)| {
                Step::OthersRelease { asset, org, reason, amount }
            }),
        3 => held.prop_map(|(asset, from, reason, to, amount)| {
            Step::OthersPayHeld { asset, from, reason, to, amount }
        }),
    ]
}

fn elsewhere() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (member(), standing()).prop_map(|(org, to)| Step::Stand { org, to }),
        1 => (bank(), prop::bool::weighted(0.8))
            .prop_map(|(org, licensed)| Step::License { org, licensed }),
        1 => mode().prop_map(|mode| Step::Gate { mode }),
        4 => (0..3u32).prop_map(|days| Step::Pass { days }),
    ]
}

pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        48 => call().prop_map(Plan::Step),
        13 => others().prop_map(Plan::Step),
        8 => elsewhere().prop_map(Plan::Step),
        6 => (any::<usize>(), prop::bool::weighted(0.9))
            .prop_map(|(pick, all)| Plan::Accept { pick, all }),
        6 => (any::<usize>(), prop::bool::weighted(0.9), text())
            .prop_map(|(pick, all, paid_out)| Plan::Settle { pick, all, paid_out }),
        2 => (any::<usize>(), prop::bool::weighted(0.5))
            .prop_map(|(pick, other)| Plan::SettleAgain { pick, other }),
        2 => (0..3u8, any::<usize>()).prop_map(|(of, pick)| Plan::Again { of, pick }),
        2 => (any::<usize>(), prop::bool::weighted(0.8))
            .prop_map(|(pick, all)| Plan::Refuse { pick, all }),
        3 => (any::<usize>(), prop::bool::weighted(0.8))
            .prop_map(|(pick, own)| Plan::Withdraw { pick, own }),
        1 => any::<usize>().prop_map(|pick| Plan::Cancel { pick }),
    ]
}
