//! How many seats a constituency has, and how long a term is.

use crate::{pallet::*, types::*};
use huangpu_primitives::{calendar::Day, council::Constituency};
use polkadot_sdk::frame_support::{ensure, pallet_prelude::*, traits::Time};

impl<T: Config> Pallet<T> {
    /// Today, in the chain's calendar.
    pub(crate) fn today() -> Day {
        Day::of(T::Clock::now())
    }

    pub(crate) fn do_set_rule(constituency: Constituency, rule: Rule) -> DispatchResult {
        Self::put_rule(constituency, rule)?;
        Self::deposit_event(Event::RuleSet { constituency, rule });
        Ok(())
    }

    pub(crate) fn put_rule(constituency: Constituency, rule: Rule) -> DispatchResult {
        ensure!(Self::is_sound(&rule), Error::<T>::InvalidRule);
        ensure!(Rules::<T>::get(constituency) != rule, Error::<T>::RuleUnchanged);
        Rules::<T>::insert(constituency, rule);
        Ok(())
    }

    /// Whether a rule is within the bounds.
    pub(crate) fn is_sound(rule: &Rule) -> bool {
        rule.seats <= T::MaxSeats::get()
            && (MIN_TERM_DAYS..=MAX_TERM_DAYS).contains(&rule.term_days)
    }

    /// Begins the terms of the founders: the clock of a genesis block stands at zero, so their days are counted
    /// from the first one that the chain sees.
    pub(crate) fn begin_founders_terms(today: Day) {
        for constituency in Constituency::ALL {
            let rule = Rules::<T>::get(constituency);
            let held = rule.seats > 0 && Self::holders_of(constituency, 1).next().is_some();
            if held && !Terms::<T>::contains_key(constituency) {
                Self::begin_term(constituency, today.plus(rule.term_days));
            }
        }
    }

    pub(crate) fn begin_term(constituency: Constituency, until: Day) {
        Terms::<T>::insert(constituency, until);
        Self::deposit_event(Event::TermBegan { constituency, until });
    }
}
