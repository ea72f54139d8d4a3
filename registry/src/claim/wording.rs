//! What a retirement says, rendered from its facts: never typed, so it cannot claim what credits cannot say.
//! A text that has been published is never edited; a better one is a further version.
//!
//! Source of the rules: ISO 22095 (book and claim: no physical link may be implied) and Directive (EU) 2024/825
//! (no generic or unfounded environmental claims, no label of one's own).

mod countries;
mod texts;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::claim::{Claims, Retirement};
use crate::credit::Credits;
use crate::event::{ClaimFacts, MatchFacts, Retired, Wording};
use crate::instruction::Level;
use crate::mineral::Mineral;
use crate::party::Parties;
use crate::values::*;
use texts::{Called, Texts};

codes! {
    /// The languages in which a claim is rendered.
    Language { English = "en", Spanish = "es", French = "fr", Swahili = "sw" }
}

/// The same text in every language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct InLanguages {
    pub en: String,
    pub es: String,
    pub fr: String,
    pub sw: String,
}

impl InLanguages {
    fn of(text: impl Fn(Language) -> Option<String>) -> Option<Self> {
        let [en, es, fr, sw] = [Language::English, Language::Spanish, Language::French, Language::Swahili].map(text);
        Some(Self { en: en?, es: es?, fr: fr?, sw: sw? })
    }

    /// In one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Spanish => &self.es,
            Language::French => &self.fr,
            Language::Swahili => &self.sw,
        }
    }
}

/// The claim as it may be published, and the disclosure that always follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimText<T = String> {
    /// Nothing for claims of type `none`, and where an auditor disputes it.
    pub claim: Option<T>,
    /// That credits are not linked to the mineral in the products, and where to check.
    pub disclosure: T,
}

/// What a text is rendered from, beside the retirement's own facts.
#[derive(Debug, Clone)]
pub struct Source {
    /// The mineral of its class.
    pub mineral: Mineral,
    /// The level of its class.
    pub level: Level,
    /// Where the production took place.
    pub countries: BTreeSet<Country>,
    /// Who produced.
    pub producers: Vec<Text>,
    /// Origin of the log.
    pub origin: String,
}

impl Source {
    /// What stands behind a retirement.
    pub fn of(record: &Retired, parties: &Parties, credits: &Credits, origin: &str) -> Option<Self> {
        let batches: Vec<_> = record.batches.iter().filter_map(|id| credits.batch(*id)).collect();
        let producers: BTreeSet<Text> =
            batches.iter().filter_map(|b| parties.organisation(b.producer)).map(|o| o.name.clone()).collect();
        let class = batches.first()?.class;
        Some(Self {
            mineral: class.mineral,
            level: class.level,
            countries: batches.iter().map(|b| b.serial.country).collect(),
            producers: producers.into_iter().collect(),
            origin: origin.to_owned(),
        })
    }
}

/// What a retirement says now, in every language: corrected, and without its claim where that is disputed.
pub fn current(
    retirement: &Retirement,
    claims: &Claims,
    parties: &Parties,
    credits: &Credits,
    origin: &str,
) -> Option<ClaimText<InLanguages>> {
    let record = claims.current(retirement);
    let text = as_recorded(&record, parties, credits, origin)?;
    Some(ClaimText { claim: text.claim.filter(|_| !retirement.is_disputed()), ..text })
}

/// What a record says, in every language.
pub fn as_recorded(
    record: &Retired,
    parties: &Parties,
    credits: &Credits,
    origin: &str,
) -> Option<ClaimText<InLanguages>> {
    in_languages(record, &Source::of(record, parties, credits, origin)?)
}

/// The text of a record in every language.
pub fn in_languages(record: &Retired, source: &Source) -> Option<ClaimText<InLanguages>> {
    Some(ClaimText {
        claim: InLanguages::of(|language| render(record, source, language).claim),
        disclosure: InLanguages::of(|language| Some(render(record, source, language).disclosure))?,
    })
}

