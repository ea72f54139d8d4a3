//! Every text in every language, as it is published. A text that was published is never edited: a changed line here is
//! a further version.

use std::collections::BTreeSet;

use orebook_registry::claim::wording::{Language, Source, render};
use orebook_registry::event::{ClaimFacts, MatchFacts, Number, PremiumFacts, Retired, Wording};
use orebook_registry::instruction::{Beneficiary, Level, PlainClaim};
use orebook_registry::mineral::Mineral;
use orebook_registry::values::*;
use orebook_tests::golden::golden;
use orebook_tests::scenario::{ORIGIN, usd, value};

fn record(claim: ClaimFacts, wording: Wording, mass: &str) -> Retired {
    Retired {
        account: AccountId::from(0),
        batches: Vec::new(),
        beneficiary: Beneficiary { country: value("GB"), name: value("Lumen {mass}"), registration_number: None },
        blocks: Vec::new(),
        claim,
        consent: None,
        finding_due_at: None,
        holder: OrganisationId::from(0),
        mass: value(mass),
        period_from: value("2026-01-01"),
        period_to: value("2026-12-31"),
        principal: None,
        product: None,
        purpose: value("products"),
        retirement: RetirementId::from(0),
        wording,
    }
}

fn matched(earlier: u64) -> ClaimFacts {
    ClaimFacts::Match(MatchFacts {
        claimed: value("2.997"),
        earlier: Number(earlier),
        footprint: FootprintId::from(0),
        footprint_mass: value("3.6"),
        footprint_scope: value("collection_2026"),
        percent: Number(83),
        period_from: value("2026-01-01"),
        period_to: value("2026-12-31"),
    })
}

fn premium() -> ClaimFacts {
    ClaimFacts::Premium(PremiumFacts { date: value("2026-12-31"), reached: usd("8120.50"), routed: usd("12750.00") })
}

fn source(mineral: Mineral, level: Level, countries: &[&str]) -> Source {
    Source {
        mineral,
        level,
        countries: countries.iter().map(|code| value::<Country>(code)).collect::<BTreeSet<_>>(),
        producers: vec![value("Cooperativa Minera Quebrada Clara")],
        origin: ORIGIN.to_owned(),
    }
}

fn every_text() -> String {
    let plain = || PlainClaim {};
    let claims = [
        ("support", record(ClaimFacts::Support(plain()), Wording::Support1, "2.997"), Level::Good),
        ("support of one credit", record(ClaimFacts::Support(plain()), Wording::Support1, "1"), Level::Good),
        ("match", record(matched(0), Wording::Match1, "2.997"), Level::Good),
        ("match after one", record(matched(1), Wording::Match1, "1.5"), Level::Good),
        ("match after several", record(matched(12), Wording::Match1, "1.5"), Level::Good),
        ("premium", record(premium(), Wording::Premium1, "2.997"), Level::Leading),
        ("step", record(ClaimFacts::Step(plain()), Wording::Step1, "2.997"), Level::Entry),
        ("none", record(ClaimFacts::None(plain()), Wording::None1, "2.997"), Level::Good),
        ("none at entry level", record(ClaimFacts::None(plain()), Wording::None1, "2.997"), Level::Entry),
    ];
    let mut lines = String::new();
    for (title, record, level) in &claims {
        for language in Language::ALL {
            let text = render(record, &source(value("GLD"), *level, &["CO", "GH", "TZ"]), *language);
            lines += &format!("{title}, {language}\n  {}\n  {}\n", text.claim.unwrap_or_default(), text.disclosure);
        }
    }
    for mineral in Mineral::all() {
        for language in Language::ALL {
            let text = render(&claims[0].1, &source(mineral, Level::Good, &["CD"]), *language);
            lines += &format!("{mineral}, {language}\n  {}\n  {}\n", text.claim.unwrap_or_default(), text.disclosure);
        }
    }
    lines
}

#[test]
fn every_claim_is_rendered_in_every_language() {
    let texts = every_text();
    assert!(texts.contains("Lumen {mass}"), "what a name says is not read again");
    golden("claim-texts.txt", &texts);
}

#[test]
fn what_entry_level_says_never_certifies() {
    for language in Language::ALL {
        let step = record(ClaimFacts::Step(PlainClaim {}), Wording::Step1, "1");
        let text = render(&step, &source(value("GLD"), Level::Entry, &["CO"]), *language);
        let whole = format!("{} {}", text.claim.expect("a claim"), text.disclosure).to_lowercase();
        for word in ["certif", "cheti", "thibitish"] {
            assert!(!whole.contains(word), "{language}: {whole}");
        }
    }
}

#[test]
fn every_country_has_a_name_in_every_language() {
    for code in ["CO", "CD", "CG", "CI", "KE", "ZW", "PE", "BF"] {
        let names: BTreeSet<String> = Language::ALL
            .iter()
            .filter_map(|language| {
                let support = record(ClaimFacts::Support(PlainClaim {}), Wording::Support1, "1");
                render(&support, &source(value("GLD"), Level::Good, &[code]), *language).claim
            })
            .collect();
        assert_eq!(names.len(), Language::ALL.len(), "{code}");
    }
}
