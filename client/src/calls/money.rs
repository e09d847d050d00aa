//! The calls about settlement money: issuing, paying and redeeming it.

use super::CouncilCall;
use crate::{
    runtime::{
        self,
        runtime_types::{
            bounded_collections::bounded_vec::BoundedVec, huangpu_runtime::RuntimeCall,
            pallet_money::pallet::Call,
        },
    },
    AssetId, Error, OrgId, RedemptionId, H256,
};
use huangpu_primitives::{
    council::Decision,
    money::{is_reference, Amount, AssetKind, Refusal},
};
use subxt::tx::Payload;

/// A reference of a payment.
///
/// # Errors
/// [`Error::Input`] for one that cannot stand in a payment message.
fn reference(text: &str) -> Result<BoundedVec<u8>, Error> {
    if text.len() > 35 || !is_reference(text.as_bytes()) {
        return Err(Error::Input(format!(
            "{text:?} is no reference of a payment: 1 to 35 printable ASCII characters, no space at either end"
        )));
    }
    Ok(BoundedVec(text.as_bytes().to_vec()))
}

/// Issues what the signer's bank has received for a member.
///
/// # Errors
/// [`Error::Input`] for a reference that is none.
pub fn mint(
    asset: AssetId,
    to: OrgId,
    amount: Amount,
    payment: &str,
) -> Result<impl Payload, Error> {
    let payment = reference(payment)?;
    Ok(runtime::transactions().money().mint(asset.into(), to.into(), amount, payment))
}

/// Pays another member.
///
/// # Errors
/// [`Error::Input`] for a reference that is none.
pub fn pay(asset: AssetId, to: OrgId, amount: Amount, own: &str) -> Result<impl Payload, Error> {
    let own = reference(own)?;
    Ok(runtime::transactions().money().pay(asset.into(), to.into(), amount, own))
}

/// Asks the issuing bank to pay out, to an account of which only a commitment goes on the ledger.
///
/// # Errors
/// [`Error::Input`] for a reference that is none.
pub fn request_redemption(
    asset: AssetId,
    amount: Amount,
    payout: H256,
    own: &str,
) -> Result<impl Payload, Error> {
    let own = reference(own)?;
    Ok(runtime::transactions().money().request_redemption(asset.into(), amount, payout, own))
}

/// Says that the signer's bank pays a redemption next, and how much that is.
pub fn accept_redemption(asset: AssetId, redemption: RedemptionId, amount: Amount) -> impl Payload {
    let (asset, redemption) = (asset.into(), redemption.into());
    runtime::transactions().money().accept_redemption(asset, redemption, amount)
}

/// Says that the signer's bank has paid out, how much and with which payment.
///
/// # Errors
/// [`Error::Input`] for a reference that is none.
pub fn settle_redemption(
    asset: AssetId,
    redemption: RedemptionId,
    amount: Amount,
    payment: &str,
) -> Result<impl Payload, Error> {
    let payment = reference(payment)?;
    let (asset, redemption) = (asset.into(), redemption.into());
    Ok(runtime::transactions().money().settle_redemption(asset, redemption, amount, payment))
}

/// Says that the signer's bank does not pay out, how much, and why.
pub fn refuse_redemption(
    asset: AssetId,
    redemption: RedemptionId,
    amount: Amount,
    reason: Refusal,
) -> impl Payload {
    let (asset, redemption) = (asset.into(), redemption.into());
    runtime::transactions().money().refuse_redemption(asset, redemption, amount, reason.into())
}

/// Takes back a redemption that the bank did not answer in time.
pub fn withdraw_redemption(asset: AssetId, redemption: RedemptionId) -> impl Payload {
    runtime::transactions().money().withdraw_redemption(asset.into(), redemption.into())
}

/// Lets a bank issue an asset.
pub fn open_asset(issuer: OrgId, kind: AssetKind, name: &str, symbol: &str) -> CouncilCall {
    let (name, symbol) = (super::text(name), super::text(symbol));
    council(Call::open_asset { issuer: issuer.into(), kind: kind.into(), name, symbol })
}

/// Closes an asset, citing the decision's document by its hash.
pub fn close_asset(asset: AssetId, document: H256) -> CouncilCall {
    council(Call::close_asset { asset: asset.into(), document })
}

/// Freezes an organisation's money, citing the decision's document by its hash.
pub fn freeze_account(asset: AssetId, org: OrgId, document: H256) -> CouncilCall {
    council(Call::freeze_account { asset: asset.into(), org: org.into(), document })
}

/// Lifts the order that froze an organisation's money, citing both documents by their hashes.
pub fn thaw_account(asset: AssetId, org: OrgId, frozen_by: H256, document: H256) -> CouncilCall {
    council(Call::thaw_account { asset: asset.into(), org: org.into(), frozen_by, document })
}

/// Gives what one organisation has free to another, citing the decision's document by its hash.
pub fn reassign_balance(
    asset: AssetId,
    from: OrgId,
    to: OrgId,
    amount: Amount,
    document: H256,
) -> CouncilCall {
    let (asset, from, to) = (asset.into(), from.into(), to.into());
    council(Call::reassign_balance { asset, from, to, amount, document })
}

/// Ends a redemption, citing the decision's document by its hash.
pub fn cancel_redemption(asset: AssetId, redemption: RedemptionId, document: H256) -> CouncilCall {
    let (asset, redemption) = (asset.into(), redemption.into());
    council(Call::cancel_redemption { asset, redemption, document })
}

fn council(call: Call) -> CouncilCall {
    CouncilCall::new(RuntimeCall::Money(call), Decision::Grave)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::tests::arguments;
    use codec::Encode;

    #[test]
    fn a_payment_names_asset_payee_amount_and_reference() {
        let call = pay(AssetId(1), OrgId(2), 12_345, "INV-7").expect("a reference");
        let expected = (AssetId(1), OrgId(2), 12_345u128, b"INV-7".to_vec()).encode();
        assert_eq!(arguments(&call), expected);
    }

    #[test]
    fn a_reference_fits_into_a_payment_message() {
        for bad in ["", " ", " a", "a ", "汇款", &"x".repeat(36)] {
            assert!(mint(AssetId(1), OrgId(2), 1, bad).is_err(), "{bad:?}");
        }
        assert!(mint(AssetId(1), OrgId(2), 1, &"x".repeat(35)).is_ok());
    }
}
