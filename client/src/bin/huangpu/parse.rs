//! Accounts, keys, roles and scopes as people write them, and files.

use huangpu_client::{AccountId, Error, OrgId, H256};
use huangpu_primitives::{
    report::DeviceKey,
    roles::{Role, Scope},
};
use polkadot_sdk::sp_io::hashing::blake2_256;

/// Reads an account: an address, or 32 bytes in hex.
pub(crate) fn account(text: &str) -> Result<AccountId, Error> {
    if text.starts_with("//") {
        // Not taken for its account: everybody has this key, and a slip of the pen is another one.
        return Err(Error::Input(format!(
            "{text}: a key, not an account; `huangpu --signer {text} keys show` tells its address"
        )));
    }
    if let Some(hex) = text.strip_prefix("0x") {
        return Ok(AccountId(bytes(hex, "an account")?));
    }
    text.parse().map_err(|_| {
        Error::input(format!("{text}: neither the address of an account nor 32 bytes in hex"))
    })
}

/// Reads a hash: 32 bytes in hex.
pub(crate) fn hash(text: &str) -> Result<H256, Error> {
    Ok(H256(bytes(text.strip_prefix("0x").unwrap_or(text), "a hash")?))
}

/// Reads bytes in hex, with or without `0x`.
pub(crate) fn hex(text: &str, what: &str) -> Result<Vec<u8>, Error> {
    hex::decode(text.strip_prefix("0x").unwrap_or(text))
        .map_err(|_| Error::Input(format!("{what} is not in hex")))
}

/// The hash that was given, or that of a file.
pub(crate) fn hash_or_file(given: Option<&str>, path: Option<&str>) -> Result<H256, Error> {
    match (given, path) {
        (Some(given), _) => hash(given),
        (None, Some(path)) => Ok(H256(blake2_256(&file(path)?))),
        (None, None) => Err(Error::input("give a hash, or a file to be hashed")),
    }
}

/// An account acts for nobody.
pub(crate) fn outsider(account: &AccountId) -> Error {
    Error::Input(format!(
        "{account} acts for no organisation: an organisation's controller, or a delegate that approves in the scope \
         membership, makes it a delegate with `huangpu members add-delegate {account} --approve SCOPE`"
    ))
}

/// Reads a device's key: the algorithm, a colon, the public key in hex.
pub(crate) fn device_key(text: &str) -> Result<DeviceKey, Error> {
    let shape = "a device's key is written like ed25519:0x…";
    let (algorithm, key) =
        text.split_once(':').ok_or_else(|| Error::input(format!("{text}: {shape}")))?;
    let key = key.strip_prefix("0x").unwrap_or(key);
    let key = match algorithm {
        "ed25519" => DeviceKey::Ed25519(bytes(key, "an ed25519 key")?),
        "sr25519" => DeviceKey::Sr25519(bytes(key, "an sr25519 key")?),
        "secp256k1" => DeviceKey::Secp256k1(bytes(key, "a compressed secp256k1 key")?),
        "p256" => DeviceKey::P256(bytes(key, "a compressed P-256 key")?),
        "sm2" => DeviceKey::Sm2(bytes(key, "a compressed SM2 key")?),
        other => return Err(Error::input(format!("{other}: not an algorithm; {shape}"))),
    };
    if key.is_enabled() {
        Ok(key)
    } else {
        Err(Error::input(format!("{algorithm}: the chain does not verify this algorithm yet")))
    }
}

/// A device's key as people write it.
pub(crate) fn show_key(key: &DeviceKey) -> String {
    format!("{}:0x{}", key.algorithm(), hex::encode(key.bytes()))
}

const ROLES: [(&str, Role); 9] = [
    ("enterprise", Role::Enterprise),
    ("regulator", Role::Regulator),
    ("verifier", Role::Verifier),
    ("bank", Role::Bank),
    ("platform", Role::Platform),
    ("warehouse", Role::Warehouse),
    ("logistics", Role::Logistics),
    ("university", Role::University),
    ("research-institute", Role::ResearchInstitute),
];

const SCOPES: [(&str, Scope); 7] = [
    ("membership", Scope::Membership),
    ("devices", Scope::Devices),
    ("emissions", Scope::Emissions),
    ("council", Scope::Council),
    ("validators", Scope::Validators),
    ("money", Scope::Money),
    ("units", Scope::Units),
];

/// Reads a role by its name.
pub(crate) fn role(text: &str) -> Result<Role, String> {
    meaning(&ROLES, text)
}

/// Reads a scope by its name.
pub(crate) fn scope(text: &str) -> Result<Scope, String> {
    meaning(&SCOPES, text)
}

