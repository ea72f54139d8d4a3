//! The rules that decide from an entry on: a number, raised by two persons of the operator. A program that does not know a
//! number neither adopts it nor leads a log that has.

use super::{Asker, Parties};
use crate::contradiction::Contradiction;
use crate::event::RulesAdopted;
use crate::instruction::{AdoptRules, Role};
use crate::refusal::Refusal;

/// The newest rules that this program decides by. Those before it stay as they were: old logs replay.
pub const RULES_KNOWN: u16 = 1;

pub(crate) fn decide(parties: &Parties, asker: &Asker, adopt: &AdoptRules) -> Result<RulesAdopted, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let in_force = parties.rules;
    if adopt.rules.0 <= in_force {
        return Err(Refusal::RulesMustBeLater { in_force });
    }
    if adopt.rules.0 > RULES_KNOWN {
        return Err(Refusal::RulesMustBeKnown { known: RULES_KNOWN });
    }
    Ok(RulesAdopted { rules: adopt.rules })
}

/// Whoever only follows applies what a newer program has decided; whether it may lead is asked at its start.
pub(crate) fn apply(parties: &mut Parties, event: &RulesAdopted) -> Result<(), Contradiction> {
    Contradiction::unless(event.rules.0 > parties.rules, "rules are raised")?;
    parties.rules = event.rules.0;
    Ok(())
}
