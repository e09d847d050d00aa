//! The calls about the council: motions and votes, elections and seats, and what takes root.
//!
//! Motions are proposed, voted on and closed from the keyless account of an organisation that sits: put these
//! calls into [`act_as`](super::members::act_as).

use super::{
    encoded::{self, Weight},
    CouncilCall,
};
use crate::{
    runtime::{
        self,
        runtime_types::{
            frame_system::pallet::Call as SystemCall,
            huangpu_runtime::RuntimeCall,
            pallet_collective::pallet::Call as MotionCall,
            pallet_grandpa::pallet::Call as GrandpaCall,
            pallet_seats::{pallet::Call, types::Rule},
            sp_weights::weight_v2::Weight as RawWeight,
        },
    },
    Error, OrgId, H256,
};
use huangpu_primitives::council::{Constituency, Decision};
use polkadot_sdk::sp_io::hashing::blake2_256;
use subxt::tx::Payload;

/// A share of the council's seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// A third pulls the brake.
    Third,
    /// More than half: ordinary decisions.
    MoreThanHalf,
    /// Two thirds: grave decisions.
    TwoThirds,
    /// Three quarters: constitutional decisions.
    ThreeQuarters,
}

impl Share {
    /// The fewest of so many seats that are this share.
    pub fn of(self, seats: u32) -> u32 {
        match self {
            Self::Third => seats.div_ceil(3),
            Self::MoreThanHalf => seats / 2 + 1,
            Self::TwoThirds => seats.saturating_mul(2).div_ceil(3),
            Self::ThreeQuarters => seats.saturating_mul(3).div_ceil(4),
        }
    }

    /// The share that a call takes, by its pallet and name; none where that is not known, as of a batch, or of one that
    /// makes or cancels another later.
    pub fn of_call(pallet: &str, call: &str) -> Option<Self> {
        let decision = match (pallet, call) {
            ("SafeMode", "force_enter") => return Some(Self::Third),
            (
                "Members",
                "approve_application"
                | "reject_application"
                | "renew"
                | "set_tier"
                | "set_profile"
                | "close_organisation",
            )
            | ("SafeMode", "force_exit" | "force_extend")
            | ("TxPause", _)
            | ("Council", "disapprove_proposal" | "kill") => Decision::Ordinary,
            ("Members", "set_standing" | "force_change_controller")
            | ("Instruments", _)
            | ("Validators", "approve_validator" | "reject_application" | "remove_validator")
            | ("Nodes", "expel_node" | "set_admission")
            | (
                "Money",
                "open_asset" | "close_asset" | "freeze_account" | "thaw_account"
                | "reassign_balance" | "cancel_redemption",
            )
            | (
                "Intervals",
                "freeze_units" | "thaw_units" | "freeze_owner" | "thaw_owner" | "reassign_units"
                | "cancel_offer",
            ) => Decision::Grave,
            ("Members", "set_seat")
            | ("Seats", "set_rule" | "unseat" | "enact")
            | ("Validators", "set_session_blocks") => Decision::Constitutional,
            _ => return None,
        };
        Some(decision.into())
    }
}

impl From<Decision> for Share {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::Ordinary => Self::MoreThanHalf,
            Decision::Grave => Self::TwoThirds,
            Decision::Constitutional => Self::ThreeQuarters,
        }
    }
}

impl CouncilCall {
    /// The name of a motion for this call: the hash of its bytes.
    ///
    /// # Errors
    /// [`Error::Incompatible`] when the metadata has no such call.
    pub fn hash(&self) -> Result<H256, Error> {
        Ok(H256(blake2_256(&self.encode()?)))
    }
}

/// Makes a call of the council with the sudo key, on a chain that has one.
pub fn by_root_key(call: CouncilCall) -> impl Payload {
    runtime::transactions().sudo().sudo(call.call)
}

/// Proposes a call: it is made when so many seats agree. With a threshold below 2 it is made at once.
///
/// # Errors
/// [`Error::Incompatible`] when the metadata has no such call.
pub fn propose(call: &CouncilCall, threshold: u32) -> Result<impl Payload, Error> {
    let bytes = call.encode()?;
    let (proposal, length) = (encoded::read(&bytes)?, length(&bytes));
    Ok(runtime::transactions().council().propose(threshold, proposal, length))
}

/// Proposes a call and agrees to it, both or neither. `index` is the number that the motion will have: see
/// [`next_motion`](crate::Chain::next_motion). If another one gets it first, the chain answers `WrongIndex`.
///
/// # Errors
/// As [`propose`].
pub fn propose_and_agree(
    call: &CouncilCall,
    threshold: u32,
    index: u32,
) -> Result<impl Payload, Error> {
    let bytes = call.encode()?;
    let proposal = Box::new(encoded::read(&bytes)?);
    let length_bound = length(&bytes);
    let propose = MotionCall::propose { threshold, proposal, length_bound };
    let vote = MotionCall::vote { proposal: call.hash()?, index, approve: true };
    let calls = [propose, vote].map(RuntimeCall::Council);
    Ok(runtime::transactions().utility().batch_all(calls.into()))
}

