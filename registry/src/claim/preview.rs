//! A preview: what a retirement that has not happened would say.

use std::collections::BTreeSet;

use super::wording::{ClaimText, InLanguages, Source, in_languages};
use crate::event::{ClaimFacts, MatchFacts, Number, Retired, Wording};
use crate::instruction::{Beneficiary, ClaimType, Level, PlainClaim};
use crate::mineral::Mineral;
use crate::values::*;

/// What is supposed.
#[derive(Debug, Clone)]
pub struct Supposed {
    /// For whom.
    pub name: Text,
    /// The type of its claim.
    pub claim: ClaimType,
    /// What is retired.
    pub mineral: Mineral,
    /// How much.
    pub mass: Mass,
    /// Where it was mined.
    pub country: Country,
    /// The use it is measured against, for `match`.
    pub footprint: Mass,
    /// The claim's period, and the footprint's.
    pub period: (Date, Date),
}

/// What it would say; without a claim for `none`, and for `premium`, whose figures nobody can suppose.
pub fn preview(supposed: &Supposed, origin: &str) -> Option<ClaimText<InLanguages>> {
    let source = Source {
        mineral: supposed.mineral,
        level: if supposed.claim == ClaimType::Step { Level::Entry } else { Level::Good },
        countries: BTreeSet::from([supposed.country]),
        producers: Vec::new(),
        origin: origin.to_owned(),
    };
    let (claim, wording) = facts(supposed)?;
    let record = Retired {
        account: AccountId::from(0),
        batches: Vec::new(),
        beneficiary: Beneficiary { country: supposed.country, name: supposed.name.clone(), registration_number: None },
        blocks: Vec::new(),
        claim,
        consent: None,
        finding_due_at: None,
        holder: OrganisationId::from(0),
        mass: supposed.mass,
        period_from: supposed.period.0,
        period_to: supposed.period.1,
        principal: None,
        product: None,
        purpose: "preview".parse().ok()?,
        retirement: RetirementId::from(0),
        wording,
    };
    in_languages(&record, &source)
}

fn facts(supposed: &Supposed) -> Option<(ClaimFacts, Wording)> {
    Some(match supposed.claim {
        ClaimType::Support => (ClaimFacts::Support(PlainClaim {}), Wording::Support1),
        ClaimType::Step => (ClaimFacts::Step(PlainClaim {}), Wording::Step1),
        ClaimType::None | ClaimType::Premium => (ClaimFacts::None(PlainClaim {}), Wording::None1),
        ClaimType::Match => {
            let facts = MatchFacts {
                claimed: supposed.mass,
                earlier: Number(0),
                footprint: FootprintId::from(0),
                footprint_mass: supposed.footprint,
                footprint_scope: "products".parse().ok()?,
                period_from: supposed.period.0,
                period_to: supposed.period.1,
                percent: super::correct_retirement::percent(supposed.mass, supposed.footprint),
            };
            (ClaimFacts::Match(facts), Wording::Match1)
        }
    })
}
