//! Reads BankToCustomerDebitCreditNotification (camt.054.001, versions 02 to 13): what was paid into an account of
//! the bank.
//!
//! Each payment is judged by itself ([`Line`]): one to mint, one to leave alone, or one that cannot be minted, and why.
//! Nothing else of the message is looked at.

use super::{fen, CURRENCY};
use crate::Error;
use huangpu_primitives::money::{is_reference, Amount};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A payment that the bank received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The bank's own reference (`AcctSvcrRef`), which it gives once.
    pub reference: String,
    /// How much, in fen.
    pub amount: Amount,
    /// The account from which it came: an IBAN, or a number of the other bank.
    pub debtor_account: Option<String>,
    /// The bank that keeps this account: a BIC, else its number in a clearing system, else what it is called.
    pub debtor_bank: Option<String>,
    /// The payer's name.
    pub debtor: Option<String>,
    /// What the payer wrote to it.
    pub remittance: Option<String>,
}

/// One payment of a notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// It was received.
    Received(Received),
    /// It is not one to mint: paid out, or not booked yet.
    LeftAlone {
        /// Which.
        entry: Told,
        /// Why.
        why: &'static str,
    },
    /// It should be minted and cannot be.
    Refused {
        /// Which.
        entry: Told,
        /// Why.
        why: String,
    },
}

/// What a message tells of an entry that is not minted, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The bank's reference or the entry's, else its place.
    pub which: String,
    /// How much, in fen, if it is yuan.
    pub amount: Option<Amount>,
    /// Who paid, and what they wrote to it.
    pub from: String,
}

/// Which of two references a single payment goes by, where its entry has another one than its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The entry's, which a message without details has, too.
    Entry,
    /// The payment's own, which it keeps where it stands in an entry with others.
    Payment,
}

/// Reads a notification of payments into an account of the bank. A payment with two references is refused unless it is
/// said which counts: by the other one it might come again.
///
/// # Errors
/// [`Error::Input`] for a file that is no such message, or about another account. What is wrong with single payments
/// stands in their lines.
pub fn read(xml: &str, into: &str, by: Option<By>) -> Result<Vec<Line>, Error> {
    if !xml.contains(NAMESPACE) {
        return Err(Error::Input(format!("this is no camt.054 message but {}", kind(xml))));
    }
    let document: Document = quick_xml::de::from_str(xml)
        .map_err(|error| Error::Input(format!("this is no sound camt.054 message: {error}")))?;
    for notification in &document.message.notifications {
        let account = notification.account.number().unwrap_or("an unnamed account");
        if compact(account) != compact(into) {
            return Err(Error::Input(format!(
                "this is a notification about {account}, not about {into}"
            )));
        }
    }
    let mut lines = Vec::new();
    let entries: Vec<Entry> =
        document.message.notifications.into_iter().flat_map(|of| of.entries).collect();
    let taken_back: BTreeSet<String> =
        entries.iter().filter(|entry| entry.reversal).flat_map(Entry::references).collect();
    for (place, entry) in entries.into_iter().enumerate() {
        entry.lines(place + 1, by, &taken_back, &mut lines);
    }
    Ok(lines)
}

/// So many payers are told of an entry with several.
const PAYERS_TOLD: usize = 3;

/// Accounts are written with spaces or without.
pub fn compact(account: &str) -> String {
    account.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Of whatever version, and however it is abbreviated in the message.
const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.";

/// What another message calls itself.
fn kind(xml: &str) -> &str {
    let messages = "urn:iso:std:iso:20022:tech:xsd:";
    let name = xml.split_once(messages).map(|(_, rest)| rest);
    let name = name.and_then(|rest| rest.split(['"', '\'']).next());
    name.unwrap_or("no ISO 20022 message at all")
}

#[derive(Deserialize)]
struct Document {
    #[serde(rename = "BkToCstmrDbtCdtNtfctn")]
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "Ntfctn", default)]
    notifications: Vec<Notification>,
}

