//! Grievances in the register: codes and digests, by a person of the operator that is independent.

use orebook_registry::event::{Event, PartyEvent, Visibility};
use orebook_registry::instruction::*;
use orebook_registry::values::{BatchId, CertificateId, OrganisationId};
use orebook_registry::{Entry, Refusal};
use orebook_tests::scenario::World;

const CASE: Digest = Digest([7; 32]);

fn triage() -> TriageGrievance {
    TriageGrievance {
        batch: None,
        certificate: None,
        decision: GrievanceDecision::Accepted,
        grievance: CASE,
        producer: None,
        severity: Severity::Two,
    }
}

fn close() -> Act {
    Act::CloseGrievance(CloseGrievance { grievance: CASE, outcome: GrievanceOutcome::Remedied })
}

fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

#[test]
fn a_grievance_is_triaged_again_until_it_is_closed() {
    let (mut world, [batch, _]) = World::issued();
    let operator = world.scenario.operator.clone();
    assert_eq!(code(world.scenario.act(&operator, close())), "must_exist", "it is triaged first");
    let first = Act::TriageGrievance(TriageGrievance { batch: Some(batch), ..triage() });
    let entries = world.scenario.act(&operator, first.clone()).expect("triaged");
    let graver = Act::TriageGrievance(TriageGrievance { severity: Severity::One, batch: Some(batch), ..triage() });
    world.scenario.act_by(&operator, 1, graver).expect("graver than it looked, says the other person");
    let found = world.scenario.registry.parties.grievances().find(CASE).cloned().expect("it is known");
    assert_eq!((found.triage.severity, found.triage.handler.as_str()), (Severity::One, "second"));
    assert_eq!(found.first_triaged, (entries[0].sequence, entries[0].time));
    let closed = world.scenario.act(&operator, close()).expect("closed");
    let found = world.scenario.registry.parties.grievances().find(CASE).cloned().expect("it is known");
    assert_eq!(found.closed, Some((GrievanceOutcome::Remedied, closed[0].sequence, closed[0].time)));
    assert_eq!(code(world.scenario.act(&operator, first)), "grievance_must_be_open");
    assert_eq!(code(world.scenario.act(&operator, close())), "grievance_must_be_open");
    for entry in entries.iter().chain(&closed) {
        assert_eq!(Entry::parse(&entry.bytes).unwrap().visibility(), Visibility::Public);
    }
    let event = |event: &Event| matches!(event, Event::Party(PartyEvent::GrievanceTriaged(_)));
    assert!(entries[0].events.iter().all(event));
}

#[test]
fn a_grievance_is_about_one_thing_that_exists_and_handled_by_the_operator() {
    let (mut world, [batch, _]) = World::issued();
    let (operator, clara, lumen) = (world.scenario.operator.clone(), world.clara.clone(), world.buyers[0].clone());
    let certificate = world.clara_certificate;
    let rows = [
        (TriageGrievance { batch: Some(BatchId::from(1)), ..triage() }, "must_exist"),
        (TriageGrievance { certificate: Some(CertificateId::from(1)), ..triage() }, "must_exist"),
        (TriageGrievance { producer: Some(OrganisationId::from(1)), ..triage() }, "must_exist"),
        (TriageGrievance { producer: Some(lumen.id), ..triage() }, "must_exist"),
        (TriageGrievance { producer: Some(clara.id), batch: Some(batch), ..triage() }, "field_must_be"),
        (TriageGrievance { certificate: Some(certificate), batch: Some(batch), ..triage() }, "field_must_be"),
        (TriageGrievance { certificate: Some(certificate), ..triage() }, "ok"),
        (TriageGrievance { producer: Some(clara.id), ..triage() }, "ok"),
        (triage(), "ok"),
    ];
    for (act, expected) in rows {
        assert_eq!(code(world.scenario.act(&operator, Act::TriageGrievance(act.clone()))), expected, "{act:?}");
        for other in [&clara, &lumen, &world.cordillera.clone()] {
            assert_eq!(code(world.scenario.act(other, Act::TriageGrievance(act.clone()))), "role_is_required");
        }
    }
    assert_eq!(code(world.scenario.act(&clara, close())), "role_is_required");
}

#[test]
fn nobody_of_the_operators_group_is_handled_by_the_operator() {
    let (mut world, _) = World::issued();
    let operator = world.scenario.operator.clone();
    let mut registration = world.scenario.registration("Mine of the House", "GH", &[Role::Producer]);
    registration.act.group = Some(operator.id);
    registration.act.code = Some(orebook_tests::scenario::value("H2H2"));
    let own = world.scenario.join(registration);
    let about = |producer| Act::TriageGrievance(TriageGrievance { producer: Some(producer), ..triage() });
    let refused = world.scenario.act(&operator, about(own.id)).expect_err("its own");
    assert!(matches!(refused, Refusal::HandlerMustBeIndependent { party: "producer" }), "{refused}");
    let cordillera = world.cordillera.clone();
    let mut terms = orebook_tests::scenario::certification("GH-AA", "5");
    terms.grant.effective = orebook_tests::scenario::value("2026-07-01");
    let certificate = world.certify(&own, &cordillera, terms).expect("certified");
    let about = Act::TriageGrievance(TriageGrievance { certificate: Some(certificate), ..triage() });
    assert_eq!(code(world.scenario.act(&operator, about)), "handler_must_be_independent");
}
