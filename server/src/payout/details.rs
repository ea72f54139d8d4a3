//! Where somebody is paid, or pays from, as people write it:
//!
//! ```text
//! {"name":"Akello Grace",
//!  "address":{"street":"Kampala Road","building":"4","post_code":"…","town":"Kampala","country":"UG"},
//!  "account":{"iban":"…"} | {"other":"…","scheme":"BBAN"} | {"msisdn":"+256772123456"},
//!  "agent":{"bic":"…"} | {"member":"…","system":"USABA","name":"…"}}
//! ```
//! Read once into what a payment file is made of; whatever is wrong is told with its place.

use std::fmt::Display;
use std::str::FromStr;

use orebook_bank::mobile::Msisdn;
use orebook_bank::pain001::{Account, Address, Agent, Party};
use orebook_bank::{Latin, LatinError};
use orebook_registry::instruction::Rail;
use serde::{Deserialize, Serialize};

/// Longer than any text of a payment file: what is cut to this was longer than its place.
const LONG: usize = 512;

/// Where somebody is paid.
#[derive(Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DetailsForm {
    /// Name of the account's owner, as the bank has it.
    pub name: String,
    /// Needed for a bank account.
    #[serde(default)]
    pub address: Option<AddressForm>,
    /// Where the money goes.
    pub account: AccountForm,
    /// The bank, where an IBAN alone is not enough.
    #[serde(default)]
    pub agent: Option<AgentForm>,
}

/// A postal address.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressForm {
    /// Street.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Number of the building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// Post code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_code: Option<String>,
    /// Town.
    pub town: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

/// One of `iban`, `other` (with a `scheme` or without) and `msisdn`.
#[derive(Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountForm {
    /// An international bank account number.
    #[serde(default)]
    pub iban: Option<String>,
    /// A number of a country without IBANs.
    #[serde(default)]
    pub other: Option<String>,
    /// What kind of number it is: a code of ISO 20022, such as `BBAN`.
    #[serde(default)]
    pub scheme: Option<String>,
    /// A mobile money account: the telephone's number with `+` and country code.
    #[serde(default)]
    pub msisdn: Option<String>,
}

/// `bic`, or `member` and `name` (with a `system` or without).
#[derive(Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentForm {
    /// A business identifier code.
    #[serde(default)]
    pub bic: Option<String>,
    /// The bank's number in a clearing system.
    #[serde(default)]
    pub member: Option<String>,
    /// The clearing system: a code of ISO 20022, such as `USABA`.
    #[serde(default)]
    pub system: Option<String>,
    /// What the bank is called.
    #[serde(default)]
    pub name: Option<String>,
}

/// What is wrong with details, and where. It never repeats what was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{pointer}: {detail}")]
pub struct Fault {
    /// JSON pointer into the details.
    pub pointer: String,
    /// What must hold there.
    pub detail: String,
}

fn fault(pointer: &str, detail: impl Display) -> Fault {
    Fault { pointer: pointer.to_owned(), detail: detail.to_string() }
}

/// Details that a payment file can be made of.
#[derive(Clone, PartialEq, Eq)]
pub struct Details {
    /// Who is paid.
    pub party: Party,
    /// Where.
    pub place: Place,
    /// The bank, if it is named.
    pub agent: Option<Agent>,
}

/// Where money arrives.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// At a bank.
    Bank(Account),
    /// At a telephone.
    Mobile(Msisdn),
}

impl Details {
    /// Reads the form; the first thing that is wrong is told.
    pub fn read(form: &DetailsForm) -> Result<Self, Fault> {
        let party = Party {
            name: latin("/name", &form.name)?,
            address: form.address.as_ref().map(AddressForm::read).transpose()?,
        };
        let place = form.account.read()?;
        let agent = form.agent.as_ref().map(AgentForm::read).transpose()?;
        match place {
            Place::Bank(_) if party.address.is_none() => {
                Err(fault("/address", "a bank account's owner has an address, with town and country"))
            }
            Place::Mobile(_) if agent.is_some() => Err(fault("/agent", "a mobile money account has no bank")),
            Place::Bank(_) | Place::Mobile(_) => Ok(Self { party, place, agent }),
        }
    }

