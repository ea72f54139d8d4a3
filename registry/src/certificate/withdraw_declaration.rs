//! Withdrawal of a declaration by whoever may declare: its period may be declared again.

use super::{Certificates, declare};
use crate::event::DeclarationEnded;
use crate::instruction::{MandatePower, WithdrawDeclaration};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    withdraw: &WithdrawDeclaration,
) -> Result<DeclarationEnded, Refusal> {
    declare::require_role(parties, asker)?;
    let own = certificates.find_declaration(withdraw.declaration, |certificate| {
        certificate.may_be_used_by(asker.organisation, MandatePower::Declare)
    });
    let (declaration, _) = own?;
    declaration.must_be_open()?;
    Ok(DeclarationEnded { declaration: withdraw.declaration })
}