/// A role's name.
pub(crate) fn show_role(role: Role) -> &'static str {
    word(&ROLES, role)
}

/// A scope's name.
pub(crate) fn show_scope(scope: Scope) -> &'static str {
    word(&SCOPES, scope)
}

/// Organisations in a sentence.
pub(crate) fn show_orgs(orgs: &[OrgId]) -> String {
    let ids = orgs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match orgs {
        [] => "none".into(),
        [_] => format!("organisation {ids}"),
        _ => format!("organisations {ids}"),
    }
}

/// The word for a meaning.
pub(crate) fn word<T: Copy + PartialEq>(words: &[(&'static str, T)], meaning: T) -> &'static str {
    words.iter().find(|(_, known)| *known == meaning).map_or("unknown", |(word, _)| word)
}

/// The meaning of a word, in any case, with or without its hyphens; an error that lists the words there are.
pub(crate) fn meaning<T: Copy>(words: &[(&str, T)], text: &str) -> Result<T, String> {
    let letters = |text: &str| text.replace(['-', '_', ' '], "").to_ascii_lowercase();
    let known = words.iter().find(|(word, _)| letters(word) == letters(text));
    known.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        format!("write {}", words.join(", "))
    })
}

/// Reads a file.
pub(crate) fn file(path: &str) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|e| Error::File { path: path.to_owned(), reason: e.to_string() })
}

/// Reads a file of text.
pub(crate) fn text_file(path: &str) -> Result<String, Error> {
    String::from_utf8(file(path)?)
        .map_err(|_| Error::File { path: path.to_owned(), reason: "it is not text".into() })
}

fn bytes<const N: usize>(hex: &str, what: &str) -> Result<[u8; N], Error> {
    let wrong = || Error::input(format!("{hex}: {what} is {N} bytes in hex"));
    hex::decode(hex).map_err(|_| wrong())?.try_into().map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    #[test]
    fn an_account_is_an_address_or_hex() {
        let alice = account(ALICE).expect("an address");
        assert_eq!(account(&format!("0x{}", hex::encode(alice.0))).expect("hex"), alice);
        for bad in ["", "0x00", "5Grwva", &ALICE.replace('5', "6"), "//Alice"] {
            assert!(account(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_outsider_is_told_who_can_change_that() {
        let told = outsider(&account(ALICE).expect("an address")).to_string();
        assert!(told.starts_with(&format!("{ALICE} acts for no organisation: ")), "{told}");
        let command = format!("`huangpu members add-delegate {ALICE} --approve SCOPE`");
        assert!(told.ends_with(&command), "{told}");
    }

    #[test]
    fn organisations_are_told_by_their_ids() {
        assert_eq!(show_orgs(&[]), "none");
        assert_eq!(show_orgs(&[OrgId(2)]), "organisation 2");
        assert_eq!(show_orgs(&[OrgId(2), OrgId(4)]), "organisations 2, 4");
    }

    #[test]
    fn a_devices_key_names_its_algorithm() {
        let text = format!("ed25519:0x{}", "01".repeat(32));
        let key = device_key(&text).expect("a key");
        assert_eq!(key, DeviceKey::Ed25519([1; 32]));
        assert_eq!(show_key(&key), text);
        let key = device_key(&format!("secp256k1:{}", "02".repeat(33))).expect("a key");
        assert_eq!(key, DeviceKey::Secp256k1([2; 33]));
        let short = format!("ed25519:0x{}", "01".repeat(31));
        for bad in ["", "0x00", "ed25519", "rsa:0x00", &short] {
            assert!(device_key(bad).is_err(), "{bad}");
        }
        let error = device_key(&format!("sm2:0x{}", "02".repeat(33))).expect_err("not enabled");
        assert!(error.to_string().contains("yet"), "{error}");
    }

    #[test]
    fn roles_and_scopes_go_by_their_names() {
        assert_eq!(role("enterprise"), Ok(Role::Enterprise));
        assert_eq!(role("ResearchInstitute"), Ok(Role::ResearchInstitute));
        assert_eq!(role("research-institute"), Ok(Role::ResearchInstitute));
        assert_eq!(scope("devices"), Ok(Scope::Devices));
        assert!(role("king").expect_err("no such role").contains("research-institute"));
        assert!(scope("").is_err());
        for (text, of) in ROLES {
            assert_eq!((role(text), show_role(of)), (Ok(of), text));
        }
        for (text, of) in SCOPES {
            assert_eq!((scope(text), show_scope(of)), (Ok(of), text));
        }
    }
}
