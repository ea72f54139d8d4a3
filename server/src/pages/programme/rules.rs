//! Rules as people read them: what is limited, and the figure. The names are those of the forms by which the operator
//! sets them, so that a rule is called the same wherever it stands.

use std::collections::BTreeMap;

use orebook_registry::instruction::{DefineProgramme, LevelTerms, ProgrammeParameters, RegisterParameters};
use orebook_registry::values::YesNo;
use orebook_texts::Texts;
use serde::Serialize;

use crate::pages::names::Names;

/// Rules on one matter.
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// Each with its figure.
    pub rules: Vec<(String, String)>,
}

/// A rule that another version changed.
pub struct Change {
    /// Which.
    pub rule: String,
    /// As it was.
    pub before: String,
    /// As it is since.
    pub after: String,
}

const MONEY: [&str; 8] = [
    "fee_bps",
    "women_bps_min",
    "community_bps_min",
    "holder_bps_max",
    "administration_bps_max",
    "instalment_bps_max",
    "prefinance_bps_max",
    "plan_wait_days",
];
const CREDITS: [&str; 3] = ["unsold_months", "retire_within_months", "resale"];
const CERTIFICATES: [&str; 7] = [
    "entry_months_max",
    "audit_age_months_max",
    "inspection_age_months_max",
    "compliant_bps_min",
    "declare_within_days",
    "approve_within_days",
    "effective_days_back",
];
const RECORDS: [&str; 3] = ["correction_hours", "correction_after_finding_days", "finding_due_days"];
const COMPLAINTS: [&str; 4] = ["triage_days", "triage_grave_hours", "hold_days", "fraud_hold_days"];
const SAFETY: [&str; 4] = ["key_wait_hours", "proposal_lapse_days", "transfer_wait_hours", "trust_wait_hours"];
const PAYING: [&str; 5] =
    ["receipt_reminder_days", "receipt_unconfirmed_days", "receipt_tolerance", "details_wait_hours", "deal_days_max"];

/// The rules of a programme.
pub fn of_programme(t: Texts, parameters: &ProgrammeParameters) -> Vec<Group> {
    let figures = figures(t, parameters);
    vec![
        group(t, t.programme_money(), &MONEY, &figures),
        group(t, t.programme_credits(), &CREDITS, &figures),
        group(t, t.programme_certificates(), &CERTIFICATES, &figures),
    ]
}

/// The rules of the register itself.
pub fn of_register(t: Texts, parameters: &RegisterParameters) -> Vec<Group> {
    let mut all = figures(t, parameters);
    all.extend(figures(t, &parameters.money()));
    vec![
        group(t, t.programme_records(), &RECORDS, &all),
        group(t, t.programme_paying(), &PAYING, &all),
        group(t, t.programme_complaints(), &COMPLAINTS, &all),
        group(t, t.programme_safety(), &SAFETY, &all),
    ]
}

/// What another version of a programme changed.
pub fn changes(names: &Names<'_>, before: &DefineProgramme, after: &DefineProgramme) -> Vec<Change> {
    let t = names.t;
    let (old, new) = (figures(t, &before.parameters), figures(t, &after.parameters));
    let all = MONEY.iter().chain(&CREDITS).chain(&CERTIFICATES);
    let rule = |name: &&str| {
        let (before, after) = (old.get(*name)?.clone(), new.get(*name)?.clone());
        (before != after).then(|| Change { rule: called(t, name), before, after })
    };
    let minerals = |terms: &DefineProgramme| {
        terms.minerals.iter().map(|mineral| names.mineral(*mineral)).collect::<Vec<_>>().join(", ")
    };
    let level = |terms: &LevelTerms| match terms.ecological {
        YesNo::Yes => format!("{} · {}", t.word("level", terms.level.word()), t.ecological()),
        YesNo::No => t.word("level", terms.level.word()).into_owned(),
    };
    let levels = |terms: &DefineProgramme| terms.levels.iter().map(level).collect::<Vec<_>>().join(", ");
    let change = |rule: &str, before: String, after: String| {
        (before != after).then(|| Change { rule: rule.to_owned(), before, after })
    };
    let lists = [
        change(t.programme_minerals(), minerals(before), minerals(after)),
        change(t.programme_levels(), levels(before), levels(after)),
    ];
    lists.into_iter().flatten().chain(all.filter_map(rule)).collect()
}

fn group(t: Texts, title: &'static str, rules: &[&str], figures: &BTreeMap<String, String>) -> Group {
    let rule = |name: &&str| Some((called(t, name), figures.get(*name)?.clone()));
    Group { title, rules: rules.iter().filter_map(rule).collect() }
}

fn called(t: Texts, name: &str) -> String {
    t.word("field", name).into_owned()
}

/// The figure of every rule, by its name in the act: shares in percent, times as whole numbers.
fn figures(t: Texts, parameters: &impl Serialize) -> BTreeMap<String, String> {
    let Ok(serde_json::Value::Object(all)) = serde_json::to_value(parameters) else { return BTreeMap::new() };
    let figure = |(name, value): (String, serde_json::Value)| {
        let value = value.as_str()?;
        let is_share = name.contains("_bps") || name == "receipt_tolerance";
        let told = match value.parse::<u64>() {
            Ok(points) if is_share => t.percent(points),
            Ok(number) => t.whole(number),
            Err(_) => t.word("resale", value).into_owned(),
        };
        Some((name, told))
    };
    all.into_iter().filter_map(figure).collect()
}

#[cfg(test)]
mod tests {
    use orebook_texts::Tongue;

    use super::*;

    #[test]
    fn every_rule_of_the_register_has_a_name_and_a_figure() {
        for tongue in Tongue::ALL {
            let groups = of_register(Texts::of(tongue), &RegisterParameters::default());
            let told: Vec<_> = groups.iter().flat_map(|group| &group.rules).collect();
            // All of them, but for the money parameters that stand among them as one.
            assert_eq!(told.len(), RECORDS.len() + PAYING.len() + COMPLAINTS.len() + SAFETY.len());
            assert!(told.iter().all(|(name, figure)| !name.is_empty() && !figure.is_empty()), "{tongue:?}");
        }
    }
}
