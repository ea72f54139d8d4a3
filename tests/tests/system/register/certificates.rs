//! Certificates: suspension, reinstatement, expiry, and the expiry of credits.

use orebook_registry::event::{CancelReason, Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::{CertificateId, Date};
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{World, at, certification, events, value};
use orebook_tests::script::{play, stage};

fn suspend(world: &mut World, certificate: CertificateId, effective: &str) -> Result<Vec<NewEntry>, Refusal> {
    let suspend =
        SuspendCertificate { certificate, effective: value(effective), note: None, reason: value("audit_finding") };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::SuspendCertificate(suspend))
}

fn reinstate(world: &mut World, certificate: CertificateId, effective: &str) -> Result<Vec<NewEntry>, Refusal> {
    let reinstate =
        ReinstateCertificate { certificate, effective: value(effective), note: None, reason: value("resolved") };
    let cordillera = world.cordillera.clone();
    world.scenario.act(&cordillera, Act::ReinstateCertificate(reinstate))
}

fn figures(world: &World) -> [String; 4] {
    let (_, batch) = world.scenario.registry.credits.batches().next().expect("issued");
    let figures = batch.figures();
    [figures.available, figures.escrowed, figures.frozen, figures.expired].map(|mass| mass.to_string())
}

fn sold() -> World {
    play(
        stage(),
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        offer   clara    O1 B1 2@4200        ok
        bid     lumen    U1 0.5@4200         ok escrow 2121.00 trade O1 0.5@4200.00 fee 21.00
        bid     orfebre  U2 1@4100           ok escrow 4141.00
    ",
    )
}

#[test]
fn a_suspension_freezes_what_is_unsold_and_cancels_its_offers_but_not_what_was_bought() {
    let mut world = sold();
    let certificate = world.clara_certificate;
    assert_eq!(figures(&world), ["10.912", "1.5", "0", "0"]);
    let entries = suspend(&mut world, certificate, "2026-07-13").expect("suspended");
    assert_eq!(figures(&world), ["0.5", "0", "11.912", "0"]);
    let reasons: Vec<_> = events(&entries)
        .filter_map(|e| match e {
            Event::Trade(TradeEvent::OrderCancelled(c)) => Some(c.reason),
            _ => None,
        })
        .collect();
    assert_eq!(reasons, [CancelReason::Suspension], "the bid stays");
    let world = play(
        world,
        "
        issue   clara    B2 1 2026-07-01..2026-07-12   certificate_must_be
        book                                           1@4100.00 |
        transfer clara   B1 1 lumen                    transfer_must_stay_in_group
    ",
    );
    let (batch, _) = world.scenario.registry.credits.batches().next().expect("issued");
    let mut world = world;
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "1", "4200.00");
    let refusal = world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect_err("frozen");
    assert_eq!(refusal.code(), "available_credits_must_cover_mass");
    let lumen = world.buyers[0].clone();
    let blocks = world.blocks(lumen.account, batch, "0.5");
    let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    world.scenario.act(&lumen, Act::Retire(retire)).expect("a buyer's credits stay usable");
}

#[test]
fn a_reinstatement_gives_back_the_days_of_the_hold() {
    let mut world = sold();
    let certificate = world.clara_certificate;
    let until = |world: &World| {
        let mut held = world.scenario.registry.credits.holdings(world.clara.account);
        held.next().expect("unsold").1.expires_on
    };
    assert_eq!(until(&world), value::<Date>("2028-06-30"));
    suspend(&mut world, certificate, "2026-07-13").expect("suspended");
    world.scenario.advance_to(at("2026-09-01"));
    reinstate(&mut world, certificate, "2026-08-30").expect("reinstated");
    assert_eq!(until(&world), value::<Date>("2028-08-19"), "50 days between the entries");
    assert_eq!(figures(&world), ["12.412", "0", "0", "0"]);
    world.scenario.advance_to(at("2028-08-19"));
    assert_eq!(figures(&world), ["11.912", "0", "0", "0.5"], "what was bought ended on 2027-07-13");
    world.scenario.advance_to(at("2028-08-20"));
    assert_eq!(figures(&world), ["0", "0", "0", "12.412"]);
}

#[test]
fn days_of_suspension_are_not_certified() {
    let mut world = stage();
    let certificate = world.clara_certificate;
    suspend(&mut world, certificate, "2026-07-03").expect("suspended");
    let refusal = suspend(&mut world, certificate, "2026-07-04").expect_err("twice");
    assert_eq!(refusal, Refusal::CertificateMustBe { state: "suspended".into(), allowed: "certified".into() });
    reinstate(&mut world, certificate, "2026-07-05").expect("reinstated");
    let refusal = world.declare(certificate, "1", "0", ["2026-07-01", "2026-07-12"]).expect_err("a gap");
    assert_eq!(refusal, Refusal::PeriodMustBeCertified { day: value("2026-07-03") });
    world.declare(certificate, "1", "0", ["2026-07-05", "2026-07-12"]).expect("after the gap");
    world.declare(certificate, "1", "0", ["2026-06-01", "2026-07-02"]).expect("before the gap");
}

