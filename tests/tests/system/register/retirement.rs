//! Retirements and what they may say.

use orebook_registry::claim::wording;
use orebook_registry::event::{ClaimFacts, MatchFacts};
use orebook_registry::instruction::*;
use orebook_registry::values::{BatchId, FootprintId};
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, value};
use orebook_tests::script::{check, play, stage};

fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

/// Lumen holds 3 kg: 2.412 of P1 and 0.588 of P11.
fn bought() -> (World, Actor, BatchId) {
    let world = play(
        stage(),
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        issue   sisters  B2 3.12-0.5         ok B2 2.62
        offer   clara    O1 B1 2.412@4200    ok
        offer   sisters  O2 B2 0.588@4250    ok
        bid     lumen    U1 3@4250           ok escrow 12877.50 trade O1 2.412@4200.00 fee 101.30 trade O2 0.588@4250.00 fee 24.99
    ",
    );
    let (lumen, batch) = (world.buyers[0].clone(), world.scenario.registry.credits.batches().next().expect("issued").0);
    (world, lumen, batch)
}

fn footprint(mass: &str, from: &str, to: &str) -> RecordFootprint {
    RecordFootprint {
        basis: FootprintBasis::Used,
        beneficiary: None,
        mass: value(mass),
        method: value("weighed"),
        mineral: value("GLD"),
        period_from: value(from),
        period_to: value(to),
        scope: value("products"),
    }
}

fn record(world: &mut World, holder: &Actor, footprint: RecordFootprint) -> Result<FootprintId, Refusal> {
    world.scenario.act(holder, Act::RecordFootprint(footprint))?;
    Ok(world.scenario.registry.claims.footprints().last().expect("recorded").0)
}

fn retire(
    world: &mut World,
    holder: &Actor,
    batch: BatchId,
    mass: &str,
    claim: Claim,
) -> Result<Vec<NewEntry>, Refusal> {
    let blocks = world.blocks(holder.account, batch, mass);
    let retire = world.retirement(holder, blocks, claim);
    world.scenario.act(holder, Act::Retire(retire))
}

#[test]
fn a_retirement_consumes_what_its_holder_has_and_no_more() {
    check(
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        retire  clara    B1 1 support        role_is_required
        retire  lumen    B1 1 support        field_must_be
        offer   clara    O1 B1 1@4200        ok
        bid     lumen    U1 1@4200           ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        retire  lumen    B1 0.003 support    ok
        retire  lumen    B1 0.497 none       ok
        held    lumen    B1                  available 0.5
        retire  lumen    B1 0.5 support      ok
        held    lumen    B1
    ",
    );
}

#[test]
fn lumen_claims_a_ring_and_83_percent_of_its_year_as_in_story_1() {
    let (mut world, lumen, batch) = bought();
    let other = world.scenario.registry.credits.batches().last().expect("issued").0;
    retire(&mut world, &lumen, batch, "0.003", Claim::Support(PlainClaim {})).expect("a ring of 3 g");
    let footprint = record(&mut world, &lumen, footprint("3.6", "2026-01-01", "2026-12-31")).expect("recorded");
    let blocks = [world.blocks(lumen.account, batch, "2.409"), world.blocks(lumen.account, other, "0.588")].concat();
    let claim = Claim::Match(MatchClaim { footprint });
    let act = world.retirement(&lumen, blocks, claim);
    world.scenario.act(&lumen, Act::Retire(act)).expect("the year");
    let registry = &world.scenario.registry;
    let (_, retirement) = registry.claims.retirements().last().expect("retired");
    let ClaimFacts::Match(MatchFacts { percent, claimed, .. }) = &retirement.record.claim else { panic!("a match") };
    assert_eq!((percent.0, *claimed), (83, value("2.997")));
    let text = wording::english(retirement, &registry.claims, &registry.parties, &registry.credits, registry.origin());
    assert_eq!(
        text.claim.as_deref(),
        Some(
            "Lumen & Vale Jewellery retired credits for 2.997 kg of fine gold, equal to 83 % of the gold it calculates \
             it used (3.6 kg, products, 2026-01-01 to 2026-12-31)."
        )
    );
    assert!(text.disclosure.contains("not linked to the gold in the products"));
}

