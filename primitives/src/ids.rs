//! Numbers the chain assigns, in order, and never reuses.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
            DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The number after this one; `None` when the numbers are used up.
            pub fn next(self) -> Option<Self> {
                self.0.checked_add(1).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl core::str::FromStr for $name {
            type Err = core::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id!(
    /// An organisation of the consortium.
    OrgId
);
id!(
    /// A meter or sensor that signs reports.
    DeviceId
);
id!(
    /// A site whose emissions are accounted for as one.
    FacilityId
);
id!(
    /// An emission source of a facility: what one meter measures.
    SourceId
);
id!(
    /// An authority under which a class of instruments is issued and traded.
    AuthorityId
);
id!(
    /// A series of emission factors, one of which is in force in a month.
    FactorSeriesId
);
id!(
    /// A settlement asset: the money of one issuer. `pallet-assets` knows it under the same number.
    AssetId
);
id!(
    /// A redemption of settlement money, until it is paid out or refused.
    RedemptionId
);
id!(
    /// An offer of units for money.
    OfferId
);
id!(
    /// An order that froze units.
    OrderId
);
