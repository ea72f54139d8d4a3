//! Groups with an internal inspection, levels, and maxima that rise and fall.

use orebook_registry::Refusal;
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_tests::scenario::{Certification, World, at, certification, value};
use orebook_tests::script::stage;

const HALF: [&str; 2] = ["2026-01-01", "2026-06-30"];
const JULY: [&str; 2] = ["2026-07-01", "2026-07-10"];

fn group_of(world: &mut World) -> CertificateId {
    let mut terms = certification("CO-CHO", "10");
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-06-20");
    terms.grant.audited_on = value("2026-06-10");
    terms.grant.valid_to = value("2028-12-31");
    let inspected_on = value("2026-05-31");
    terms.grant.group = Some(GroupTerms { compliant: value("9000"), inspected_on, members: Count(40) });
    certify(world, terms).expect("certified")
}

fn certify(world: &mut World, terms: Certification) -> Result<CertificateId, Refusal> {
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    world.certify(&clara, &cordillera, terms)
}

fn inspect(
    world: &mut World,
    certificate: CertificateId,
    (inspected_on, compliant, failed, maximum): (&str, &str, &str, Option<&str>),
) -> Result<(), Refusal> {
    let record = RecordInspection {
        certificate,
        compliant: value(compliant),
        failed: value(failed),
        inspected_on: value(inspected_on),
        maximum: maximum.map(value),
        members: Count(40),
    };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::RecordInspection(record)).map(|_| ())
}

fn extend(world: &mut World, certificate: CertificateId, maximum: &str) -> Result<(), Refusal> {
    let extend = ExtendMaximum { certificate, maximum: value(maximum), note: None, reason: value("new_shaft") };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::ExtendMaximum(extend)).map(|_| ())
}

fn maximum(world: &World, certificate: CertificateId, year: u16) -> String {
    world.scenario.registry.certificates.certificate(certificate).expect("there").maximum_of(year).to_string()
}

#[test]
fn too_few_compliant_members_stop_declarations_and_issuance_until_a_better_inspection() {
    let mut world = stage();
    let certificate = group_of(&mut world);
    let declared = world.declare(certificate, "1", "0", JULY).expect("declared");
    inspect(&mut world, certificate, ("2026-07-12", "7999", "8", None)).expect("recorded");
    let stopped = Refusal::GroupMustBeCompliant { compliant: value("7999"), minimum: value("8000") };
    assert_eq!(world.approve(declared, "1"), Err(stopped.clone()));
    assert_eq!(world.declare(certificate, "1", "0", ["2026-07-11", "2026-07-12"]), Err(stopped));
    inspect(&mut world, certificate, ("2026-07-13", "8000", "8", None)).expect("a better one");
    world.approve(declared, "1").expect("issued");
}

#[test]
fn an_old_inspection_stops_issuance_but_not_the_declaration() {
    let mut world = stage();
    let certificate = group_of(&mut world);
    world.scenario.advance_to(at("2027-08-31"));
    let declared = world.declare(certificate, "1", "0", ["2027-08-01", "2027-08-30"]).expect("declared");
    world.scenario.advance_to(at("2027-09-01"));
    let (inspected_on, until) = (value("2026-05-31"), value("2027-08-31"));
    assert_eq!(world.approve(declared, "1"), Err(Refusal::InspectionMustBeRecent { inspected_on, until }));
    inspect(&mut world, certificate, ("2027-08-31", "9000", "4", None)).expect("a new one");
    world.approve(declared, "1").expect("issued, with an audit 15 months old at the most");
}

#[test]
fn members_that_fail_leave_the_certified_volume_from_then_on() {
    let mut world = stage();
    let certificate = group_of(&mut world);
    world.issue(certificate, "6", "0", JULY).expect("issued");
    let covers =
        |asked: &str| Refusal::MaximumMustCoverUse { used: value("6"), maximum: value("10"), asked: value(asked) };
    for asked in ["5.999", "10", "11"] {
        let answer = inspect(&mut world, certificate, ("2026-07-12", "9000", "4", Some(asked)));
        assert_eq!(answer, Err(covers(asked)));
    }
    inspect(&mut world, certificate, ("2026-07-12", "9000", "4", Some("9"))).expect("nine tenths");
    assert_eq!((maximum(&world, certificate, 0), maximum(&world, certificate, 1)), ("9".into(), "9".into()));
    let refusal = world.declare(certificate, "4", "4", ["2026-07-11", "2026-07-12"]).expect_err("3 kg of room");
    assert_eq!(refusal.code(), "maximum_is_exceeded");
}