#[test]
fn a_change_of_state_looks_back_thirty_days_at_the_most_and_never_ahead() {
    let mut world = stage();
    let certificate = world.clara_certificate;
    for day in ["2026-06-12", "2026-07-14"] {
        let refusal = suspend(&mut world, certificate, day).expect_err("out of range");
        let expected = (value("2026-06-13"), value("2026-07-13"));
        assert_eq!(refusal, Refusal::EffectiveDateIsOutOfRange { earliest: expected.0, latest: expected.1 });
    }
    suspend(&mut world, certificate, "2026-06-13").expect("thirty days back");
    let refusal = reinstate(&mut world, certificate, "2026-06-12").expect_err("before the suspension");
    assert_eq!(refusal.code(), "effective_date_is_out_of_range");
}

#[test]
fn a_certificate_expires_after_its_last_day_and_its_credits_stay_sellable() {
    let mut world = sold();
    let certificate = world.clara_certificate;
    let state = |world: &World| world.scenario.registry.certificates.certificate(certificate).expect("there").state();
    world.scenario.advance_to(at("2026-12-31"));
    assert_eq!(state(&world).word(), "certified");
    world.scenario.advance_to(at("2027-01-01"));
    assert_eq!(state(&world).word(), "expired");
    assert_eq!(suspend(&mut world, certificate, "2027-01-01").expect_err("final").code(), "certificate_must_be");
    play(
        world,
        "
        cash    orfebre                      5000.00
        issue   clara    B2 1 2026-12-01..2026-12-31   ok B2 1
        offer   clara    O3 B2 1@4200        ok
        bid     orfebre  U3 1@4200           ok escrow 4242.00 trade O3 1@4200.00 fee 42.00
    ",
    );
}

#[test]
fn a_site_with_a_holder_trades_with_neither() {
    let mut world = stage();
    let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder, Role::Buyer]);
    world.deposit(&holder, "9000.00", "HOLDER").expect("money arrives");
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    let mut terms = certification("CO-CHO", "10");
    terms.application.holder = Some(holder.id);
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-07-01");
    let certificate = world.certify(&clara, &cordillera, terms).expect("certified");
    let batch = world.issue(certificate, "5", "0", ["2026-07-01", "2026-07-10"]).expect("issued");
    let offer = world.offer(&clara, batch, "1", "4200.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    let bid = world.bid(&holder, "1", "4200.00");
    let entries = world.scenario.act(&holder, Act::PlaceBuyOrder(bid)).expect("a bid");
    let last = events(&entries).last();
    assert!(matches!(last, Some(Event::Trade(TradeEvent::OrderCancelled(c))) if c.reason == CancelReason::Group));
}

#[test]
fn audit_thresholds_name_minerals_of_the_programme_once_and_with_a_mass() {
    let mut world = stage();
    let threshold = |mineral: &str, mass: &str| AuditThreshold { mass: value(mass), mineral: value(mineral) };
    let operator = world.scenario.operator.clone();
    let mut define = |thresholds: Vec<AuditThreshold>| {
        let mut next = orebook_tests::scenario::programme();
        (next.version, next.effective_from) = (Count(2), value("2026-08-01"));
        next.parameters.audit_thresholds = thresholds;
        world.scenario.act(&operator, Act::DefineProgramme(next)).map(|_| ())
    };
    for wrong in
        [vec![threshold("PLT", "5")], vec![threshold("GLD", "5"), threshold("GLD", "6")], vec![threshold("GLD", "0")]]
    {
        assert_eq!(define(wrong).expect_err("refused").code(), "field_must_be");
    }
    define(Vec::new()).expect("a programme may do without");
}

#[test]
fn a_foreign_certificate_answers_as_an_absent_one() {
    let mut world = stage();
    let (own, foreign, absent) = (world.clara_certificate, world.sisters_certificate, CertificateId::from(7));
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    let (effective, reason, note): (Date, _, _) = (value("2026-07-13"), value("finding"), None);
    let suspend = |certificate| SuspendCertificate { certificate, effective, note, reason: value("finding") };
    for certificate in [foreign, absent] {
        let expected = Refusal::MustExist { kind: "certificate", id: certificate.to_string() };
        let refusal = world.scenario.act(&cordillera, Act::SuspendCertificate(suspend(certificate)));
        assert_eq!(refusal.map(|_| ()), Err(expected.clone()));
        let give_back = SurrenderCertificate { certificate, effective, reason: Clone::clone(&reason) };
        assert_eq!(world.scenario.act(&clara, Act::SurrenderCertificate(give_back)).map(|_| ()), Err(expected));
    }
    world.scenario.act(&cordillera, Act::SuspendCertificate(suspend(own))).expect("its own");
}
