//! Writes CustomerCreditTransferInitiation (pain.001.001.09): what a bank is to pay out for redemptions.

use super::{
    accounts::{is_bic, is_cnaps, is_iban},
    yuan, CURRENCY,
};
use crate::Error;
use huangpu_primitives::money::Amount;
use quick_xml::se::Serializer;
use serde::Serialize;

/// An account, and the bank that keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its number: an IBAN, or the bank's own.
    pub number: String,
    /// The bank: a BIC, or its number in China's payment system (CNAPS), 12 digits.
    pub bank: String,
}

impl Account {
    /// Whether it can stand in a payment message.
    ///
    /// # Errors
    /// [`Error::Input`] for a number or a bank that cannot.
    pub fn check(&self) -> Result<(), Error> {
        AccountOf::of(self)?;
        Agent::of(self).map(drop)
    }
}

/// One payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The bank's own name for it (`InstrId`).
    pub instruction: String,
    /// The payee's reference (`EndToEndId`).
    pub end_to_end: String,
    /// How much, in fen.
    pub amount: Amount,
    /// Who is paid.
    pub creditor: String,
    /// Where to.
    pub account: Account,
}

/// Who pays, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The message's own name (`MsgId`), at most 35 characters.
    pub message: String,
    /// When it was made: RFC 3339.
    pub created: String,
    /// The day on which it is to be paid: `YYYY-MM-DD`.
    pub execute_on: String,
    /// Who pays.
    pub debtor: String,
    /// Where from.
    pub account: Account,
}

/// Writes the message.
///
/// # Errors
/// [`Error::Input`] without a payment, for a sum that is too large, or for text that does not fit.
pub fn write(order: &Order, transfers: &[Transfer]) -> Result<String, Error> {
    if transfers.is_empty() {
        return Err(Error::input("there is nothing to pay out"));
    }
    let sum = transfers.iter().try_fold(0, |sum: Amount, of| sum.checked_add(of.amount));
    let sum = sum.map(yuan).filter(|sum| sum.len() <= MAX_DIGITS);
    let sum = sum.ok_or_else(|| Error::input("the sum does not fit into a payment message"))?;
    let document = Document::of(order, transfers, sum)?;
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut serializer = Serializer::new(&mut xml);
    serializer.indent(' ', 2);
    document
        .serialize(serializer)
        .map_err(|error| Error::Input(format!("the payment message cannot be written: {error}")))?;
    xml.push('\n');
    Ok(xml)
}

/// 18 digits in all, and the point.
const MAX_DIGITS: usize = 19;

/// At most so many characters, as the message's schema wants it, and at least one.
fn text(value: &str, most: usize, what: &str) -> Result<String, Error> {
    let length = value.chars().count();
    if length == 0 || length > most {
        return Err(Error::Input(format!(
            "{what} has 1 to {most} characters, not {length}: {value:?}"
        )));
    }
    Ok(value.to_owned())
}

#[derive(Serialize)]
#[serde(rename = "Document")]
struct Document {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "CstmrCdtTrfInitn")]
    message: Message,
}

#[derive(Serialize)]
struct Message {
    #[serde(rename = "GrpHdr")]
    header: Header,
    #[serde(rename = "PmtInf")]
    payment: Payment,
}

#[derive(Serialize)]
struct Header {
    #[serde(rename = "MsgId")]
    message: String,
    #[serde(rename = "CreDtTm")]
    created: String,
    #[serde(rename = "NbOfTxs")]
    count: String,
    #[serde(rename = "CtrlSum")]
    sum: String,
    #[serde(rename = "InitgPty")]
    by: Party,
}

