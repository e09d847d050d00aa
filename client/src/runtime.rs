//! The runtime's calls, generated from `metadata/huangpu.scale`, which `scripts/metadata.sh` takes from
//! a node. The primitives' types stand in for their generated twins.

/// The metadata itself, as a node answers it: format 16.
pub const METADATA: &[u8] = include_bytes!("../metadata/huangpu.scale");

#[subxt::subxt(
    runtime_metadata_path = "metadata/huangpu.scale",
    substitute_type(
        path = "huangpu_primitives::ids::OrgId",
        with = "::subxt::utils::Static<::huangpu_primitives::OrgId>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::DeviceId",
        with = "::subxt::utils::Static<::huangpu_primitives::DeviceId>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::FacilityId",
        with = "::subxt::utils::Static<::huangpu_primitives::FacilityId>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::SourceId",
        with = "::subxt::utils::Static<::huangpu_primitives::SourceId>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::FactorSeriesId",
        with = "::subxt::utils::Static<::huangpu_primitives::FactorSeriesId>"
    ),
    substitute_type(
        path = "huangpu_primitives::apis::Standing",
        with = "::subxt::utils::Static<::huangpu_primitives::apis::Standing>"
    ),
    substitute_type(
        path = "huangpu_primitives::calendar::Day",
        with = "::subxt::utils::Static<::huangpu_primitives::calendar::Day>"
    ),
    substitute_type(
        path = "huangpu_primitives::calendar::Month",
        with = "::subxt::utils::Static<::huangpu_primitives::calendar::Month>"
    ),
    substitute_type(
        path = "huangpu_primitives::council::Constituency",
        with = "::subxt::utils::Static<::huangpu_primitives::council::Constituency>"
    ),
    substitute_type(
        path = "huangpu_primitives::identifiers::Identifier",
        with = "::subxt::utils::Static<::huangpu_primitives::identifiers::Identifier>"
    ),
    substitute_type(
        path = "huangpu_primitives::instruments::InstrumentClass",
        with = "::subxt::utils::Static<::huangpu_primitives::instruments::InstrumentClass>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::AssetId",
        with = "::subxt::utils::Static<::huangpu_primitives::AssetId>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::OfferId",
        with = "::subxt::utils::Static<::huangpu_primitives::OfferId>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::OrderId",
        with = "::subxt::utils::Static<::huangpu_primitives::OrderId>"
    ),
    substitute_type(
        path = "huangpu_primitives::intervals::Interval",
        with = "::subxt::utils::Static<::huangpu_primitives::intervals::Interval>"
    ),
    substitute_type(
        path = "huangpu_primitives::ids::RedemptionId",
        with = "::subxt::utils::Static<::huangpu_primitives::RedemptionId>"
    ),
    substitute_type(
        path = "huangpu_primitives::instruments::InstrumentId",
        with = "::subxt::utils::Static<::huangpu_primitives::instruments::InstrumentId>"
    ),
    substitute_type(
        path = "huangpu_primitives::intervals::Part",
        with = "::subxt::utils::Static<::huangpu_primitives::intervals::Part>"
    ),
    substitute_type(
        path = "huangpu_primitives::money::Refusal",
        with = "::subxt::utils::Static<::huangpu_primitives::money::Refusal>"
    ),
    substitute_type(
        path = "huangpu_primitives::money::AssetKind",
        with = "::subxt::utils::Static<::huangpu_primitives::money::AssetKind>"
    ),
    substitute_type(
        path = "huangpu_primitives::instruments::Mode",
        with = "::subxt::utils::Static<::huangpu_primitives::instruments::Mode>"
    ),
    substitute_type(
        path = "huangpu_primitives::nodes::Admission",
        with = "::subxt::utils::Static<::huangpu_primitives::nodes::Admission>"
    ),
    substitute_type(
        path = "huangpu_primitives::nodes::NodeKey",
        with = "::subxt::utils::Static<::huangpu_primitives::nodes::NodeKey>"
    ),
    substitute_type(
        path = "huangpu_primitives::members::InterestKind",
        with = "::subxt::utils::Static<::huangpu_primitives::members::InterestKind>"
    ),
    substitute_type(
        path = "huangpu_primitives::members::Kind",
        with = "::subxt::utils::Static<::huangpu_primitives::members::Kind>"
    ),
    substitute_type(
        path = "huangpu_primitives::members::Tier",
        with = "::subxt::utils::Static<::huangpu_primitives::members::Tier>"
    ),
    substitute_type(
        path = "huangpu_primitives::report::DeviceKey",
        with = "::subxt::utils::Static<::huangpu_primitives::report::DeviceKey>"
    ),
    substitute_type(
        path = "huangpu_primitives::report::SignedReport",
        with = "::subxt::utils::Static<::huangpu_primitives::report::SignedReport>"
    ),
    substitute_type(
        path = "huangpu_primitives::roles::Role",
        with = "::subxt::utils::Static<::huangpu_primitives::roles::Role>"
    ),
    substitute_type(
        path = "huangpu_primitives::roles::Scope",
        with = "::subxt::utils::Static<::huangpu_primitives::roles::Scope>"
    ),
    substitute_type(
        path = "huangpu_primitives::traits::Direction",
        with = "::subxt::utils::Static<::huangpu_primitives::traits::Direction>"
    ),
    substitute_type(
        path = "huangpu_primitives::units::Unit",
        with = "::subxt::utils::Static<::huangpu_primitives::units::Unit>"
    )
)]
mod generated {}

pub use generated::*;