#[derive(Deserialize)]
struct Notification {
    #[serde(rename = "Acct")]
    account: Account,
    #[serde(rename = "Ntry", default)]
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "NtryRef")]
    reference: Option<String>,
    #[serde(rename = "Amt")]
    amount: Money,
    #[serde(rename = "CdtDbtInd")]
    side: String,
    #[serde(rename = "RvslInd", default)]
    reversal: bool,
    #[serde(rename = "Sts")]
    status: Status,
    #[serde(rename = "AcctSvcrRef")]
    bank_reference: Option<String>,
    #[serde(rename = "NtryDtls", default)]
    details: Vec<Details>,
}

#[derive(Deserialize)]
struct Money {
    #[serde(rename = "@Ccy")]
    currency: String,
    #[serde(rename = "$text")]
    value: String,
}

/// `<Sts>BOOK</Sts>` up to version 07, `<Sts><Cd>BOOK</Cd></Sts>` since.
#[derive(Deserialize)]
struct Status {
    #[serde(rename = "Cd")]
    code: Option<String>,
    #[serde(rename = "$text")]
    text: Option<String>,
}

#[derive(Deserialize)]
struct Details {
    #[serde(rename = "Btch")]
    batch: Option<Batch>,
    #[serde(rename = "TxDtls", default)]
    transactions: Vec<Transaction>,
}

#[derive(Deserialize)]
struct Batch {
    #[serde(rename = "NbOfTxs")]
    payments: Option<String>,
}

#[derive(Default, Deserialize)]
struct Transaction {
    #[serde(rename = "Refs", default)]
    references: References,
    #[serde(rename = "Amt")]
    amount: Option<Money>,
    /// Where version 02 has it.
    #[serde(rename = "AmtDtls")]
    amounts: Option<Amounts>,
    #[serde(rename = "RltdPties", default)]
    parties: Parties,
    #[serde(rename = "RltdAgts", default)]
    agents: Agents,
    #[serde(rename = "RmtInf", default)]
    remittance: Remittance,
}

#[derive(Deserialize)]
struct Amounts {
    #[serde(rename = "TxAmt")]
    transaction: Option<AmountOf>,
}

#[derive(Deserialize)]
struct AmountOf {
    #[serde(rename = "Amt")]
    amount: Money,
}

#[derive(Default, Deserialize)]
struct References {
    #[serde(rename = "AcctSvcrRef")]
    bank: Option<String>,
}

#[derive(Default, Deserialize)]
struct Parties {
    #[serde(rename = "Dbtr")]
    debtor: Option<Debtor>,
    #[serde(rename = "DbtrAcct")]
    account: Option<Account>,
}

/// The name stands in `Pty` since version 08.
#[derive(Deserialize)]
struct Debtor {
    #[serde(rename = "Nm")]
    name: Option<String>,
    #[serde(rename = "Pty")]
    party: Option<Party>,
}

#[derive(Deserialize)]
struct Party {
    #[serde(rename = "Nm")]
    name: Option<String>,
}

#[derive(Deserialize)]
struct Account {
    /// Later versions may name an account otherwise.
    #[serde(rename = "Id")]
    id: Option<AccountId>,
}

impl Account {
    fn number(&self) -> Option<&str> {
        self.id.as_ref().and_then(AccountId::number)
    }
}

#[derive(Deserialize)]
struct AccountId {
    #[serde(rename = "IBAN")]
    iban: Option<String>,
    #[serde(rename = "Othr")]
    other: Option<OtherId>,
}

impl AccountId {
    fn number(&self) -> Option<&str> {
        self.iban.as_deref().or(self.other.as_ref().map(|other| other.id.as_str()))
    }
}

#[derive(Deserialize)]
struct OtherId {
    #[serde(rename = "Id")]
    id: String,
}

#[derive(Default, Deserialize)]
struct Agents {
    #[serde(rename = "DbtrAgt")]
    debtor: Option<Agent>,
}

#[derive(Deserialize)]
struct Agent {
    #[serde(rename = "FinInstnId", default)]
    id: AgentId,
}

