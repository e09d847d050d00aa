//! Whose the accounts are from which a bank's payments come.

use crate::parse;
use huangpu_client::{
    iso20022::{
        accounts::{is_bic, is_cnaps, is_iban, is_same_bank},
        camt054::{compact, Received},
    },
    Chain, Error, OrgId, H256,
};
use huangpu_primitives::{apis::Standing, identifiers::Identifier};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// A line of the file of accounts.
#[derive(Deserialize)]
struct Row {
    account: String,
    /// A BIC, or a CNAPS number of 12 digits. An IBAN needs none.
    #[serde(default)]
    bank: Option<String>,
    organisation: String,
}

/// Whose each account is from which payments come.
#[derive(Default)]
pub(super) struct Accounts {
    by_number: BTreeMap<String, Vec<Known>>,
    /// The bank that a payment comes from which names none.
    own_bank: Option<String>,
}

/// An account, by the bank that keeps it.
struct Known {
    /// None of an IBAN that stands alone: it says itself which account it is.
    bank: Option<String>,
    owner: Result<OrgId, String>,
}

impl Known {
    fn may_be_at(&self, bank: &str) -> bool {
        self.bank.as_deref().is_none_or(|own| is_same_bank(own, bank))
    }
}

impl Accounts {
    pub(super) async fn read(
        chain: &Chain,
        at: H256,
        path: &Path,
        own_bank: Option<String>,
    ) -> Result<Self, Error> {
        let name = path.display().to_string();
        let text = parse::text_file(&name)?;
        let mut accounts = Self::of(own_bank).map_err(Error::Input)?;
        for row in csv_of(&text).deserialize() {
            let row: Row = row.map_err(|error| Error::Input(format!("{name}: {error}")))?;
            let owner = owner(chain, at, &row.organisation).await?;
            accounts.add(row, owner).map_err(|why| Error::Input(format!("{name}: {why}")))?;
        }
        Ok(accounts)
    }

    fn of(own_bank: Option<String>) -> Result<Self, String> {
        let own_bank = own_bank.map(|bank| bank_of(&bank)).transpose()?;
        Ok(Self { own_bank, ..Self::default() })
    }

    fn add(&mut self, row: Row, owner: Result<OrgId, String>) -> Result<(), String> {
        let Row { account, bank, .. } = row;
        let number = compact(&account);
        let bank = bank.map(|bank| bank_of(&bank)).transpose();
        let bank = bank.map_err(|why| format!("account {account}: {why}"))?;
        // Every bank may have this number.
        if bank.is_none() && !is_iban(&number) {
            return Err(format!(
                "account {account}: a number which is no IBAN needs its bank, in the column bank"
            ));
        }
        let known = self.by_number.entry(number).or_default();
        if known.iter().any(|of| bank.as_deref().is_none_or(|bank| of.may_be_at(bank))) {
            return Err(format!("account {account} stands there twice"));
        }
        known.push(Known { bank, owner });
        Ok(())
    }

    pub(super) fn owner(&self, received: &Received) -> Result<OrgId, String> {
        let account = received
            .debtor_account
            .as_ref()
            .ok_or("it does not say from which account it comes")?;
        let number = compact(account);
        let known = self.by_number.get(&number).map(Vec::as_slice).unwrap_or_default();
        // An IBAN says itself which account it is, unless the file has it at several banks.
        let tells_itself = is_iban(&number) && known.len() < 2;
        let own_bank = self.own_bank.as_deref().filter(|_| !tells_itself);
        let bank = received.debtor_bank.as_deref().or(own_bank);
        if bank.is_none() && !is_iban(&number) {
            return Err(format!(
                "the message does not name the payer's bank, and account {account} is no IBAN: if the bank leaves out \
                 itself, say which one it is (--own-bank)"
            ));
        }
        let found: Vec<&Known> =
            known.iter().filter(|of| bank.is_none_or(|bank| of.may_be_at(bank))).collect();
        let banks: Vec<&str> = known.iter().filter_map(|of| of.bank.as_deref()).collect();
        match (found.as_slice(), bank) {
            ([one], _) => one.owner.clone(),
            ([], Some(bank)) if !known.is_empty() => {
                Err(format!("account {account} is known at {}, not at {bank}", banks.join(", ")))
            }
            ([], _) => Err(format!("nobody is known to have the account {account}")),
            _ => Err(format!(
                "the message does not tell at which bank, or branch, and account {account} is known at {}",
                banks.join(", ")
            )),
        }
    }
}

