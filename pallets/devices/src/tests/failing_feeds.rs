//! What the off-chain worker makes of gateways that fail.

use super::{
    offchain::{batch, with_outside, work, FEED, OTHER_FEED},
    outside::{set_feeds, store, Fault, Outside},
    *,
};
use codec::{Decode, Encode};
use huangpu_primitives::report::{SignedReport, MAX_BATCH};

/// A feed that fails gives nothing, and the feed after it is asked all the same.
fn passed_over(fail: impl FnOnce(&Outside, Vec<u8>)) {
    with_outside(|outside| {
        let (mut one, mut two) = (Meter::install(OWNER), Meter::install(OWNER));
        set_feeds(&[FEED, OTHER_FEED]);
        fail(outside, vec![one.report()].encode());
        let good = vec![two.report()];
        outside.expect(OTHER_FEED, good.encode());
        work();
        let submitted = outside.take_submitted();
        assert_eq!(submitted.iter().map(|bytes| batch(bytes)).collect::<Vec<_>>(), [(STEEL, good)]);
    });
}

#[test]
fn a_gateway_that_is_down_is_passed_over() {
    passed_over(|outside, _| {
        outside.expect_fault(FEED, Fault::Down);
    });
}

#[test]
fn a_url_that_cannot_be_asked_is_passed_over() {
    passed_over(|outside, _| {
        outside.refuse(FEED);
    });
}

#[test]
fn a_broken_connection_is_passed_over() {
    passed_over(|outside, _| {
        outside.expect_fault(FEED, Fault::Broken);
    });
}

#[test]
fn an_answer_that_never_ends_is_passed_over() {
    passed_over(|outside, _| {
        outside.expect_fault(FEED, Fault::Stalls);
    });
}

#[test]
fn another_status_than_ok_is_passed_over() {
    for status in [204, 301, 404, 500] {
        passed_over(|outside, answer| {
            outside.expect_status(FEED, status, answer);
        });
    }
}

#[test]
fn an_answer_that_is_no_list_of_reports_is_passed_over() {
    for junk in [&b""[..], b"<html>", b"[]", &[0xff; 1_000]] {
        passed_over(|outside, _| {
            outside.expect(FEED, junk.to_vec());
        });
    }
}

#[test]
fn an_answer_cut_short_is_passed_over() {
    passed_over(|outside, mut answer| {
        answer.pop();
        outside.expect(FEED, answer);
    });
}

#[test]
fn an_answer_larger_than_a_full_batch_is_passed_over() {
    passed_over(|outside, mut answer| {
        // A good list in front of it does not help.
        answer.resize(MAX_BATCH as usize * 192 + 9, 0);
        outside.expect(FEED, answer);
    });
}

#[test]
fn an_answer_of_too_many_reports_is_passed_over() {
    passed_over(|outside, answer| {
        let report = Vec::<SignedReport>::decode(&mut &answer[..]).unwrap().remove(0);
        outside.expect(FEED, vec![report; MAX_BATCH as usize + 1].encode());
    });
}

#[test]
fn a_url_that_is_not_text_is_passed_over() {
    with_outside(|outside| {
        let mut meter = Meter::install(OWNER);
        store(crate::FEEDS_KEY, &vec![vec![0xff, 0xfe], FEED.as_bytes().to_vec()].encode());
        outside.expect(FEED, vec![meter.report()].encode());
        work();
        assert_eq!(outside.take_submitted().len(), 1);
    });
}