/// `BIC` in version 02, `BICFI` since.
#[derive(Default, Deserialize)]
struct AgentId {
    #[serde(rename = "BICFI")]
    bicfi: Option<String>,
    #[serde(rename = "BIC")]
    bic: Option<String>,
    #[serde(rename = "ClrSysMmbId")]
    member: Option<ClearingMember>,
    #[serde(rename = "LEI")]
    lei: Option<String>,
    #[serde(rename = "Nm")]
    name: Option<String>,
    #[serde(rename = "Othr")]
    other: Option<OtherId>,
}

#[derive(Deserialize)]
struct ClearingMember {
    #[serde(rename = "MmbId")]
    id: Option<String>,
}

impl AgentId {
    /// What files of accounts call a bank, too; else whatever there is. A bank that is named otherwise is another one
    /// for all we know, and must not pass for a bank that is not named.
    fn named(self) -> Option<String> {
        let member = self.member.and_then(|of| of.id);
        let other = self.other.map(|of| of.id);
        let names = [self.bicfi, self.bic, member, self.lei, self.name, other];
        let mut names = names.into_iter().flatten().map(|name| name.trim().to_owned());
        names.find(|name| !name.is_empty())
    }
}

#[derive(Default, Deserialize)]
struct Remittance {
    #[serde(rename = "Ustrd", default)]
    unstructured: Vec<String>,
}

impl Entry {
    /// All that the bank calls it and its payments by.
    fn references(&self) -> impl Iterator<Item = String> + '_ {
        let payments = self.details.iter().flat_map(|details| &details.transactions);
        let payments = payments.filter_map(|payment| payment.references.bank.clone());
        self.bank_reference.clone().into_iter().chain(payments)
    }

    fn lines(
        self,
        place: usize,
        by: Option<By>,
        taken_back: &BTreeSet<String>,
        lines: &mut Vec<Line>,
    ) {
        let told = self.told(place);
        if let Some(why) = self.left_alone() {
            lines.push(Line::LeftAlone { entry: told, why });
            return;
        }
        let back = !self.reversal && self.references().any(|of| taken_back.contains(&of));
        let received = match back {
            true => Err("the same message takes it back, which has to be settled by hand".into()),
            false => self.received(by),
        };
        match received {
            Ok(received) => lines.extend(received.into_iter().map(Line::Received)),
            Err(why) => lines.push(Line::Refused { entry: told, why }),
        }
    }

    fn told(&self, place: usize) -> Told {
        let reference = self.bank_reference.clone().or_else(|| self.reference.clone());
        let payments = self.details.iter().flat_map(|details| &details.transactions);
        let mut from: Vec<String> =
            payments.map(Transaction::payer).filter(|payer| !payer.is_empty()).collect();
        // Of a batch, enough to know it by.
        let more = from.len().saturating_sub(PAYERS_TOLD);
        from.truncate(PAYERS_TOLD);
        from.extend((more > 0).then(|| format!("and {more} more")));
        Told {
            which: reference.unwrap_or_else(|| format!("entry {place}")),
            amount: self.amount.fen().ok(),
            from: from.join("; "),
        }
    }

    /// How many payments it says that it stands for, if it does.
    fn payments_stated(&self) -> Option<usize> {
        let batches = self.details.iter().filter_map(|details| details.batch.as_ref());
        let counts = batches.filter_map(|batch| batch.payments.as_deref());
        let counts: Vec<usize> = counts.filter_map(|count| count.trim().parse().ok()).collect();
        (!counts.is_empty()).then(|| counts.into_iter().fold(0, usize::saturating_add))
    }

    fn left_alone(&self) -> Option<&'static str> {
        let status = self.status.code.as_deref().or(self.status.text.as_deref());
        match (self.side.as_str(), status) {
            // A debit that reverses takes a credit back: somebody has to look at it.
            ("DBIT", _) if !self.reversal => Some("paid out"),
            (_, Some("BOOK")) => None,
            _ => Some("not booked yet"),
        }
    }

    /// All payments of the entry, or none: their sum has to be the entry's amount.
    fn received(self, by: Option<By>) -> Result<Vec<Received>, String> {
        if self.reversal {
            return Err("it takes an earlier entry back, which has to be settled by hand".into());
        }
        let total = self.amount.fen()?;
        let stated = self.payments_stated();
        let mut transactions: Vec<Transaction> =
            self.details.into_iter().flat_map(|details| details.transactions).collect();
        if transactions.is_empty() {
            transactions.push(Transaction::default());
        }
        if stated.is_some_and(|stated| stated != transactions.len()) {
            // Minted as fewer, they would be minted again when they are told one by one.
            return Err(
                "it is several payments (NbOfTxs), and does not tell them one by one".into()
            );
        }
        // One payment is the entry, and may leave to it what they share.
        let alone = transactions.len() == 1;
        let of_entry = self.bank_reference.filter(|_| alone);
        let received: Result<Vec<Received>, String> = transactions
            .into_iter()
            .map(|payment| {
                let reference = payment.reference(of_entry.as_deref(), by)?;
                payment.received(reference, alone.then_some(total))
            })
            .collect();
        let received = received?;
        let sum = received.iter().try_fold(0, |sum: Amount, of| sum.checked_add(of.amount));
        if sum != Some(total) {
            return Err("its payments do not add up to its amount".into());
        }
        Ok(received)
    }
}

