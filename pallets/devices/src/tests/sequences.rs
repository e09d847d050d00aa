//! Random sequences of calls against a model that knows how far each register really went.

use super::*;
use crate::{Quarantine, Resolution, Roots};
use huangpu_primitives::{apis::DeviceStatus, calendar::Day, report::SignedReport, OrgId};
use polkadot_sdk::{
    frame_support::{assert_ok, traits::Hooks, weights::Weight},
    sp_core::H256,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
    Report { meter: usize, gap: u64, delta: u64 },
    Bad { meter: usize, delta: u64 },
    Both { gap: u64, delta: u64 },
    Replay { meter: usize },
    Suspend { meter: usize },
    Reinstate { meter: usize },
    Retire { meter: usize },
    Exchange { meter: usize, gap: u64, opening: u64 },
    Rotate { meter: usize, seed: u8 },
    Calibrate { meter: usize, days: u64 },
    Resolve { meter: usize, nth: usize, count: bool },
    Pass { hours: u64 },
    Idle { weight: u64 },
}

const METERS: usize = 3;

fn step() -> impl Strategy<Value = Step> {
    let meter = 0..METERS;
    let amount = prop_oneof![Just(0u64), 1u64..1_000];
    prop_oneof![
        8 => (meter.clone(), amount.clone(), amount.clone())
            .prop_map(|(meter, gap, delta)| Step::Report { meter, gap, delta }),
        3 => (meter.clone(), amount.clone()).prop_map(|(meter, delta)| Step::Bad { meter, delta }),
        2 => (amount.clone(), amount.clone()).prop_map(|(gap, delta)| Step::Both { gap, delta }),
        2 => meter.clone().prop_map(|meter| Step::Replay { meter }),
        1 => meter.clone().prop_map(|meter| Step::Suspend { meter }),
        2 => meter.clone().prop_map(|meter| Step::Reinstate { meter }),
        1 => meter.clone().prop_map(|meter| Step::Retire { meter }),
        1 => (meter.clone(), amount.clone(), amount)
            .prop_map(|(meter, gap, opening)| Step::Exchange { meter, gap, opening }),
        1 => (meter.clone(), any::<u8>()).prop_map(|(meter, seed)| Step::Rotate { meter, seed }),
        1 => (meter.clone(), 0u64..90).prop_map(|(meter, days)| Step::Calibrate { meter, days }),
        2 => (meter, 0usize..4, any::<bool>())
            .prop_map(|(meter, nth, count)| Step::Resolve { meter, nth, count }),
        2 => (1u64..60).prop_map(|hours| Step::Pass { hours }),
        3 => prop_oneof![0u64..8, Just(1_000)].prop_map(|weight| Step::Idle { weight }),
    ]
}

/// What the model knows of a device.
struct Modelled {
    meter: Meter,
    account: u64,
    org: OrgId,
    multiplier: u128,
    status: DeviceStatus,
    calibrated: Option<u64>,
    last: Option<SignedReport>,
    /// What was counted, in all months.
    total: u128,
    /// Where the reports in quarantine left the register.
    quarantined: BTreeMap<u32, u64>,
    /// Sequence up to which the register's movement is booked.
    counted: u32,
}

impl Modelled {
    fn install(account: u64, org: OrgId, multiplier: u32) -> Self {
        let meter = Meter::install_with(account, |registration| {
            registration.multiplier = multiplier;
            registration.calibrated_until = None;
        });
        Modelled {
            meter,
            account,
            org,
            multiplier: multiplier.into(),
            status: DeviceStatus::Active,
            calibrated: None,
            last: None,
            total: 0,
            quarantined: BTreeMap::new(),
            counted: 0,
        }
    }

    fn retired(&self) -> bool {
        self.status == DeviceStatus::Retired
    }

    /// The next report, an hour long; the chain's clock follows it.
    fn next(&mut self, gap: u64, delta: u64) -> SignedReport {
        let report = self.meter.report_with(|report| {
            report.register_start += gap;
            report.register = report.register_start + delta;
        });
        Now::set(Now::get().max(report.report.end));
        report
    }

    /// A good report was taken.
    fn taken(&mut self, gap: u64, delta: u64, report: SignedReport) {
        self.total += u128::from(gap + delta) * self.multiplier;
        self.counted = report.report.sequence;
        self.last = Some(report);
    }
}

