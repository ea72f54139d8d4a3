//! The register's own waiting times and limits: data, set by two persons of the operator and in force from their entry.

use super::{Asker, Parties};
use crate::event::ParametersAdopted;
use crate::instruction::{AdoptParameters, Role};
use crate::refusal::Refusal;

pub(crate) fn decide(parties: &Parties, asker: &Asker, adopt: &AdoptParameters) -> Result<ParametersAdopted, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    Ok(ParametersAdopted { parameters: adopt.parameters.clone() })
}

pub(crate) fn apply(parties: &mut Parties, event: &ParametersAdopted) {
    parties.parameters = event.parameters.clone();
}
