//! The token bucket against a naive one, which counts what is left and runs from block to block.

use crate::{bucket::Cost, Bucket, Rate};
use proptest::prelude::*;

/// A bucket of one kind of thing that counts what is left, and is never larger than it can be.
#[derive(Clone, Copy, Debug)]
struct Naive {
    left: u128,
    capacity: u128,
    per_block: u128,
}

impl Naive {
    fn full(per_block: u64, depth: u32) -> Self {
        // What the real one counts ends at 64 bits.
        let capacity = (u128::from(per_block) * u128::from(depth)).min(u128::from(u64::MAX));
        Self { left: capacity, capacity, per_block: u128::from(per_block) }
    }

    fn pass_a_block(&mut self) {
        self.left = (self.left + self.per_block).min(self.capacity);
    }

    /// Takes some, if it is there.
    fn take(&mut self, amount: u64) {
        self.left -= u128::from(amount);
    }

    fn level(&self) -> u128 {
        (self.left * 1_024).checked_div(self.capacity).unwrap_or(0)
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Blocks(u32),
    Charge(Cost),
    /// Gives back a share, in 1/255, of what was charged last in this block.
    Refund(u8),
}

/// Small numbers, which collide, and some of the largest.
fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![6 => 0..50u64, 3 => 0..1_000u64, 1 => Just(u64::MAX), 1 => any::<u64>()]
}

fn rate() -> impl Strategy<Value = Rate> {
    let depth = prop_oneof![6 => 1..20u32, 1 => Just(u32::MAX)];
    (amount(), amount(), depth).prop_map(|(time, bytes, depth)| Rate { time, bytes, depth })
}

fn cost() -> impl Strategy<Value = Cost> {
    (amount(), amount()).prop_map(|(time, bytes)| Cost { time, bytes })
}

fn bucket() -> impl Strategy<Value = Bucket> {
    let at = prop_oneof![4 => 0..20u32, 1 => Just(u32::MAX), 1 => any::<u32>()];
    (amount(), amount(), at).prop_map(|(time, bytes, at)| Bucket { time, bytes, at })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0..6u32).prop_map(Step::Blocks),
        4 => cost().prop_map(Step::Charge),
        2 => any::<u8>().prop_map(Step::Refund),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn it_holds_what_a_bucket_replayed_block_by_block_holds(
        rate in rate(),
        first in 0..1_000u32,
        steps in proptest::collection::vec(step(), 1..80),
    ) {
        let mut block = first;
        let mut bucket = Bucket { at: first, ..Default::default() };
        let mut time = Naive::full(rate.time, rate.depth);
        let mut bytes = Naive::full(rate.bytes, rate.depth);
        let mut last = 0;
        for step in steps {
            match step {
                Step::Blocks(blocks) => {
                    block += blocks;
                    for _ in 0..blocks {
                        time.pass_a_block();
                        bytes.pass_a_block();
                        last = 0;
                    }
                }
                Step::Charge(cost) => {
                    bucket = bucket.at(block, &rate);
                    let enough = u128::from(cost.time) <= time.left
                        && u128::from(cost.bytes) <= bytes.left;
                    prop_assert_eq!(cost.within(&bucket.left(&rate)), enough);
                    if enough {
                        bucket.charge(&cost);
                        time.take(cost.time);
                        bytes.take(cost.bytes);
                        last = cost.time;
                    }
                }
                Step::Refund(share) => {
                    let unspent = (u128::from(last) * u128::from(share) / 255) as u64;
                    bucket.refund(unspent);
                    time.left += u128::from(unspent);
                    last -= unspent;
                }
            }
            let now = bucket.at(block, &rate);
            let left = now.left(&rate);
            prop_assert_eq!(u128::from(left.time), time.left);
            prop_assert_eq!(u128::from(left.bytes), bytes.left);
            prop_assert_eq!(u128::from(now.level(&rate)), time.level().min(bytes.level()));
        }
    }

    #[test]
    fn it_does_not_matter_how_often_it_is_looked_at(
        rate in rate(),
        bucket in bucket(),
        one in 0..100u32,
        other in 0..100u32,
    ) {
        let start = bucket.at;
        let at = |blocks: u32| start.saturating_add(blocks);
        let straight = bucket.at(at(one + other), &rate);
        let in_two = bucket.at(at(one), &rate).at(at(one + other), &rate);
        prop_assert_eq!(straight, in_two);
        let mut blockwise = bucket;
        for passed in 0..=one {
            blockwise = blockwise.at(at(passed), &rate);
        }
        prop_assert_eq!(blockwise, bucket.at(at(one), &rate));
    }

    #[test]
    fn its_level_only_rises_while_nobody_uses_it(
        rate in rate(),
        bucket in bucket(),
        blocks in 0..100u32,
    ) {
        let later = bucket.at(bucket.at.saturating_add(blocks), &rate);
        prop_assert!(bucket.level(&rate) <= later.level(&rate));
        prop_assert!(later.level(&rate) <= 1_024);
    }

    #[test]
    fn its_level_falls_with_use_and_rises_with_what_is_given_back(
        rate in rate(),
        bucket in bucket(),
        cost in cost(),
        unspent in amount(),
    ) {
        let mut used = bucket;
        used.charge(&cost);
        prop_assert!(used.level(&rate) <= bucket.level(&rate));
        prop_assert!(used.left(&rate).within(&bucket.left(&rate)));
        let mut given_back = used;
        given_back.refund(unspent);
        prop_assert!(used.level(&rate) <= given_back.level(&rate));
        prop_assert_eq!((given_back.bytes, given_back.at), (used.bytes, used.at));
    }

    #[test]
    fn what_was_charged_and_given_back_at_once_changes_nothing(
        bucket in bucket(),
        time in amount(),
    ) {
        // Only what the bucket had room for is ever charged.
        prop_assume!(bucket.time.checked_add(time).is_some());
        let mut after = bucket;
        after.charge(&Cost { time, bytes: 0 });
        after.refund(time);
        prop_assert_eq!(after, bucket);
    }
}