    /// Refused unless money of this rail arrives there.
    pub fn must_be_for(&self, rail: Rail) -> Result<(), Fault> {
        match (rail, &self.place) {
            (Rail::BankTransfer, Place::Bank(_)) | (Rail::MobileMoney, Place::Mobile(_)) => Ok(()),
            (Rail::BankTransfer, Place::Mobile(_)) => {
                Err(fault("/account", "the entry says bank_transfer: an iban, or another number at a bank"))
            }
            (Rail::MobileMoney, Place::Bank(_)) => Err(fault("/account", "the entry says mobile_money: an msisdn")),
        }
    }
}

impl AddressForm {
    fn read(&self) -> Result<Address, Fault> {
        Ok(Address {
            street: optional("/address/street", self.street.as_deref(), latin)?,
            building: optional("/address/building", self.building.as_deref(), latin)?,
            post_code: optional("/address/post_code", self.post_code.as_deref(), latin)?,
            town: latin("/address/town", &self.town)?,
            country: parsed("/address/country", &self.country)?,
        })
    }
}

impl AccountForm {
    fn read(&self) -> Result<Place, Fault> {
        if self.scheme.is_some() && self.other.is_none() {
            return Err(fault("/account/scheme", "a scheme goes with other"));
        }
        match (&self.iban, &self.other, &self.msisdn) {
            (Some(iban), None, None) => Ok(Place::Bank(Account::Iban(parsed("/account/iban", iban)?))),
            (None, Some(other), None) => Ok(Place::Bank(Account::Other {
                number: parsed("/account/other", other)?,
                scheme: optional("/account/scheme", self.scheme.as_deref(), parsed)?,
            })),
            (None, None, Some(msisdn)) => Ok(Place::Mobile(parsed("/account/msisdn", msisdn)?)),
            _ => Err(fault("/account", "one of iban, other and msisdn")),
        }
    }

    /// What kind of account it is, and its last four characters: enough to know it by, too little to pay to.
    pub fn masked(&self) -> (&'static str, String) {
        let (kind, number) = match (&self.iban, &self.other, &self.msisdn) {
            (Some(iban), _, _) => ("iban", iban.as_str()),
            (_, Some(other), _) => ("other", other.as_str()),
            (_, _, Some(msisdn)) => ("msisdn", msisdn.as_str()),
            (None, None, None) => ("none", ""),
        };
        let letters = number.chars().count();
        // Of a short number four characters would be most of it.
        let shown = if letters >= 8 { 4 } else { 0 };
        (kind, format!("…{}", number.chars().skip(letters - shown).collect::<String>()))
    }
}

impl AgentForm {
    fn read(&self) -> Result<Agent, Fault> {
        match (&self.bic, &self.member, &self.name) {
            (Some(bic), None, None) if self.system.is_none() => Ok(Agent::Bic(parsed("/agent/bic", bic)?)),
            (None, Some(member), Some(name)) => Ok(Agent::Member {
                system: optional("/agent/system", self.system.as_deref(), parsed)?,
                number: parsed("/agent/member", member)?,
                name: latin("/agent/name", name)?,
            }),
            _ => Err(fault("/agent", "bic alone; or member and name, and a system if there is one")),
        }
    }
}

fn parsed<T: FromStr<Err: Display>>(pointer: &str, text: &str) -> Result<T, Fault> {
    text.parse().map_err(|error| fault(pointer, error))
}

/// A text that fits its place once it is in Latin letters: it is never cut unseen.
fn latin<const MAX: usize>(pointer: &str, text: &str) -> Result<Latin<MAX>, Fault> {
    let wrong = |error: LatinError| fault(pointer, error);
    let whole = Latin::<LONG>::of(text).map_err(wrong)?;
    let length = whole.as_str().chars().count();
    if length > MAX {
        return Err(fault(pointer, format!("{MAX} characters at the most, not {length}, in Latin letters")));
    }
    Latin::of(text).map_err(wrong)
}

fn optional<T>(
    pointer: &str,
    text: Option<&str>,
    read: impl Fn(&str, &str) -> Result<T, Fault>,
) -> Result<Option<T>, Fault> {
    text.map(|text| read(pointer, text)).transpose()
}