/// The text of a record in one language.
pub fn render(record: &Retired, source: &Source, language: Language) -> ClaimText {
    let (texts, minerals) = (texts_of(language), called(source.mineral, language));
    let mass = record.mass;
    let facts = [
        ("name", record.beneficiary.name.to_string()),
        ("mass", number(mass, texts)),
        ("credits", texts.credits[usize::from(mass != Mass::KILOGRAM)].to_owned()),
        ("countries", joined(source.countries.iter().map(|c| country(*c, language).to_owned()).collect(), texts)),
        ("producers", joined(source.producers.iter().map(ToString::to_string).collect(), texts)),
        ("url", public_url(&source.origin, record.retirement)),
    ]
    .into_iter()
    .chain(minerals);
    let mut facts: Vec<(&str, String)> = facts.collect();
    let template = match (record.wording, &record.claim) {
        (Wording::Support1, ClaimFacts::Support(_)) => Some(texts.support),
        (Wording::Step1, ClaimFacts::Step(_)) => Some(texts.step),
        (Wording::Match1, ClaimFacts::Match(matched)) => {
            facts.extend(match_facts(matched, texts));
            let earlier = usize::try_from(matched.earlier.0.min(2)).unwrap_or(2);
            Some(texts.matched[earlier])
        }
        (Wording::Premium1, ClaimFacts::Premium(premium)) => {
            facts.push(("date", premium.date.to_string()));
            facts.push(("reached", money(premium.reached, texts)));
            facts.push(("routed", money(premium.routed, texts)));
            Some(texts.premium)
        }
        (Wording::Support1 | Wording::Step1 | Wording::Match1 | Wording::Premium1 | Wording::None1, _) => None,
    };
    let at_entry = source.level == Level::Entry;
    let disclosure = if at_entry { texts.disclosure_at_entry } else { texts.disclosure };
    ClaimText { claim: template.map(|template| fill(template, &facts)), disclosure: fill(disclosure, &facts) }
}

fn match_facts(matched: &MatchFacts, texts: &Texts) -> [(&'static str, String); 7] {
    [
        ("claimed", number(matched.claimed, texts)),
        ("earlier", matched.earlier.to_string()),
        ("percent", matched.percent.to_string()),
        ("footprint", number(matched.footprint_mass, texts)),
        ("scope", matched.footprint_scope.as_str().replace('_', " ")),
        ("from", matched.period_from.to_string()),
        ("to", matched.period_to.to_string()),
    ]
}

/// The text with its facts in their places; what a fact itself says is not read again.
fn fill(template: &str, facts: &[(&str, String)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(facts.iter().find(|(known, _)| *known == name).map_or("", |(_, fact)| fact));
        rest = after;
    }
    text + rest
}

fn texts_of(language: Language) -> &'static Texts {
    match language {
        Language::English => &texts::EN,
        Language::Spanish => &texts::ES,
        Language::French => &texts::FR,
        Language::Swahili => &texts::SW,
    }
}

fn called(mineral: Mineral, language: Language) -> Vec<(&'static str, String)> {
    let row = texts::MINERALS.iter().find(|(code, _)| *code == mineral.code());
    let foreign = row.and_then(|(_, names)| match language {
        Language::English => None,
        Language::Spanish => Some(&names[0]),
        Language::French => Some(&names[1]),
        Language::Swahili => Some(&names[2]),
    });
    let english =
        Called { mineral: mineral.name(), basis: mineral.basis(), of_mineral: "", to_mineral: "", of_basis: "" };
    let name = foreign.unwrap_or(&english);
    [
        ("mineral", name.mineral),
        ("basis", name.basis),
        ("of_mineral", name.of_mineral),
        ("to_mineral", name.to_mineral),
        ("of_basis", name.of_basis),
    ]
    .map(|(place, name)| (place, name.to_owned()))
    .to_vec()
}

/// What a country is called.
pub fn country(country: Country, language: Language) -> &'static str {
    let at = countries::COUNTRIES.binary_search_by(|(code, _)| (*code).cmp(country.code()));
    let names = at.ok().map(|at| &countries::COUNTRIES[at].1);
    match (language, names) {
        (Language::English, _) | (_, None) => country_name(country),
        (Language::Spanish, Some([name, _, _])) => name,
        (Language::French, Some([_, name, _])) => name,
        (Language::Swahili, Some([_, _, name])) => name,
    }
}

fn number(mass: Mass, texts: &Texts) -> String {
    mass.to_string().replace('.', &texts.point.to_string())
}

fn money(money: Money, texts: &Texts) -> String {
    format!("{} {}", money.amount().replace('.', &texts.point.to_string()), money.currency)
}

fn joined(mut names: Vec<String>, texts: &Texts) -> String {
    names.sort_unstable();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} {} {last}", rest.join(", "), texts.and),
    }
}

/// The English text of a retirement as it stands now.
pub fn english(
    retirement: &Retirement,
    claims: &Claims,
    parties: &Parties,
    credits: &Credits,
    origin: &str,
) -> ClaimText {
    match current(retirement, claims, parties, credits, origin) {
        Some(text) => ClaimText { claim: text.claim.map(|claim| claim.en), disclosure: text.disclosure.en },
        None => ClaimText { claim: None, disclosure: String::new() },
    }
}

/// Where anyone looks a retirement up.
pub fn public_url(origin: &str, retirement: RetirementId) -> String {
    let host = origin.split('/').next().unwrap_or(origin);
    format!("https://{host}/retirements/{retirement}")
}