struct Model {
    devices: Vec<Modelled>,
}

impl Model {
    fn new() -> Self {
        // As a first block does.
        <Devices as Hooks<u64>>::on_idle(1, Weight::MAX);
        Model {
            devices: vec![
                Modelled::install(OWNER, STEEL, 1),
                Modelled::install(OWNER, STEEL, 40),
                Modelled::install(NEIGHBOUR, MILL, 1),
            ],
        }
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Report { meter, gap, delta } => self.report(meter, gap, delta),
            Step::Bad { meter, delta } => self.bad(meter, delta),
            Step::Both { gap, delta } => self.both(gap, delta),
            Step::Replay { meter } => self.replay(meter),
            Step::Suspend { meter } => {
                let device = &mut self.devices[meter];
                let call = Devices::suspend_device(signed(device.account), device.meter.device);
                assert_eq!(call.is_ok(), device.status == DeviceStatus::Active);
                if call.is_ok() {
                    device.status = DeviceStatus::Suspended;
                }
            }
            Step::Reinstate { meter } => {
                let device = &mut self.devices[meter];
                let call = Devices::reinstate_device(signed(device.account), device.meter.device);
                assert_eq!(call.is_ok(), device.status == DeviceStatus::Suspended);
                if call.is_ok() {
                    device.status = DeviceStatus::Active;
                }
            }
            Step::Retire { meter } => {
                let device = &mut self.devices[meter];
                let call = Devices::retire_device(signed(device.account), device.meter.device);
                assert_eq!(call.is_ok(), !device.retired());
                device.status = DeviceStatus::Retired;
            }
            Step::Exchange { meter, gap, opening } => self.exchange(meter, gap, opening),
            Step::Rotate { meter, seed } => self.rotate(meter, seed),
            Step::Calibrate { meter, days } => self.calibrate(meter, days),
            Step::Resolve { meter, nth, count } => self.resolve(meter, nth, count),
            Step::Pass { hours } => pass(hours * HOUR),
            Step::Idle { weight } => {
                let weight = Weight::from_parts(weight, 0);
                assert!(<Devices as Hooks<u64>>::on_idle(1, weight).all_lte(weight));
            }
        }
    }

    fn report(&mut self, meter: usize, gap: u64, delta: u64) {
        let device = &mut self.devices[meter];
        let before = device.meter.clone();
        let report = device.next(gap, delta);
        let taken = submit(device.org, vec![report.clone()]).is_ok();
        assert_eq!(taken, device.status == DeviceStatus::Active);
        if taken {
            device.taken(gap, delta, report);
        } else {
            device.meter = before;
        }
    }

    /// A report with an empty period: its movement is not counted unless the regulator does.
    fn bad(&mut self, meter: usize, delta: u64) {
        let device = &mut self.devices[meter];
        let before = device.meter.clone();
        let report = device.meter.bad_report(|report| {
            report.end = report.start;
            report.register = report.register_start + delta;
        });
        let taken = submit(device.org, vec![report.clone()]).is_ok();
        assert_eq!(taken, device.status == DeviceStatus::Active);
        if taken {
            device.quarantined.insert(report.report.sequence, report.report.register);
            device.last = Some(report);
        } else {
            device.meter = before;
        }
    }

    /// Both meters of one owner in one batch, which is taken whole or not at all.
    fn both(&mut self, gap: u64, delta: u64) {
        let before = [0, 1].map(|meter| self.devices[meter].meter.clone());
        let reports = [0, 1].map(|meter| self.devices[meter].next(gap, delta));
        let active = self.devices[..2].iter().all(|device| device.status == DeviceStatus::Active);
        assert_eq!(submit(STEEL, reports.to_vec()).is_ok(), active);
        for (device, (before, report)) in
            self.devices.iter_mut().zip(before.into_iter().zip(reports))
        {
            if active {
                device.taken(gap, delta, report);
            } else {
                device.meter = before;
            }
        }
    }

    fn replay(&mut self, meter: usize) {
        let device = &self.devices[meter];
        if let Some(report) = &device.last {
            assert!(submit(device.org, vec![report.clone()]).is_err());
        }
    }

    fn exchange(&mut self, meter: usize, gap: u64, opening: u64) {
        let device = &mut self.devices[meter];
        let at = Now::get();
        let (origin, id) = (signed(device.account), device.meter.device);
        let closing = device.meter.register + gap;
        let call = Devices::exchange_meter(origin, id, at, closing, opening, H256::zero());
        assert_eq!(call.is_ok(), !device.retired());
        if call.is_ok() {
            device.total += u128::from(gap) * device.multiplier;
            (device.meter.end, device.meter.register) = (at, opening);
            device.counted = device.meter.sequence;
        }
    }

    fn rotate(&mut self, meter: usize, seed: u8) {
        let device = &mut self.devices[meter];
        let signer = Signer::ed25519(seed);
        let other = signer.key() != device.meter.signer.key();
        let (origin, id) = (signed(device.account), device.meter.device);
        let call = Devices::rotate_key(origin, id, signer.key());
        assert_eq!(call.is_ok(), other && !device.retired());
        if call.is_ok() {
            device.meter.signer = signer;
        }
    }

    fn calibrate(&mut self, meter: usize, days: u64) {
        let device = &mut self.devices[meter];
        let (from, until) = (INSTALLED, INSTALLED + days * huangpu_primitives::calendar::DAY_MS);
        let (origin, id) = (signed(device.account), device.meter.device);
        let call = Devices::calibrate(origin, id, from, until);
        let newer = from < until && device.calibrated.is_none_or(|known| until > known);
        assert_eq!(call.is_ok(), newer && !device.retired());
        if call.is_ok() {
            device.calibrated = Some(until);
        }
    }

    fn resolve(&mut self, meter: usize, nth: usize, count: bool) {
        let device = &mut self.devices[meter];
        let Some((sequence, register)) = device.quarantined.iter().nth(nth) else { return };
        let (sequence, register) = (*sequence, *register);
        let resolution =
            if count { Resolution::Count { month: june() } } else { Resolution::Discard };
        let call = |account| {
            let device = device.meter.device;
            Devices::resolve_quarantined(signed(account), device, sequence, resolution)
        };
        if !count {
            assert_ok!(call(device.account));
        } else {
            assert!(call(device.account).is_err());
            let movement = register.checked_sub(device.meter.register);
            let open = sequence > device.counted && movement.is_some();
            assert_eq!(call(REGULATOR).is_ok(), open);
            if !open {
                return;
            }
            device.total += u128::from(movement.unwrap()) * device.multiplier;
            device.meter.register = register;
            device.counted = sequence;
        }
        device.quarantined.remove(&sequence);
    }

    fn check(&self) {
        Devices::do_try_state().unwrap();
        for device in &self.devices {
            let id = device.meter.device;
            let months = MonthTotals::<Test>::iter_prefix(id).map(|(_, total)| total);
            let counted: u128 = months.map(|t| t.measured + t.uncalibrated + t.gap).sum();
            assert_eq!(counted, device.total, "{id}: what was counted");
            let heard = Heard::get().into_iter().filter(|(_, of, ..)| *of == id);
            let heard: u128 = heard.map(|(.., m)| m.measured + m.uncalibrated + m.gap).sum();
            assert_eq!(heard, device.total, "{id}: what the listener heard");
            let reached = cursor(&device.meter);
            assert_eq!(reached.sequence, device.meter.sequence, "{id}");
            assert_eq!(reached.hash, device.meter.previous, "{id}");
            assert_eq!(crate::Devices::<Test>::get(id).unwrap().status, device.status);
            let kept: Vec<u32> = Quarantine::<Test>::iter_key_prefix(id).collect();
            assert_eq!(kept.len(), device.quarantined.len(), "{id}: quarantine");
            assert!(kept.iter().all(|sequence| device.quarantined.contains_key(sequence)));
        }
    }

    /// When all is over, nothing is left of the roots.
    fn wind_up(&self) {
        pass(u64::from(RETENTION + 1) * huangpu_primitives::calendar::DAY_MS);
        <Devices as Hooks<u64>>::on_idle(1, Weight::from_parts(1_000_000, 0));
        assert_eq!(Roots::<Test>::iter().count(), 0);
        assert_eq!(crate::PruningDay::<Test>::get(), Some(Day::of(Now::get())));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn totals_are_what_the_registers_went(steps in proptest::collection::vec(step(), 1..60)) {
        ExtBuilder::default().build_and_execute(|| {
            let mut model = Model::new();
            for step in steps {
                model.take(step);
                model.check();
            }
            model.wind_up();
        });
    }
}