const RATE: Rate = Rate { time: 1_000, bytes: 100, depth: 10 };

#[test]
fn a_new_bucket_is_unused_at_any_block() {
    let bucket = Bucket::default();
    assert_eq!(bucket.left(&RATE), Cost { time: 10_000, bytes: 1_000 });
    assert_eq!(bucket.level(&RATE), 1_024);
    assert_eq!(bucket.at(7, &RATE), Bucket { time: 0, bytes: 0, at: 7 });
}

#[test]
fn it_refills_by_its_rate_and_not_beyond_its_capacity() {
    let used = Bucket { time: 2_500, bytes: 1_000, at: 5 };
    assert_eq!(used.at(5, &RATE), used);
    assert_eq!(used.at(6, &RATE), Bucket { time: 1_500, bytes: 900, at: 6 });
    assert_eq!(used.at(8, &RATE), Bucket { time: 0, bytes: 700, at: 8 });
    assert_eq!(used.at(1_000, &RATE), Bucket { time: 0, bytes: 0, at: 1_000 });
}

#[test]
fn it_never_runs_backwards() {
    let used = Bucket { time: 2_500, bytes: 1_000, at: 5 };
    assert_eq!(used.at(3, &RATE), used);
}

#[test]
fn its_level_is_that_of_the_scarcer_part() {
    let level = |time, bytes| Bucket { time, bytes, at: 0 }.level(&RATE);
    assert_eq!(level(0, 0), 1_024);
    assert_eq!(level(5_000, 0), 512);
    assert_eq!(level(5_000, 750), 256);
    assert_eq!(level(10_000, 0), 0);
    assert_eq!(level(0, 1_000), 0);
    assert_eq!(level(1, 0), 1_023);
    assert_eq!(level(20_000, 5_000), 0, "overused after a change of tier");
}

#[test]
fn the_largest_numbers_overflow_nothing() {
    let most = Rate { time: u64::MAX, bytes: u64::MAX, depth: u32::MAX };
    let all = Cost { time: u64::MAX, bytes: u64::MAX };
    assert_eq!(most.capacity(), all);
    let mut bucket = Bucket::default();
    assert_eq!(bucket.level(&most), 1_024);
    bucket.charge(&all);
    assert_eq!((bucket.left(&most), bucket.level(&most)), (Cost::default(), 0));
    bucket.charge(&all);
    assert_eq!(bucket, Bucket { time: u64::MAX, bytes: u64::MAX, at: 0 });
    assert_eq!(bucket.at(1, &most), Bucket { time: 0, bytes: 0, at: 1 });
    let slow = Rate { time: 1, bytes: 1, depth: u32::MAX };
    let left = u64::MAX - u64::from(u32::MAX);
    assert_eq!(bucket.at(u32::MAX, &slow), Bucket { time: left, bytes: left, at: u32::MAX });
    bucket.refund(u64::MAX);
    assert_eq!(bucket, Bucket { time: 0, bytes: u64::MAX, at: 0 });
    bucket.refund(u64::MAX);
    assert_eq!(bucket.time, 0);
}

#[test]
fn a_bucket_that_holds_nothing_is_empty() {
    for rate in [
        Rate { time: 0, bytes: 100, depth: 10 },
        Rate { time: 1_000, bytes: 0, depth: 10 },
        Rate { time: 1_000, bytes: 100, depth: 0 },
    ] {
        assert_eq!(Bucket::default().level(&rate), 0);
    }
}

#[test]
fn a_cost_is_within_another_only_in_both_parts() {
    let limit = Cost { time: 5, bytes: 7 };
    assert!(limit.within(&limit));
    assert!(Cost::default().within(&limit));
    assert!(!Cost { time: 6, bytes: 0 }.within(&limit));
    assert!(!Cost { time: 0, bytes: 8 }.within(&limit));
}
