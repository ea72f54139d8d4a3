//! The record of a declaration, and its end.

use super::{Certificates, place};
use crate::Contradiction;
use crate::instruction::Digest;
use crate::refusal::Refusal;
use crate::values::*;

codes! {
    /// `declared → approved | rejected | withdrawn | lapsed`.
    DeclarationState {
        Declared = "declared", Approved = "approved", Rejected = "rejected", Withdrawn = "withdrawn", Lapsed = "lapsed",
    }
}

/// A declaration of production.
#[derive(Debug, Clone)]
pub struct Declaration {
    /// Under which certificate.
    pub certificate: CertificateId,
    /// First day of the period.
    pub period_from: Date,
    /// Last day of the period.
    pub period_to: Date,
    /// Certificate year of the period.
    pub year: u16,
    /// Fine mass declared.
    pub fine: Mass,
    /// Sold physically as certified.
    pub sold_physically: Mass,
    /// What it counts against the maximum while undecided.
    pub counted: Mass,
    /// Digests of the evidence files.
    pub evidence: Vec<Digest>,
    /// When it lapses if nobody decides.
    pub lapses_at: Timestamp,
    /// Where it stands.
    pub state: DeclarationState,
}

impl Declaration {
    pub(super) fn must_be_open(&self) -> Result<(), Refusal> {
        if self.state == DeclarationState::Declared {
            Ok(())
        } else {
            Err(Refusal::DeclarationMustBeOpen { state: self.state.to_string() })
        }
    }
}

impl Certificates {
    /// The undecided declarations of a certificate.
    pub fn open_declarations(&self, certificate: CertificateId) -> impl Iterator<Item = DeclarationId> {
        let all = (certificate, DeclarationId::from(0))..=(certificate, DeclarationId::from(u128::MAX));
        self.open.range(all).map(|(_, id)| *id)
    }

    /// Ends an undecided declaration and gives back what it counted against the year's maximum.
    pub(super) fn close_declaration(
        &mut self,
        id: DeclarationId,
        state: DeclarationState,
    ) -> Result<(), Contradiction> {
        let declaration =
            self.declarations.get_mut(&id).ok_or(Contradiction::new("an event names an existing declaration"))?;
        Contradiction::unless(
            declaration.state == DeclarationState::Declared,
            "only an undecided declaration is decided",
        )?;
        declaration.state = state;
        let (certificate, year, counted) = (declaration.certificate, declaration.year, declaration.counted);
        self.declaration_deadlines.remove(&(declaration.lapses_at, id));
        self.open.remove(&(certificate, id));
        self.owed.remove(&id);
        let from = declaration.period_from;
        let certificate =
            self.certificates.get_mut(&certificate).ok_or(Contradiction::new("a declaration has its certificate"))?;
        if state != DeclarationState::Approved {
            for key in place::keys(certificate) {
                self.periods.remove(key, from);
            }
        }
        let used = certificate.use_of_mut(year);
        used.pending = used.pending.less(counted);
        Ok(())
    }
}
