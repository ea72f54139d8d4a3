//! What a letter tells, apart from its language: figures with their kinds, kept as JSON until the letter is sent.

mod of_event;

use std::collections::BTreeMap;

use orebook_registry::Registry;
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{Date, Mass, Money, OrganisationId, Timestamp};
use serde::{Deserialize, Serialize};

pub use of_event::facts_of;

/// One thing that is told. Each language writes it in its own way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// The same in every language: a name, an id, a code.
    Text(String),
    /// Kilograms, as a plain decimal.
    Mass(String),
    /// An amount of a currency, as a plain decimal.
    Money(String, String),
    /// A day, UTC: `2026-11-22`.
    Day(String),
    /// A moment, UTC: `2026-11-22 14:05`.
    Moment(String),
    /// A mineral by its code.
    Mineral(String),
    /// A word that each language has, by its name among the texts.
    Word(String),
}

impl From<Mass> for Figure {
    fn from(mass: Mass) -> Self {
        Self::Mass(mass.to_string())
    }
}

impl From<Money> for Figure {
    fn from(money: Money) -> Self {
        let shown = money.to_string();
        let (amount, currency) = shown.split_once(' ').unwrap_or((&shown, ""));
        Self::Money(amount.to_owned(), currency.to_owned())
    }
}

impl From<Date> for Figure {
    fn from(day: Date) -> Self {
        Self::Day(day.to_string())
    }
}

impl From<Timestamp> for Figure {
    fn from(moment: Timestamp) -> Self {
        let shown = moment.to_string();
        Self::Moment(format!("{} {}", &shown[..10], &shown[11..16]))
    }
}

impl From<Mineral> for Figure {
    fn from(mineral: Mineral) -> Self {
        Self::Mineral(mineral.code().to_owned())
    }
}

/// Everything that a letter tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Which section of the texts it is written by.
    pub text: String,
    /// What fills the sentences, by name.
    pub told: BTreeMap<String, Figure>,
    /// What stands in the table below them, by the same names, in order.
    pub table: Vec<String>,
    /// Where to go next: a path of this server, or a whole address.
    pub link: String,
    /// The retirement whose bundle is attached.
    pub attached: Option<String>,
}

impl Facts {
    /// A letter by a section of the texts, leading somewhere.
    pub fn new(text: &str, link: impl Into<String>) -> Self {
        let (told, table, attached) = (BTreeMap::new(), Vec::new(), None);
        Self { text: text.to_owned(), told, table, link: link.into(), attached }
    }

    /// Tells something in a sentence.
    pub fn tell(mut self, name: &str, figure: impl Into<Figure>) -> Self {
        self.told.insert(name.to_owned(), figure.into());
        self
    }

    /// Tells something in the table, and in sentences that want it.
    pub fn list(mut self, name: &str, figure: impl Into<Figure>) -> Self {
        self.table.push(name.to_owned());
        self.tell(name, figure)
    }

    /// As it is kept.
    pub fn to_json(&self) -> Result<String, String> {
        let bytes = orebook_document::canonical(self).map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }

    /// As it was kept.
    pub fn of_json(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }
}

impl From<String> for Figure {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// What has a form of its own is told as it is written.
fn text(shown: impl ToString) -> Figure {
    Figure::Text(shown.to_string())
}

/// What an organisation is called.
fn name(registry: &Registry, organisation: OrganisationId) -> Figure {
    text(registry.parties.organisation(organisation).map_or_else(|| organisation.to_string(), |o| o.name.to_string()))
}
