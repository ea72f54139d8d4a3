//! Rejection of a declaration: its period may be declared again.

use super::Certificates;
use crate::event::DeclarationRejected;
use crate::instruction::{RejectDeclaration, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    reject: &RejectDeclaration,
) -> Result<DeclarationRejected, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let (declaration, _) = certificates.judged_by(reject.declaration, asker.organisation)?;
    declaration.must_be_open()?;
    Ok(DeclarationRejected { declaration: reject.declaration, note: reject.note, reason: reject.reason.clone() })
}