#[test]
fn claims_against_a_footprint_add_up_to_it_and_no_further() {
    let (mut world, lumen, batch) = bought();
    let footprint = record(&mut world, &lumen, footprint("1.0005", "2026-01-01", "2026-12-31")).expect("recorded");
    let claim = || Claim::Match(MatchClaim { footprint });
    retire(&mut world, &lumen, batch, "0.7", claim()).expect("seventy percent");
    let refusal = retire(&mut world, &lumen, batch, "0.302", claim());
    let expected = Refusal::ClaimMustNotExceedFootprint { claimed: value("1.002"), footprint: value("1.0005") };
    assert_eq!(refusal.map(|_| ()), Err(expected));
    retire(&mut world, &lumen, batch, "0.301", claim()).expect("rounded up to the gram");
    let (_, retirement) = world.scenario.registry.claims.retirements().last().expect("retired");
    let ClaimFacts::Match(facts) = &retirement.record.claim else { panic!("a match") };
    assert_eq!((facts.percent.0, facts.earlier.0), (100, 1));
    let orfebre = world.buyers[1].clone();
    assert_eq!(code(retire(&mut world, &orfebre, batch, "0.1", claim())), "must_exist", "a footprint of others");
}

#[test]
fn footprints_of_one_scope_do_not_overlap_and_last_a_year_at_the_most() {
    let (mut world, lumen, _) = bought();
    let orfebre = world.buyers[1].clone();
    let mut row = |holder: &Actor, from: &str, to: &str| code(record(&mut world, holder, footprint("1", from, to)));
    assert_eq!(row(&lumen, "2025-01-01", "2025-12-31"), "ok");
    assert_eq!(row(&lumen, "2025-12-31", "2026-06-30"), "footprints_must_not_overlap");
    assert_eq!(row(&lumen, "2026-01-01", "2027-01-01"), "field_must_be");
    assert_eq!(row(&lumen, "2026-06-30", "2026-06-01"), "dates_must_be_in_order");
    assert_eq!(row(&lumen, "2026-01-01", "2026-12-31"), "ok");
    assert_eq!(row(&orfebre, "2025-01-01", "2025-12-31"), "ok");
}

#[test]
fn entry_level_credits_carry_no_claim() {
    let mut world = stage();
    let (clara, cordillera, lumen) = (world.clara.clone(), world.cordillera.clone(), world.buyers[0].clone());
    let mut terms = orebook_tests::scenario::certification("CO-CHO", "5");
    terms.application.level = Level::Entry;
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-07-01");
    let certificate = world.certify(&clara, &cordillera, terms).expect("certified");
    let batch = world.issue(certificate, "1", "0", ["2026-07-01", "2026-07-10"]).expect("issued");
    let operator = world.scenario.operator.clone();
    let market = OpenMarket { level: Level::Entry, ..orebook_tests::scenario::gold_market() };
    world.scenario.act(&operator, Act::OpenMarket(market)).expect("open");
    let offer = world.offer(&clara, batch, "1", "4000.00");
    let refusal = world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect_err("of level good");
    assert_eq!(refusal, Refusal::BatchMustBeOfMarket {});
    world.market = world.scenario.registry.markets.markets().last().expect("open").0;
    let (offer, bid) = (world.offer(&clara, batch, "1", "4000.00"), world.bid(&lumen, "1", "4000.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    let refusal = retire(&mut world, &lumen, batch, "1", Claim::Support(PlainClaim {}));
    let expected = Refusal::ClaimIsNotPermitted { claim: ClaimType::Support, level: Level::Entry };
    assert_eq!(refusal.map(|_| ()), Err(expected));
    retire(&mut world, &lumen, batch, "1", Claim::None(PlainClaim {})).expect("a record without a claim");
}

#[test]
fn at_entry_level_a_programme_permits_step_and_none_alone_and_step_nowhere_else() {
    let mut world = stage();
    let operator = world.scenario.operator.clone();
    let mut second = DefineProgramme { version: Count(2), ..orebook_tests::scenario::programme() };
    second.effective_from = world.scenario.now().date();
    second.levels[0].claims.push(ClaimType::Support);
    assert_eq!(code(world.scenario.act(&operator, Act::DefineProgramme(second.clone()))), "field_must_be");
    second.levels[0].claims.pop();
    second.levels[1].claims.push(ClaimType::Step);
    assert_eq!(code(world.scenario.act(&operator, Act::DefineProgramme(second.clone()))), "field_must_be");
    second.levels[1].claims.pop();
    world.scenario.act(&operator, Act::DefineProgramme(second)).expect("without that claim");
}

#[test]
fn bought_credits_expire_a_year_after_their_trade() {
    let (world, ..) = bought();
    let mut world = world;
    let lumen = world.buyers[0].clone();
    let held = |world: &World| world.scenario.registry.credits.holdings(lumen.account).count();
    world.scenario.advance_to(orebook_tests::scenario::at("2027-07-13"));
    assert_eq!(held(&world), 2);
    world.scenario.advance_to(orebook_tests::scenario::at("2027-07-14"));
    assert_eq!(held(&world), 0);
}
