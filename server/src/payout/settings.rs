//! From where the register pays, as configuration tells it:
//!
//! ```text
//! [payouts]
//! name = "Example Registry Foundation"
//! address = { street = "Keizersgracht", building = "1", post_code = "1015 CN", town = "Amsterdam", country = "NL" }
//! mobile = "generic"                 generic, bulk_disbursement, or a layout of one's own
//!
//! [payouts.accounts.USD]             one for each currency that is paid out
//! account = { iban = "NL91ABNA0417164300" }
//! agent = { bic = "ABNANL2A" }
//! ```

use std::collections::BTreeMap;

use orebook_bank::mobile::Profile;
use orebook_bank::pain001::{Account, Agent, Party};
use orebook_registry::values::Currency;
use serde::Deserialize;

use super::details::{AccountForm, AddressForm, AgentForm, Details, DetailsForm, Place};

/// What the demo pays from when nothing is configured: an invented debtor with the account number of a textbook.
const DEMO: &str = r#"name = "Orebook Demo Registry"
address = { street = "Herengracht", building = "100", post_code = "1015 BS", town = "Amsterdam", country = "NL" }
mobile = "generic"

[accounts.USD]
account = { iban = "NL91ABNA0417164300" }
agent = { bic = "ABNANL2A" }

[accounts.EUR]
account = { iban = "NL91ABNA0417164300" }
agent = { bic = "ABNANL2A" }

[accounts.UGX]
account = { other = "9030001234567", scheme = "BBAN" }
agent = { bic = "SBICUGKX" }
"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    name: String,
    address: AddressForm,
    #[serde(default)]
    mobile: Option<Mobile>,
    #[serde(default)]
    accounts: BTreeMap<String, FromForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FromForm {
    account: AccountForm,
    #[serde(default)]
    agent: Option<AgentForm>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Mobile {
    Named(String),
    Own(Profile),
}

/// From where the register pays.
#[derive(Clone)]
pub struct Settings {
    /// As it was written.
    written: toml::Value,
    /// Whose money it is.
    pub debtor: Party,
    /// The account of each currency.
    pub accounts: BTreeMap<Currency, (Account, Option<Agent>)>,
    /// How a table for mobile money is laid out.
    pub mobile: Option<Profile>,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings").finish_non_exhaustive()
    }
}

impl Settings {
    /// Reads the section `[payouts]`.
    pub fn of(written: toml::Value) -> Result<Self, String> {
        let form: Form = written.clone().try_into().map_err(|error: toml::de::Error| format!("payouts: {error}"))?;
        // Of a debtor without any account the name and the address are looked at all the same.
        let nowhere = AccountForm { iban: None, other: Some("1".to_owned()), scheme: None, msisdn: None };
        let debtor = form.details("payouts", nowhere, None)?.party;
        let mut accounts = BTreeMap::new();
        for (code, from) in &form.accounts {
            let at = format!("payouts.accounts.{code}");
            let currency: Currency = code.parse().map_err(|error| format!("{at}: {error}"))?;
            let details = form.details(&at, from.account.clone(), from.agent.clone())?;
            let Place::Bank(account) = details.place else { return Err(format!("{at}: a file is paid from a bank")) };
            accounts.insert(currency, (account, details.agent));
        }
        let mobile = form.mobile.map(profile).transpose()?;
        Ok(Self { written, debtor, accounts, mobile })
    }

    /// The demo's.
    pub fn demo() -> Result<Self, String> {
        Self::of(toml::Value::Table(DEMO.parse().map_err(|error: toml::de::Error| error.to_string())?))
    }

    /// The section as a file has it.
    pub fn describe(&self) -> String {
        let file = toml::Table::from_iter([("payouts".to_owned(), self.written.clone())]);
        toml::to_string(&file).unwrap_or_default()
    }
}

impl Form {
    fn details(&self, at: &str, account: AccountForm, agent: Option<AgentForm>) -> Result<Details, String> {
        let (name, address) = (self.name.clone(), Some(self.address.clone()));
        let read = Details::read(&DetailsForm { name, address, account, agent });
        read.map_err(|fault| format!("{at}{}: {}", fault.pointer.replace('/', "."), fault.detail))
    }
}

fn profile(mobile: Mobile) -> Result<Profile, String> {
    match mobile {
        Mobile::Own(profile) => Ok(profile),
        Mobile::Named(name) if name == "generic" => Ok(Profile::generic()),
        Mobile::Named(name) if name == "bulk_disbursement" => Ok(Profile::bulk_disbursement()),
        Mobile::Named(_) => Err("payouts.mobile: generic, bulk_disbursement, or a layout".to_owned()),
    }
}
