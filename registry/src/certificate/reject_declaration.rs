//! Rejection of a declaration: its period may be declared again.

use super::Certificates;
use crate::event::DeclarationEnded;
use crate::instruction::{RejectDeclaration, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    reject: &RejectDeclaration,
) -> Result<DeclarationEnded, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    certificates.undecided(reject.declaration, asker.organisation)?;
    Ok(DeclarationEnded { declaration: reject.declaration })
}
