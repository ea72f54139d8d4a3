//! Certificates: consent, groups, oversold years, levels, maxima, accreditations and equivalences.

use orebook_registry::Refusal;
use orebook_registry::instruction::*;
use orebook_registry::values::CertificateId;
use orebook_tests::scenario::{Actor, Certification, certification, value};

use super::{Row, Stage, refusal};

const JULY: [&str; 2] = ["2026-07-01", "2026-07-10"];

fn terms(alter: impl FnOnce(&mut Certification)) -> Certification {
    let mut terms = certification("CO-CHO", "45");
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-07-01");
    alter(&mut terms);
    terms
}

fn certify(s: &mut Stage, alter: impl FnOnce(&mut Certification)) -> Result<CertificateId, Refusal> {
    s.world.certify(&s.clara.clone(), &s.cordillera.clone(), terms(alter))
}

fn group(compliant: &str) -> Option<GroupTerms> {
    Some(GroupTerms { compliant: value(compliant), inspected_on: value("2026-06-30"), members: Count(100) })
}

fn inspection(certificate: CertificateId, compliant: &str, maximum: Option<&str>) -> Act {
    Act::RecordInspection(RecordInspection {
        certificate,
        compliant: value(compliant),
        failed: value("10"),
        inspected_on: value("2026-07-10"),
        maximum: maximum.map(value),
        members: Count(100),
    })
}

fn sale(certificate: CertificateId, mass: &str) -> Act {
    Act::RecordPhysicalSale(RecordPhysicalSale { certificate, mass: value(mass), sold_on: value("2026-07-12") })
}

fn with_holder(s: &mut Stage) -> (Actor, CertificateId) {
    let holder = s.world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
    let id = holder.id;
    (holder, certify(s, |c| c.application.holder = Some(id)).expect("certified"))
}

fn equivalence() -> RecordEquivalence {
    let side = |level| ProgrammeLevel { level, programme: value("HZN") };
    RecordEquivalence {
        extent: EquivalenceExtent::Full,
        from: side(Level::Leading),
        from_date: value("2026-07-01"),
        to: side(Level::Good),
        until: value("2027-06-30"),
    }
}

pub const ROWS: &[Row] = &[
    ("mandate_must_be_accepted", |s| {
        let holder = s.world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
        let terms = terms(|c| c.application.holder = Some(holder.id));
        let (clara, cordillera) = (s.clara.clone(), s.cordillera.clone());
        let apply = ApplyCertificate { certifier: cordillera.id, ..terms.application };
        s.world.scenario.act(&clara, Act::ApplyCertificate(apply)).expect("applied for");
        let (certificate, _) = s.world.scenario.registry.certificates.certificates().last().expect("applied for");
        s.world.scenario.act(&cordillera, Act::BeginAudit(BeginAudit { certificate })).expect("begun");
        s.by_cordillera(Act::GrantCertificate(GrantCertificate { certificate, ..terms.grant }))
    }),
    ("mandate_must_await_consent", |s| {
        let (holder, certificate) = with_holder(s);
        s.refused(&holder, Act::AcceptMandate(AcceptMandate { certificate }))
    }),
    ("mandate_must_be_in_force", |s| {
        let (_, certificate) = with_holder(s);
        let end = Act::EndMandate(EndMandate { certificate });
        s.world.scenario.act(&s.clara.clone(), end.clone()).expect("ended");
        s.by_clara(end)
    }),
    ("certificate_must_be_held", |s| {
        let certificate = s.world.clara_certificate;
        let surrender =
            SurrenderCertificate { certificate, effective: value("2026-07-13"), reason: value("mine_closed") };
        s.world.scenario.act(&s.clara.clone(), Act::SurrenderCertificate(surrender)).expect("surrendered");
        let release = ReleaseCertificateHold { certificate, note: None, reason: value("settled") };
        s.by_cordillera(Act::ReleaseCertificateHold(release))
    }),
    ("certificate_must_not_be_oversold", |s| {
        let certificate = s.world.clara_certificate;
        s.world.scenario.act(&s.clara.clone(), sale(certificate, "12")).expect("recorded, and short");
        refusal(s.world.declare(certificate, "1", "0", JULY))
    }),
    ("group_must_be_compliant", |s| {
        let certificate = certify(s, |c| c.grant.group = group("9000")).expect("certified");
        s.world.scenario.act(&s.cordillera.clone(), inspection(certificate, "7999", None)).expect("recorded");
        refusal(s.world.declare(certificate, "1", "0", JULY))
    }),
    ("inspection_must_be_recent", |s| {
        let old = GroupTerms { inspected_on: value("2025-04-12"), ..group("9000").expect("a group") };
        refusal(certify(s, |c| c.grant.group = Some(old)))
    }),
    ("accreditation_must_be_in_force", |s| {
        let (accreditation, _) = s.world.scenario.registry.certificates.accreditations().next().expect("given");
        let withdraw =
            Act::WithdrawAccreditation(WithdrawAccreditation { accreditation, reason: value("standards_not_kept") });
        s.world.scenario.act(&s.operator.clone(), withdraw.clone()).expect("withdrawn");
        s.by_operator(withdraw)
    }),
    ("equivalence_must_be_in_force", |s| {
        let operator = s.operator.clone();
        s.world.scenario.act(&operator, Act::RecordEquivalence(equivalence())).expect("recorded");
        let (id, _) = s.world.scenario.registry.certificates.equivalences().next().expect("recorded");
        let revoke = Act::RevokeEquivalence(RevokeEquivalence {
            effective: value("2026-08-01"),
            equivalence: id,
            reason: value("standard_changed"),
        });
        s.world.scenario.act(&operator, revoke.clone()).expect("revoked");
        s.by_operator(revoke)
    }),
    ("equivalences_must_not_overlap", |s| {
        s.world.scenario.act(&s.operator.clone(), Act::RecordEquivalence(equivalence())).expect("recorded");
        s.by_operator(Act::RecordEquivalence(equivalence()))
    }),
    ("level_must_follow", |s| {
        certify(s, |c| c.application.level = Level::Entry).expect("entry");
        refusal(certify(s, |c| c.application.level = Level::Leading))
    }),
    ("entry_level_is_limited", |s| {
        refusal(certify(s, |c| {
            c.application.level = Level::Entry;
            c.grant.valid_to = value("2029-01-01");
        }))
    }),
    ("maximum_must_rise", |s| {
        let certificate = s.world.clara_certificate;
        let extend = ExtendMaximum { certificate, maximum: value("45"), note: None, reason: value("new_shaft") };
        s.by_cordillera(Act::ExtendMaximum(extend))
    }),
    ("maximum_must_cover_use", |s| {
        let certificate = certify(s, |c| c.grant.group = group("9000")).expect("certified");
        s.world.declare(certificate, "5", "0", JULY).expect("declared");
        s.by_cordillera(inspection(certificate, "9000", Some("4.999")))
    }),
];