impl Received {
    /// Who paid, and what they wrote to it.
    pub fn payer(&self) -> String {
        joined(self.debtor.clone(), self.remittance.clone())
    }
}

fn joined(debtor: Option<String>, remittance: Option<String>) -> String {
    debtor.into_iter().chain(remittance).collect::<Vec<String>>().join(": ")
}

impl Transaction {
    fn debtor(&self) -> Option<String> {
        let debtor = self.parties.debtor.as_ref()?;
        let party = debtor.party.as_ref().and_then(|party| party.name.as_ref());
        debtor.name.as_ref().or(party).cloned()
    }

    fn remittance(&self) -> Option<String> {
        let text = self.remittance.unstructured.join(" ");
        Some(text).filter(|text| !text.is_empty())
    }

    /// Who paid, and what they wrote to it.
    fn payer(&self) -> String {
        joined(self.debtor(), self.remittance())
    }

    /// The bank's reference, which it gives once: its entry's, if it is alone in it, or its own.
    fn reference(&self, of_entry: Option<&str>, by: Option<By>) -> Result<String, String> {
        let own = self.references.bank.as_deref();
        let reference = match (of_entry, own, by) {
            (Some(entry), Some(own), None) if entry != own => {
                return Err(format!(
                    "its entry has the reference {entry}, it has {own}: say by which one the bank knows single payments \
                     (--reference-of)"
                ))
            }
            (_, own, Some(By::Payment)) => own,
            (of_entry, own, _) => of_entry.or(own),
        };
        let reference = reference.ok_or("the bank gave it no reference (AcctSvcrRef)")?;
        if reference.len() > 35 || !is_reference(reference.as_bytes()) {
            return Err(format!(
                "its reference {reference:?} is not 1 to 35 printable ASCII characters"
            ));
        }
        Ok(reference.to_owned())
    }

    fn received(self, reference: String, total: Option<Amount>) -> Result<Received, String> {
        let (debtor, remittance) = (self.debtor(), self.remittance());
        let of_details = self.amounts.and_then(|of| of.transaction).map(|of| of.amount);
        let amount = match (self.amount.or(of_details), total) {
            (Some(amount), _) => amount.fen()?,
            (None, Some(total)) => total,
            (None, None) => return Err("one of several payments has no amount of its own".into()),
        };
        if amount == 0 {
            return Err("its amount is zero".into());
        }
        let account = self.parties.account;
        let debtor_account = account.and_then(|of| of.number().map(str::to_owned));
        let debtor_bank = self.agents.debtor.and_then(|of| of.id.named());
        Ok(Received { reference, amount, debtor_account, debtor_bank, debtor, remittance })
    }
}

