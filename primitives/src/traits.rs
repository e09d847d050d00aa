//! What one pallet asks of another, in the words of the one that asks. The runtime joins them;
//! `()` answers "no" or does nothing, for tests.

use crate::{
    apis::Standing,
    calendar::{Day, Month},
    council::Constituency,
    instruments::{InstrumentClass, InstrumentId, Mode},
    intervals::{Claim, Interval, Part, Right, Units},
    money::{Amount, HoldReason},
    roles::Role,
    units::Unit,
    AssetId, AuthorityId, DeviceId, OrgId,
};
use alloc::vec::Vec;
use polkadot_sdk::{
    frame_support::weights::Weight,
    sp_runtime::{DispatchError, DispatchResult},
};

/// Asks about an organisation's standing.
pub trait OrgStanding {
    /// Whether it is a member in good standing: it may open new business.
    fn is_active(org: OrgId) -> bool;
    /// Makes sure, for a benchmark, that the organisation exists, is active and plays every part.
    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_active(org: OrgId);
}

impl OrgStanding for () {
    fn is_active(_: OrgId) -> bool {
        false
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn ensure_active(_: OrgId) {}
}

/// Asks how an organisation stands.
pub trait Standings {
    /// Its standing today; none, if nobody has this id.
    fn standing(org: OrgId) -> Option<Standing>;
}

impl Standings for () {
    fn standing(_: OrgId) -> Option<Standing> {
        None
    }
}

/// Asks what part an organisation plays.
pub trait Roles {
    /// Whether it plays a part.
    fn plays(org: OrgId, role: Role) -> bool;
}

impl Roles for () {
    fn plays(_: OrgId, _: Role) -> bool {
        false
    }
}

/// Asks whose machines the chain cannot go on without: they make blocks and vote on them.
pub trait Validating {
    /// The organisations that do, are about to, or did until so recently that their votes may still be missing;
    /// each once.
    fn validating() -> Vec<OrgId>;
    /// Whether an organisation is one of them.
    fn validates(org: OrgId) -> bool {
        Self::validating().contains(&org)
    }
    /// Makes sure, for a benchmark, that they are as many as they can be.
    #[cfg(feature = "runtime-benchmarks")]
    fn fill();
}

impl Validating for () {
    fn validating() -> Vec<OrgId> {
        Vec::new()
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn fill() {}
}

/// Asks whether an organisation holds anything of value, or owes anything: then it cannot be closed.
pub trait Holdings {
    /// Whether it does.
    fn holds_anything(org: OrgId) -> bool;
    /// Makes, for a benchmark, the answer that it holds nothing as dear as it can be.
    #[cfg(feature = "runtime-benchmarks")]
    fn make_dear(_: OrgId) {}
}

impl Holdings for () {
    fn holds_anything(_: OrgId) -> bool {
        false
    }
}

/// Told when an organisation's standing, or its seat in the council, changes.
///
/// It cannot fail: the council has decided, or a day is over.
pub trait OnStanding {
    /// The change of standing.
    fn on_standing(org: OrgId, from: Standing, to: Standing);
    /// It took a seat in the council, or left it.
    fn on_seat(_org: OrgId, _seated: bool) {}
    /// What one of these weighs at most.
    fn weight() -> Weight;
}

impl OnStanding for () {
    fn on_standing(_: OrgId, _: Standing, _: Standing) {}
    fn weight() -> Weight {
        Weight::zero()
    }
}

/// The keyless accounts from which organisations act. Which account is whose follows from the id alone, so it can
/// be said at genesis too, and of organisations that are closed.
pub trait KeylessAccounts<AccountId> {
    /// An organisation's account.
    fn account_of(org: OrgId) -> AccountId;
    /// The organisation, known or not, whose account this is.
    fn org_of(account: &AccountId) -> Option<OrgId>;
}

/// Asks about seats in the council, and gives and takes them.
pub trait Seating {
    /// Where an organisation in good standing votes.
    fn constituency(org: OrgId) -> Option<Constituency>;
    /// Whether an organisation has a seat.
    fn is_seated(org: OrgId) -> bool;
    /// Gives an organisation a seat; an error, if it has one or may have none.
    fn seat(org: OrgId) -> DispatchResult;
    /// Takes an organisation's seat; an error, if it has none or nobody else in the council could act.
    fn unseat(org: OrgId) -> DispatchResult;
    /// What it weighs at most to tell of a seat that was given or taken, to whoever listens.
    fn telling() -> Weight;
    /// Makes sure, for a benchmark, that this many organisations of a constituency exist, with ids from 1.
    #[cfg(feature = "runtime-benchmarks")]
    fn populate(constituency: Constituency, count: u32);
}

/// Asks whether one organisation may verify or judge another.
pub trait Independence {
    /// Whether neither has an interest in the other, and nobody controls both.
    fn are_independent(one: OrgId, other: OrgId) -> bool;
}

impl Independence for () {
    fn are_independent(_: OrgId, _: OrgId) -> bool {
        false
    }
}

/// The authority under which a class of instruments is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenClass {
    /// The authority; what is issued under it says so for ever.
    pub authority: AuthorityId,
    /// As what the ledger carries it.
    pub mode: Mode,
}

/// Asks whether instruments of a class may be issued and traded. What winds down, like redeeming or retiring,
/// does not ask: who holds something when an authority ends is not to be stuck with it.
pub trait InstrumentGate {
    /// The authority under which the class is open today; an error that says why, if it is not.
    fn ensure_open(class: InstrumentClass) -> Result<OpenClass, DispatchError>;
    /// Opens a class for a benchmark.
    #[cfg(feature = "runtime-benchmarks")]
    fn open(class: InstrumentClass);
}

impl InstrumentGate for () {
    fn ensure_open(_: InstrumentClass) -> Result<OpenClass, DispatchError> {
        Err(DispatchError::Other("no class of instruments is open"))
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn open(_: InstrumentClass) {}
}

/// Asks whether anything of a class of instruments is outstanding: issued, and not yet redeemed, retired,
/// surrendered or settled. Then the class cannot become something else.
pub trait Outstanding {
    /// Whether there is.
    fn is_outstanding(class: InstrumentClass) -> bool;
    /// Makes, for a benchmark, the answer that there is not as dear as it can be.
    #[cfg(feature = "runtime-benchmarks")]
    fn make_dear(_: InstrumentClass) {}
}

impl Outstanding for () {
    fn is_outstanding(_: InstrumentClass) -> bool {
        false
    }
}

/// Pays in settlement money. Who pays must have it free, and not be frozen; who is paid must be a member still, in
/// good standing or winding down. Each of these does all of it or nothing.
pub trait Payments {
    /// Whether there is such an asset; an error, if not.
    fn ensure_asset(asset: AssetId) -> DispatchResult;
    /// Pays what is free.
    fn pay(asset: AssetId, from: OrgId, to: OrgId, amount: Amount) -> DispatchResult;
    /// Sets aside what is free.
    fn hold(asset: AssetId, org: OrgId, reason: HoldReason, amount: Amount) -> DispatchResult;
    /// Gives back what is set aside, to its owner.
    fn release(asset: AssetId, org: OrgId, reason: HoldReason, amount: Amount) -> DispatchResult;
    /// Pays what is set aside.
    fn pay_held(
        asset: AssetId,
        from: OrgId,
        reason: HoldReason,
        to: OrgId,
        amount: Amount,
    ) -> DispatchResult;
    /// Makes sure, for a benchmark, that an organisation has an amount, and says of which asset.
    #[cfg(feature = "runtime-benchmarks")]
    fn endow(org: OrgId, amount: Amount) -> AssetId;
}

impl Payments for () {
    fn ensure_asset(_: AssetId) -> DispatchResult {
        Err(NO_MONEY)
    }
    fn pay(_: AssetId, _: OrgId, _: OrgId, _: Amount) -> DispatchResult {
        Err(NO_MONEY)
    }
    fn hold(_: AssetId, _: OrgId, _: HoldReason, _: Amount) -> DispatchResult {
        Err(NO_MONEY)
    }
    fn release(_: AssetId, _: OrgId, _: HoldReason, _: Amount) -> DispatchResult {
        Err(NO_MONEY)
    }
    fn pay_held(_: AssetId, _: OrgId, _: HoldReason, _: OrgId, _: Amount) -> DispatchResult {
        Err(NO_MONEY)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn endow(_: OrgId, _: Amount) -> AssetId {
        AssetId(0)
    }
}

const NO_MONEY: DispatchError = DispatchError::Other("there is no settlement money");

/// An owner that no order keeps from disposing of its units. The ledger makes them
/// ([`UnitLedger::ensure_owner_free`]), nobody else: so what takes one cannot forget to ask, and need not ask again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeOwner(OrgId);

impl FreeOwner {
    /// For the ledger, which has looked.
    pub const fn vouched_for_by_ledger(owner: OrgId) -> Self {
        Self(owner)
    }

