//! Random sequences of the calls against a model that keeps whole histories, with `try_state` after each step.

use super::*;
use polkadot_sdk::{sp_io, sp_runtime::StateVersion};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    /// Days are counted from yesterday, so that the first is too late.
    Record {
        class: usize,
        mode: Mode,
        permitted: bool,
        until: u32,
    },
    Close {
        class: usize,
    },
    Issue {
        class: usize,
    },
    Pass {
        days: u32,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let mode = prop_oneof![1 => Just(Mode::Register), 1 => Just(Mode::Mirror), 2 => Just(Mode::Simulation)];
    prop_oneof![
        6 => (0..2usize, mode, prop::bool::weighted(0.7), 0..8u32).prop_map(
            |(class, mode, permitted, until)| Step::Record { class, mode, permitted, until }
        ),
        2 => (0..2usize).prop_map(|class| Step::Close { class }),
        2 => (0..2usize).prop_map(|class| Step::Issue { class }),
        4 => (0..4u32).prop_map(|days| Step::Pass { days }),
    ]
}

/// All that was ever recorded of one class: number, mode, whether by permit, last day, day of the end.
type History = Vec<(u32, Mode, bool, Day, Option<Day>)>;

#[derive(Clone, Default)]
struct Model {
    histories: [History; 2],
    outstanding: [bool; 2],
    last: u32,
}

impl Model {
    fn open(&self, class: usize, today: Day) -> Option<(u32, Mode)> {
        let (id, mode, _, until, ended) = self.histories[class].last()?;
        (ended.is_none() && *until >= today).then_some((*id, *mode))
    }

    fn record(
        &mut self,
        class: usize,
        mode: Mode,
        permitted: bool,
        until: Day,
        today: Day,
    ) -> Option<()> {
        let sound = (permitted || mode == Mode::Simulation) && until >= today;
        let (same, kept) = match self.histories[class].last() {
            Some((_, earlier, permit, last, ended)) => (
                ended.is_none() && (*earlier, *permit, *last) == (mode, permitted, until),
                *earlier == mode || !self.outstanding[class],
            ),
            None => (false, true),
        };
        (sound && !same && kept).then_some(())?;
        if let Some((_, _, _, _, ended)) = self.histories[class].last_mut() {
            ended.get_or_insert(today);
        }
        self.last += 1;
        self.histories[class].push((self.last, mode, permitted, until, None));
        Some(())
    }

    fn takes(&mut self, step: &Step, today: Day) -> Option<()> {
        match *step {
            Step::Record { class, mode, permitted, until } => {
                self.record(class, mode, permitted, day(today, until), today)
            }
            Step::Close { class } => {
                self.open(class, today)?;
                self.histories[class].last_mut()?.4 = Some(today);
                Some(())
            }
            Step::Issue { class } => {
                self.outstanding[class] = !self.outstanding[class];
                Some(())
            }
            Step::Pass { .. } => Some(()),
        }
    }

    fn check(&self) {
        Instruments::do_try_state().unwrap();
        for (class, history) in self.histories.iter().enumerate() {
            let class_of = InstrumentClass::ALL[class];
            assert_eq!(open(class_of).ok(), self.open(class, Instruments::today()));
            for (id, mode, permitted, until, ended) in history {
                let record = authority(*id);
                assert_eq!((record.class, record.mode), (class_of, *mode));
                assert_eq!((record.until, record.ended), (*until, *ended));
                assert_eq!(record.permit.is_some(), *permitted);
            }
        }
        assert_eq!(LastAuthority::<Test>::get(), AuthorityId(self.last));
    }
}

/// So many days after yesterday.
fn day(today: Day, n: u32) -> Day {
    Day(today.0 - 1).plus(n)
}

fn take(step: &Step, today: Day) -> DispatchResult {
    match *step {
        Step::Record { class, mode, permitted, until } => {
            let permit = permit("CCER").filter(|_| permitted);
            record(InstrumentClass::ALL[class], mode, permit, day(today, until))
        }
        Step::Close { class } => close(InstrumentClass::ALL[class]),
        Step::Issue { class } => {
            let class = InstrumentClass::ALL[class];
            Issued::mutate(|issued| match issued.iter().position(|of| *of == class) {
                Some(at) => drop(issued.remove(at)),
                None => issued.push(class),
            });
            Ok(())
        }
        Step::Pass { days } => {
            pass_days(days);
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn classes_are_open_when_the_model_says(
        steps in proptest::collection::vec(step(), 1..=40),
    ) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::default();
            for step in steps {
                let today = Instruments::today();
                let mut after = model.clone();
                let expected = after.takes(&step, today).is_some();
                System::reset_events();
                let before = sp_io::storage::root(StateVersion::V1);
                let taken = take(&step, today);
                assert_eq!(taken.is_ok(), expected, "{step:?}: {taken:?}");
                if taken.is_ok() {
                    model = after;
                } else {
                    let now = sp_io::storage::root(StateVersion::V1);
                    assert_eq!(now, before, "{step:?} failed and left a trace");
                }
                model.check();
            }
        });
    }
}
