//! Declaration and issuance: the arithmetic of the maximum, the carry, and the windows in time.

use orebook_registry::Refusal;
use orebook_registry::instruction::{Act, RejectDeclaration};
use orebook_registry::values::{BatchId, Mass};
use orebook_tests::scenario::{Certification, World, at, certification, declaration, value};
use orebook_tests::script::stage;

const HALF: [&str; 2] = ["2026-01-01", "2026-06-30"];

fn issued(world: &World, batch: BatchId) -> String {
    world.scenario.registry.credits.batch(batch).expect("a batch").issued.to_string()
}

fn carry(world: &World) -> Mass {
    world.scenario.registry.certificates.certificate(world.clara_certificate).expect("certified").carry
}

#[test]
fn what_is_less_than_a_lot_is_carried_to_the_next_issuance() {
    let mut world = stage();
    let batch = world.issue(world.clara_certificate, "1.0007", "0", ["2026-01-01", "2026-01-31"]).expect("issued");
    assert_eq!((issued(&world, batch), carry(&world)), ("1".into(), value("0.0007")));
    let batch = world.issue(world.clara_certificate, "1.0005", "0", ["2026-02-01", "2026-02-28"]).expect("issued");
    assert_eq!((issued(&world, batch), carry(&world)), ("1.001".into(), value("0.0002")));
}

#[test]
fn mass_cut_off_by_the_maximum_is_not_carried() {
    let mut world = stage();
    let batch = world.issue(world.clara_certificate, "50", "0", HALF).expect("issued");
    assert_eq!((issued(&world, batch), carry(&world)), ("45".into(), Mass::default()));
    let refusal = world.issue(world.clara_certificate, "0.001", "0", ["2026-07-01", "2026-07-12"]);
    assert_eq!(refusal.expect_err("nothing left").code(), "nothing_to_issue");
}

#[test]
fn clara_has_room_for_minus_412_grams_as_in_story_8() {
    let (mut world, _) = World::issued();
    world.scenario.advance_to(at("2026-10-05"));
    let refusal = world.declare(world.clara_certificate, "26", "25", ["2026-07-01", "2026-09-30"]);
    let expected = Refusal::MaximumIsExceeded {
        maximum: value("45"),
        used: value("20.412"),
        sold_physically: value("25"),
        room: "-0.412".into(),
    };
    assert_eq!(refusal, Err(expected));
    world.declare(world.clara_certificate, "26", "24.588", ["2026-07-01", "2026-09-30"]).expect("to the gram");
}

#[test]
fn a_pending_declaration_takes_its_room_until_it_is_decided() {
    let mut world = stage();
    let first = world.declare(world.clara_certificate, "40", "0", ["2026-01-01", "2026-03-31"]).expect("declared");
    let refusal = world.declare(world.clara_certificate, "20", "6", ["2026-04-01", "2026-06-30"]);
    assert_eq!(refusal.expect_err("5 kg of room").code(), "maximum_is_exceeded");
    let second = world.declare(world.clara_certificate, "20", "5", ["2026-04-01", "2026-06-30"]).expect("declared");
    assert_eq!(world.approve(second, "20").expect_err("no room beside the first").code(), "nothing_to_issue");
    let reject = RejectDeclaration { declaration: first, note: None, reason: value("evidence") };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::RejectDeclaration(reject)).expect("rejected");
    let batch = world.approve(second, "20").expect("the first gave its room back");
    assert_eq!(issued(&world, batch), "15");
    world.issue(world.clara_certificate, "25", "0", ["2026-01-01", "2026-03-31"]).expect("the period is free again");
}

#[test]
fn nothing_to_issue_leaves_the_mass_for_the_next_period() {
    let mut world = stage();
    let declaration = world.declare(world.clara_certificate, "0.0009", "0", HALF).expect("declared");
    let refusal = world.approve(declaration, "0.0009");
    assert_eq!(refusal, Err(Refusal::NothingToIssue { lot: value("0.001"), mass: value("0.0009") }));
    assert_eq!(carry(&world), Mass::default());
}

#[test]
fn verified_and_sold_mass_stay_within_the_fine_mass() {
    let mut world = stage();
    let refusal = world.declare(world.clara_certificate, "10", "10.001", HALF);
    assert_eq!(refusal.expect_err("more sold than mined").code(), "sold_must_not_exceed_verified");
    let mut declare = declaration(world.clara_certificate, "10", "9", HALF);
    declare.ppm = value("899999");
    let clara = world.clara.clone();
    let refusal = world.scenario.act(&clara, Act::Declare(declare.clone()));
    assert_eq!(refusal.expect_err("8.99999 kg fine").code(), "sold_must_not_exceed_verified");
    declare.sold_physically = value("1");
    world.scenario.act(&clara, Act::Declare(declare)).expect("declared");
    let (id, found) = world.scenario.registry.certificates.declarations().last().expect("declared");
    assert_eq!(found.fine, value("8.99999"));
    assert_eq!(world.approve(id, "9").expect_err("more than fine").code(), "verified_must_not_exceed_fine");
    assert_eq!(world.approve(id, "0.5").expect_err("less than sold").code(), "sold_must_not_exceed_verified");
    let batch = world.approve(id, "8").expect("issued");
    assert_eq!(issued(&world, batch), "7");
}

