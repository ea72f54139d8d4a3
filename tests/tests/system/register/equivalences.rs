//! Equivalences: recorded, revoked, searched by day, and of no effect on books and claims.

use orebook_registry::Refusal;
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_tests::scenario::{World, value};

fn side(level: Level) -> ProgrammeLevel {
    ProgrammeLevel { level, programme: value("HZN") }
}

fn equivalence(from: Level, to: Level, [from_date, until]: [&str; 2]) -> RecordEquivalence {
    let extent = EquivalenceExtent::Full;
    RecordEquivalence { extent, from: side(from), from_date: value(from_date), to: side(to), until: value(until) }
}

fn record(world: &mut World, act: RecordEquivalence) -> Result<EquivalenceId, Refusal> {
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::RecordEquivalence(act))?;
    Ok(world.scenario.registry.certificates.equivalences().last().expect("recorded").0)
}

fn revoke(world: &mut World, equivalence: EquivalenceId, effective: &str) -> Result<(), Refusal> {
    let revoke = RevokeEquivalence { effective: value(effective), equivalence, reason: value("standard_changed") };
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::RevokeEquivalence(revoke)).map(|_| ())
}

fn holds(world: &World, id: EquivalenceId, day: &str) -> bool {
    let found = world.scenario.registry.certificates.equivalences().find(|(found, _)| *found == id);
    found.is_some_and(|(_, e)| e.holds_on(value(day)))
}

#[test]
fn an_equivalence_holds_one_way_and_until_it_ends_or_is_revoked() {
    let (mut world, _) = World::issued();
    let year = ["2026-07-01", "2027-06-30"];
    let id = record(&mut world, equivalence(Level::Leading, Level::Good, year)).expect("recorded");
    let again = record(&mut world, equivalence(Level::Leading, Level::Good, ["2027-06-30", "2028-06-30"]));
    assert_eq!(again, Err(Refusal::EquivalencesMustNotOverlap { equivalence: id }));
    record(&mut world, equivalence(Level::Good, Level::Leading, year)).expect("the other way is another");
    let earliest = value("2026-07-01");
    let refusal = revoke(&mut world, id, "2026-06-30").expect_err("before its first day");
    assert_eq!(refusal, Refusal::EffectiveDateIsOutOfRange { earliest, latest: value("2027-06-30") });
    revoke(&mut world, id, "2026-09-01").expect("ahead");
    assert_eq!(
        ["2026-06-30", "2026-07-01", "2026-08-31", "2026-09-01"].map(|day| holds(&world, id, day)),
        [false, true, true, false]
    );
    record(&mut world, equivalence(Level::Leading, Level::Good, ["2026-09-01", "2027-06-30"])).expect("free again");
}

#[test]
fn an_equivalence_is_the_operators_and_between_levels_that_exist() {
    let (mut world, _) = World::issued();
    let year = ["2026-07-01", "2027-06-30"];
    let act = equivalence(Level::Good, Level::Leading, year);
    let cordillera = world.cordillera.clone();
    let refusal = world.scenario.act(&cordillera, Act::RecordEquivalence(act.clone())).expect_err("a certifier");
    assert_eq!(refusal, Refusal::RoleIsRequired { role: Role::Operator });
    let absent = ProgrammeLevel { level: Level::Good, programme: value("ZZZ") };
    let refusal = record(&mut world, RecordEquivalence { to: absent, ..act.clone() }).expect_err("no programme");
    assert_eq!(refusal.code(), "must_exist");
    let mut other = orebook_tests::scenario::programme();
    other.code = value("TRL");
    other.levels.retain(|level| level.level == Level::Good);
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::DefineProgramme(other)).expect("defined");
    let missing = ProgrammeLevel { level: Level::Leading, programme: value("TRL") };
    let refusal = record(&mut world, RecordEquivalence { to: missing, ..act.clone() }).expect_err("no such level");
    assert_eq!(refusal.code(), "level_must_be_of_programme");
    let refusal = record(&mut world, equivalence(Level::Good, Level::Good, year)).expect_err("itself");
    assert_eq!(refusal.code(), "field_must_be");
    let refusal =
        record(&mut world, equivalence(Level::Good, Level::Leading, [year[1], year[0]])).expect_err("backwards");
    assert_eq!(refusal.code(), "dates_must_be_in_order");
    let refusal = revoke(&mut world, EquivalenceId::from(7), "2026-09-01").expect_err("none");
    assert_eq!(refusal.code(), "must_exist");
}

#[test]
fn an_equivalence_moves_no_book_no_credit_and_no_claim() {
    let (mut world, [batch, _]) = World::issued();
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "1", "4200.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer of level good");
    let without = |world: &World| {
        let dump = world.scenario.registry.dump();
        let own = |line: &&str| ["register ", "equivalence ", "instruction "].iter().any(|kind| line.starts_with(kind));
        dump.lines().filter(|line| !own(line)).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = without(&world);
    let year = ["2026-07-01", "2027-06-30"];
    for (from, to) in [(Level::Good, Level::Leading), (Level::Leading, Level::Good)] {
        record(&mut world, equivalence(from, to, year)).expect("recorded");
    }
    assert_eq!(without(&world), before);
    let leading = OpenMarket { level: Level::Leading, ..orebook_tests::scenario::gold_market() };
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::OpenMarket(leading)).expect("open");
    let (good, market) = (world.market, world.scenario.registry.markets.markets().last().expect("open").0);
    assert_ne!(good, market);
    let lumen = world.buyers[0].clone();
    let bid = PlaceBuyOrder { market, ..world.bid(&lumen, "1", "4200.00") };
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid for level leading");
    assert_eq!(world.scenario.registry.markets.orders().count(), 2, "the offer of level good does not meet it");
    let refused = PlaceSellOrder { market, ..world.offer(&clara, batch, "1", "4200.00") };
    let refusal = world.scenario.act(&clara, Act::PlaceSellOrder(refused)).expect_err("another class");
    assert_eq!(refusal.code(), "batch_must_be_of_market");
}