impl Money {
    fn fen(&self) -> Result<Amount, String> {
        if self.currency != CURRENCY {
            return Err(format!("it is in {}, not in {CURRENCY}", self.currency));
        }
        fen(&self.value).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A notification of these entries, in a version of the message.
    fn message(version: &str, entries: &str) -> String {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.{version}">
  <BkToCstmrDbtCdtNtfctn>
    <GrpHdr><MsgId>N-1</MsgId><CreDtTm>2026-11-22T09:00:00+08:00</CreDtTm></GrpHdr>
    <Ntfctn>
      <Id>N-1-1</Id>
      <Acct><Id><Othr><Id>310066661010</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
      {entries}
    </Ntfctn>
  </BkToCstmrDbtCdtNtfctn>
</Document>"#
        )
    }

    fn entry(amount: &str, side: &str, rest: &str) -> String {
        format!("<Ntry>{amount}<CdtDbtInd>{side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>{rest}</Ntry>")
    }

    /// The bank's account in these messages, as it is typed.
    const INTO: &str = "3100 6666 1010";
    const AMOUNT: &str = r#"<Amt Ccy="CNY">1000.50</Amt>"#;

    fn one(entries: &str) -> Line {
        let mut lines = read(&message("08", entries), INTO, None).expect("a message");
        assert_eq!(lines.len(), 1, "{lines:?}");
        lines.remove(0)
    }

    fn refused(entries: &str) -> String {
        match one(entries) {
            Line::Refused { why, .. } => why,
            other => panic!("{other:?} was not refused"),
        }
    }

    #[test]
    fn a_credit_is_read_with_everything_that_is_known_of_it() {
        let details = "<AcctSvcrRef>20261122-1</AcctSvcrRef><NtryDtls><TxDtls>
            <Refs><AcctSvcrRef>20261122-1</AcctSvcrRef><EndToEndId>E2E</EndToEndId></Refs>
            <RltdPties><Dbtr><Pty><Nm>Huangpu Steel Works</Nm></Pty></Dbtr>
            <DbtrAcct><Id><Othr><Id>6222 0001</Id></Othr></Id></DbtrAcct></RltdPties>
            <RltdAgts><DbtrAgt><FinInstnId><BICFI>BYLADEM1001</BICFI></FinInstnId></DbtrAgt></RltdAgts>
            <RmtInf><Ustrd>top</Ustrd><Ustrd>up</Ustrd></RmtInf></TxDtls></NtryDtls>";
        let expected = Received {
            reference: "20261122-1".into(),
            amount: 100_050,
            debtor_account: Some("6222 0001".into()),
            debtor_bank: Some("BYLADEM1001".into()),
            debtor: Some("Huangpu Steel Works".into()),
            remittance: Some("top up".into()),
        };
        assert_eq!(one(&entry(AMOUNT, "CRDT", details)), Line::Received(expected));
    }

    #[test]
    fn an_older_version_says_the_same_otherwise() {
        let entry = format!(
            "<Ntry>{AMOUNT}<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
             <AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls><TxDtls><RltdPties>
             <Dbtr><Nm>Works</Nm></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct>
             </RltdPties><RltdAgts><DbtrAgt><FinInstnId><BIC>BYLADEM1</BIC></FinInstnId></DbtrAgt></RltdAgts>
             </TxDtls></NtryDtls></Ntry>"
        );
        let lines = read(&message("02", &entry), INTO, None).expect("a message");
        let Line::Received(received) = &lines[0] else { panic!("{lines:?}") };
        assert_eq!(received.reference, "B-1");
        assert_eq!(received.debtor.as_deref(), Some("Works"));
        assert_eq!(received.debtor_account.as_deref(), Some("DE02120300000000202051"));
        assert_eq!(received.debtor_bank.as_deref(), Some("BYLADEM1"));
    }

