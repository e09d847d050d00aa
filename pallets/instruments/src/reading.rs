//! What others read: the runtime API's answers.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use huangpu_primitives::{
    apis::{AuthorityView, ClassView, PermitView},
    instruments::InstrumentClass,
    paging::page_size,
    AuthorityId,
};

impl<T: Config> Pallet<T> {
    /// See `InstrumentsApi::instrument_classes`.
    pub fn class_views() -> Vec<ClassView> {
        InstrumentClass::ALL.into_iter().map(Self::class_view).collect()
    }

    /// See `InstrumentsApi::instrument_class`.
    pub fn class_view(class: InstrumentClass) -> ClassView {
        let open = Self::open_gate(class).is_ok();
        let authority =
            Gates::<T>::get(class).and_then(|gate| Self::authority_view(gate.authority));
        ClassView { class, open, authority }
    }

    /// See `InstrumentsApi::authority`.
    pub fn authority_view(id: AuthorityId) -> Option<AuthorityView> {
        let Authority { class, mode, permit, since, until, ended } = Authorities::<T>::get(id)?;
        let permit = permit.map(|Permit { document, register }| PermitView {
            document,
            register: register.into_inner(),
        });
        Some(AuthorityView { id, class, mode, permit, since, until, ended })
    }

    /// See `InstrumentsApi::authorities`. Ids have no holes, so the next page is the next ids.
    pub fn authorities_page(after: Option<AuthorityId>, limit: u32) -> Vec<AuthorityView> {
        // Skipping, where adding one to the last possible id would overflow.
        (after.unwrap_or_default().0..=LastAuthority::<T>::get().0)
            .skip(1)
            .take(page_size(limit))
            .filter_map(|id| Self::authority_view(AuthorityId(id)))
            .collect()
    }
}