#[test]
fn an_inspection_keeps_to_its_own_figures_and_to_the_order_of_days() {
    let mut world = stage();
    let certificate = group_of(&mut world);
    for (row, code) in [
        (("2026-05-30", "9000", "4", None), "dates_must_be_in_order"),
        (("2026-07-14", "9000", "4", None), "dates_must_be_in_order"),
        (("2026-07-12", "9000", "41", None), "field_must_be"),
        (("2026-07-12", "9001", "4", None), "field_must_be"),
    ] {
        assert_eq!(inspect(&mut world, certificate, row).expect_err(code).code(), code, "{row:?}");
    }
    let ungrouped = world.clara_certificate;
    let refusal = inspect(&mut world, ungrouped, ("2026-07-12", "9000", "4", None)).expect_err("no group");
    assert_eq!(refusal.code(), "field_must_be");
    inspect(&mut world, certificate, ("2026-07-12", "9000", "4", None)).expect("36 of 40 at the most");
}

#[test]
fn a_group_is_granted_with_a_compliant_share_and_a_recent_inspection() {
    let mut world = stage();
    let mut terms = certification("CO-CHO", "10");
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-07-01");
    for (compliant, inspected_on, code) in [
        ("7999", "2026-06-30", "group_must_be_compliant"),
        ("9000", "2026-07-14", "dates_must_be_in_order"),
        ("9000", "2025-04-12", "inspection_must_be_recent"),
    ] {
        let group = GroupTerms { compliant: value(compliant), inspected_on: value(inspected_on), members: Count(40) };
        let grant = GrantCertificate { group: Some(group), ..terms.grant.clone() };
        let answer = certify(&mut world, Certification { grant, ..terms.clone() });
        assert_eq!(answer.expect_err(code).code(), code);
    }
}

#[test]
fn an_extension_raises_the_maximum_from_its_year_on_and_never_of_a_year_before() {
    let mut world = stage();
    let certificate = group_of(&mut world);
    world.scenario.advance_to(at("2027-03-01"));
    assert_eq!(extend(&mut world, certificate, "9.9").expect_err("down").code(), "maximum_must_rise");
    extend(&mut world, certificate, "15").expect("raised");
    let maxima = [0, 1, 2].map(|year| maximum(&world, certificate, year));
    assert_eq!(maxima, ["10", "15", "15"]);
    let refusal = world.declare(certificate, "11", "11", ["2026-07-01", "2026-12-31"]).expect_err("the old maximum");
    assert_eq!(refusal.code(), "maximum_is_exceeded");
    world.issue(certificate, "15", "0", ["2027-01-01", "2027-02-28"]).expect("the new one");
}

#[test]
fn levels_go_one_step_up_at_a_time_at_a_site_and_mineral() {
    let mut world = stage();
    let at_level = |site: &str, level| {
        let mut terms = certification("CO-CHO", "10");
        terms.application.site = value(site);
        terms.application.level = level;
        terms.grant.effective = value("2026-07-01");
        terms
    };
    let entry = certify(&mut world, at_level("SITE-2", Level::Entry)).expect("entry");
    let refusal = certify(&mut world, at_level("SITE-2", Level::Leading)).expect_err("two steps");
    let (level, latest) = (Level::Leading, Level::Entry);
    assert_eq!(refusal, Refusal::LevelMustFollow { level, latest, certificate: entry });
    certify(&mut world, at_level("SITE-3", Level::Leading)).expect("another site");
    let mut good = at_level("SITE-2", Level::Good);
    good.application.continues = Some(entry);
    let good = certify(&mut world, good).expect("one step");
    certify(&mut world, at_level("SITE-2", Level::Leading)).expect("one more");
    certify(&mut world, at_level("SITE-2", Level::Entry)).expect("down as far as need be");
    let continued = world.scenario.registry.certificates.certificate(good).expect("there").continues;
    assert_eq!(continued, Some(entry));
}

#[test]
fn a_level_is_looked_at_again_when_it_is_granted() {
    let mut world = stage();
    let cordillera = world.cordillera.clone();
    let clara = world.clara.clone();
    let mut leading = certification("CO-CHO", "10");
    leading.application.level = Level::Leading;
    leading.application.site = value("SITE-2");
    let apply = ApplyCertificate { certifier: cordillera.id, ..leading.application.clone() };
    world.scenario.act(&clara, Act::ApplyCertificate(apply)).expect("nothing was granted there yet");
    let (certificate, _) = world.scenario.registry.certificates.certificates().last().expect("applied for");
    let mut entry = leading.clone();
    entry.application.level = Level::Entry;
    entry.grant.effective = value("2026-07-01");
    certify(&mut world, entry).expect("entry meanwhile");
    world.scenario.act(&cordillera, Act::BeginAudit(BeginAudit { certificate })).expect("begun");
    let grant = GrantCertificate { certificate, effective: value("2026-07-01"), ..leading.grant };
    let refusal = world.scenario.act(&cordillera, Act::GrantCertificate(grant)).expect_err("two steps now");
    assert_eq!(refusal.code(), "level_must_follow");
}

