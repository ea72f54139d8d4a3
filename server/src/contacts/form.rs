//! Contact details, as people write them:
//!
//! ```text
//! {"address":{"street":"Carrera 7","building":"12-34","town":"Medellín","country":"CO"},
//!  "organisation":"org_…",
//!  "persons":[{"email":"clara@coop.example","language":"es","name":"Clara Ruiz","telephone":"+573001234567"}]}
//! ```
//! Where money goes stands in payout details. The organisation is named inside, so that nobody gives out the details of
//! another as its own; whatever is wrong is told with its place, and never repeated.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use orebook_bank::mobile::Msisdn;
use orebook_registry::claim::wording::Language;
use orebook_registry::values::{Country, OrganisationId, Text};
use serde::{Deserialize, Serialize};

use super::Contact;
use crate::access::address::Address;
use crate::payout::details::{AddressForm, Fault};

/// So many people are written to at the most.
const PERSONS_MAX: usize = 20;

/// Whom an organisation is reached by.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactsForm {
    /// Where paper reaches it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<AddressForm>,
    /// Whose these are.
    pub organisation: String,
    /// 1 to 20 people, each with an address of their own.
    pub persons: Vec<ContactForm>,
}

/// Somebody who is written to.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    /// In lower case.
    #[schema(example = "clara@coop.example")]
    pub email: String,
    /// `en`, `es`, `fr` or `sw`.
    #[schema(example = "es")]
    pub language: String,
    /// What letters call them.
    pub name: String,
    /// With `+` and country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "+573001234567")]
    pub telephone: Option<String>,
}

impl ContactsForm {
    /// Whose they are; refused with the first thing that is wrong.
    pub fn check(&self) -> Result<OrganisationId, Fault> {
        let organisation = parsed("/organisation", &self.organisation)?;
        if !(1..=PERSONS_MAX).contains(&self.persons.len()) {
            return Err(fault("/persons", format!("1 to {PERSONS_MAX} people")));
        }
        let mut addresses = BTreeSet::new();
        for (n, person) in self.persons.iter().enumerate() {
            person.check(&format!("/persons/{n}"))?;
            if !addresses.insert(&person.email) {
                return Err(fault(&format!("/persons/{n}/email"), "each address once"));
            }
        }
        self.address.as_ref().map_or(Ok(()), check_address)?;
        Ok(organisation)
    }

    /// As offices are shown them: enough to know them by, too little to write to or to call.
    pub fn masked(self) -> Self {
        let address =
            self.address.map(|address| AddressForm { street: None, building: None, post_code: None, ..address });
        let persons = self.persons.into_iter().map(ContactForm::masked).collect();
        Self { address, persons, ..self }
    }
}

impl ContactForm {
    fn check(&self, place: &str) -> Result<(), Fault> {
        let at = |name: &str| format!("{place}/{name}");
        parsed::<Text>(&at("name"), &self.name)?;
        let email: Address = parsed(&at("email"), &self.email)?;
        if email.as_str() != self.email {
            return Err(fault(&at("email"), "an e-mail address in lower case, without blanks"));
        }
        parsed::<Language>(&at("language"), &self.language)?;
        let telephone = self.telephone.as_deref();
        telephone.map_or(Ok(()), |telephone| parsed::<Msisdn>(&at("telephone"), telephone).map(drop))
    }

    /// The same as a contact.
    pub fn contact(self) -> Result<Contact, Fault> {
        let (email, language) = (parsed("/email", &self.email)?, parsed("/language", &self.language)?);
        Ok(Contact { name: self.name, email, language })
    }

    fn masked(self) -> Self {
        let (local, domain) = self.email.split_once('@').unwrap_or(("", ""));
        let email = format!("{}…@{domain}", local.chars().take(1).collect::<String>());
        let last = |number: String| number.chars().skip(number.chars().count().saturating_sub(4)).collect::<String>();
        let telephone = self.telephone.map(|number| format!("…{}", last(number)));
        Self { email, telephone, ..self }
    }
}

fn check_address(address: &AddressForm) -> Result<(), Fault> {
    let parts = [("street", &address.street), ("building", &address.building), ("post_code", &address.post_code)];
    let given = parts.into_iter().filter_map(|(name, part)| Some((name, part.as_deref()?)));
    for (name, part) in given.chain([("town", address.town.as_str())]) {
        parsed::<Text>(&format!("/address/{name}"), part)?;
    }
    parsed::<Country>("/address/country", &address.country).map(drop)
}

fn fault(pointer: &str, detail: impl Display) -> Fault {
    Fault { pointer: pointer.to_owned(), detail: detail.to_string() }
}

fn parsed<T: FromStr<Err: Display>>(pointer: &str, text: &str) -> Result<T, Fault> {
    text.parse().map_err(|error| fault(pointer, error))
}