    #[test]
    fn a_prefix_of_the_namespace_changes_nothing() {
        let plain = message("08", &entry(AMOUNT, "CRDT", "<AcctSvcrRef>B-1</AcctSvcrRef>"));
        let prefixed = plain
            .replace('<', "<n:")
            .replace("<n:/", "</n:")
            .replace("<n:?", "<?")
            .replace("xmlns=", "xmlns:n=");
        assert_eq!(
            read(&prefixed, INTO, None).expect("a message"),
            read(&plain, INTO, None).expect("a message")
        );
    }

    #[test]
    fn what_went_out_or_is_not_booked_is_left_alone() {
        let told =
            |which: &str| Told { which: which.into(), amount: Some(100_050), from: String::new() };
        let out = one(&entry(AMOUNT, "DBIT", "<AcctSvcrRef>B-1</AcctSvcrRef>"));
        assert_eq!(out, Line::LeftAlone { entry: told("B-1"), why: "paid out" });
        let pending = entry(AMOUNT, "CRDT", "").replace("BOOK", "PDNG");
        let expected = Line::LeftAlone { entry: told("entry 1"), why: "not booked yet" };
        assert_eq!(one(&pending), expected);
    }

    #[test]
    fn what_is_refused_tells_how_much_it_is_and_who_paid() {
        let payment = |name: &str, text: &str| {
            format!(
                "<TxDtls><RltdPties><Dbtr><Pty><Nm>{name}</Nm></Pty></Dbtr></RltdPties>
                 <RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>"
            )
        };
        let both = payment("Steel Works", "top up") + &payment("Institute", "rent");
        let told = |amount: &str| match one(&entry(
            amount,
            "CRDT",
            &format!("<AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls>{both}</NtryDtls>"),
        )) {
            Line::Refused { entry, .. } => entry,
            other => panic!("{other:?} was not refused"),
        };
        let from = "Steel Works: top up; Institute: rent".to_string();
        let expected = Told { which: "B-1".into(), amount: Some(100_050), from };
        assert_eq!(told(AMOUNT), expected);
        let many = payment("Steel Works", "top up").repeat(5);
        let details = format!("<NtryDtls>{many}</NtryDtls>");
        let Line::Refused { entry, .. } = one(&entry(AMOUNT, "CRDT", &details)) else { panic!() };
        assert!(entry.from.ends_with("Steel Works: top up; and 2 more"), "{entry:?}");
        // An amount of another currency would be read as yuan.
        let foreign = told(&AMOUNT.replace("CNY", "EUR"));
        assert_eq!(foreign, Told { amount: None, ..expected });
    }

    #[test]
    fn another_accounts_notification_is_refused() {
        let xml = message("08", &entry(AMOUNT, "CRDT", "<AcctSvcrRef>B-1</AcctSvcrRef>"));
        let told = read(&xml, "310066661011", None).expect_err("another account").to_string();
        assert!(told.contains("310066661010"), "{told}");
    }

    #[test]
    fn an_older_version_has_its_amounts_elsewhere() {
        let payment = |reference: &str, amount: &str| {
            format!(
                "<TxDtls><Refs><AcctSvcrRef>{reference}</AcctSvcrRef></Refs><AmtDtls><TxAmt>
                 <Amt Ccy=\"CNY\">{amount}</Amt></TxAmt></AmtDtls></TxDtls>"
            )
        };
        let details = payment("B-1", "1000") + &payment("B-2", "0.50");
        let entry = entry(AMOUNT, "CRDT", &format!("<NtryDtls>{details}</NtryDtls>"));
        assert_eq!(read(&message("02", &entry), INTO, None).expect("a message").len(), 2);
    }

