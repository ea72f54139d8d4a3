//! Who pays and who is paid.

use super::paper::Paper;
use crate::{Country, Latin};

/// `PartyIdentification135`: a name as the bank has it, and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// `Nm`, 70 characters: the schema has room for 140, most banks have not.
    pub name: Latin<70>,
    /// `PstlAdr`.
    pub address: Option<Address>,
}

/// `PostalAddress24`, structured: at the least a town and a country, without which cross-border
/// payments are refused from November 2026 on (CBPR+).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// `StrtNm`.
    pub street: Option<Latin<70>>,
    /// `BldgNb`.
    pub building: Option<Latin<16>>,
    /// `PstCd`.
    pub post_code: Option<Latin<16>>,
    /// `TwnNm`.
    pub town: Latin<35>,
    /// `Ctry`.
    pub country: Country,
}

impl Party {
    pub(super) fn write(&self, name: &str, paper: &mut Paper) {
        paper.element(name, |paper| {
            paper.text("Nm", self.name.as_str());
            if let Some(address) = &self.address {
                address.write(paper);
            }
        });
    }
}

impl Address {
    fn write(&self, paper: &mut Paper) {
        paper.element("PstlAdr", |paper| {
            paper.text_if_any("StrtNm", self.street.as_ref().map(Latin::as_str));
            paper.text_if_any("BldgNb", self.building.as_ref().map(Latin::as_str));
            paper.text_if_any("PstCd", self.post_code.as_ref().map(Latin::as_str));
            paper.text("TwnNm", self.town.as_str());
            paper.text("Ctry", &self.country.to_string());
        });
    }
}