#[test]
fn no_two_declarations_of_a_site_overlap_even_across_certificates() {
    let mut world = stage();
    world.declare(world.clara_certificate, "1", "0", ["2026-02-01", "2026-02-28"]).expect("declared");
    for period in [["2026-02-28", "2026-03-05"], ["2026-01-01", "2026-02-01"], HALF] {
        let refusal = world.declare(world.clara_certificate, "1", "0", period);
        assert_eq!(refusal.expect_err("an overlap").code(), "declarations_must_not_overlap");
    }
    let (clara, acacia) = (world.clara.clone(), world.acacia.clone());
    let mut again = certification("CO-ANT", "45");
    again.grant.effective = value("2026-06-20");
    again.application.level = orebook_registry::instruction::Level::Leading;
    let second = world.certify(&clara, &acacia, again).expect("a second certificate of the same site");
    world.declare(second, "1", "0", ["2026-06-21", "2026-06-30"]).expect("another period");
    let refusal = world.declare(world.clara_certificate, "1", "0", ["2026-06-30", "2026-06-30"]);
    assert_eq!(refusal.expect_err("an overlap").code(), "declarations_must_not_overlap");
}

#[test]
fn a_period_lies_in_one_calendar_and_one_certificate_year() {
    let mut world = World::certified();
    let terms = certification("CO-CHO", "10");
    let grant = orebook_registry::instruction::GrantCertificate {
        valid_from: value("2025-07-01"),
        valid_to: value("2027-06-30"),
        effective: value("2025-12-15"),
        ..terms.grant.clone()
    };
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    let application = orebook_registry::instruction::ApplyCertificate { site: value("SITE-2"), ..terms.application };
    let certificate =
        world.certify(&clara, &cordillera, Certification { application, grant }).expect("a certificate across years");
    world.scenario.advance_to(at("2026-09-01"));
    for period in [["2026-06-15", "2026-07-15"], ["2025-12-20", "2026-01-10"]] {
        let refusal = world.declare(certificate, "1", "0", period);
        assert_eq!(refusal.expect_err("two years").code(), "period_must_be_in_one_year");
    }
    let refusal = world.declare(certificate, "1", "0", ["2025-12-01", "2025-12-20"]);
    assert_eq!(refusal, Err(Refusal::PeriodMustBeCertified { day: value("2025-12-01") }));
    world.issue(certificate, "8", "0", ["2026-01-01", "2026-06-30"]).expect("the first certificate year");
    let batch = world.issue(certificate, "8", "0", ["2026-07-01", "2026-08-31"]).expect("a fresh maximum");
    assert_eq!(issued(&world, batch), "8");
}

#[test]
fn an_expired_certificate_may_be_declared_for_90_days_and_approved_for_180() {
    let mut world = stage();
    let periods = [["2026-07-01", "2026-09-30"], ["2026-10-01", "2026-11-30"], ["2026-12-01", "2026-12-31"]];
    world.scenario.advance_to(at("2027-03-31"));
    let declarations = [0, 1].map(|n| world.declare(world.clara_certificate, "1", "0", periods[n]).expect("day 90"));
    world.scenario.advance_to(at("2027-04-01"));
    let refusal = world.declare(world.clara_certificate, "1", "0", periods[2]);
    assert_eq!(refusal, Err(Refusal::DeclarationIsTooLate { until: value("2027-03-31") }));
    // The audit of December 2025 counts for fifteen months, so approval needs a younger one before it needs day 180.
    let refusal = world.approve(declarations[0], "1");
    assert_eq!(refusal.expect_err("an old audit").code(), "audit_must_be_recent");
    world.scenario.advance_to(at("2027-06-29"));
    assert_eq!(world.approve(declarations[1], "1").expect_err("still open").code(), "audit_must_be_recent");
    world.scenario.advance_to(at("2027-06-30"));
    let refusal = world.approve(declarations[1], "1");
    assert_eq!(refusal, Err(Refusal::DeclarationMustBeOpen { state: "lapsed".into() }));
}

#[test]
fn an_expired_certificate_with_a_young_audit_issues_until_day_180() {
    let mut world = stage();
    let mut terms = certification("CO-CHO", "10");
    terms.application.site = value("SITE-2");
    terms.grant.audited_on = value("2026-06-30");
    terms.grant.effective = value("2026-07-01");
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    let certificate = world.certify(&clara, &cordillera, terms).expect("certified");
    world.scenario.advance_to(at("2027-03-31"));
    let declaration = world.declare(certificate, "1", "0", ["2026-12-01", "2026-12-31"]).expect("day 90");
    world.scenario.advance_to(at("2027-06-29"));
    let batch = world.approve(declaration, "1").expect("day 180");
    assert_eq!(issued(&world, batch), "1");
}

#[test]
fn a_declaration_lapses_by_the_version_in_force_when_it_was_made() {
    let mut world = stage();
    let mut second = orebook_tests::scenario::programme();
    second.version = orebook_registry::instruction::Count(2);
    second.effective_from = value("2027-01-01");
    second.parameters.approve_within_days = orebook_registry::instruction::Count(10);
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::DefineProgramme(second)).expect("version 2, of next year");
    world.declare(world.clara_certificate, "1", "0", HALF).expect("declared");
    let (_, declaration) = world.scenario.registry.certificates.declarations().last().expect("declared");
    assert_eq!(declaration.lapses_at, value::<orebook_registry::values::Date>("2027-06-29").end());
}