#[derive(Serialize)]
struct Payment {
    #[serde(rename = "PmtInfId")]
    id: String,
    #[serde(rename = "PmtMtd")]
    method: &'static str,
    #[serde(rename = "NbOfTxs")]
    count: String,
    #[serde(rename = "CtrlSum")]
    sum: String,
    #[serde(rename = "ReqdExctnDt")]
    execute_on: Date,
    #[serde(rename = "Dbtr")]
    debtor: Party,
    #[serde(rename = "DbtrAcct")]
    account: AccountOf,
    #[serde(rename = "DbtrAgt")]
    bank: Agent,
    #[serde(rename = "CdtTrfTxInf")]
    transfers: Vec<TransferOf>,
}

#[derive(Serialize)]
struct TransferOf {
    #[serde(rename = "PmtId")]
    id: TransferId,
    #[serde(rename = "Amt")]
    amount: AmountOf,
    #[serde(rename = "CdtrAgt")]
    bank: Agent,
    #[serde(rename = "Cdtr")]
    creditor: Party,
    #[serde(rename = "CdtrAcct")]
    account: AccountOf,
}

#[derive(Serialize)]
struct TransferId {
    #[serde(rename = "InstrId")]
    instruction: String,
    #[serde(rename = "EndToEndId")]
    end_to_end: String,
}

#[derive(Serialize)]
struct AmountOf {
    #[serde(rename = "InstdAmt")]
    instructed: Instructed,
}

#[derive(Serialize)]
struct Instructed {
    #[serde(rename = "@Ccy")]
    currency: &'static str,
    #[serde(rename = "$text")]
    value: String,
}

#[derive(Serialize)]
struct Date {
    #[serde(rename = "Dt")]
    day: String,
}

#[derive(Serialize)]
struct Party {
    #[serde(rename = "Nm")]
    name: String,
}

#[derive(Serialize)]
struct AccountOf {
    #[serde(rename = "Id")]
    id: AccountId,
}

/// One of them.
#[derive(Default, Serialize)]
struct AccountId {
    #[serde(rename = "IBAN", skip_serializing_if = "Option::is_none")]
    iban: Option<String>,
    #[serde(rename = "Othr", skip_serializing_if = "Option::is_none")]
    other: Option<Other>,
}

#[derive(Serialize)]
struct Other {
    #[serde(rename = "Id")]
    id: String,
}

#[derive(Serialize)]
struct Agent {
    #[serde(rename = "FinInstnId")]
    id: AgentId,
}

/// One of them.
#[derive(Default, Serialize)]
struct AgentId {
    #[serde(rename = "BICFI", skip_serializing_if = "Option::is_none")]
    bic: Option<String>,
    #[serde(rename = "ClrSysMmbId", skip_serializing_if = "Option::is_none")]
    member: Option<ClearingMember>,
}

#[derive(Serialize)]
struct ClearingMember {
    #[serde(rename = "ClrSysId")]
    system: ClearingSystem,
    #[serde(rename = "MmbId")]
    member: String,
}

#[derive(Serialize)]
struct ClearingSystem {
    #[serde(rename = "Cd")]
    code: &'static str,
}

impl Document {
    fn of(order: &Order, transfers: &[Transfer], sum: String) -> Result<Self, Error> {
        let message = text(&order.message, 35, "the message's name")?;
        let debtor = || Ok::<_, Error>(Party { name: text(&order.debtor, 140, "who pays")? });
        let transfers_of: Result<Vec<TransferOf>, Error> =
            transfers.iter().map(TransferOf::of).collect();
        let count = transfers.len().to_string();
        let header = Header {
            message: message.clone(),
            created: order.created.clone(),
            count: count.clone(),
            sum: sum.clone(),
            by: debtor()?,
        };
        let payment = Payment {
            id: message,
            method: "TRF",
            count,
            sum,
            execute_on: Date { day: order.execute_on.clone() },
            debtor: debtor()?,
            account: AccountOf::of(&order.account)?,
            bank: Agent::of(&order.account)?,
            transfers: transfers_of?,
        };
        Ok(Self { namespace: NAMESPACE, message: Message { header, payment } })
    }
}

const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