#[test]
fn a_certificate_continues_an_older_one_of_the_same_producer_site_and_mineral() {
    let mut world = stage();
    let (clara, certifier) = (world.clara.clone(), world.cordillera.id);
    let apply = |continues: CertificateId| {
        let application = certification("CO-ANT", "10").application;
        Act::ApplyCertificate(ApplyCertificate { certifier, continues: Some(continues), ..application })
    };
    let foreign = world.scenario.act(&clara, apply(world.sisters_certificate)).expect_err("another's");
    let absent = world.scenario.act(&clara, apply(CertificateId::from(7))).expect_err("none");
    assert_eq!((foreign.code(), absent.code()), ("must_exist".into(), "must_exist".into()));
    world.scenario.act(&clara, apply(world.clara_certificate)).expect("a renewal");
    let (renewal, _) = world.scenario.registry.certificates.certificates().last().expect("applied for");
    let refusal = world.scenario.act(&clara, apply(renewal)).expect_err("it was never granted");
    assert_eq!(refusal.code(), "field_must_be");
}

#[test]
fn entry_level_lasts_three_years_in_all_at_one_site() {
    let mut world = stage();
    let entry = |valid: [&str; 2]| {
        let mut terms = certification("CO-CHO", "10");
        terms.application.level = Level::Entry;
        terms.application.site = value("SITE-2");
        terms.grant.effective = value("2026-07-01");
        (terms.grant.valid_from, terms.grant.valid_to) = (value(valid[0]), value(valid[1]));
        terms
    };
    let limited = |earlier_days, until: &str| Refusal::EntryLevelIsLimited {
        months: Count(36),
        earlier_days,
        until: value(until),
    };
    let answer = certify(&mut world, entry(["2026-01-01", "2029-01-01"]));
    assert_eq!(answer, Err(limited(0, "2028-12-31")));
    certify(&mut world, entry(["2026-01-01", "2027-12-31"])).expect("two years");
    let answer = certify(&mut world, entry(["2028-01-01", "2029-01-01"]));
    assert_eq!(answer, Err(limited(730, "2028-12-31")), "directly after");
    let answer = certify(&mut world, entry(["2026-07-01", "2029-01-01"]));
    assert_eq!(answer, Err(limited(181, "2028-12-31")), "days covered twice count once");
    certify(&mut world, entry(["2029-01-01", "2029-12-31"])).expect("a year between counts for nothing");
    let answer = certify(&mut world, entry(["2030-01-01", "2030-01-02"]));
    assert_eq!(answer, Err(limited(1_095, "2030-01-01")));
}

#[test]
fn the_carry_ends_with_its_certificate() {
    let mut world = stage();
    world.issue(world.clara_certificate, "1.0009", "0", HALF).expect("issued, 0.0009 carried");
    let mut renewal = certification("CO-ANT", "45");
    renewal.application.continues = Some(world.clara_certificate);
    renewal.grant.effective = value("2026-07-01");
    let renewal = certify(&mut world, renewal).expect("renewed");
    let batch = world.issue(renewal, "1.0009", "0", JULY).expect("issued");
    assert_eq!(world.scenario.registry.credits.batch(batch).expect("issued").issued, value("1"));
}

#[test]
fn a_site_of_a_stranger_may_have_the_same_name() {
    let mut world = stage();
    let (sisters, acacia) = (world.sisters.clone(), world.acacia.clone());
    let mut terms = certification("ZW-MW", "10");
    terms.grant.effective = value("2026-07-01");
    let namesake = world.certify(&sisters, &acacia, terms).expect("a site called SITE-1 too");
    world.declare(world.clara_certificate, "1", "0", JULY).expect("declared");
    world.declare(namesake, "1", "0", JULY).expect("another pit");
    let refusal = world.declare(world.sisters_certificate, "1", "0", ["2026-07-10", "2026-07-12"]);
    assert_eq!(refusal.expect_err("the sisters' own, across certificates").code(), "declarations_must_not_overlap");
}