    #[test]
    fn several_payments_of_an_entry_add_up_or_none_is_read() {
        let payment = |reference: &str, amount: &str| {
            format!(
                "<TxDtls><Refs><AcctSvcrRef>{reference}</AcctSvcrRef></Refs>
                 <Amt Ccy=\"CNY\">{amount}</Amt></TxDtls>"
            )
        };
        let both = |first: &str, second: &str| {
            let details = payment("B-1", first) + &payment("B-2", second);
            entry(AMOUNT, "CRDT", &format!("<NtryDtls>{details}</NtryDtls>"))
        };
        let lines = read(&message("08", &both("1000", "0.50")), INTO, None).expect("a message");
        assert_eq!(lines.len(), 2);
        assert!(refused(&both("1000", "0.51")).contains("do not add up"));
    }

    #[test]
    fn a_payment_goes_by_one_reference_with_details_and_without() {
        let line = |of_payment: &str, by| {
            let details = format!("<NtryDtls><TxDtls>{of_payment}</TxDtls></NtryDtls>");
            let entry = entry(AMOUNT, "CRDT", &format!("<AcctSvcrRef>B-1</AcctSvcrRef>{details}"));
            read(&message("08", &entry), INTO, by).expect("a message").remove(0)
        };
        let reference = |of_payment: &str, by| match line(of_payment, by) {
            Line::Received(received) => received.reference,
            other => panic!("{other:?}"),
        };
        let own = "<Refs><AcctSvcrRef>P-1</AcctSvcrRef></Refs>";
        assert_eq!(reference("", None), "B-1");
        assert_eq!(reference("", Some(By::Entry)), "B-1");
        assert_eq!(reference(own, Some(By::Entry)), "B-1");
        assert_eq!(reference(own, Some(By::Payment)), "P-1");
        assert_eq!(reference("<Refs><AcctSvcrRef>B-1</AcctSvcrRef></Refs>", None), "B-1");
        // By one of two it is minted, by the other it might come again.
        assert!(
            matches!(line(own, None), Line::Refused { why, .. } if why.contains("--reference-of"))
        );
        assert!(matches!(line("", Some(By::Payment)), Line::Refused { .. }));
    }

    #[test]
    fn a_batch_is_read_by_its_payments_only() {
        let batch = |count: &str, payments: &str| {
            let batch = format!("<Btch><NbOfTxs>{count}</NbOfTxs></Btch>{payments}");
            let details = format!("<AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls>{batch}</NtryDtls>");
            entry(AMOUNT, "CRDT", &details)
        };
        assert!(refused(&batch("2", "")).contains("one by one"));
        assert!(refused(&batch("2", "<TxDtls></TxDtls>")).contains("one by one"));
        assert!(matches!(one(&batch("1", "")), Line::Received(_)));
        assert!(matches!(one(&batch("1", "<TxDtls></TxDtls>")), Line::Received(_)));
    }

    #[test]
    fn what_the_same_message_takes_back_is_not_minted() {
        let back = |rest: &str| {
            entry(AMOUNT, "DBIT", rest).replace("<Sts>", "<RvslInd>true</RvslInd><Sts>")
        };
        let payment = |reference: &str, amount: &str| {
            format!(
                "<TxDtls><Refs><AcctSvcrRef>{reference}</AcctSvcrRef></Refs>
                 <Amt Ccy=\"CNY\">{amount}</Amt></TxDtls>"
            )
        };
        let of_entry = "<AcctSvcrRef>B-1</AcctSvcrRef>";
        let both = payment("P-1", "1000") + &payment("P-2", "0.50");
        let both = format!("{of_entry}<NtryDtls>{both}</NtryDtls>");
        let second = format!("<NtryDtls>{}</NtryDtls>", payment("P-2", "1000.50"));
        for (credit, debit) in [(of_entry, of_entry), (&both, of_entry), (&both, &second)] {
            let entries = entry(AMOUNT, "CRDT", credit) + &back(debit);
            let lines = read(&message("08", &entries), INTO, None).expect("a message");
            assert_eq!(lines.len(), 2);
            assert!(lines.iter().all(|line| matches!(line, Line::Refused { .. })), "{lines:?}");
        }
    }