/// Agrees to a motion, or disagrees; another vote replaces the first.
pub fn vote(motion: H256, index: u32, agree: bool) -> impl Payload {
    runtime::transactions().council().vote(motion, index, agree)
}

/// Closes a motion that enough agree to, and makes its call; or one that fails. `most` is what the call may weigh,
/// `call` its bytes.
pub fn close(motion: H256, index: u32, most: Weight, call: &[u8]) -> impl Payload {
    let most = RawWeight { ref_time: most.ref_time, proof_size: most.proof_size };
    // The chain measures the bytes as they are stored, with four more.
    let length = length(call).saturating_add(4);
    runtime::transactions().council().close(motion, index, most, length)
}

/// Calls the election that is due in a constituency.
pub fn call_election(constituency: Constituency) -> impl Payload {
    runtime::transactions().seats().call_election(constituency.into())
}

/// Stands for a seat.
pub fn stand() -> impl Payload {
    runtime::transactions().seats().stand()
}

/// Takes a candidacy back.
pub fn withdraw_candidacy() -> impl Payload {
    runtime::transactions().seats().withdraw_candidacy()
}

/// Votes for a candidate.
pub fn elect(candidate: OrgId) -> impl Payload {
    runtime::transactions().seats().vote(candidate.into())
}

/// Counts an election after its last day.
pub fn close_election(constituency: Constituency) -> impl Payload {
    runtime::transactions().seats().close_election(constituency.into())
}

/// Gives a seat up.
pub fn vacate_seat() -> impl Payload {
    runtime::transactions().seats().vacate_seat()
}

/// Installs the runtime that the council authorised.
pub fn apply_upgrade(code: Vec<u8>) -> impl Payload {
    runtime::transactions().system().apply_authorized_upgrade(code)
}

/// Takes an organisation's seat, citing the decision's document by its hash.
pub fn unseat(org: OrgId, document: H256) -> CouncilCall {
    constitutional(Call::unseat { org: org.into(), document })
}

/// Sets how many seats a constituency has, and how many days a term is.
pub fn set_rule(constituency: Constituency, seats: u32, term_days: u32) -> CouncilCall {
    let (constituency, rule) = (constituency.into(), Rule { seats, term_days });
    constitutional(Call::set_rule { constituency, rule })
}

/// Makes a call as root; [`encode`](encoded::encode) makes a call's bytes.
///
/// # Errors
/// [`Error::Input`] when the bytes are no call.
pub fn enact(call: &[u8]) -> Result<CouncilCall, Error> {
    Ok(constitutional(Call::enact { call: Box::new(encoded::read(call)?) }))
}

/// Authorises a runtime by the hash of its code, for anybody to install.
pub fn authorize_upgrade(code_hash: H256) -> CouncilCall {
    let call = RuntimeCall::System(SystemCall::authorize_upgrade { code_hash });
    constitutional(Call::enact { call: Box::new(call) })
}

/// Notes that finality stands still: after so many blocks the authorities that are planned then finalize, beginning
/// with the last block that the others finalized.
pub fn note_stalled(delay: u32, best_finalized: u32) -> CouncilCall {
    let call = GrandpaCall::note_stalled { delay, best_finalized_block_number: best_finalized };
    constitutional(Call::enact { call: Box::new(RuntimeCall::Grandpa(call)) })
}

