//! What organisations are and may, as people write it.

use huangpu_client::calls::members::Limit;
use huangpu_primitives::{
    apis::Standing,
    members::{InterestKind, Kind, SizeClass, Tier},
    roles::{Role, Scope},
};

use crate::parse::{self, meaning, word};

const KINDS: [(&str, Kind); 12] = [
    ("micro-enterprise", Kind::Enterprise(SizeClass::Micro)),
    ("small-enterprise", Kind::Enterprise(SizeClass::Small)),
    ("medium-enterprise", Kind::Enterprise(SizeClass::Medium)),
    ("large-enterprise", Kind::Enterprise(SizeClass::Large)),
    ("platform", Kind::Platform),
    ("bank", Kind::Bank),
    ("verifier", Kind::Verifier),
    ("regulator", Kind::Regulator),
    ("university", Kind::University),
    ("research-institute", Kind::ResearchInstitute),
    ("logistics", Kind::Logistics),
    ("warehouse", Kind::Warehouse),
];

const TIERS: [(&str, Tier); 4] = [
    ("basic", Tier::Basic),
    ("standard", Tier::Standard),
    ("large", Tier::Large),
    ("infrastructure", Tier::Infrastructure),
];

const INTERESTS: [(&str, InterestKind); 5] = [
    ("ownership", InterestKind::Ownership),
    ("management", InterestKind::Management),
    ("services", InterestKind::Services),
    ("finance", InterestKind::Finance),
    ("other", InterestKind::Other),
];

pub(super) fn kind(text: &str) -> Result<Kind, String> {
    meaning(&KINDS, text)
}

pub(super) fn show_kind(kind: Kind) -> &'static str {
    word(&KINDS, kind)
}

pub(super) fn tier(text: &str) -> Result<Tier, String> {
    meaning(&TIERS, text)
}

pub(super) fn show_tier(tier: Tier) -> &'static str {
    word(&TIERS, tier)
}

pub(super) fn interest(text: &str) -> Result<InterestKind, String> {
    meaning(&INTERESTS, text)
}

pub(super) fn show_interest(kind: InterestKind) -> &'static str {
    word(&INTERESTS, kind)
}

pub(super) fn show_standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => "active",
        Standing::Suspended => "suspended",
        Standing::Expelled => "expelled",
        Standing::Lapsed => "lapsed",
        Standing::Closed => "closed",
    }
}

pub(super) fn show_roles(roles: &[Role]) -> String {
    roles.iter().map(|role| parse::show_role(*role)).collect::<Vec<_>>().join(", ")
}

/// Scopes for people; a dash for none.
pub(super) fn show_scopes(scopes: &[Scope]) -> String {
    match scopes {
        [] => "-".into(),
        scopes => {
            scopes.iter().map(|scope| parse::show_scope(*scope)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Reads a limit: the scope, what one act may be worth, and what a day's acts may.
pub(super) fn limit(text: &str) -> Result<(Scope, Limit), String> {
    let shape = "a limit is written SCOPE=PER_ACT/PER_DAY, like devices=100000/500000";
    let (scope, values) = text.split_once('=').ok_or(shape)?;
    let (per_act, per_day) = values.split_once('/').ok_or(shape)?;
    let value = |text: &str| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u128>()
            .ok()
            .filter(|_| digits)
            .ok_or_else(|| format!("{text}: not a whole number; {shape}"))
    };
    Ok((parse::scope(scope)?, Limit { per_act: value(per_act)?, per_day: value(per_day)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_as_it_is_written() {
        for (text, meaning) in KINDS {
            assert_eq!((show_kind(meaning), kind(text)), (text, Ok(meaning)));
        }
        for (text, meaning) in TIERS {
            assert_eq!((show_tier(meaning), tier(text)), (text, Ok(meaning)));
        }
        for (text, meaning) in INTERESTS {
            assert_eq!((show_interest(meaning), interest(text)), (text, Ok(meaning)));
        }
        assert!(Tier::ALL.iter().all(|tier| show_tier(*tier) != "unknown"));
        assert_eq!(tier("Large"), Ok(Tier::Large));
        assert!(kind("kingdom").expect_err("no such kind").contains("large-enterprise"));
    }

    #[test]
    fn a_limit_is_a_scope_and_two_values() {
        let expected = (Scope::Devices, Limit { per_act: 5, per_day: 60 });
        assert_eq!(limit("devices=5/60"), Ok(expected));
        for bad in
            ["", "devices", "devices=5", "devices=/", "devices=5/-1", "devices=+5/60", "x=1/2"]
        {
            assert!(limit(bad).is_err(), "{bad}");
        }
    }
}
