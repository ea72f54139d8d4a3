//! What a retirement says, rendered from its facts: never typed, so it cannot claim what credits cannot say.
//! A text that has been published is never edited; a better one is a further version.
//!
//! Source of the rules: ISO 22095 (book and claim: no physical link may be implied) and Directive (EU) 2024/825
//! (no generic or unfounded environmental claims, no label of one's own).

use std::collections::BTreeSet;

use crate::claim::Retirement;
use crate::credit::Credits;
use crate::event::{ClaimFacts, MatchFacts, Wording};
use crate::mineral::Mineral;
use crate::values::*;

/// The claim as it may be published, and the disclosure that always follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimText {
    /// Nothing for claims of type `none`.
    pub claim: Option<String>,
    /// That credits are not linked to the mineral in the products, and where to check.
    pub disclosure: String,
}

/// The English text of a retirement.
pub fn english(retirement: &Retirement, credits: &Credits, origin: &str) -> ClaimText {
    let record = &retirement.record;
    let Some(first) = record.batches.first().and_then(|id| credits.batch(*id)) else {
        return ClaimText { claim: None, disclosure: String::new() };
    };
    let mineral = first.class.mineral;
    let claim = match (record.wording, &record.claim) {
        (Wording::Support1, ClaimFacts::Support(_)) => {
            Some(support(record.beneficiary.name.as_str(), record.mass, mineral, &countries(retirement, credits)))
        }
        (Wording::Match1, ClaimFacts::Match(facts)) => {
            Some(matched(record.beneficiary.name.as_str(), record.mass, mineral, facts))
        }
        (Wording::Support1 | Wording::Match1 | Wording::None1, _) => None,
    };
    ClaimText { claim, disclosure: disclosure(mineral, origin, record.retirement) }
}

/// `support/1`
fn support(name: &str, mass: Mass, mineral: Mineral, countries: &str) -> String {
    format!(
        "{name} supported certified production of {} by artisanal and small-scale miners in {countries} by retiring {} for {mass} kg.",
        mineral.basis(),
        credits_word(mass),
    )
}

/// `match/1`
fn matched(name: &str, mass: Mass, mineral: Mineral, facts: &MatchFacts) -> String {
    let own = format!("{name} retired {} for {mass} kg of {}", credits_word(mass), mineral.basis());
    let together = match facts.earlier.0 {
        0 => String::new(),
        1 => format!("; this and 1 earlier retirement together, {} kg,", facts.claimed),
        n => format!("; this and {n} earlier retirements together, {} kg,", facts.claimed),
    };
    let verb = if facts.earlier.0 == 0 { ", equal to" } else { " equal" };
    format!(
        "{own}{together}{verb} {} % of the {} it calculates it used ({} kg, {}, {} to {}).",
        facts.percent,
        mineral.name(),
        facts.footprint_mass,
        facts.footprint_scope.as_str().replace('_', " "),
        facts.period_from,
        facts.period_to,
    )
}

fn disclosure(mineral: Mineral, origin: &str, retirement: RetirementId) -> String {
    format!(
        "This is a book-and-claim record. Credits stand for certified production and are not linked to the {} in the products. Check it at {}.",
        mineral.name(),
        public_url(origin, retirement),
    )
}

/// Where anyone looks a retirement up.
pub fn public_url(origin: &str, retirement: RetirementId) -> String {
    let host = origin.split('/').next().unwrap_or(origin);
    format!("https://{host}/retirements/{retirement}")
}

fn credits_word(mass: Mass) -> &'static str {
    if mass == Mass::KILOGRAM { "a credit" } else { "credits" }
}

/// Where the credits' production took place, named and joined.
fn countries(retirement: &Retirement, credits: &Credits) -> String {
    let batches = retirement.record.batches.iter().filter_map(|id| credits.batch(*id));
    let names: BTreeSet<&str> = batches.map(|batch| country_name(batch.serial.country)).collect();
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