impl TransferOf {
    fn of(transfer: &Transfer) -> Result<Self, Error> {
        let id = TransferId {
            instruction: text(&transfer.instruction, 35, "an instruction's name")?,
            end_to_end: text(&transfer.end_to_end, 35, "a reference")?,
        };
        let instructed = Instructed { currency: CURRENCY, value: yuan(transfer.amount) };
        Ok(Self {
            id,
            amount: AmountOf { instructed },
            bank: Agent::of(&transfer.account)?,
            creditor: Party { name: text(&transfer.creditor, 140, "a payee's name")? },
            account: AccountOf::of(&transfer.account)?,
        })
    }
}

impl AccountOf {
    fn of(account: &Account) -> Result<Self, Error> {
        let number = account.number.replace(' ', "");
        let id = match is_iban(&number) {
            true => AccountId { iban: Some(number), ..Default::default() },
            false => {
                let other = Other { id: text(&number, 34, "an account's number")? };
                AccountId { other: Some(other), ..Default::default() }
            }
        };
        Ok(Self { id })
    }
}

impl Agent {
    fn of(account: &Account) -> Result<Self, Error> {
        let bank = account.bank.to_ascii_uppercase();
        let id = if is_cnaps(&bank) {
            // China's national payment system, in ISO 20022's list of clearing systems.
            let system = ClearingSystem { code: "CNAPS" };
            let member = ClearingMember { system, member: bank };
            AgentId { member: Some(member), ..Default::default() }
        } else if is_bic(&bank) {
            AgentId { bic: Some(bank), ..Default::default() }
        } else {
            return Err(Error::Input(format!(
                "{:?} is neither a BIC nor a CNAPS number of 12 digits",
                account.bank
            )));
        };
        Ok(Self { id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Order {
        Order {
            message: "HP-1-20261122".into(),
            created: "2026-11-22T09:00:00+08:00".into(),
            execute_on: "2026-11-22".into(),
            debtor: "Bank of Huangpu".into(),
            account: Account { number: "310066661010".into(), bank: "301290050012".into() },
        }
    }

    fn transfer(reference: &str, amount: Amount) -> Transfer {
        Transfer {
            instruction: "HP-1-7".into(),
            end_to_end: reference.into(),
            amount,
            creditor: "Huangpu Steel Works & Sons <Shanghai>".into(),
            account: Account {
                number: "DE02 1203 0000 0000 2020 51".into(),
                bank: "byladem1001".into(),
            },
        }
    }

    #[test]
    fn a_message_says_who_pays_whom_how_much() {
        let xml =
            write(&order(), &[transfer("R-1", 100_050), transfer("R-2", 1)]).expect("it fits");
        for part in [
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">",
            "<NbOfTxs>2</NbOfTxs>",
            "<CtrlSum>1000.51</CtrlSum>",
            "<PmtMtd>TRF</PmtMtd>",
            "<MmbId>301290050012</MmbId>",
            "<Id>310066661010</Id>",
            "<InstdAmt Ccy=\"CNY\">1000.50</InstdAmt>",
            "<IBAN>DE02120300000000202051</IBAN>",
            "<BICFI>BYLADEM1001</BICFI>",
            "<EndToEndId>R-2</EndToEndId>",
            "Huangpu Steel Works &amp; Sons &lt;Shanghai&gt;",
        ] {
            assert!(xml.contains(part), "{part} is not in\n{xml}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(write(&order(), &[]).is_err());
        assert!(write(&order(), &[transfer("", 1)]).is_err());
        assert!(write(&order(), &[transfer(&"x".repeat(36), 1)]).is_err());
        assert!(write(&order(), &[transfer("R-1", Amount::MAX), transfer("R-2", 1)]).is_err());
        let nowhere = Account { bank: "a bank".into(), ..order().account };
        let lost = Transfer { account: nowhere, ..transfer("R-1", 1) };
        assert!(write(&order(), &[lost]).expect_err("no bank").to_string().contains("CNAPS"));
    }
}
