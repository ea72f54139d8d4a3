//! Accounts and the banks that keep them.

use std::fmt;

use super::paper::Paper;
use crate::{Bic, Code, Currency, Iban, Id, Latin};

/// `AccountIdentification4Choice`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Account {
    /// `IBAN`.
    Iban(Iban),
    /// `Othr`: a number of a country without IBANs.
    Other {
        /// `Id`.
        number: Id<34>,
        /// `SchmeNm/Cd`: a code of ExternalAccountIdentification1Code, such as `BBAN`.
        scheme: Option<Code<4>>,
    },
}

/// `FinancialInstitutionIdentification18`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agent {
    /// `BICFI`.
    Bic(Bic),
    /// `ClrSysMmbId` and `Nm`: a bank by its number in a clearing system.
    Member {
        /// `ClrSysId/Cd`: a code of ExternalClearingSystemIdentification1Code, such as `USABA`.
        system: Option<Code<5>>,
        /// `MmbId`: the bank's number there.
        number: Id<35>,
        /// `Nm`: what the bank is called.
        name: Latin<70>,
    },
}

impl Account {
    /// Writes the account of a payee, whose currency is its own affair.
    pub(super) fn write(&self, name: &str, paper: &mut Paper) {
        paper.element(name, |paper| self.write_id(paper));
    }

    /// Writes an account and the currency in which it is held.
    pub(super) fn write_held_in(&self, currency: Currency, name: &str, paper: &mut Paper) {
        paper.element(name, |paper| {
            self.write_id(paper);
            paper.text("Ccy", &currency.to_string());
        });
    }

    fn write_id(&self, paper: &mut Paper) {
        paper.element("Id", |paper| match self {
            Account::Iban(iban) => paper.text("IBAN", iban.as_str()),
            Account::Other { number, scheme } => paper.element("Othr", |paper| {
                paper.text("Id", number.as_str());
                write_code("SchmeNm", scheme.as_ref().map(Code::as_str), paper);
            }),
        });
    }
}

impl fmt::Display for Account {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Account::Iban(iban) => iban.fmt(out),
            Account::Other { number, .. } => number.fmt(out),
        }
    }
}

impl Agent {
    pub(super) fn write(&self, name: &str, paper: &mut Paper) {
        paper.element(name, |paper| paper.element("FinInstnId", |paper| self.write_id(paper)));
    }

    fn write_id(&self, paper: &mut Paper) {
        match self {
            Agent::Bic(bic) => paper.text("BICFI", bic.as_str()),
            Agent::Member { system, number, name } => {
                paper.element("ClrSysMmbId", |paper| {
                    write_code("ClrSysId", system.as_ref().map(Code::as_str), paper);
                    paper.text("MmbId", number.as_str());
                });
                paper.text("Nm", name.as_str());
            }
        }
    }
}

/// Says that a bank is not named, where the schema wants one: `NOTPROVIDED`.
pub(super) fn write_agent_not_provided(name: &str, paper: &mut Paper) {
    paper.element(name, |paper| {
        paper.element("FinInstnId", |paper| paper.element("Othr", |paper| paper.text("Id", "NOTPROVIDED")));
    });
}

/// A choice between a code and a proprietary text, of which codes alone are written.
pub(super) fn write_code(name: &str, code: Option<&str>, paper: &mut Paper) {
    if let Some(code) = code {
        paper.element(name, |paper| paper.text("Cd", code));
    }
}
