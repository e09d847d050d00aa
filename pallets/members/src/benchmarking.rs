//! Benchmarks, and what other pallets' benchmarks need of this one.

use super::*;
use alloc::{format, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::{account, v2::*};
use frame_support::{
    dispatch::{DispatchInfo, PostDispatchInfo},
    traits::{EnsureOriginWithArg, Get},
    weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use huangpu_primitives::{
    apis::Standing,
    calendar::{Day, Month, DAY_MS},
    council::{Constituency, Decision},
    identifiers::Identifier,
    members::{InterestKind, Kind, SizeClass, Tier},
    roles::{Roles, Scope, Scopes},
    traits::Holdings,
    OrgId,
};
use polkadot_sdk::*;
use sp_core::H256;
use sp_runtime::traits::{AsSystemOriginSigner, DispatchTransaction, Dispatchable};

/// First of June 2026 in the chain's calendar.
fn start() -> u64 {
    Month::new(2026, 6).map_or(0, Month::start)
}

fn today() -> Day {
    Day::of(start())
}

fn all<I: codec::Decode + Ord, S: Get<u32>>() -> frame_support::BoundedBTreeSet<I, S> {
    let mut set = frame_support::BoundedBTreeSet::new();
    for index in 0..=u8::MAX {
        match I::decode(&mut &[index][..]) {
            Ok(item) => set.try_insert(item).map_err(|_| "full").expect("fewer than the bound"),
            Err(_) => break,
        };
    }
    set
}

fn all_roles() -> Roles {
    all()
}

fn all_scopes() -> Scopes {
    all()
}

/// The longest identifier.
fn identifier(number: u32) -> Identifier {
    Identifier::Foreign {
        register: vec![b'R'; 32].try_into().expect("32 bytes is the bound"),
        number: format!("{number:032}").into_bytes().try_into().expect("32 bytes is the bound"),
    }
}

fn profile(number: u32) -> Profile {
    Profile {
        name: vec![b'n'; 128].try_into().expect("128 bytes is the bound"),
        kind: Kind::Platform,
        control_group: Some(identifier(number + 1_000_000)),
        roles: all_roles(),
    }
}

/// Powers in every scope, with a limit in every one that may have one.
fn delegation() -> Delegation {
    let limit = Limit { per_act: 0, per_day: 0 };
    let limits: Vec<_> = all_scopes()
        .into_iter()
        .filter(|scope| *scope != Scope::Membership)
        .map(|scope| (scope, limit))
        .collect();
    Delegation {
        prepare: all_scopes(),
        approve: all_scopes(),
        limits: limits.try_into().expect("a limit per scope"),
        until: Some(today()),
    }
}

fn clock<T: Config>() {
    T::BenchmarkHelper::set_clock(start());
}

/// Admits an organisation with every role, until tomorrow.
fn admit<T: Config>(seed: u32) -> (OrgId, T::AccountId) {
    clock::<T>();
    let controller: T::AccountId = account("controller", seed, 0);
    let org = Pallet::<T>::do_admit(
        identifier(seed),
        profile(seed),
        controller.clone(),
        None,
        Tier::Infrastructure,
        today().plus(1),
    )
    .expect("a fresh account can control a new organisation");
    (org, controller)
}

/// An organisation with a delegate who has every power.
fn with_delegate<T: Config>(seed: u32) -> (OrgId, T::AccountId, T::AccountId) {
    let (org, controller) = admit::<T>(seed);
    let delegate: T::AccountId = account("delegate", seed, 0);
    Pallet::<T>::do_add_delegate(org, delegate.clone(), delegation()).expect("a sound delegation");
    (org, controller, delegate)
}

/// An account whose delegation of another organisation is over: it gives way, which takes most.
fn ended_delegate<T: Config>(seed: u32) -> T::AccountId {
    let (org, _) = admit::<T>(800_000 + seed);
    let former: T::AccountId = account("former", seed, 0);
    let yesterday = Some(Day(today().0 - 1));
    let delegation = Delegation { until: yesterday, ..delegation() };
    Pallet::<T>::do_add_delegate(org, former.clone(), delegation).expect("a sound delegation");
    former
}

/// The controller of an organisation with every role, for the origins' benchmarks.
pub(crate) fn controller_origin<T: Config>() -> T::RuntimeOrigin {
    let seed = 900_000;
    let controller: T::AccountId = account("controller", seed, 0);
    if Accounts::<T>::get(&controller).is_none() {
        admit::<T>(seed);
        Accesses::<T>::mutate_exists(LastOrganisation::<T>::get(), forever::<T>);
    }
    RawOrigin::Signed(controller).into()
}

/// Other pallets' benchmarks set the clock themselves: what they need must not end.
fn forever<T: Config>(access: &mut Option<Access>) {
    if let Some(access) = access {
        access.until = Day::NEVER;
    }
}

/// Makes sure that an organisation of this id exists, is active and has every role.
pub(crate) fn ensure_organisation<T: Config>(org: OrgId) {
    if Accesses::<T>::contains_key(org) {
        return;
    }
    let controller: T::AccountId = account("ensured", org.0, 0);
    let record = Organisation::new(identifier(org.0), profile(org.0), controller.clone(), None);
    Organisations::<T>::insert(org, record);
    let (standing, until, tier) = (Standing::Active, Day::NEVER, Tier::Infrastructure);
    Accesses::<T>::insert(org, Access { standing, until, tier, bucket: Default::default() });
    Pallet::<T>::bind_account(&controller, Membership { org, authority: Authority::Controller });
    if LastOrganisation::<T>::get() < org {
        LastOrganisation::<T>::put(org);
    }
}

/// This many organisations of a constituency, with ids from 1.
pub(crate) fn populate<T: Config>(constituency: Constituency, count: u32) {
    let kind = match constituency {
        Constituency::Industry => Kind::Enterprise(SizeClass::Large),
        Constituency::Finance => Kind::Bank,
        Constituency::Research => Kind::University,
        Constituency::Public => Kind::Regulator,
    };
    for org in (1..=count).map(OrgId) {
        ensure_organisation::<T>(org);
        Organisations::<T>::mutate_extant(org, |record| record.profile.kind = kind);
    }
}

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin(&Decision::Constitutional)
        .map_err(|_| BenchmarkError::Weightless)
}

/// Seats the organisation, and another one, so that it is not the last.
fn seat<T: Config>(org: OrgId) {
    let (other, _) = admit::<T>(700_000);
    for org in [org, other] {
        Pallet::<T>::do_set_seat(org, true).expect("an active organisation can be seated");
    }
}

/// Two days pass: what [`admit`] admits has lapsed, though nobody has written it down.
fn term_over<T: Config>() {
    T::BenchmarkHelper::set_clock(start() + 2 * DAY_MS);
}

fn mandate() -> Mandate {
    let mut scopes = all_scopes();
    scopes.remove(&Scope::Membership);
    Mandate { scopes, until: today(), fee: BASIS_POINTS, terms: H256::zero() }
}

fn application<T: Config>() -> (OrgId, T::AccountId, Identifier) {
    let (sponsor, controller) = admit::<T>(0);
    let applicant = ended_delegate::<T>(0);
    Pallet::<T>::do_sponsor(sponsor, identifier(1), profile(1), applicant)
        .expect("a sound proposal");
    (sponsor, controller, identifier(1))
}

/// A call that waits, prepared by a delegate.
fn act<T: Config>() -> (OrgId, T::AccountId, Act<T::AccountId>) {
    let (org, controller, delegate) = with_delegate::<T>(0);
    let call: <T as Config>::RuntimeCall =
        frame_system::Call::<T>::remark { remark: vec![0; 4_000] }.into();
    let record = Act {
        by: delegate,
        scope: Scope::Devices,
        value: u128::MAX,
        until: today().plus(ACT_DAYS),
        call: call.encode().try_into().expect("4 000 bytes and a bit fit"),
    };
    Pallet::<T>::schedule_anyway(record.until, Ending::Act(org, 1));
    Acts::<T>::insert(org, 1, &record);
    Organisations::<T>::mutate(org, |organisation| {
        if let Some(organisation) = organisation {
            (organisation.acts, organisation.last_act) = (1, 1);
        }
    });
    (org, controller, record)
}

/// [`CheckMembership`] and [`ChargeQuota`] look at the same two records, and the second look is at memory: the
/// first extension pays for the account, the second for the organisation's access, which it writes.
fn paid_elsewhere(key: Vec<u8>) {
    frame_benchmarking::benchmarking::add_to_whitelist(key.into());
}

fn remark<T: Config>() -> <T as frame_system::Config>::RuntimeCall {
    frame_system::Call::<T>::remark { remark: vec![] }.into()
}

#[benchmarks(
    where
        T: Send + Sync,
        <T as frame_system::Config>::RuntimeCall:
            Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
        T::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
)]
mod benchmarks {
    use super::*;

