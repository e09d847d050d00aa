//! The runtime's read interface: one API per pallet, bounded and paged. Clients read through
//! these, never by transactions.
//!
//! No answer has more than [`PAGE`] items, and no item a list without a small bound. Some lists are
//! in order. The others are in *storage order*, which is that of hashed keys and looks like none:
//!
//! - `after` is the last id of the page before; `None` asks for the first page.
//! - At one block, pages of any size list everything, and nothing twice; a page that is not full is
//!   the last one.
//! - An `after` that is gone since still names its place.

mod council;
mod instruments;
mod intervals;
mod members;
mod money;
mod nodes;
mod validators;

pub use council::*;
pub use instruments::*;
pub use intervals::*;
pub use members::*;
pub use money::*;
pub use nodes::*;
pub use validators::*;

use crate::{
    calendar::Month,
    council::Constituency,
    identifiers::Identifier,
    instruments::{InstrumentClass, InstrumentId},
    intervals::Units,
    money::{Reference, Referred},
    nodes::{Admission, NodeKey},
    report::{DeviceKey, ReadingProof},
    traits::Direction,
    units::Unit,
    AssetId, AuthorityId, DeviceId, FacilityId, FactorSeriesId, Millis, OfferId, OrgId,
    RedemptionId, SourceId,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use polkadot_sdk::sp_core::H256;
use scale_info::TypeInfo;

/// Most items in one answer, whatever the caller asks for.
pub const PAGE: u32 = 256;

/// An organisation's standing in the consortium. The numbers are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    codec::DecodeWithMemTracking,
    codec::MaxEncodedLen,
    TypeInfo,
)]
pub enum Standing {
    /// In good standing.
    #[codec(index = 0)]
    Active,
    /// Suspended by the council, for now: it winds down, and opens nothing new.
    #[codec(index = 1)]
    Suspended,
    /// Expelled: it winds down, until it is closed.
    #[codec(index = 2)]
    Expelled,
    /// Its term is over, or it left; the council may renew it.
    #[codec(index = 3)]
    Lapsed,
    /// Wound up: nothing is left of it but its record.
    #[codec(index = 4)]
    Closed,
}

/// Whether a device may report. The numbers are for ever.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    codec::DecodeWithMemTracking,
    codec::MaxEncodedLen,
    TypeInfo,
)]
pub enum DeviceStatus {
    /// It reports.
    #[codec(index = 0)]
    Active,
    /// Its reports are refused until it is reinstated.
    #[codec(index = 1)]
    Suspended,
    /// It never reports again.
    #[codec(index = 2)]
    Retired,
}

/// A device, as clients and gateways read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DeviceView {
    /// Its id.
    pub id: DeviceId,
    /// Whose it is.
    pub org: OrgId,
    /// The organisation's own reference for it, UTF-8.
    pub reference: Vec<u8>,
    /// The key that signs its reports.
    pub key: DeviceKey,
    /// Whether it may report.
    pub status: DeviceStatus,
    /// What its register counts.
    pub unit: Unit,
    /// Which way the quantity flows.
    pub direction: Direction,
    /// What one unit of the register stands for (current and voltage transformers).
    pub multiplier: u32,
    /// The register's modulus, where it rolls over.
    pub rollover: Option<u64>,
    /// From when its calibration is valid.
    pub calibrated_from: Option<Millis>,
    /// Until when its calibration is valid.
    pub calibrated_until: Option<Millis>,
    /// How far its reports have come.
    pub cursor: CursorView,
}

/// How far a device's reports have come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CursorView {
    /// Sequence of the last report; 0 before the first.
    pub sequence: u32,
    /// Hash of the last report.
    pub hash: H256,
    /// End of the last period that was counted.
    pub end: Millis,
    /// The register at that end.
    pub register: u64,
    /// Reports whose root was already pruned: only later ones can be proved by themselves.
    pub pruned: u32,
}

/// What a device metered in a month, in smallest units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MonthTotalView {
    /// The month.
    pub month: Month,
    /// Measured under a valid calibration.
    pub measured: u128,
    /// Measured while the calibration had expired.
    pub uncalibrated: u128,
    /// The register's movement between reports.
    pub gap: u128,
    /// Readings counted.
    pub readings: u64,
    /// Those of them that came late.
    pub late: u64,
    /// Reports counted.
    pub reports: u32,
    /// Sequence of the month's last report.
    pub last_sequence: u32,
    /// Its hash, kept for ever.
    pub last_hash: H256,
}