    #[test]
    fn a_payer_without_an_account_number_is_still_read() {
        let details = "<AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><DbtrAcct><Prxy>
            <Id>works</Id></Prxy></DbtrAcct></RltdPties></TxDtls></NtryDtls>";
        let Line::Received(received) = one(&entry(AMOUNT, "CRDT", details)) else { panic!() };
        assert_eq!(received.debtor_account, None);
    }

    #[test]
    fn a_payers_bank_is_read_however_it_is_named() {
        let bank = |agents: &str| {
            let details = format!(
                "<AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls><TxDtls>{agents}</TxDtls></NtryDtls>"
            );
            let Line::Received(received) = one(&entry(AMOUNT, "CRDT", &details)) else { panic!() };
            received.debtor_bank
        };
        let named = |id: &str| {
            bank(&format!("<RltdAgts><DbtrAgt><FinInstnId>{id}</FinInstnId></DbtrAgt></RltdAgts>"))
        };
        let member = "<ClrSysMmbId><ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>301290050012</MmbId></ClrSysMmbId>";
        let name = "<Nm>Bank of Huangpu</Nm>";
        let bic = "<BICFI>BYLADEM1001</BICFI>";
        for (id, expected) in [
            (bic.to_owned(), "BYLADEM1001"),
            ("<BIC>BYLADEM1</BIC>".to_owned(), "BYLADEM1"),
            (member.to_owned(), "301290050012"),
            (format!("{bic}{member}{name}"), "BYLADEM1001"),
            (format!("<BICFI> </BICFI>{member}"), "301290050012"),
            // No file of accounts calls a bank like this; it is named all the same.
            (name.to_owned(), "Bank of Huangpu"),
            ("<Othr><Id>4711</Id></Othr>".to_owned(), "4711"),
        ] {
            assert_eq!(named(&id).as_deref(), Some(expected), "{id}");
        }
        let payees = "<RltdAgts><CdtrAgt><FinInstnId><BICFI>BYLADEM1001</BICFI></FinInstnId></CdtrAgt></RltdAgts>";
        for none in ["", "<RltdAgts></RltdAgts>", payees] {
            assert_eq!(bank(none), None, "{none}");
        }
        assert_eq!(named(""), None);
    }

    #[test]
    fn what_cannot_be_minted_says_why() {
        let reference = "<AcctSvcrRef>B-1</AcctSvcrRef>";
        let dollars = AMOUNT.replace("CNY", "USD");
        assert!(refused(&entry(&dollars, "CRDT", reference)).contains("USD"));
        let mills = AMOUNT.replace("1000.50", "1000.505");
        assert!(refused(&entry(&mills, "CRDT", reference)).contains("no amount"));
        let nothing = AMOUNT.replace("1000.50", "0.00");
        assert!(refused(&entry(&nothing, "CRDT", reference)).contains("zero"));
        assert!(refused(&entry(AMOUNT, "CRDT", "")).contains("AcctSvcrRef"));
        let long = format!("<AcctSvcrRef>{}</AcctSvcrRef>", "9".repeat(36));
        assert!(refused(&entry(AMOUNT, "CRDT", &long)).contains("35"));
        let reversal =
            entry(AMOUNT, "CRDT", reference).replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
        assert!(refused(&reversal).contains("takes an earlier entry back"));
        // A credit that is taken back is a debit.
        let back = reversal.replace("CRDT", "DBIT");
        assert!(refused(&back).contains("takes an earlier entry back"));
    }

    #[test]
    fn another_message_is_refused_whole() {
        for xml in ["", "no xml", "<Document/>", "<Document xmlns=\"urn:x\"><A/></Document>"] {
            assert!(read(xml, INTO, None).is_err(), "{xml}");
        }
        let statement = message("08", "").replace("camt.054", "camt.053");
        assert!(read(&statement, INTO, None)
            .expect_err("a statement")
            .to_string()
            .contains("camt.053"));
        let cut = message("08", &entry(AMOUNT, "CRDT", ""));
        assert!(read(&cut[..cut.len() - 30], INTO, None).is_err());
    }
}