fn constitutional(call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Seats(call), Decision::Constitutional)
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calls::{
            self,
            brakes::{self, CallName},
            members::{self, act_as},
            tests::arguments,
        },
        runtime::METADATA,
        AssetId, OfferId,
    };
    use codec::{Compact, Encode};
    use huangpu_primitives::{apis::Standing, calendar::Day, instruments, members::Tier};
    use subxt::Metadata;

    const HASH: H256 = H256([7; 32]);

    /// The numbers of a pallet and one of its calls.
    fn numbers(call: &impl Payload) -> Vec<u8> {
        encoded::encode(call).expect("the metadata has it")[..2].to_vec()
    }

    fn bytes(call: &CouncilCall) -> Vec<u8> {
        call.encode().expect("the metadata has it")
    }

    #[test]
    fn shares_are_exact_whatever_the_number_of_seats() {
        for seats in 1..=128 {
            for yes in 0..=seats {
                assert_eq!(yes >= Share::Third.of(seats), 3 * yes >= seats);
                assert_eq!(yes >= Share::MoreThanHalf.of(seats), 2 * yes > seats);
                assert_eq!(yes >= Share::TwoThirds.of(seats), 3 * yes >= 2 * seats);
                assert_eq!(yes >= Share::ThreeQuarters.of(seats), 4 * yes >= 3 * seats);
            }
        }
    }

    /// The share that a call takes, by its name alone.
    fn share_by_name(call: &CouncilCall) -> Option<Share> {
        let metadata = Metadata::decode_from(METADATA).expect("the committed metadata");
        let bytes = bytes(call);
        let pallet = metadata.pallet_by_call_index(bytes[0]).expect("a pallet");
        let variant = pallet.call_variant_by_index(bytes[1]).expect("a call");
        Share::of_call(pallet.name(), &variant.name)
    }

    #[test]
    fn each_call_is_a_decision_of_its_kind() {
        let (org, code) = (OrgId(4), "91310113HP0000021H".parse().expect("a code"));
        let class = instruments::InstrumentClass::Credit;
        let name = || CallName { pallet: "Devices".into(), call: "calibrate".into() };
        let of = |decision: Decision, calls: Vec<CouncilCall>| {
            for call in calls {
                assert_eq!(call.share(), decision.into());
                assert_eq!(share_by_name(&call), Some(call.share()));
            }
        };
        let ordinary = vec![
            members::approve_application(code, Tier::Large, Day(20_000)),
            members::set_tier(org, Tier::Large),
            members::close_organisation(org, 1),
            brakes::release_brake(),
            brakes::extend_brake(),
            brakes::pause(&[name()]).expect("one"),
        ];
        of(Decision::Ordinary, ordinary);
        let grave = vec![
            members::set_standing(org, Standing::Expelled, HASH),
            members::force_change_controller(org, crate::AccountId([1; 32])),
            calls::instruments::close_class(class, HASH),
            calls::validators::approve(org),
            calls::validators::remove(org, HASH),
            calls::money::close_asset(AssetId(1), HASH),
            calls::money::thaw_account(AssetId(1), org, HASH, HASH),
            calls::intervals::cancel(OfferId(1), HASH),
        ];
        of(Decision::Grave, grave);
        let constitutional = vec![
            members::set_seat(org, true),
            unseat(org, HASH),
            set_rule(Constituency::Public, 2, 730),
            authorize_upgrade(HASH),
            calls::validators::set_session_blocks(100),
        ];
        of(Decision::Constitutional, constitutional);
        assert_eq!(share_by_name(&brakes::pull_brake()), Some(Share::Third));
        let batch = brakes::pause(&[name(), name()]).expect("two");
        assert_eq!(share_by_name(&batch), None, "nobody looks into it");
    }

    #[test]
    fn a_motion_holds_the_call() {
        let call = unseat(OrgId(4), HASH);
        let inner = bytes(&call);
        assert_eq!(inner[2..], (OrgId(4), HASH).encode());
        let length = Compact(inner.len() as u32);
        let proposed = propose(&call, 3).expect("the metadata has it");
        let expected = [Compact(3u32).encode(), inner.clone(), length.encode()].concat();
        assert_eq!(arguments(&proposed), expected);

        let both = propose_and_agree(&call, 3, 70).expect("the metadata has it");
        let motion = H256(blake2_256(&inner));
        let vote = vote(motion, 70, true);
        assert_eq!(arguments(&vote), (motion, Compact(70u32), true).encode());
        let batch = [
            Compact(2u32).encode(),
            numbers(&proposed),
            arguments(&proposed),
            numbers(&vote),
            arguments(&vote),
        ]
        .concat();
        assert_eq!(arguments(&both), batch);
        assert!(act_as(OrgId(2), &encoded::encode(&both).expect("a call")).is_ok());
    }

    #[test]
    fn closing_says_what_the_call_may_weigh_and_measure() {
        let most = Weight { ref_time: 1_000_000, proof_size: 5 };
        let call = close(HASH, 3, most, &[0; 10]);
        let weight = (Compact(1_000_000u64), Compact(5u64));
        assert_eq!(arguments(&call), (HASH, Compact(3u32), weight, Compact(14u32)).encode());
    }

    #[test]
    fn what_takes_root_is_enacted() {
        let inner = encoded::encode(&calls::suspend_device(crate::DeviceId(7))).expect("a call");
        let call = enact(&inner).expect("a call");
        assert_eq!(bytes(&call)[2..], inner);
        assert!(matches!(enact(&[]), Err(Error::Input(_))));
        let upgrade = bytes(&authorize_upgrade(HASH));
        // Without the numbers of two pallets and calls.
        assert_eq!((&upgrade[..2], &upgrade[4..]), (&bytes(&call)[..2], &HASH.0[..]));
        assert_eq!(arguments(&apply_upgrade(vec![1, 2])), vec![1u8, 2].encode());
        let noted = bytes(&note_stalled(5, 77));
        assert_eq!((&noted[..2], &noted[4..]), (&bytes(&call)[..2], &(5u32, 77u32).encode()[..]));
    }

    #[test]
    fn elections_name_a_constituency() {
        assert_eq!(arguments(&call_election(Constituency::Research)), [2]);
        assert_eq!(arguments(&close_election(Constituency::Industry)), [0]);
        assert_eq!(arguments(&elect(OrgId(4))), OrgId(4).encode());
        let rule = bytes(&set_rule(Constituency::Finance, 3, 365));
        assert_eq!(rule[2..], (Constituency::Finance, 3u32, 365u32).encode());
    }
}
