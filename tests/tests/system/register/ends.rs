//! How certificates end: withdrawal, surrender, expiry out of a suspension, and what is left to do after.

use orebook_registry::certificate::{CertificateState, DeclarationState};
use orebook_registry::event::{CancelReason, CertificateEvent, Event, TradeEvent};
use orebook_registry::event::{CancellationReason, CreditEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{World, at, declaration, events, value};

type Answer = Result<Vec<NewEntry>, Refusal>;

fn withdraw(world: &mut World, cause: WithdrawalCause, effective: &str) -> Answer {
    let withdraw = WithdrawCertificate {
        cause,
        certificate: world.clara_certificate,
        effective: value(effective),
        note: Some(Digest([9; 32])),
        reason: value("mercury_found"),
    };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::WithdrawCertificate(withdraw))
}

fn suspend(world: &mut World, effective: &str) {
    let suspend = SuspendCertificate {
        certificate: world.clara_certificate,
        effective: value(effective),
        note: None,
        reason: value("finding"),
    };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::SuspendCertificate(suspend)).expect("suspended");
}

fn surrender(world: &mut World, effective: &str) -> Answer {
    let certificate = world.clara_certificate;
    let surrender = SurrenderCertificate { certificate, effective: value(effective), reason: value("mine_closed") };
    let clara = world.clara.clone();
    world.scenario.act(&clara, Act::SurrenderCertificate(surrender))
}

fn release(world: &mut World) -> Answer {
    let certificate = world.clara_certificate;
    let release = ReleaseCertificateHold { certificate, note: None, reason: value("settled") };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::ReleaseCertificateHold(release))
}

/// Clara's batch of 12.412 kg: available, frozen.
fn figures(world: &World) -> [String; 2] {
    let (_, batch) = world.scenario.registry.credits.batches().next().expect("issued");
    [batch.figures().available, batch.figures().frozen].map(|mass| mass.to_string())
}

fn clara_declares(world: &mut World, period: [&str; 2]) -> Result<DeclarationId, Refusal> {
    world.declare(world.clara_certificate, "1", "0", period)
}

fn state_of(world: &World, id: DeclarationId) -> DeclarationState {
    world.scenario.registry.certificates.declaration(id).expect("declared").state
}

#[test]
fn a_withdrawal_holds_what_is_unsold_cancels_its_offers_and_ends_what_is_undecided() {
    let (mut world, [batch, _]) = World::issued();
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "2", "4200.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    let declared = clara_declares(&mut world, ["2026-07-01", "2026-07-10"]).expect("declared");
    let entries = withdraw(&mut world, WithdrawalCause::Fraud, "2026-07-05").expect("withdrawn");
    let consequences: Vec<_> = events(&entries[1..]).collect();
    assert!(
        matches!(consequences[..], [
            Event::Trade(TradeEvent::OrderCancelled(cancelled)),
            Event::Certificate(CertificateEvent::DeclarationLapsed(lapsed)),
            Event::Credit(CreditEvent::Cancelled(unsold)),
        ] if cancelled.reason == CancelReason::Suspension && lapsed.declaration == declared
            && unsold.reason == CancellationReason::CertificateWithdrawn),
        "{consequences:?}"
    );
    assert_eq!(figures(&world), ["0", "0"]);
    let cancelled = world.scenario.registry.credits.batch(batch).expect("issued").figures().cancelled;
    assert_eq!(cancelled, value::<Mass>("12.412"));
    assert_eq!(state_of(&world, declared), DeclarationState::Lapsed);
    let certificate = world.scenario.registry.certificates.certificate(world.clara_certificate).expect("there");
    let standing = certificate.standings().last().expect("withdrawn");
    assert_eq!((standing.state, standing.cause), (CertificateState::Withdrawn, Some(WithdrawalCause::Fraud)));
    assert_eq!((standing.by, standing.note), (Some(world.cordillera.id), Some(Digest([9; 32]))));
    assert_eq!((certificate.carry, certificate.use_of(0).pending), (Mass::default(), Mass::default()));
    assert_eq!(certificate.last_day(), Some(value("2026-07-04")));
    assert_eq!(release(&mut world).expect_err("for ever").code(), "certificate_must_be");
    let again = withdraw(&mut world, WithdrawalCause::Other, "2026-07-13").expect_err("final");
    let allowed = "certified or suspended".to_owned();
    assert_eq!(again, Refusal::CertificateMustBe { state: "withdrawn".into(), allowed });
    let entries = world.scenario.advance_to(at("2027-01-02"));
    let expires = |e: &Event| matches!(e, Event::Certificate(CertificateEvent::Expired(_)));
    assert_eq!(events(&entries).filter(|e| expires(e)).count(), 1, "the other certificate expires, this one does not");
}

#[test]
fn a_withdrawn_certificate_takes_no_declaration_of_days_before() {
    let (mut world, _) = World::issued();
    withdraw(&mut world, WithdrawalCause::AuditRefused, "2026-07-13").expect("withdrawn");
    let refusal = clara_declares(&mut world, ["2026-07-01", "2026-07-10"]).expect_err("withdrawn");
    assert_eq!(refusal.code(), "certificate_must_be");
    let mut allowed = declaration(world.sisters_certificate, "0.1", "0", ["2026-07-01", "2026-07-10"]);
    allowed.ppm = value("900000");
    let sisters = world.sisters.clone();
    world.scenario.act(&sisters, Act::Declare(allowed)).expect("another certificate goes on");
}

