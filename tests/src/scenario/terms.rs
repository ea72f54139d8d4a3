//! The usual terms: what a programme, a certificate, a declaration and a market are asked for, ready to be varied.

use orebook_registry::instruction::*;
use orebook_registry::values::*;

use super::value;

/// The code of the usual programme.
pub const HZN: &str = "HZN";

/// What a certificate is asked and granted for.
#[derive(Debug, Clone)]
pub struct Certification {
    /// The application; its certifier is whoever grants.
    pub application: ApplyCertificate,
    /// The grant; its certificate is the application's.
    pub grant: GrantCertificate,
}

/// The usual programme, version 1 from 2026-01-01: entry, good, leading and ecological good; a fee of one percent.
pub fn programme() -> DefineProgramme {
    let bps = |points| Bps::new(points).expect("within the whole");
    let level = |level, ecological, claims: &[ClaimType]| LevelTerms { claims: claims.to_vec(), ecological, level };
    let all = [ClaimType::Support, ClaimType::Match, ClaimType::Premium, ClaimType::None];
    DefineProgramme {
        code: value(HZN),
        effective_from: value("2026-01-01"),
        levels: vec![
            level(Level::Entry, YesNo::No, &[ClaimType::Step, ClaimType::None]),
            level(Level::Good, YesNo::No, &all),
            level(Level::Good, YesNo::Yes, &all),
            level(Level::Leading, YesNo::No, &all),
        ],
        minerals: ["GLD", "TIN", "COP"].map(value).to_vec(),
        name: value("Horizon ASM Standard"),
        parameters: ProgrammeParameters {
            administration_bps_max: bps(1_500),
            approve_within_days: Count(180),
            audit_age_months_max: Count(15),
            audit_thresholds: vec![
                AuditThreshold { mass: value("5"), mineral: value("GLD") },
                AuditThreshold { mass: value("20000"), mineral: value("TIN") },
                AuditThreshold { mass: value("100000"), mineral: value("COP") },
            ],
            community_bps_min: bps(1_000),
            compliant_bps_min: bps(8_000),
            declare_within_days: Count(90),
            effective_days_back: Count(30),
            entry_months_max: Count(36),
            fee_bps: bps(100),
            holder_bps_max: bps(1_000),
            inspection_age_months_max: Count(15),
            instalment_bps_max: bps(1_000),
            plan_wait_days: Count(7),
            prefinance_bps_max: bps(2_000),
            resale: Resale::None,
            retire_within_months: Count(12),
            unsold_months: Count(24),
            women_bps_min: bps(1_500),
        },
        version: Count(1),
    }
}

/// Gold at level good for 2026, third party, audited in December before.
pub fn certification(region: &str, maximum: &str) -> Certification {
    let nobody = OrganisationId::from(0);
    let application = ApplyCertificate {
        certifier: nobody,
        continues: None,
        country: value(&region[..2]),
        ecological: YesNo::No,
        holder: None,
        level: Level::Good,
        mandate: Vec::new(),
        mineral: value("GLD"),
        programme: value(HZN),
        region: value(region),
        site: value("SITE-1"),
    };
    let grant = GrantCertificate {
        audited_on: value("2025-12-10"),
        certificate: CertificateId::from(0),
        effective: value("2026-01-01"),
        group: None,
        maximum: value(maximum),
        valid_from: value("2026-01-01"),
        valid_to: value("2026-12-31"),
        verification: Verification::ThirdParty,
    };
    Certification { application, grant }
}

/// The act of a declaration of pure metal.
pub fn declaration(certificate: CertificateId, gross: &str, sold: &str, [from, to]: [&str; 2]) -> Declare {
    Declare {
        certificate,
        evidence: vec![Digest([7; 32])],
        exclusive: YesNo::Yes,
        gross: value(gross),
        period_from: value(from),
        period_to: value(to),
        ppm: value("1000000"),
        sold_physically: value(sold),
    }
}

/// An amount in USD.
pub fn usd(amount: &str) -> Money {
    Money::parse(amount, value("USD")).expect("an amount with two decimals")
}

/// The usual market's terms.
pub fn gold_market() -> OpenMarket {
    OpenMarket {
        currency: value("USD"),
        ecological: YesNo::No,
        floor: usd("4000.00"),
        level: Level::Good,
        mineral: value("GLD"),
        minimum: usd("10.00"),
        programme: value(HZN),
        tick: usd("10.00"),
    }
}
