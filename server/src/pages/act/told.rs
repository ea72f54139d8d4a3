//! What happened to what was signed, in the reader's language: done, or refused by which rule, with the figures and what
//! to do next.

use serde_json::Value;

use crate::pages::names::Names;
use crate::problem::Problem;

/// A refusal as it is told.
#[derive(Debug, Clone)]
pub struct Refused {
    /// What happened, with the figures.
    pub what: String,
    /// What can be done.
    pub help: String,
    /// The rule's code.
    pub code: String,
}

/// Facts that are hundredths of a percent, by the code of the refusal.
const SHARES: &[(&str, &[&str])] = &[
    ("costs_are_above_maximum", &["maximum"]),
    ("group_must_be_compliant", &["compliant", "minimum"]),
    ("rate_is_above_maximum", &["rate", "maximum"]),
    ("share_is_above_maximum", &["share", "maximum"]),
    ("share_is_below_minimum", &["share", "minimum"]),
    ("shares_must_sum_to_whole", &["sum"]),
];

/// Tells a problem.
pub fn refused(problem: &Problem, names: Names<'_>) -> Refused {
    let t = names.t;
    let id = format!("refusal-{}", problem.code.replace('_', "-"));
    let shares = SHARES.iter().find(|(code, _)| *code == problem.code).map_or(&[][..], |(_, facts)| facts);
    let told = |(name, value): (&String, &Value)| {
        let share = value.as_u64().or_else(|| value.as_str()?.parse().ok());
        share.filter(|_| shares.contains(&name.as_str())).map_or_else(|| figure(value, names), |bps| t.percent(bps))
    };
    let figures = || problem.facts.as_object().into_iter().flatten().map(|fact| (fact.0.as_str(), told(fact)));
    let other =
        || t.told("refusal-other", [("detail", problem.detail.clone())]).unwrap_or_else(|| problem.detail.clone());
    let help = || t.find("refusal-other-help").unwrap_or_default().to_owned();
    Refused {
        what: t.told(&id, figures()).unwrap_or_else(other),
        help: t.told(&format!("{id}-help"), figures()).unwrap_or_else(help),
        code: problem.code.clone(),
    }
}

/// A fact of a refusal as the language writes it.
fn figure(value: &Value, names: Names<'_>) -> String {
    let t = names.t;
    match value {
        Value::String(text) => written(text, names),
        Value::Number(number) => t.decimal(&number.to_string()),
        Value::Object(money) if money.contains_key("currency") => {
            let of = |name: &str| money.get(name).and_then(Value::as_str).unwrap_or_default();
            t.money(of("amount"), of("currency"))
        }
        Value::Array(all) => all.iter().map(|one| figure(one, names)).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn written(text: &str, names: Names<'_>) -> String {
    let t = names.t;
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    match shape.as_str() {
        "0000-00-00" => t.day(text),
        moment if moment.starts_with("0000-00-00T00:00") => t.moment(text),
        number if !number.is_empty() && number.chars().all(|c| matches!(c, '0' | '.')) => t.decimal(text),
        // Words of which one is allowed.
        _ if text.contains(" or ") => text.split(" or ").map(|one| written(one, names)).collect::<Vec<_>>().join(", "),
        _ => names.of_id(text).or_else(|| word(text, names)).unwrap_or_else(|| text.to_owned()),
    }
}

/// A code word, whichever set it is of.
fn word(text: &str, names: Names<'_>) -> Option<String> {
    const SETS: [&str; 14] = [
        "role",
        "organisation-state",
        "certificate-state",
        "declaration-state",
        "deal-state",
        "payout-state",
        "hold-reason",
        "halt-reason",
        "level",
        "claim-type",
        "finding-outcome",
        "kind",
        "party",
        "mineral",
    ];
    let is_code = text.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_uppercase());
    let known = |set: &&str| names.t.find(&format!("{set}-{}", text.to_lowercase().replace('_', "-")));
    SETS.iter().filter(|_| is_code).find_map(known).map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use orebook_registry::{Refusal, Registry};
    use orebook_texts::{Texts, Tongue};
    use serde_json::json;

    use super::*;

    /// The name of a refusal as its code.
    fn code(name: &str) -> String {
        let parts =
            name.chars().map(|c| if c.is_uppercase() { format!("_{}", c.to_lowercase()) } else { c.to_string() });
        parts.collect::<String>().trim_start_matches('_').to_owned()
    }

    #[test]
    fn every_refusal_is_told_with_what_can_be_done() {
        let told = |id: &str| Texts::ids().binary_search(&id).is_ok();
        for (name, ..) in Refusal::TABLE {
            let id = format!("refusal-{}", code(name).replace('_', "-"));
            assert!(told(&id) && told(&format!("{id}-help")), "{id}");
        }
    }

    #[test]
    fn figures_are_written_as_the_language_writes_them() {
        let registry = Registry::default();
        let names = Names { registry: &registry, t: Texts::of(Tongue::Spanish), me: None, office: false };
        let told = |code: &str, facts: Value| {
            let problem = Problem::new(actix_web::http::StatusCode::CONFLICT, code, "");
            refused(&Problem { facts, ..problem }, names).what
        };
        let shares = told("shares_must_sum_to_whole", json!({ "sum": 9_950 }));
        assert!(shares.contains("99,50\u{a0}%"), "{shares}");
        let group = told("group_must_be_compliant", json!({ "compliant": "7500", "minimum": "8000" }));
        assert!(group.contains("75\u{a0}%") && group.contains("80\u{a0}%"), "{group}");
        assert_eq!(figure(&json!(["2026-07-31", "0.5"]), names), "31 de julio de 2026, 0,5");
        assert_eq!(figure(&json!("active or suspended"), names).matches(", ").count(), 1);
    }
}