#[test]
fn after_a_surrender_production_up_to_the_last_day_may_still_be_declared_and_approved() {
    let (mut world, _) = World::issued();
    let early = clara_declares(&mut world, ["2026-07-01", "2026-07-04"]).expect("declared before");
    surrender(&mut world, "2026-07-11").expect("surrendered");
    assert_eq!(figures(&world), ["12.412", "0"], "issued credits stay sellable");
    let refusal = clara_declares(&mut world, ["2026-07-05", "2026-07-11"]);
    assert_eq!(refusal, Err(Refusal::PeriodMustBeCertified { day: value("2026-07-11") }));
    world.scenario.advance_to(at("2026-10-08"));
    let late = clara_declares(&mut world, ["2026-07-05", "2026-07-08"]).expect("90 days after the last day");
    world.scenario.advance_to(at("2026-10-09"));
    let refusal = clara_declares(&mut world, ["2026-07-09", "2026-07-10"]);
    assert_eq!(refusal, Err(Refusal::DeclarationIsTooLate { until: value("2026-10-08") }));
    world.scenario.advance_to(at("2027-01-06"));
    world.approve(late, "1").expect("180 days after the last day");
    assert_eq!(state_of(&world, early), DeclarationState::Declared);
    world.scenario.advance_to(at("2027-01-07"));
    assert_eq!(state_of(&world, early), DeclarationState::Lapsed, "its deadline moved with the surrender");
}

#[test]
fn a_surrender_looks_back_as_far_as_the_programme_says_and_not_before_the_state() {
    let (mut world, _) = World::issued();
    for day in ["2026-06-12", "2026-07-14"] {
        let refusal = surrender(&mut world, day).expect_err("out of range");
        assert_eq!(refusal.code(), "effective_date_is_out_of_range");
    }
    suspend(&mut world, "2026-07-01");
    let refusal = surrender(&mut world, "2026-06-30").expect_err("before the suspension");
    let (earliest, latest) = (value("2026-07-01"), value("2026-07-13"));
    assert_eq!(refusal, Refusal::EffectiveDateIsOutOfRange { earliest, latest });
    let mut second = orebook_tests::scenario::programme();
    second.version = Count(2);
    second.effective_from = value("2026-07-13");
    second.parameters.effective_days_back = Count(5);
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::DefineProgramme(second)).expect("version 2");
    let refusal = surrender(&mut world, "2026-07-07").expect_err("six days back");
    let (earliest, latest) = (value("2026-07-08"), value("2026-07-13"));
    assert_eq!(refusal, Refusal::EffectiveDateIsOutOfRange { earliest, latest });
    surrender(&mut world, "2026-07-08").expect("five days back");
}

#[test]
fn what_a_suspended_certificate_leaves_held_at_its_end_its_certifier_releases() {
    let (mut world, _) = World::issued();
    suspend(&mut world, "2026-07-13");
    assert_eq!(release(&mut world).expect_err("reinstatement does it").code(), "certificate_must_be");
    world.scenario.advance_to(at("2027-01-02"));
    assert_eq!(figures(&world), ["0", "12.412"], "expiry alone frees nothing");
    let acacia = world.acacia.clone();
    let certificate = world.clara_certificate;
    let stranger = ReleaseCertificateHold { certificate, note: None, reason: value("settled") };
    let refusal = world.scenario.act(&acacia, Act::ReleaseCertificateHold(stranger)).expect_err("another's");
    assert_eq!(refusal.code(), "must_exist");
    release(&mut world).expect("released");
    assert_eq!(figures(&world), ["12.412", "0"]);
    let (_, batch) = world.scenario.registry.credits.batches().next().expect("issued");
    let until: Vec<Date> = batch.blocks().iter().map(|(_, block)| block.expires_on).collect();
    assert_eq!(until, [value::<Date>("2028-12-20")], "173 days later than 2028-06-30");
    assert_eq!(release(&mut world).expect_err("once").code(), "certificate_must_be_held");
}

#[test]
fn an_application_may_be_surrendered_until_the_audit_begins() {
    let mut world = World::certified();
    let application = ApplyCertificate {
        certifier: world.acacia.id,
        site: value("SITE-9"),
        ..orebook_tests::scenario::certification("CO-CHO", "5").application
    };
    let clara = world.clara.clone();
    world.scenario.act(&clara, Act::ApplyCertificate(application)).expect("applied for");
    let (certificate, _) = world.scenario.registry.certificates.certificates().last().expect("applied for");
    world.clara_certificate = certificate;
    surrender(&mut world, "2026-01-09").expect("surrendered");
    let refusal = clara_declares(&mut world, ["2026-01-05", "2026-01-06"]).expect_err("never granted");
    assert_eq!(refusal.code(), "certificate_must_be");
}

#[test]
fn a_certifier_that_lost_its_accreditation_judges_nothing_more() {
    let (mut world, _) = World::issued();
    let declared = clara_declares(&mut world, ["2026-07-01", "2026-07-10"]).expect("declared");
    let accreditations: Vec<_> = world.scenario.registry.certificates.accreditations().collect();
    let (accreditation, _) = accreditations.iter().find(|(_, a)| a.certifier == world.cordillera.id).expect("given");
    let end = WithdrawAccreditation { accreditation: *accreditation, reason: value("standards_not_kept") };
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::WithdrawAccreditation(end)).expect("withdrawn");
    assert_eq!(world.approve(declared, "1").expect_err("no approval").code(), "certifier_must_be_accredited");
    let refusal = withdraw(&mut world, WithdrawalCause::Other, "2026-07-13").expect_err("no withdrawal");
    assert_eq!(refusal.code(), "certifier_must_be_accredited");
    let clara = world.clara.clone();
    let stays = WithdrawDeclaration { declaration: declared };
    world.scenario.act(&clara, Act::WithdrawDeclaration(stays)).expect("the producer's own acts go on");
}
