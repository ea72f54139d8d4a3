//! Physical sales after an issuance: what covers them, in which order, and what happens when nothing does.

use orebook_registry::certificate::YearUse;
use orebook_registry::event::{CertificateEvent, Event, PhysicalSaleRecorded};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{World, at, events, value};
use orebook_tests::script::stage;

const QUARTERS: [[&str; 2]; 2] = [["2026-01-01", "2026-03-31"], ["2026-04-01", "2026-06-30"]];
const JULY: [&str; 2] = ["2026-07-01", "2026-07-10"];

fn sell_on(world: &mut World, mass: &str, sold_on: &str) -> Result<Vec<NewEntry>, Refusal> {
    let certificate = world.clara_certificate;
    let sale = RecordPhysicalSale { certificate, mass: value(mass), sold_on: value(sold_on) };
    let clara = world.clara.clone();
    world.scenario.act(&clara, Act::RecordPhysicalSale(sale))
}

fn sell(world: &mut World, mass: &str) -> PhysicalSaleRecorded {
    let entries = sell_on(world, mass, "2026-07-12").expect("recorded");
    let recorded = events(&entries).find_map(|e| match e {
        Event::Certificate(CertificateEvent::PhysicalSaleRecorded(recorded)) => Some(recorded.clone()),
        _ => None,
    });
    recorded.expect("the event of a sale")
}

fn cancelled(sale: &PhysicalSaleRecorded) -> Vec<(BatchId, String)> {
    sale.cancelled.iter().map(|item| (item.batch, item.mass.to_string())).collect()
}

fn used(world: &World, year: u16) -> YearUse {
    world.scenario.registry.certificates.certificate(world.clara_certificate).expect("there").use_of(year)
}

fn carry(world: &World) -> Mass {
    world.scenario.registry.certificates.certificate(world.clara_certificate).expect("there").carry
}

/// Available and cancelled of a batch.
fn figures(world: &World, batch: BatchId) -> [String; 2] {
    let figures = world.scenario.registry.credits.batch(batch).expect("issued").figures();
    [figures.available, figures.cancelled].map(|mass| mass.to_string())
}

fn issue(world: &mut World, gross: &str, period: [&str; 2]) -> BatchId {
    world.issue(world.clara_certificate, gross, "0", period).expect("issued")
}

#[test]
fn a_sale_takes_the_carry_then_the_oldest_credits_in_whole_lots() {
    let mut world = stage();
    let old = issue(&mut world, "2.0004", QUARTERS[0]);
    let new = issue(&mut world, "3", QUARTERS[1]);
    assert_eq!(carry(&world), value("0.0004"));
    let sale = sell(&mut world, "2.5");
    assert_eq!((sale.from_uncredited, sale.short, sale.over), (value("0.0004"), value("0"), value("0")));
    assert_eq!(cancelled(&sale), [(old, "2".into()), (new, "0.5".into())], "0.4996 kg are 500 lots");
    assert_eq!(
        (figures(&world, old), figures(&world, new)),
        (["0", "2"].map(str::to_owned), ["2.5", "0.5"].map(str::to_owned))
    );
    assert_eq!((carry(&world), sale.uncredited), (value("0"), value("0.0004")), "what the last lot was too much");
    let used = used(&world, 0);
    assert_eq!((used.issued, used.physical, used.cancelled), (value("2.5"), value("2.5"), value("2.5")));
    let sale = sell(&mut world, "0.0004");
    assert_eq!((sale.from_uncredited, cancelled(&sale)), (value("0.0004"), vec![]));
}

#[test]
fn mass_that_the_maximum_cut_off_covers_production_but_not_the_maximum() {
    let mut world = stage();
    let batch = issue(&mut world, "50", ["2026-01-01", "2026-06-30"]);
    assert_eq!(used(&world, 0).uncredited, value("5"), "45 of 50 kg have credits");
    let sale = sell(&mut world, "3");
    assert_eq!((sale.from_uncredited, sale.uncredited), (value("3"), value("5")));
    assert_eq!(cancelled(&sale), [(batch, "3".into())], "45 kg issued and 3 kg sold are beyond 45 kg");
    let used = used(&world, 0);
    assert_eq!((used.issued, used.physical, used.is_oversold()), (value("42"), value("3"), false));
}