/// A report that broke a register or period rule, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct QuarantinedView {
    /// Sequence of the report.
    pub sequence: u32,
    /// Which rule it broke, UTF-8.
    pub reason: Vec<u8>,
    /// Begin of its period.
    pub start: Millis,
    /// End of its period.
    pub end: Millis,
    /// Register at the begin.
    pub register_start: u64,
    /// Register at the end.
    pub register: u64,
    /// Readings under its root.
    pub readings: u32,
}

/// What the chain says to a reading's proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum ProofOutcome {
    /// The reading is under the report's root.
    #[codec(index = 0)]
    Proved,
    /// It is not.
    #[codec(index = 1)]
    NotUnderRoot,
    /// No such report was recorded.
    #[codec(index = 2)]
    UnknownReport,
    /// The report's root is past its retention: prove it by the chain of reports up to the month's
    /// last hash.
    #[codec(index = 3)]
    Pruned,
}

/// A facility, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FacilityView {
    /// Its id.
    pub id: FacilityId,
    /// Whose it is.
    pub org: OrgId,
    /// Its name, UTF-8.
    pub name: Vec<u8>,
    /// Part of GB/T 32151 that accounts for its sector: 5 is steel.
    pub sector: u8,
    /// GB/T 2260 code of the district where it stands.
    pub district: u32,
    /// How many sources it has; `sources_of` lists them.
    pub sources: u32,
}

/// An emission source, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SourceView {
    /// Its id.
    pub id: SourceId,
    /// What it is called, UTF-8.
    pub name: Vec<u8>,
    /// The meter.
    pub device: DeviceId,
    /// GHG Protocol scope: 1, 2 or 3.
    pub scope: u8,
    /// The series whose factor applies.
    pub series: FactorSeriesId,
    /// What its activity counts.
    pub unit: Unit,
}

/// One source's activity and emissions in a month.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SourceMonthView {
    /// The source.
    pub source: SourceId,
    /// The month.
    pub month: Month,
    /// Measured under a valid calibration.
    pub measured: u128,
    /// Estimated: metered while uncalibrated, or the register's movement between reports.
    pub estimated: u128,
    /// Readings counted.
    pub readings: u64,
    /// The factor in force, in micrograms of CO2e per smallest unit; none published, none applied.
    pub factor: Option<u64>,
    /// Grams of CO2e of measured and estimated activity together.
    pub grams: Option<u128>,
}

/// A factor of a series, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FactorView {
    /// Version within the series.
    pub version: u16,
    /// First month of validity.
    pub from: Month,
    /// Last month of validity.
    pub to: Month,
    /// Micrograms of CO2e per smallest unit.
    pub micrograms_per_unit: u64,
    /// Where the value was published, UTF-8.
    pub source: Vec<u8>,
}

/// A series of factors, as clients read it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FactorSeriesView {
    /// Its id.
    pub id: FactorSeriesId,
    /// Its name, UTF-8.
    pub name: Vec<u8>,
    /// The activity's unit.
    pub unit: Unit,
    /// The regulator that publishes it.
    pub publisher: OrgId,
    /// The version published last, 0 before the first; `factors_of` lists them all.
    pub versions: u16,
}

