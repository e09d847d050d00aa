//! The assets: opening and closing them, and what is outstanding.

use crate::{pallet::*, types::*};
use huangpu_primitives::{
    instruments::{InstrumentClass, Mode},
    money::{Amount, AssetKind, DECIMALS},
    roles::Role,
    traits::{
        Holdings, InstrumentGate, KeylessAccounts, OpenClass, OrgStanding, Outstanding, Roles,
    },
    AssetId, OrgId,
};
use polkadot_sdk::{
    frame_support::{
        ensure,
        pallet_prelude::*,
        traits::fungibles::{metadata, Create, Inspect},
        PalletId,
    },
    pallet_assets,
    sp_core::H256,
    sp_runtime::traits::AccountIdConversion,
};

/// Who owns the assets in `pallet-assets`.
const NOBODY: PalletId = PalletId(*b"hp/money");

/// Balances: whoever has nothing left keeps no record.
const MIN_BALANCE: Amount = 1;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_open(
        issuer: OrgId,
        kind: AssetKind,
        name: &[u8],
        symbol: &[u8],
    ) -> DispatchResult {
        let is_bank =
            T::Organisations::is_active(issuer) && T::Organisations::plays(issuer, Role::Bank);
        ensure!(is_bank, Error::<T>::IssuerNotBank);
        let OpenClass { authority, mode } = T::Gate::ensure_open(InstrumentClass::DepositMoney)?;
        let asset = Self::add_asset(issuer, kind, mode, name, symbol)?;
        Self::deposit_event(Event::AssetOpened { asset, issuer, kind, authority });
        Ok(())
    }

    /// At genesis there are no members to be asked, nor is there a gate: whoever writes it answers for it.
    pub(crate) fn add_asset(
        issuer: OrgId,
        kind: AssetKind,
        mode: Mode,
        name: &[u8],
        symbol: &[u8],
    ) -> Result<AssetId, DispatchError> {
        Self::ensure_named(name, symbol)?;
        let last = LastAsset::<T>::get();
        ensure!(last.0 < T::MaxAssets::get(), Error::<T>::TooManyAssets);
        let asset = last.next().ok_or(Error::<T>::TooManyAssets)?;

        // Nobody's account: what `pallet-assets` lets an owner do, nobody does.
        let owner: T::AccountId = NOBODY.into_account_truncating();
        // Keyless accounts need no other reason to exist.
        let sufficient = true;
        type Balances<T> = pallet_assets::Pallet<T>;
        <Balances<T> as Create<_>>::create(asset.0, owner.clone(), sufficient, MIN_BALANCE)?;
        let (name, symbol) = (name.to_vec(), symbol.to_vec());
        <Balances<T> as metadata::Mutate<_>>::set(asset.0, &owner, name, symbol, DECIMALS)?;
        LastAsset::<T>::put(asset);
        Assets::<T>::insert(asset, Asset { issuer, kind, mode, open: true });
        Ok(asset)
    }

    fn ensure_named(name: &[u8], symbol: &[u8]) -> DispatchResult {
        let readable = core::str::from_utf8(name).is_ok_and(|name| !name.trim().is_empty());
        let plain = !symbol.is_empty() && symbol.iter().all(u8::is_ascii_graphic);
        let short = name.len().max(symbol.len()) <= MAX_NAME as usize;
        ensure!(readable && plain && short, Error::<T>::InvalidName);
        Ok(())
    }

    pub(crate) fn do_close(asset: AssetId, document: H256) -> DispatchResult {
        Assets::<T>::try_mutate(asset, |found| {
            let found = found.as_mut().ok_or(Error::<T>::UnknownAsset)?;
            ensure!(found.open, Error::<T>::AssetClosed);
            found.open = false;
            Ok::<_, DispatchError>(())
        })?;
        Self::deposit_event(Event::AssetClosed { asset, document });
        Ok(())
    }

    pub(crate) fn asset(asset: AssetId) -> Result<Asset, Error<T>> {
        Assets::<T>::get(asset).ok_or(Error::<T>::UnknownAsset)
    }

    /// Whether there is such an asset: `pallet-assets` has no others than ours, and whoever moves money reads its
    /// record anyway.
    pub(crate) fn ensure_known(asset: AssetId) -> DispatchResult {
        let known = <pallet_assets::Pallet<T> as Inspect<_>>::asset_exists(asset.0);
        ensure!(known, Error::<T>::UnknownAsset);
        Ok(())
    }

    /// An asset of this bank.
    pub(crate) fn asset_of(asset: AssetId, issuer: OrgId) -> Result<Asset, Error<T>> {
        let found = Self::asset(asset)?;
        ensure!(found.issuer == issuer, Error::<T>::NotTheIssuer);
        Ok(found)
    }

    /// How much there is of an asset.
    pub(crate) fn supply(asset: AssetId) -> Amount {
        <pallet_assets::Pallet<T> as Inspect<_>>::total_issuance(asset.0)
    }

    /// What an organisation can dispose of.
    pub(crate) fn free(asset: AssetId, org: OrgId) -> Amount {
        pallet_assets::Pallet::<T>::balance(asset.0, T::Accounts::account_of(org))
    }

    /// The numbers of all assets.
    pub(crate) fn all() -> impl Iterator<Item = AssetId> {
        (1..=LastAsset::<T>::get().0).map(AssetId)
    }
}

impl<T: Config> Outstanding for Pallet<T> {
    fn is_outstanding(class: InstrumentClass) -> bool {
        class == InstrumentClass::DepositMoney && Self::all().any(|asset| Self::supply(asset) > 0)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn make_dear(_: InstrumentClass) {
        crate::benchmarking::fill::<T>(OrgId(999_998));
    }
}

/// Money that an organisation has, or owes as the bank that issued it.
impl<T: Config> Holdings for Pallet<T> {
    fn holds_anything(org: OrgId) -> bool {
        Holds::<T>::iter_key_prefix((org,)).next().is_some()
            || Self::all().any(|asset| Self::free(asset, org) > 0 || Self::owes(asset, org))
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn make_dear(org: OrgId) {
        crate::benchmarking::fill::<T>(org);
    }
}

impl<T: Config> Pallet<T> {
    fn owes(asset: AssetId, issuer: OrgId) -> bool {
        Self::asset_of(asset, issuer).is_ok() && Self::supply(asset) > 0
    }
}
