//! The rules that an approval is held against, each with whether it holds today and, where not, why.

use orebook_registry::certificate::{Certificate, Declaration};
use orebook_registry::values::Date;

use crate::pages::act::told::{Refused, refused};
use crate::pages::names::Names;
use crate::problem::Problem;

/// A rule.
pub struct Check {
    /// What must be so.
    pub rule: String,
    /// Why it is not.
    pub refused: Option<Refused>,
}

/// The rules, in the order in which the register looks at them.
pub fn checks(names: Names<'_>, certificate: &Certificate, declaration: &Declaration, today: Date) -> Vec<Check> {
    let registry = names.registry;
    let rules = registry.certificates.approval_rules(&registry.parties, certificate, declaration, today);
    let check = |(rule, outcome): (orebook_registry::certificate::ApprovalRule, Result<(), _>)| Check {
        rule: names.t.word("certifier-rule", rule.word()).into_owned(),
        refused: outcome.err().map(|refusal| refused(&Problem::from(refusal), names)),
    };
    rules.into_iter().map(check).collect()
}