    /// The worst case: one with a seat, whose term is over, so that it lapses first.
    #[benchmark]
    fn set_standing() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (org, _) = admit::<T>(0);
        seat::<T>(org);
        term_over::<T>();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, Standing::Expelled, H256::zero());

        assert_eq!(Accesses::<T>::get(org).unwrap().standing, Standing::Expelled);
        Ok(())
    }

    #[benchmark]
    fn add_delegate() {
        let (_, controller) = admit::<T>(0);
        let delegate = ended_delegate::<T>(0);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), delegate.clone(), delegation());

        assert!(Accounts::<T>::contains_key(&delegate));
    }

    #[benchmark]
    fn set_delegation() {
        let (_, controller, delegate) = with_delegate::<T>(0);
        let other = Delegation { until: None, ..delegation() };

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), delegate.clone(), other);

        assert!(!Accounts::<T>::get(&delegate).unwrap().authority.ended(today().plus(1)));
    }

    #[benchmark]
    fn remove_delegate() {
        let (_, controller, delegate) = with_delegate::<T>(0);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), delegate.clone());

        assert!(!Accounts::<T>::contains_key(&delegate));
    }

    /// The worst case: the new controller was a delegate, here or elsewhere.
    #[benchmark]
    fn change_controller() {
        let (org, controller) = admit::<T>(0);
        let delegate = ended_delegate::<T>(0);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller.clone()), delegate.clone());

        assert_eq!(Organisations::<T>::get(org).unwrap().controller, delegate);
        assert!(!Accounts::<T>::contains_key(&controller));
    }

    /// The worst case: a call above its delegate's limit, which then waits; and what a mandate takes to look at.
    #[benchmark]
    fn act_as() -> Result<(), BenchmarkError> {
        let (org, _, delegate) = with_delegate::<T>(0);
        let (platform, _) = admit::<T>(1);
        Pallet::<T>::do_grant_mandate(org, platform, mandate())?;
        let need = Need { scope: Scope::Devices, value: 1 };
        let call: <T as Config>::RuntimeCall =
            frame_system::Call::<T>::remark { remark: vec![0; 4_000] }.into();

        #[block]
        {
            // A remark has no scope: this reads what a call with one reads.
            let _ = Pallet::<T>::judge(org, &delegate, &call);
            let _ = (Pallet::<T>::standing_of(org), Pallet::<T>::mandate_of(org, platform));
            Pallet::<T>::use_limit(&delegate, need);
            Pallet::<T>::put_act(org, delegate, need, &call)?;
        }

        assert!(Acts::<T>::contains_key(org, 1));
        Ok(())
    }

    #[benchmark]
    fn approve_act() -> Result<(), BenchmarkError> {
        let (_, controller, record) = act::<T>();
        let hash = H256(sp_io::hashing::blake2_256(&record.call));
        let origin = RawOrigin::Signed(controller);

        #[block]
        {
            // A remark has no scope: this is all else.
            let (org, by, record) = Pallet::<T>::approvable(origin.into(), 1, hash)?;
            let call = Pallet::<T>::call_of(&record)?;
            Pallet::<T>::make_approved(org, by, 1, &record, call, Weight::MAX)
                .map_err(|failed| failed.error)?;
        }

        assert_eq!(Acts::<T>::iter().count(), 0);
        Ok(())
    }

    #[benchmark]
    fn cancel_act() {
        let (org, controller, _) = act::<T>();

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), 1);

        assert!(!Acts::<T>::contains_key(org, 1));
    }

    #[benchmark]
    fn rotate_key() {
        let (_, _, delegate) = with_delegate::<T>(0);
        let to = ended_delegate::<T>(0);

        #[extrinsic_call]
        _(RawOrigin::Signed(delegate), to.clone());

        assert!(Accounts::<T>::contains_key(&to));
    }

    /// The worst case: another member's proposal, which is over, has to go first.
    #[benchmark]
    fn sponsor() {
        let (.., identifier) = application::<T>();
        let (org, controller) = admit::<T>(2);
        Accesses::<T>::mutate_exists(org, forever::<T>);
        let later = u64::from(APPLICATION_DAYS + 1) * DAY_MS;
        T::BenchmarkHelper::set_clock(start() + later);
        let applicant: T::AccountId = account("applicant", 0, 0);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), identifier.clone(), profile(1), applicant);

        assert_eq!(Applications::<T>::get(identifier).unwrap().sponsor, org);
    }

    #[benchmark]
    fn leave() {
        let (_, _, delegate) = with_delegate::<T>(0);

        #[extrinsic_call]
        _(RawOrigin::Signed(delegate.clone()));

        assert!(!Accounts::<T>::contains_key(&delegate));
    }

    #[benchmark]
    fn withdraw_application() {
        let (_, controller, identifier) = application::<T>();

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), identifier.clone());

        assert!(!Applications::<T>::contains_key(identifier));
    }

    #[benchmark]
    fn approve_application() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (.., identifier) = application::<T>();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, identifier.clone(), Tier::Basic, today().plus(7));

        assert!(Identifiers::<T>::contains_key(identifier));
        Ok(())
    }

    #[benchmark]
    fn reject_application() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (.., identifier) = application::<T>();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, identifier.clone(), H256::zero());

        assert!(!Applications::<T>::contains_key(identifier));
        Ok(())
    }

    /// The worst case: as in `set_standing`.
    #[benchmark]
    fn renew() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (org, _) = admit::<T>(0);
        seat::<T>(org);
        term_over::<T>();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, today().plus(7));

        assert_eq!(Accesses::<T>::get(org).unwrap().standing, Standing::Active);
        Ok(())
    }

    #[benchmark]
    fn resign() {
        let (org, controller) = admit::<T>(0);
        seat::<T>(org);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller));

        assert_eq!(Accesses::<T>::get(org).unwrap().standing, Standing::Lapsed);
    }

    #[benchmark]
    fn set_tier() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (org, _) = admit::<T>(0);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, Tier::Basic);

        assert_eq!(Accesses::<T>::get(org).unwrap().tier, Tier::Basic);
        Ok(())
    }

    #[benchmark]
    fn set_profile() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (org, _) = admit::<T>(0);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, profile(9));

        assert_eq!(Organisations::<T>::get(org).unwrap().profile, profile(9));
        Ok(())
    }

    /// Of a member in good standing: one that has lapsed may have lost its seat with that.
    #[benchmark]
    fn set_seat() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (org, _) = admit::<T>(0);
        seat::<T>(org);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, false);

        assert!(!Seats::<T>::contains_key(org));
        Ok(())
    }

    /// Delegates with a limit in every scope cost most to remove: a record of each limit goes with them. Whether it
    /// holds nothing takes longest to find of a bank that has issued all assets that there may be.
    #[benchmark]
    fn close_organisation(n: Linear<0, MAX_MANDATES>) -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        let (org, _) = admit::<T>(0);
        seat::<T>(org);
        for seed in 1..=n {
            let delegate: T::AccountId = account("delegate", seed, 0);
            Pallet::<T>::do_add_delegate(org, delegate, delegation())?;
        }
        T::Holdings::make_dear(org);
        term_over::<T>();

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, org, n + 1);

        assert_eq!(Accesses::<T>::get(org).unwrap().standing, Standing::Closed);
        Ok(())
    }

    #[benchmark]
    fn grant_mandate() {
        let (merchant, controller) = admit::<T>(0);
        let (platform, _) = admit::<T>(1);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), platform, mandate());

        assert!(Mandates::<T>::contains_key(merchant, platform));
    }

    /// The worst case: the platform gives it back.
    #[benchmark]
    fn revoke_mandate() -> Result<(), BenchmarkError> {
        let (merchant, _) = admit::<T>(0);
        let (platform, controller) = admit::<T>(1);
        Pallet::<T>::do_grant_mandate(merchant, platform, mandate())?;

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), merchant, platform);

        assert!(!Mandates::<T>::contains_key(merchant, platform));
        Ok(())
    }

    #[benchmark]
    fn declare_interest() {
        let (org, controller) = admit::<T>(0);
        let (with, _) = admit::<T>(1);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), with, InterestKind::Other);

        assert!(Interests::<T>::contains_key(org, with));
    }

    /// The worst case: it counts no more, and is removed.
    #[benchmark]
    fn end_interest() -> Result<(), BenchmarkError> {
        let (org, controller) = admit::<T>(0);
        let (with, _) = admit::<T>(1);
        Pallet::<T>::do_declare_interest(org, with, InterestKind::Other)?;
        Pallet::<T>::do_end_interest(org, with)?;
        Accesses::<T>::mutate_exists(org, forever::<T>);
        T::BenchmarkHelper::set_clock(start() + u64::from(INTEREST_DAYS + 1) * DAY_MS);

        #[extrinsic_call]
        _(RawOrigin::Signed(controller), with);

        assert!(!Interests::<T>::contains_key(org, with));
        Ok(())
    }

    #[benchmark]
    fn check_membership() {
        let (org, _, delegate) = with_delegate::<T>(0);
        paid_elsewhere(Accesses::<T>::hashed_key_for(org));
        let call = remark::<T>();
        let origin = T::RuntimeOrigin::from(RawOrigin::Signed(delegate));
        let (info, len) = (DispatchInfo::default(), call.encoded_size());

        #[block]
        {
            CheckMembership::<T>::new()
                .test_run(origin, &call, &info, len, 0, |_| Ok(PostDispatchInfo::default()))
                .expect("a member passes")
                .expect("the call succeeds");
        }
    }

    #[benchmark]
    fn charge_quota() {
        let (org, _, delegate) = with_delegate::<T>(0);
        paid_elsewhere(Accounts::<T>::hashed_key_for(&delegate));
        let call = remark::<T>();
        let origin = T::RuntimeOrigin::from(RawOrigin::Signed(delegate));
        let info = DispatchInfo { call_weight: Weight::from_parts(2, 0), ..Default::default() };
        let used = PostDispatchInfo {
            actual_weight: Some(Weight::from_parts(1, 0)),
            pays_fee: Default::default(),
        };
        let len = call.encoded_size();

        #[block]
        {
            ChargeQuota::<T>::from(0)
                .test_run(origin, &call, &info, len, 0, |_| Ok(used))
                .expect("the bucket holds it")
                .expect("the call succeeds");
        }

        let base = T::BlockWeights::get().get(info.class).base_extrinsic.ref_time();
        assert_eq!(Accesses::<T>::get(org).unwrap().bucket.time, base + 1);
    }

    /// The worst case: the block has no exemption left, and the quota pays after all.
    #[benchmark]
    fn charge_quota_exempt() {
        let (org, controller) = admit::<T>(0);
        seat::<T>(org);
        paid_elsewhere(Accounts::<T>::hashed_key_for(&controller));
        // Benchmarks run in block 1, whatever block their setting up ran in.
        Exemptions::<T>::put((1, crate::extensions::MAX_EXEMPTIONS));
        let cost = bucket::Cost { time: 2, bytes: 1 };

        #[block]
        {
            // The mock's and the runtime's governance calls differ: this runs what any of them runs.
            ChargeQuota::<T>::bench_exempt(&controller, org, cost);
        }

        assert_eq!(Accesses::<T>::get(org).unwrap().bucket.time, 1);
    }

    #[benchmark]
    fn look_at_day() {
        clock::<T>();
        EndingDay::<T>::put(Day(today().0 - 1));

        #[block]
        {
            Pallet::<T>::end_what_is_due(&mut WeightMeter::new());
        }

        assert_eq!(EndingDay::<T>::get(), Some(today()));
    }

    /// The worst case: the membership of the last one in the council, which is put off.
    #[benchmark]
    fn end_one() -> Result<(), BenchmarkError> {
        let (org, _) = admit::<T>(0);
        let until = today().plus(1);
        for seated in Seats::<T>::iter_keys().collect::<Vec<_>>() {
            Seats::<T>::remove(seated);
        }
        ActiveSeats::<T>::kill();
        Pallet::<T>::do_set_seat(org, true)?;
        term_over::<T>();

        #[block]
        {
            Pallet::<T>::end_one(until, Ending::Membership(org));
        }

        assert!(Accesses::<T>::get(org).unwrap().until > until.plus(1));
        Ok(())
    }
}