/// A bank, as it is compared.
fn bank_of(text: &str) -> Result<String, String> {
    let bank = compact(text).to_ascii_uppercase();
    match is_bic(&bank) || is_cnaps(&bank) {
        true => Ok(bank),
        false => Err(format!("{text:?} is neither a BIC nor a CNAPS number of 12 digits")),
    }
}

fn csv_of(text: &str) -> csv::Reader<&[u8]> {
    // Spreadsheets separate by semicolons where a comma is the decimal point. The heading has neither in a name.
    let heading = text.lines().next().unwrap_or_default();
    let delimiter = if heading.contains(';') { b';' } else { b',' };
    csv::ReaderBuilder::new().trim(csv::Trim::All).delimiter(delimiter).from_reader(text.as_bytes())
}

/// The member that a line names.
async fn owner(chain: &Chain, at: H256, named: &str) -> Result<Result<OrgId, String>, Error> {
    let org = match named.parse::<OrgId>() {
        Ok(org) => Some(org),
        Err(_) => match named.parse::<Identifier>() {
            Ok(identifier) => chain.organisation_by_identifier(at, &identifier).await?,
            Err(_) => None,
        },
    };
    let Some(org) = org else { return Ok(Err(format!("{named} names no organisation"))) };
    Ok(match chain.organisation(at, org).await? {
        Some(of) if of.standing != Standing::Closed => Ok(org),
        Some(_) => Err(format!("organisation {org} is closed")),
        None => Err(format!("{named} names no organisation")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const IBAN: &str = "DE02 1203 0000 0000 2020 51";
    const HUANGPU: &str = "301290050012";
    const OTHER: &str = "102290012345";

    /// Of a file that names organisations by their ids.
    fn accounts(file: &str, own_bank: Option<&str>) -> Result<Accounts, String> {
        let mut accounts = Accounts::of(own_bank.map(str::to_owned))?;
        for row in csv_of(file).deserialize() {
            let row: Row = row.map_err(|error| error.to_string())?;
            let owner = row.organisation.parse().expect("an id");
            accounts.add(row, Ok(owner))?;
        }
        Ok(accounts)
    }

    /// Whose a payment is that comes from this account at this bank.
    fn owner(file: &str, account: &str, bank: Option<&str>) -> Result<OrgId, String> {
        owner_at(file, account, bank, None)
    }

    fn owner_at(
        file: &str,
        account: &str,
        bank: Option<&str>,
        own_bank: Option<&str>,
    ) -> Result<OrgId, String> {
        let received = Received {
            reference: "B-1".into(),
            amount: 1,
            debtor_account: Some(account.into()),
            debtor_bank: bank.map(str::to_owned),
            debtor: None,
            remittance: None,
        };
        accounts(file, own_bank).expect("a file of accounts").owner(&received)
    }

    #[test]
    fn the_same_number_at_two_banks_is_two_accounts() {
        let file = format!(
            "account,bank,organisation\n6222 0003,{HUANGPU},3\n62220003,{OTHER},2\n62220004,byladem1,4\n"
        );
        assert_eq!(owner(&file, "62220003", Some(HUANGPU)), Ok(OrgId(3)));
        assert_eq!(owner(&file, "6222 0003", Some(OTHER)), Ok(OrgId(2)));
        assert_eq!(owner(&file, "62220004", Some("BYLADEM1001")), Ok(OrgId(4)));
        let why = owner(&file, "62220004", Some(HUANGPU)).expect_err("another bank's");
        assert_eq!(why, format!("account 62220004 is known at BYLADEM1, not at {HUANGPU}"));
        let why = owner(&file, "62220005", Some(HUANGPU)).expect_err("nobody's");
        assert!(why.contains("nobody is known to have the account 62220005"), "{why}");
    }

    #[test]
    fn a_bank_that_is_not_named_is_the_one_that_imports() {
        let file = format!(
            "account,bank,organisation\n1,{OTHER},3\n2,{HUANGPU},3\n2,{OTHER},2\n3,BYLADEM1001,3\n3,BYLADEM1002,2\n"
        );
        // Nobody said which that is. Even one that the file has once may be another bank's.
        for account in ["1", "2"] {
            let why = owner(&file, account, None).expect_err("some bank's");
            assert!(why.contains("does not name the payer's bank"), "{why}");
        }
        assert_eq!(owner_at(&file, "2", None, Some(HUANGPU)), Ok(OrgId(3)));
        assert_eq!(owner_at(&file, "2", Some(OTHER), Some(HUANGPU)), Ok(OrgId(2)));
        let why = owner_at(&file, "1", None, Some(HUANGPU)).expect_err("another bank's");
        assert!(why.contains(&format!("known at {OTHER}, not at {HUANGPU}")), "{why}");
        assert!(accounts(&file, Some("Bank of Huangpu")).is_err());
        let why = owner(&file, "3", Some("BYLADEM1")).expect_err("one of two");
        assert!(why.contains("at which bank, or branch"), "{why}");
        assert_eq!(owner(&file, "3", Some("BYLADEM1002")), Ok(OrgId(2)));
    }

    #[test]
    fn an_iban_does_without_a_bank() {
        for file in [
            format!("account,organisation\n{IBAN},3\n"),
            format!("account,bank,organisation\n{IBAN}, ,3\n"),
        ] {
            for bank in [None, Some("BYLADEM1001"), Some(HUANGPU), Some("a bank's name")] {
                assert_eq!(owner(&file, &compact(IBAN), bank), Ok(OrgId(3)), "{bank:?}");
            }
        }
        let at_bank = format!("account,bank,organisation\n{IBAN},BYLADEM1001,3\n");
        assert_eq!(owner(&at_bank, IBAN, Some("BYLADEM1")), Ok(OrgId(3)));
        for own_bank in [None, Some(HUANGPU)] {
            assert_eq!(owner_at(&at_bank, IBAN, None, own_bank), Ok(OrgId(3)));
        }
        assert!(owner(&at_bank, IBAN, Some(HUANGPU)).is_err());
    }

    #[test]
    fn an_iban_at_several_banks_needs_to_be_told_at_which() {
        // The same bank, as messages call it.
        let file = format!("account,bank,organisation\n{IBAN},BYLADEM1001,3\n{IBAN},{HUANGPU},3\n");
        assert_eq!(owner_at(&file, IBAN, None, Some(HUANGPU)), Ok(OrgId(3)));
        assert_eq!(owner(&file, IBAN, Some("BYLADEM1")), Ok(OrgId(3)));
        assert!(owner(&file, IBAN, None).is_err());
    }

    #[test]
    fn a_file_may_be_separated_by_semicolons() {
        let file = format!("account;bank;organisation\n6222,0003;{HUANGPU};3\n");
        assert_eq!(owner(&file, "6222,0003", Some(HUANGPU)), Ok(OrgId(3)));
    }

    #[test]
    fn a_line_that_could_mean_two_accounts_is_refused() {
        let heading = "account,bank,organisation\n";
        for (lines, why) in [
            ("62220003,,3\n".to_owned(), "no IBAN needs its bank"),
            // A slip in its check digits.
            ("DE03120300000000202051,,3\n".to_owned(), "no IBAN needs its bank"),
            ("62220003,Bank of Huangpu,3\n".to_owned(), "neither a BIC nor a CNAPS number"),
            (format!("1,{HUANGPU},3\n1,{HUANGPU},2\n"), "account 1 stands there twice"),
            ("1,BYLADEM1,3\n1,BYLADEM1XXX,2\n".to_owned(), "stands there twice"),
            (format!("{IBAN},,3\n{IBAN},,3\n"), "stands there twice"),
            (format!("{IBAN},,3\n{IBAN},BYLADEM1,2\n"), "stands there twice"),
            (format!("{IBAN},BYLADEM1,3\n{IBAN},,2\n"), "stands there twice"),
        ] {
            let told = accounts(&format!("{heading}{lines}"), None).err().expect("an error");
            assert!(told.contains(why), "{lines}: {told}");
        }
        let told = accounts("account,organisation\n62220003,3\n", None).err().expect("no bank");
        assert!(told.contains("no IBAN needs its bank"), "{told}");
    }
}
