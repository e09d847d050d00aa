//! What settlement costs in time, for `scripts/bench.sh settlement`: not run with the other tests, since timings depend
//! on the machine. The state is a trie in memory, as a node's is in its cache.

use crate::common::*;
use huangpu_primitives::{
    instruments::{InstrumentClass, InstrumentId},
    intervals::{Part, Right},
    settlement::{deliver_versus_payment, Delivery, Payment},
    traits::{FreeOwner, Payments, UnitLedger},
    AssetId,
};
use huangpu_runtime::*;
use std::time::Instant;

/// Acts that are timed together.
const ACTS: u128 = 2_000;
/// Units of each piece.
const UNITS: u128 = 10;

/// A chain on which the works have an instrument in so many pieces.
fn split_into(pieces: u128) -> (polkadot_sdk::sp_io::TestExternalities, InstrumentId) {
    let mut chain = genesis_of(genesis_config_presets::development());
    let instrument = chain.execute_with(|| {
        System::set_block_number(0);
        next_block();
        let instrument = Intervals::open_instrument(InstrumentClass::Credit).expect("a number");
        Intervals::issue(instrument, pieces * UNITS, WORKS, 1).expect("numbers");
        for piece in (1..pieces).rev() {
            let call = pallet_intervals::Call::<Runtime>::split_piece {
                instrument,
                piece: 0,
                before: piece * UNITS,
            };
            let origin = RuntimeOrigin::signed(STEEL_WORKS.to_account_id());
            polkadot_sdk::sp_runtime::traits::Dispatchable::dispatch(
                RuntimeCall::from(call),
                origin,
            )
            .expect("it splits");
            // Seldom: to forget events walks through all that has changed since the state was committed.
            if piece % 20_000 == 0 {
                System::reset_events();
            }
        }
        instrument
    });
    // From here on, what is read comes out of the trie.
    chain.commit_all().expect("the state is sound");
    (chain, instrument)
}

/// Nanoseconds of one act, which is given the piece that it is about.
fn time(
    chain: &mut polkadot_sdk::sp_io::TestExternalities,
    pieces: u128,
    act: impl Fn(Part),
) -> u128 {
    chain.execute_with(|| {
        System::reset_events();
        // Far apart, so that each is read anew, and none joins the one before it.
        let step = pieces / ACTS.min(pieces);
        let acts = ACTS.min(pieces);
        let begin = Instant::now();
        for place in 0..acts {
            let start = place * step * UNITS;
            act(Part::whole(start, start + UNITS));
        }
        begin.elapsed().as_nanos() / acts
    })
}

/// The right of the works, which no order stops.
fn the_owners() -> Right<FreeOwner> {
    Right::Owner(<Intervals as UnitLedger>::ensure_owner_free(WORKS).expect("nobody froze it"))
}

#[test]
#[ignore = "it measures; scripts/bench.sh settlement runs it"]
fn settlement_in_nanoseconds() {
    let mut line = String::from("settlement");
    let mut of_transfer = Vec::new();
    for pieces in [4_000, 40_000, 400_000] {
        let (mut chain, instrument) = split_into(pieces);
        let nanoseconds = time(&mut chain, pieces, |part| {
            Intervals::transfer(instrument, part, the_owners(), INSTITUTE).expect("it passes");
        });
        line += &format!(" transfer_ns_among_{pieces}_pieces={nanoseconds}");
        of_transfer.push(nanoseconds);
    }
    let (mut chain, instrument) = split_into(20_000);
    chain.execute_with(|| {
        use pallet_money::Call;
        let reference = b"B-1".to_vec().try_into().expect("it is short");
        let (asset, to, amount) = (AssetId(1), INSTITUTE, 1_000_000_000);
        let mint = Call::<Runtime>::mint { asset, to, amount, reference };
        let origin = RuntimeOrigin::signed(BANK_KEY.to_account_id());
        polkadot_sdk::sp_runtime::traits::Dispatchable::dispatch(RuntimeCall::from(mint), origin)
            .expect("it is minted");
    });
    chain.commit_all().expect("the state is sound");
    let paid = time(&mut chain, 20_000, |_| {
        <Money as Payments>::pay(AssetId(1), INSTITUTE, WORKS, 1).expect("it is paid");
    });
    let traded = time(&mut chain, 20_000, |part| {
        let delivery = Delivery { instrument, part, by: the_owners() };
        let payment = Payment { asset: AssetId(1), amount: 1, held: None };
        deliver_versus_payment::<Intervals, Money>(INSTITUTE, delivery, payment)
            .expect("both pass");
    });
    let ratio = of_transfer[2] as f64 / of_transfer[0].max(1) as f64;
    println!("{line} hundredfold_pieces_cost={ratio:.2} payment_ns={paid} delivery_versus_payment_ns={traded}");
}
