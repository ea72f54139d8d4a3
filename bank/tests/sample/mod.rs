//! Payment files that the tests begin with, and files kept for comparison.

#![allow(dead_code, reason = "each test file uses a part")]

use std::path::{Path, PathBuf};

use orebook_bank::mobile::Payout;
use orebook_bank::pain001::{Account, Address, Agent, Initiation, Party, Payment};
use orebook_bank::{Amount, Currency, Latin, Reference};

pub fn usd(minor: i64) -> Amount {
    Amount::new(minor, Currency::new("USD", 2).unwrap()).unwrap()
}

pub fn ugx(minor: i64) -> Amount {
    Amount::new(minor, Currency::new("UGX", 0).unwrap()).unwrap()
}

pub fn party(name: &str, town: &str, country: &str) -> Party {
    let address = Address {
        street: None,
        building: None,
        post_code: None,
        town: Latin::of(town).unwrap(),
        country: country.parse().unwrap(),
    };
    Party { name: Latin::of(name).unwrap(), address: Some(address) }
}

pub fn iban(text: &str) -> Account {
    Account::Iban(text.parse().unwrap())
}

pub fn other(number: &str) -> Account {
    Account::Other { number: number.parse().unwrap(), scheme: Some("BBAN".parse().unwrap()) }
}

pub fn bic(text: &str) -> Option<Agent> {
    Some(Agent::Bic(text.parse().unwrap()))
}

/// The payment of this number, to an account without IBAN at a bank with BIC.
pub fn payment(number: u32, amount: Amount) -> Payment {
    Payment {
        instruction_id: format!("ins-{number}").parse().unwrap(),
        end_to_end_id: format!("pay-{number}").parse().unwrap(),
        amount,
        creditor_agent: bic("SBICUGKX"),
        creditor: party("Busia United Small Scale Miners", "Busia", "UG"),
        creditor_account: other("9030001234567"),
        purpose: Some("GDDS".parse().unwrap()),
        reference: Reference::of(&format!("{number:012}")).unwrap(),
    }
}

/// A file of these payments from an account in Germany.
pub fn initiation(payments: Vec<Payment>) -> Initiation {
    let mut debtor = party("Orebook Treuhand GmbH", "Frankfurt am Main", "DE");
    if let Some(address) = &mut debtor.address {
        address.street = Some(Latin::of("Große Gallusstraße").unwrap());
        address.building = Some(Latin::of("12a").unwrap());
        address.post_code = Some(Latin::of("60311").unwrap());
    }
    Initiation {
        message_id: "msg-2026-11-22-1".parse().unwrap(),
        created_at: "2026-11-22T09:00:00Z".parse().unwrap(),
        initiator: Latin::of("Orebook").unwrap(),
        payments_id: "payouts-2026-11-22-1".parse().unwrap(),
        execution_day: "2026-11-23".parse().unwrap(),
        debtor,
        debtor_account: iban("DE89370400440532013000"),
        debtor_agent: bic("COBADEFFXXX"),
        payments,
    }
}

/// Three payments in USD: to an IBAN, to an account at a bank with BIC, and to one at a bank that
/// only its clearing system knows.
pub fn three_in_usd() -> Initiation {
    let mut to_iban = payment(1, usd(1_275_000));
    to_iban.creditor_agent = None;
    to_iban.creditor = party("Münzprüfung & Söhne", "Zürich", "CH");
    to_iban.creditor_account = iban("CH9300762011623852957");
    to_iban.purpose = None;
    let mut to_member = payment(3, usd(5));
    to_member.creditor = party("Blue River Refining, Inc.", "Salt Lake City", "US");
    to_member.creditor_agent = Some(Agent::Member {
        system: Some("USABA".parse().unwrap()),
        number: "124000054".parse().unwrap(),
        name: Latin::of("Zions Bancorporation").unwrap(),
    });
    to_member.creditor_account = Account::Other { number: "000123456789".parse().unwrap(), scheme: None };
    initiation(vec![to_iban, payment(2, usd(99)), to_member])
}

pub fn payout(number: u32, name: &str, note: Option<&str>) -> Payout {
    Payout {
        msisdn: format!("+25677212{number:04}").parse().unwrap(),
        name: Latin::of(name).unwrap(),
        amount: ugx(46_000 + i64::from(number)),
        reference: Reference::of(&format!("{number:012}")).unwrap(),
        payout_id: format!("po-{number}").parse().unwrap(),
        note: note.map(|note| Latin::of(note).unwrap()),
    }
}

pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Compares with a file of `bank/tests/golden`, byte for byte; `UPDATE=1` rewrites it.
pub fn golden(name: &str, found: &[u8]) {
    let path = workspace().join("bank/tests/golden").join(name);
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        std::fs::write(&path, found).unwrap();
        return;
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    let (kept, found) = (String::from_utf8_lossy(&kept), String::from_utf8_lossy(found));
    assert_eq!(kept, found, "{} differs; UPDATE=1 rewrites it", path.display());
}
