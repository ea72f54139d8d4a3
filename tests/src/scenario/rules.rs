//! Every refusal that a scenario meets is among the rules that a dry run of its act would show.

use orebook_registry::instruction::Act;
use orebook_registry::{RULES, Refusal, RefusalClass, Rule};

/// # Panics
/// If a verb refuses by a rule that its row in `registry/src/registry/rules.rs` does not have.
pub(super) fn check(act: &Act, refusal: &Refusal) {
    let forecast = RULES.iter().any(|(word, _)| *word == act.word());
    let of_name = matches!(refusal, Refusal::IdWasUsedForAnotherInstruction { .. });
    if !forecast || of_name || refusal.class() == RefusalClass::Identity {
        return;
    }
    let known = Rule::all_of(act, None).iter().any(|rule| rule.code() == refusal.code());
    assert!(known, "{} is refused by {}, which its row of rules does not name", act.word(), refusal.code());
}