#[test]
fn what_nothing_covers_is_short_and_stops_declarations_and_issuance() {
    let (mut world, batch) = sold_and_offered();
    let pending = world.declare(world.clara_certificate, "1", "0", JULY).expect("declared");
    let sale = sell(&mut world, "6");
    assert_eq!(cancelled(&sale), [(batch, "5".into())], "2 kg are Lumen's, 3 kg are offered");
    assert_eq!((sale.short, sale.over), (value("1"), value("0")));
    let oversold = Refusal::CertificateMustNotBeOversold { short: value("1"), over: value("0") };
    assert_eq!(world.approve(pending, "1"), Err(oversold.clone()));
    assert_eq!(world.declare(world.clara_certificate, "1", "0", ["2026-07-11", "2026-07-12"]), Err(oversold));
    let sale = sell(&mut world, "2");
    assert_eq!((sale.short, cancelled(&sale)), (value("3"), vec![]), "it adds up");
}

/// 10 kg issued: Lumen bought 2, 3 are offered, 5 are available.
fn sold_and_offered() -> (World, BatchId) {
    let mut world = stage();
    let batch = issue(&mut world, "10", ["2026-01-01", "2026-06-30"]);
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let offer = world.offer(&clara, batch, "5", "4200.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    let bid = world.bid(&lumen, "2", "4200.00");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    (world, batch)
}

#[test]
fn what_was_short_is_made_good_once_credits_are_available_again() {
    let (mut world, batch) = sold_and_offered();
    sell(&mut world, "6");
    let sale = sell(&mut world, "0");
    assert_eq!((sale.short, cancelled(&sale)), (value("1"), vec![]), "the offer still holds them");
    let clara = world.clara.clone();
    let (order, _) = world.scenario.registry.markets.orders_of(clara.id).next().expect("open");
    world.scenario.act(&clara, Act::CancelOrder(CancelOrder { order })).expect("cancelled");
    let sale = sell(&mut world, "0");
    assert_eq!((sale.short, cancelled(&sale)), (value("0"), vec![(batch, "1".into())]));
    assert_eq!(figures(&world, batch), ["4", "6"].map(str::to_owned));
    let nothing = sell_on(&mut world, "0", "2026-07-12").expect_err("nothing is short");
    assert_eq!(nothing, Refusal::AmountMustBePositive { field: "mass" });
    world.declare(world.clara_certificate, "1", "0", JULY).expect("production goes on");
}

#[test]
fn an_extension_settles_what_was_short_or_over() {
    let mut world = stage();
    let batch = issue(&mut world, "45", ["2026-01-01", "2026-06-30"]);
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "45", "4200.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("everything is offered");
    let sale = sell(&mut world, "2");
    assert_eq!((sale.short, sale.over), (value("2"), value("2")));
    let extend = |world: &mut World, maximum: &str| {
        let certificate = world.clara_certificate;
        let extend = ExtendMaximum { certificate, maximum: value(maximum), note: None, reason: value("weighed_again") };
        let cordillera = world.cordillera.clone();
        world.scenario.act(&cordillera, Act::ExtendMaximum(extend)).expect("extended");
    };
    extend(&mut world, "46");
    assert!(used(&world, 0).is_oversold(), "47 kg are used");
    extend(&mut world, "48");
    assert!(!used(&world, 0).is_oversold());
    world.issue(world.clara_certificate, "1", "0", JULY).expect("a kilogram is left");
}

#[test]
fn undecided_declarations_give_way_to_what_was_sold_the_newest_first() {
    let mut world = stage();
    let batch = issue(&mut world, "10", QUARTERS[0]);
    let first = world.declare(world.clara_certificate, "20", "0", QUARTERS[1]).expect("declared");
    let second = world.declare(world.clara_certificate, "20", "0", JULY).expect("15 kg of it count");
    let sale = sell(&mut world, "4");
    assert_eq!(cancelled(&sale), [(batch, "4".into())]);
    assert_eq!(sale.declarations, vec![], "6 kg issued and 4 sold are 10 as before");
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "6", "4200.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("the rest is offered");
    let sale = sell(&mut world, "17");
    assert_eq!((sale.short, sale.over), (value("17"), value("0")));
    let counted: Vec<_> = sale.declarations.iter().map(|d| (d.declaration, d.counted.to_string())).collect();
    assert_eq!(counted, [(first, "18".to_owned()), (second, "0".to_owned())], "45 − 6 − 21 kg are left");
    assert_eq!(used(&world, 0).pending, value("18"));
}

#[test]
fn a_sale_counts_in_the_year_it_was_made_and_its_credits_in_their_own() {
    let mut world = stage();
    let mut terms = orebook_tests::scenario::certification("CO-CHO", "10");
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-06-20");
    terms.grant.audited_on = value("2026-06-10");
    terms.grant.valid_to = value("2027-12-31");
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    world.clara_certificate = world.certify(&clara, &cordillera, terms).expect("two years");
    let old = issue(&mut world, "10", ["2026-06-20", "2026-07-12"]);
    world.scenario.advance_to(at("2027-03-01"));
    let young = issue(&mut world, "10", ["2027-01-01", "2027-02-28"]);
    let entries = sell_on(&mut world, "1", "2027-02-20").expect("recorded");
    let recorded = events(&entries).find_map(|e| match e {
        Event::Certificate(CertificateEvent::PhysicalSaleRecorded(recorded)) => Some(recorded.clone()),
        _ => None,
    });
    let expected = [(old, "1".to_owned()), (young, "1".to_owned())];
    assert_eq!(
        cancelled(&recorded.expect("the event")),
        expected,
        "the oldest for the metal, its year's for the maximum"
    );
    let (first, second) = (used(&world, 0), used(&world, 1));
    assert_eq!((first.issued, first.physical), (value("9"), value("0")));
    assert_eq!((second.issued, second.physical, second.uncredited), (value("9"), value("1"), value("1")));
}

#[test]
fn sales_add_up_to_what_can_be_written_and_no_further() {
    let mut world = stage();
    issue(&mut world, "10", QUARTERS[0]);
    sell(&mut world, "400000000000");
    let refusal = sell_on(&mut world, "400000000000", "2026-07-12").expect_err("with what is short it is too much");
    assert_eq!(refusal, Refusal::AmountIsTooLarge {});
    assert_eq!(used(&world, 0).short, value("399999999990"));
}

#[test]
fn a_sale_needs_an_issuance_and_a_day_that_has_come() {
    let mut world = stage();
    let refusal = sell_on(&mut world, "1", "2026-07-12").expect_err("before an issuance it is part of the declaration");
    assert_eq!(refusal.code(), "field_must_be");
    issue(&mut world, "10", QUARTERS[0]);
    assert_eq!(sell_on(&mut world, "1", "2026-07-14").expect_err("tomorrow").code(), "dates_must_be_in_order");
    assert_eq!(sell_on(&mut world, "1", "2025-12-31").expect_err("before validity").code(), "field_must_be");
    world.scenario.advance_to(at("2027-02-01"));
    sell_on(&mut world, "1", "2027-01-20").expect("after the end it counts in the last year");
    assert_eq!(used(&world, 0).physical, value("1"));
    let sisters = world.sisters.clone();
    let certificate = world.clara_certificate;
    let foreign = RecordPhysicalSale { certificate, mass: value("1"), sold_on: value("2026-07-12") };
    let refusal = world.scenario.act(&sisters, Act::RecordPhysicalSale(foreign)).expect_err("another's");
    assert_eq!(refusal.code(), "must_exist");
}