polkadot_sdk::sp_api::decl_runtime_apis! {
    /// Organisations and their accounts.
    pub trait MembersApi<AccountId>
    where
        AccountId: Codec,
    {
        /// One organisation.
        fn organisation(org: OrgId) -> Option<OrganisationView<AccountId>>;
        /// Organisations with an id above `after`, in order, at most [`PAGE`].
        fn organisations(after: Option<OrgId>, limit: u32) -> Vec<OrganisationView<AccountId>>;
        /// The member with a legal identifier.
        fn organisation_by_identifier(identifier: Identifier) -> Option<OrgId>;
        /// For whom an account acts.
        fn account(account: AccountId) -> Option<AccountView>;
        /// An organisation's delegates, a page in storage order.
        fn delegates_of(
            org: OrgId,
            after: Option<AccountId>,
            limit: u32,
        ) -> Vec<(AccountId, AccountView)>;
        /// Proposed members, a page in storage order.
        fn applications(after: Option<Identifier>, limit: u32) -> Vec<ApplicationView<AccountId>>;
        /// An organisation's calls that wait for a second delegate, a page in storage order.
        fn acts_of(org: OrgId, after: Option<u32>, limit: u32) -> Vec<ActView<AccountId>>;
        /// The mandates that a merchant granted, a page in storage order.
        fn mandates_of(merchant: OrgId, after: Option<OrgId>, limit: u32) -> Vec<MandateView>;
        /// The mandates that a platform holds, a page in storage order.
        fn mandates_held(platform: OrgId, after: Option<OrgId>, limit: u32) -> Vec<MandateView>;
        /// The interests that an organisation declared, a page in storage order.
        fn interests_of(org: OrgId, after: Option<OrgId>, limit: u32) -> Vec<InterestView>;
        /// Whether one organisation may verify or judge the other.
        fn are_independent(one: OrgId, other: OrgId) -> bool;
        /// How much an organisation may use, and what is left of it.
        fn quota(org: OrgId) -> Option<QuotaView>;
    }

    /// The council: who votes where, who stands, who sits, and what is voted on.
    pub trait CouncilApi {
        /// All constituencies, in order.
        fn constituencies() -> Vec<ConstituencyView>;
        /// Who stands in a constituency's running election, most votes first.
        fn council_candidates(constituency: Constituency) -> Vec<CandidateView>;
        /// For whom an organisation voted in the running election of its constituency.
        fn ballot_of(org: OrgId) -> Option<OrgId>;
        /// The motions that are voted on, oldest first.
        fn motions() -> Vec<MotionView>;
    }

    /// Validators: who makes blocks, who is about to, and how reliably.
    pub trait ValidatorsApi<AccountId>
    where
        AccountId: Codec,
    {
        /// The set as it stands.
        fn validator_set() -> ValidatorSetView;
        /// One organisation's validator.
        fn validator(org: OrgId) -> Option<ValidatorView<AccountId>>;
        /// Validators in and out of the set, a page in storage order.
        fn validators(after: Option<OrgId>, limit: u32) -> Vec<ValidatorView<AccountId>>;
        /// How many blocks each validator made in a past session, while that is kept.
        fn session_uptime(session: u32) -> Vec<(OrgId, u32)>;
        /// An organisation's uptime from a month on, in order, at most [`PAGE`].
        fn uptime_of(org: OrgId, from: Month, limit: u32) -> Vec<UptimeView>;
    }

    /// Nodes: which machines belong to the network, and who of them is let in.
    pub trait NodesApi {
        /// Who is let in.
        fn admission() -> Admission;
        /// Whom a node lets in: these nodes only, or everybody.
        fn let_in() -> Option<Vec<NodeKey>>;
        /// Registered nodes, a page in storage order.
        fn nodes(after: Option<NodeKey>, limit: u32) -> Vec<NodeView>;
        /// An organisation's nodes, which are few, in the order in which they were registered.
        fn nodes_of(org: OrgId) -> Vec<NodeView>;
    }

    /// Classes of instruments, and the authorities under which they are issued and traded.
    pub trait InstrumentsApi {
        /// All classes, in order.
        fn instrument_classes() -> Vec<ClassView>;
        /// One class.
        fn instrument_class(class: InstrumentClass) -> ClassView;
        /// One authority.
        fn authority(authority: AuthorityId) -> Option<AuthorityView>;
        /// Authorities with an id above `after`, ended ones too, in order, at most [`PAGE`].
        fn authorities(after: Option<AuthorityId>, limit: u32) -> Vec<AuthorityView>;
    }

    /// Settlement money: what there is of it, who has it, and what banks are asked to pay out.
    pub trait MoneyApi {
        /// Assets with a number above `after`, in order, at most [`PAGE`].
        fn assets(after: Option<AssetId>, limit: u32) -> Vec<AssetView>;
        /// What an organisation has of each asset of which it has anything, in order.
        fn balances(org: OrgId) -> Vec<BalanceView>;
        /// The redemptions of an asset that its bank has neither settled nor refused, a page in storage order.
        fn redemptions(
            asset: AssetId,
            after: Option<RedemptionId>,
            limit: u32,
        ) -> Vec<RedemptionView>;
        /// What an organisation did under one of its references.
        fn referred(org: OrgId, reference: Reference) -> Referred;
    }

    /// Units of instruments: who has which, and what is offered.
    pub trait IntervalsApi {
        /// One instrument.
        fn instrument(instrument: InstrumentId) -> Option<InstrumentView>;
        /// Instruments of a class with a number above `after`, in order, at most [`PAGE`].
        fn instruments(
            class: InstrumentClass,
            after: Option<u32>,
            limit: u32,
        ) -> Vec<InstrumentView>;
        /// The piece that starts at a number.
        fn piece(instrument: InstrumentId, start: Units) -> Option<PieceView>;
        /// The pieces of an instrument after the one that starts at a number, a page in storage order.
        fn pieces(instrument: InstrumentId, after: Option<Units>, limit: u32) -> Vec<PieceView>;
        /// The pieces from one on, as far as each begins where the one before it ends, in order, at most [`PAGE`].
        fn run(instrument: InstrumentId, piece: Units, limit: u32) -> Vec<PieceView>;
        /// An owner's pieces, a page in storage order.
        fn pieces_of(
            owner: OrgId,
            after: Option<(InstrumentId, Units)>,
            limit: u32,
        ) -> Vec<PieceView>;
        /// One offer.
        fn offer(offer: OfferId) -> Option<OfferView>;
        /// The offers that stand, a page in storage order.
        fn offers(after: Option<OfferId>, limit: u32) -> Vec<OfferView>;
    }

    /// Devices and their reports. What *storage order* means is said at the top of this module: a
    /// page is not sorted, `after` is the last id of the page before, nothing is listed twice or left
    /// out, and an `after` that is gone since still names its place.
    pub trait DevicesApi {
        /// One device.
        fn device(device: DeviceId) -> Option<DeviceView>;
        /// An organisation's devices after one, in storage order, at most [`PAGE`].
        fn devices_of(org: OrgId, after: Option<DeviceId>, limit: u32) -> Vec<DeviceView>;
        /// The device that an organisation registered under a reference.
        fn device_by_reference(org: OrgId, reference: Vec<u8>) -> Option<DeviceId>;
        /// A device's totals from a month on, in order, at most [`PAGE`].
        fn month_totals(device: DeviceId, from: Month, limit: u32) -> Vec<MonthTotalView>;
        /// A device's unresolved quarantined reports after one, named by its sequence, in storage
        /// order, at most [`PAGE`].
        fn quarantined(device: DeviceId, after: Option<u32>, limit: u32) -> Vec<QuarantinedView>;
        /// One report, if it is quarantined and unresolved.
        fn quarantined_report(device: DeviceId, sequence: u32) -> Option<QuarantinedView>;
        /// Checks that a reading is under a recorded report's root.
        fn prove_reading(device: DeviceId, sequence: u32, proof: ReadingProof) -> ProofOutcome;
    }

    /// Facilities, sources, factors and what they emit. What *storage order* means is said at the top
    /// of this module: a page is not sorted, `after` is the last id of the page before, nothing is
    /// listed twice or left out, and an `after` that is gone since still names its place.
    pub trait EmissionsApi {
        /// One facility.
        fn facility(facility: FacilityId) -> Option<FacilityView>;
        /// An organisation's facilities after one, in storage order, at most [`PAGE`].
        fn facilities_of(org: OrgId, after: Option<FacilityId>, limit: u32) -> Vec<FacilityView>;
        /// A facility's sources after one, in storage order, at most [`PAGE`].
        fn sources_of(facility: FacilityId, after: Option<SourceId>, limit: u32) -> Vec<SourceView>;
        /// A source's months from one on, in order, at most [`PAGE`].
        fn source_months(source: SourceId, from: Month, limit: u32) -> Vec<SourceMonthView>;
        /// One series of factors.
        fn factor_series(series: FactorSeriesId) -> Option<FactorSeriesView>;
        /// Series with an id above `after`, in order, at most [`PAGE`].
        fn factor_library(after: Option<FactorSeriesId>, limit: u32) -> Vec<FactorSeriesView>;
        /// A series' factors with a version above `after`, in order, at most [`PAGE`]. Versions begin
        /// at 1 and have no holes.
        fn factors_of(series: FactorSeriesId, after: u16, limit: u32) -> Vec<FactorView>;
    }
}