    /// Who it is.
    pub const fn org(self) -> OrgId {
        self.0
    }
}

/// Keeps the units of numbered instruments. Whoever issues them decides, before it asks, who may have them and what
/// for; the ledger keeps them whole, each with one owner.
pub trait UnitLedger {
    /// Opens the next instrument of a class.
    fn open_instrument(class: InstrumentClass) -> Result<InstrumentId, DispatchError>;
    /// Issues so many units with the next numbers. The lot says, to whoever issues, where they come from.
    fn issue(
        instrument: InstrumentId,
        units: Units,
        owner: OrgId,
        lot: u32,
    ) -> Result<Interval, DispatchError>;
    /// Makes sure that no order keeps an owner from disposing of units, whichever. The acts want to see that it was
    /// asked; who acts on many pieces of one owner asks once.
    fn ensure_owner_free(owner: OrgId) -> Result<FreeOwner, DispatchError>;
    /// Gives units to another owner, and says whose they were. Units under an offer that stands go by the offer alone.
    fn transfer(
        instrument: InstrumentId,
        part: Part,
        by: Right<FreeOwner>,
        to: OrgId,
    ) -> Result<OrgId, DispatchError>;
    /// Ends units, but none under an offer that stands.
    fn retire(instrument: InstrumentId, part: Part, by: Right<FreeOwner>) -> DispatchResult;
    /// Puts an owner's units under a claim, which is no offer's: the ledger makes those itself. Units that are like
    /// their neighbours on the left, the claim included, join them: who has a claim on several pieces of an
    /// instrument names units by the piece that they are in.
    fn encumber(
        instrument: InstrumentId,
        part: Part,
        owner: FreeOwner,
        claim: Claim,
    ) -> DispatchResult;
    /// Gives up a claim, which is no offer's.
    fn release(instrument: InstrumentId, part: Part, claim: Claim) -> DispatchResult;
}

impl UnitLedger for () {
    fn open_instrument(_: InstrumentClass) -> Result<InstrumentId, DispatchError> {
        Err(NO_UNITS)
    }
    fn issue(_: InstrumentId, _: Units, _: OrgId, _: u32) -> Result<Interval, DispatchError> {
        Err(NO_UNITS)
    }
    fn ensure_owner_free(_: OrgId) -> Result<FreeOwner, DispatchError> {
        Err(NO_UNITS)
    }
    fn transfer(
        _: InstrumentId,
        _: Part,
        _: Right<FreeOwner>,
        _: OrgId,
    ) -> Result<OrgId, DispatchError> {
        Err(NO_UNITS)
    }
    fn retire(_: InstrumentId, _: Part, _: Right<FreeOwner>) -> DispatchResult {
        Err(NO_UNITS)
    }
    fn encumber(_: InstrumentId, _: Part, _: FreeOwner, _: Claim) -> DispatchResult {
        Err(NO_UNITS)
    }
    fn release(_: InstrumentId, _: Part, _: Claim) -> DispatchResult {
        Err(NO_UNITS)
    }
}

const NO_UNITS: DispatchError = DispatchError::Other("there are no units");

/// Asks whether units may change hands by an offer. Whoever issues them knows what else it takes: a custodian's
/// signature, a holding period, an obligor's consent.
pub trait OfferRules {
    /// Whether an owner may offer them, and a buyer have them: any buyer, if none is named.
    fn ensure_may_offer(
        instrument: InstrumentId,
        seller: OrgId,
        buyer: Option<OrgId>,
        held_since: Day,
    ) -> DispatchResult;
}

impl OfferRules for () {
    fn ensure_may_offer(_: InstrumentId, _: OrgId, _: Option<OrgId>, _: Day) -> DispatchResult {
        Err(DispatchError::Other("nothing may be offered"))
    }
}

/// What a device measured within one month, in smallest units of its quantity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metered {
    /// Measured by a meter whose calibration was valid.
    pub measured: u128,
    /// Measured while the calibration had expired.
    pub uncalibrated: u128,
    /// Not measured: the register moved between two reports.
    pub gap: u128,
    /// How many readings the quantities rest on.
    pub readings: u64,
}

/// Told what a device metered, once per device and month of a batch.
///
/// It cannot fail: a report that reached the chain is counted.
pub trait OnReport {
    /// Books the quantity.
    fn on_report(org: OrgId, device: DeviceId, month: Month, metered: Metered);
    /// What one call weighs at most.
    fn weight() -> Weight;
}

impl OnReport for () {
    fn on_report(_: OrgId, _: DeviceId, _: Month, _: Metered) {}
    fn weight() -> Weight {
        Weight::zero()
    }
}

/// Which way the metered quantity flows, seen from the device's organisation.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    codec::Encode,
    codec::Decode,
    codec::DecodeWithMemTracking,
    codec::MaxEncodedLen,
    scale_info::TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
pub enum Direction {
    /// Drawn from the grid or a supplier.
    #[codec(index = 0)]
    Import,
    /// Delivered to others.
    #[codec(index = 1)]
    Export,
}

/// What others may know of a registered device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceFacts {
    /// Whose it is.
    pub org: OrgId,
    /// What its totals count.
    pub unit: Unit,
    /// Which way the quantity flows.
    pub direction: Direction,
}

/// Asks about registered devices.
pub trait DeviceDirectory {
    /// What is registered under this id and not retired.
    fn device(device: DeviceId) -> Option<DeviceFacts>;
    /// Registers a device for a benchmark.
    #[cfg(feature = "runtime-benchmarks")]
    fn register(org: OrgId, unit: Unit) -> DeviceId;
}

impl DeviceDirectory for () {
    fn device(_: DeviceId) -> Option<DeviceFacts> {
        None
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn register(_: OrgId, _: Unit) -> DeviceId {
        DeviceId(0)
    }
}
